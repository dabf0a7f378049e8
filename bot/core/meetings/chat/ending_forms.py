"""今回は見送る and 寝かせる: a reason and a lesson, a day to wake up on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.core import actions
from bot.core.meetings.chat.fields import Typed, form, submit_of
from bot.core.meetings.chat.forms import DAY, WHEN, about
from bot.core.meetings.chat.wording import Reader
from bot.core.meetings.endings import needs_lesson
from bot.core.meetings.models import Encounter, Reason
from bot.core.messages import Choice, Field, Message, Reply, Said

REASON, LESSON = "reason", "lesson"
_DEFAULT_MONTHS = 3


def decline_form(encounter: Encounter, *, typed: Typed | None = None, why: Message | None = None) -> Reply:
    """Why it is left for now; from 課題の共有 on, what was learned, in one sentence."""
    reasons = tuple(Choice(str(one), Message(f"meeting-reason-{one}")) for one in Reason)
    fields = [Field(name=REASON, label=Message("meeting-field-reason"), kind="choice", choices=reasons)]
    if needs_lesson(encounter):
        hint = Message("meeting-hint-lesson")
        fields.append(Field(name=LESSON, label=Message("meeting-field-lesson"), hint=hint, longest=300))
    return form(
        Message("meeting-decline-title"),
        about=(*about(encounter), Said(Message("meeting-decline-thanks"))),
        fields=fields,
        submit=submit_of(actions.MEETING_DECLINE_SEND, encounter.id, Message("meeting-offer-decline")),
        typed=typed,
        why=why,
    )


def sleep_form(
    encounter: Encounter,
    reader: Reader,
    days: Sequence[tuple[int, date]],
    *,
    typed: Typed | None = None,
    why: Message | None = None,
) -> Reply:
    """Until when it rests: in some months (`days`), or on another day."""
    choices = tuple(
        Choice(day.isoformat(), Message("meeting-sleep-months", {"months": months, "day": reader.day(day)}))
        for months, day in days
    )
    fields = (
        Field(
            name=WHEN,
            label=Message("meeting-field-wakes"),
            kind="choice",
            choices=(*choices, Choice(DAY, Message("meeting-later-other"))),
            initial=next((day.isoformat() for months, day in days if months == _DEFAULT_MONTHS), DAY),
        ),
        Field(name=DAY, label=Message("meeting-field-later-day"), kind="date", is_required=False),
    )
    return form(
        Message("meeting-sleep-title"),
        about=(*about(encounter), Said(Message("meeting-sleep-says"))),
        fields=fields,
        submit=submit_of(actions.MEETING_SLEEP_SEND, encounter.id, Message("meeting-offer-sleep")),
        typed=typed,
        why=why,
    )
