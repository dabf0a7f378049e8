"""Opening the library and the application for a command: guides first, then indexes, each with its progress."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bot.bootstrap import Application, Library, bundled_files, open_application, open_library
from bot.cli.console import Terminal


@contextmanager
def library_of(terminal: Terminal, *, sync: bool = True) -> Iterator[Library]:
    """The database with the bundled guides in it, as far as the settings want them."""
    with open_library(terminal.settings) as library:
        if sync and terminal.settings.bundled_guides:
            with terminal.progress("progress-bundled") as advance:
                library.guides.sync_bundled(
                    files=bundled_files(), progress=lambda *, done, total, **_: advance(done, total)
                )
        yield library


@contextmanager
def application_of(terminal: Terminal, library: Library) -> Iterator[Application]:
    """The indexes brought up to the guides. Raises IndexesInUse where another process owns them."""
    with open_application(library) as application:
        with terminal.progress("progress-index") as advance:
            application.indexes.serving(wait=True, progress=advance)
        yield application
