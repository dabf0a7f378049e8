"""Drafts in a customer's words by a language model; nothing comes of a model that fails, or that says too much."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping

import structlog

from bot.core.answering.chat_port import ChatModel
from bot.core.answering.prompts import Prompt
from bot.core.messages import Locale
from bot.errors import ModelUnavailable

DRAFT_VARIABLES = frozenset({"language", "question", "words"})
"""What fills prompts/models/value_draft.yaml."""
LONGEST = 300
"""Characters of a draft; what is longer is no sentence or two."""
_LANGUAGES: Mapping[Locale, str] = {"ja": "Japanese", "en": "English"}
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_MARKUP = re.compile(r"https?:|www\.|<[^>]*>|[\[\]`*_|]|@\w", re.IGNORECASE)


class ModelDrafts:
    """The `Drafting` of walks over a language model."""

    def __init__(self, chat: ChatModel, prompt: Prompt) -> None:
        self._chat, self._prompt = chat, prompt

    def draft(self, *, question: str, words: str, locale: Locale) -> str:
        """One or two sentences; "" where the model gave none that can be shown."""
        values = {
            "language": _LANGUAGES[locale],
            "question": json.dumps(question, ensure_ascii=False),
            "words": json.dumps(words, ensure_ascii=False),
        }
        system, user = self._prompt.fill(values)
        try:
            text = "".join(self._chat.stream(system=system, user=user)).strip()
        except ModelUnavailable as error:
            _log().warning("no_value_draft", reason=type(error).__name__)
            return ""
        return text if is_showable(text, words) else ""


def is_showable(text: str, words: str) -> bool:
    """Is it a sentence or two of plain words, with no number that was not said?"""
    if not text or text.strip(".。") == "NONE" or len(text) > LONGEST or _MARKUP.search(text):
        return False
    said = set(_NUMBER.findall(unicodedata.normalize("NFKC", words)))
    return set(_NUMBER.findall(unicodedata.normalize("NFKC", text))) <= said


def _log() -> structlog.typing.FilteringBoundLogger:
    log: structlog.typing.FilteringBoundLogger = structlog.get_logger(__name__)
    return log
