"""In which order lines stand: by why somebody is needed, then by age; the same for the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import zip_longest

from bot.core.digests.models import DigestKind, Fact, Line, LineKind
from bot.core.messages import PAGE

ORDER = tuple(LineKind)
"""Decisions first, introductions last."""
_TOGETHER = frozenset({LineKind.WALL_1, LineKind.WALL_2, LineKind.WALL_3, LineKind.OVERDUE})
"""Of these one look at the firm settles several: they are one line a firm."""
NEEDS_SOMEBODY = frozenset(
    {
        LineKind.DECISION,
        LineKind.WALL_2,
        LineKind.WALL_3,
        LineKind.OVERDUE,
        LineKind.QUESTION,
        LineKind.HAND_OVER,
    }
)
"""What a day is not to be lost about. What has stood for weeks waits for the weekly one."""


DAILY_LINES = 5
"""A daily digest is read between two other things: so many lines, and the way to the rest. A number of ours."""


def room_of(kind: DigestKind) -> int:
    """How many lines a digest of this kind shows."""
    return DAILY_LINES if kind is DigestKind.DAILY else PAGE


def lines_of(facts: Sequence[Fact]) -> list[Line]:
    """The lines of facts, in order."""
    together = defaultdict[tuple[str, ...], list[Fact]](list)
    for one in facts:
        joined = one.kind in _TOGETHER and one.company_id is not None
        together[(one.kind, one.company_id or "") if joined else (one.kind, "", *one.key)].append(one)
    lines = [Line(tuple(sorted(some, key=_age))) for some in together.values()]
    return sorted(lines, key=lambda line: (ORDER.index(line.kind), *_age(line.first)))


def shown_of(lines: Sequence[Line], room: int) -> list[Line]:
    """As many as there is room for, in order: in turn the first of each kind, so that many of one kind leave room for
    what else somebody is needed for."""
    by_kind = [[line for line in lines if line.kind is kind] for kind in ORDER]
    in_turn = [line for round_ in zip_longest(*by_kind) for line in round_ if line is not None]
    kept = {line.first.key for line in in_turn[:room]}
    return [line for line in lines if line.first.key in kept]


def _age(one: Fact) -> tuple[str, str, str]:
    return one.on.isoformat(), one.firm, one.subject_id
