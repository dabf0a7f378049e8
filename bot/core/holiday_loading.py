"""Loading the government's table of holidays in the place of the one that counts, and going back."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.calendar_entries import CalendarStore, HolidayTable
from bot.core.calendars import Holiday
from bot.core.clock import Clock, day_of
from bot.core.holiday_sheet import HolidayChanges, compare, read_holidays
from bot.core.work_calendars import WorkCalendars


@dataclass(frozen=True, kw_only=True, slots=True)
class HolidayPlan:
    """What loading a table would do."""

    table: HolidayTable
    changes: HolidayChanges
    until_before: str
    """The day up to which holidays are known without it, in ISO form."""

    @property
    def is_needed(self) -> bool:
        """False where the table says what is known already."""
        changes = self.changes
        extends = self.table.until.isoformat() != self.until_before
        return extends or bool(changes.added or changes.gone or changes.renamed)


class HolidayLoading:
    """The use cases of the table of holidays."""

    def __init__(self, *, store: CalendarStore, calendars: WorkCalendars, clock: Clock) -> None:
        self._store, self._calendars, self._clock = store, calendars, clock

    def plan(self, text: str, *, source: str, by: str) -> HolidayPlan:
        """What the text of a table would change; nothing is written. Raises HolidaysRefused, StorageError."""
        present, now = self._calendars.file, self._clock.now()
        holidays = read_holidays(text, present=present.holidays, today=day_of(now))
        table = HolidayTable(
            # In the order in which they were loaded, whatever a clock says.
            id=f"{self._store.revision() + 1:010d}",
            source=source,
            # A table is of whole years: those of the years before the last day in it are all known.
            until=holidays[-1].day.replace(month=12, day=31),
            holidays=holidays,
            loaded_by=by,
            loaded_at=now,
        )
        changes = compare(present.holidays, holidays)
        return HolidayPlan(table=table, changes=changes, until_before=present.until.isoformat())

    def load(self, plan: HolidayPlan) -> None:
        """Have the table of a plan count from now on. Raises StorageError."""
        if plan.is_needed:
            self._store.load_holidays(plan.table)
            self._calendars.refresh()

    def unload(self) -> HolidayTable | None:
        """Take the table that counts out and return it; None where none was loaded. Raises StorageError."""
        table = self._store.unload_holidays()
        self._calendars.refresh()
        return table

    def of_year(self, year: int) -> tuple[Holiday, ...]:
        """The holidays of a year by the table that counts."""
        return tuple(one for one in self._calendars.file.holidays if one.day.year == year)
