"""A desk that remembers what it was given and does as it is told."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from bot.platforms.slack.ports import Body, InboxItem

Work = Callable[[InboxItem], Awaitable[None]]


class RecordingDesk:
    """`work` is awaited for every item that is taken; everything is remembered in order."""

    def __init__(self, work: Work | None = None, *, answer: Body | None = None) -> None:
        self.work, self.answer = work, answer
        self.taken: list[InboxItem] = []
        self.taken_up: list[InboxItem] = []
        self.sheets: list[Body] = []
        self.apologies: list[tuple[Body, str | None]] = []
        self.changed = asyncio.Condition()

    async def open_sheet(self, body: Body) -> str | None:
        self.sheets.append(body)
        return f"V{len(self.sheets)}"

    def acknowledgement(self, body: Body) -> Body | None:
        return self.answer

    async def take(self, item: InboxItem) -> None:
        await self._tell(self.taken, item)
        if self.work:
            await self.work(item)

    async def take_up(self, item: InboxItem) -> None:
        await self._tell(self.taken_up, item)
        if self.work:
            await self.work(item)

    async def apologise(self, body: Body, *, view_id: str | None) -> None:
        async with self.changed:
            self.apologies.append((body, view_id))
            self.changed.notify_all()

    async def until(self, happened: Callable[[], bool], *, timeout_s: float = 10) -> None:
        """Wait for something to have happened at the desk."""
        async with asyncio.timeout(timeout_s), self.changed:
            await self.changed.wait_for(happened)

    async def _tell(self, where: list[InboxItem], item: InboxItem) -> None:
        async with self.changed:
            where.append(item)
            self.changed.notify_all()
