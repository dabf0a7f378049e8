"""Prompts for a language model: every file is one the program fills, with exactly the variables it fills."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.adapters.digest_paragraphs import PARAGRAPH_VARIABLES
from bot.adapters.value_drafts import DRAFT_VARIABLES
from bot.checks.problem import Problem
from bot.core.answering.model_answer import ANSWER_VARIABLES
from bot.core.answering.prompts import Prompt
from bot.core.messages import Message
from bot.errors import DataFileError

FILLED = {
    "answer.yaml": ANSWER_VARIABLES,
    "digest_paragraph.yaml": PARAGRAPH_VARIABLES,
    "value_draft.yaml": DRAFT_VARIABLES,
}
"""File of prompts/models → the variables its user fills. A new prompt is named here."""


def check_model_prompts(folder: Path) -> Iterator[Problem]:
    """All problems of prompts/models."""
    present = {path.name: path for path in sorted(folder.glob("*")) if path.is_file()}
    for name in FILLED.keys() - present.keys():
        yield Problem(folder / name, None, Message("check-file-missing"))
    for name, path in present.items():
        if name not in FILLED:
            yield Problem(path, None, Message("check-prompt-unknown"))
            continue
        try:
            Prompt.parse(path.read_text(encoding="utf-8"), path=str(path), variables=FILLED[name])
        except (DataFileError, UnicodeDecodeError) as error:
            reason = error.reason if isinstance(error, DataFileError) else "not UTF-8"
            line = error.line if isinstance(error, DataFileError) else None
            yield Problem(path, line, Message("check-unreadable", {"reason": reason}))
