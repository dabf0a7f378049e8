"""What two functions have in common: the deed, the thing it is done to, and the words around them. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.coaching.uses.models import Function
from bot.core.coaching.uses.vocabulary import Vocabulary

SAME_VERB = 3.0
SAME_DEED = 2.5
NEAR_DEED = 1.0
SAME_THING = 2.5
SAME_KIND = 1.5
OTHER_KIND = 0.8
"""Both have a kind in common, but it is not what the deed of both is done to first."""
AKIN = 0.4
"""Both are done to things that differ, but have something in common."""
MORE_IN_COMMON = 0.5
"""For each further kind in common, and where word and kind agree."""
SHARED_WORD = 0.6
MOST_SHARED_WORDS = 2
LEAST = 2.5
"""Below, two functions have too little in common to speak of."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Likeness:
    """What `mine` and `theirs` have in common, and how much. `kind` is "" where the things differ; `deed` is the class
    of `theirs`, and `is_near` says that mine is only near to it; `word` is a word of both things, "" for none."""

    mine: Function
    theirs: Function
    score: float
    deed: str
    kind: str = ""
    word: str = ""
    is_near: bool = False


def likeness(mine: Function, theirs: Function, vocabulary: Vocabulary) -> Likeness | None:
    """What two functions have in common; None where that is too little.

    The deed counts first: without the same or a near one there is nothing. The same deed counts where the things have
    anything in common, a near one only where they are of the same kind.
    """
    deed = _deed(mine, theirs, vocabulary)
    if not deed:
        return None
    words = set(mine.object_words) & set(theirs.object_words)
    kind = next((one for one in mine.kinds if one in theirs.kinds), "")
    thing = SAME_THING if words else 0.0
    if kind:
        is_first = mine.kinds[0] == theirs.kinds[0]
        more = len(set(mine.kinds) & set(theirs.kinds)) - 1
        thing = max(thing, SAME_KIND if is_first else OTHER_KIND)
        thing += MORE_IN_COMMON * (more + (1 if words and is_first else 0))
    if not kind and not words and vocabulary.are_akin(mine.kinds[:1], theirs.kinds[:1]):
        thing = AKIN
    if thing < (SAME_KIND if deed == NEAR_DEED else AKIN):
        return None
    score = deed + thing
    return Likeness(
        mine=mine,
        theirs=theirs,
        score=score,
        deed=theirs.verb_class or mine.verb_class,
        kind=kind,
        word=next((one for one in mine.object_words if one in words), ""),
        is_near=deed == NEAR_DEED,
    )


def says_enough(found: Likeness) -> bool:
    """Is a likeness a reason by itself: the same deed, done to things of the same kind or name?"""
    return not found.is_near and bool(found.kind or found.word)


def _deed(mine: Function, theirs: Function, vocabulary: Vocabulary) -> float:
    """How alike what is done is; 0 for not at all."""
    # 足場を組む and 順番を組む are different deeds.
    is_other_sense = mine.verb_class and theirs.verb_class and mine.verb_class != theirs.verb_class
    if mine.verb_form and mine.verb_form == theirs.verb_form and not is_other_sense:
        return SAME_VERB
    if not mine.verb_class or not theirs.verb_class:
        return 0.0
    if mine.verb_class == theirs.verb_class:
        return SAME_DEED
    return NEAR_DEED if theirs.verb_class in vocabulary.near(mine.verb_class) else 0.0


def shared_words(mine: frozenset[str], theirs: frozenset[str]) -> float:
    """What words in common add to a score."""
    return SHARED_WORD * min(len(mine & theirs), MOST_SHARED_WORDS)
