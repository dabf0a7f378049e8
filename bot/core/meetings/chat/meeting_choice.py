"""Whether a next step counts as a meeting: by its words, or as somebody chooses in a form."""

from __future__ import annotations

from bot.core.meetings.chat.fields import Typed
from bot.core.meetings.parsing.meeting_words import is_meeting
from bot.core.messages import Choice, Field, Message

MEETING = "meeting"
BY_WORDS, YES, NO = "words", "yes", "no"


def meeting_field(step: str, *, counts: bool) -> Field:
    """`counts`: the step that is shown is a meeting. What its words say of themselves needs no other choice."""
    chosen = BY_WORDS if counts == is_meeting(step) else YES if counts else NO
    return Field(
        name=MEETING,
        label=Message("meeting-field-is-meeting"),
        kind="choice",
        hint=Message("meeting-hint-is-meeting"),
        choices=(
            Choice(BY_WORDS, Message("meeting-is-meeting-words")),
            Choice(YES, Message("meeting-is-meeting-yes")),
            Choice(NO, Message("meeting-is-meeting-no")),
        ),
        initial=chosen,
    )


def is_meeting_in(typed: Typed, step: str) -> bool:
    """What was chosen in the field; by the words of the step where nothing was."""
    chosen = typed.get(MEETING, BY_WORDS)
    return chosen == YES or (chosen != NO and is_meeting(step))
