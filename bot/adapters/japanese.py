"""Sudachi as the analyser of Japanese: shortest units, normalised dictionary forms.

Figures that chose mode A and the core dictionary are in docs/measurements.md.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import cache

from sudachipy import Dictionary, SplitMode, Tokenizer

from bot.core.coaching.listening.ports import SpokenWord
from bot.core.english import LIGHT_WORDS, stem
from bot.core.japanese import LIGHT_FORMS, Word, WordKind, normalise
from bot.core.meetings.parsing.ports import Morpheme

_LONGEST_INPUT = 12_000
"""Characters at a time: Sudachi refuses more than 49,149 bytes."""

_KINDS = {
    "名詞": WordKind.NOUN,
    "動詞": WordKind.VERB,
    "形容詞": WordKind.ADJECTIVE,
    "形状詞": WordKind.ADJECTIVE,
    "代名詞": WordKind.LIGHT,
    "接続詞": WordKind.LIGHT,
    "連体詞": WordKind.LIGHT,
    "感動詞": WordKind.LIGHT,
    "助詞": WordKind.FUNCTION,
    "助動詞": WordKind.FUNCTION,
    "補助記号": WordKind.FUNCTION,
    "記号": WordKind.FUNCTION,
    "空白": WordKind.FUNCTION,
}
_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")
_CUT = re.compile(r"[.!?\n]")


@cache
def _dictionary() -> Dictionary:
    """One for the whole program: each that is opened has its 80 MB in memory, and is not changed by anybody."""
    return Dictionary(dict="core")


class SudachiAnalyser:
    """A `JapaneseAnalyser`. Sudachi's tokenizers are not safe across threads, so each thread has its own."""

    def __init__(self) -> None:
        self._local = threading.local()

    def _tokenizer(self) -> Tokenizer:
        tokenizer: Tokenizer | None = getattr(self._local, "tokenizer", None)
        if tokenizer is None:
            tokenizer = _dictionary().tokenizer(mode=SplitMode.A)
            self._local.tokenizer = tokenizer
        return tokenizer

    def words(self, text: str) -> list[Word]:
        """Return the words of `normalise(text)`; white space between them is left out."""
        tokenizer = self._tokenizer()
        return [
            _word(morpheme.surface(), morpheme.normalized_form(), morpheme.part_of_speech())
            for piece in _pieces(normalise(text))
            for morpheme in tokenizer.tokenize(piece)
            if not morpheme.surface().isspace()
        ]


class SudachiNames:
    """A `NameFinder`: the longest units (mode C), in which names of people and firms stay whole."""

    def __init__(self) -> None:
        self._local = threading.local()

    def morphemes(self, text: str) -> list[Morpheme]:
        """Return the morphemes of `text` as it is; offsets are characters of it."""
        found: list[Morpheme] = []
        passed = 0
        for piece in _pieces(text):
            for one in self._tokenizer().tokenize(piece):
                begin, end = passed + one.begin(), passed + one.end()
                reading = "" if one.is_oov() else one.reading_form()
                found.append(Morpheme(text[begin:end], begin, end, one.part_of_speech(), reading))
            passed += len(piece)
        return found

    def _tokenizer(self) -> Tokenizer:
        tokenizer: Tokenizer | None = getattr(self._local, "tokenizer", None)
        if tokenizer is None:
            tokenizer = _dictionary().tokenizer(mode=SplitMode.C)
            self._local.tokenizer = tokenizer
        return tokenizer


class SudachiSpeech:
    """A `SpeechAnalyser`: the longest units with their grammar."""

    def __init__(self) -> None:
        self._local = threading.local()

    def spoken_words(self, text: str) -> list[SpokenWord]:
        """Return the words of `text` as it is; offsets are characters of it."""
        tokenizer: Tokenizer | None = getattr(self._local, "tokenizer", None)
        if tokenizer is None:
            tokenizer = self._local.tokenizer = _dictionary().tokenizer(mode=SplitMode.C)
        found: list[SpokenWord] = []
        passed = 0
        for piece in _pieces(text):
            for one in tokenizer.tokenize(piece):
                begin, end = passed + one.begin(), passed + one.end()
                if not one.surface().isspace():
                    forms = one.normalized_form().casefold(), one.dictionary_form()
                    found.append(SpokenWord(text[begin:end], *forms, begin, end, one.part_of_speech()))
            passed += len(piece)
        return found


def _word(surface: str, form: str, part_of_speech: tuple[str, ...]) -> Word:
    if surface.isascii() and surface.isalnum():
        kind = WordKind.LIGHT if surface in LIGHT_WORDS else WordKind.NOUN
        return Word(surface, stem(surface), kind)
    kind = _KINDS.get(part_of_speech[0], WordKind.OTHER)
    form = form.casefold()
    if kind != WordKind.FUNCTION and form in LIGHT_FORMS:
        kind = WordKind.LIGHT
    return Word(surface, form, kind)


def _pieces(text: str) -> Iterator[str]:
    """Cut a very long text at sentence ends where there are some, so that no word is cut.

    Half a character (a lone surrogate), which Sudachi refuses, becomes one sign: places in the text stay.
    """
    text = _HALF_A_CHARACTER.sub("\ufffd", text)
    while len(text) > _LONGEST_INPUT:
        ends = [match.end() for match in _CUT.finditer(text, 0, _LONGEST_INPUT)]
        cut = ends[-1] if ends else _LONGEST_INPUT
        yield text[:cut]
        text = text[cut:]
    if text:
        yield text
