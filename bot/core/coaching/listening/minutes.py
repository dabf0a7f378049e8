"""「三十分」 is thirty minutes, though a dictionary may read 「three」 and 「enough」."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.core.coaching.listening.ports import SpokenWord

_TEN_MINUTES = "十分"
_MINUTE = ("名詞", "普通名詞", "助数詞可能", "*", "*", "*")


def counted_in_minutes(words: Sequence[SpokenWord]) -> tuple[SpokenWord, ...]:
    """The words, with 「三」「十分」 taken for 「三十」「分」; all others as they are."""
    read: list[SpokenWord] = []
    for word in words:
        before = read[-1] if read else None
        if word.surface == _TEN_MINUTES and before is not None and before.is_number and before.end == word.begin:
            ten, middle = before.surface + "十", word.begin + 1
            read[-1] = replace(before, surface=ten, form=ten, lemma=ten, end=middle)
            word = replace(word, surface="分", form="分", lemma="分", begin=middle, grammar=_MINUTE)
        read.append(word)
    return tuple(read)
