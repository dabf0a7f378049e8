"""What `minori doctor` looks at of Slack: the token, its permissions, the transport. Nothing is posted."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

from bot.cli.console import Terminal, sentence_of
from bot.cli.findings import Finding
from bot.cli.serving import slack_options
from bot.errors import DependencyError, UsageError
from bot.platforms.slack.options import APP_TOKEN, BOT_TOKEN, SlackOptions
from bot.platforms.slack.permissions import SCOPES, scopes_missing


def examine_slack(terminal: Terminal, *, is_running: bool) -> Iterator[Finding]:
    """The findings; one that says so where Slack is not set up at all.

    Beside a bot that `is_running` no connection is asked for: Slack allows that about once a minute.
    """
    options = slack_options(terminal.settings)
    if not (options.bot_token or options.app_token or options.signing_secret):
        yield Finding("slack", True, terminal.text("doctor-slack-none"))
        return
    try:
        options.check()
    except UsageError as error:
        yield _ill(terminal, "slack", "doctor-slack-settings", error)
        return
    yield from asyncio.run(_ask(terminal, options, is_running=is_running))


async def _ask(terminal: Terminal, options: SlackOptions, *, is_running: bool) -> list[Finding]:
    # Imported here: most commands start without them.
    from bot.platforms.slack.connection import open_client, refusals_said

    async with open_client(options) as client:
        try:
            answer = await refusals_said(client.auth_test(), variable=BOT_TOKEN)
        except (UsageError, DependencyError) as error:
            return [_ill(terminal, "slack", "doctor-slack-refused", error)]
        team, bot = str(answer.get("team") or answer.get("team_id")), str(answer.get("user") or "")
        found = [Finding("slack", True, terminal.text("doctor-slack-token", team=team, bot=bot))]
        found.append(_scopes(terminal, dict(answer.headers)))
        if options.transport == "http":
            text = terminal.text("doctor-slack-http", host=options.host, port=str(options.port))
            return [*found, Finding("slack_transport", True, text)]
        if is_running:
            return [*found, Finding("slack_transport", True, terminal.text("doctor-slack-running"))]
        try:
            await refusals_said(client.apps_connections_open(app_token=options.app_token), variable=APP_TOKEN)
        except (UsageError, DependencyError) as error:
            return [*found, _ill(terminal, "slack_transport", "doctor-slack-refused", error)]
        return [*found, Finding("slack_transport", True, terminal.text("doctor-slack-socket"))]


def _scopes(terminal: Terminal, headers: dict[str, Any]) -> Finding:
    """Slack names the token's scopes in a header of every answer."""
    named = next((value for name, value in headers.items() if name.lower() == "x-oauth-scopes"), None)
    if named is None:
        return Finding("slack_scopes", True, terminal.text("doctor-slack-scopes-unknown"))
    granted = frozenset(scope.strip() for scope in str(named).split(",") if scope.strip())
    missing = scopes_missing(granted)
    if missing:
        text = terminal.text("doctor-slack-scopes-missing", scopes=", ".join(missing))
        return Finding("slack_scopes", False, text, terminal.text("doctor-slack-scopes-advice"))
    return Finding("slack_scopes", True, terminal.text("doctor-slack-scopes", count=len(SCOPES)))


def _ill(terminal: Terminal, what: str, key: str, error: UsageError | DependencyError) -> Finding:
    problem = terminal.message(sentence_of(error))
    return Finding(what, False, terminal.text(key, problem=problem), terminal.text("doctor-slack-token-advice"))
