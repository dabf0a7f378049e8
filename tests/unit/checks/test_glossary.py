"""Each kind of defect in the glossary is found, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.checks.glossary import check_glossary

GOOD = """version: 1
terms:
  - term: 実証
    synonyms: [PoC, 試行]
    english: [trial, pilot]
  - term: 名刺
    synonyms: []
    english: [business card]
"""


def problems(folder: Path, text: str) -> list[tuple[int | None, str]]:
    path = folder / "glossary.yaml"
    path.write_text(text, encoding="utf-8")
    return [(problem.line, problem.reason.key) for problem in check_glossary(path)]


def test_a_good_glossary_has_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("version: 1", "version: 2", (1, "check-schema")),
        ("term: 名刺", "word: 名刺", (6, "check-schema")),
        ("synonyms: []", "synonyms: 一つ", (7, "check-schema")),
        ("english: [trial", "englisch: [trial", (5, "check-schema")),
        ("synonyms: []", "synonyms: [", (8, "check-unreadable")),
        ("term: 名刺", "term: 実証", (6, "check-word-twice")),
        ("synonyms: []", "synonyms: [ｐｏｃ]", (7, "check-word-twice")),
        ("[trial, pilot]", "[trial, Trial]", (5, "check-english-twice")),
    ],
)
def test_every_defect_is_found(tmp_path: Path, old: str, new: str, expected: tuple[int, str]) -> None:
    assert expected in problems(tmp_path, GOOD.replace(old, new))


def test_a_missing_glossary_is_found(tmp_path: Path) -> None:
    (found,) = check_glossary(tmp_path / "glossary.yaml")
    assert found.reason.key == "check-file-missing"


def test_a_glossary_that_is_not_utf_8_is_found(tmp_path: Path) -> None:
    (tmp_path / "glossary.yaml").write_bytes(GOOD.encode("cp932"))
    (found,) = check_glossary(tmp_path / "glossary.yaml")
    assert found.reason.key == "check-unreadable"
