"""Calendars without a database."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.core.calendar_entries import CalendarEntry, CalendarStore, HolidayTable
from bot.core.calendars import CalendarFile, Holiday, YearEnd
from bot.core.clock import Clock
from bot.core.people import Directory
from bot.core.work_calendars import WorkCalendars
from tests.fakes.people import FakePeople


@dataclass
class FakeCalendars:
    """A CalendarStore in memory; `looks` counts how often it was asked for its revision."""

    kept: dict[str, CalendarEntry] = field(default_factory=dict)
    gone: dict[str, datetime] = field(default_factory=dict)
    tables: dict[str, HolidayTable] = field(default_factory=dict)
    changes: int = 0
    looks: int = 0

    def revision(self) -> int:
        self.looks += 1
        return self.changes

    def entries(self) -> list[CalendarEntry]:
        counted = (one for one in self.kept.values() if one.id not in self.gone)
        return sorted(counted, key=lambda one: (one.added_at, one.id))

    def entry(self, id: str) -> CalendarEntry | None:
        return None if id in self.gone else self.kept.get(id)

    def add(self, entry: CalendarEntry) -> bool:
        if entry.id in self.kept:
            return False
        self.kept[entry.id] = entry
        self.changes += 1
        return True

    def remove(self, id: str, at: datetime) -> CalendarEntry | None:
        if id not in self.kept or id in self.gone:
            return None
        self.gone[id] = at
        self.changes += 1
        return self.kept[id]

    def restore(self, id: str) -> CalendarEntry | None:
        if self.gone.pop(id, None) is None:
            return None
        self.changes += 1
        return self.kept[id]

    def removed(self, id: str) -> tuple[CalendarEntry, datetime] | None:
        return (self.kept[id], self.gone[id]) if id in self.gone else None

    def holidays(self) -> HolidayTable | None:
        return self.tables[max(self.tables)] if self.tables else None

    def load_holidays(self, table: HolidayTable) -> None:
        self.tables[table.id] = table
        self.changes += 1

    def unload_holidays(self) -> HolidayTable | None:
        if not self.tables:
            return None
        self.changes += 1
        return self.tables.pop(max(self.tables))


def calendar_file(holidays: Collection[date], *, until: date = date(2027, 12, 31)) -> CalendarFile:
    """A table of holidays as one that comes with Minori; offices are closed on December 31 as well."""
    return CalendarFile(
        version=1,
        source="a list",
        until=until,
        year_end=YearEnd(source="a law", days=("12-31",)),
        holidays=tuple(Holiday(day=day, name="休日") for day in sorted(holidays)),
    )


def work_calendars(
    shipped: CalendarFile,
    *,
    clock: Clock,
    store: CalendarStore | None = None,
    directory: Directory | None = None,
) -> WorkCalendars:
    """Calendars that look for changes every time."""
    seconds = iter(range(1_000_000_000))
    return WorkCalendars(
        store=store or FakeCalendars(),
        shipped=shipped,
        clock=clock,
        directory=directory or FakePeople(),
        partner_key=lambda name: name.strip(),
        monotonic=lambda: float(next(seconds)),
    )
