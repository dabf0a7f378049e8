"""Each kind of defect in the topics beyond the guides is found, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.checks.beyond import check_beyond

GOOD = """version: 1
topics:
  - id: printing
    ja: 名刺の印刷
    en: printing
    ask_at:
      ja: 印刷会社
      en: a printing company
    questions:
      - 名刺の標準サイズは
  - id: apps
    ja: アプリ
    en: apps
    questions:
      - どのアプリがよいか
"""


def problems(folder: Path, text: str) -> list[tuple[int | None, str]]:
    path = folder / "beyond.yaml"
    path.write_text(text, encoding="utf-8")
    return [(problem.line, problem.reason.key) for problem in check_beyond(path)]


def test_good_topics_have_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("id: apps", "id: Apps!", (11, "check-schema")),
        ("    en: apps\n", "", (11, "check-schema")),
        ("id: apps", "id: printing", (11, "check-topic-twice")),
        ("      en: a printing company\n", "", (7, "check-topic-language")),
        ("どのアプリがよいか", "名刺の標準サイズは", (15, "check-question-twice")),
    ],
)
def test_every_defect_is_found(tmp_path: Path, old: str, new: str, expected: tuple[int, str]) -> None:
    assert expected in problems(tmp_path, GOOD.replace(old, new))
