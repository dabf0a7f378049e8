"""What is sent of a bundle, from the record as it is then. What cannot be told in its slot is due again."""

from __future__ import annotations

from bot.core.clock import Clock
from bot.core.nudges.drawing import Drawing
from bot.core.nudges.models import Bundle
from bot.core.nudges.ports import Calendars, NudgeStore, WishStore
from bot.core.nudges.reading import Reader
from bot.core.nudges.slots import may_be_told
from bot.core.owed import Addressed, Owed
from bot.core.people import Directory, Member


class Composing:
    """The composer of bundles."""

    def __init__(
        self,
        store: NudgeStore,
        wishes: WishStore,
        directory: Directory,
        calendars: Calendars,
        drawing: Drawing,
        clock: Clock,
    ) -> None:
        self._store, self._wishes, self._directory = store, wishes, directory
        self._calendars, self._drawing, self._clock = calendars, drawing, clock

    def compose(self, owed: Owed) -> Addressed | None:
        """The message; None where nothing of it stands any more, and where it is too late for its slot: the delivery
        was kept until after hours, or the reader is away since. Then its matters come with the next message."""
        bundle = self._store.bundle(owed.subject_id)
        reader = self._reader(bundle) if bundle else None
        if bundle is None or reader is None or not bundle.items:
            return None
        if not self._is_in_time(bundle, reader):
            self._store.give_back(bundle)
            return None
        found = self._drawing.live(bundle, reader, self._wishes.muted(reader.member.id))
        # What the reader has settled between planning and sending is no news to them.
        live = [one for one in found if not one.first.done]
        if not live:
            return None
        return Addressed(reply=self._drawing.reply(bundle, live, reader), locale=reader.locale)

    def _reader(self, bundle: Bundle) -> Reader | None:
        member: Member | None = self._directory.by_id(bundle.person_id)
        return Reader(member, self._clock.now()) if member is not None and not member.has_left else None

    def _is_in_time(self, bundle: Bundle, reader: Reader) -> bool:
        member = reader.member
        preference, days = self._wishes.preference(member.id), self._calendars.days_of(member)
        return bundle.day == reader.today and may_be_told(reader.now, member, preference, days)
