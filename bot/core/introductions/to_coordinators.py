"""What is told to coordinators, each about their own side; to whoever looks after it when it is sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.core.audited import Looked
from bot.core.introductions import owing, views
from bot.core.introductions.desk import Desk
from bot.core.introductions.keeping import Keeping
from bot.core.introductions.models import Part
from bot.core.introductions.questioning import asked
from bot.core.introductions.seeing import Seeing, Seen
from bot.core.messages import Reply
from bot.core.owed import Addressed, Composer, Owed


class ToCoordinators:
    """Composes messages."""

    def __init__(self, desk: Desk, seeing: Seeing) -> None:
        self._desk, self._seeing, self._keeping = desk, seeing, Keeping(desk.directory)

    def composers(self) -> Mapping[str, Composer]:
        """For each kind of message, what to say."""
        return {
            owing.ANSWERED: self._answered,
            owing.TOLD: self._told,
            owing.REQUESTED: self._requested,
            owing.CLOSED: self._closed,
            owing.QUESTION: self._question,
        }

    def _answered(self, owed: Owed) -> Addressed | None:
        """What a side said; nothing where it has said something else since."""
        named, _, count = owed.occurrence.rpartition("-")
        return self._to_keeper(owed, named, views.answered, if_answers=count)

    def _closed(self, owed: Owed) -> Addressed | None:
        return self._to_keeper(owed, owed.occurrence, views.closed)

    def _requested(self, owed: Owed) -> Addressed | None:
        """Nothing where it does not wait for them any more."""
        return self._to_keeper(
            owed, owed.occurrence, lambda seen, _part: views.requested(seen) if seen.is_requested else None
        )

    def _question(self, owed: Owed) -> Addressed | None:
        named, _, number = owed.occurrence.rpartition("-")
        return self._to_keeper(owed, named, lambda seen, part: asked(seen, part, int(number)))

    def _to_keeper(
        self, owed: Owed, named: str, say: Callable[[Seen, Part], Reply | None], *, if_answers: str = ""
    ) -> Addressed | None:
        """To whoever looks after a side now."""
        one = self._desk.store.by_id(owed.subject_id)
        part = next((part for part in Part if part == named), None)
        reader = self._keeping.keeper(one, part) if one and part else None
        seen = self._seeing.seen(one, reader) if one and reader else None
        if one is None or part is None or reader is None or seen is None:
            return None
        reply = say(seen, part) if if_answers in ("", str(one.side(part).answers)) else None
        if reply is None:
            return None
        firm = one.side(part).company_id
        self._desk.looks(reader, action=Looked.SEEN, kind="introduction", id=one.id, company_id=firm)
        return Addressed(reply=reply, locale=reader.locale or "ja")

    def _told(self, owed: Owed) -> Addressed | None:
        one = self._desk.store.by_id(owed.subject_id)
        reader = self._desk.directory.by_address(owed.person)
        seen = self._seeing.seen(one, reader) if one and reader else None
        return Addressed(reply=views.told(seen), locale=reader.locale or "ja") if seen and reader else None
