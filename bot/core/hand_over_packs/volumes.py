"""A pack that is long is cut into volumes for paper, between firms: each is drawn, and opened, in a moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.hand_over_packs.models import FirmPart, Matter, Pack

LONGEST_VOLUME = 8_000
"""Lines as they are counted here: some 250 pages, which take about 300 MB while they are set and 2 MB as a file."""
LONGEST_TAGGED = 1_600
"""Up to so many lines, some 50 pages, the file says what is a heading and what a table, for those who have it read out.
Of a thousand pages this alone were 21 MB of 25; of longer packs the workbook has it."""
_CHARACTERS = 45
"""Of somebody's words in a line."""
_SHOWN = 12
"""Lines of a firm's history that are shown on paper (bot/adapters/pictures/pack_firms.py)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Volume:
    """These firms of a pack; `place` counts from 1."""

    place: int
    count: int
    firms: tuple[FirmPart, ...]
    is_tagged: bool = False

    @property
    def is_first(self) -> bool:
        """Does it begin with the list of all firms?"""
        return self.place == 1

    @property
    def is_last(self) -> bool:
        """Does it end with what belongs to no firm?"""
        return self.place == self.count


def volumes_of(pack: Pack) -> tuple[Volume, ...]:
    """The volumes, in the order of the firms; one at least. A firm is never cut."""
    kept = list(_cut(pack))
    is_tagged = len(kept) == 1 and sum(map(_lines, pack.firms)) <= LONGEST_TAGGED
    return tuple(
        Volume(place=place, count=len(kept), firms=firms, is_tagged=is_tagged)
        for place, firms in enumerate(kept, start=1)
    )


def _cut(pack: Pack) -> Iterator[tuple[FirmPart, ...]]:
    some, lines = list[FirmPart](), 0
    for firm in pack.firms:
        more = _lines(firm)
        if some and lines + more > LONGEST_VOLUME:
            yield tuple(some)
            some, lines = [], 0
        some.append(firm)
        lines += more
    yield tuple(some)


def _lines(firm: FirmPart) -> int:
    """About how many lines of a page a firm takes."""
    told = sorted((one for matter in firm.matters for one in matter.history), key=lambda one: one.on, reverse=True)
    words = [one.words for one in told[:_SHOWN]]
    words += [text for one in firm.questions for text in (one.text, one.answer)]
    words += [value if isinstance(value, str) else "" for card in firm.cards for _, value in card.facts]
    counted = (firm.ended, firm.introductions, firm.people, firm.settings)
    return 6 + sum(map(_lines_of, firm.matters)) + sum(map(_of_words, words)) + sum(map(len, counted))


def _lines_of(one: Matter) -> int:
    said = [text for _, text in one.said] + [issue.text for issue in one.issues] + [each.text for each in one.requests]
    return 5 + sum(map(_of_words, (*said, one.goal)))


def _of_words(text: str) -> int:
    """Cut where it is very long, as on paper."""
    return 1 + min(len(text), 2_000) // _CHARACTERS
