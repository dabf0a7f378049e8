"""Stands in for the index of words while that is being made anew: passages straight from the database.

It ranks nothing itself; vectors propose, and the passages they propose are analysed on the spot.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.core.answering.ports import LexicalHits
from bot.core.answering.searchable import PassageToIndex, Unit, analyse
from bot.core.japanese import JapaneseAnalyser


class UnindexedPassages:
    """A `LexicalIndex` without lists. `frequency` says in how many passages a word form stands, as nearly as known."""

    def __init__(
        self, passages: Sequence[PassageToIndex], analyser: JapaneseAnalyser, *, frequency: Callable[[str], int]
    ) -> None:
        self._passages = passages
        self._analyser = analyser
        self._frequency = frequency
        self._rows = {passage.id: row for row, passage in enumerate(passages)}

    @property
    def size(self) -> int:
        return len(self._passages)

    def search(self, *, words: Mapping[str, float], grams: Mapping[str, float], limit: int) -> LexicalHits:
        return LexicalHits((), ())

    def word_frequency(self, word: str) -> int:
        return self._frequency(word)

    def gram_frequency(self, gram: str) -> int:
        return 1

    def row(self, passage_id: str) -> int | None:
        return self._rows.get(passage_id)

    def passage_id(self, row: int) -> str:
        return self._passages[row].id

    def units(self, rows: Sequence[int]) -> Mapping[int, Sequence[Unit]]:
        return {row: analyse(self._passages[row], self._analyser).units for row in rows}
