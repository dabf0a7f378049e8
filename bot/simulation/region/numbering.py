"""Ids that follow from a number while a region is lived, in the place of those that are drawn anew each time.

What is owed at one moment goes out in the order of ids, and each message makes the clock go on and somebody draw what
they do next: with other ids, the half year is another one.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from random import Random
from types import ModuleType
from uuid import UUID, uuid4

_NAME = "uuid4"


@contextmanager
def ids_drawn_from(seed: int) -> Iterator[None]:
    """As long as it lasts, the modules of this package that are there draw their ids from a number.

    Only what asks for an id by its name in a module does so: keys, tokens and other secrets are as random as ever.
    """
    # A chance of its own: people do the same, however many ids are drawn.
    chance = Random(f"ids of {seed}")  # noqa: S311 — to repeat a run

    def drawn() -> UUID:
        return UUID(bytes=chance.randbytes(16), version=4)

    changed = list(_modules_with(uuid4))
    for module in changed:
        setattr(module, _NAME, drawn)
    try:
        yield
    finally:
        for module in changed:
            setattr(module, _NAME, uuid4)


def _modules_with(ids: Callable[[], UUID]) -> Iterator[ModuleType]:
    for name, module in list(sys.modules.items()):
        # Not this one: it would forget what it has to put back.
        if name.startswith("bot.") and name != __name__ and getattr(module, _NAME, None) is ids:
            yield module
