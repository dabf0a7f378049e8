"""What a technology is for, beside the states that fields suffer from: it tells more than the verb. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.coaching.troubles import Troubles
from bot.core.coaching.uses.fields import KnownEntry, KnownState

_RARE, _COMMON = 4, 12
_TELLS = (1.6, 1.1, 0.7)
"""What a trouble in common adds: one that few states tell, some, many."""
_SECOND = 0.5
"""A second trouble in common, as a share."""


@dataclass(frozen=True, slots=True)
class Rung:
    """A line of what changes and what that is for, in the owner's words, and the troubles that it tells."""

    words: str
    troubles: frozenset[str]


@dataclass(frozen=True, slots=True)
class InCommon:
    """What a purpose and a state have in common: the rung that tells it, the trouble, and how much that says."""

    rung: str
    trouble: str
    score: float


class Purposes:
    """Reads purposes, and knows how many states tell each trouble."""

    def __init__(self, troubles: Troubles | None, entries: Iterable[KnownEntry]) -> None:
        self.troubles = troubles
        self._counts = Counter(id for one in entries for state in one.states for id in state.troubles)

    def rungs(self, text: str) -> tuple[Rung, ...]:
        """The lines of what changes and of what that is for."""
        if self.troubles is None:
            return ()
        lines = (line.strip() for line in text.splitlines())
        return tuple(Rung(line, told) for line in lines if line and (told := self.troubles.told(line)))

    def in_common(self, rungs: Sequence[Rung], state: KnownState) -> InCommon | None:
        """The rarest trouble that a rung and a state both tell; None where they tell none."""
        both = {id: one.words for one in reversed(rungs) for id in one.troubles & state.troubles}
        if not both:
            return None
        order = sorted(both, key=lambda id: (-self._tells(id), id))
        score = self._tells(order[0]) + (_SECOND * self._tells(order[1]) if len(order) > 1 else 0.0)
        return InCommon(both[order[0]], order[0], score)

    def _tells(self, id: str) -> float:
        count = self._counts[id]
        return _TELLS[0] if count <= _RARE else _TELLS[1] if count <= _COMMON else _TELLS[2]
