"""What the guides say to a question of ours: the citation beside a suggested step. Nobody asked, so nothing is kept."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.core.answering.in_chat import passage_reply
from bot.core.answering.models import SourcePassage
from bot.core.answering.service import AnsweringService
from bot.core.messages import Reply, Source
from bot.core.people import Member, access_reading
from bot.errors import UsageError

_MOST_KEPT = 200


class Advising:
    """Finds the first citation of an answer. The few questions come again and again, so that what was found is kept
    until the guides change (`revision`)."""

    def __init__(self, *, answering: AnsweringService, revision: Callable[[], int]) -> None:
        self._answering, self._revision = answering, revision
        self._kept: dict[object, Source | None] = {}
        self._lock = threading.Lock()

    def on(self, question: str, readers: Sequence[Member]) -> Source | None:
        """The best quote for these readers; None where the guides do not answer. Raises StorageError, IndexDamaged."""
        revision = self._revision()
        key = (revision, question, tuple(sorted(_reads_as(reader) for reader in readers)))
        with self._lock:
            if key in self._kept:
                return self._kept[key]
        sources = self._answering.quotes(text=question, may_read=lambda passage: _may_read(readers, passage))
        found = replace(sources[0], number=1) if sources else None
        with self._lock:
            if len(self._kept) >= _MOST_KEPT or any(one[0] != revision for one in self._kept if isinstance(one, tuple)):
                self._kept.clear()
            self._kept[key] = found
        return found

    def passage(self, question: str, readers: Sequence[Member]) -> Reply:
        """The cited passage between its neighbours. Raises UsageError where there is none for these readers now."""
        source = self.on(question, readers)
        if source is None:
            raise UsageError("passage-unknown", passage="1")
        around = self._answering.neighbours(
            passage_id=source.passage_id, may_read=lambda passage: _may_read(readers, passage)
        )
        return passage_reply(source, around)


def _may_read(readers: Sequence[Member], passage: SourcePassage) -> bool:
    return access_reading(readers, passage.audience, is_bundled=passage.is_bundled)


def _reads_as(reader: Member) -> str:
    """What decides which guides somebody may read."""
    return ",".join(sorted(reader.roles)) + ("!" if reader.has_left else "")
