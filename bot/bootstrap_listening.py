"""The listener, put together. Apart from the rest, so that checking a sentence opens nothing."""

from __future__ import annotations

from functools import cache

from bot.adapters.japanese import SudachiSpeech
from bot.core.coaching.listening.lexicon import EnglishWords, JapaneseWords, load_words
from bot.core.coaching.listening.service import Listener
from bot.resources import prompts_folder


@cache
def make_listener() -> Listener:
    """With the words of prompts/coaching/listening/, read once. Opens no database. Raises DataFileError."""
    folder = prompts_folder() / "coaching" / "listening"
    japanese, english = ((folder / name).read_text(encoding="utf-8") for name in ("ja.yaml", "en.yaml"))
    return Listener(
        SudachiSpeech(),
        load_words(japanese, JapaneseWords, path="prompts/coaching/listening/ja.yaml"),
        load_words(english, EnglishWords, path="prompts/coaching/listening/en.yaml"),
    )
