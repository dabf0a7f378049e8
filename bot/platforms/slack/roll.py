"""Who is still in a Slack workspace, as Slack says.

https://docs.slack.dev/reference/methods/users.list (tier 2): everybody of the workspace with `deleted`, guests among
them, a page at a time. Whoever is not in it, such as people of a partner's workspace with whom a channel is shared
(Slack Connect), is asked for by https://docs.slack.dev/reference/methods/users.info (tier 4), a few at a time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from slack_sdk import WebClient
from slack_sdk.http_retry import RateLimitErrorRetryHandler, RetryHandler

from bot.errors import DependencyError
from bot.platforms.slack.connection import is_on_this_machine
from bot.platforms.slack.troubles import TROUBLE, is_refusal, reason_of

_TIMEOUT_S = 20
_PAGE = 200
"""As Slack recommends."""
_MOST_PAGES = 200
_MOST_ASKED = 50
"""One by one in an hour: well within tier 4; the others are asked for the next time."""


class SlackRoll:
    """A `Roll`. Blocks, and waits where Slack says so; used by one thread."""

    def __init__(self, *, token: str, api_url: str) -> None:
        patient: list[RetryHandler] = [RateLimitErrorRetryHandler(max_retry_count=3)]
        self._client = WebClient(token=token, base_url=api_url, timeout=_TIMEOUT_S, retry_handlers=patient)
        if is_on_this_machine(api_url):
            self._client.proxy = None
        self._asked = 0

    def are_gone(self, addresses: Collection[str]) -> Mapping[str, bool]:
        """Of each address whether it was deactivated; who is not known there is left out. Raises DependencyError."""
        try:
            listed = {id: is_gone for id, is_gone in self._listed() if id in addresses}
            return listed | dict(self._one_by_one(sorted(set(addresses) - listed.keys())))
        except TROUBLE as error:
            raise DependencyError("Slack", reason_of(error)) from error

    def _listed(self) -> Iterator[tuple[str, bool]]:
        cursor = ""
        for _ in range(_MOST_PAGES):
            answered = self._client.users_list(cursor=cursor, limit=_PAGE)
            for user in answered.get("members") or []:
                yield _said_of(user)
            cursor = str((answered.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                return

    def _one_by_one(self, strangers: list[str]) -> Iterator[tuple[str, bool]]:
        start = self._asked % len(strangers) if strangers else 0
        some = (strangers[start:] + strangers[:start])[:_MOST_ASKED]
        self._asked = start + len(some)
        for address in some:
            try:
                yield address, _said_of(self._client.users_info(user=address).get("user") or {})[1]
            except TROUBLE as error:
                # Not known, or not to be seen by us: that says nothing of whether they left.
                if not is_refusal(error):
                    raise


def _said_of(user: Mapping[str, Any]) -> tuple[str, bool]:
    return str(user.get("id") or ""), bool(user.get("deleted"))
