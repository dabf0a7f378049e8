"""Threads for the synchronous core: a quick pool and a slow pool.

Buttons and forms have their own threads, so that two hundred slow answers cannot delay one button. How many of the slow
ones compute at a time is the answering side's business (bot/bootstrap.py): waiting for a model takes no core.
"""

from __future__ import annotations

import asyncio
import contextvars
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import TypeVar

Result = TypeVar("Result")

_QUICK_THREADS = 8
# Most of them only wait for a model; a hundred questions at once are to be under way, not in a queue.
_SLOW_THREADS = 100


_SWITCH_S = 0.0005


@contextmanager
def quick_switching() -> Iterator[None]:
    """Have threads give way to each other ten times as often as Python does by itself, for the whole process.

    An acknowledgement changes threads several times, and each time waits for those that compute. With all cores
    computing, its 99th percentile fell from 750 ms to 65 ms (`minori bench acks`, Python 3.11, two cores).
    """
    before = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH_S)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


class Workers:
    """Two pools of threads. `close()` when done."""

    def __init__(self, *, quick: int = _QUICK_THREADS, slow: int = _SLOW_THREADS) -> None:
        self._quick = ThreadPoolExecutor(quick, thread_name_prefix="quick")
        self._slow = ThreadPoolExecutor(slow, thread_name_prefix="slow")
        self._running: set[Future[object]] = set()

    async def run_quick(self, work: Callable[[], Result]) -> Result:
        """Run a button's or a form's work in a thread and return its result."""
        return await self._run(self._quick, work)

    async def run_slow(self, work: Callable[[], Result]) -> Result:
        """Run a question's or a document's work in a thread and return its result."""
        return await self._run(self._slow, work)

    def close(self, *, timeout_s: float = 0) -> bool:
        """Take nothing more and forget what waits; True when all threads are idle within `timeout_s` seconds."""
        for pool in (self._quick, self._slow):
            pool.shutdown(wait=False, cancel_futures=True)
        return not wait(list(self._running), timeout=timeout_s).not_done

    async def _run(self, pool: ThreadPoolExecutor, work: Callable[[], Result]) -> Result:
        context = contextvars.copy_context()
        future: Future[Result] = pool.submit(context.run, work)
        self._running.add(future)  # type: ignore[arg-type]
        future.add_done_callback(self._running.discard)
        return await asyncio.wrap_future(future)
