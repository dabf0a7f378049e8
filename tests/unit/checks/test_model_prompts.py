"""Each kind of defect in a prompt for a language model is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.checks.model_prompts import check_model_prompts

GOOD = "version: 1\nsystem: Answer in ${language}.\nuser: ${passages} ${question}\n"
PARAGRAPH = "version: 1\nsystem: Write in ${language}.\nuser: ${lines} ${total}\n"
DRAFT = "version: 1\nsystem: Draft in ${language}.\nuser: ${question} ${words}\n"


def problems(folder: Path, text: str | None = GOOD) -> list[tuple[str, str]]:
    """What is found in a folder where only the prompt of answers may be broken."""
    (folder / "value_draft.yaml").write_text(DRAFT, encoding="utf-8")
    (folder / "digest_paragraph.yaml").write_text(PARAGRAPH, encoding="utf-8")
    if text is not None:
        (folder / "answer.yaml").write_text(text, encoding="utf-8")
    return [(problem.path.name, problem.reason.key) for problem in check_model_prompts(folder)]


def test_a_good_prompt_has_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path) == []


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("${question}", ""),
        GOOD + "more: x\n",
        GOOD.replace("${language}", "${tongue}"),
        GOOD.replace("version: 1", "version: one"),
        "system: [",
    ],
)
def test_a_prompt_that_breaks_its_schema_is_found(tmp_path: Path, text: str) -> None:
    assert problems(tmp_path, text) == [("answer.yaml", "check-unreadable")]


def test_a_missing_and_an_unknown_prompt_are_found(tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text(GOOD, encoding="utf-8")
    assert problems(tmp_path, None) == [("answer.yaml", "check-file-missing"), ("other.yaml", "check-prompt-unknown")]


def test_each_prompt_has_variables_of_its_own(tmp_path: Path) -> None:
    assert problems(tmp_path, DRAFT) == [("answer.yaml", "check-unreadable")]


def test_a_prompt_that_is_not_utf_8_is_found(tmp_path: Path) -> None:
    (tmp_path / "answer.yaml").write_bytes((GOOD + "# 日本語").encode("cp932"))
    assert problems(tmp_path, None) == [("answer.yaml", "check-unreadable")]
