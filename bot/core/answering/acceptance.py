"""Whether the guides answer a question at all: the rule that declines.

Two things speak for a passage: how much of what is asked it speaks of (`words`), and how nearly one of its headings or
known ways of asking says the same (`likeness`). Against it stand questions that the bundled guides are known not to
answer, indexed beside them: the passages must beat those by a margin. A guide that somebody loaded is known to none of
those questions, so where it speaks of most of what is asked in its own sentences, it answers without competing.

MARGIN is fitted to the calibration half of tests/data/questions and to nothing else; the figures on the other half and
the command are in docs/measurements.md.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.core.answering.beyond import topic_id
from bot.core.answering.retrieval import Found

MARGIN = 0.23
"""By how much words and likeness together must exceed those of the nearest question beyond the guides."""

OWN_GUIDE_SHARE = 0.6
"""The share of a question's weight that a passage of a loaded guide must say itself to answer without competing."""

_VOTES = 3
_COMPARED = 8
"""How many passages, and how many questions beyond the guides, are compared."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`confidence` is above 0 where the guides answer. `beyond` is the topic outside the guides that lies nearest."""

    confidence: float
    beyond: str | None = None

    @property
    def is_answered(self) -> bool:
        """True where the guides answer."""
        return self.confidence > 0


def margin(found: Sequence[Found]) -> float:
    """How far the passages lead over the questions beyond the guides, from -2 to 2."""
    passages = [each for each in found if topic_id(each.passage_id) is None][:_COMPARED]
    beyond = [each for each in found if topic_id(each.passage_id) is not None][:_COMPARED]
    return _strength(passages) - _strength(beyond)


def _strength(found: Sequence[Found]) -> float:
    """Words and likeness, each by its best and by its three best, which one chance hit does not carry."""
    words = [each.evidence.words for each in found]
    likeness = [unit.likeness for each in found for unit in each.evidence.units]
    return sum((_best_and_three(words), _best_and_three(likeness))) / 2


def _best_and_three(values: Sequence[float]) -> float:
    best = sorted(values, reverse=True)[:_VOTES]
    return (best[0] + sum(best) / _VOTES) if best else 0.0


def judge(found: Sequence[Found], *, is_own: Callable[[str], bool]) -> Verdict:
    """Decide. `found` holds passages and questions beyond the guides alike, best first.

    `is_own` says of a passage id whether it belongs to a guide that somebody loaded.
    """
    beyond = next((topic for each in found if (topic := topic_id(each.passage_id)) is not None), None)
    passages = [each for each in found if topic_id(each.passage_id) is None]
    if not passages:
        return Verdict(-1.0, beyond)
    confidence = margin(found) - MARGIN
    told = max((each.evidence.told for each in passages[:_COMPARED] if is_own(each.passage_id)), default=0.0)
    return Verdict(max(confidence, told - OWN_GUIDE_SHARE), beyond)
