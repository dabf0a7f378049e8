"""A lexical index in memory: passes the same contract suite as tantivy."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from bot.core.answering.ports import LexicalHit, LexicalHits
from bot.core.answering.searchable import SearchablePassage, Unit, index_grams


class FakeLexicalIndex:
    """BM25 with k1 = 1.2 and b = 0.75 over a few passages, counted anew for every query."""

    def __init__(self, passages: Sequence[SearchablePassage]) -> None:
        self._passages = list(passages)
        self._words = [Counter(passage.forms) for passage in passages]
        self._grams = [Counter(index_grams(passage.text)) for passage in passages]

    @property
    def size(self) -> int:
        return len(self._passages)

    def search(self, *, words: Mapping[str, float], grams: Mapping[str, float], limit: int) -> LexicalHits:
        return LexicalHits(self._ranked(self._words, words)[:limit], self._ranked(self._grams, grams)[:limit])

    def _ranked(self, bags: Sequence[Counter[str]], tokens: Mapping[str, float]) -> list[LexicalHit]:
        mean = sum(bag.total() for bag in bags) / len(bags) if bags else 0.0
        hits = []
        for row, bag in enumerate(bags):
            length = 1.2 * (0.25 + 0.75 * bag.total() / mean) if mean else 0.0
            score = sum(
                weight * self._idf(bags, token) * 2.2 * bag[token] / (bag[token] + length)
                for token, weight in tokens.items()
                if bag[token]
            )
            if score > 0:
                hits.append(LexicalHit(row, score))
        return sorted(hits, key=lambda hit: (-hit.score, hit.row))

    @staticmethod
    def _idf(bags: Sequence[Counter[str]], token: str) -> float:
        found = sum(token in bag for bag in bags)
        return math.log(1 + (len(bags) - found + 0.5) / (found + 0.5))

    def word_frequency(self, word: str) -> int:
        return sum(word in bag for bag in self._words)

    def gram_frequency(self, gram: str) -> int:
        return sum(gram in bag for bag in self._grams)

    def row(self, passage_id: str) -> int | None:
        return next((row for row, passage in enumerate(self._passages) if passage.id == passage_id), None)

    def passage_id(self, row: int) -> str:
        return self._passages[row].id

    def units(self, rows: Sequence[int]) -> Mapping[int, Sequence[Unit]]:
        return {row: list(self._passages[row].units) for row in rows}
