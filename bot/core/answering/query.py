"""A question as it is searched: weighted words and n-grams for ranking, concepts for evidence."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict

from bot.core.answering.glossary import Forms, Glossary, GlossaryEntry
from bot.core.answering.ports import LexicalIndex
from bot.core.answering.searchable import character_grams, index_grams
from bot.core.english import LIGHT_WORDS, english_words, stem
from bot.core.japanese import JapaneseAnalyser, Word, is_japanese, normalise

SYNONYM_WEIGHT = 0.4
"""What a synonym counts in BM25 against the person's own word."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing a question speaks of.

    `own` are the forms as asked, each with its weight (IDF), and `weight` is their sum; `others` are synonyms, all of
    whose forms must stand together. `label` is how the person wrote it.
    """

    label: str
    own: tuple[tuple[str, float], ...]
    weight: float
    others: tuple[Forms, ...] = ()


def _concept(
    label: str, forms: Sequence[str], weigh: Callable[[str], float], others: tuple[Forms, ...] = ()
) -> Concept:
    own = tuple((form, weigh(form)) for form in forms)
    return Concept(label, own, sum(weight for _, weight in own), others)


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchQuery:
    """A question, analysed.

    `words` and `grams` go to BM25 with their weights. `bigrams` and `trigrams` map an n-gram of the question to its
    weight; `weigh` gives the weight of any word form in this index. `unreached` are English words that neither the
    glossary nor the guides know.
    """

    text: str
    words: Mapping[str, float]
    grams: Mapping[str, float]
    concepts: tuple[Concept, ...]
    concept_total: float
    bigrams: Mapping[str, float]
    trigrams: Mapping[str, float]
    bigram_total: float
    trigram_total: float
    weigh: Callable[[str], float]
    asks_for_number: bool = False
    is_english: bool = False
    unreached: tuple[str, ...] = ()


_NUMBER_QUESTION = re.compile(
    "いつ|何時|何年|何月|何日|何曜|何世紀|何歳|何才|いくつ|いくら|何人|何名|何回|何度|何%|何パーセント|何割|何社|何件|何点"
    "|何個|何本|何枚|何位|何番|何(?:キロ|メートル|トン|円|万|か月|カ月|ヶ月|週間|営業日|字|文字|つ)|どのくらい|どれくらい|どれぐらい|何分"
    r"|\bhow (?:many|much|long|often|soon|old|far)\b|\bwhen\b|\bwhat (?:year|date|percentage|number)\b"
)


def build_query(text: str, *, analyser: JapaneseAnalyser, glossary: Glossary, index: LexicalIndex) -> SearchQuery:
    """Analyse a question against an index, which gives the weights of its words."""
    if is_japanese(text):
        return _japanese_query(text, analyser=analyser, glossary=glossary, index=index)
    return _english_query(text, glossary=glossary, index=index)


def inverse_frequency(frequency: int, size: int) -> float:
    """BM25's inverse document frequency (Robertson and Zaragoza 2009, with the +1 that keeps it positive)."""
    frequency = min(frequency, size)  # an estimate may exceed what there is; no weight is negative
    return math.log(1 + (size - frequency + 0.5) / (frequency + 0.5))


def _japanese_query(text: str, *, analyser: JapaneseAnalyser, glossary: Glossary, index: LexicalIndex) -> SearchQuery:
    searched = [word for word in analyser.words(text) if word.is_searched]
    weigh = _weigher(index)
    concepts = tuple(_merged(_concepts(searched, glossary, weigh)))
    normalised = normalise(text)
    counts = dict(Counter(word.form for word in searched))
    return SearchQuery(
        text=text,
        words=_widened({form: float(count) for form, count in counts.items()}, concepts),
        grams={gram: float(count) for gram, count in Counter(index_grams(normalised)).items()},
        concepts=concepts,
        weigh=weigh,
        concept_total=sum(concept.weight for concept in concepts),
        asks_for_number=bool(_NUMBER_QUESTION.search(normalised)),
        **_gram_weights(normalised, index),
    )


def _weigher(index: LexicalIndex) -> Callable[[str], float]:
    return lambda form: inverse_frequency(index.word_frequency(form), index.size)


