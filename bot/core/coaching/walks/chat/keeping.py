"""Sheets of a walk: rest, put right, shorter or longer, a colleague, finish now, delete; and what else there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.core import actions
from bot.core.coaching.cards.wording import label
from bot.core.coaching.walks.chat import buttons, forms
from bot.core.coaching.walks.chat.answering import Answering
from bot.core.coaching.walks.chat.doors import Doors, Handler, aside
from bot.core.coaching.walks.chat.drawing import Drawing
from bot.core.coaching.walks.chat.ending import Ending
from bot.core.coaching.walks.chat.resting import Resting
from bot.core.coaching.walks.models import Walk, WalkLength, WalkState
from bot.core.coaching.walks.results import Refused, Result
from bot.core.coaching.walks.script import Question
from bot.core.messages import Choice, Field, Item, Message, Offer, Pressed, Reply, Said, chosen_of
from bot.core.people import Member

_FIELD = 3_000
"""Characters that a field of a sheet holds everywhere."""
_GOING = (WalkState.OPEN, WalkState.PAUSED)


class Keeping:
    """Handlers of what is done in sheets."""

    def __init__(
        self, *, doors: Doors, drawing: Drawing, resting: Resting, answering: Answering, ending: Ending
    ) -> None:
        self._doors, self._service, self._drawing = doors, doors.service, drawing
        self._resting, self._answering, self._ending = resting, answering, ending

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        seen = self._doors.seen
        return {
            actions.WALK_SHOW: seen(lambda _, member, walk, __: self._resting.so_far(walk, member)),
            actions.WALK_MORE: seen(self._more),
            actions.WALK_PAUSE_FORM: seen(self._pause_form),
            actions.WALK_PAUSE_SEND: seen(self._pause_send),
            actions.WALK_CORRECT_FORM: seen(self._pick_form),
            actions.WALK_CORRECT_PICK: seen(self._correct_pick),
            actions.WALK_CORRECT_SEND: seen(self._correct_send),
            actions.WALK_LENGTH_FORM: seen(self._length_form),
            actions.WALK_LENGTH_SEND: seen(self._length_send),
            actions.WALK_HAND_FORM: seen(self._hand_form),
            actions.WALK_HAND_SEND: seen(self._hand_send),
            actions.WALK_FINISH_EARLY: seen(self._finish_early),
            actions.WALK_ERASE: seen(self._erase),
        }

    def _more(self, _pressed: Pressed, member: Member, walk: Walk, _more: Sequence[str]) -> Reply:
        items = [Item(Message(key), details, (offer,)) for key, details, offer in self._able(walk, member)]
        return Reply(title=Message("walk-more-title"), parts=tuple(items))

    def _able(self, walk: Walk, member: Member) -> Iterator[tuple[str, tuple[Message, ...], Offer]]:
        is_going = walk.state in _GOING
        yield "walk-more-correct", (), buttons.correct(walk)
        yield "walk-more-show", (), buttons.show(walk)
        if is_going:
            length = Offer(actions.WALK_LENGTH_FORM, walk.id, Message("walk-offer-length"))
            yield "walk-more-length", (), length
        if is_going and not walk.is_typed:
            if walk.asked_id:
                name = Message("walk-hand-asked", {"name": self._doors.name(walk.asked_id)})
                yield (
                    "walk-more-hand",
                    (name,),
                    Offer(actions.WALK_WITHDRAW, walk.id, Message("walk-offer-withdraw")),
                )
            else:
                yield "walk-more-hand", (), Offer(actions.WALK_HAND_FORM, walk.id, Message("walk-offer-hand"))
        if is_going:
            confirm = Message("walk-finish-confirm")
            early = Offer(actions.WALK_FINISH_EARLY, walk.id, Message("walk-offer-finish-now"), confirm=confirm)
            yield "walk-more-finish", (), early
            again = Offer(actions.WALK_AGAIN_FORM, walk.id, Message("walk-offer-again"))
            yield "walk-more-again", (), again
        confirm = Message("walk-erase-confirm")
        yield "walk-more-erase", (), Offer(actions.WALK_ERASE, walk.id, Message("walk-offer-erase"), confirm=confirm)

    def _pause_form(
        self, pressed: Pressed, member: Member, walk: Walk, _more: Sequence[str], why: Message | None = None
    ) -> Reply:
        if walk.state not in _GOING:
            return aside(Message("walk-refused-not-now"), behind=self._drawing.standing(walk, member))
        return forms.pause_form(walk, self._doors.reader(member), typed=pressed.values if why else None, why=why)

    def _pause_send(self, pressed: Pressed, member: Member, walk: Walk, more: Sequence[str]) -> Reply:
        until = forms.pause_until(pressed.values, self._doors.reader(member).today)
        if until is None:
            return self._pause_form(pressed, member, walk, more, Message("walk-choose-day"))
        result = self._service.pause(walk.id, act=self._doors.act(pressed, member), until=until)
        if isinstance(result, Refused) and result.message.key == "walk-refused-day-gone":
            return self._pause_form(pressed, member, walk, more, result.message)
        return self._sent(result, member, Message("walk-pause-title"), Message("walk-sheet-paused"))

    def _pick_form(self, _pressed: Pressed, _member: Member, walk: Walk, _more: Sequence[str]) -> Reply:
        script = self._service.script_of(walk)
        known = [one for one in script.questions if walk.answer(one.id) is not None]
        return forms.pick_form(walk, [Choice(one.id, label(one.fills)) for one in known])

    def _correct_pick(self, pressed: Pressed, member: Member, walk: Walk, more: Sequence[str]) -> Reply:
        question = self._question(walk, pressed.values.get(forms.QUESTION, ""))
        return self._correct_form(member, walk, question) if question else self._pick_form(pressed, member, walk, more)

    def _correct_form(self, member: Member, walk: Walk, question: Question, why: Message | None = None) -> Reply:
        reader, known = self._doors.reader(member), walk.answer(question.id)
        words = known.words if known else ""
        # What a field cannot hold would come back cut: it stays as it is unless something else is written.
        is_long = len(words) > _FIELD
        field = Field(
            name=forms.WORDS,
            label=label(question.fills),
            kind=question.kind,
            choices=tuple(Choice(one.value, reader.words(one.label)) for one in question.choices),
            initial="" if is_long else words,
            longest=_FIELD,
            hint=Message("walk-hint-long", {"length": len(words)}) if is_long else None,
        )
        asked = reader.words(question.asks(walk.subject_kind))
        return forms.correct_form(walk, question.id, asked, field, why=why)

    def _correct_send(self, pressed: Pressed, member: Member, walk: Walk, more: Sequence[str]) -> Reply:
        question = self._question(walk, more[0] if more else "")
        if question is None:
            return aside(Message("walk-refused-no-question"))
        words, act = pressed.values.get(forms.WORDS, ""), self._doors.act(pressed, member)
        result = self._service.correct(walk.id, question.id, words, act=act)
        if isinstance(result, Refused):
            return self._correct_form(member, walk, question, result.message)
        offers = (buttons.undo_in_sheet(result.walk, result.change.id),) if result.change else ()
        behind = self._drawing.standing(result.walk, member)
        return forms.done(Message("walk-correct-title"), Message("walk-sheet-corrected"), behind, offers=offers)

    def _length_form(self, _pressed: Pressed, _member: Member, walk: Walk, _more: Sequence[str]) -> Reply:
        script = self._service.script_of(walk)
        return forms.length_form(walk, {length: len(script.asked(length)) for length in WalkLength})

    def _length_send(self, pressed: Pressed, member: Member, walk: Walk, more: Sequence[str]) -> Reply:
        length = next((one for one in WalkLength if str(one) == pressed.values.get(forms.LENGTH)), None)
        if length is None:
            return self._length_form(pressed, member, walk, more)
        result = self._service.set_length(walk.id, length, act=self._doors.act(pressed, member))
        return self._sent(result, member, Message("walk-length-title"), Message("walk-sheet-length"))

    def _hand_form(
        self, _pressed: Pressed, member: Member, walk: Walk, _more: Sequence[str], why: Message | None = None
    ) -> Reply:
        return forms.hand_form(walk, self._doors.colleagues(walk, besides=member.id), why=why)

    def _hand_send(self, pressed: Pressed, member: Member, walk: Walk, more: Sequence[str]) -> Reply:
        chosen = next(iter(chosen_of(pressed.values.get(forms.COLLEAGUE, ""))), "")
        to = next((one for one in self._doors.colleagues(walk, besides=member.id) if one.id == chosen), None)
        if to is None:
            return self._hand_form(pressed, member, walk, more, Message("walk-choose-colleague"))
        result = self._service.ask_colleague(walk.id, to, act=self._doors.act(pressed, member))
        said = Message("walk-sheet-handed", {"name": to.name})
        return self._sent(result, member, Message("walk-hand-title"), said)

    def _finish_early(self, pressed: Pressed, member: Member, walk: Walk, _more: Sequence[str]) -> Reply:
        result = self._service.finish(walk.id, act=self._doors.act(pressed, member))
        if isinstance(result, Refused):
            return aside(result.message)
        behind = self._ending.finished(result.walk, member)
        said = Message("walk-sheet-finished" if result.walk.state == WalkState.DONE else "walk-sheet-asked-to-confirm")
        return forms.done(Message("walk-more-title"), said, behind)

    def _erase(self, pressed: Pressed, member: Member, walk: Walk, _more: Sequence[str]) -> Reply:
        result = self._service.erase(walk.id, act=self._doors.act(pressed, member))
        if isinstance(result, Refused):
            return aside(result.message)
        behind = Reply(parts=(Said(Message("walk-erased")),), locale=self._doors.language(walk))
        return forms.done(Message("walk-more-title"), Message("walk-erased"), behind)

    def _sent(self, result: Result, member: Member, title: Message, said: Message) -> Reply:
        """The sheet says what was done; the message behind it becomes how the walk stands."""
        if isinstance(result, Refused):
            behind = self._drawing.standing(result.walk, member) if result.walk else None
            return Reply(title=title, parts=(Said(result.message),), is_aside=True, behind=behind)
        return forms.done(title, said, self._drawing.standing(result.walk, member))

    def _question(self, walk: Walk, id: str) -> Question | None:
        return self._service.script_of(walk).question(id)
