"""`minori …`: the command line. One module a group of commands; `main` turns every error into a sentence."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and exit: 0 done, 1 failed, 2 used wrongly."""
    # One thread for linear algebra: our matrices are small, and threads that wait for each other on a busy machine
    # cost more than they bring. Read by numpy when it is first imported.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        run = _loaded()
        run(arguments)
    except KeyboardInterrupt:
        # Before or after the command itself, which ends with the same status and as quietly.
        sys.exit(1)


def _loaded() -> Callable[[Sequence[str] | None], None]:
    """The commands. The collector waits until the program is loaded and never looks at it again: half of the time that
    a command took to begin went into looking at what stays anyway."""
    gc.disable()
    try:
        from bot.cli.app import run
    finally:
        gc.enable()
    gc.freeze()
    return run
