"""Does a claim stay with the words of its quote?

Japanese on Japanese is compared by character bigrams that carry content, English on English by word stems, both
clause by clause, so that one foreign clause cannot hide behind a faithful one. An English claim on a Japanese quote
(and the other way round) shares no words with it and cannot be compared so; there the figures, the negation and the
sensitive words are checked, and the quote stands under the claim for the reader to judge.
"""

from __future__ import annotations

import re

from bot.core.answering.check_words import FILLERS, SECRETS, SENSITIVE, STOP_WORDS
from bot.core.japanese import is_japanese, is_japanese_character, normalise
from bot.core.messages import Locale

CLAUSE_SHARE = 0.4
"""Of a clause's content bigrams, at least this share stands in the quote …"""
CLAIM_SHARE = 0.45
"""… and of the whole claim's, this one."""
SOURCE_SHARE = 0.5
"""Of a claim's content bigrams, the share that stands in the passage, its headings included."""
WORD_SHARE = 0.5
"""The share of an English claim's content words that stand in an English quote."""

_CLAUSE_END = re.compile(r"[,.!?;:\n]+")
_KATAKANA = re.compile(r"[ァ-ヺー]{3,}")
_COMPOUND = re.compile(r"[\u3400-\u9fff々]{2,}")
_LATIN = re.compile(r"[a-z][a-z0-9&+-]+")
_PARTICLES = frozenset("のはがをにへともでやか")
_NUMERALS = frozenset("0123456789〇一二三四五六七八九十百千万億兆")


def is_supported(claim: str, quote: str, *, source: str) -> bool:
    """True where the claim's content words stand in the quote; also where the two languages cannot be compared."""
    if is_japanese(claim) != is_japanese(quote):
        return True
    if not is_japanese(claim):
        return _share(_stems(claim), _stems(quote)) >= WORD_SHARE and all(
            _share(_stems(clause), _stems(source)) >= CLAUSE_SHARE for clause in _clauses(claim, 20)
        )
    said = normalise(claim)
    in_quote, in_source = _pairs(normalise(quote)), _pairs(normalise(source))
    return (
        _share(_bigrams(said), in_quote) >= CLAIM_SHARE
        and _share(_bigrams(said), in_source) >= SOURCE_SHARE
        and all(_share(_bigrams(clause), in_quote) >= CLAUSE_SHARE for clause in _clauses(said, 6))
        and all(name in normalise(source) for name in _KATAKANA.findall(said))
        and not _brings_new_words(said, in_source)
    )


def is_in_locale(claim: str, locale: Locale | None, *, source: str) -> bool:
    """True where the claim is in the language asked for and brings no words of another one but its passage's.

    A Japanese claim may hold Latin words, and an English one Japanese words, that the passage holds. Other scripts
    (Cyrillic, Greek, Hangul, …) are accepted only where the passage has the very word.
    """
    folded, known = normalise(claim), normalise(source)
    japanese = sum(map(is_japanese_character, folded))
    latin = sum(character.isascii() and character.isalpha() for character in folded)
    is_mostly_japanese = japanese * 2 >= latin
    if locale is not None and is_mostly_japanese != (locale == "ja"):
        return False
    others = re.findall(r"[^\W\d_a-z\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff]+", folded)
    foreign = _LATIN.findall(folded) if is_mostly_japanese else re.findall(r"[\u3005-\u30ff\u3400-\u9fff]+", folded)
    return all(word in known for word in (*others, *foreign))


def brings_sensitive_words(claim: str, source: str) -> bool:
    """True where the claim speaks of secrets, or, unlike its passage, of transfers, downloads or rules to ignore."""
    said, known = normalise(claim), normalise(source)
    if any(word in said for word in SECRETS):
        return True
    return any(any(word in said for word in group) and not any(word in known for word in group) for group in SENSITIVE)


def _clauses(text: str, shortest: int) -> list[str]:
    return [clause for clause in _CLAUSE_END.split(text) if len(clause.strip()) >= shortest]


def _brings_new_words(claim: str, known: set[str]) -> bool:
    """True where a kanji compound shares no pair of characters with the passage: a thing the passage does not name."""
    return any(_pairs(word).isdisjoint(known) for word in _COMPOUND.findall(claim) if word not in FILLERS)


def _pairs(text: str) -> set[str]:
    return {text[index : index + 2] for index in range(len(text) - 1)}


def _bigrams(text: str) -> set[str]:
    """Pairs of neighbouring characters that carry content: kanji, katakana, letters, and the ends of verbs.

    Particles are left out, and so are numerals, which figures.py compares by value. Where nothing carries content,
    every pair counts.
    """
    words = {pair for pair in _pairs(text) if all(character.isalnum() or character == "ー" for character in pair)}
    content = {pair for pair in words if _carries_content(pair)}
    return content if len(content) > 1 else words


def _carries_content(pair: str) -> bool:
    is_plain = _NUMERALS.isdisjoint(pair) and _PARTICLES.isdisjoint(pair)
    return is_plain and any(not "ぁ" <= character <= "ゖ" for character in pair)


def _stems(text: str) -> set[str]:
    words = re.findall(r"[a-z0-9]+", normalise(text))
    return {word[:5] for word in words if word not in STOP_WORDS and len(word) > 1}


def _share(part: set[str], whole: set[str]) -> float:
    """The share of `part` that stands in `whole`; 1.0 for nothing at all, which says nothing either."""
    return len(part & whole) / len(part) if part else 1.0
