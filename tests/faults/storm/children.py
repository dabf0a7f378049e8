"""Processes that are forked from one that has loaded everything, and killed or stopped at a named point.

A fork costs milliseconds where a start costs seconds: that is what lets a thousand processes die in a minute. Whoever
forks has no thread, no connection to a database, and no event loop.
"""

from __future__ import annotations

import gc
import os
import random
import select
import signal
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

_PATIENCE_S = 60.0


@dataclass(frozen=True)
class Blow:
    """What happens to a child: SIGKILL or SIGSTOP when it passes `point` for the `nth` time, or at a random moment of
    `within_s` real seconds. With no point and no time nothing happens to it."""

    point: str = ""
    nth: int = 1
    stops: bool = False
    within_s: float = 0.0


UNHARMED = Blow()


class Switch:
    """In the child: told every point that it passes."""

    def __init__(self, blow: Blow) -> None:
        self._blow, self._passed = blow, Counter[str]()
        self.last = ""

    @classmethod
    def unharmed(cls) -> Switch:
        """One that nothing happens at."""
        return cls(UNHARMED)

    def reach(self, point: str) -> None:
        """The child is at this point; for some it is the last one."""
        self.last = point
        self.strike(point)

    def strike(self, point: str) -> None:
        """The same for a point within another one."""
        self._passed[point] += 1
        if (point, self._passed[point]) == (self._blow.point, self._blow.nth):
            os.kill(os.getpid(), signal.SIGSTOP if self._blow.stops else signal.SIGKILL)


class MoreToDo(Exception):
    """What a child raises to tell its parent that its work is well done and not at its end."""


_MORE_TO_DO = 3


@dataclass
class Child:
    """A child, as its parent sees it."""

    pid: int
    pipe: int
    blow: Blow
    ended: int | None = None
    said: bytes = field(default=b"")

    @property
    def was_killed(self) -> bool:
        return self.ended is not None and os.WIFSIGNALED(self.ended) and os.WTERMSIG(self.ended) == signal.SIGKILL

    @property
    def has_failed(self) -> bool:
        """It ended with an error of its own."""
        return self.ended is not None and not (self.was_killed or self.ended == 0 or self.has_more_to_do)

    @property
    def has_more_to_do(self) -> bool:
        return self.ended is not None and os.waitstatus_to_exitcode(self.ended) == _MORE_TO_DO


def fork(work: Callable[[Switch], None], blow: Blow = UNHARMED) -> Child:
    """Start a child that does the work and ends."""
    reading_end, writing_end = os.pipe()
    gc.freeze()
    pid = os.fork()
    if pid:
        os.close(writing_end)
        return Child(pid, reading_end, blow)
    status = 1
    try:
        os.close(reading_end)
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        work(Switch(blow))
        status = 0
    except MoreToDo:
        status = _MORE_TO_DO
    except BaseException:
        os.write(writing_end, traceback.format_exc().encode()[-3_000:])
    finally:
        os._exit(status)
    raise AssertionError("unreachable")


def await_stop(child: Child) -> bool:
    """Wait until a child stops (True) or ends (False)."""
    _, status = os.waitpid(child.pid, os.WUNTRACED)
    if os.WIFSTOPPED(status):
        return True
    _ended(child, status)
    return False


def go_on(child: Child) -> None:
    """Let a stopped child continue."""
    os.kill(child.pid, signal.SIGCONT)


def await_end(child: Child) -> None:
    """Wait until a child has ended; one that is to die at a random moment is killed then."""
    if child.ended is not None:
        return
    deadline = time.monotonic() + _PATIENCE_S
    if child.blow.within_s:
        _read_until_end(child, random.uniform(0, child.blow.within_s))
        _kill(child)
    _read_until_end(child, deadline - time.monotonic())
    if not _is_closed(child):
        child.said += b"it did not end"
        _kill(child)
        _, status = os.waitpid(child.pid, 0)
        _ended(child, 1 << 8)
        return
    _, status = os.waitpid(child.pid, 0)
    _ended(child, status)


def _read_until_end(child: Child, seconds: float) -> None:
    """Read what a child says, until it has ended or the time is over."""
    deadline = time.monotonic() + seconds
    while (left := deadline - time.monotonic()) > 0:
        ready, _, _ = select.select([child.pipe], [], [], left)
        if not ready:
            return
        said = os.read(child.pipe, 4096)
        if not said:
            return
        child.said += said


def _is_closed(child: Child) -> bool:
    ready, _, _ = select.select([child.pipe], [], [], 0)
    return bool(ready) and not os.read(child.pipe, 4096)


def _kill(child: Child) -> None:
    os.kill(child.pid, signal.SIGKILL)


def _ended(child: Child, status: int) -> None:
    child.ended = status
    while said := os.read(child.pipe, 4096) if select.select([child.pipe], [], [], 0)[0] else b"":
        child.said += said
    os.close(child.pipe)
