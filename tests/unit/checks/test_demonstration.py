"""Each kind of defect in the people of the demonstration is found, with its line; the shipped file has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.checks.demonstration import check_demonstration
from bot.resources import knowledge_folder

GOOD = """version: 1
team: 支援センター
app: Minori
people:
  - {id: U01, name: 山田, title: 社長, email: y@example.com, colour: 1264a3, roles: [member], company: 山田製作所}
  - {id: U02, name: 高橋, title: 担当, email: t@e.jp, colour: 1264a4, roles: [coordinator], looks_after: [山田製作所]}
channels:
  - {id: C01, name: 全体, topic: みなさま, members: all}
  - {id: C02, name: 社内, topic: 社内, kind: private, members: [U01]}
"""


def problems(folder: Path, text: str) -> list[tuple[int | None, str]]:
    path = folder / "demo.yaml"
    path.write_text(text, encoding="utf-8")
    return [(problem.line, problem.reason.key) for problem in check_demonstration(path)]


def test_good_people_have_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, GOOD) == []
    assert list(check_demonstration(knowledge_folder() / "demo.yaml")) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("id: U02", "id: U01", [(6, "check-demo-twice")]),
        ("id: C02", "id: C01", [(9, "check-demo-twice")]),
        ("looks_after: [山田製作所]", "looks_after: [山田工業]", [(6, "check-demo-unknown")]),
        ("members: [U01]", "members: [U01, U99]", [(9, "check-demo-unknown")]),
        ("roles: [member]", "roles: [guest]", [(5, "check-schema")]),
        ("colour: 1264a3", "colour: blue", [(5, "check-schema")]),
        ("topic: みなさま", "subject: みなさま", [(8, "check-schema"), (8, "check-schema")]),
    ],
)
def test_each_defect(tmp_path: Path, old: str, new: str, expected: list[tuple[int, str]]) -> None:
    assert problems(tmp_path, GOOD.replace(old, new, 1)) == expected
