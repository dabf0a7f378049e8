"""Each kind of defect in a cadence is found, with its line; and those that come with Minori have none."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.checks.cadences import check_cadences
from bot.core.nudges.cadences import Matter
from tests.fakes.nudges import FOLDER

STEP = "{after: 1, counts: working_days, on_day_off: next_working_day, asks: step}"
GOOD = "version: 1\ntitle: {ja: 標準, en: Standard}\nmatters:\n" + "".join(
    f"  {matter}:\n    repeat_every: 5\n    steps:\n      - {STEP}\n" for matter in Matter
)


def problems(folder: Path, text: str, name: str = "default.yaml") -> list[tuple[int | None, str]]:
    (folder / name).write_text(text, encoding="utf-8")
    return [(problem.line, problem.reason.key) for problem in check_cadences(folder)]


def test_those_that_come_with_minori_are_in_order() -> None:
    assert list(check_cadences(FOLDER)) == []


def test_a_good_cadence_has_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("version: 1", "version: 2", 1),
        ("en: Standard", "fr: Standard", 2),
        ("repeat_every: 5", "repeat_every: -1", 5),
        ("after: 1", "after: soon", 7),
        ("counts: working_days", "counts: days", 7),
        ("on_day_off: next_working_day", "on_day_off: never", 7),
        ("asks: step", "asks: nothing", 7),
        ("asks: step", "asks: step, from_time: 16:00", 7),
        ("asks: step", "asks: step, colour: red", 7),
        ("  confirm:", "  dance:", 5),
    ],
)
def test_a_slip_is_found(tmp_path: Path, old: str, new: str, line: int) -> None:
    assert (line, "check-schema") in problems(tmp_path, GOOD.replace(old, new, 1))


def test_a_reminder_must_not_stop_by_itself(tmp_path: Path) -> None:
    assert [key for _, key in problems(tmp_path, GOOD.replace("repeat_every: 5", "repeat_every: 0", 1))] == [
        "check-schema"
    ]


def test_what_its_own_day_ends_may_stop(tmp_path: Path) -> None:
    ends = GOOD.replace("prepare:\n    repeat_every: 5", "prepare:\n    repeat_every: 0")
    assert ends != GOOD
    assert problems(tmp_path, ends) == []


def test_steps_stand_in_order(tmp_path: Path) -> None:
    twice = GOOD.replace(f"- {STEP}\n", f"- {STEP}\n      - {STEP.replace('1', '0')}\n", 1)
    assert [key for _, key in problems(tmp_path, twice)] == ["check-schema"]


def test_the_default_names_everything(tmp_path: Path) -> None:
    some = GOOD.split("  wake:")[0]
    assert problems(tmp_path, some) == [(4, "check-cadence-incomplete")]


def test_another_one_may_name_some(tmp_path: Path) -> None:
    assert problems(tmp_path, GOOD) == []
    assert problems(tmp_path, GOOD.split("  prepare:")[0], "slow.yaml") == []


def test_the_default_has_to_be_there_and_nothing_else_that_nobody_reads(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    found = {(problem.path.name, problem.reason.key) for problem in check_cadences(tmp_path)}
    assert found == {("default.yaml", "check-file-missing"), ("notes.txt", "check-stranger")}
