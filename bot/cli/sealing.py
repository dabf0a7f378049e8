"""`minori keys …`: the keys with which words and contacts are sealed in the database."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from bot.adapters.index_lock import IndexLock
from bot.adapters.storage.key_file import copy_keys, merge_keys, read_keys
from bot.adapters.storage.resealing import rotate as make_new
from bot.bootstrap import open_library
from bot.cli.console import Terminal
from bot.core.clock import SystemClock
from bot.errors import IndexesInUse, KeysNotFit, UsageError


def add_commands(app: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    """Add the group `keys`."""
    keys = typer.Typer(help=teach("help-keys"), no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(keys, name="keys")
    _add_showing(keys, teach, open_terminal)
    _add_copying(keys, teach, open_terminal)
    _add_rotating(keys, teach, open_terminal)


def _add_showing(keys: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @keys.command("show", help=teach("help-keys-show"))
    def show(as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False) -> None:
        terminal = open_terminal()
        file = terminal.settings.sealing_keys
        ring = read_keys(file)
        found = ring.keys if ring else ()
        if not found and not as_json:
            terminal.out(terminal.text("keys-none", path=str(file)))
        for key in found:
            day, is_newest = f"{key.made_at:%Y-%m-%d}", key is found[-1]
            if as_json:
                terminal.json({"id": key.id, "made_on": day, "seals": is_newest})
            else:
                said = "keys-seals" if is_newest else "keys-opens"
                terminal.out(terminal.text(said, id=key.id, day=day, path=str(file)))


def _add_copying(keys: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @keys.command("save", help=teach("help-keys-save"))
    def save(file: Annotated[Path, typer.Argument(metavar="FILE", help=teach("help-keys-save-file"))]) -> None:
        terminal = open_terminal()
        kept = terminal.settings.sealing_keys
        ring = read_keys(kept)
        if ring is None:
            raise UsageError("keys-none", path=str(kept))
        if file.exists():
            raise UsageError("keys-file-exists", path=str(file))
        copy_keys(ring, to=file)
        terminal.out(terminal.text("keys-saved", path=str(file), count=len(ring.keys)))

    @keys.command("add", help=teach("help-keys-add"))
    def add(file: Annotated[Path, typer.Argument(metavar="FILE", help=teach("help-keys-add-file"))]) -> None:
        terminal = open_terminal()
        given = read_keys(file)
        if given is None:
            raise KeysNotFit("sealing-key-no-file", path=str(file))
        kept = terminal.settings.sealing_keys
        count = merge_keys(kept, given)
        terminal.out(terminal.text("keys-added", path=str(kept), count=count))


def _add_rotating(keys: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @keys.command("rotate", help=teach("help-keys-rotate"))
    def rotate() -> None:
        terminal = open_terminal()
        _refuse_beside_a_server(terminal)
        with open_library(terminal.settings) as library:
            file = terminal.settings.sealing_keys
            ring, count = make_new(library.database.engine, file=file, now=SystemClock().now())
        terminal.out(terminal.text("keys-rotated", id=ring.newest.id, count=count, path=str(file)))


def _refuse_beside_a_server(terminal: Terminal) -> None:
    """A server would go on with the keys that it has read."""
    try:
        IndexLock(terminal.settings.data_dir / "indexes").release()
    except IndexesInUse as error:
        raise UsageError("keys-server-runs") from error
