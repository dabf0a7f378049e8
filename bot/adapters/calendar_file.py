"""Calendar files (.ics) as meetings: read in the guarded child, by icalendar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime

from bot.adapters.guarded_rows import read_guarded
from bot.core.meetings.catching.ports import Attendee, CalendarEvent
from bot.errors import DocumentRefused

_FIXED = 6
"""uid, start, summary, location, whether it is cancelled, how many cells the organizer takes; then people in threes."""


class GuardedCalendarFiles:
    """The CalendarFiles port. Safe to share between threads: it keeps nothing between files."""

    def events(
        self, *, file_name: str, content: bytes, now: datetime, time_zone: str, since: date
    ) -> Sequence[CalendarEvent]:
        """Its meetings by their time; of a repeated one only the next time after `now`. Raises DocumentRefused."""
        found = read_guarded(
            reader="calendar",
            arguments=[now.astimezone(UTC).isoformat(), time_zone, since.isoformat()],
            file_name=file_name,
            content=content,
            as_name="calendar.txt",
        )
        try:
            events = [_event(row) for table in found for row in table.rows]
        except (ValueError, IndexError) as error:
            raise DocumentRefused("refused-stopped", file=file_name) from error
        return sorted(events, key=lambda one: (_day(one), one.starts_at or now, one.uid))


def _event(row: Sequence[str]) -> CalendarEvent:
    uid, start, summary, location, cancelled, has_organizer = row[:_FIXED]
    people = list(_people(row[_FIXED:]))
    is_day = len(start) == len("2026-11-24")
    return CalendarEvent(
        uid=uid,
        starts_at=None if is_day else datetime.fromisoformat(start).astimezone(UTC),
        starts_on=date.fromisoformat(start) if is_day else None,
        summary=summary,
        location=location,
        organizer=people[0] if has_organizer else None,
        attendees=tuple(people[1:] if has_organizer else people),
        is_cancelled=bool(cancelled),
    )


def _people(cells: Sequence[str]) -> Iterator[Attendee]:
    for place in range(0, len(cells) - 2, 3):
        yield Attendee(mail=cells[place], name=cells[place + 1], has_declined=bool(cells[place + 2]))


def _day(event: CalendarEvent) -> date:
    return event.starts_on or (event.starts_at or datetime.min.replace(tzinfo=UTC)).date()
