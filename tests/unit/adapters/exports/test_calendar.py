"""The calendar, read back by icalendar and held to RFC 5545 line by line."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar

from bot.adapters.exports.calendar import calendar_of
from tests.unit.adapters.exports.made import of_encounters, outline, say_ja, shared


def read(content: bytes) -> tuple[Any, dict[str, Any]]:
    calendar: Any = Calendar.from_ical(content)
    assert calendar.errors == []
    return calendar, {str(event["uid"]): event for event in calendar.walk("VEVENT")}


def test_lines_are_folded_and_end_as_they_must() -> None:
    content = calendar_of(of_encounters(shared(), outline()), say_ja)
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    for line in content.split(b"\r\n"):
        line.decode("utf-8")


def test_meetings_have_the_owners_zone_and_their_definition() -> None:
    calendar, events = read(calendar_of(of_encounters(shared()), say_ja))
    assert [str(one["tzid"]) for one in calendar.walk("VTIMEZONE")] == ["Asia/Tokyo"]
    meeting = events["e1-meeting@minori"]
    assert meeting["dtstart"].params["TZID"] == "Asia/Tokyo"
    assert meeting.decoded("dtstart").astimezone(UTC) == datetime(2026, 6, 3, 1, 0, tzinfo=UTC)
    assert meeting.decoded("duration") == timedelta(hours=1)
    assert str(meeting["summary"]) == "面談：丸山工業, 本社 佐々木 様（株式会社山田製作所）"
    step = events["e1-step@minori"]
    assert str(step["description"]) == "見積もりを送る"
    assert step.decoded("dtstart").hour == 10


def test_words_with_commas_and_lines_are_escaped_and_read_back() -> None:
    case = shared()
    assert case.words is not None
    content = calendar_of(of_encounters(case), say_ja)
    assert b"\\, " in content
    assert read(content)[1]["e1-meeting@minori"]["class"] == "PRIVATE"


def test_a_firm_that_shares_its_outline_shows_days_alone() -> None:
    content = calendar_of(of_encounters(outline()), say_ja)
    _, events = read(content)
    assert str(events["e2-meeting@minori"]["summary"]) == "面談（佐藤食品株式会社）"
    whole = content.replace(b"\r\n ", b"").decode()
    assert not [word for word in ("丸山", "佐々木", "検査機", "見積") if word in whole]


def test_the_same_thing_keeps_its_uid_and_whole_days_are_days() -> None:
    first = shared(step_time="")
    later = shared(step_on=date(2026, 7, 1), stage="trial", decision_on=date(2026, 8, 1))
    _, events = read(calendar_of(of_encounters(first), say_ja))
    _, again = read(calendar_of(of_encounters(later), say_ja))
    assert set(events) < set(again)
    assert events["e1-step@minori"].decoded("dtstart") == date(2026, 6, 10)
    assert again["e1-decision@minori"].decoded("dtstart") == date(2026, 8, 1)


def test_what_is_outside_of_the_period_or_over_is_not_there() -> None:
    ended = shared(state="closed", ended_on=date(2026, 6, 4))
    away = shared("e3", meets_at=datetime(2027, 6, 1, tzinfo=UTC), step_on=None)
    assert list(read(calendar_of(of_encounters(ended, away), say_ja))[1]) == ["e1-meeting@minori"]


def test_a_step_that_is_the_meeting_is_there_once() -> None:
    same = shared(step_on=date(2026, 6, 3), step_time="10:00")
    assert list(read(calendar_of(of_encounters(same), say_ja))[1]) == ["e1-meeting@minori"]
