"""Calendar files: zones, folded lines, repeated meetings, whole days, encodings; damaged and hostile ones."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.adapters.calendar_file import GuardedCalendarFiles
from bot.adapters.calendar_rows import read
from bot.core.meetings.catching.ports import Attendee, CalendarEvent
from bot.errors import DocumentRefused

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
SINCE = date(2026, 11, 10)
FILES = GuardedCalendarFiles()


def calendar(*events: str, head: str = "") -> str:
    inside = "\n".join(f"BEGIN:VEVENT\n{one}\nEND:VEVENT" for one in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{inside}\nEND:VCALENDAR\n".replace("\n", "\r\n")


def events(text: str | bytes, *, zone: str = "Asia/Tokyo") -> list[CalendarEvent]:
    content = text.encode() if isinstance(text, str) else text
    found = FILES.events(file_name="予定.ics", content=content, now=NOW, time_zone=zone, since=SINCE)
    return list(found)


def starts(text: str, *, zone: str = "Asia/Tokyo") -> list[str]:
    """The rows as the child gives them, without a child."""
    (table,) = read(text.encode(), arguments=["plain_text", NOW.isoformat(), zone, SINCE.isoformat()])
    return [row[1] for row in table.rows]


FULL = """UID:u1
DTSTART;TZID=Tokyo Standard Time:20261125T100000
SUMMARY:山田製作所さま\\, 打ち合
 わせ
LOCATION:本社
ORGANIZER;CN="田中, 太郎":MAILTO:Tanaka@Yamada.example
ATTENDEE;CN=佐藤 花子;PARTSTAT=DECLINED:mailto:sato@aoi.example"""


@pytest.mark.parametrize("encoding", ["utf-8", "cp932"])
def test_a_meeting_whole(encoding: str) -> None:
    (one,) = events(calendar(FULL).encode(encoding))
    assert one == CalendarEvent(
        uid="u1",
        starts_at=datetime(2026, 11, 25, 1, 0, tzinfo=UTC),
        starts_on=None,
        summary="山田製作所さま, 打ち合わせ",
        location="本社",
        organizer=Attendee(mail="tanaka@yamada.example", name="田中, 太郎"),
        attendees=(Attendee(mail="sato@aoi.example", name="佐藤 花子", has_declined=True),),
    )


def test_a_line_folded_within_a_letter() -> None:
    summary = "SUMMARY:山田製作所".encode()
    folded = summary[:-1] + b"\r\n " + summary[-1:]
    content = calendar("UID:u\nDTSTART:20261125T010000Z\nSUMMARY:X").encode().replace(b"SUMMARY:X", folded)
    assert [one.summary for one in events(content)] == ["山田製作所"]


ZONE = """BEGIN:VTIMEZONE
TZID:Ours
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:+0900
TZOFFSETTO:+0900
END:STANDARD
END:VTIMEZONE
"""


@pytest.mark.parametrize(
    ("start", "head", "expected"),
    [
        ("DTSTART:20261125T010000Z", "", "2026-11-25T01:00:00+00:00"),
        ("DTSTART;TZID=Asia/Tokyo:20261125T100000", "", "2026-11-25T01:00:00+00:00"),
        ("DTSTART;TZID=Ours:20261125T100000", ZONE, "2026-11-25T01:00:00+00:00"),
        ("DTSTART;TZID=W. Europe Standard Time:20261125T100000", "", "2026-11-25T09:00:00+00:00"),
        ("DTSTART:20261125T100000", "", "2026-11-25T01:00:00+00:00"),
        ("DTSTART;VALUE=DATE:20261125", "", "2026-11-25"),
    ],
)
def test_hours_in_every_zone(start: str, head: str, expected: str) -> None:
    assert starts(calendar(f"UID:u\n{start}", head=head)) == [expected]


def test_an_hour_without_a_zone_is_the_persons() -> None:
    assert starts(calendar("UID:u\nDTSTART:20261125T100000"), zone="Europe/Berlin") == ["2026-11-25T09:00:00+00:00"]


WEEKLY = "UID:w\nDTSTART;TZID=Asia/Tokyo:20200106T150000\nRRULE:FREQ=WEEKLY;BYDAY=MO"


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (WEEKLY, ["2026-11-30T06:00:00+00:00"]),
        (f"{WEEKLY}\nEXDATE;TZID=Asia/Tokyo:20261130T150000", ["2026-12-07T06:00:00+00:00"]),
        (f"{WEEKLY};UNTIL=20261101T000000Z", []),
        (f"{WEEKLY};COUNT=3", []),
        ("UID:d\nDTSTART;VALUE=DATE:20261101\nRRULE:FREQ=MONTHLY;BYDAY=2TU", ["2026-12-08"]),
        ("UID:r\nDTSTART:20200101T000000Z\nRDATE:20261201T000000Z", ["2026-12-01T00:00:00+00:00"]),
        (
            "UID:s\nDTSTART;TZID=Europe/Berlin:20260701T100000\nRRULE:FREQ=DAILY;INTERVAL=1",
            ["2026-11-24T09:00:00+00:00"],
        ),
    ],
)
def test_of_a_repeated_meeting_the_next_time(event: str, expected: list[str]) -> None:
    assert starts(calendar(event)) == expected


def test_one_time_of_a_repeated_meeting_that_was_moved() -> None:
    moved = "UID:w\nRECURRENCE-ID;TZID=Asia/Tokyo:20261130T150000\nDTSTART;TZID=Asia/Tokyo:20261201T150000"
    assert starts(calendar(WEEKLY, moved)) == ["2026-12-01T06:00:00+00:00"]
    (one,) = events(calendar(WEEKLY, moved))
    assert one.uid == "w#20261130"


@pytest.mark.parametrize(
    "event",
    [
        "UID:x\nDTSTART:nonsense",
        "UID:x",
        "UID:x\nDTSTART:19700101T000000Z\nRRULE:FREQ=SECONDLY",
        "UID:x\nDTSTART:20260101T000000Z\nRRULE:FREQ=WEEKLY;BYDAY=ZZ",
        "UID:x\nDTSTART:20260101T000000Z\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "UID:old\nDTSTART:20251125T010000Z",
    ],
)
def test_one_that_cannot_be_read_costs_no_other(event: str) -> None:
    assert starts(calendar(event, "UID:good\nDTSTART:20261125T010000Z")) == ["2026-11-25T01:00:00+00:00"]


@pytest.mark.parametrize(
    ("event", "head"),
    [
        ("STATUS:CANCELLED", ""),
        ("SUMMARY:キャンセル済み: 打ち合わせ", ""),
        ("SUMMARY:Canceled: meeting", ""),
        ("SUMMARY:x", "METHOD:CANCEL\n"),
    ],
)
def test_what_was_cancelled_says_so(event: str, head: str) -> None:
    (one,) = events(calendar(f"UID:u\nDTSTART:20261125T010000Z\n{event}", head=head))
    assert one.is_cancelled


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "refused-empty"),
        ("こんにちは。予定です。".encode(), "refused-no-text"),
        (b"PK\x03\x04", "refused-wrong-type"),
    ],
)
def test_no_calendar_at_all(content: bytes, key: str) -> None:
    with pytest.raises(DocumentRefused) as refused:
        events(content)
    assert refused.value.key == key
    assert refused.value.arguments["file"] == "予定.ics"


def test_many_events_are_read_up_to_a_limit() -> None:
    many = calendar(*[f"UID:{number}\nDTSTART:20261125T010000Z" for number in range(2_100)])
    assert len(starts(many)) == 2_000
