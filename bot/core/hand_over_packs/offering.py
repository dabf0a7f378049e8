"""Unasked, once for each occasion: before the fiscal year ends, and when a long leave is entered, a coordinator is
offered the pack and the way to hand over."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Protocol, TypeAlias

from bot.core import actions
from bot.core.calendars import zone_of
from bot.core.clock import Clock
from bot.core.messages import Message, Offer, Reply, Said
from bot.core.owed import Addressed, Composer, Owed
from bot.core.people import Directory, Member, Role
from bot.core.person_days import PersonDays
from bot.core.spoken_dates import spoken_date

OFFERED = "pack_offer"
"""The kind of what is owed."""
WEEKS_AHEAD = 4
"""So long before the fiscal year ends, in weeks of five working days."""
_AHEAD = 5 * WEEKS_AHEAD
YEAR, LEAVE = "year", "leave"


@dataclass(frozen=True, kw_only=True, slots=True)
class Leave:
    """A leave on record: an entry of somebody's calendar. Both days are included."""

    id: str
    first_on: date
    last_on: date

    @property
    def days(self) -> int:
        """How many calendar days it has."""
        return (self.last_on - self.first_on).days + 1


class Offers(Protocol):
    """Messages owed. Raises StorageError."""

    def is_owed(self, owed: Owed) -> bool:
        """Was it ever owed?"""
        ...

    def owe(self, owed: Sequence[Owed]) -> None:
        """Owe these; what was owed already changes nothing."""
        ...


LeavesOf: TypeAlias = Callable[[Member], Sequence[Leave]]
"""Somebody's leaves that have not ended."""
EndingsOf: TypeAlias = Callable[[Member], Collection[date]]
"""The last days about which somebody is asked who follows anyway: that message has the pack in it."""
YearEnd: TypeAlias = Callable[[Member, date], date]
"""The last day of the fiscal year in which a day lies, for somebody's organisation."""
HoursOf: TypeAlias = Callable[[Member], tuple[time, time]]
"""From when until when somebody may be told something."""
DaysOf: TypeAlias = Callable[[Member], PersonDays]


@dataclass(frozen=True, kw_only=True, slots=True)
class Occasion:
    """Why a pack is offered. `id` makes it one for ever."""

    kind: str
    id: str
    first_on: date
    last_on: date


class Offering:
    """Plans offers and says them from what is true then. `long_leave` is from how many calendar days on."""

    def __init__(
        self,
        *,
        offers: Offers,
        directory: Directory,
        leaves_of: LeavesOf,
        endings_of: EndingsOf,
        year_end: YearEnd,
        days_of: DaysOf,
        hours_of: HoursOf,
        clock: Clock,
        long_leave: int,
    ) -> None:
        self._offers, self._directory, self._clock = offers, directory, clock
        self._leaves_of, self._endings_of, self._year_end = leaves_of, endings_of, year_end
        self._days_of, self._hours_of, self._long_leave = days_of, hours_of, long_leave
        self.composers: Mapping[str, Composer] = {OFFERED: self._compose}

    def tick(self) -> int:
        """Offer what is due; return how many messages that makes. Any number of calls are one."""
        now, named = self._clock.now(), {one.coordinator_id for one in self._directory.companies()}
        staff = [one for one in self._directory.people(role=Role.COORDINATOR) if one.address and not one.has_left]
        found = [
            _owed(one, occasion)
            for one in staff
            if one.id in named and self._is_open(one, now)
            for occasion in self._occasions(one, now)
        ]
        new = [one for one in found if not self._offers.is_owed(one)]
        if new:
            self._offers.owe(new)
        return len(new)

    def _occasions(self, member: Member, now: datetime) -> Iterator[Occasion]:
        """What of somebody comes and is worth an offer now."""
        today = now.astimezone(zone_of(member.time_zone)).date()
        last = self._year_end(member, today)
        is_near = self._days_of(member).add_working_days(today, _AHEAD) > last
        if is_near and last not in self._endings_of(member):
            yield Occasion(kind=YEAR, id=last.isoformat(), first_on=last, last_on=last)
        for leave in self._leaves_of(member):
            if leave.days >= self._long_leave and leave.last_on > today:
                yield Occasion(kind=LEAVE, id=leave.id, first_on=leave.first_on, last_on=leave.last_on)

    def _is_open(self, member: Member, now: datetime) -> bool:
        here = now.astimezone(zone_of(member.time_zone))
        start, end = self._hours_of(member)
        return start <= here.time() < end and self._days_of(member).is_working_day(here.date())

    def _compose(self, owed: Owed) -> Addressed | None:
        """The offer; None where its occasion is gone: the leave was taken back, the firms are another's."""
        member, now = self._directory.by_address(owed.person), self._clock.now()
        if member is None or member.has_left or Role.COORDINATOR not in member.roles:
            return None
        has_firms = any(one.coordinator_id == member.id for one in self._directory.companies())
        found = [one for one in self._occasions(member, now) if _owed(member, one) == owed]
        if not has_firms or not found:
            return None
        said = _said(found[0], member, now)
        return Addressed(reply=Reply(parts=said, offers=_ways(found[0])), locale=member.locale or "ja")


def _owed(member: Member, occasion: Occasion) -> Owed:
    return Owed(kind=OFFERED, subject_id=member.id, occurrence=f"{occasion.kind} {occasion.id}", person=member.address)


def _ways(occasion: Occasion) -> tuple[Offer, ...]:
    leave = f"leave:{occasion.first_on.isoformat()}:{occasion.last_on.isoformat()}"
    give = "year" if occasion.kind == YEAR else leave
    label = "changeover-offer-year" if occasion.kind == YEAR else "changeover-offer"
    return (pack_offer(), Offer(actions.CHANGEOVER_FORM, give, Message(label)))


def _said(occasion: Occasion, member: Member, now: datetime) -> tuple[Said, ...]:
    locale = member.locale or "ja"
    year = now.astimezone(zone_of(member.time_zone)).year
    first, last = (spoken_date(day, locale=locale, this_year=year) for day in (occasion.first_on, occasion.last_on))
    said = Message(f"pack-offered-{occasion.kind}", {"first": first, "last": last})
    return (Said(said), Said(Message("pack-offered-how")))


def pack_offer(reference: str = "-") -> Offer:
    """The button by which a pack is asked for: of everything, or of the firm with this id."""
    return Offer(actions.PACK, reference, Message("pack-offer"))
