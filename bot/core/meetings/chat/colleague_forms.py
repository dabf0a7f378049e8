"""お願いする: to whom, with which word; and what the colleague would like to talk about first."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core import actions
from bot.core.meetings.chat.fields import Typed, form, submit_of
from bot.core.meetings.chat.forms import NOTE, about
from bot.core.meetings.chat.stage_forms import choices_of
from bot.core.meetings.colleague_requests import ColleagueRequest
from bot.core.meetings.models import Encounter
from bot.core.messages import Fact, Field, Headed, Message, Offer, Quoted, Reply, Said
from bot.core.people import Member

TO = "to"


def ask_form(
    encounter: Encounter, others: Sequence[Member], *, typed: Typed | None = None, why: Message | None = None
) -> Reply:
    """A colleague of the same firm, and a word; a sentence where there is nobody."""
    title = Message("meeting-ask-title")
    if not others:
        return Reply(title=title, parts=(*about(encounter), Said(Message("meeting-ask-nobody"))))
    step = encounter.next_step
    fields = (
        Field(name=TO, label=Message("meeting-field-to"), kind="choice", choices=choices_of(others)),
        Field(
            name=NOTE,
            label=Message("meeting-field-ask-note"),
            kind="lines",
            hint=Message("meeting-hint-ask-note"),
            initial=step.text if step else "",
            longest=1_000,
        ),
    )
    return form(
        title,
        about=(*about(encounter), Said(Message("meeting-ask-says"))),
        fields=fields,
        submit=submit_of(actions.MEETING_ASK_SEND, encounter.id, Message("meeting-offer-ask")),
        typed=typed,
        why=why,
    )


def talk_form(
    request: ColleagueRequest, *, asker: str, typed: Typed | None = None, why: Message | None = None
) -> Reply:
    """相談したい: a word of what to talk about; it reaches who asked."""
    field = Field(
        name=NOTE,
        label=Message("meeting-field-talk"),
        kind="lines",
        hint=Message("meeting-hint-talk"),
        is_required=False,
        longest=1_000,
    )
    return form(
        Message("meeting-talk-title"),
        about=(
            Fact(Message("meeting-label-asked-by"), asker),
            Headed(Message("meeting-label-asked")),
            Quoted(request.text),
        ),
        fields=(field,),
        submit=submit_of(actions.MEETING_TALK_SEND, request.id, Message("meeting-submit-send")),
        typed=typed,
        why=why,
    )


def accept(request: ColleagueRequest) -> Offer:
    """できます"""
    return Offer(actions.MEETING_ACCEPT, request.id, Message("meeting-offer-accept"), is_main=True)


def talk(request: ColleagueRequest) -> Offer:
    """相談したい"""
    return Offer(actions.MEETING_TALK_FORM, request.id, Message("meeting-offer-talk"))
