"""A paragraph under a digest by a language model, and what its text is checked with."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from bot.adapters.japanese import SudachiNames
from bot.core.answering.chat_port import ChatModel
from bot.core.answering.prompts import Prompt
from bot.core.digests.paragraph import Told
from bot.core.messages import Locale

PARAGRAPH_VARIABLES = frozenset({"language", "total", "lines"})
"""What fills prompts/models/digest_paragraph.yaml."""
_LANGUAGES: Mapping[Locale, str] = {"ja": "Japanese", "en": "English"}


class ModelParagraphs:
    """The `Write` of bot/core/digests/paragraph.py over a language model."""

    def __init__(self, chat: ChatModel, prompt: Prompt) -> None:
        self._chat, self._prompt = chat, prompt

    def __call__(self, told: Sequence[Told], total: int, locale: Locale) -> str:
        """What the model wrote, unchecked; "" where it has nothing to say. Raises ModelUnavailable."""
        rows = (json.dumps({"firm": one.mark, "line": one.text}, ensure_ascii=False) for one in told)
        values = {"language": _LANGUAGES[locale], "total": str(total), "lines": "\n".join(rows)}
        system, user = self._prompt.fill(values)
        text = "".join(self._chat.stream(system=system, user=user)).strip()
        return "" if text.strip(".。") == "NONE" else text


class JapaneseNouns:
    """The nouns of a text as they are written."""

    def __init__(self) -> None:
        self._names = SudachiNames()

    def __call__(self, text: str) -> Sequence[str]:
        """In order; what counts is not among them."""
        found = self._names.morphemes(text)
        return [one.surface for one in found if one.part_of_speech[0] == "名詞" and one.part_of_speech[1] != "数詞"]
