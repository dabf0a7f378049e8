"""Who has to do with an entry: who may look at it, who is asked, what they and their firms are called."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.core.calendars import zone_of
from bot.core.clock import Clock
from bot.core.entries.freeing import firm_names, person_names
from bot.core.entries.models import Entry
from bot.core.entries.ports import Calendars, LookedAt
from bot.core.people import Directory, Member, Role, access_reviewing


class Reviewers:
    """Looks people up, and counts their working days."""

    def __init__(self, *, directory: Directory, calendars: Calendars, clock: Clock, looked_at: LookedAt) -> None:
        self._directory, self._calendars, self._clock = directory, calendars, clock
        self.looked_at = looked_at
        """Is told that somebody is shown what a question was: by its hand-over."""

    def by_id(self, id: str) -> Member | None:
        """Anybody."""
        return self._directory.by_id(id) if id else None

    def by_address(self, address: str) -> Member | None:
        """Anybody."""
        return self._directory.by_address(address) if address else None

    def of(self, entry: Entry) -> Sequence[Member]:
        """Who may look at it beside its author and can be reached: admins first, then coordinators."""
        return [one for one in self.able() if access_reviewing(one, author_id=entry.author_id)]

    def told_of(self, entry: Entry) -> Sequence[Member]:
        """Who is asked to look: the admins; where there is none, every other coordinator."""
        able = self.of(entry)
        admins = [one for one in able if Role.ADMIN in one.roles]
        return admins or able

    def may_publish(self, entry: Entry, member: Member) -> bool:
        """Somebody else may; the author where there is nobody else."""
        if access_reviewing(member, author_id=entry.author_id):
            return True
        return access_reviewing(member) and not self.of(entry)

    def able(self) -> Sequence[Member]:
        """Everybody who looks after entries and can be reached: admins first."""
        found = [*self._directory.people(role=Role.ADMIN), *self._directory.people(role=Role.COORDINATOR)]
        kept = {one.id: one for one in found if access_reviewing(one) and one.address}
        return list(kept.values())

    def coordinators(self) -> Sequence[Member]:
        """Who can be the owner of an entry."""
        return [one for one in self.able() if Role.COORDINATOR in one.roles]

    def owner(self, entry: Entry) -> Member | None:
        """Its owner; where they are gone its author, then anybody who looks after entries."""
        able = {one.id: one for one in self.able()}
        found = able.get(entry.owner_id) or able.get(entry.author_id)
        return found or next(iter(able.values()), None)

    def names(self, asker: Member | None) -> Sequence[str]:
        """What names the asker, and every firm: none of it is to stand in an entry."""
        firms = [name for one in self._directory.companies() for name in firm_names(one.name)]
        return [*(person_names(asker.name) if asker else ()), *firms]

    def families(self) -> Sequence[str]:
        """The family names of everybody in a firm."""
        people = self._directory.people(role=Role.MEMBER)
        return [part for one in people if (part := one.name.replace("\u3000", " ").split(" ")[0])]

    def today(self, member: Member | None = None) -> date:
        """The day it is where somebody is; in Japan where nobody is named."""
        zone = zone_of(member.time_zone if member else "Asia/Tokyo")
        return self._clock.now().astimezone(zone).date()

    def is_within(self, member: Member, days: int, last: date) -> bool:
        """Are there at most so many working days of theirs from today to `last`?"""
        return self._calendars.days_of(member).add_working_days(self.today(member), days) >= last

    def is_at_work(self, member: Member) -> bool:
        """In their working hours now: nobody is asked in the evening or on a holiday."""
        here = self._clock.now().astimezone(zone_of(member.time_zone))
        is_day = self._calendars.days_of(member).is_working_day(here.date())
        return is_day and member.works_from <= here.time() < member.works_until

    def is_away(self, member: Member) -> bool:
        """On leave now."""
        now = self._clock.now()
        if member.away_until is not None and member.away_until > now:
            return True
        return self._calendars.is_on_leave(member, self.today(member))
