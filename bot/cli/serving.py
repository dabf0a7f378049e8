"""`minori serve`: the bot in Slack, until it is told to stop."""

import asyncio
import os
import signal
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import typer
from pydantic import SecretStr

from bot.adapters.control_socket import ControlServer
from bot.bootstrap import Application, make_membership
from bot.cli.asking import answer_for
from bot.cli.console import Terminal
from bot.cli.session import application_of, library_of
from bot.long_lived import settle
from bot.platforms.slack.options import SlackOptions
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.platforms.slack.serving import Started


def add_commands(app: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    """Add `serve`."""

    @app.command("serve", help=teach("help-serve"))
    def serve() -> None:
        terminal = open_terminal()
        options = slack_options(terminal.settings)
        # Before anything is loaded: a forgotten token is said at once.
        options.check()
        with (
            library_of(terminal) as library,
            application_of(terminal, library) as application,
            ControlServer(terminal.settings.data_dir, answer_for(terminal, application)),
        ):
            left = asyncio.run(_serve(terminal, application, options))
        terminal.note(terminal.text("serve-stopped", left=left))
        if left:
            # A thread still waits for a model. Its question is in the inbox and is taken up at the next start.
            os._exit(0)


def slack_options(settings: Settings) -> SlackOptions:
    """The settings as the transport takes them."""
    return SlackOptions(
        bot_token=_plain(settings.slack_bot_token),
        app_token=_plain(settings.slack_app_token),
        signing_secret=_plain(settings.slack_signing_secret),
        api_url=settings.slack_api_url,
        host=settings.serve_host,
        port=settings.serve_port,
    )


async def _serve(terminal: Terminal, application: Application, options: SlackOptions) -> int:
    # A second and more to import, which no other command needs.
    from bot.adapters.pictures.warming import start_warming
    from bot.bootstrap_office import make_slack_office
    from bot.platforms.slack.serving import Serving

    office = partial(make_slack_office, application)
    serving = Serving(options, inbox=application.library.database.inbox, make_office=office)
    stop = asyncio.Event()
    settle()
    for ending in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(ending, stop.set)

    def started(one: "Started") -> None:
        _greet(terminal, one)
        if word := make_membership(application.library).first_admin.wanted():
            terminal.note(terminal.text("serve-first-admin", word=word))
        start_warming(application.library.sentences, is_over=stop.is_set)

    return await serving.run(stop, started)


def _greet(terminal: Terminal, started: "Started") -> None:
    team, count = started.identity.team_name or started.identity.team_id, started.taken_up
    if started.address:
        terminal.note(terminal.text("serve-started-http", team=team, address=started.address, taken_up=count))
    else:
        terminal.note(terminal.text("serve-started-socket", team=team, taken_up=count))


def _plain(secret: SecretStr | None) -> str:
    return secret.get_secret_value().strip() if secret else ""
