"""A wish for something else than the walk, said as a whole message: 「予定を見せて」, "show my cards", 「使い方」.

A message is one only where it is nothing but when, whose, what and the asking for it, in this order (the words are
data, prompts/walk_words.yaml). 「予定を組む配車係の方です」 goes on after the word, and is an answer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

_MARKS = re.compile(r"[\s。、．，.,!！?？「」『』…~〜'’]+")


class Wish(StrEnum):
    """What is wished for."""

    UPCOMING = "upcoming"
    HELP = "help"
    CARDS = "cards"
    PAGE = "page"
    """Something that stands on the person's page."""


class WishWords(BaseModel):
    """The words of wishes, in both languages. `before` may stand before the thing, `asks` behind it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    before: list[str] = Field(min_length=1)
    upcoming: list[str] = Field(min_length=1)
    help: list[str] = Field(min_length=1)
    cards: list[str] = Field(min_length=1)
    page: list[str] = Field(min_length=1)
    lists: list[str] = Field(min_length=1)
    asks: list[str] = Field(min_length=1)
    before_english: list[str] = Field(min_length=1)


class Wishes:
    """Knows wishes."""

    def __init__(self, file: WishWords) -> None:
        before, asks, lists = (_any(one) for one in (file.before, file.asks, file.lists))
        english = _any(file.before_english)
        self._patterns = {
            wish: re.compile(
                rf"(?:{before}の?)*(?:{_any(names)})(?:の?{lists})?(?:[をはがも]|って)?{asks}*"
                rf"|{english}*(?:{_any(names)})(?:please)?"
            )
            for wish, names in (
                (Wish.UPCOMING, file.upcoming),
                (Wish.HELP, file.help),
                (Wish.CARDS, file.cards),
                (Wish.PAGE, [*file.page, *file.lists]),
            )
        }

    def wish_of(self, text: str) -> Wish | None:
        """What a message wishes for where it is nothing but that; None for anything else."""
        key = _key(text)
        return next((wish for wish, pattern in self._patterns.items() if pattern.fullmatch(key)), None)


def _any(words: Sequence[str]) -> str:
    longest_first = sorted((_key(word) for word in words), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, longest_first)) + ")"


def _key(text: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFKC", text).casefold())
