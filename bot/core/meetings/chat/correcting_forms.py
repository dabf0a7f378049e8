"""直す: what was written down, to be put right."""

from __future__ import annotations

from bot.core import actions
from bot.core.meetings.chat.fields import Typed, Unread, day_in, form, submit_of, words_in
from bot.core.meetings.given import Corrections
from bot.core.meetings.models import Encounter
from bot.core.messages import Field, Message, Reply

MET_ON = "met_on"


def correct_form(encounter: Encounter, *, typed: Typed | None = None, why: Message | None = None) -> Reply:
    """All that says whom, where and when."""
    met_on = encounter.met_on.isoformat() if encounter.met_on else ""
    fields = (
        _line("partner", Message("meeting-label-partner"), encounter.partner),
        _line("contact", Message("meeting-label-contact"), encounter.contact),
        _line("title", Message("meeting-label-title"), encounter.title),
        _line("event", Message("meeting-label-event"), encounter.event),
        Field(name=MET_ON, label=Message("meeting-label-met-on"), kind="date", initial=met_on, is_required=False),
        _line("topic", Message("meeting-label-topic"), encounter.topic),
    )
    return form(
        Message("meeting-correct-title"),
        fields=fields,
        submit=submit_of(actions.MEETING_CORRECT_SEND, encounter.id, Message("meeting-submit")),
        typed=typed,
        why=why,
    )


def corrections(typed: Typed) -> Corrections | Unread:
    """What the form holds."""
    met_on = day_in(typed, MET_ON)
    if isinstance(met_on, Unread):
        return met_on
    return Corrections(
        partner=words_in(typed, "partner"),
        contact=words_in(typed, "contact"),
        title=words_in(typed, "title"),
        event=words_in(typed, "event"),
        topic=words_in(typed, "topic"),
        met_on=met_on,
    )


def _line(name: str, label: Message, initial: str) -> Field:
    return Field(name=name, label=label, initial=initial, is_required=False, longest=300)
