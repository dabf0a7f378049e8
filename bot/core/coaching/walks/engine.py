"""How a walk goes on: pure functions from a walk and its script to the walk after something was said.

Words are never lost. What answers a question about an answer is joined to it; what is corrected, or said anew where
words of the industry were barred, moves the former words to `Answer.earlier`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeAlias

from bot.core.coaching.cards.models import CardField, EntryState
from bot.core.coaching.listening.models import SignKind
from bot.core.coaching.walks.barring import barred_in
from bot.core.coaching.walks.found import ladder, place_of, with_answer
from bot.core.coaching.walks.gathering import example_of, gathered
from bot.core.coaching.walks.models import (
    ASKED_AGAIN_AT_MOST,
    Answer,
    ChangeKind,
    FollowUp,
    FollowUpKind,
    Progress,
    Said,
    Walk,
    WalkState,
)
from bot.core.coaching.walks.ports import Listening
from bot.core.coaching.walks.results import Asking
from bot.core.coaching.walks.script import AgainKind, Question, Script, Texts

Read: TypeAlias = Mapping[CardField, str]
"""What an answer says of other fields, in its own words."""
_NOTHING: Read = MappingProxyType({})
BARRED_SIGN = "barred_words"
"""The mark of an answer that still has words of the present industry after it was asked about."""


def progress(walk: Walk, script: Script) -> Progress:
    """How far a walk is."""
    ids = [*_asked_ids(walk, script)]
    number = ids.index(walk.at) + 1 if walk.at in ids else 0
    # In a round every question has an answer already: that it is open.
    answered = max(number - 1, 0) if walk.round else sum(walk.answer(id) is not None for id in ids)
    return Progress(answered=answered, total=len(ids), number=number)


def asking(walk: Walk, script: Script) -> Asking | None:
    """What is asked now; None where every question has been, or the walk asks nothing any more."""
    question = script.question(walk.at) if walk.is_going else None
    if question is None:
        return None
    question = question.of_length(walk.length)
    example = example_of(walk, script, question)
    return Asking(
        question=question,
        text=question.asks(walk.subject_kind),
        progress=progress(walk, script),
        example=example,
        follow_up=walk.follow_up,
        again=_again(walk.follow_up, script),
        ladder=ladder(walk, script) if question.climbs else (),
        answer=walk.answer(question.id),
    )


def next_at(walk: Walk, script: Script, after: str) -> str:
    """The first question without an answer after one, or else before it; "" where all have been asked. In a round, the
    next one of it."""
    if walk.round:
        place = walk.round.index(after) + 1 if after in walk.round else 0
        return next(iter(walk.round[place:]), "")
    ids = [one.id for one in script.asked(walk.length)]
    cut = ids.index(after) + 1 if after in ids else place_of(after, script, ids)
    return next((id for id in (*ids[cut:], *ids[:cut]) if walk.answer(id) is None), "")


def before_at(walk: Walk, script: Script) -> str:
    """The question before the one that is asked now; the last one where all have been. "" before the first."""
    ids = _asked_ids(walk, script)
    place = ids.index(walk.at) if walk.at in ids else len(ids)
    return ids[place - 1] if place else ""


def rounded(walk: Walk, script: Script, fields: Collection[CardField]) -> Walk:
    """The walk when these fields are gone through one by one; as it is where there is nothing to ask."""
    ids = tuple(one.id for one in script.questions if one.fills in fields)
    return replace(settled(walk), round=ids, at=ids[0]) if ids else walk


@dataclass(frozen=True, slots=True)
class Told:
    """The walk after something was said, and what that was."""

    walk: Walk
    kind: ChangeKind


def told(
    walk: Walk, script: Script, question: Question, said: Said, listening: Listening, read: Read = _NOTHING
) -> Told:
    """Words for a question: the one asked now, or another one, to whose answer they are joined. `read` is what they
    say of the fields that the question gathers."""
    known = walk.answer(question.id)
    if question.id != walk.at or not walk.is_going:
        beside = _beside(walk, question, known, said)
        return replace(beside, walk=gathered(beside.walk, script, question, said, read))
    pending = walk.follow_up
    if pending is None or known is None:
        kind = ChangeKind.CORRECTED if known and known.parts else ChangeKind.ANSWERED
        answer = _fresh(question, known, said)
    elif pending.kind == FollowUpKind.BARRED:
        kind, answer = ChangeKind.CORRECTED, replace(_fresh(question, known, said), asked_again=known.asked_again)
    else:
        kind, answer = ChangeKind.ADDED, _joined(known, said)
    walk = gathered(_put(walk, answer, question), script, question, said, read)
    return Told(_heard(walk, script, question, answer, listening), kind)


def _beside(walk: Walk, question: Question, known: Answer | None, said: Said) -> Told:
    """Words for a question that is not asked now: nothing is asked about them."""
    is_added = known is not None and bool(known.parts) and question.kind in ("line", "lines")
    after = _joined(known, said) if known is not None and is_added else _fresh(question, known, said)
    return Told(_put(walk, after, question), ChangeKind.ADDED if is_added else ChangeKind.ANSWERED)


def corrected(walk: Walk, script: Script, question: Question, said: Said, read: Read = _NOTHING) -> Walk:
    """Other words in the place of those that stood there, which are kept as `earlier`. Nothing is asked about them."""
    walk = _put(_left_alone(walk, question), _fresh(question, walk.answer(question.id), said), question)
    return gathered(walk, script, question, said, read)


def put_off(walk: Walk, script: Script, question: Question, said_by: Said, state: EntryState) -> Walk:
    """Not known, or later. What was said of it already stays: then the words are left as they are."""
    known = walk.answer(question.id)
    if known is not None and known.parts and walk.at == question.id and walk.follow_up is not None:
        return left(walk, script)
    earlier = (*known.earlier, *known.parts) if known else ()
    answer = Answer(question=question.id, state=state, at=said_by.at, by_id=said_by.by_id, earlier=earlier)
    walk = _put(walk, answer, question)
    if walk.at != question.id:
        return walk
    return _gone_on(replace(walk, follow_up=None), script, question.id)


def left(walk: Walk, script: Script) -> Walk:
    """The answer stays as it is, marked where something was asked about it, and the next question is asked."""
    return _gone_on(settled(walk), script, walk.at)


def settled(walk: Walk) -> Walk:
    """What is asked about the answer is asked no more; it is marked with what it was asked about."""
    known, pending = walk.answer(walk.at), walk.follow_up
    walk = replace(walk, follow_up=None)
    if known is None or pending is None or not pending.signs:
        return walk
    return with_answer(walk, replace(known, marks=tuple(dict.fromkeys((*known.marks, *pending.signs)))))


def went(walk: Walk, question: str) -> Walk:
    """Another question is asked now."""
    return replace(settled(walk), at=question)


def _gone_on(walk: Walk, script: Script, after: str) -> Walk:
    """The next question is asked. After the last one of a round the round is over, and the walk is as it was before:
    with its card, where it had one."""
    at = next_at(walk, script, after)
    if at or not walk.round:
        return replace(walk, at=at)
    return replace(walk, at="", round=(), state=WalkState.DONE if walk.finished_at else walk.state)


def _heard(walk: Walk, script: Script, question: Question, answer: Answer, listening: Listening) -> Walk:
    """Ask about the answer, or accept it and go on."""
    pending = _follow_up(walk, script, question, answer, listening)
    if isinstance(pending, FollowUp):
        if not pending.signs:
            return replace(walk, follow_up=pending)
        asked = tuple(dict.fromkeys((*answer.asked, pending.signs[0])))
        walk = with_answer(walk, replace(answer, asked=asked, asked_again=answer.asked_again + 1))
        return replace(walk, follow_up=pending)
    walk = with_answer(walk, replace(answer, marks=pending))
    return _gone_on(replace(walk, follow_up=None), script, question.id)


def _follow_up(
    walk: Walk, script: Script, question: Question, answer: Answer, listening: Listening
) -> FollowUp | tuple[str, ...]:
    """What to ask about an answer, or the marks with which it is accepted."""
    if question.climbs is not None:
        is_high = len(answer.parts) >= question.climbs.at_most
        return () if is_high else FollowUp(kind=FollowUpKind.RUNG, quoted=answer.parts[-1].words)
    if question.bars:
        found = barred_in(answer.parts[-1].words, script.barred_words(walk.trade))
        if found and not answer.asked_again:
            return FollowUp(kind=FollowUpKind.BARRED, signs=(BARRED_SIGN,), quoted=_listed(found, walk))
        return (BARRED_SIGN,) if found else ()
    if not question.listens:
        return ()
    asked = tuple(SignKind(one) for one in answer.asked)
    heard = listening.hear(answer.words, field=question.fills, trade=walk.trade, asked=asked)
    kinds = tuple(dict.fromkeys(str(one.kind) for one in heard.signs))
    if heard.question is None or heard.asked_about is None or answer.asked_again >= ASKED_AGAIN_AT_MOST:
        return kinds
    message, signs = heard.question, tuple(dict.fromkeys((str(heard.asked_about), *kinds)))
    return FollowUp(kind=FollowUpKind.LISTENER, signs=signs, key=message.key, arguments=dict(message.arguments))


def _listed(words: tuple[str, ...], walk: Walk) -> str:
    """Each word in marks of its own, within those of the sentence."""
    return ("」「" if walk.locale == "ja" else "”, “").join(words)


def _again(pending: FollowUp | None, script: Script) -> Texts | None:
    """The script's sentence with the words quoted. The words may hold anything, braces included."""
    if pending is None or pending.kind == FollowUpKind.LISTENER:
        return None
    texts = script.again[AgainKind(pending.kind.value)]
    ja, en = (text.replace("{words}", pending.quoted) for text in (texts.ja, texts.en))
    return Texts.model_construct(ja=ja, en=en)


def _fresh(question: Question, known: Answer | None, said: Said) -> Answer:
    earlier = (*known.earlier, *known.parts) if known else ()
    state = EntryState.SAID
    return Answer(question=question.id, state=state, at=said.at, by_id=said.by_id, parts=(said,), earlier=earlier)


def _joined(known: Answer, said: Said) -> Answer:
    return replace(known, parts=(*known.parts, said), at=said.at, state=EntryState.SAID, read_from="")


def _asked_ids(walk: Walk, script: Script) -> tuple[str, ...]:
    """What is asked one after the other: the open questions of a round, or all of its length."""
    return walk.round or tuple(one.id for one in script.asked(walk.length))


def _put(walk: Walk, answer: Answer, question: Question) -> Walk:
    walk = with_answer(walk, answer)
    if question.fills != CardField.SUBJECT or not answer.parts:
        return walk
    return replace(walk, subject=answer.parts[-1].words)


def _left_alone(walk: Walk, question: Question) -> Walk:
    return replace(walk, follow_up=None) if walk.at == question.id else walk
