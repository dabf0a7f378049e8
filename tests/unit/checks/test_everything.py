"""The check as a whole: files nobody reads are found, and problems come in order."""

from __future__ import annotations

import shutil
from pathlib import Path

from bot.checks import Problem, check_data_files
from bot.resources import knowledge_folder, prompts_folder
from tests.fakes.document_reader import FakeDocumentReader


def check(prompts: Path, knowledge: Path) -> list[Problem]:
    return list(check_data_files(prompts=prompts, knowledge=knowledge, reader=FakeDocumentReader()))


def test_files_that_nothing_reads_are_found(tmp_path: Path) -> None:
    prompts, knowledge = tmp_path / "prompts", tmp_path / "knowledge"
    shutil.copytree(prompts_folder(), prompts)
    shutil.copytree(knowledge_folder(), knowledge, ignore=shutil.ignore_patterns("guides"))
    strangers = [prompts / "sentences" / "fr" / "a.fltl", prompts / "notes.txt", knowledge / "glosary.yaml"]
    for path in strangers:
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    found = check(prompts, knowledge)
    assert {problem.path for problem in found if problem.reason.key == "check-stranger"} == set(strangers)
    assert found == sorted(found, key=lambda problem: (str(problem.path), problem.line or 0))
