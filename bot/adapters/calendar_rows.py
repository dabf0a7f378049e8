"""The child's side of calendar_file.py: meetings of an .ics file, repeated ones with their next time only.

icalendar reads properties, zones (Windows' names too) and rules; dateutil counts the rules out. Each VEVENT is read by
itself, so that a damaged one costs no other. What began long ago and is not repeated is not even parsed. Rules that
repeat within a day are left out: nobody meets so, and counting them takes for ever.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice
from typing import Any

from dateutil.rrule import rrulestr
from icalendar import Calendar

from bot.adapters.document_readers.encodings import decode
from bot.adapters.guarded_rows import Rows
from bot.core.calendars import zone_of
from bot.errors import DocumentRefused

MOST_EVENTS, MOST_PEOPLE, MOST_TIMES = 2_000, 100, 2_000
_BLOCK = re.compile(r"^BEGIN:(VEVENT|VTIMEZONE)\s*$.*?^END:\1\s*$", re.DOTALL | re.MULTILINE | re.IGNORECASE)
_REPEATED = re.compile(r"^(RRULE|RDATE|RECURRENCE-ID)\b", re.MULTILINE | re.IGNORECASE)
_STARTS = re.compile(r"^DTSTART[^:\n]*:(\d{4})(\d{2})(\d{2})", re.MULTILINE | re.IGNORECASE)
_CANCEL = re.compile(r"^METHOD:\s*CANCEL\s*$", re.MULTILINE | re.IGNORECASE)
_CANCELLED = re.compile(r"^\s*(cancell?ed|キャンセル(済み?)?|中止|取消)\s*[:：]", re.IGNORECASE)
_WITHIN_A_DAY = {"SECONDLY", "MINUTELY", "HOURLY"}


@dataclass(frozen=True, kw_only=True, slots=True)
class _Moment:
    """`now`, and the zone of hours that name none."""

    now: datetime
    zone: tzinfo


def read(content: bytes, *, arguments: Sequence[str]) -> Iterable[Rows]:
    """Raises DocumentRefused where it is no calendar."""
    _, now, zone, since = arguments
    moment = _Moment(now=datetime.fromisoformat(now), zone=zone_of(zone))
    text = _text(content)
    if "BEGIN:VCALENDAR" not in text.upper():
        raise DocumentRefused("refused-no-text")
    blocks = [(found[1].upper(), found[0]) for found in _BLOCK.finditer(text)]
    zones = "\n".join(block for kind, block in blocks if kind == "VTIMEZONE")
    wanted = [block for kind, block in blocks if kind == "VEVENT" and _is_wanted(block, date.fromisoformat(since))]
    events = [event for block in wanted[:MOST_EVENTS] if (event := _parsed(block, zones)) is not None]
    is_cancel = bool(_CANCEL.search(text))
    return [Rows("", tuple(_rows(events, moment, is_cancel)))]


def _text(content: bytes) -> str:
    """Unfolded before it is decoded: some programs fold within a letter."""
    unfolded = re.sub(rb"\r?\n[ \t]", b"", content)
    try:
        text = decode(unfolded).text
    except DocumentRefused:
        text = unfolded.decode("cp932", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_wanted(block: str, since: date) -> bool:
    if _REPEATED.search(block):
        return True
    found = _STARTS.search(block)
    return found is not None and found[1] + found[2] + found[3] >= f"{since:%Y%m%d}"


def _parsed(block: str, zones: str) -> Any | None:
    needs = zones if "TZID" in block.upper() else ""
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//", *([needs] if needs else ()), block, "END:VCALENDAR")
    try:
        found = Calendar.from_ical("\r\n".join(lines).replace("\r\n", "\n").replace("\n", "\r\n"))
        event = next(iter(found.walk("VEVENT")), None)
        return event if event is not None and event.get("DTSTART") is not None else None
    except Exception:
        # A damaged one is left out; the others are read.
        return None


def _rows(events: Iterable[Any], moment: _Moment, is_cancel: bool) -> Iterator[tuple[str, ...]]:
    by_uid: dict[str, list[Any]] = defaultdict(list)
    for number, event in enumerate(events):
        by_uid[str(event.get("UID") or f"no-uid-{number}")].append(event)
    for uid, group in by_uid.items():
        # A property that cannot be read raises where it is used; the others are read.
        with suppress(Exception):
            found = _one_of(uid, group, moment)
            if found is not None:
                key, start, event = found
                yield _row(key, start, event, is_cancel)


def _one_of(uid: str, group: Sequence[Any], moment: _Moment) -> tuple[str, datetime | date, Any] | None:
    """The meeting of one UID, or the next time of a repeated one: its own key, its start, its event."""
    changed = {_day_key(one.get("RECURRENCE-ID").dt): one for one in group if one.get("RECURRENCE-ID") is not None}
    plain = [one for one in group if one.get("RECURRENCE-ID") is None]
    master = max(plain, key=lambda one: int(one.get("SEQUENCE") or 0), default=None)
    if master is not None and master.get("RRULE") is None and master.get("RDATE") is None:
        return uid, _start(master, moment), master
    times: list[tuple[datetime | date, str, Any]] = [
        (_start(one, moment), key, one) for key, one in changed.items() if _is_to_come(_start(one, moment), moment)
    ]
    if master is not None:
        gone = {_day_key(day) for day in _listed(master, "EXDATE")} | changed.keys()
        following = ((one, _day_key(one), master) for one in _times(master, moment) if _day_key(one) not in gone)
        times += islice(following, 1)
    if not times:
        return None
    start, key, event = min(times, key=lambda one: _comparable(one[0], moment))
    return f"{uid}#{key}", start, event


def _times(event: Any, moment: _Moment) -> Iterator[datetime | date]:
    """The times of a repeated event from now on, in order; an hour stays the same hour over summer time."""
    first = event.get("DTSTART").dt
    is_day = not isinstance(first, datetime)
    begins = datetime.combine(first, time()) if is_day else first
    zone = begins.tzinfo or moment.zone
    local = begins.replace(tzinfo=None)
    now = moment.now.astimezone(zone).replace(tzinfo=None)
    if is_day:
        now = datetime.combine(now.date(), time())
    found = {_naive(one, zone) for one in _listed(event, "RDATE")}
    rule = event.get("RRULE")
    rules = rule if isinstance(rule, list) else [rule] if rule is not None else []
    for one in rules:
        found |= set(_counted(one, local, now, zone))
    for naive in sorted(one for one in found if one >= now):
        yield naive.date() if is_day else naive.replace(tzinfo=zone)


def _counted(rule: Any, local: datetime, now: datetime, zone: tzinfo) -> Iterator[datetime]:
    parts = {str(name).upper(): value for name, value in rule.items()}
    if {str(one).upper() for one in parts.get("FREQ", [])} & _WITHIN_A_DAY or not parts.get("FREQ"):
        return iter(())
    until = parts.get("UNTIL")
    plain = type(rule)({name: value for name, value in rule.items() if str(name).upper() != "UNTIL"})
    text = plain.to_ical().decode()
    if until:
        last = until[0] if isinstance(until, list) else until
        last = last if isinstance(last, datetime) else datetime.combine(last, time(23, 59, 59))
        text += f";UNTIL={_naive(last, zone):%Y%m%dT%H%M%S}"
    counted = rrulestr(text, dtstart=local)
    return islice(counted.xafter(now, inc=True), MOST_TIMES // 20)


def _listed(event: Any, name: str) -> Iterator[datetime | date]:
    held = event.get(name)
    for one in held if isinstance(held, list) else [held] if held is not None else []:
        for day in getattr(one, "dts", ()):
            yield day.dt[0] if isinstance(day.dt, tuple) else day.dt


def _naive(one: datetime | date, zone: tzinfo) -> datetime:
    if not isinstance(one, datetime):
        return datetime.combine(one, time())
    return one.astimezone(zone).replace(tzinfo=None) if one.tzinfo else one


def _start(event: Any, moment: _Moment) -> datetime | date:
    start = event.get("DTSTART").dt
    if isinstance(start, datetime) and start.tzinfo is None:
        return start.replace(tzinfo=moment.zone)
    return start if isinstance(start, datetime | date) else moment.now.date()


def _comparable(one: datetime | date, moment: _Moment) -> datetime:
    if isinstance(one, datetime):
        return one if one.tzinfo else one.replace(tzinfo=moment.zone)
    return datetime.combine(one, time(), tzinfo=moment.zone)


def _is_to_come(one: datetime | date, moment: _Moment) -> bool:
    margin = timedelta(0) if isinstance(one, datetime) else timedelta(days=1)
    return _comparable(one, moment) + margin > moment.now


def _day_key(one: datetime | date) -> str:
    return f"{one:%Y%m%d}"


def _row(uid: str, start: datetime | date, event: Any, is_cancel: bool) -> tuple[str, ...]:
    summary = str(event.get("SUMMARY") or "")
    cancelled = is_cancel or str(event.get("STATUS") or "").upper() == "CANCELLED" or bool(_CANCELLED.match(summary))
    organizer = event.get("ORGANIZER")
    organizer = organizer[0] if isinstance(organizer, list) else organizer
    attendees = event.get("ATTENDEE") or []
    attendees = attendees if isinstance(attendees, list) else [attendees]
    people = [*([organizer] if organizer is not None else ()), *attendees[:MOST_PEOPLE]]
    said = start.astimezone(UTC).isoformat() if isinstance(start, datetime) else start.isoformat()
    fixed = (uid, said, summary, str(event.get("LOCATION") or ""), "1" if cancelled else "")
    return (*fixed, "1" if organizer is not None else "", *(cell for one in people for cell in _person(one)))


def _person(one: Any) -> tuple[str, str, str]:
    parameters = getattr(one, "params", {})
    mail = re.sub(r"^mailto:", "", str(one).strip(), flags=re.IGNORECASE).lower()
    has_declined = str(parameters.get("PARTSTAT") or "").upper() == "DECLINED"
    return mail, str(parameters.get("CN") or ""), "1" if has_declined else ""
