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
_WEIGHTY = 1.1
"""From here on a trouble in common is a reason; one that many fields tell is none."""
_FEW_ENTRIES = 8
"""A thing that more fields name (時間, 手) says nothing of one of them."""
_INFLECTED = frozenset("うくぐすつぬぶむるい")
"""Ends of verbs and adjectives as they stand in a dictionary: no things."""
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

    @property
    def is_weighty(self) -> bool:
        """Is it a reason by itself that a trouble is told by both?"""
        return self.score >= _WEIGHTY


class Purposes:
    """Reads purposes, and knows how many states tell each trouble."""

    def __init__(self, troubles: Troubles | None, entries: Iterable[KnownEntry]) -> None:
        every = tuple(entries)
        self.troubles = troubles
        self._counts = Counter(id for one in every for state in one.states for id in state.troubles)
        self._named = Counter(word for one in every for word in _named(one))

    def rungs(self, text: str) -> tuple[Rung, ...]:
        """The lines of what changes and of what that is for."""
        if self.troubles is None:
            return ()
        lines = (line.strip() for line in text.splitlines())
        return tuple(Rung(line, told) for line in lines if line and (told := self.troubles.told(line)))

    def tells_apart(self, word: str) -> bool:
        """Does a word name a thing that only few fields have to do with?"""
        return self._named[word] <= _FEW_ENTRIES and word[-1:] not in _INFLECTED

    @property
    def can_tell(self) -> bool:
        """Are troubles known at all?"""
        return self.troubles is not None

    def told(self, sentence: str) -> frozenset[str]:
        """The troubles that a sentence tells."""
        return self.troubles.told(sentence) if self.troubles else frozenset()

    def told_by_both(self, rungs: Sequence[Rung], troubles: frozenset[str]) -> InCommon | None:
        """What a rung has in common with these troubles, where that is a reason by itself."""
        found = self._in_common(rungs, troubles)
        return found if found is not None and found.is_weighty else None

    def in_common(self, rungs: Sequence[Rung], state: KnownState) -> InCommon | None:
        """The rarest trouble that a rung and a state both tell; None where they tell none."""
        return self._in_common(rungs, state.troubles)

    def _in_common(self, rungs: Sequence[Rung], troubles: frozenset[str]) -> InCommon | None:
        both = {id: one.words for one in reversed(rungs) for id in one.troubles & troubles}
        if not both:
            return None
        order = sorted(both, key=lambda id: (-self._tells(id), id))
        score = self._tells(order[0]) + (_SECOND * self._tells(order[1]) if len(order) > 1 else 0.0)
        return InCommon(both[order[0]], order[0], score)

    def _tells(self, id: str) -> float:
        count = self._counts[id]
        return _TELLS[0] if count <= _RARE else _TELLS[1] if count <= _COMMON else _TELLS[2]


def _named(one: KnownEntry) -> frozenset[str]:
    """The words of an entry, of what it suffers from and of what would help there."""
    told = (word for state in one.states for words in state.words.values() for word in words)
    return frozenset(told) | {word for state in one.states for help in state.helps for word in help.object_words}
