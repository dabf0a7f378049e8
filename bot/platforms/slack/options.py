"""How Slack is reached: tokens and addresses, and which of the two transports they make."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from bot.errors import UsageError

BOT_TOKEN, APP_TOKEN, SIGNING_SECRET = "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"
SLACK_API = "https://slack.com/api/"
Transport = Literal["socket", "http"]


@dataclass(frozen=True, kw_only=True, slots=True)
class SlackOptions:
    """The settings of one app in one Slack workspace; "" for what is not set. `port` 0 takes a free one."""

    bot_token: str = field(default="", repr=False)
    app_token: str = field(default="", repr=False)
    signing_secret: str = field(default="", repr=False)
    api_url: str = SLACK_API
    host: str = "127.0.0.1"
    port: int = 3000

    @property
    def transport(self) -> Transport:
        """Socket Mode where there is an app token; otherwise HTTP, which the signing secret is for."""
        return "socket" if self.app_token.strip() else "http"

    def check(self) -> None:
        """Raise UsageError where the bot cannot start with these: it says which variable wants which kind of token.

        An empty signing secret would let Bolt start and answer every request with 500.
        """
        if not self.bot_token.strip():
            raise UsageError("serve-no-bot-token", variable=BOT_TOKEN)
        _expect(BOT_TOKEN, self.bot_token, "xoxb-")
        if self.transport == "socket":
            _expect(APP_TOKEN, self.app_token, "xapp-")
        elif not self.signing_secret.strip():
            raise UsageError("serve-no-transport", app_token=APP_TOKEN, signing_secret=SIGNING_SECRET)
        elif self.signing_secret.startswith(("xoxb-", "xapp-", "xoxp-")):
            raise UsageError("serve-secret-is-token", variable=SIGNING_SECRET)


def _expect(variable: str, token: str, beginning: str) -> None:
    if not token.startswith(beginning):
        raise UsageError("serve-wrong-token", variable=variable, beginning=beginning)
