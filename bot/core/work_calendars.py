"""Whose days are working days: weekdays, the country's holidays, the firm's calendar, one's own leave.

Read once and kept; a change made elsewhere is seen by the number that every change raises (`CalendarStore.revision`),
looked up at most once a second.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.core.calendar_entries import CalendarEntry, CalendarStore, DayBook, HolidayTable, Scope, partner_scope
from bot.core.calendars import MONDAY_TO_FRIDAY, CalendarFile, WorkingDays, zone_of
from bot.core.clock import Clock
from bot.core.people import Directory, Member
from bot.core.person_days import PersonDays, working_day_ends

END_NOTICE = timedelta(days=90)
"""So long before the known holidays end it is said."""
FRESH_S = 1.0
_ONE_DAY = timedelta(days=1)
_EVERY_DAY = frozenset(range(1, 8))


@dataclass(slots=True)
class _Shelf:
    """Everything of one revision."""

    revision: int
    file: CalendarFile
    country: WorkingDays
    table: HolidayTable | None
    books: Mapping[tuple[Scope, str], DayBook]
    people: dict[tuple[object, ...], PersonDays] = field(default_factory=dict)

    def book(self, scope: Scope, scope_id: str) -> DayBook:
        return self.books.get((scope, scope_id)) or _EMPTY


_EMPTY = DayBook(())


class WorkCalendars:
    """The calendars of everybody. May be shared between threads.

    `partner_key` tells outside firms apart by their names; `monotonic` are seconds of real time.
    """

    def __init__(
        self,
        *,
        store: CalendarStore,
        shipped: CalendarFile,
        clock: Clock,
        directory: Directory,
        partner_key: Callable[[str], str],
        monotonic: Callable[[], float],
    ) -> None:
        self._store, self._shipped, self._clock, self._directory = store, shipped, clock, directory
        self._partner_key, self._monotonic = partner_key, monotonic
        self._shelf: _Shelf | None = None
        self._looked_at: float | None = None

    @property
    def country(self) -> WorkingDays:
        """The holidays of the country alone."""
        return self._fresh().country

    @property
    def table(self) -> HolidayTable | None:
        """The table of holidays that was loaded; None where the one that comes with Minori counts."""
        return self._fresh().table

    @property
    def file(self) -> CalendarFile:
        """The holidays that count, with their source: those that came with Minori, or the table that was loaded."""
        return self._fresh().file

    def ends_soon(self, today: date) -> bool:
        """True where the known holidays end within 90 days."""
        return self.file.until - today <= END_NOTICE

    def days_of(self, member: Member) -> PersonDays:
        """The working days of a person."""
        shelf, away = self._fresh(), self._away(member)
        company = member.company.id if member.company else ""
        key = (member.id, company, member.works_on, away)
        found = shelf.people.get(key)
        if found is None:
            found = shelf.people[key] = PersonDays(
                shelf.country,
                name=member.name,
                works_on=member.works_on,
                firm=shelf.book(Scope.COMPANY, company),
                own=shelf.book(Scope.PERSON, member.id),
                away=away,
            )
        return found

    def is_on_leave(self, member: Member, day: date) -> bool:
        """Has the person leave on that day? A holiday is none, and what they close every year or week neither."""
        away = self._away(member)
        return (away is not None and away[0] <= day < away[1]) or self.book_of(Scope.PERSON, member.id).is_once_closed(
            day
        )

    def next_working_day(self, day: date, person_id: str) -> date:
        """The first working day of somebody after `day`. Raises NoWorkingDay."""
        return self._days_by_id(person_id).next_working_day(day)

    def add_working_days(self, day: date, days: int, person_id: str) -> date:
        """The `days`-th working day of somebody after `day`. Raises NoWorkingDay, ValueError."""
        return self._days_by_id(person_id).add_working_days(day, days)

    def reply_by(self, moment: datetime, days: int, member: Member) -> datetime:
        """When the `days`-th working day after `moment` ends for the member, as an aware UTC datetime.

        What comes after hours, or on a day off, counts as having come on the next working day. Raises NoWorkingDay.
        """
        return working_day_ends(self.days_of(member), moment, days, member)

    def partner_is_open(self, company_id: str | None, partner: str, day: date) -> bool:
        """Is the outside firm known to work on that day? Its weekend and the holidays are off where nothing else is
        known; weekdays that are known to be off take the place of the weekend."""
        book = self.partner_book(company_id, partner)
        entry = book.entry_of(day)
        if entry is not None and (not entry.is_weekly or not entry.is_working):
            return entry.is_working
        off = frozenset[int]().union(*(one.weekdays for one in book.entries if one.is_weekly and not one.is_working))
        worked = frozenset[int]().union(*(one.weekdays for one in book.entries if one.is_weekly and one.is_working))
        return self.country.is_working_day(day, worked | (_EVERY_DAY - off if off else MONDAY_TO_FRIDAY))

    def partner_book(self, company_id: str | None, partner: str) -> DayBook:
        """What a firm knows of the days of an outside firm; else what a coordinator entered for everybody."""
        own = self._fresh().book(Scope.PARTNER, self.partner_scope(company_id, partner))
        return own if own.entries else self._fresh().book(Scope.PARTNER, self.partner_scope(None, partner))

    def partner_scope(self, company_id: str | None, partner: str) -> str:
        """Where what a firm knows of an outside firm is kept, by the name of the outside firm."""
        return partner_scope(company_id, self._partner_key(partner))

    def book_of(self, scope: Scope, scope_id: str) -> DayBook:
        """The calendar of a firm or a person, or what is known of an outside firm."""
        return self._fresh().book(scope, scope_id)

    def books(self, scope: Scope) -> Mapping[str, DayBook]:
        """All calendars of a kind that say anything, by `scope_id`."""
        return {scope_id: book for (kind, scope_id), book in self._fresh().books.items() if kind is scope}

    def refresh(self) -> None:
        """Look again at once: something was changed here."""
        self._looked_at = None

    def _days_by_id(self, person_id: str) -> PersonDays:
        member = self._directory.by_id(person_id)
        return self.days_of(member) if member else PersonDays(self.country)

    def _away(self, member: Member) -> tuple[date, date] | None:
        """From today on up to the day at whose beginning the person is back."""
        if member.away_until is None:
            return None
        zone = zone_of(member.time_zone)
        today = self._clock.now().astimezone(zone).date()
        try:
            back = member.away_until.astimezone(zone)
            first = back.date() if back.time() <= member.works_from else back.date() + _ONE_DAY
        except OverflowError:
            first = date.max
        return (today, first) if today < first else None

    def _fresh(self) -> _Shelf:
        now, shelf = self._monotonic(), self._shelf
        if shelf is not None and self._looked_at is not None and now - self._looked_at < FRESH_S:
            return shelf
        revision = self._store.revision()
        if shelf is None or shelf.revision != revision:
            shelf = self._shelf = self._read(revision)
        self._looked_at = now
        return shelf

    def _read(self, revision: int) -> _Shelf:
        """What is read now is of this revision or a later one; a later one is seen at the next look."""
        table, entries = self._store.holidays(), defaultdict[tuple[Scope, str], list[CalendarEntry]](list)
        for one in self._store.entries():
            entries[one.scope, one.scope_id].append(one)
        books = {key: DayBook(found) for key, found in entries.items()}
        file = self._shipped
        if table is not None:
            loaded = {"source": table.source, "until": table.until, "holidays": table.holidays}
            file = file.model_copy(update=loaded)
        return _Shelf(revision, file, file.working_days(), table, books)
