"""Columns in reading order, and sentences whole again across columns, pages and figures.

Some programs write the right column of a page before the left one. Then nearly every sentence that a column breaks is
followed by the wrong words, and is right again once neighbouring runs are exchanged. Runs are exchanged only where
the words themselves say so: the characters left and right of the seam occur together elsewhere in the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.core.guides.groups import Group, Sort
from bot.core.guides.lines import ends_sentence, has_open_bracket, join
from bot.core.guides.seams import Seams

_LONGEST_RUN = 24
_LONGEST_PAGE = 120
_MOST_WITHOUT_PAGES = 400
"""Groups; in a longer text without pages, runs that fit each other by chance would outnumber true ones."""
_LONGEST_PARAGRAPH = 10_000
_SWAP_COST = 3.0
_PAGE_COST = 0.5


def in_reading_order(groups: Sequence[Group]) -> tuple[list[Group], bool]:
    """The groups with exchanged columns put right, and whether any were."""
    visible = [group for group in groups if group.sort is not Sort.CAPTION]
    seams = Seams(groups)
    broken = sum(1 for a, b in pairwise(visible) if seams.fit(a, b) < -0.5)
    if broken < 2 or (len(groups) > _MOST_WITHOUT_PAGES and not any(_page_starts(groups))):
        return list(groups), False
    order = _best_order(groups, seams)
    return [groups[place] for place in order], order != list(range(len(groups)))


def _best_order(groups: Sequence[Group], seams: Seams) -> list[int]:
    """Dynamic programming over places: keep the next group, or exchange the next two runs.

    `best[p][l]` is the best worth of an arrangement of groups before p whose last visible group is l.
    """
    fits: dict[tuple[int, int], float] = {}

    def fit(first: int, second: int) -> float:
        if first < 0:
            return 0.0
        if (first, second) not in fits:
            fits[first, second] = seams.fit(groups[first], groups[second])
        return fits[first, second]

    inner = _Inner(groups, fit)
    states: list[dict[int, tuple[float, list[tuple[int, int, int]]]]] = [{} for _ in range(len(groups) + 1)]
    states[0][-1] = (0.0, [])
    for place in range(len(groups)):
        for last, (worth, swaps) in list(states[place].items()):
            _offer(
                states,
                place + 1,
                inner.last(place, place + 1, last),
                worth + inner.enter(last, place, place + 1),
                swaps,
            )
            for middle, end, gain, final in inner.exchanges(place, last):
                _offer(states, end, final, worth + gain, [*swaps, (place, middle, end)])
    _, swaps = max(states[-1].values(), key=lambda state: state[0])
    order = list(range(len(groups)))
    for start, middle, end in swaps:
        order[start:end] = [*range(middle, end), *range(start, middle)]
    return order


def _offer(
    states: list[dict[int, tuple[float, list[tuple[int, int, int]]]]],
    place: int,
    last: int,
    worth: float,
    swaps: list[tuple[int, int, int]],
) -> None:
    known = states[place].get(last)
    if known is None or worth > known[0]:
        states[place][last] = (worth, swaps)


class _Inner:
    """Sums of fits inside runs of groups; captions are looked through."""

    def __init__(self, groups: Sequence[Group], fit: object) -> None:
        self._fit = fit
        self._visible = [group.sort is not Sort.CAPTION for group in groups]
        self._count = len(groups)
        self._pages = [0, *(place for place, starts in enumerate(_page_starts(groups)) if starts), self._count]
        self._after: list[int] = self._first_visible()
        self._before: list[int] = self._last_visible()
        self._sums = [0.0]
        for place in range(self._count):
            previous = self._before[place]
            here = self._call(previous, place) if self._visible[place] and previous >= 0 else 0.0
            self._sums.append(self._sums[-1] + here)

    def _call(self, first: int, second: int) -> float:
        return self._fit(first, second)  # type: ignore[operator, no-any-return]

    def _first_visible(self) -> list[int]:
        after, following = [self._count] * (self._count + 1), self._count
        for place in range(self._count - 1, -1, -1):
            following = place if self._visible[place] else following
            after[place] = following
        return after

    def _last_visible(self) -> list[int]:
        before, previous = [], -1
        for place in range(self._count):
            before.append(previous)
            previous = place if self._visible[place] else previous
        before.append(previous)
        return before

    def last(self, start: int, end: int, otherwise: int) -> int:
        """The last visible group of a run, or `otherwise` where it has none."""
        found = self._before[end]
        return found if found >= start else otherwise

    def enter(self, last: int, start: int, end: int) -> float:
        """Worth of a run [start, end) that follows group `last`."""
        first = self._after[start]
        if first >= end:
            return 0.0
        return self._call(last, first) + self._sums[end] - self._sums[first + 1]

    def exchanges(self, start: int, last: int) -> list[tuple[int, int, float, int]]:
        """Every exchange of two runs from `start`: where the second begins and ends, its worth, the final group.

        Where pages are known, the two runs are one page: programs write columns in the wrong order, never pages.
        """
        known = len(self._pages) > 2
        if (known and start not in self._pages) or (not known and self._sums_at(start) >= 0):
            return []
        cost = _PAGE_COST if known else _SWAP_COST
        ends = [next(page for page in self._pages if page > start)] if known else None
        longest = _LONGEST_PAGE if known else _LONGEST_RUN
        result = []
        for middle in range(start + 1, min(start + longest, self._count)):
            for end in ends or range(middle + 1, min(middle + longest, self._count) + 1):
                if middle < end:
                    worth = self.enter(last, middle, end) - cost
                    joint = self.last(middle, end, last)
                    worth += self.enter(joint, start, middle)
                    result.append((middle, end, worth, self.last(start, middle, joint)))
        return result

    def _sums_at(self, place: int) -> float:
        """The fit of group `place` with the one before it as they come."""
        return self._sums[place + 1] - self._sums[place]


def _page_starts(groups: Sequence[Group]) -> list[bool]:
    """Where pages begin: known by number, or by the single space that some programs leave of a page break."""
    starts = [place > 0 and group.page != groups[place - 1].page for place, group in enumerate(groups)]
    if any(starts):
        return starts
    return [group.indent == 1 and not group.gap and group.sort is Sort.BODY for group in groups]


def rejoined(groups: Sequence[Group]) -> list[Group]:
    """Sentences whole again: an open group takes up the group that goes on with it, past figures' captions."""
    seams = Seams(groups)
    result: list[Group] = []
    waiting: list[Group] = []
    for group in groups:
        opened = next(
            (place for place in range(len(result) - 1, -1, -1) if result[place].sort is not Sort.CAPTION), None
        )
        before = result[opened] if opened is not None else None
        if before is None or opened is None or not _goes_on(before, group, seams):
            result += [*waiting, group]
            waiting = []
            continue
        result[opened] = replace(
            before,
            text=join(before.text, group.text),
            open_end=group.open_end or (not ends_sentence(group.text) and has_open_bracket(group.text)),
            wrapped=True,
        )
    return result + waiting


def _goes_on(first: Group, second: Group, seams: Seams) -> bool:
    if (
        not first.open_end
        or len(first.text) > _LONGEST_PARAGRAPH
        or second.sort not in {Sort.BODY, Sort.SHORT}
        or second.indent >= 2
    ):
        return False
    return seams.fit(first, second) > -1.3
