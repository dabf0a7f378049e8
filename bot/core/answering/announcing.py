"""Telling of statements while they come: what must be known of a guide first is said before its first statement."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.core.answering import notes
from bot.core.answering.models import SourcePassage, Statement
from bot.core.messages import Message, Source

Listener = Callable[[Statement, Source], None]
"""Told of each statement as soon as it may be shown."""


@dataclass(frozen=True, slots=True)
class Announcer:
    """`listen` is told of each statement, `warn` of what must be known of its guide first."""

    listen: Listener | None
    warn: Callable[[Message], None] | None

    def about(self, passages: Mapping[str, SourcePassage], today: date) -> Listener:
        """Return what to call with each statement."""
        told: set[str] = set()

        def tell(statement: Statement, source: Source) -> None:
            if self.warn and source.guide not in told:
                for note in notes.said_first([passages[source.passage_id]], today=today):
                    self.warn(note)
            told.add(source.guide)
            if self.listen:
                self.listen(statement, source)

        return tell
