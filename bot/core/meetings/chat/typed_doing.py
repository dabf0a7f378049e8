"""What the button of a typed line does: the words of the line stay with it, so that a second press does the same."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from bot.core.clock import Clock
from bot.core.meetings.chat import understanding
from bot.core.meetings.chat.doors import Doors
from bot.core.meetings.chat.replying import Replying
from bot.core.meetings.chat.typed_offers import step_in
from bot.core.meetings.chat.wording import aside, reader_of
from bot.core.meetings.given import StepGiven
from bot.core.meetings.models import Encounter, Reason
from bot.core.meetings.ports import EncounterStore
from bot.core.meetings.results import Result
from bot.core.meetings.service import MeetingService
from bot.core.messages import Message, Pressed, Reply
from bot.core.people import Member


class Doing:
    """Does what was understood."""

    def __init__(
        self, *, service: MeetingService, store: EncounterStore, doors: Doors, replying: Replying, clock: Clock
    ) -> None:
        self._service, self._store, self._doors = service, store, doors
        self._replying, self._clock = replying, clock

    def press(self, pressed: Pressed, member: Member) -> Reply:
        """Do what the button says."""
        wish = _wish_of(pressed.reference)
        encounter = self._store.by_id(wish.get("e", ""))
        if encounter is None or not self._doors.may_change(member, encounter):
            return aside(Message("meeting-not-found"))
        if not self._doors.is_here(member, encounter, pressed.place):
            return aside(Message("meeting-not-here"))
        try:
            result = self._done(encounter, wish, member)
        except (KeyError, ValueError):
            # No button of ours says that.
            result = None
        return self._replying.pressed(result, member) if result else aside(Message("meeting-not-found"))

    def _done(self, encounter: Encounter, wish: Mapping[str, str], member: Member) -> Result | None:
        kind, service = wish.get("k"), self._service
        if kind == understanding.DONE:
            return service.step_done(encounter.id, by=member, seen=int(wish.get("v", "0")), next_step=step_in(wish))
        if kind == understanding.STEP:
            step = step_in(wish)
            return service.set_step(encounter.id, step, by=member) if step else None
        if kind == understanding.GREETING:
            return service.greeting_only(encounter.id, by=member)
        if kind == understanding.DECLINE:
            return service.decline(encounter.id, Reason(wish["r"]), by=member)
        if kind == understanding.SLEEP:
            return service.sleep(encounter.id, date.fromisoformat(wish["d"]), by=member)
        if kind == understanding.LATER:
            return self._put_off(encounter, wish, member)
        if kind == understanding.CONTACT:
            on = date.fromisoformat(wish["d"]) if "d" in wish else reader_of(member, self._clock).today
            what = wish.get("w", "")
            return service.contact(encounter.id, by=member, on=on, what=what, next_step=step_in(wish))
        if kind == understanding.ASK:
            to = next((one for one in service.colleagues(encounter) if one.id == wish.get("p")), None)
            return service.request(encounter.id, to, by=member) if to else None
        return None

    def _put_off(self, encounter: Encounter, wish: Mapping[str, str], member: Member) -> Result:
        """With a time, the step moves to that day and time; without one, the day alone changes."""
        day, at, step = date.fromisoformat(wish["d"]), wish.get("t", ""), encounter.next_step
        if at and step is not None:
            given = StepGiven(text=step.text, due_on=day, due_time=at, is_meeting=step.is_meeting)
            return self._service.set_step(encounter.id, given, by=member)
        return self._service.postpone(encounter.id, day, by=member)


def _wish_of(reference: str) -> dict[str, str]:
    try:
        read = json.loads(reference)
    except ValueError:
        return {}
    return {str(key): str(value) for key, value in read.items()} if isinstance(read, dict) else {}
