"""What a library written in Rust may raise when the files under it are damaged.

A panic arrives as `pyo3_runtime.PanicException`, which derives from BaseException and can be imported from nowhere;
each extension has its own. Its base is the narrowest thing that can be caught without catching Ctrl-C.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from bot.errors import IndexDamaged


@contextlib.contextmanager
def translated(dependency: str) -> Iterator[None]:
    """Turn anything the dependency raises, a panic included, into IndexDamaged."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError, IndexDamaged):
        raise
    except BaseException as error:
        raise IndexDamaged(dependency, f"{type(error).__name__}: {error}") from error
