"""Whether the guides answer a question at all: the rule that declines.

Three things speak for a passage: how much of what is asked it speaks of (`words`, and `bigrams`, which also see other
spellings and inflections), and how nearly one of its headings or known ways of asking says the same (`likeness`).
Against it stand questions that the bundled guides are known not to answer, indexed beside them: the passages of bundled
guides must beat those by a margin. Those questions know nothing of a guide that somebody loaded: it answers without
competing, where it says most of what is asked in one place.

MARGIN is what `minori bench answers` finds best for the calibration rows of tests/data/questions, and was fitted to
nothing else. The figures on the other rows are in docs/measurements.md.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.core.answering.beyond import topic_id
from bot.core.answering.retrieval import Found

MARGIN = 0.25
"""By how much words, pairs and likeness together must exceed those of the nearest question beyond the guides."""

OWN_GUIDE_SHARE = 0.5
"""A loaded guide answers where it says more than half of a question in one place (`Evidence.told`)."""

PLAINLY_LIKE = 0.45
"""How like a question beyond the guides must be for its topic to be named to the person."""

_VOTES = 3
_COMPARED = 8
"""How many passages, and how many questions beyond the guides, are compared."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`confidence` is above 0 where the guides answer. `beyond` is the topic outside the guides that it plainly
    belongs to.

    `only` names the passages that may answer; None where nothing is answered.
    """

    confidence: float
    beyond: str | None = None
    only: frozenset[str] | None = None

    @property
    def is_answered(self) -> bool:
        """True where the guides answer."""
        return self.confidence > 0


def _plainly_beyond(found: Sequence[Found]) -> str | None:
    """The topic that says nearly what is asked, or None."""
    likeness = {topic: each.evidence.likeness for each in found if (topic := topic_id(each.passage_id)) is not None}
    nearest = max(likeness, key=lambda topic: likeness[topic], default=None)
    return nearest if nearest is not None and likeness[nearest] >= PLAINLY_LIKE else None


def margin(found: Sequence[Found]) -> float:
    """How far the passages lead over the questions beyond the guides, from -2 to 2."""
    passages = [each for each in found if topic_id(each.passage_id) is None][:_COMPARED]
    beyond = [each for each in found if topic_id(each.passage_id) is not None][:_COMPARED]
    return _strength(passages) - _strength(beyond)


def _strength(found: Sequence[Found]) -> float:
    """Words, pairs and likeness, each by its best and by its three best, which one chance hit does not carry."""
    words = [each.evidence.words for each in found]
    pairs = [each.evidence.bigrams for each in found]
    likeness = [unit.likeness for each in found for unit in each.evidence.units]
    return sum((_best_and_three(words), _best_and_three(pairs), _best_and_three(likeness))) / 3


def _best_and_three(values: Sequence[float]) -> float:
    best = sorted(values, reverse=True)[:_VOTES]
    return (best[0] + sum(best) / _VOTES) if best else 0.0


def judge(found: Sequence[Found], *, is_own: Callable[[str], bool]) -> Verdict:
    """Decide. `found` holds passages and questions beyond the guides alike, best first.

    `is_own` says of a passage id whether it belongs to a guide that somebody loaded.
    """
    beyond = _plainly_beyond(found)
    passages = [each for each in found if topic_id(each.passage_id) is None]
    if not passages:
        return Verdict(-1.0, beyond)
    own = {each.passage_id: each.evidence.told for each in passages if is_own(each.passage_id)}
    confidence = margin([each for each in found if each.passage_id not in own]) - MARGIN
    speaking = {passage_id for passage_id, told in own.items() if told > OWN_GUIDE_SHARE}
    if confidence > 0:
        bundled = {each.passage_id for each in passages if each.passage_id not in own}
        return Verdict(confidence, beyond, frozenset(bundled | speaking))
    if speaking:
        return Verdict(max(own.values()) - OWN_GUIDE_SHARE, beyond, frozenset(speaking))
    return Verdict(confidence, beyond)
