"""What a walk has found out so far: for the card, for the ladder, and what is open. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.core.coaching.cards.models import CardField, Entry
from bot.core.coaching.walks.models import Answer, Walk
from bot.core.coaching.walks.script import Question, Script


def ladder(walk: Walk, script: Script) -> tuple[str, ...]:
    """The rungs said so far, from the function upward."""
    function, above = (_answer(walk, script, one) for one in (CardField.FUNCTION, CardField.LADDER))
    # Where the function was asked for once more, it is what was said last.
    foot = function.own[-1 if function.asked_again else 0 :] if function else ()
    return tuple(part.words for part in (*foot, *(above.own if above else ())))


def facts(walk: Walk, script: Script) -> Mapping[CardField, Entry]:
    """What the walk found out, for the card: every question that was asked, whatever came of it."""
    found = {}
    for question in script.questions:
        one = walk.answer(question.id)
        if one is not None:
            found[question.fills] = _entry(one, walk, script, question)
    return found


def unasked(walk: Walk, script: Script) -> tuple[Question, ...]:
    """What its length asks and was never asked, because it was finished before, in order."""
    return tuple(one for one in script.asked(walk.length) if walk.answer(one.id) is None)


def open_questions(walk: Walk, script: Script) -> tuple[Question, ...]:
    """What was asked and is not known, in order."""
    return tuple(one for one in script.questions if (given := walk.answer(one.id)) and given.is_open)


def with_answer(walk: Walk, answer: Answer) -> Walk:
    """The walk with an answer in the place of the one before."""
    kept = tuple(answer if one.question == answer.question else one for one in walk.answers)
    return replace(walk, answers=kept if walk.answer(answer.question) else (*kept, answer))


def _entry(one: Answer, walk: Walk, script: Script, question: Question) -> Entry:
    words = "\n".join(ladder(walk, script)) if question.fills == CardField.LADDER and one.own else one.words
    if question.fills in (CardField.WHO, CardField.FUNCTION):
        # Who, or what it does, comes with what was said last, after a question about it; the first words stay below.
        words = "\n".join(part.words for part in reversed(one.own))
    by_id = one.own[0].by_id if one.own else one.by_id
    drafts = tuple(part.words for part in one.parts if part.is_draft)
    return Entry(words=words, state=one.state, by_id=by_id, at=one.at, marks=one.marks, drafts=drafts)


def _answer(walk: Walk, script: Script, field: CardField) -> Answer | None:
    question = script.filling(field)
    return walk.answer(question.id) if question else None


def place_of(id: str, script: Script, ids: list[str]) -> int:
    """Where a question would stand that this length does not ask."""
    order = [one.id for one in script.questions]
    return sum(order.index(one) < order.index(id) for one in ids) if id in order else 0
