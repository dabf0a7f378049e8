"""One thread that writes to the inbox. What has gathered while it wrote is written next, in one transaction."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from typing import Any, TypeAlias

from bot.errors import StorageError
from bot.platforms.slack.ports import Body, Inbox, InboxRows, KeptItem, Kind

_MOST_AT_ONCE = 64
Write: TypeAlias = Callable[[InboxRows], Any]


class InboxWriter:
    """The inbox for the event loop: every call waits in the loop, none holds it up. Raises StorageError.

    Starts its thread at once; `close()` writes what is left and ends it.
    """

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox
        self._waiting: SimpleQueue[tuple[Write, Future[Any]] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="inbox", daemon=True)
        self._thread.start()

    async def claim(self, id: str, kind: Kind, body: Body) -> bool:
        """Write an item down; False where its id has come in before."""
        return bool(await self._write(lambda rows: rows.claim(id, str(kind), body)))

    async def note_reply(self, id: str, conversation: str, message: str) -> None:
        """Remember which message answers the item, so that a second attempt goes on with it."""
        await self._write(lambda rows: rows.note_reply(id, conversation, message))

    async def finish(self, id: str) -> None:
        """The item is done with."""
        await self._write(lambda rows: rows.finish(id))

    async def take_up_unfinished(self, *, underway: Collection[str]) -> Sequence[KeptItem]:
        """Items that are neither finished nor under way, each counted as attempted once more."""
        found: Sequence[KeptItem] = await self._write(lambda rows: rows.take_up_unfinished(underway=underway))
        return found

    async def sweep(self) -> int:
        """Forget finished items after a day, and return how many."""
        return int(await self._write(lambda rows: rows.sweep()))

    def close(self) -> None:
        """Write what waits and end the thread."""
        self._waiting.put(None)
        self._thread.join()

    async def _write(self, write: Write) -> Any:
        future: Future[Any] = Future()
        self._waiting.put((write, future))
        return await asyncio.wrap_future(future)

    def _run(self) -> None:
        while True:
            first = self._waiting.get()
            if first is None:
                return
            batch, is_last = [first], False
            while len(batch) < _MOST_AT_ONCE:
                try:
                    more = self._waiting.get_nowait()
                except Empty:
                    break
                if more is None:
                    is_last = True
                    break
                batch.append(more)
            # Somebody who no longer waits (a cancelled task) wants nothing written either.
            self._settle([(write, future) for write, future in batch if future.set_running_or_notify_cancel()])
            if is_last:
                return

    def _settle(self, batch: list[tuple[Write, Future[Any]]]) -> None:
        """All of them in one transaction; where one of several is at fault, each in its own."""
        try:
            with self._inbox.writing() as rows:
                results = [write(rows) for write, _ in batch]
        except StorageError as error:
            # The database refuses or is busy: it would do so again, a second each time.
            for _, future in batch:
                future.set_exception(error)
        except Exception as error:
            if len(batch) == 1:
                batch[0][1].set_exception(error)
                return
            for one in batch:
                self._settle([one])
        else:
            for (_, future), result in zip(batch, results, strict=True):
                future.set_result(result)
