"""What somebody can do beside what somebody else needs: by the trouble that both tell, or by what is done to what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.core.coaching.troubles import Troubles
from bot.core.coaching.uses.grammar import FunctionReader
from bot.core.coaching.uses.matching import likeness, says_enough
from bot.core.coaching.uses.models import Function
from bot.core.japanese import sentences

_TROUBLE = 4.0
"""What the first trouble that both tell says; as much as the same deed done to things of the same kind."""
_MORE = 0.5


@dataclass(frozen=True, kw_only=True, slots=True)
class InBoth:
    """What both texts tell: ids of troubles, and from each text the sentence that tells it, verbatim."""

    score: float
    mine: str
    theirs: str
    troubles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence as it stands, and what it tells."""

    text: str
    troubles: frozenset[str]
    functions: Sequence[Function]


@dataclass(frozen=True, slots=True)
class _Text:
    """Sentences, and all the keys without which two texts have nothing in common: troubles, deeds, verbs."""

    sentences: tuple[_Sentence, ...]
    keys: frozenset[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class NeedReader:
    """Compares texts. Keeps what it has read, so it is to be thrown away with whatever was compared."""

    reader: FunctionReader
    troubles: Troubles
    _known: dict[str, _Text] = field(default_factory=dict)

    def in_both(self, mine: str, theirs: str) -> InBoth | None:
        """The best of what both tell; None where that is too little to speak of."""
        my_text, their_text = self._read(mine), self._read(theirs)
        if my_text.keys.isdisjoint(their_text.keys):
            return None
        pairs = ((my, their) for my in my_text.sentences for their in their_text.sentences)
        found = [one for my, their in pairs if (one := self._compared(my, their)) is not None]
        return max(found, key=lambda one: one.score, default=None)

    def _compared(self, mine: _Sentence, theirs: _Sentence) -> InBoth | None:
        both = tuple(sorted(mine.troubles & theirs.troubles))
        score = _TROUBLE + _MORE * (len(both) - 1) if both else 0.0
        like = [likeness(one, other, self.reader.vocabulary) for one in mine.functions for other in theirs.functions]
        score += max((one.score for one in like if one is not None and says_enough(one)), default=0.0)
        return InBoth(score=score, mine=mine.text, theirs=theirs.text, troubles=both) if score else None

    def _read(self, text: str) -> _Text:
        known = self._known.get(text)
        if known is None:
            whole = [one.strip() for line in text.splitlines() for one in sentences(line)]
            read = tuple(_Sentence(one, self.troubles.told(one), self.reader.read_all(one)) for one in whole if one)
            known = self._known[text] = _Text(read, frozenset(_keys(read)))
        return known


def _keys(read: Sequence[_Sentence]) -> Iterator[tuple[str, str]]:
    for sentence in read:
        yield from (("trouble", id) for id in sentence.troubles)
        for one in sentence.functions:
            yield from (("deed", said) for said in (one.verb_class, one.verb_form) if said)
