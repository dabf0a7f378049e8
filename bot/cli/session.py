"""Opening the library and the application for a command: guides first, then indexes, each with its progress."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bot.bootstrap import Application, Library, load_bundled, open_application, open_library
from bot.cli.console import Terminal
from bot.core.clock import Clock


@contextmanager
def library_of(terminal: Terminal, *, clock: Clock | None = None) -> Iterator[Library]:
    """The database with the bundled guides in it, as far as the settings want them."""
    with open_library(terminal.settings, clock=clock) as library:
        with terminal.progress("progress-bundled") as advance:
            load_bundled(library, advance)
        yield library


@contextmanager
def application_of(terminal: Terminal, library: Library) -> Iterator[Application]:
    """The indexes brought up to the guides. Raises IndexesInUse where another process owns them."""
    with open_application(library) as application:
        with terminal.progress("progress-index") as advance:
            application.indexes.serving(wait=True, progress=advance)
        yield application
