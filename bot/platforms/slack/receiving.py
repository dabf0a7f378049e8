"""From Slack's payload to the desk: written down, acknowledged, then worked on in a task of its own.

What was taken in and not finished is taken up again: at the next start after a crash, and now and then while running.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine, MutableMapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import structlog
from slack_bolt.response import BoltResponse

from bot.core.clock import SystemClock
from bot.errors import StorageError
from bot.platforms.slack.arrivals import Arrival, arrival_of
from bot.platforms.slack.inbox_writer import InboxWriter
from bot.platforms.slack.ports import Body, Desk, InboxItem, KeptItem, Kind

MOST_ATTEMPTS = 3
"""How often an item is worked on: what ends the process each time must not do so for ever."""
_ITEM, _SHEET, _ANSWER = "minori_item", "minori_sheet", "minori_answer"
_CLOCK = SystemClock()
Context = MutableMapping[str, Any]


class Receiving:
    """Owns every item between its arrival and its end. Used in the event loop only."""

    def __init__(
        self,
        *,
        desk: Desk,
        inbox: InboxWriter,
        bot_user_id: str,
        real_now: Callable[[], datetime] = _CLOCK.now,
    ) -> None:
        self._desk, self._inbox, self._bot_user_id, self._real_now = desk, inbox, bot_user_id, real_now
        self._tasks: set[asyncio.Task[None]] = set()
        # Ids that are being claimed or worked on; a repeat may be claiming the same one at the same time.
        self._held: Counter[str] = Counter()

    async def write_down(
        self, body: Body, context: Context, following: Callable[[], Awaitable[BoltResponse]]
    ) -> BoltResponse:
        """Bolt's global middleware: claims the payload's id in the inbox before Bolt acknowledges it.

        Repeats, and what is nothing for us, are acknowledged and dropped. Where the inbox cannot be written, an event
        is not acknowledged, so that Slack sends it again; a press is, with an apology, as Slack sends it only once.
        """
        arrival = arrival_of(body, bot_user_id=self._bot_user_id)
        if arrival is None:
            return _acknowledged()
        answer = dict(self._desk.acknowledgement(body) or {}) if arrival.kind is Kind.SUBMISSION else {}
        if answer.get("response_action") == "errors":
            # Sent back to be filled in again: nothing has come in yet.
            return _acknowledged(answer)
        # The trigger of a sheet lives three seconds, so that the sheet waits for nothing, the inbox included.
        sheet = asyncio.create_task(self._desk.open_sheet(body)) if arrival.opens_sheet else None
        self._held[arrival.id] += 1
        try:
            is_new = await self._inbox.claim(arrival.id, arrival.kind, _without_token(body))
        except StorageError as error:
            self._release(arrival.id)
            _log().error("not_written_down", id=arrival.id, kind=str(arrival.kind), exc_info=error)
            return self._unwritten(arrival, body, sheet, answer)
        if not is_new:
            self._release(arrival.id)
            return _acknowledged()
        context.update({_ITEM: self._new_item(arrival, body), _SHEET: sheet, _ANSWER: answer})
        return await following()

    def acknowledgement(self, context: Context) -> dict[str, Any]:
        """What a sent form is acknowledged with; {} closes it."""
        answer: dict[str, Any] = context[_ANSWER]
        return answer

    def hand_on(self, context: Context) -> None:
        """Begin to work on what `write_down` has put into the context."""
        item: InboxItem = context[_ITEM]
        self._begin(self._finish_after(item, self._take(item, context[_SHEET])))

    async def take_up_unfinished(self) -> int:
        """Begin again with what was taken in, is not finished and not under way; returns how many.

        Raises StorageError.
        """
        kept = await self._inbox.take_up_unfinished(underway=frozenset(+self._held))
        for row in kept:
            item = _item_of(row, self._bot_user_id)
            self._held[item.id] += 1
            self._begin(self._finish_after(item, self._take_up(item)))
        return len(kept)

    async def drain(self, *, timeout_s: float) -> int:
        """Wait for what is under way, then let go of the rest and return how much that is; it stays in the inbox."""
        if not self._tasks:
            return 0
        _, left = await asyncio.wait(set(self._tasks), timeout=timeout_s)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        return len(left)

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _release(self, id: str) -> None:
        self._held[id] -= 1
        if not self._held[id]:
            del self._held[id]

    def _new_item(self, arrival: Arrival, body: Body) -> InboxItem:
        return InboxItem(id=arrival.id, kind=arrival.kind, name=arrival.name, body=body, received_at=self._real_now())

    async def _take(self, item: InboxItem, sheet: asyncio.Task[str | None] | None) -> None:
        view_id = await sheet if sheet else _view_of(item)
        await self._desk.take(replace(item, view_id=view_id))

    async def _take_up(self, item: InboxItem) -> None:
        if item.attempts > MOST_ATTEMPTS:
            _log().error("given_up", id=item.id, kind=str(item.kind), attempts=item.attempts)
            await self._desk.apologise(item.body, view_id=None)
        else:
            await self._desk.take_up(item)

    async def _finish_after(self, item: InboxItem, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
            await self._inbox.finish(item.id)
        except Exception as error:
            # It stays in the inbox and is taken up again.
            _log().error("not_finished", id=item.id, kind=str(item.kind), attempts=item.attempts, exc_info=error)
        finally:
            self._release(item.id)

    def _unwritten(
        self, arrival: Arrival, body: Body, sheet: asyncio.Task[str | None] | None, answer: dict[str, Any]
    ) -> BoltResponse:
        if arrival.kind is Kind.EVENT:
            return BoltResponse(status=503, body="")
        self._begin(self._apologise(body, sheet))
        return _acknowledged(answer)

    async def _apologise(self, body: Body, sheet: asyncio.Task[str | None] | None) -> None:
        view_id = await sheet if sheet else _open_view(body)
        await self._desk.apologise(body, view_id=view_id)


def _acknowledged(answer: dict[str, Any] | None = None) -> BoltResponse:
    return BoltResponse(status=200, body=answer or "")


def _without_token(body: Body) -> Body:
    """The body as it is kept: without Slack's old verification token, which nothing needs."""
    return {name: value for name, value in body.items() if name != "token"}


def _view_of(item: InboxItem) -> str | None:
    return _open_view(item.body) if item.kind is Kind.SUBMISSION else None


def _open_view(body: Body) -> str | None:
    view = body.get("view")
    return view.get("id") if isinstance(view, dict) else None


def _item_of(row: KeptItem, bot_user_id: str) -> InboxItem:
    """The item of a row. What it is called is read from its body, as when it came in."""
    arrival = arrival_of(row.body, bot_user_id=bot_user_id)
    return InboxItem(
        id=row.id,
        kind=Kind(row.kind),
        name=arrival.name if arrival else "",
        body=row.body,
        received_at=row.received_at,
        attempts=row.attempts,
        reply=row.reply,
    )


def _log() -> structlog.typing.FilteringBoundLogger:
    log: structlog.typing.FilteringBoundLogger = structlog.get_logger(__name__)
    return log
