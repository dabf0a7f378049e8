"""Each kind of defect in a bundled guide is found, with its line where a line is to blame."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.adapters.document_readers.guard import GuardedDocumentReader
from bot.checks.guides import check_guides

GOOD = """---
id: trial
title: 実証の進め方
edition: 2026-10-01
kind: guide
audience: [member]
sources: [編集室]
language: ja
---
# 実証の進め方

## 実証は、決める日を書いてから始める
決める日がない実証は、結論が出ません。
"""


def problems(folder: Path, text: str = GOOD, name: str = "trial.md") -> list[tuple[str, int | None, str]]:
    (folder / name).write_text(text, encoding="utf-8")
    found = check_guides(folder, GuardedDocumentReader())
    return [(problem.path.name, problem.line, problem.reason.key) for problem in found]


def test_a_good_guide_has_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("kind: guide", "kind: novel", ("trial.md", 5, "guides-details-choice")),
        ("edition: 2026-10-01", "edition: someday", ("trial.md", 4, "guides-details-date")),
        ("kind: guide", "kinds: guide", ("trial.md", 5, "guides-details-unknown-key")),
        ("title: 実証の進め方", "title: [", ("trial.md", 5, "refused-front-matter")),
        ("sources: [編集室]\n", "", ("trial.md", 1, "check-front-matter")),
        ("language: ja\n", "", ("trial.md", 1, "check-front-matter")),
        ("id: trial", "id: other", ("trial.md", 1, "check-id-name")),
        ("## 実証は、決める日を書いてから始める\n", "", ("trial.md", None, "check-no-sections")),
        (
            "決める日がない実証は、結論が出ません。\n",
            "",
            ("trial.md", 12, "check-empty-section"),
        ),
    ],
)
def test_every_defect_is_found(tmp_path: Path, old: str, new: str, expected: tuple[str, int | None, str]) -> None:
    assert old in GOOD
    assert expected in problems(tmp_path, GOOD.replace(old, new))


def test_an_id_that_two_guides_have_is_found(tmp_path: Path) -> None:
    (tmp_path / "another.md").write_text(GOOD, encoding="utf-8")
    assert ("trial.md", 1, "check-id-twice") in problems(tmp_path)


def test_a_stranger_in_the_folder_is_found(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("memo", encoding="utf-8")
    assert problems(tmp_path) == [("notes.txt", None, "check-not-a-guide")]


def test_a_folder_without_guides_is_found(tmp_path: Path) -> None:
    (found,) = check_guides(tmp_path / "guides", GuardedDocumentReader())
    assert found.reason.key == "check-file-missing"
