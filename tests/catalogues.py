"""The real catalogues of sentences, parsed once for each process that runs tests: parsing them takes a moment."""

from __future__ import annotations

from functools import cache

from bot.adapters.sentences import FluentSentences
from bot.resources import prompts_folder


@cache
def strict_sentences() -> FluentSentences:
    """Both languages; a missing key or argument raises. Whoever says a sentence changes nothing in them."""
    return FluentSentences(prompts_folder() / "sentences", strict=True)
