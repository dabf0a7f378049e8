"""Each kind of defect in a calendar is found, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.checks.calendars import check_calendars

GOOD = """version: 1
source: a list
until: 2027-12-31
year_end: {source: a law, days: ["12-29"]}
holidays:
  - {day: 2027-01-01, name: 元日}
  - {day: 2027-01-11, name: 成人の日}
"""


def problems(folder: Path, text: str) -> list[tuple[int | None, str]]:
    (folder / "japan.yaml").write_text(text, encoding="utf-8")
    return [(problem.line, problem.reason.key) for problem in check_calendars(folder)]


def test_a_good_calendar_has_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("2027-01-11", "2027-01-01", (1, "check-schema")),
        ("2027-01-11", "tomorrow", (7, "check-schema")),
        ("name: 成人の日", "title: 成人の日", (7, "check-schema")),
        ('"12-29"', '"29 December"', (4, "check-schema")),
        ("until: 2027-12-31", "until: 2027-01-01", (1, "check-schema")),
        ("2027-01-11", "2027-02-30", (None, "check-unreadable")),
    ],
)
def test_a_slip_is_found(tmp_path: Path, old: str, new: str, expected: tuple[int | None, str]) -> None:
    assert expected in problems(tmp_path, GOOD.replace(old, new))


def test_japan_has_to_be_there_and_nothing_else_that_nobody_reads(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    found = {(problem.path.name, problem.reason.key) for problem in check_calendars(tmp_path)}
    assert found == {("japan.yaml", "check-file-missing"), ("notes.txt", "check-stranger")}
