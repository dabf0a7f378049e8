"""The dates to come of a hand-over pack as a calendar (RFC 5545), written by icalendar.

The same matter has the same UID as in an export of encounters, so that a calendar that has both holds it once.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from bot.adapters.exports.calendar import MEETING, PRODUCT, STEP
from bot.core.calendars import zone_of
from bot.core.hand_over_packs.models import DateToCome, Pack
from bot.core.messages import Message, Say

_DAY = timedelta(days=1)


def pack_calendar(pack: Pack, say: Say) -> bytes:
    """The calendar; names stand in it as far as they stand in the pack."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", say(Message("pack-header", {"name": pack.owner, "day": pack.made_on.isoformat()})))
    for one in pack.dates:
        calendar.add_component(_event(one, pack, say))
    calendar.add_missing_timezones()
    written: bytes = calendar.to_ical()
    return written


def _event(one: DateToCome, pack: Pack, say: Say) -> Event:
    event, starts = Event(), _starts(one, pack)
    whom = " ".join(word for word in (one.firm, one.about) if word)
    event.add("uid", f"{one.id}-{one.what}@minori")
    event.add("dtstamp", pack.made_at.astimezone(UTC))
    event.add("dtstart", starts)
    lasts = MEETING if one.what == "meeting" else STEP
    event.add("duration", lasts if isinstance(starts, datetime) else _DAY)
    event.add("summary", " ".join(word for word in (say(Message(f"pack-date-{one.what}")), whom) if word))
    event.add("class", "PRIVATE")
    return event


def _starts(one: DateToCome, pack: Pack) -> datetime | date:
    zone = zone_of(pack.reader.time_zone)
    if one.at is not None:
        return one.at.astimezone(zone)
    return datetime.combine(one.on, time.fromisoformat(one.time), tzinfo=zone) if one.time else one.on
