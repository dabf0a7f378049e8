"""The government's table of holidays: read as it is written, refused with line numbers, compared."""

from __future__ import annotations

from datetime import date

import pytest

from bot.adapters.holiday_file import shipped_calendar
from bot.core.calendars import Holiday
from bot.core.holiday_sheet import HolidayChanges, HolidaysRefused, compare, read_holidays

HEAD = "国民の祝日・休日月日,国民の祝日・休日名称"
PRESENT = shipped_calendar().holidays
TODAY = date(2026, 11, 20)
ROWS = [f"{one.day.year}/{one.day.month}/{one.day.day},{one.name}" for one in PRESENT]


def table(rows: list[str]) -> str:
    return "\r\n".join((HEAD, *rows, ""))


def read(text: str) -> tuple[Holiday, ...]:
    return read_holidays(text, present=PRESENT, today=TODAY)


def problems(text: str) -> list[tuple[str, str]]:
    with pytest.raises(HolidaysRefused) as raised:
        read(text)
    found = raised.value.problems
    assert raised.value.arguments == {"count": len(found)}
    return [(one.key, str(one.arguments.get("line", one.arguments.get("year")))) for one in found]


def test_it_is_read_day_by_day() -> None:
    assert read(table(ROWS)) == PRESENT


@pytest.mark.parametrize(
    "changed",
    [
        "\ufeff" + table(ROWS),
        table(ROWS).replace("\r\n", "\n"),
        table(list(reversed(ROWS))),
        table([row.replace("/", "-") for row in ROWS]),
        table([f'"{row.replace(",", chr(34) + "," + chr(34))}"' for row in ROWS]),
        table([*ROWS, "", ",", " "]),
        table(ROWS).replace("2026/11/23", " ２０２６/11/23 "),
    ],
    ids=["mark", "lines", "order", "dashes", "quotes", "empty lines", "width"],
)
def test_how_it_is_written_makes_no_difference(changed: str) -> None:
    assert read(changed) == PRESENT


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("2026/2/30,休日", "calendar-load-day"),
        ("2026年11月24日,休日", "calendar-load-day"),
        ("26/11/24,休日", "calendar-load-day"),
        ("2026/11/24", "calendar-load-cells"),
        ("2026/11/24,休日,はい", "calendar-load-cells"),
        ("2026/11/24,", "calendar-load-name"),
        ("2026/11/23,休日", "calendar-load-twice"),
    ],
)
def test_nonsense_is_refused_with_its_line(row: str, problem: str) -> None:
    assert problems(table([*ROWS, row])) == [(problem, str(len(ROWS) + 2))]


def test_every_problem_is_named_at_once_but_not_hundreds() -> None:
    assert [line for _, line in problems(table(["x,y", *ROWS, "2027/1/1,元日"]))] == ["2", str(len(ROWS) + 3)]
    assert len(problems(table(["x,y"] * 500))) == 20


@pytest.mark.parametrize("text", ["", "\n", "日付,名称\r\n2026/1/1,元日\r\n", "2026/1/1,元日\r\n", HEAD[:-1] + "\r\n"])
def test_another_table_is_refused_at_its_headings(text: str) -> None:
    assert problems(text) == [("calendar-load-headings", "1")]


def test_a_table_that_was_cut_off_is_refused() -> None:
    assert problems(table([])) == [("calendar-load-not-this-year", "2026")]
    assert problems(table(ROWS[:500])) == [("calendar-load-not-this-year", "2026")]
    assert problems(table(ROWS[:-9])) == [("calendar-load-thin", "2027")]
    assert problems(table([*ROWS, "2028/1/1,元日"])) == [("calendar-load-thin", "2028")]
    assert problems(table([row for row in ROWS if not row.startswith("2024/")])) == [("calendar-load-thin", "2024")]


def test_a_year_of_less_holidays_is_taken_as_the_law_may_say_so() -> None:
    fewer = [row for row in ROWS if not row.startswith(("2027/7/19", "2027/8/11"))]
    assert len(read(table(fewer))) == len(ROWS) - 2


def test_what_a_table_changes() -> None:
    after = read(table([*ROWS, "2027/12/24,臨時の休日"]).replace("2026/11/23,勤労感謝の日", "2026/11/24,勤労感謝の日"))
    assert compare(PRESENT, PRESENT) == HolidayChanges(added=(), gone=(), renamed=())
    changes = compare(PRESENT, after)
    assert [one.day for one in changes.added] == [date(2026, 11, 24), date(2027, 12, 24)]
    assert [one.day for one in changes.gone] == [date(2026, 11, 23)]
    renamed = compare(PRESENT, read(table(ROWS).replace("2027/10/11,スポーツの日", "2027/10/11,体育の日")))
    assert [(before.name, after.name) for before, after in renamed.renamed] == [("スポーツの日", "体育の日")]
