"""What the doctor says of Slack, against a workspace on this machine."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from bot.adapters.sentences import FluentSentences
from bot.cli.console import Terminal
from bot.cli.doctor_slack import examine_slack
from bot.cli.findings import Finding
from bot.platforms.slack.permissions import SCOPES
from bot.settings import Settings
from bot.workspace.seed import AppCredentials
from bot.workspace.server import Workspace
from tests.platforms.slack.local_slack import SEED, TOKENS

pytestmark = pytest.mark.loopback


def findings(
    sentences: FluentSentences, *, app: AppCredentials = TOKENS, is_running: bool = False, **settings: Any
) -> dict[str, Finding]:
    async def run() -> list[Finding]:
        workspace = Workspace(SEED, app=app)
        await workspace.start()
        try:
            given = Settings(SLACK_API_URL=workspace.api_url, locale="en", **settings)
            terminal = Terminal(given, sentences)
            found = await asyncio.to_thread(lambda: list(examine_slack(terminal, is_running=is_running)))
            # Asked, and nothing else: nobody was written to.
            assert workspace.state.messages == {}
            return found
        finally:
            await workspace.stop()

    return {one.what: one for one in asyncio.run(run())}


TOKEN: dict[str, Any] = {"SLACK_BOT_TOKEN": TOKENS.bot_token}


def test_without_settings_it_says_so_and_asks_nobody(sentences: FluentSentences) -> None:
    found = findings(sentences)
    assert [(one.what, one.is_well) for one in found.values()] == [("slack", True)]


def test_by_socket_everything_is_well(sentences: FluentSentences) -> None:
    found = findings(sentences, **TOKEN, SLACK_APP_TOKEN=TOKENS.app_token)
    assert {what: one.is_well for what, one in found.items()} == {
        "slack": True,
        "slack_scopes": True,
        "slack_transport": True,
    }
    assert SEED.team_name in found["slack"].text


def test_by_http_everything_is_well(sentences: FluentSentences) -> None:
    found = findings(sentences, **TOKEN, SLACK_SIGNING_SECRET="secret")
    assert found["slack_transport"].is_well
    assert "3000" in found["slack_transport"].text


def test_a_missing_permission_is_named_with_what_to_do(sentences: FluentSentences) -> None:
    scopes = frozenset(SCOPES) - {"users:read.email"}
    found = findings(sentences, app=replace(TOKENS, scopes=scopes), **TOKEN, SLACK_APP_TOKEN=TOKENS.app_token)
    assert not found["slack_scopes"].is_well
    assert "users:read.email" in found["slack_scopes"].text
    assert "manifest.yaml" in found["slack_scopes"].advice


@pytest.mark.parametrize(
    ("settings", "what", "variable"),
    [
        ({"SLACK_APP_TOKEN": "xapp-1"}, "slack", "SLACK_BOT_TOKEN"),
        (TOKEN, "slack", "SLACK_APP_TOKEN"),
        ({"SLACK_BOT_TOKEN": "xoxb-wrong", "SLACK_APP_TOKEN": TOKENS.app_token}, "slack", "SLACK_BOT_TOKEN"),
        ({**TOKEN, "SLACK_APP_TOKEN": "xapp-wrong"}, "slack_transport", "SLACK_APP_TOKEN"),
    ],
)
def test_what_is_wrong_is_said_with_the_variable(
    sentences: FluentSentences, settings: dict[str, Any], what: str, variable: str
) -> None:
    found = findings(sentences, **settings)[what]
    assert not found.is_well
    assert variable in found.text
    assert "slack.md" in found.advice
    assert "wrong" not in found.text


def test_beside_a_running_bot_no_connection_is_asked_for(sentences: FluentSentences) -> None:
    """Slack answers that call about once a minute, and the bot may need it."""
    found = findings(sentences, is_running=True, **TOKEN, SLACK_APP_TOKEN="xapp-wrong")
    assert found["slack_transport"].is_well
