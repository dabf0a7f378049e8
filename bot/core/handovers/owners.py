"""Who answers, and by when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime

from bot.core.audited import Looked, Looks, no_looks
from bot.core.calendars import zone_of
from bot.core.clock import Clock
from bot.core.handovers.models import OPEN_STATES, HandOver
from bot.core.handovers.ports import Calendars, HandOverStore
from bot.core.people import Directory, Member, Role, access_answering, access_assigning

REPLY_WITHIN = 2
"""Working days."""


class Owners:
    """Chooses coordinators and counts their working days."""

    def __init__(
        self,
        *,
        store: HandOverStore,
        directory: Directory,
        calendars: Calendars,
        clock: Clock,
        looks: Looks = no_looks,
    ) -> None:
        self._store, self._directory, self._calendars, self._clock = store, directory, calendars, clock
        self._looks = looks

    def looked_at(self, handover: HandOver, by: Member) -> None:
        """Somebody is shown the words of a question: kept where a firm's people asked it, and it is not theirs."""
        asker = self.asker(handover)
        company_id = asker.company.id if asker is not None and asker.company is not None else None
        if asker is not None and asker.id != by.id:
            self._looks(by, action=Looked.SEEN, kind="question", id=handover.id, company_id=company_id)

    def of(self, handover: HandOver) -> Member | None:
        """The owner, also one who cannot answer any more."""
        return self._directory.by_id(handover.owner_id) if handover.owner_id else None

    def asker(self, handover: HandOver) -> Member | None:
        """Who asked; None at the command line, and for somebody who is not known any more."""
        return self._directory.by_address(handover.asker) if handover.asker else None

    def by_id(self, id: str) -> Member | None:
        """Anybody."""
        return self._directory.by_id(id) if id else None

    def by_address(self, address: str) -> Member | None:
        """Anybody."""
        return self._directory.by_address(address) if address else None

    def choose(self, asker: Member | None, *, besides: Collection[str] = ()) -> Member | None:
        """The coordinator of the asker's firm, else the one with the fewest open questions; never the asker.

        `besides`: ids of people who are not to be asked again.
        """
        able = [one for one in self.able(asker) if one.id not in besides]
        if not able:
            return None
        wanted = asker.company.coordinator_id if asker and asker.company else None
        load = Counter(one.owner_id for one in self._store.in_state(OPEN_STATES))
        return min(able, key=lambda one: (one.id != wanted, load[one.id], one.id))

    def able(self, asker: Member | None) -> Sequence[Member]:
        """Coordinators who can be asked now."""
        there = [one for one in self._directory.people(role=Role.COORDINATOR) if self.is_able(one)]
        here = [one for one in there if not self.is_away(one)]
        return [one for one in here if asker is None or one.id != asker.id]

    def is_able(self, owner: Member | None) -> bool:
        """May still answer, and can be reached."""
        return owner is not None and access_answering(owner) and bool(owner.address)

    def is_away(self, owner: Member) -> bool:
        """On leave now."""
        now = self._clock.now()
        if owner.away_until is not None and owner.away_until > now:
            return True
        return self._calendars.is_on_leave(owner, now.astimezone(zone_of(owner.time_zone)).date())

    def admins(self) -> Sequence[Member]:
        """Who is told where nobody answers."""
        return [one for one in self._directory.people(role=Role.ADMIN) if access_assigning(one) and one.address]

    def reply_by(self, owner: Member) -> datetime:
        """When the owner's second working day from now ends."""
        return self._calendars.reply_by(self._clock.now(), REPLY_WITHIN, owner)

    def is_at_work(self, owner: Member) -> bool:
        """In the owner's working hours now: nobody is reminded in the evening or on a holiday."""
        here = self._clock.now().astimezone(zone_of(owner.time_zone))
        is_day = self._calendars.days_of(owner).is_working_day(here.date())
        return is_day and owner.works_from <= here.time() < owner.works_until

    def has_had_a_day(self, owner: Member, since: datetime) -> bool:
        """A working day of the owner has passed since that moment, and another one has begun."""
        zone = zone_of(owner.time_zone)
        following = self._calendars.days_of(owner).next_working_day(since.astimezone(zone).date())
        return self._clock.now() >= datetime.combine(following, owner.works_from, tzinfo=zone)
