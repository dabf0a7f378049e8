"""Shows a changeover to one person, as it stands at that moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.core.audited import Looked, Looks, no_looks
from bot.core.calendars import zone_of
from bot.core.changeovers import views
from bot.core.changeovers.models import Changeover, State
from bot.core.changeovers.ports import Holdings
from bot.core.changeovers.rules import can_have_back
from bot.core.changeovers.summing import Entry, Summing
from bot.core.clock import Clock
from bot.core.messages import PAGE, Message, OutgoingFile, Reply, Said
from bot.core.people import Directory, Member

BACK_WITHIN = timedelta(days=7)
"""For so long the receiver can give back; what covers a leave, until it comes back by itself."""


class Seeing:
    """Draws it; what is not the reader's to see is left out (`views.Seen.may_see_names`)."""

    def __init__(
        self,
        *,
        summing: Summing,
        holdings: Holdings,
        directory: Directory,
        clock: Clock,
        looks: Looks = no_looks,
    ) -> None:
        self._summing, self._directory, self._clock, self._looks = summing, directory, clock, looks
        self.holdings = holdings

    def card(self, one: Changeover, reader: Member, *, files: Sequence[OutgoingFile] = ()) -> Reply:
        """How it stands."""
        seen = self.seen(one, reader)
        return views.card(seen, self._summing.names(one) if seen.may_see_names else (), files=tuple(files))

    def preview(
        self, one: Changeover, reader: Member, *, wanted: Sequence[str] = (), fault: Message | None = None
    ) -> Reply:
        """What would change hands."""
        found = self._summing.of(one, reader, wanted=wanted)
        self._looked_at(found.entries[:PAGE], reader)
        return views.preview(self.seen(one, reader), found, fault=fault)

    def look(self, one: Changeover, reader: Member, page: int) -> Reply:
        """By name and number."""
        seen = self.seen(one, reader)
        if not seen.may_see_names:
            return aside("changeover-not-yours")
        entries, page = views.page_of(seen, self._summing.of(one, reader), page)
        self._looked_at(entries[(page - 1) * PAGE : page * PAGE], reader)
        return views.look(seen, entries, page)

    def seen(self, one: Changeover, reader: Member) -> views.Seen:
        """It, for a reader."""
        return views.Seen(
            one=one,
            reader=reader,
            giver=self._name(one.giver_id),
            receiver=self._name(one.receiver_id),
            today=self.today(reader),
            can_give_back=self.can_give_back(one),
        )

    def can_give_back(self, one: Changeover) -> bool:
        """Is there still time, and somebody to give it to?"""
        if not can_have_back(self._directory.by_id(one.giver_id), one):
            return False
        if one.state is not State.MOVED or one.moved_at is None or not one.moved:
            return False
        return one.until_on is not None or self._clock.now() - one.moved_at <= BACK_WITHIN

    def today(self, reader: Member) -> date:
        """The day where somebody is."""
        return self._clock.now().astimezone(zone_of(reader.time_zone)).date()

    def _looked_at(self, entries: Sequence[Entry], reader: Member) -> None:
        """Numbers of a firm were shown."""
        for one in entries:
            if one.counts is not None:
                self._looks(reader, action=Looked.SEEN, kind="company", id=one.id, company_id=one.id)

    def _name(self, id: str) -> str:
        person = self._directory.by_id(id)
        return person.name if person else ""


def aside(key: str) -> Reply:
    """A word for whoever pressed alone."""
    return Reply(parts=(Said(Message(key)),), is_aside=True)
