"""Whose words our messages and files have: kept, so that they can be taken back when the words are deleted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from bot.core.messages import Reply
from bot.core.posted import NoNotes, Posted, PostedKind, PostedNotes, about_of
from bot.platforms.slack.workers import Workers


class Remembering:
    """Its methods run in the event loop and raise StorageError; most messages have nobody's words and cost nothing."""

    def __init__(self, workers: Workers, posted: PostedNotes | None) -> None:
        self._workers, self._posted = workers, posted or NoNotes()

    async def message(self, reply: Reply, conversation: str, message: str, thread: str = "") -> None:
        """A reply stands, or is about to stand, there."""
        if message:
            where = Posted(kind=PostedKind.MESSAGE, message=message, conversation=conversation, thread=thread)
            await self._kept(reply, where)

    async def files(self, about: Reply, files: Sequence[str]) -> None:
        """Files of a reply are about to be shown."""
        for one in files:
            await self._kept(about, Posted(kind=PostedKind.FILE, message=one))

    async def page(self, reply: Reply, person: str) -> None:
        """A reply is about to become somebody's page."""
        await self._workers.run_quick(partial(self._posted.page, about_of(reply), person))

    async def no_words(self, conversation: str, message: str) -> None:
        """A message says nothing of anybody any more."""
        await self._workers.run_quick(partial(self._posted.forget, conversation, message))

    async def _kept(self, reply: Reply, posted: Posted) -> None:
        about = about_of(reply)
        if about:
            await self._workers.run_quick(partial(self._posted.note, about, posted))
