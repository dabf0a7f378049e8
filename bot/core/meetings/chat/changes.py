"""What a change did, in one sentence: on the card after a press, and line by line in the history."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core import actions
from bot.core.meetings.chat.wording import NO_NAME, Reader, stage_label
from bot.core.meetings.models import Change, ChangeKind, Encounter, Stage, State
from bot.core.meetings.undoing import UNDO_WITHIN
from bot.core.messages import Message, Offer

_LEAVES_OFF = frozenset({ChangeKind.STEP_DONE, ChangeKind.OUTCOME, ChangeKind.STAGE, ChangeKind.NAMED})
_STAGES = {str(stage): stage for stage in Stage}


def fresh(changes: Sequence[Change], reader: Reader) -> Change | None:
    """The last thing that happened, where the reader did it within the last ten minutes."""
    last = changes[-1] if changes else None
    if last is None or last.by_id != reader.id or reader.now - last.at > UNDO_WITHIN:
        return None
    return last


def undo_of(change: Change | None) -> Offer | None:
    """The way to take it back; what was taken back is not brought again."""
    if change is None or change.is_undone or change.kind == ChangeKind.UNDONE:
        return None
    return Offer(actions.MEETING_UNDO, change.id, Message("meeting-offer-undo"))


def done(change: Change, after: Encounter, reader: Reader) -> Message:
    """What somebody has just changed, and what that means for the reminders to come."""
    if change.kind == ChangeKind.STEP_SET and after.next_step is not None:
        if after.next_step.is_meeting:
            return Message("meeting-done-step_set_meeting")
        key = "meeting-done-step_set" if after.next_step.is_complete else "meeting-done-step_set_open"
        return Message(key)
    if change.kind == ChangeKind.STEP_DONE and change.detail.get("next"):
        return Message("meeting-done-step_done_next")
    if change.kind == ChangeKind.CONTACT and change.detail.get("next"):
        return Message("meeting-done-contact_next", {"day": reader.day(after.since)})
    if change.kind in (ChangeKind.CONTACT, ChangeKind.OUTCOME):
        return Message(f"meeting-done-{change.kind}", {"day": reader.day(after.since)})
    if change.kind == ChangeKind.POSTPONED:
        return _postponed(after, reader)
    if change.kind == ChangeKind.SLEPT:
        return Message("meeting-done-slept", {"day": reader.day(after.wakes_on) if after.wakes_on else NO_NAME})
    if change.kind == ChangeKind.STAGE:
        is_back = _is_back(change)
        return Message("meeting-done-stage_back" if is_back else "meeting-done-stage")
    if change.kind == ChangeKind.REQUESTED and change.detail.get("withdrawn"):
        return Message("meeting-done-request_withdrawn")
    return Message(f"meeting-done-{change.kind}")


def _postponed(after: Encounter, reader: Reader) -> Message:
    if after.postponed_until is not None:
        return Message("meeting-done-postponed", {"day": reader.day(after.postponed_until)})
    if after.next_step is not None and after.next_step.due_on is not None:
        return Message("meeting-done-postponed", {"day": reader.day(after.next_step.due_on)})
    return Message("meeting-done-corrected")


def _is_back(change: Change) -> bool:
    before, after = _STAGES.get(change.detail.get("from", "")), _STAGES.get(change.detail.get("to", ""))
    return before is not None and after is not None and after.rank < before.rank


def line(change: Change) -> Message:
    """What happened, for the history. A stage has its name in a line of its own (`stage_of`)."""
    if change.kind == ChangeKind.STAGE and _is_back(change):
        return Message("meeting-history-stage_back")
    if change.kind == ChangeKind.REQUESTED and change.detail.get("withdrawn"):
        return Message("meeting-history-request_withdrawn")
    return Message(f"meeting-history-{change.kind}")


def stage_of(change: Change) -> Message | None:
    """The stage that a change led to."""
    to = _STAGES.get(change.detail.get("to", "")) if change.kind == ChangeKind.STAGE else None
    return stage_label(to) if to is not None else None


def asks_next(change: Change, encounter: Encounter) -> bool:
    """Does the question what follows come with what was just done? A step is done, a meeting has been, or it has gone
    on to another stage or was asked what that takes, and there is no next step yet."""
    return change.kind in _LEAVES_OFF and encounter.state == State.OPEN and encounter.next_step is None
