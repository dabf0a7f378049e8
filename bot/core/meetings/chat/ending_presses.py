"""Presses that end an encounter, let it rest, begin it again, take something back, or confirm it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from bot.core import actions
from bot.core.meetings.chat import correcting_forms, ending_forms
from bot.core.meetings.chat.cards import Cards
from bot.core.meetings.chat.doors import Doors, Handler
from bot.core.meetings.chat.fields import Unread, words_in
from bot.core.meetings.chat.following_presses import chosen_day
from bot.core.meetings.chat.offered_days import sleep_days
from bot.core.meetings.chat.replying import Replying
from bot.core.meetings.chat.wording import aside
from bot.core.meetings.endings import needs_lesson
from bot.core.meetings.models import Encounter, Reason
from bot.core.meetings.ports import Calendars, EncounterStore
from bot.core.meetings.results import Done, Result
from bot.core.meetings.service import MeetingService
from bot.core.messages import Message, Pressed, Reply, Said
from bot.core.people import Member


class EndingPresses:
    """Handlers of endings and of ways back."""

    def __init__(
        self,
        *,
        service: MeetingService,
        store: EncounterStore,
        cards: Cards,
        doors: Doors,
        calendars: Calendars,
        replying: Replying,
    ) -> None:
        self._calendars = calendars
        self._service, self._store, self._cards = service, store, cards
        self._doors, self._replying = doors, replying

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        doors, service = self._doors, self._service
        return {
            actions.MEETING_DECLINE_FORM: doors.changed(self._decline_form),
            actions.MEETING_DECLINE_SEND: doors.changed(self._decline_send),
            actions.MEETING_SLEEP_FORM: doors.changed(self._sleep_form),
            actions.MEETING_SLEEP_SEND: doors.changed(self._sleep_send),
            actions.MEETING_GREETING: doors.changed(self._simply(service.greeting_only)),
            actions.MEETING_ACHIEVE: doors.changed(self._simply(service.achieve)),
            actions.MEETING_REOPEN: doors.changed(self._simply(service.reopen)),
            actions.MEETING_CONFIRM: doors.changed(self._simply(service.confirm)),
            actions.MEETING_REFUSE: doors.changed(self._refuse),
            actions.MEETING_CORRECT_FORM: doors.changed(self._correct_form),
            actions.MEETING_CORRECT_SEND: doors.changed(self._correct_send),
            actions.MEETING_UNDO: self._undo,
            actions.MEETING_SAME: doors.changed(self._same),
        }

    def _simply(self, act: Callable[..., Result]) -> Callable[[Pressed, Member, Encounter], Reply]:
        return lambda _, member, encounter: self._replying.pressed(act(encounter.id, by=member), member)

    def _decline_form(
        self, pressed: Pressed, member: Member, encounter: Encounter, why: Message | None = None
    ) -> Reply:
        return ending_forms.decline_form(encounter, typed=pressed.values if why else None, why=why)

    def _decline_send(self, pressed: Pressed, member: Member, encounter: Encounter) -> Reply:
        again = partial(self._decline_form, pressed, member, encounter)
        reason = next((one for one in Reason if str(one) == pressed.values.get(ending_forms.REASON)), None)
        if reason is None:
            return again(Message("meeting-choose-reason"))
        lesson = words_in(pressed.values, ending_forms.LESSON)
        if needs_lesson(encounter) and not lesson and encounter.is_open:
            return again(Message("meeting-refused-lesson"))
        result = self._service.decline(encounter.id, reason, by=member, lesson=lesson)
        return self._replying.sent(result, member, title=Message("meeting-decline-title"), again=again)

    def _sleep_form(self, pressed: Pressed, member: Member, encounter: Encounter, why: Message | None = None) -> Reply:
        reader = self._cards.view(encounter, member).reader
        days = tuple(sleep_days(reader.today, encounter.owner_id, self._calendars))
        return ending_forms.sleep_form(encounter, reader, days, typed=pressed.values if why else None, why=why)

    def _sleep_send(self, pressed: Pressed, member: Member, encounter: Encounter) -> Reply:
        again = partial(self._sleep_form, pressed, member, encounter)
        wakes_on = chosen_day(pressed.values)
        if isinstance(wakes_on, Message):
            return again(wakes_on)
        result = self._service.sleep(encounter.id, wakes_on, by=member)
        return self._replying.sent(result, member, title=Message("meeting-sleep-title"), again=again)

    def _refuse(self, pressed: Pressed, member: Member, encounter: Encounter) -> Reply:
        """Its words are erased, so that there is no card any more."""
        result = self._service.refuse(encounter.id, by=member)
        if isinstance(result, Done):
            return Reply(parts=(Said(Message("meeting-refused")),))
        return self._replying.refused(result, member)

    def _correct_form(
        self, pressed: Pressed, member: Member, encounter: Encounter, why: Message | None = None
    ) -> Reply:
        return correcting_forms.correct_form(encounter, typed=pressed.values if why else None, why=why)

    def _correct_send(self, pressed: Pressed, member: Member, encounter: Encounter) -> Reply:
        again = partial(self._correct_form, pressed, member, encounter)
        fields = correcting_forms.corrections(pressed.values)
        if isinstance(fields, Unread):
            return again(fields.why)
        if not (fields["partner"] or fields["contact"]):
            return again(Message("meeting-refused-nobody"))
        result = self._service.correct(encounter.id, by=member, **fields)
        return self._replying.sent(result, member, title=Message("meeting-correct-title"), again=again)

    def _same(self, pressed: Pressed, member: Member, encounter: Encounter) -> Reply:
        """`id:party`. The outside party is the one on record under another spelling."""
        _, _, party_id = pressed.reference.partition(":")
        return self._replying.pressed(self._service.merge(encounter.id, party_id, by=member), member)

    def _undo(self, pressed: Pressed, member: Member) -> Reply:
        """Within ten minutes; afterwards a kind word, and the card that shows what can be done instead."""
        change = self._store.change_by_id(pressed.reference)
        encounter = self._store.by_id(change.encounter_id) if change else None
        if change is None or encounter is None or change.by_id != member.id:
            return aside(Message("meeting-not-found"))
        if not self._doors.is_here(member, encounter, pressed.place):
            return aside(Message("meeting-not-here"))
        return self._replying.pressed(self._service.undo(change.id, by=member), member)
