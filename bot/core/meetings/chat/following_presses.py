"""Presses before and after a meeting: goal, outcome, contact, next step, done, later."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from bot.core import actions
from bot.core.meetings.chat import forms
from bot.core.meetings.chat.buttons import BEFORE, BESIDE, meeting_day
from bot.core.meetings.chat.cards import Cards
from bot.core.meetings.chat.doors import Doors, Handler
from bot.core.meetings.chat.fields import Typed, Unread, day_in, time_in, words_in
from bot.core.meetings.chat.meeting_choice import is_meeting_in
from bot.core.meetings.chat.offered_days import days_before, later_days
from bot.core.meetings.chat.ports import Advice, ValueCards
from bot.core.meetings.chat.replying import Replying
from bot.core.meetings.given import StepGiven
from bot.core.meetings.models import Encounter, Outcome
from bot.core.meetings.ports import Calendars
from bot.core.meetings.service import MeetingService
from bot.core.messages import Choice, Message, Pressed, Reply, Source
from bot.core.people import Member
from bot.errors import DependencyError


class FollowingPresses:
    """Handlers of what moves an encounter on day by day."""

    def __init__(
        self,
        *,
        service: MeetingService,
        cards: Cards,
        doors: Doors,
        calendars: Calendars,
        advice: Advice,
        value_cards: ValueCards,
    ) -> None:
        self._service, self._cards, self._doors = service, cards, doors
        self._calendars, self._advice, self._value_cards = calendars, advice, value_cards
        self._replying = Replying(cards)

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        doors = self._doors
        return {
            actions.MEETING_PREPARE_FORM: doors.changed(self._prepare_form),
            actions.MEETING_PREPARE_SEND: doors.changed(self._prepare_send),
            actions.MEETING_OUTCOME_FORM: doors.changed(self._outcome_form),
            actions.MEETING_OUTCOME_SEND: doors.changed(self._outcome_send),
            actions.MEETING_CONTACT_FORM: doors.contacted(self._contact_form),
            actions.MEETING_CONTACT_SEND: doors.contacted(self._contact_send),
            actions.MEETING_STEP_FORM: doors.changed(self._step_form),
            actions.MEETING_STEP_SEND: doors.changed(self._step_send),
            actions.MEETING_DONE: doors.changed(self._done),
            actions.MEETING_LATER_FORM: doors.changed(self._later_form),
            actions.MEETING_LATER_SEND: doors.changed(self._later_send),
        }

    def _prepare_form(
        self, pressed: Pressed, member: Member, encounter: Encounter, why: Message | None = None
    ) -> Reply:
        asked, typed = _question_for(member), _typed(pressed, why)
        advice, card = self._advised(asked, member), self._value_cards(member)
        return forms.prepare_form(encounter, advice=advice, asked=asked, card=card, typed=typed, why=why)

    def _advised(self, question: str, member: Member) -> Source | None:
        """Preparing a meeting does not wait for the guides: where they cannot be read, there is no citation."""
        try:
            return self._advice(question, [member])
        except DependencyError:
            return None

    def _prepare_send(self, pressed: Pressed, member: Member, encounter: Encounter) -> Reply:
        goal = words_in(pressed.values, forms.GOAL)
        question, bring = words_in(pressed.values, forms.QUESTION), words_in(pressed.values, forms.BRING)
        if not goal and not question and not bring:
            return self._prepare_form(pressed, member, encounter, Message("meeting-write-something"))
        result = self._service.prepare(encounter.id, by=member, goal=goal, question=question, bring=bring)
        title = Message("meeting-prepare-title")
        again = partial(self._prepare_form, pressed, member, encounter)
        return self._replying.sent(result, member, title=title, again=again)

    def _outcome_form(
        self, pressed: Pressed, member: Member, encounter: Encounter, why: Message | None = None
    ) -> Reply:
        return forms.outcome_form(encounter, typed=_typed(pressed, why), why=why)

    def _outcome_send(self, pressed: Pressed, member: Member, encounter: Encounter) -> Reply:
        again = partial(self._outcome_form, pressed, member, encounter)
        outcome = next((one for one in Outcome if str(one) == pressed.values.get(forms.OUTCOME)), None)
        if outcome is None:
            return again(Message("meeting-choose-outcome"))
        step = _step_of(pressed.values)
        if isinstance(step, Unread):
            return again(step.why)
        if step is None and _has_day_of_its_own(pressed.values, encounter):
            return again(Message("meeting-write-step"))
        learned = words_in(pressed.values, forms.LEARNED)
        result = self._service.outcome(encounter.id, outcome, by=member, learned=learned, next_step=step)
        return self._replying.sent(result, member, title=Message("meeting-outcome-title"), again=again)

    def _contact_form(
        self, pressed: Pressed, member: Member, encounter: Encounter, why: Message | None = None
    ) -> Reply:
        reader = self._cards.view(encounter, member).reader
        return forms.contact_form(
            encounter, reader, is_named=self._is_shown(member, encounter), typed=_typed(pressed, why), why=why
        )

    def _contact_send(self, pressed: Pressed, member: Member, encounter: Encounter) -> Reply:
        again = partial(self._contact_form, pressed, member, encounter)
        day = day_in(pressed.values, forms.DAY)
        if isinstance(day, Unread):
            return again(day.why)
        on = day or self._cards.view(encounter, member).reader.today
        what, note = words_in(pressed.values, forms.WHAT), words_in(pressed.values, forms.NOTE)
        result = self._service.contact(encounter.id, by=member, on=on, what=what, note=note)
        return self._replying.sent(result, member, title=Message("meeting-contact-title"), again=again)

    def _is_shown(self, member: Member, encounter: Encounter) -> bool:
        return self._doors.sees_words(member, encounter)

    def _step_form(self, pressed: Pressed, member: Member, encounter: Encounter, why: Message | None = None) -> Reply:
        return forms.step_form(encounter, typed=_typed(pressed, why), why=why)

    def _step_send(self, pressed: Pressed, member: Member, encounter: Encounter) -> Reply:
        again = partial(self._step_form, pressed, member, encounter)
        step = _step_of(pressed.values)
        if isinstance(step, Unread):
            return again(step.why)
        if step is None:
            return again(Message("meeting-write-step"))
        has_step = encounter.next_step is not None
        title = Message("meeting-set-time-title" if has_step else "meeting-first-step-title")
        result = self._service.set_step(encounter.id, step, by=member)
        return self._replying.sent(result, member, title=title, again=again)

    def _done(self, pressed: Pressed, member: Member, encounter: Encounter) -> Reply:
        """`id:version`: the step that was shown is the one that is done."""
        _, _, version = pressed.reference.partition(":")
        seen = int(version) if version.isdecimal() else 0
        return self._replying.pressed(self._service.step_done(encounter.id, by=member, seen=seen), member)

    def _later_form(self, pressed: Pressed, member: Member, encounter: Encounter, why: Message | None = None) -> Reply:
        of = _put_off(pressed)
        days = self._later_days(encounter, member, is_before=of == BEFORE)
        return forms.later_form(encounter, days, of=of, typed=_typed(pressed, why), why=why)

    def _later_days(self, encounter: Encounter, member: Member, *, is_before: bool) -> tuple[Choice, ...]:
        """Days on which whoever is reminded of it works; of what is asked before a meeting, none after it."""
        reader, step = self._cards.view(encounter, member).reader, encounter.next_step
        days = later_days(reader.today, step.owner_id if step else encounter.owner_id, self._calendars)
        if is_before:
            days = days_before(days, meeting_day(encounter, reader))
        return tuple(Choice(day.isoformat(), Message(key, {"day": reader.day(day)})) for day, key in days)

    def _later_send(self, pressed: Pressed, member: Member, encounter: Encounter) -> Reply:
        again = partial(self._later_form, pressed, member, encounter)
        until = chosen_day(pressed.values)
        if isinstance(until, Message):
            return again(until)
        result = self._service.postpone(encounter.id, until, by=member, keeps_step=_put_off(pressed) != "")
        return self._replying.sent(result, member, title=Message("meeting-later-title"), again=again)


def _put_off(pressed: Pressed) -> str:
    """BESIDE or BEFORE where something else than the next step is put off."""
    of = pressed.reference.partition(":")[2]
    return of if of in (BESIDE, BEFORE) else ""


def chosen_day(typed: Typed) -> date | Message:
    """The day of a choice of days with a field for another; or why there is none."""
    when = typed.get(forms.WHEN, "")
    name = forms.DAY if when in ("", forms.DAY) else forms.WHEN
    day = day_in({forms.DAY: typed.get(forms.DAY, ""), forms.WHEN: when}, name)
    if isinstance(day, Unread):
        return day.why
    return day or Message("meeting-choose-day")


def _step_of(typed: Typed) -> StepGiven | Unread | None:
    """The step in the fields of a form; None where nothing is written."""
    day, at, text = day_in(typed, forms.DAY), time_in(typed, forms.TIME), words_in(typed, forms.STEP)
    if isinstance(day, Unread):
        return day
    if isinstance(at, Unread):
        return at
    counts = is_meeting_in(typed, text)
    return StepGiven(text=text, due_on=day, due_time=at, is_meeting=counts) if text else None


def _has_day_of_its_own(typed: Typed, encounter: Encounter) -> bool:
    """Was a day or a time filled in that is not that of the step on record?"""
    step = encounter.next_step
    known = (step.due_on if step else None, step.due_time if step else "")
    day, at = day_in(typed, forms.DAY), time_in(typed, forms.TIME)
    return bool(day or at) and (day, at) != known


def _typed(pressed: Pressed, why: Message | None) -> Typed | None:
    """What was typed, where the form comes again."""
    return pressed.values if why else None


def _question_for(member: Member) -> str:
    return _QUESTIONS[member.locale or "ja"]


_QUESTIONS = {
    "ja": "出会いの前に、目的と聞くことと持ち物をどう決めればいいですか",
    "en": "What should I decide before a meeting?",
}
