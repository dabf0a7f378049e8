"""`minori check`: every data file in prompts/ and knowledge/ is read strictly, and every defect named at once."""

from __future__ import annotations

from pathlib import Path

from bot.checks.catalogues import check_catalogues
from bot.checks.glossary import check_glossary
from bot.checks.guides import check_guides
from bot.checks.keys import check_keys
from bot.checks.model_prompts import check_model_prompts
from bot.checks.problem import Problem
from bot.core.guides.ports import DocumentReader

__all__ = ["Problem", "check_data_files"]

_CODE = Path(__file__).resolve().parents[1]


def check_data_files(
    *, prompts: Path, knowledge: Path, reader: DocumentReader, code: Path = _CODE
) -> tuple[Problem, ...]:
    """All problems, by file and line; empty when everything is in order. Raises nothing for a broken file."""
    sentences = prompts / "sentences"
    found = [
        *check_catalogues(sentences),
        *check_keys(code, sentences),
        *check_model_prompts(prompts / "models"),
        *check_glossary(knowledge / "glossary.yaml"),
        *check_guides(knowledge / "guides", reader),
    ]
    return tuple(sorted(found, key=lambda problem: (str(problem.path), problem.line or 0)))
