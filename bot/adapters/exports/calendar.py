"""Meetings, next steps and days of decision as a calendar (RFC 5545), written by icalendar: folding, escaping, zones.

The same thing has the same UID in every export, so that a calendar that takes it in again changes it and adds none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from bot.core.calendars import zone_of
from bot.core.figures.records import CLOSED, Case
from bot.core.figures.tables import Export
from bot.core.messages import Message, Say

PRODUCT = "-//Minori//Encounters//EN"
MEETING = timedelta(hours=1)
"""How long a meeting takes is not on record; calendars need something to draw."""
STEP, _DAY = timedelta(minutes=30), timedelta(days=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Entry:
    """`starts` a moment, or a whole day."""

    what: str
    starts: datetime | date
    lasts: timedelta
    said: Message
    about: str


def calendar_of(export: Export, say: Say) -> bytes:
    """The calendar of what lies within the period."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", say(export.title))
    for case in export.cases:
        for entry in _entries(case):
            day = entry.starts.date() if isinstance(entry.starts, datetime) else entry.starts
            if day in export.period:
                calendar.add_component(_event(case, entry, say))
    calendar.add_missing_timezones()
    written: bytes = calendar.to_ical()
    return written


def _entries(case: Case) -> Iterator[_Entry]:
    zone = zone_of(case.time_zone)
    meets_at = case.meets_at.astimezone(zone) if case.meets_at else None
    if meets_at is not None:
        yield _Entry(what="meeting", starts=meets_at, lasts=MEETING, said=_about(case, "meeting"), about="")
    if case.state == CLOSED:
        return
    if case.step_on is not None:
        at = datetime.combine(case.step_on, time.fromisoformat(case.step_time), tzinfo=zone) if case.step_time else None
        # A next step that is the meeting is there already.
        if at is None or at != meets_at:
            about = case.words.next_step if case.words else ""
            said = _about(case, "step")
            yield _Entry(what="step", starts=at or case.step_on, lasts=STEP if at else _DAY, said=said, about=about)
    if case.decision_on is not None and case.stage == "trial":
        yield _Entry(what="decision", starts=case.decision_on, lasts=_DAY, said=_about(case, "decision"), about="")


def _event(case: Case, entry: _Entry, say: Say) -> Event:
    event = Event()
    event.add("uid", f"{case.id}-{entry.what}@minori")
    event.add("dtstamp", case.updated_at.astimezone(UTC))
    event.add("last-modified", case.updated_at.astimezone(UTC))
    event.add("dtstart", entry.starts)
    event.add("duration", entry.lasts)
    event.add("summary", say(entry.said))
    event.add("categories", [say(Message(f"meeting-stage-{case.stage}"))])
    event.add("class", "PRIVATE")
    if entry.about:
        event.add("description", entry.about)
    return event


def _about(case: Case, what: str) -> Message:
    """With whom, as far as the firm shares it."""
    who = " ".join(word for word in (case.words.partner, case.words.contact) if word) if case.words else ""
    if not who:
        return Message(f"figures-event-{what}-firm", {"firm": case.firm})
    return Message(f"figures-event-{what}", {"firm": case.firm, "who": who})
