"""The use cases of days off. Who may do what is asked before (bot/core/people.py); here it is done once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID, uuid5

from bot.core.calendar_entries import CalendarEntry, CalendarStore, Scope, fault_of
from bot.core.clock import Clock, day_of
from bot.core.work_calendars import WorkCalendars
from bot.errors import UsageError

UNDO_WITHIN = timedelta(minutes=10)
_NAMESPACE = UUID("0f0b8f7c-5b0f-5d6a-8f0c-3c3f1f7f6d11")


@dataclass(frozen=True, kw_only=True, slots=True)
class NewEntry:
    """Days that somebody enters; the fields are those of a CalendarEntry."""

    scope: Scope
    scope_id: str
    name: str = ""
    is_working: bool = False
    from_on: date | None = None
    until_on: date | None = None
    is_yearly: bool = False
    weekdays: frozenset[int] = frozenset()

    @property
    def id(self) -> str:
        """The same days of the same calendar are the same entry, however often the button is pressed."""
        weekdays = "".join(str(day) for day in sorted(self.weekdays))
        parts = (self.scope, self.scope_id, self.is_working, self.from_on, self.until_on, self.is_yearly, weekdays)
        return str(uuid5(_NAMESPACE, "\x1f".join(map(str, (*parts, self.name)))))


class AbsenceService:
    """Enters days off and takes them back."""

    def __init__(self, *, store: CalendarStore, calendars: WorkCalendars, clock: Clock) -> None:
        self._store, self.calendars, self._clock = store, calendars, clock

    def add(self, new: NewEntry, *, by: str) -> CalendarEntry:
        """Keep it; what is there already is returned as it is. Raises UsageError for what cannot be kept."""
        until_on = None if new.until_on == new.from_on else new.until_on
        new = replace(new, name=" ".join(new.name.split()), until_on=until_on)
        entry = CalendarEntry(
            id=new.id,
            scope=new.scope,
            scope_id=new.scope_id,
            name=new.name,
            is_working=new.is_working,
            from_on=new.from_on,
            until_on=new.until_on,
            is_yearly=new.is_yearly,
            weekdays=new.weekdays,
            added_by=by,
            added_at=self._clock.now(),
        )
        fault = fault_of(entry)
        if fault is not None:
            raise UsageError(fault.key, **fault.arguments)
        if not self._store.add(entry):
            self._store.restore(entry.id)
        self.calendars.refresh()
        return self._store.entry(entry.id) or entry

    def entry(self, id: str) -> CalendarEntry | None:
        """One that counts."""
        return self._store.entry(id)

    def removed(self, id: str) -> CalendarEntry | None:
        """One that was taken away so lately that it can be brought back."""
        found = self._store.removed(id)
        return found[0] if found and self._clock.now() - found[1] <= UNDO_WITHIN else None

    def remove(self, id: str) -> CalendarEntry | None:
        """Take it away; None where it is gone already."""
        entry = self._store.remove(id, self._clock.now())
        self.calendars.refresh()
        return entry

    def restore(self, id: str) -> CalendarEntry | None:
        """Bring back what was taken away within ten minutes; None where there is none."""
        entry = self._store.restore(id) if self.removed(id) else None
        self.calendars.refresh()
        return entry

    def coming(self, scope: Scope, scope_id: str) -> Sequence[CalendarEntry]:
        """Those of one calendar that have not ended, the next first; what comes every week stands first of all."""
        return self._coming(self.calendars.book_of(scope, scope_id).entries)

    def of_partners(self, company_id: str) -> Sequence[CalendarEntry]:
        """Those of all outside firms that a firm of ours knows ("": those that count for everybody)."""
        books = self.calendars.books(Scope.PARTNER)
        known = [book.entries for scope_id, book in books.items() if scope_id.partition(":")[0] == company_id]
        return self._coming([one for entries in known for one in entries])

    def _coming(self, entries: Iterable[CalendarEntry]) -> Sequence[CalendarEntry]:
        today = self.today()
        there = (one for one in entries if not one.has_ended(today))
        return sorted(there, key=lambda one: (one.from_on or date.min, one.added_at, one.id))

    def today(self) -> date:
        """The day in Japan."""
        return day_of(self._clock.now())
