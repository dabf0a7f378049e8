"""Presses that put somebody's words beside an answer given before, or in its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core import actions
from bot.core.coaching.cards.wording import label
from bot.core.coaching.walks.chat import forms
from bot.core.coaching.walks.chat.answering import Answering
from bot.core.coaching.walks.chat.asking_back import MOST_IN_BUTTON
from bot.core.coaching.walks.chat.doors import Doors, Handler, aside
from bot.core.coaching.walks.chat.drawing import Drawing
from bot.core.coaching.walks.models import ChangeKind, Walk
from bot.core.coaching.walks.results import Act, Refused, Result
from bot.core.coaching.walks.script import Question
from bot.core.messages import Choice, Field, Message, Offer, Pressed, Reply, Said
from bot.core.people import Member

_TOLD = (ChangeKind.ANSWERED, ChangeKind.ADDED, ChangeKind.CORRECTED)


class Adding:
    """Handlers. Each press gives the same twice: words that stand there already are not put there again."""

    def __init__(self, *, doors: Doors, drawing: Drawing, answering: Answering) -> None:
        self._doors, self._service, self._drawing = doors, doors.service, drawing
        self._answering = answering

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        seen = self._doors.seen
        return {
            actions.WALK_ADD: seen(self._add),
            actions.WALK_REPLACE: seen(self._replace),
            actions.WALK_ADD_FORM: seen(self._form),
            actions.WALK_ADD_SEND: seen(self._send),
        }

    def last_told(self, walk: Walk) -> Question | None:
        """The question that was answered in words last; None where none was."""
        script = self._service.script_of(walk)
        changed = [one.detail.get("question", "") for one in reversed(self._service.changes(walk))]
        order = [*changed, *(one.id for one in reversed(script.questions))]
        return next((found for id in order if (found := script.question(id)) and self._is_told(walk, found)), None)

    def just_told(self, walk: Walk) -> Question | None:
        """The question that was answered in words by what happened last; None where something else did."""
        newest = next(reversed(self._service.changes(walk)), None)
        found = self._service.script_of(walk).question(newest.detail.get("question", "")) if newest else None
        told = newest is not None and newest.kind in _TOLD and not newest.is_undone
        return found if found is not None and told and self._is_told(walk, found) else None

    def joined(self, walk: Walk, question: Question, text: str, act: Act) -> Result:
        """Words that are plainly more of an answer."""
        return self._service.answer(walk.id, text, act=act, question=question.id)

    def _add(self, pressed: Pressed, member: Member, walk: Walk, more: Sequence[str]) -> Reply:
        question, text = self._question(walk, more), ":".join(more[1:])
        if question is None or not text:
            return aside(Message("walk-refused-no-question"))
        known = walk.answer(question.id)
        said = (Said(Message("walk-added")),)
        if known is not None and any(part.words == text for part in known.parts):
            return self._drawing.standing(walk, member, said=said)
        result = self.joined(walk, question, text, self._doors.act(pressed, member))
        return self._answering.pressed(result, member, said=said)

    def _replace(self, pressed: Pressed, member: Member, walk: Walk, more: Sequence[str]) -> Reply:
        question, text = self._question(walk, more), ":".join(more[1:])
        if question is None or not text:
            return aside(Message("walk-refused-no-question"))
        result = self._service.correct(walk.id, question.id, text, act=self._doors.act(pressed, member))
        return self._answering.pressed(result, member, said=(Said(Message("walk-sheet-corrected")),))

    def _form(self, _pressed: Pressed, _member: Member, walk: Walk, more: Sequence[str]) -> Reply:
        return self._add_form(walk, ":".join(more))

    def _add_form(self, walk: Walk, text: str, why: Message | None = None) -> Reply:
        told = [one for one in self._service.script_of(walk).questions if self._is_told(walk, one)]
        last = self.last_told(walk)
        fields = (
            Field(
                name=forms.QUESTION,
                label=Message("walk-field-add-to"),
                kind="choice",
                choices=tuple(Choice(one.id, label(one.fills)) for one in told),
                initial=last.id if last else "",
            ),
            Field(name=forms.WORDS, label=Message("walk-field-add"), kind="lines", initial=text, longest=3_000),
        )
        submit = Offer(actions.WALK_ADD_SEND, walk.id, Message("walk-submit-add"), is_main=True)
        return forms.form(Message("walk-add-title"), fields=fields, submit=submit, why=why)

    def _send(self, pressed: Pressed, member: Member, walk: Walk, _more: Sequence[str]) -> Reply:
        question = self._question(walk, [pressed.values.get(forms.QUESTION, "")])
        text = pressed.values.get(forms.WORDS, "")
        if question is None:
            return self._add_form(walk, text, Message("walk-refused-no-question"))
        result = self.joined(walk, question, text, self._doors.act(pressed, member))
        if isinstance(result, Refused):
            return self._add_form(walk, text, result.message)
        behind = self._drawing.standing(result.walk, member, said=(Said(Message("walk-added")),))
        return forms.done(Message("walk-add-title"), Message("walk-added"), behind)

    def _question(self, walk: Walk, more: Sequence[str]) -> Question | None:
        found = self._service.script_of(walk).question(more[0] if more else "")
        return found if found is not None and self._is_told(walk, found) else None

    def _is_told(self, walk: Walk, question: Question) -> bool:
        known = walk.answer(question.id)
        return known is not None and bool(known.parts) and question.kind in ("line", "lines")


def fits(text: str) -> bool:
    """Can a button carry it?"""
    return len(text) <= MOST_IN_BUTTON
