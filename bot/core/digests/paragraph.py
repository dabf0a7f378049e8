"""One paragraph under the lines of a digest, written by a language model; whether it may be shown is decided here.

The model is given the lines of firms that allow it, each with a mark such as `[F1]` in the place of the firm's name,
and nothing else of them: no name, no word of anybody. It may say where to begin and why. A name, a number or a fact
that the lines it speaks of do not have, and the whole paragraph is left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import TypeAlias

from bot.core.digests.models import Fact
from bot.core.digests.paragraph_words import ENGLISH, HIRAGANA, JAPANESE
from bot.core.english import english_words, stem
from bot.core.messages import Locale

LONGEST = 400
"""Characters; more is no paragraph."""
FEWEST = 2
"""Lines; of a single one there is nothing to add."""

_MARK = re.compile(r"\[F(\d)\]")
_SENTENCE = re.compile(r"[^。.!?]+(?:[。!?]|\.(?=\s|$))?")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_KANJI = re.compile(r"[\u3400-\u9fff\uf900-\ufaff々〇]+")
_KATAKANA = re.compile(r"[ァ-ヺー]+")
_LATIN = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_KNOWN = re.compile(r"[\sぁ-ゖァ-ヺー\u3400-\u9fff\uf900-\ufaff々〇A-Za-z0-9、。,.;:!?()・~%'’/-]*")
"""Every character there may be: no markup, no quotation marks, no other script."""
_HONOURED = re.compile(r"さん|さま|くん|ちゃん|[様氏殿君]|\b(?:mr|mrs|ms|dr)\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """A line as the model is told it: `mark` instead of the firm, and our own sentences about it."""

    mark: str
    company_id: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraph:
    """One that passed. `text` has marks; `company_ids` says whose they are, in order; `about` of which lines it is."""

    digest_id: str
    written_at: datetime
    about: str
    text: str
    company_ids: tuple[str, ...]

    def with_names(self, names: Mapping[str, str]) -> str:
        """As it is read. `names` are those of the firms by id. Raises KeyError for a firm that is not there."""
        return _MARK.sub(lambda mark: names[self.company_ids[int(mark[1]) - 1]], self.text)


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """What a text may be checked with. `foreign` are the figures of a text that a source does not have; `nouns` the
    nouns of a Japanese text."""

    foreign: Callable[[str, str], Collection[object]]
    nouns: Callable[[str], Sequence[str]]


Write: TypeAlias = Callable[[Sequence[Told], int, Locale], str]
"""Asks a model for a paragraph about these lines, of so many in the digest. Raises ModelUnavailable."""


def about(facts: Collection[Fact], today: date) -> str:
    """Which lines, as they stand on a day: with another line, or another age, it is another one."""
    keys = sorted(str(one.key) for one in facts)
    return sha256("\n".join([today.isoformat(), *keys]).encode()).hexdigest()


def showable(text: str, told: Sequence[Told], total: int, *, locale: Locale, judged: Judged) -> str:
    """The paragraph as it may be shown; "" where anything in it does not stand in the lines."""
    said = unicodedata.normalize("NFKC", text).strip()
    marks = {one.mark for one in told}
    plain = _MARK.sub("", said)
    if not said or len(said) > LONGEST or "\n" in said or not _KNOWN.fullmatch(plain):
        return ""
    if any(mark[0] not in marks for mark in _MARK.finditer(said)) or _HONOURED.search(plain.replace("お客様", "")):
        return ""
    return said if all(_stands(one[0], told, total, locale, judged) for one in _SENTENCE.finditer(said)) else ""


def _stands(sentence: str, told: Sequence[Told], total: int, locale: Locale, judged: Judged) -> bool:
    """Everything in a sentence stands in the lines of the firms that it names; where it names none, in any line."""
    named = {mark[0] for mark in _MARK.finditer(sentence)}
    source = "\n".join(one.text for one in told if not named or one.mark in named)
    if not named:
        source += f"\n{total}"
    source, plain = unicodedata.normalize("NFKC", source), _MARK.sub(" ; ", sentence)
    if judged.foreign(plain, source) or not set(_NUMBER.findall(plain)) <= set(_NUMBER.findall(source)):
        return False
    has_japanese = bool(_KANJI.search(plain) or re.search("[ぁ-ヺ]", plain))
    if locale == "en":
        return not has_japanese and all(_english(plain, source))
    return all(_japanese(plain, source, judged.nouns))


def _english(plain: str, source: str) -> Iterator[bool]:
    known = {stem(word) for word in (*english_words(source), *ENGLISH)}
    yield from (stem(word) in known or word in ENGLISH for word in english_words(plain) if not word.isdecimal())


def _japanese(plain: str, source: str, nouns: Callable[[str], Sequence[str]]) -> Iterator[bool]:
    known = {*JAPANESE, *_KANJI.findall(source)}
    yield from (_is_made_of(run, known) for run in _KANJI.findall(plain))
    written = {*_KATAKANA.findall(source), *map(str.lower, _LATIN.findall(source))}
    yield from (word.lower() in written for word in (*_KATAKANA.findall(plain), *_LATIN.findall(plain)))
    yield from (word in HIRAGANA or word in source for word in nouns(plain) if re.fullmatch("[ぁ-ゖー]+", word))


def _is_made_of(run: str, words: Collection[str]) -> bool:
    """Is a run of kanji one known word after another?"""
    ends = {0}
    for end in range(1, len(run) + 1):
        if any(run[start:end] in words for start in ends):
            ends.add(end)
    return len(run) in ends
