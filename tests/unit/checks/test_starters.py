"""Each kind of defect in the questions to begin with is found, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.checks.starters import check_starters
from bot.core.membership.starters import load_starters_file
from bot.errors import DataFileError

ROLE = """  {role}:
    - {{ja: 一, en: one}}
    - {{ja: 二, en: two}}
    - {{ja: 三, en: three}}
"""
GOOD = "version: 1\nroles:\n" + "".join(ROLE.format(role=role) for role in ("guest", "member", "coordinator", "admin"))


def problems(folder: Path, text: str) -> list[tuple[int | None, str]]:
    path = folder / "starters.yaml"
    path.write_text(text, encoding="utf-8")
    return [(problem.line, problem.reason.key) for problem in check_starters(path)]


def test_good_starters_have_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, GOOD) == []
    assert load_starters_file(GOOD, path="s.yaml").version == 1


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("- {ja: 二, en: two}", "- {ja: 二, en: one}", (5, "check-question-twice")),
        ("en: two", "en: ''", (5, "check-schema")),
        ("en: two", f"en: {'t' * 76}", (5, "check-schema")),
        (", en: two", "", (5, "check-schema")),
        ("    - {ja: 二, en: two}\n", "", (1, "check-schema")),
        ("  admin:", "  manager:", (16, "check-schema")),
        ("roles:", "roles: [", (4, "check-unreadable")),
    ],
)
def test_a_slip_is_found(tmp_path: Path, old: str, new: str, expected: tuple[int | None, str]) -> None:
    broken = GOOD.replace(old, new, 1)
    assert expected in problems(tmp_path, broken)
    if expected[1] != "check-question-twice":
        with pytest.raises(DataFileError, match=r"^s\.yaml"):
            load_starters_file(broken, path="s.yaml")
