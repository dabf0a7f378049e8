"""Where an encounter is written down or put right: its fields, and reading them back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.core import actions
from bot.core.meetings.catching.drafts import Draft, reference_of
from bot.core.meetings.chat.fields import Typed, Unread, day_in, form, submit_of, time_in, too_long, words_in
from bot.core.meetings.chat.meeting_choice import is_meeting_in, meeting_field
from bot.core.meetings.models import Kind
from bot.core.messages import MOST_CHOICES, Choice, Field, Message, Part, Reply
from bot.core.people import Member

COMPANY, PERSON, TITLE, EVENT, MET_ON, TOPIC = "company", "person", "title", "event", "met_on", "topic"
STEP, DAY, TIME, KIND, FOR = "step", "day", "time", "kind", "for"
SHORT, LONG = 200, 2_000


def draft_form(
    draft: Draft, *, action: str, title: Message, typed: Typed | None = None, why: Message | None = None
) -> Reply:
    """All that can be said of an encounter. `why` on top of what was typed, where it could not be used."""
    kinds = (_kinds(draft),) if draft.firm_id else ()
    return form(
        title,
        fields=(*kinds, *whom_fields(draft), *where_fields(draft), *step_fields(draft)),
        submit=submit_of(action, _bare(draft), Message("catch-submit")),
        typed=typed,
        why=why,
    )


def for_form(
    draft: Draft,
    members: Sequence[Member],
    *,
    about: Sequence[Part] = (),
    typed: Typed | None = None,
    why: Message | None = None,
) -> Reply:
    """A coordinator writes for somebody of a firm, who confirms it."""
    choices = tuple(Choice(one.id, _named(one)) for one in members[:MOST_CHOICES])
    initial = choices[0].value if len(choices) == 1 else ""
    whom = Field(
        name=FOR,
        label=Message("catch-field-for"),
        kind="choice",
        hint=Message("catch-hint-for"),
        choices=choices,
        initial=initial,
    )
    met = replace(draft, partner="", contact="", title="", met_on=None) if draft.kind == Kind.SUPPORT_VISIT else draft
    return form(
        Message("catch-for-title"),
        about=about,
        fields=(whom, *whom_fields(met), *where_fields(met), *step_fields(met)),
        submit=submit_of(actions.CATCH_FOR_SEND, reference_of(draft), Message("catch-for-submit")),
        typed=typed,
        why=why,
    )


def draft_in(typed: Typed, draft: Draft) -> Draft | Message:
    """The draft with what stands in the fields, or why it cannot be read."""
    why = too_long((*whom_fields(draft), *where_fields(draft), *step_fields(draft)), typed)
    if why is not None:
        return why
    met_on, due_on, due_time = day_in(typed, MET_ON), day_in(typed, DAY), time_in(typed, TIME)
    for one in (met_on, due_on, due_time):
        if isinstance(one, Unread):
            return one.why
    is_visit = typed.get(KIND, str(draft.kind)) == Kind.SUPPORT_VISIT and draft.firm_id is not None
    read = replace(
        draft,
        kind=Kind.SUPPORT_VISIT if is_visit else Kind.MEETING,
        partner=words_in(typed, COMPANY),
        contact=words_in(typed, PERSON),
        title=words_in(typed, TITLE),
        event=words_in(typed, EVENT),
        topic=words_in(typed, TOPIC),
        met_on=None if isinstance(met_on, Unread) else met_on,
        next_step=words_in(typed, STEP),
        due_on=None if isinstance(due_on, Unread) else due_on,
        due_time="" if isinstance(due_time, Unread) else due_time,
        is_meeting=is_meeting_in(typed, words_in(typed, STEP)),
    )
    if (read.due_on or read.due_time) and not read.next_step:
        return Message("catch-step-missing")
    return read


def whom_fields(one: Draft) -> tuple[Field, ...]:
    """Whom."""
    return (
        line(COMPANY, Message("catch-label-company"), one.partner),
        line(PERSON, Message("catch-label-person"), one.contact, hint=Message("catch-hint-person")),
        line(TITLE, Message("catch-label-title"), one.title),
    )


def where_fields(one: Draft) -> tuple[Field, ...]:
    """Where, when, about what."""
    met_on = one.met_on.isoformat() if one.met_on else ""
    return (
        line(EVENT, Message("catch-label-event"), one.event, hint=Message("catch-hint-event")),
        Field(name=MET_ON, label=Message("catch-label-met-on"), kind="date", initial=met_on, is_required=False),
        Field(
            name=TOPIC,
            label=Message("catch-label-topic"),
            kind="lines",
            hint=Message("catch-hint-topic"),
            initial=one.topic,
            is_required=False,
            longest=LONG,
        ),
    )


def step_fields(one: Draft) -> tuple[Field, ...]:
    """What is done next, on which day, at what time; and whether that is a meeting."""
    return (
        line(STEP, Message("catch-label-step"), one.next_step, hint=Message("catch-hint-step")),
        Field(
            name=DAY,
            label=Message("catch-label-day"),
            kind="date",
            initial=one.due_on.isoformat() if one.due_on else "",
            is_required=False,
        ),
        Field(
            name=TIME,
            label=Message("catch-label-time"),
            kind="time",
            initial=one.due_time,
            is_required=False,
        ),
        meeting_field(one.next_step, counts=one.is_meeting),
    )


def line(name: str, label: Message, initial: str, *, hint: Message | None = None) -> Field:
    """A line that may stay empty."""
    return Field(name=name, label=label, hint=hint, initial=initial[:SHORT], is_required=False, longest=SHORT)


def _kinds(draft: Draft) -> Field:
    choices = (
        Choice(str(Kind.SUPPORT_VISIT), Message("catch-kind-visit")),
        Choice(str(Kind.MEETING), Message("catch-kind-meeting")),
    )
    label = Message("catch-field-kind")
    return Field(name=KIND, label=label, kind="choice", choices=choices, initial=str(draft.kind))


def _named(member: Member) -> Message:
    firm = member.company.name if member.company else ""
    return Message("catch-for-choice", {"name": member.name, "company": firm})


def _bare(draft: Draft) -> str:
    """What the fields do not hold."""
    bare = Draft(id=draft.id, by_id=draft.by_id, kind=draft.kind, firm_id=draft.firm_id)
    return reference_of(replace(bare, same_id=draft.same_id, is_other=draft.is_other))
