"""`minori demo`: the bot in a local workspace, with a page in the browser to talk to it."""

import asyncio
import os
import signal
import sys
import threading
import webbrowser
from collections.abc import Callable
from contextlib import ExitStack, suppress
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from bot.adapters.control_socket import ControlServer
from bot.adapters.index_lock import IndexLock
from bot.adapters.workspace_clock import FollowingClock
from bot.cli.asking import answer_for
from bot.cli.console import Terminal
from bot.cli.session import application_of, library_of
from bot.core.messages import Message
from bot.errors import IndexesInUse, UsageError
from bot.long_lived import settle

if TYPE_CHECKING:
    from bot.demo import DemoFile
    from bot.workspace.server import Workspace

_PORT = 8181
_STATE = "workspace.json"
_LOCK = "demonstration"


def add_commands(app: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    """Add `demo`."""

    @app.command("demo", help=teach("help-demo"))
    def demo(
        port: Annotated[
            int | None, typer.Option("--port", min=0, max=65_535, help=teach("help-demo-port"), show_default=False)
        ] = None,
        no_open: Annotated[bool, typer.Option("--no-open", help=teach("help-demo-no-open"))] = False,
        fresh: Annotated[bool, typer.Option("--fresh", help=teach("help-demo-fresh"))] = False,
    ) -> None:
        left = asyncio.run(_demonstrate(open_terminal(), port=port, opens=not no_open, fresh=fresh))
        if left:
            # A thread still waits for a model. Its question is in the inbox and is taken up the next time.
            sys.stdout.flush()
            os._exit(0)


async def _demonstrate(terminal: Terminal, *, port: int | None, opens: bool, fresh: bool) -> int:
    """The page first, so that there is something to look at; then the bot, which reads its guides meanwhile.

    Returns how much is left in the inbox for the next time.
    """
    # A second and more to import, which no other command needs.
    from bot.demo import load_demo, make_workspace

    stop = asyncio.Event()
    for ending in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(ending, stop.set)
    demo = load_demo()
    state_file = terminal.settings.data_dir / _STATE
    try:
        # Whoever comes second must not touch the conversations of whoever is at it.
        lock = IndexLock(terminal.settings.data_dir / _LOCK)
        try:
            if fresh:
                state_file.unlink(missing_ok=True)
            make = partial(make_workspace, demo, state_file=state_file, locale=terminal.locale)
            workspace = await _started(make, port)
            try:
                return await _serve(terminal, workspace, demo, stop, opens=opens)
            finally:
                await workspace.stop()
        finally:
            lock.release()
    except IndexesInUse as error:
        raise UsageError("demo-running-already") from error


async def _serve(
    terminal: Terminal, workspace: "Workspace", demo: "DemoFile", stop: asyncio.Event, *, opens: bool
) -> int:
    from bot.adapters.pictures.warming import start_warming
    from bot.bootstrap_office import make_slack_office
    from bot.demo import seed_people
    from bot.platforms.slack.options import SlackOptions
    from bot.platforms.slack.serving import Serving, Started
    from bot.workspace.seed import AppCredentials

    def started(_: Started) -> None:
        terminal.out(terminal.text("demo-ready", url=workspace.url))
        start_warming(library.sentences, is_over=stop.is_set)

    app, stack = AppCredentials(), ExitStack()
    options = SlackOptions(bot_token=app.bot_token, app_token=app.app_token, api_url=workspace.api_url)
    try:
        terminal.out(terminal.text("demo-page", url=workspace.url))
        if opens:
            # A browser of the terminal, where there is no other, stays until it is closed: nothing waits for it.
            threading.Thread(target=_open, args=(workspace.url,), name="browser", daemon=True).start()
        clock = await asyncio.to_thread(stack.enter_context, FollowingClock(f"{workspace.url}/clock"))
        library = await asyncio.to_thread(stack.enter_context, library_of(terminal, clock=clock))
        await asyncio.to_thread(seed_people, library, demo)
        application = await asyncio.to_thread(stack.enter_context, application_of(terminal, library))
        stack.enter_context(ControlServer(terminal.settings.data_dir, answer_for(terminal, application)))
        serving = Serving(options, inbox=library.database.inbox, make_office=partial(make_slack_office, application))
        settle()
        left = await serving.run(stop, started)
        terminal.out(terminal.message(Message("demo-stopped")))
        return left
    finally:
        await asyncio.to_thread(stack.close)


def _open(url: str) -> None:
    with suppress(webbrowser.Error, OSError):
        webbrowser.open(url)


async def _started(make: "Callable[[], Workspace]", port: int | None) -> "Workspace":
    """The workspace on the port that was asked for, or on the usual one, or, where that is taken, on a free one."""
    workspace = make()
    try:
        await workspace.start(_PORT if port is None else port)
    except OSError as error:
        await workspace.stop()
        if port is not None:
            raise UsageError("demo-port-taken", port=str(port)) from error
        workspace = make()
        await workspace.start(0)
    return workspace
