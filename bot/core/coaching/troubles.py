"""knowledge/troubles.yaml: troubles, and the words in which people tell them. In other words it is found as well."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.core.data_files import parse_yaml
from bot.core.english import english_words, stem
from bot.core.japanese import JapaneseAnalyser, is_japanese, normalise, sentences
from bot.core.messages import Locale
from bot.errors import DataFileError

_STRICT = ConfigDict(extra="forbid", frozen=True)

Forms: TypeAlias = Callable[[str], frozenset[str]]
"""The normalised forms of the words of a text."""
_HIRAGANA = "".join(map(chr, range(0x3041, 0x3097)))
_NEGATION = "ない"
_MISSING = "無い"
_ENDS_OF_VERBS = frozenset("うくぐすつぬぶむる")
_ENDS_IN_E = frozenset("えけげせてねべめれ")
_I_TO_U = dict(zip("いきぎしちにびみり", "うくぐすつぬぶむる", strict=True))
_NEGATIONS = frozenset({"無い", "ず", "ぬ", "まい"})


class Trouble(BaseModel):
    """A trouble, its name in both languages, and the words in which it is told."""

    model_config = _STRICT

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    ja: str = Field(min_length=1)
    en: str = Field(min_length=1)
    words: tuple[str, ...] = Field(min_length=1)
    english: tuple[str, ...] = Field(min_length=1)


class TroublesFile(BaseModel):
    """The whole of knowledge/troubles.yaml."""

    model_config = _STRICT

    version: int = Field(ge=1, le=1)
    troubles: tuple[Trouble, ...] = Field(min_length=1)


def load_troubles_file(text: str, *, path: str) -> TroublesFile:
    """Parse the file strictly. Raises DataFileError naming the entry and the reason."""
    try:
        file = TroublesFile.model_validate(parse_yaml(text))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise DataFileError(path, "not YAML", mark.line + 1 if mark else None) from error
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        raise DataFileError(path, "; ".join(faults)) from error
    ids = [one.id for one in file.troubles]
    twice = sorted({one for one in ids if ids.count(one) > 1})
    if twice:
        raise DataFileError(path, f"ids used twice: {', '.join(twice)}")
    return file


class Troubles:
    """The file, analysed once. Keeps nothing of what it reads. Safe to use from several threads."""

    def __init__(self, file: TroublesFile, analyser: JapaneseAnalyser) -> None:
        self._analyser = analyser
        self._known = {one.id: one for one in file.troubles}
        self._japanese = _signs(file.troubles, lambda one: one.words, self._forms)
        self._english = _signs(file.troubles, lambda one: one.english, _stems)
        self._hints = {one.id: tuple(map(_hints, one.words)) for one in file.troubles}

    def told(self, text: str) -> frozenset[str]:
        """The ids of the troubles that a text tells, sentence by sentence."""
        found: set[str] = set()
        for line in text.splitlines():
            for sentence in sentences(line):
                found |= self._of(sentence)
        return frozenset(found)

    def name(self, id: str, locale: Locale) -> str:
        """What is eased, in a word or two."""
        return self._known[id].ja if locale == "ja" else self._known[id].en

    def hinted(self, ids: Iterable[str], plain: str) -> int:
        """How many of these a normalised text might tell: cheap, and without the sentences."""
        return sum(any(all(map(plain.__contains__, one)) for one in self._hints[id]) for id in ids)

    def _forms(self, text: str) -> frozenset[str]:
        forms = (word.form for word in self._analyser.words(text))
        return frozenset(form for one in forms for form in ((_NEGATION, one) if one in _NEGATIONS else (one,)))

    def _of(self, sentence: str) -> set[str]:
        is_here = is_japanese(sentence)
        said = frozenset(_with_variants(self._forms(sentence))) if is_here else _stems(sentence)
        signs = self._japanese if is_here else self._english
        return {id for id, wanted in signs.items() if any(one <= said for one in wanted)}


def _with_variants(forms: Iterable[str]) -> Iterator[str]:
    """Verbs beside the nouns made of them (漏れる and 漏れ, つまずく and つまずき): to Sudachi they differ."""
    for form in forms:
        yield form
        last = form[-1:]
        if last == "る" and len(form) > 2:
            yield form[:-1]
        if last in _ENDS_IN_E and len(form) > 1:
            yield form + "る"
        if last in _I_TO_U and len(form) > 1:
            yield form[:-1] + _I_TO_U[last]


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(one) for one in english_words(words))


def _signs(
    troubles: Iterable[Trouble], words: Callable[[Trouble], Iterable[str]], forms: Forms
) -> Mapping[str, tuple[frozenset[str], ...]]:
    """For each trouble the sets of forms any of which tells it; what would be met by everything is left out."""
    return {
        one.id: tuple(found for said in words(one) if (found := frozenset().union(*_of_parts(said.split(), forms))))
        for one in troubles
    }


def _of_parts(parts: Sequence[str], forms: Forms) -> Iterator[frozenset[str]]:
    """The forms of each part. 無い behind a thing says that there is none: 「部品の熱が逃げない」 misses no part."""
    for before, part in zip(("", *parts), parts, strict=False):
        found = forms(part)
        if part == _MISSING:
            yield frozenset({_NEGATION if before[-1:] in _ENDS_OF_VERBS else _MISSING})
        else:
            yield found - _NEGATIONS


def _hints(words: str) -> tuple[str, ...]:
    """What stands in a text in every form of these words: their kanji and katakana, or the first two of hiragana."""
    plain = (normalise(one) for one in words.split() if one != "無い")
    return tuple(one.rstrip(_HIRAGANA) or one[:2] for one in plain)