def _concepts(words: Sequence[Word], glossary: Glossary, weigh: Callable[[str], float]) -> Iterator[Concept]:
    forms = [word.form for word in words]
    at = 0
    while at < len(words):
        found = glossary.japanese_at(forms, at)
        length = found[1] if found else 1
        covered = words[at : at + length]
        at += length
        telling = [word for word in covered if word.is_telling] or (list(covered) if found else [])
        if telling:
            others = _others(found[0], tuple(forms[at - length : at])) if found else ()
            yield _concept("".join(word.surface for word in covered), [word.form for word in telling], weigh, others)


def _others(entry: GlossaryEntry, asked: Forms) -> tuple[Forms, ...]:
    return tuple(forms for forms in entry.japanese if forms != asked)


def _merged(concepts: Iterator[Concept]) -> Iterator[Concept]:
    """A concept named twice counts once."""
    seen: set[tuple[str, ...]] = set()
    for concept in concepts:
        forms = tuple(form for form, _ in concept.own)
        if forms not in seen:
            seen.add(forms)
            yield concept


def _widened(words: dict[str, float], concepts: Sequence[Concept]) -> dict[str, float]:
    for concept in concepts:
        for forms in concept.others:
            for form in forms:
                words.setdefault(form, SYNONYM_WEIGHT / len(forms))
    return words


class _GramWeights(TypedDict):
    bigrams: Mapping[str, float]
    trigrams: Mapping[str, float]
    bigram_total: float
    trigram_total: float


def _gram_weights(normalised: str, index: LexicalIndex) -> _GramWeights:
    """Weights of two- and three-character grams; a trigram weighs what its rarer bigram weighs."""
    size = index.size
    bigrams = {
        gram: inverse_frequency(index.gram_frequency(gram), size) for gram in set(character_grams(normalised, 2))
    }
    trigrams = {gram: max(bigrams[gram[:2]], bigrams[gram[1:]]) for gram in set(character_grams(normalised, 3))}
    return {
        "bigrams": bigrams,
        "trigrams": trigrams,
        "bigram_total": sum(bigrams.values()),
        "trigram_total": sum(trigrams.values()),
    }


def _english_query(text: str, *, glossary: Glossary, index: LexicalIndex) -> SearchQuery:
    """An English question in the guides' Japanese and in its own words, for guides that hold English."""
    weigh = _weigher(index)
    words = english_words(normalise(text))
    concepts: list[Concept] = []
    unreached: list[str] = []
    for label, found in _english_terms(words, [stem(word) for word in words], glossary):
        own = tuple(stem(part) for part in re.split("[ -]", label) if part)
        in_guides = all(index.word_frequency(form) for form in own)
        if found:
            others = found.japanese[1:] + ((own,) if in_guides else ())
            concepts.append(_concept(label, found.japanese[0], weigh, others))
        else:
            concepts.append(_concept(label, own, weigh))
            if not in_guides:
                unreached.append(label)
    merged = tuple(_merged(iter(concepts)))
    own_words = {form: 1.0 for concept in merged for form, _ in concept.own}
    both = " ".join([*("".join(form for form, _ in concept.own) for concept in merged), normalise(text)])
    return SearchQuery(
        text=text,
        words=_widened(own_words, merged),
        grams={gram: float(count) for gram, count in Counter(index_grams(both)).items()},
        concepts=merged,
        concept_total=sum(concept.weight for concept in merged),
        weigh=weigh,
        asks_for_number=bool(_NUMBER_QUESTION.search(normalise(text))),
        is_english=True,
        unreached=tuple(dict.fromkeys(unreached)),
        **_gram_weights(both, index),
    )


def _english_terms(
    words: Sequence[str], stems: Sequence[str], glossary: Glossary
) -> Iterator[tuple[str, GlossaryEntry | None]]:
    at = 0
    while at < len(stems):
        found = glossary.english_at(stems, at)
        if found:
            yield " ".join(words[at : at + found[1]]), found[0]
            at += found[1]
            continue
        if words[at] not in LIGHT_WORDS and len(words[at]) > 1:
            yield words[at], None
        at += 1
