"""How well a passage speaks of what a question asks. Pure arithmetic over word forms and n-grams.

Every measure is a share between 0 and 1 of the question's weight (IDF), so that they can be averaged: the mean of
equally weighted measures is what ranks candidates. Equal weights are a choice, not a fit: nothing here was trained.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.core.answering.query import Concept, SearchQuery
from bot.core.answering.searchable import Unit, UnitKind, character_grams
from bot.core.japanese import LIGHT_FORMS

SYNONYM_CREDIT = 0.85
"""What a synonym counts where the person's own word is missing."""

_SPOKEN_OF = 0.5
"""The share of a concept from which on a passage speaks of it."""

_NUMBER = re.compile(r"\d|[一二三四五六七八九十百千万]+(?:年|月|日|人|回|つ|社|件|割|円|営業日|週)")


@dataclass(frozen=True, slots=True)
class UnitEvidence:
    """What one unit shows: `words`, `bigrams`, `trigrams` are shares of the question's weight found in it.

    `likeness` (headings and ways of asking only) looks from both sides: how nearly the unit and the question say the
    same, neither more nor less; the mean of Dice coefficients over weighted words and over character bigrams.
    """

    position: int
    kind: UnitKind
    words: float
    bigrams: float
    trigrams: float
    has_number: bool
    likeness: float

    @property
    def mean(self) -> float:
        """The three shares averaged."""
        return (self.words + self.bigrams + self.trigrams) / 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a whole passage shows. `missing` are labels of concepts that it does not speak of, heaviest first.

    `told` is what the guide itself says in one place: two neighbouring sentences under their headings. It is the lesser
    of the share of words by weight and by number, so that one rare word does not speak for a whole question.
    """

    words: float
    bigrams: float
    trigrams: float
    best_words: float
    best_bigrams: float
    best_trigrams: float
    best_pair: float
    answer_kind: float
    likeness: float
    units: tuple[UnitEvidence, ...]
    missing: tuple[str, ...]
    heaviest_missing: float
    tell: Callable[[], float]

    @property
    def told(self) -> float:
        """See above; worked out when it is asked for."""
        return self.tell()

    @property
    def shares(self) -> tuple[float, ...]:
        """The measures that are averaged for ranking."""
        return (
            self.words,
            self.bigrams,
            self.trigrams,
            self.best_words,
            self.best_bigrams,
            self.best_trigrams,
            self.best_pair,
            self.answer_kind,
        )


def concept_share(concept: Concept, forms: Collection[str]) -> float:
    """How much of a concept stands among the word forms, from 0 to 1."""
    own = 0.0
    for form, weight in concept.own:
        if form in forms:
            own += weight
    own = own / concept.weight if own else 0.0
    if own < SYNONYM_CREDIT and any(all(form in forms for form in other) for other in concept.others):
        return SYNONYM_CREDIT
    return own


def _words_share(query: SearchQuery, shares: Sequence[float]) -> float:
    if not query.concept_total:
        return 0.0
    weighted = [share * concept.weight for share, concept in zip(shares, query.concepts, strict=True) if share]
    return sum(weighted) / query.concept_total


def _found_in(weights: Mapping[str, float], text: str) -> dict[str, float]:
    return {gram: weight for gram, weight in weights.items() if gram in text}


class _Weighing:
    """One query against one passage. What the whole passage lacks is not looked for in its units."""

    def __init__(self, query: SearchQuery, units: Sequence[Unit]) -> None:
        self._query = query
        self._question_grams = frozenset(query.bigrams)
        self._text = "\n".join(unit.text for unit in units)
        self._bigrams = _found_in(query.bigrams, self._text)
        self._trigrams = _found_in(query.trigrams, self._text)
        forms = frozenset(itertools.chain.from_iterable(unit.forms for unit in units))
        self.shares = [concept_share(concept, forms) for concept in query.concepts]
        self.unit_shares = [self._unit_shares(frozenset(unit.forms)) for unit in units]
        self.units = tuple(self._unit(position, unit) for position, unit in enumerate(units))

    @property
    def bigrams(self) -> float:
        return _share(self._bigrams, self._query.bigram_total)

    @property
    def trigrams(self) -> float:
        return _share(self._trigrams, self._query.trigram_total)

    def _unit_shares(self, forms: frozenset[str]) -> list[float]:
        pairs = zip(self._query.concepts, self.shares, strict=True)
        return [concept_share(concept, forms) if whole else 0.0 for concept, whole in pairs]

    def _unit(self, position: int, unit: Unit) -> UnitEvidence:
        query = self._query
        words = _words_share(query, self.unit_shares[position])
        return UnitEvidence(
            position,
            unit.kind,
            words,
            _share(_found_in(self._bigrams, unit.text), query.bigram_total),
            _share(_found_in(self._trigrams, unit.text), query.trigram_total),
            query.asks_for_number and bool(_NUMBER.search(unit.text)),
            0.0 if unit.kind == UnitKind.SENTENCE else self._likeness(unit, words),
        )

    def _likeness(self, unit: Unit, words: float) -> float:
        total = self._query.concept_total
        weight = sum(self._query.weigh(form) for form in set(unit.forms) if form not in LIGHT_FORMS)
        grams = frozenset(character_grams(unit.text, 2))
        common = len(grams & self._question_grams)
        by_words = 2 * min(words * total, weight) / (total + weight) if total + weight else 0.0
        by_grams = 2 * common / (len(grams) + len(self._question_grams)) if common else 0.0
        return (by_words + by_grams) / 2

    def told(self) -> float:
        """What two neighbouring sentences under their headings say of the question."""
        of_kind = list(zip(self.unit_shares, self.units, strict=True))
        headings = [shares for shares, unit in of_kind if unit.kind == UnitKind.HEADING]
        sentences = [shares for shares, unit in of_kind if unit.kind == UnitKind.SENTENCE]
        neighbours = list(itertools.pairwise(sentences)) or [(one, one) for one in sentences]
        return max((self._place(*headings, *pair) for pair in neighbours), default=0.0)

    def _place(self, *units: Sequence[float]) -> float:
        together: list[float] = [max(shares) for shares in zip(*units, strict=True)]
        if not together:
            return 0.0
        by_number = sum(share >= _SPOKEN_OF for share in together) / len(together)
        return min(_words_share(self._query, together), by_number)

    def missing(self) -> list[Concept]:
        """Concepts that the passage speaks of by less than half, heaviest first."""
        pairs = zip(self._query.concepts, self.shares, strict=True)
        return sorted((concept for concept, share in pairs if share < _SPOKEN_OF), key=lambda concept: -concept.weight)


def _share(found: Mapping[str, float], total: float) -> float:
    return sum(found.values()) / total if total else 0.0


def weigh_evidence(query: SearchQuery, units: Sequence[Unit]) -> Evidence:
    """Weigh one passage, given its units in order."""
    weighing = _Weighing(query, units)
    missing = weighing.missing()
    heaviest = max((concept.weight for concept in query.concepts), default=0.0)
    found = weighing.units
    best_words = max((unit.words for unit in found), default=0.0)
    return Evidence(
        words=_words_share(query, weighing.shares),
        bigrams=weighing.bigrams,
        trigrams=weighing.trigrams,
        best_words=best_words,
        best_bigrams=max((unit.bigrams for unit in found), default=0.0),
        best_trigrams=max((unit.trigrams for unit in found), default=0.0),
        best_pair=_best_pair(query, weighing.unit_shares, [unit.words for unit in found]),
        answer_kind=_answer_kind(query, found, best_words),
        likeness=max((unit.likeness for unit in found), default=0.0),
        units=found,
        missing=tuple(concept.label for concept in missing),
        heaviest_missing=missing[0].weight / heaviest if missing and heaviest else 0.0,
        tell=weighing.told,
    )


def _best_pair(query: SearchQuery, unit_shares: Sequence[Sequence[float]], words: Sequence[float]) -> float:
    """The best two neighbouring units together: an answer often stands one sentence after its subject."""
    best = max(words, default=0.0)
    for place in range(len(words) - 1):
        # Two units together show at most what they show apart: most pairs need no closer look.
        if words[place] + words[place + 1] > best:
            together = [max(pair) for pair in zip(unit_shares[place], unit_shares[place + 1], strict=True)]
            best = max(best, _words_share(query, together))
    return best


def _answer_kind(query: SearchQuery, units: Sequence[UnitEvidence], best_words: float) -> float:
    """A question for a number or a date is answered by a unit that holds one."""
    if not query.asks_for_number:
        return best_words
    return max((unit.words for unit in units if unit.has_number), default=0.0)
