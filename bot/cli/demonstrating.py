"""`minori demo`: the bot in a local workspace, with a page in the browser to talk to it."""

import asyncio
import os
import signal
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
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
        region: Annotated[bool, typer.Option("--region", help=teach("help-demo-region"))] = False,
        firms: Annotated[int, typer.Option("--firms", min=1, max=150, help=teach("help-demo-firms"))] = 100,
        months: Annotated[int, typer.Option("--months", min=1, max=12, help=teach("help-demo-months"))] = 6,
        seed: Annotated[int, typer.Option("--seed", help=teach("help-demo-seed"))] = 7,
        first: Annotated[
            datetime,
            typer.Option(
                "--from",
                formats=["%Y-%m-%d"],
                metavar="YYYY-MM-DD",
                help=teach("help-demo-from"),
                show_default="2026-04-01",
            ),
        ] = datetime(2026, 4, 1),  # noqa: DTZ001 - a day, as typer reads one
    ) -> None:
        terminal = open_terminal()
        who = _Residents(load=_of_the_demonstration, since=None)
        if region:
            _refuse_taken(port)
            terminal, who = _region(terminal, first.date(), firms=firms, months=months, seed=seed, fresh=fresh)
        left = asyncio.run(_demonstrate(terminal, who, port=port, opens=not no_open, fresh=fresh and not region))
        if left:
            # A thread still waits for a model. Its question is in the inbox and is taken up the next time.
            sys.stdout.flush()
            os._exit(0)


@dataclass(frozen=True, slots=True)
class _Residents:
    """Who lives in the workspace, and since which day where it does not begin today."""

    load: Callable[[], "DemoFile"]
    since: date | None


def _of_the_demonstration() -> "DemoFile":
    # A second and more to import, which no other command needs.
    from bot.demo import load_demo

    return load_demo()


def _refuse_taken(port: int | None) -> None:
    """Said before minutes are spent on a region that then has no page."""
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", port or 0))
        except OSError as error:
            raise UsageError("demo-port-taken", port=str(port)) from error


def _region(
    terminal: Terminal, first: date, *, firms: int, months: int, seed: int, fresh: bool
) -> tuple[Terminal, _Residents]:
    """Live the region, unless it is there; it has a data folder of its own."""
    from bot.simulation.region.keeping import make_region, people_of, region_folder
    from bot.simulation.region.living import Wanted
    from bot.simulation.rules import known_until

    last, until = first + timedelta(days=round(months * 30.5)), known_until()
    if last > until:
        raise UsageError("simulate-days-wrong", least=1, most=366, until=until.isoformat())
    wanted = Wanted(first=first, last=last, firms=firms, seed=seed)
    folder = region_folder(terminal.settings.data_dir, wanted)
    with terminal.progress("progress-region") as advance:
        make_region(wanted, folder, terminal.sentences, anew=fresh, progress=advance)
    # Whatever database is set elsewhere: what is played here stays in its folder.
    settings = terminal.settings.model_copy(update={"data_dir": folder, "database_url": None, "key_file": None})
    return replace(terminal, settings=settings), _Residents(partial(people_of, folder), first)


async def _demonstrate(terminal: Terminal, who: _Residents, *, port: int | None, opens: bool, fresh: bool) -> int:
    """The page first, so that there is something to look at; then the bot, which reads its guides meanwhile.

    Returns how much is left in the inbox for the next time.
    """
    from bot.demo import make_workspace

    stop = asyncio.Event()
    for ending in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(ending, stop.set)
    demo = who.load()
    state_file = terminal.settings.data_dir / _STATE
    try:
        # Whoever comes second must not touch the conversations of whoever is at it.
        lock = IndexLock(terminal.settings.data_dir / _LOCK)
        try:
            if fresh:
                state_file.unlink(missing_ok=True)
            make = partial(make_workspace, demo, state_file=state_file, locale=terminal.locale, since=who.since)
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
