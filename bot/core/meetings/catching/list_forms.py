"""Forms of a list: what holds for all of them, one card put right, how a meeting went."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.core import actions
from bot.core.meetings.catching import forms
from bot.core.meetings.catching.drafts import Draft
from bot.core.meetings.catching.models import Card, CardList
from bot.core.meetings.chat.fields import Typed, Unread, day_in, form, submit_of, time_in, too_long, words_in
from bot.core.meetings.chat.meeting_choice import MEETING
from bot.core.meetings.given import StepGiven
from bot.core.meetings.models import Outcome
from bot.core.messages import Choice, Field, Message, Quoted, Reply, Said

THEN, KEEP, GREETING, WAIT = "then", "keep", "greeting", "wait"
OUTCOME, LEARNED = "outcome", "learned"


def about_form(one: CardList, *, page: str, typed: Typed | None = None, why: Message | None = None) -> Reply:
    """Where and when everybody was met, and the step for all of them."""
    met_on = one.met_on.isoformat() if one.met_on else ""
    step = Draft(id="", by_id="", next_step=one.step, due_on=one.due_on, due_time=one.due_time)
    fields = (
        forms.line(forms.EVENT, Message("catch-label-event"), one.event, hint=Message("catch-hint-event")),
        Field(name=forms.MET_ON, label=Message("catch-label-met-on"), kind="date", initial=met_on, is_required=False),
        # What holds for twenty people is no meeting with one of them.
        *(one for one in forms.step_fields(step) if one.name != MEETING),
    )
    return form(
        Message("catch-about-title"),
        about=(Said(Message("catch-about-how")),),
        fields=fields,
        submit=submit_of(actions.CARDS_ABOUT_SEND, f"{one.id}:{page}", Message("catch-about-submit")),
        typed=typed,
        why=why,
    )


def about_in(typed: Typed, one: CardList, *, today: date) -> CardList | Message:
    """The list, one version later, with what was said for all; or why it cannot be used."""
    why = too_long(about_form(one, page="").parts, typed)
    if why is not None:
        return why
    met_on, due_on, due_time = day_in(typed, forms.MET_ON), day_in(typed, forms.DAY), time_in(typed, forms.TIME)
    for field in (met_on, due_on, due_time):
        if isinstance(field, Unread):
            return field.why
    if isinstance(met_on, date) and met_on > today:
        return Message("meeting-refused-day-to-come")
    if isinstance(due_on, date) and due_on < today:
        return Message("meeting-refused-day-gone")
    return replace(
        one,
        version=one.version + 1,
        event=words_in(typed, forms.EVENT),
        met_on=met_on if isinstance(met_on, date) else None,
        step=words_in(typed, forms.STEP),
        due_on=due_on if isinstance(due_on, date) else None,
        due_time=due_time if isinstance(due_time, str) else "",
    )


def card_form(one: CardList, card: Card, *, typed: Typed | None = None, why: Message | None = None) -> Reply:
    """One card, with what holds for all where it says nothing else, and what is done with it."""
    draft = Draft(
        id="",
        by_id="",
        partner=card.partner,
        contact=card.contact,
        title=card.title,
        event=card.event or one.event,
        topic="" if not card.is_named and not one.is_calendar else card.note,
        met_on=card.met_on or one.met_on,
        next_step=card.next_step or one.step,
        due_on=card.due_on or one.due_on,
        due_time=card.due_time or (one.due_time if card.due_on is None else ""),
        is_meeting=card.is_meeting,
    )
    words = (Quoted(card.note),) if card.note and not card.is_named else ()
    after = () if one.is_calendar else (_then(),)
    where = forms.where_fields(draft)
    fields = (*forms.whom_fields(draft), *after)
    fields += (where[0], where[2]) if one.is_calendar else (*forms.step_fields(draft), *where)
    return form(
        Message("catch-card-title"),
        about=words,
        fields=fields,
        submit=submit_of(actions.CARDS_FIX_SEND, f"{one.id}:{card.number}", Message("catch-submit")),
        typed=typed,
        why=why,
    )


def card_in(typed: Typed, one: CardList, card: Card) -> Card | Message:
    """The card with what stands in the fields, or why it cannot be read."""
    read = forms.draft_in(typed, Draft(id="", by_id=""))
    if isinstance(read, Message):
        return read
    if not (read.partner or read.contact):
        return Message("meeting-refused-nobody")
    changed = replace(
        card,
        partner=read.partner,
        contact=read.contact,
        title=read.title,
        note=read.topic,
        event=read.event,
        likeness=card.likeness if (read.partner, read.contact) == (card.partner, card.contact) else None,
    )
    if one.is_calendar:
        return changed
    return replace(
        changed,
        met_on=read.met_on,
        next_step=read.next_step,
        due_on=read.due_on,
        due_time=read.due_time,
        is_meeting=read.is_meeting,
    )


def outcome_form(one: CardList, card: Card, *, typed: Typed | None = None, why: Message | None = None) -> Reply:
    """How a meeting went, what was learned, what follows; thanks first."""
    choices = tuple(Choice(str(outcome), Message(f"meeting-outcome-{outcome}")) for outcome in Outcome)
    fields = (
        Field(name=OUTCOME, label=Message("catch-field-outcome"), kind="choice", choices=choices),
        Field(name=LEARNED, label=Message("catch-field-learned"), kind="lines", is_required=False),
        *forms.step_fields(Draft(id="", by_id="")),
    )
    return form(
        Message("catch-outcome-title"),
        about=(Said(Message("catch-outcome-thanks")), Quoted(card.note)),
        fields=fields,
        submit=submit_of(actions.CARDS_OUTCOME_SEND, f"{one.id}:{card.number}", Message("catch-submit")),
        typed=typed,
        why=why,
    )


def outcome_in(typed: Typed) -> tuple[Outcome, str, StepGiven | None] | Message:
    """How it went, what was learned, what follows; or why it cannot be read."""
    try:
        outcome = Outcome(typed.get(OUTCOME, ""))
    except ValueError:
        return Message("catch-outcome-choose")
    read = forms.draft_in(typed, Draft(id="", by_id=""))
    if isinstance(read, Message):
        return read
    step = StepGiven(text=read.next_step, due_on=read.due_on, due_time=read.due_time, is_meeting=read.is_meeting)
    return outcome, words_in(typed, LEARNED), step if read.next_step else None


def _then() -> Field:
    choices = (
        Choice(KEEP, Message("catch-then-keep")),
        Choice(GREETING, Message("catch-offer-greeting")),
        Choice(WAIT, Message("catch-then-wait")),
    )
    return Field(name=THEN, label=Message("catch-field-then"), kind="choice", choices=choices, initial=KEEP)
