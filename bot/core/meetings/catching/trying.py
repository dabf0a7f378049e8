"""A small try that was planned elsewhere, made an encounter or the next step of one: what is missing is asked for in
one sheet, the day and the time above all. Nothing is kept before it is sent; twice is once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from bot.core import actions
from bot.core.clock import Clock
from bot.core.meetings.catching import forms
from bot.core.meetings.catching.drafts import Draft, draft_of, reference_of
from bot.core.meetings.catching.ports import EncounterLog, Encounters, TriedAs, Tries
from bot.core.meetings.catching.typed import Typed, may_catch
from bot.core.meetings.catching.wording import in_sheet
from bot.core.meetings.chat.fields import Typed as Values
from bot.core.meetings.chat.fields import Unread, day_in, form, submit_of, time_in, too_long, words_in
from bot.core.meetings.chat.wording import aside, reader_of, who
from bot.core.meetings.given import StepGiven
from bot.core.meetings.models import Encounter, State
from bot.core.meetings.results import Done, Result
from bot.core.messages import Choice, Field, Message, Pressed, Reply, Said, Sentences
from bot.core.people import Member

CAP, WHERE, NEW = "cap", "where", "new"
_TITLE = Message("catch-try-title")
_MOST = 20
"""Encounters to choose from."""
CardOf: TypeAlias = Callable[[Encounter, Member], Reply]


class Trying:
    """Handlers of a small try. Whoever of the firm presses keeps it as their own."""

    def __init__(
        self,
        *,
        encounters: Encounters,
        log: EncounterLog,
        card: CardOf,
        typed: Typed,
        sentences: Sentences,
        clock: Clock,
        tries: Tries,
    ) -> None:
        self._encounters, self._log, self._card, self._tries = encounters, log, card, tries
        self._typed, self._sentences, self._clock = typed, sentences, clock

    def handlers(self) -> Mapping[str, Callable[[Pressed, Member], Reply]]:
        """For each action, what to do."""
        return {actions.CATCH_TRY: self._form, actions.CATCH_TRY_SEND: self._send}

    def _draft(self, pressed: Pressed, member: Member) -> Draft | Reply:
        """The try as the presser's own; or why not."""
        draft = draft_of(pressed.reference)
        if draft is None or not may_catch(member):
            return aside(Message("catch-unreadable" if draft is None else "meeting-refused-guest"))
        if not self._typed.is_here(member, pressed.place):
            return aside(Message("catch-in-private"))
        kept = self._kept_before(draft, member)
        if kept is not None:
            return in_sheet(self._card(kept, member), _TITLE)
        return replace(draft, by_id=member.id)

    def _kept_before(self, draft: Draft, member: Member) -> Encounter | None:
        """What the try became already, a new encounter or the next step of another; None where that was taken back."""
        kept = self._log.by_id(draft.id)
        if kept is not None and kept.state != State.TAKEN_BACK:
            return kept
        encounter_id, change_id = self._tries.became(draft.id, by=member) or ("", "")
        other = self._log.by_id(encounter_id) if encounter_id else None
        if other is None or other.state == State.TAKEN_BACK:
            return None
        is_there = any(one.id == change_id and not one.is_undone for one in self._log.changes(other.id))
        return other if is_there else None

    def _form(self, pressed: Pressed, member: Member) -> Reply:
        draft = self._draft(pressed, member)
        return draft if isinstance(draft, Reply) else self._sheet(draft, member)

    def _sheet(self, draft: Draft, member: Member, *, typed: Values | None = None, why: Message | None = None) -> Reply:
        return form(
            _TITLE,
            about=(Said(Message("catch-try-about")),),
            fields=self._fields(draft, member),
            submit=submit_of(actions.CATCH_TRY_SEND, reference_of(draft), Message("catch-submit")),
            typed=typed,
            why=why,
        )

    def _fields(self, draft: Draft, member: Member) -> tuple[Field, ...]:
        cap = forms.line(CAP, Message("catch-label-cap"), draft.cap, hint=Message("catch-hint-cap"))
        steps = tuple(
            replace(one, is_required=True)
            for one in forms.step_fields(draft)
            if one.name in (forms.STEP, forms.DAY, forms.TIME)
        )
        return (*self._where(draft, member), *forms.whom_fields(draft), *steps, cap)

    def _where(self, draft: Draft, member: Member) -> tuple[Field, ...]:
        """A new encounter, or the next step of one that goes on: of that, where it is with the same side by name."""
        going = self._going(member)
        if not going:
            return ()
        choices = (Choice(NEW, Message("catch-try-new")), *(Choice(one.id, who(one)) for one in going))
        same = next((one.id for one in going if _is_named(one, draft.contact)), NEW)
        return (Field(name=WHERE, label=Message("catch-try-where"), kind="choice", choices=choices, initial=same),)

    def _going(self, member: Member) -> list[Encounter]:
        theirs = self._log.of_owner(member.id, states=(State.OPEN,), limit=_MOST)
        return [one for one in theirs if self._encounters.may_change(member, one)]

    def _send(self, pressed: Pressed, member: Member) -> Reply:
        draft = self._draft(pressed, member)
        if isinstance(draft, Reply):
            return draft
        read = _read(draft, pressed.values, self._fields(draft, member))
        why = read if isinstance(read, Message) else None
        if not isinstance(read, Message):
            result = self._kept(read, pressed.values.get(WHERE, NEW), member)
            if isinstance(result, Done):
                self._keep(read, result, member)
                # The message from which the sheet was opened says what else came of it, and stays as it is.
                return replace(in_sheet(self._card(result.encounter, member), _TITLE), is_aside=True)
            why = result.message
        return self._sheet(draft, member, typed=pressed.values, why=why)

    def _kept(self, draft: Draft, where: str, member: Member) -> Result:
        step = replace(draft, next_step=self._step(draft, member))
        going = next((one for one in self._going(member) if one.id == where), None)
        if going is None:
            return self._encounters.capture(step.given(), by=member)
        given = StepGiven(text=step.next_step, due_on=draft.due_on, due_time=draft.due_time)
        return self._encounters.set_step(going.id, given, by=member)

    def _keep(self, draft: Draft, done: Done, member: Member) -> None:
        """Whoever planned the try knows what became of it, and what was said of it here."""
        encounter, change = done.encounter, done.change
        if change is None or draft.due_on is None:
            return
        named = draft if draft.partner or draft.contact else encounter
        tried = TriedAs(
            try_id=draft.id,
            encounter_id=encounter.id,
            change_id=change.id,
            whom=" ".join(one for one in (named.partner, named.contact) if one),
            on=draft.due_on,
            cap=draft.cap,
        )
        self._tries.keep(tried, by=member)

    def _step(self, draft: Draft, member: Member) -> str:
        """The step with what it may cost at most, so that the limit goes wherever the step goes."""
        if not draft.cap or draft.cap in draft.next_step:
            return draft.next_step
        words = {"step": draft.next_step.rstrip("。. "), "cap": draft.cap}
        return self._sentences.say(Message("catch-try-step", words), locale=reader_of(member, self._clock).locale)


def _is_named(encounter: Encounter, whom: str) -> bool:
    return any(name and name in whom for name in (encounter.contact, encounter.partner))


def _read(draft: Draft, values: Values, fields: tuple[Field, ...]) -> Draft | Message:
    """The try with what stands in the fields, or what is missing."""
    why = too_long(fields, values)
    if why is not None:
        return why
    due_on, due_time = day_in(values, forms.DAY), time_in(values, forms.TIME)
    for one in (due_on, due_time):
        if isinstance(one, Unread):
            return one.why
    partner, contact = words_in(values, forms.COMPANY), words_in(values, forms.PERSON)
    is_new = values.get(WHERE, NEW) in ("", NEW)
    if is_new and not (partner or contact):
        return Message("catch-try-whom")
    if not words_in(values, forms.STEP):
        return Message("catch-step-missing")
    if not due_on or not due_time or isinstance(due_on, Unread) or isinstance(due_time, Unread):
        return Message("catch-try-moment")
    return replace(
        draft,
        partner=partner,
        contact=contact,
        title=words_in(values, forms.TITLE),
        next_step=words_in(values, forms.STEP),
        due_on=due_on,
        due_time=due_time,
        cap=words_in(values, CAP),
    )
