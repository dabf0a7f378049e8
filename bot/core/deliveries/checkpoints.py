"""The places at which the worker can be watched, held up or killed: what the fault tests visit one by one."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TypeAlias


class Checkpoint(StrEnum):
    """In the order in which a delivery passes them; the last three belong to one whose outcome is not known."""

    BEFORE_CLAIM = "before-claim"
    CLAIMED = "claimed"
    COMPOSED = "composed"
    BEFORE_SEND = "before-send"
    ANSWERED = "answered-before-record"
    RECORDED = "recorded"
    BEFORE_DROP = "before-drop"
    DROPPED = "dropped"
    BEFORE_READ_BACK = "before-read-back"
    READ_BACK = "read-back"
    CLEARED_UP = "cleared-up"


Watch: TypeAlias = Callable[[Checkpoint], None]
"""Told whenever the worker comes by a checkpoint."""


def unwatched(_: Checkpoint) -> None:
    """Nobody watches."""
