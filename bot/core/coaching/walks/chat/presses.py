"""Presses in the message of a question: not known, later, a hint, back, a choice, what was no answer after all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.core import actions
from bot.core.coaching.cards.models import Decision, EntryState
from bot.core.coaching.walks.chat import buttons, forms
from bot.core.coaching.walks.chat.answering import Answering
from bot.core.coaching.walks.chat.doors import Doors, Handler, aside
from bot.core.coaching.walks.chat.drawing import Drawing
from bot.core.coaching.walks.chat.reader import quoted
from bot.core.coaching.walks.chat.uses import NewUses
from bot.core.coaching.walks.models import Walk
from bot.core.coaching.walks.results import Refused, Result
from bot.core.coaching.walks.script import Question
from bot.core.messages import Message, Pressed, Quoted, Reply, Said
from bot.core.people import Member

_MOST_IN_BUTTON = 1_900


class Presses:
    """Handlers of the question's own buttons."""

    def __init__(self, *, doors: Doors, drawing: Drawing, answering: Answering, uses: NewUses) -> None:
        self._doors, self._service, self._drawing = doors, doors.service, drawing
        self._answering, self._uses = answering, uses

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        seen, service = self._doors.seen, self._service
        return {
            actions.WALK_UNKNOWN: seen(self._put_off(service.unknown, EntryState.UNKNOWN, "walk-unknown")),
            actions.WALK_LATER: seen(self._put_off(service.later, EntryState.LATER, "walk-later")),
            actions.WALK_AS_IS: seen(self._as_is),
            actions.WALK_HINT: seen(self._hint),
            actions.WALK_BACK: seen(self._back),
            actions.WALK_CHOOSE: seen(self._choose),
            actions.WALK_DATE_FORM: seen(self._date_form),
            actions.WALK_DATE_SEND: seen(self._date_send),
            actions.WALK_NOT_ANSWER: seen(self._not_answer),
            actions.WALK_TAKE: seen(self._take),
            actions.WALK_UNDO: seen(self._undo),
            actions.WALK_USE_TICK: seen(self._use(Decision.TICKED)),
            actions.WALK_USE_DECLINE: seen(self._use(Decision.DECLINED)),
        }

    def _put_off(
        self, do: Callable[..., Result], state: EntryState, said: str
    ) -> Callable[[Pressed, Member, Walk, Sequence[str]], Reply]:
        def press(pressed: Pressed, member: Member, walk: Walk, more: Sequence[str]) -> Reply:
            question = _first(more)
            if walk.at != question:
                known = walk.answer(question)
                is_again = known is not None and known.state == state
                again = self._drawing.standing(walk, member, said=(Said(Message(said)),))
                return again if is_again else self._late(walk, question, member)
            result = do(walk.id, act=self._doors.act(pressed, member), question=question)
            return self._answering.pressed(result, member, said=(Said(Message(said)),))

        return press

    def _as_is(self, pressed: Pressed, member: Member, walk: Walk, more: Sequence[str]) -> Reply:
        question = _first(more)
        if walk.at != question:
            return self._drawing.standing(walk, member, said=(Said(Message("walk-left")),))
        result = self._service.leave_as_it_is(walk.id, act=self._doors.act(pressed, member), question=question)
        return self._answering.pressed(result, member, said=(Said(Message("walk-left")),))

    def _hint(self, pressed: Pressed, member: Member, walk: Walk, more: Sequence[str]) -> Reply:
        asking = self._service.asking(walk)
        if asking is None or walk.at != _first(more):
            return self._late(walk, _first(more), member)
        return self._drawing.question(walk, asking, member, is_hinted=True)

    def _back(self, pressed: Pressed, member: Member, walk: Walk, more: Sequence[str]) -> Reply:
        if walk.at != _first(more):
            return self._drawing.standing(walk, member)
        return self._answering.pressed(self._service.back(walk.id, act=self._doors.act(pressed, member)), member)

    def _choose(self, pressed: Pressed, member: Member, walk: Walk, more: Sequence[str]) -> Reply:
        question, value = _first(more), ":".join(more[1:])
        if walk.at != question:
            known = walk.answer(question)
            is_again = known is not None and known.words == value
            again = self._drawing.standing(walk, member, said=self._drawing.thanks(walk))
            return again if is_again else self._late(walk, question, member)
        result = self._service.answer(walk.id, value, act=self._doors.act(pressed, member), question=question)
        return self._answering.pressed(result, member, said=self._answering.thanked(result))

    def _date_form(self, pressed: Pressed, member: Member, walk: Walk, more: Sequence[str]) -> Reply:
        question = self._question(walk, _first(more))
        if question is None:
            return aside(Message("walk-refused-no-question"))
        asked = self._doors.reader(member).words(question.asks(walk.subject_kind))
        known = walk.answer(question.id)
        return forms.date_form(walk, question.id, asked, initial=known.words if known else "")

    def _date_send(self, pressed: Pressed, member: Member, walk: Walk, more: Sequence[str]) -> Reply:
        question, day = self._question(walk, _first(more)), pressed.values.get(forms.DAY, "")
        if question is None:
            return aside(Message("walk-refused-no-question"))
        result = self._service.answer(walk.id, day, act=self._doors.act(pressed, member), question=question.id)
        if isinstance(result, Refused):
            asked = self._doors.reader(member).words(question.asks(walk.subject_kind))
            return forms.date_form(walk, question.id, asked, why=result.message)
        behind = self._answering.pressed(result, member, said=self._answering.thanked(result))
        return forms.done(Message("walk-date-title"), Message("walk-sheet-taken"), behind)

    def _not_answer(self, pressed: Pressed, member: Member, walk: Walk, more: Sequence[str]) -> Reply:
        """Taken back; what was typed can be asked of the guides instead."""
        change = next((one for one in self._service.changes(walk) if one.id == _first(more)), None)
        if change is None:
            return aside(Message("walk-refused-not-found"))
        known = walk.answer(change.detail.get("question", ""))
        words = known.parts[-1].words if known and known.parts and not change.is_undone else ""
        result = self._service.undo(change.id, act=self._doors.act(pressed, member))
        said = (Said(Message("walk-not-answer")), *(quoted(words) if words else ()))
        asks = (buttons.ask(walk, words),) if 0 < len(words) < _MOST_IN_BUTTON else ()
        return self._answering.pressed(result, member, said=said, offers=asks)

    def _take(self, pressed: Pressed, member: Member, walk: Walk, more: Sequence[str]) -> Reply:
        """It is the answer: what was asked about first, whether it is one."""
        question, text = _first(more), ":".join(more[1:])
        if walk.at != question:
            return self._late(walk, question, member)
        return self._answering.typed(walk, text, member, self._doors.act(pressed, member), said=(Quoted(text),))

    def _undo(self, pressed: Pressed, member: Member, walk: Walk, more: Sequence[str]) -> Reply:
        result = self._service.undo(_first(more), act=self._doors.act(pressed, member))
        reply = self._answering.pressed(result, member, said=(Said(Message("walk-undone")),))
        if reply.is_aside or more[1:] != ["sheet"]:
            return reply
        return forms.done(Message("walk-correct-title"), Message("walk-undone"), reply)

    def _use(self, decision: Decision) -> Callable[[Pressed, Member, Walk, Sequence[str]], Reply]:
        def press(pressed: Pressed, member: Member, walk: Walk, more: Sequence[str]) -> Reply:
            id, reader = ":".join(more), self._doors.reader(self._doors.among(walk, member))
            use = next((one for one in (*walk.uses, *self._uses.offered(walk, reader)) if one.id == id), None)
            if use is None:
                return self._drawing.standing(walk, member)
            act = self._doors.act(pressed, member)
            return self._answering.pressed(self._service.decide_use(walk.id, use, decision, act=act), member)

        return press

    def _late(self, walk: Walk, question: str, member: Member) -> Reply:
        """Another question is asked by now: the old message says what became of its own."""
        asked = self._question(walk, question)
        behind = self._drawing.record(walk, asked, member) if asked else None
        return aside(Message("walk-late-press"), behind=behind)

    def _question(self, walk: Walk, id: str) -> Question | None:
        return self._service.script_of(walk).question(id)


def _first(more: Sequence[str]) -> str:
    return more[0] if more else ""
