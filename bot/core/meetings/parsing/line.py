"""A line prepared for reading names: days, times, addresses and numbers blanked out, the rest as morphemes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from bot.core.meetings.parsing.folding import Folded
from bot.core.meetings.parsing.ports import Morpheme, NameFinder

CONTACTS = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:TEL|Tel|tel|FAX|Fax|fax|電話|携帯|メール|E-?mail"
    r"|e-?mail)\s?[::]\s?(?:[\d()+-]{6,})?"
    r"|(?<![\d/])\+?\(?0\d{1,4}\)?-?\d{1,4}-\d{3,4}(?!\d)|(?<!\d)0\d{9,10}(?!\d)|\+\d[\d -]{7,14}\d|〒\s?\d{3}-?\d{4}"
)
"""Telephone numbers, mail and web addresses: in no field."""

_JOINING = frozenset("・&-'.ー+")
_STOPPING = frozenset({"助詞", "助動詞", "空白", "感動詞", "接続詞", "連体詞", "動詞"})


FARTHEST = 80
"""Characters between two names that may belong together."""


@dataclass(frozen=True, slots=True)
class Span:
    """From `begin` to `end` in the text of the line."""

    begin: int
    end: int

    def holds(self, position: int) -> bool:
        return self.begin <= position < self.end

    def meets(self, other: Span) -> bool:
        """True where the two share a character."""
        return self.begin < other.end and other.begin < self.end


@dataclass(frozen=True, slots=True)
class Line:
    """`text` is the folded text, what is no name blanked out, of the same length as `folded.text`."""

    folded: Folded
    text: str
    morphemes: tuple[Morpheme, ...]

    def words(self, span: Span) -> str:
        """The words as typed."""
        return self.folded.words(span.begin, span.end)

    def before(self, position: int) -> str:
        return self.text[:position]

    def after(self, position: int) -> str:
        return self.text[position:]

    def ending_at(self, position: int) -> int:
        """The index of the last morpheme that ends at or before the position; -1 where there is none."""
        for index in range(len(self.morphemes) - 1, -1, -1):
            if self.morphemes[index].end <= position:
                return index
        return -1

    def starting_at(self, position: int) -> int:
        """The index of the first morpheme that begins at or after the position."""
        for index, one in enumerate(self.morphemes):
            if one.begin >= position:
                return index
        return len(self.morphemes)


def prepare(folded: Folded, blanked: Iterable[tuple[int, int]], finder: NameFinder) -> Line:
    """Blank out what is no name and analyse the rest."""
    characters = list(folded.text)
    for begin, end in blanked:
        for index in range(begin, end):
            if characters[index] != "\n":
                characters[index] = " "
    text = "".join(characters)
    return Line(folded, text, tuple(_given_names(finder.morphemes(text))))


def _given_names(morphemes: Sequence[Morpheme]) -> Iterator[Morpheme]:
    """健一部長 is 健一 and 部長, where the dictionary knows 一部: behind a name the number belongs to it."""
    before: Morpheme | None = None
    for one, following in zip_longest(morphemes, morphemes[1:]):
        if before is not None and _is_number_of_a_name(before, one, following):
            yield replace(before, surface=before.surface + one.surface[0], end=before.end + 1)
            before = replace(one, surface=one.surface[1:], begin=one.begin + 1)
            continue
        if before is not None:
            yield before
        before = one
    if before is not None:
        yield before


def _is_number_of_a_name(before: Morpheme, one: Morpheme, following: Morpheme | None) -> bool:
    return (
        before.is_personal
        and before.end == one.begin
        and one.surface in {"一部", "二部", "三部"}
        and following is not None
        and following.surface == "長"
    )


def without_contacts(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text with telephone numbers and addresses blanked out, and where they were."""
    spans = [match.span() for match in CONTACTS.finditer(text)]
    return CONTACTS.sub(lambda match: " " * len(match[0]), text), spans


def is_nominal(morpheme: Morpheme) -> bool:
    """True for what may be part of a name: nouns and whatever else is no particle, verb, blank or bracket."""
    kind = morpheme.part_of_speech[0]
    if morpheme.surface in {"ノ", "ヶ", "ケ", "之"}:
        return True
    if kind in _STOPPING:
        return False
    return kind not in {"補助記号", "記号"} or morpheme.surface in _JOINING or morpheme.surface.isalnum()


def run_before(line: Line, position: int, closed: Sequence[Span]) -> Span:
    """The nominal morphemes without a gap before the position; none of them inside `closed`."""
    index, begin = line.ending_at(position), position
    while index >= 0:
        one = line.morphemes[index]
        if one.end != begin or not is_nominal(one) or any(span.holds(one.begin) for span in closed):
            break
        begin, index = one.begin, index - 1
    return Span(begin, position)
