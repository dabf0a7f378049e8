"""By what a small town would know whom words are about: knowledge/telltales.yaml, held against what is to be sent.

Some kinds are refused, whoever wrote them; others are pointed out, and may be sent all the same. What the draft says
itself is made of controlled words and tells nothing; the names of the other side tell everything.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from bot.core.data_files import parse_yaml
from bot.core.introductions.ports import NamesAndNouns
from bot.core.japanese import sentences
from bot.errors import DataFileError

_STRICT = ConfigDict(extra="forbid", frozen=True)
_NUMBER = r"[0-9〇一二三四五六七八九十百千万億数][0-9〇一二三四五六七八九十百千万億,.]*"
_FORMS = re.compile(
    r"(株式会社|有限会社|合同会社|合資会社|合名会社|\(株\)|\(有\)|\bco\.?,? ?ltd\.?|\binc\.?|\bkk\b)", re.IGNORECASE
)
_SHORTEST = 2
_INSIDE = re.compile(r"[・･·\-‐‑–_./'’]")


class Kind(StrEnum):
    """By what somebody is known."""

    FIRM = "firm"
    PERSON = "person"
    NAME = "name"
    PLACE = "place"
    PRODUCT = "product"
    TRADE = "trade"
    ONLY = "only"
    SIZE = "size"
    AGE = "age"
    AWARD = "award"
    CONTACT = "contact"
    MODEL = "model"
    DATE = "date"
    EVENT = "event"
    RELATION = "relation"
    NUMBER = "number"
    WORD = "word"


class _Signs(BaseModel):
    """A kind, and the regular expressions that find it."""

    model_config = _STRICT
    kind: Kind
    refused: bool
    cases: bool = False
    signs: tuple[str, ...]

    @model_validator(mode="after")
    def _can_be_read(self) -> _Signs:
        try:
            _compiled(self)
        except re.error as error:
            raise ValueError(f"{error}: {error.pattern!r}") from error
        return self


class TelltalesFile(BaseModel):
    """The whole of knowledge/telltales.yaml."""

    model_config = _STRICT
    version: int
    kinds: tuple[_Signs, ...]
    plain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telltale:
    """Words as they stand in the text, and by what they tell. `is_refused`: they are not sent."""

    kind: Kind
    shown: str
    is_refused: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class OtherSide:
    """What must not be recognised: names of firms, of people, and nouns that the firm uses on its cards."""

    firms: tuple[str, ...]
    people: tuple[str, ...]
    words: Collection[str]


def load_telltales_file(text: str, *, path: str) -> TelltalesFile:
    """Parse the file strictly. Raises DataFileError naming the entry and the reason."""
    try:
        return TelltalesFile.model_validate(parse_yaml(text))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise DataFileError(path, "not YAML", mark.line + 1 if mark else None) from error
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        raise DataFileError(path, "; ".join(faults)) from error


class Telltales:
    """The file, compiled once. Keeps nothing of what it reads."""

    def __init__(self, file: TelltalesFile, read: NamesAndNouns) -> None:
        self._kinds = [(one.kind, one.refused, _compiled(one)) for one in file.kinds]
        self._plain, self._read = frozenset(file.plain), read

    def found(
        self, text: str, other: OtherSide, *, draft: str = "", own_names: Collection[str] = ()
    ) -> tuple[Telltale, ...]:
        """What in a text tells, refused kinds first, each place once. `own_names` are of whoever is asked and asks."""
        half, joined, drafted = _half(text), _joined(text), _bare(draft)
        own = [_bare(one) for one in own_names]
        told = ((kind, one) for kind, one in _names(other) if _bare(one) not in drafted)
        named = [Telltale(kind, one, True) for kind, one in told if _joined(one) in joined]
        named = [one for one in named if one.kind is Kind.FIRM or not any(_bare(one.shown) in name for name in own)]
        rest = [*self._by_signs(half), *self._by_words(half, other)]
        quiet = (one for one in rest if not _is_quiet(one, drafted, own))
        ordered = sorted([*named, *quiet], key=lambda one: not one.is_refused)
        return tuple(_once(ordered))

    def in_general(self, text: str, found: Sequence[Telltale], *, draft: str) -> str:
        """The same without the sentences that tell: the draft stands in for them."""
        telling = [_joined(one.shown) for one in found]
        kept = [one for line in text.splitlines() for one in sentences(line) if one.strip()]
        harmless = [one.strip() for one in kept if not any(word in _joined(one) for word in telling)]
        others = [one for one in harmless if _bare(one) not in _bare(draft)]
        return "\n".join([draft, *others])

    def _by_signs(self, half: str) -> Iterator[Telltale]:
        for kind, is_refused, sign in self._kinds:
            for one in sign.finditer(half):
                if shown := one.group().strip():
                    yield Telltale(kind, shown, is_refused)

    def _by_words(self, half: str, other: OtherSide) -> Iterator[Telltale]:
        theirs = {_bare(one) for one in other.words} - self._plain
        names, nouns = self._read(half)
        for kind, shown in names:
            yield Telltale(Kind(kind), shown, is_refused=True)
        for shown in nouns:
            if (_bare(shown) not in self._plain and len(shown) >= _SHORTEST) or _bare(shown) in theirs:
                yield Telltale(Kind.PRODUCT if _bare(shown) in theirs else Kind.WORD, shown, is_refused=False)


def _is_quiet(one: Telltale, drafted: str, own: Sequence[str]) -> bool:
    """Said by the draft itself, or the name of whoever is asked or asks."""
    bare = _bare(one.shown)
    is_own = one.kind in (Kind.PERSON, Kind.NAME, Kind.WORD) and any(bare in name for name in own)
    return bare in drafted or is_own


def _names(other: OtherSide) -> Iterator[tuple[Kind, str]]:
    for whole in other.firms:
        for firm in (whole, _FORMS.sub("", _half(whole)).strip()):
            if len(firm) >= _SHORTEST:
                yield Kind.FIRM, firm
    for name in other.people:
        for part in (name, *name.split()):
            if len(part) >= _SHORTEST:
                yield Kind.PERSON, part


def _once(found: Sequence[Telltale]) -> Iterator[Telltale]:
    """None whose words stand in those of one before."""
    seen: list[str] = []
    for one in sorted(found, key=lambda one: (not one.is_refused, -len(one.shown))):
        if not any(_bare(one.shown) in before for before in seen):
            seen.append(_bare(one.shown))
            yield one


def _compiled(one: _Signs) -> re.Pattern[str]:
    whole = "|".join(f"(?:{sign})" for sign in one.signs).replace("{n}", f"(?:{_NUMBER})")
    return re.compile(whole, re.NOFLAG if one.cases else re.IGNORECASE)


def _half(text: str) -> str:
    """In plain widths, without what nobody sees: a soft hyphen that was pasted along parts no name."""
    seen = "".join(one for one in text if unicodedata.category(one) != "Cf")
    return unicodedata.normalize("NFKC", seen)


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", _half(text)).casefold()


def _joined(text: str) -> str:
    """The same with the marks left out that may stand inside of a name."""
    return _INSIDE.sub("", _bare(text))
