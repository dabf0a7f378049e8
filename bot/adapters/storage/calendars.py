"""Calendars in the database. Every change raises one number, by which running servers see it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Connection, Engine, Row, and_, delete, select, update

from bot.adapters.storage.engine import insert_once, reading, upsert, writing
from bot.adapters.storage.tables import calendar_entry, calendar_revision, holiday_table
from bot.core.calendar_entries import CalendarEntry, HolidayTable, Scope
from bot.core.calendars import Holiday

_HOLIDAYS = TypeAdapter(tuple[Holiday, ...])


class CalendarRepository:
    """The CalendarStore of a workspace. Each call is one transaction and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str) -> None:
        self._engine, self._workspace = engine, workspace_id

    def revision(self) -> int:
        """Rises with every change."""
        with reading(self._engine) as connection:
            return self._revision(connection)

    def entries(self) -> Sequence[CalendarEntry]:
        """All entries that count, in the order in which they were added."""
        order = (calendar_entry.c.added_at, calendar_entry.c.id)
        with reading(self._engine) as connection:
            rows = connection.execute(select(calendar_entry).where(self._counts()).order_by(*order))
            return [_entry(row) for row in rows]

    def entry(self, id: str) -> CalendarEntry | None:
        """One entry that counts."""
        with reading(self._engine) as connection:
            row = connection.execute(select(calendar_entry).where(self._here(id), self._counts())).first()
            return _entry(row) if row else None

    def add(self, entry: CalendarEntry) -> bool:
        """Keep a new entry; False where its id is there already, and nothing changes."""
        with writing(self._engine) as connection:
            is_new = insert_once(connection, calendar_entry, {"workspace_id": self._workspace, **_values(entry)})
            if is_new:
                self._raise(connection)
            return is_new

    def remove(self, id: str, at: datetime) -> CalendarEntry | None:
        """Take an entry away and return it; None where there is none that counts."""
        return self._mark(id, self._counts(), at)

    def restore(self, id: str) -> CalendarEntry | None:
        """Have an entry that was taken away count again and return it; None where there is none."""
        return self._mark(id, calendar_entry.c.removed_at.is_not(None), None)

    def removed(self, id: str) -> tuple[CalendarEntry, datetime] | None:
        """An entry that was taken away, and when."""
        with reading(self._engine) as connection:
            was_removed = calendar_entry.c.removed_at.is_not(None)
            row = connection.execute(select(calendar_entry).where(self._here(id), was_removed)).first()
            return (_entry(row), row.removed_at) if row else None

    def holidays(self) -> HolidayTable | None:
        """The table that counts; None where the one that comes with Minori counts."""
        with reading(self._engine) as connection:
            return self._last(connection)

    def load_holidays(self, table: HolidayTable) -> None:
        """Keep a table; it counts from now on."""
        row = {
            "workspace_id": self._workspace,
            "id": table.id,
            "source": table.source,
            "until": table.until,
            "loaded_at": table.loaded_at,
            "loaded_by": table.loaded_by,
            "days": _HOLIDAYS.dump_python(table.holidays, mode="json"),
        }
        with writing(self._engine) as connection:
            upsert(connection, holiday_table, row, key=("workspace_id", "id"))
            self._raise(connection)

    def unload_holidays(self) -> HolidayTable | None:
        """Forget the table that counts and return it; the one loaded before counts again. None where there is none."""
        with writing(self._engine) as connection:
            last = self._last(connection)
            if last is not None:
                of_workspace = holiday_table.c.workspace_id == self._workspace
                connection.execute(delete(holiday_table).where(of_workspace, holiday_table.c.id == last.id))
                self._raise(connection)
            return last

    def _mark(self, id: str, condition: ColumnElement[bool], removed_at: datetime | None) -> CalendarEntry | None:
        with writing(self._engine) as connection:
            row = connection.execute(select(calendar_entry).where(self._here(id), condition)).first()
            if row is None:
                return None
            connection.execute(update(calendar_entry).where(self._here(id)).values(removed_at=removed_at))
            self._raise(connection)
            return _entry(row)

    def _last(self, connection: Connection) -> HolidayTable | None:
        of_workspace = holiday_table.c.workspace_id == self._workspace
        row = connection.execute(
            select(holiday_table).where(of_workspace).order_by(holiday_table.c.id.desc()).limit(1)
        ).first()
        return _table(row) if row else None

    def _revision(self, connection: Connection) -> int:
        found = select(calendar_revision.c.revision).where(calendar_revision.c.workspace_id == self._workspace)
        return connection.execute(found).scalar() or 0

    def _raise(self, connection: Connection) -> None:
        row = {"workspace_id": self._workspace, "revision": self._revision(connection) + 1}
        upsert(connection, calendar_revision, row, key=("workspace_id",))

    def _here(self, id: str) -> ColumnElement[bool]:
        return and_(calendar_entry.c.workspace_id == self._workspace, calendar_entry.c.id == id)

    def _counts(self) -> ColumnElement[bool]:
        return and_(calendar_entry.c.workspace_id == self._workspace, calendar_entry.c.removed_at.is_(None))


def _entry(row: Row[*tuple[Any, ...]]) -> CalendarEntry:
    return CalendarEntry(
        id=row.id,
        scope=Scope(row.scope),
        scope_id=row.scope_id,
        name=row.name,
        is_working=row.is_working,
        from_on=row.from_on,
        until_on=row.until_on,
        is_yearly=row.is_yearly,
        weekdays=frozenset(int(day) for day in row.weekdays),
        added_by=row.added_by,
        added_at=row.added_at,
    )


def _values(entry: CalendarEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "scope": entry.scope.value,
        "scope_id": entry.scope_id,
        "name": entry.name,
        "is_working": entry.is_working,
        "from_on": entry.from_on,
        "until_on": entry.until_on,
        "is_yearly": entry.is_yearly,
        "weekdays": "".join(str(day) for day in sorted(entry.weekdays)),
        "added_by": entry.added_by,
        "added_at": entry.added_at,
    }


def _table(row: Row[*tuple[Any, ...]]) -> HolidayTable:
    return HolidayTable(
        id=row.id,
        source=row.source,
        until=row.until,
        holidays=_HOLIDAYS.validate_python(row.days),
        loaded_by=row.loaded_by,
        loaded_at=row.loaded_at,
    )
