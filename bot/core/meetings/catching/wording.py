"""What several replies of catching share: who it is, what was read, what should be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from bot.core import actions
from bot.core.meetings.catching.drafts import Draft
from bot.core.meetings.catching.models import Card
from bot.core.meetings.chat.wording import Reader
from bot.core.meetings.models import Kind
from bot.core.meetings.parsing import models as notes
from bot.core.messages import Fact, Headed, Message, Part, Reply, Said

NOT_SAID = "—"
_NOTES = {
    notes.WEEKDAY_DISAGREES: Message("catch-note-weekday"),
    notes.NO_SUCH_DAY: Message("catch-note-no-such-day"),
    notes.DAY_NOT_SAID: Message("catch-note-day-not-said"),
    notes.TIME_NOT_SAID: Message("catch-note-time-not-said"),
    notes.AFTERNOON_ASSUMED: Message("catch-note-afternoon"),
    notes.HALF_NOT_SAID: Message("catch-note-half-not-said"),
    notes.SEVERAL_STEPS: Message("catch-note-several-steps"),
    notes.SEVERAL_PEOPLE: Message("catch-note-several-people"),
}


def said(message: Message) -> Reply:
    """A reply of one sentence."""
    return Reply(parts=(Said(message),))


def in_sheet(card: Reply, title: Message) -> Reply:
    """An encounter's card in a sheet, which has a title of its own: whom it is about stands below it."""
    about = (Headed(card.title),) if card.title else ()
    return Reply(title=title, parts=(*about, *card.parts), offers=card.offers)


def told_in_sheet(card: Reply, title: Message) -> Reply:
    """The same where the card itself stands behind the sheet: what was done and the way back, nothing twice."""
    told = tuple(takewhile(lambda part: not isinstance(part, Fact), card.parts))
    undo = tuple(offer for offer in card.offers if offer.action == actions.MEETING_UNDO)
    return replace(in_sheet(replace(card, parts=told, offers=undo), title), behind=card)


def doubts(found: tuple[str, ...]) -> tuple[Part, ...]:
    """What a person should look at before it is kept."""
    return tuple(Said(_NOTES[note]) for note in dict.fromkeys(found) if note in _NOTES)


def facts_of(draft: Draft, reader: Reader) -> Iterator[Part]:
    """What was read, line by line; a dash where it was not said."""
    is_visit = draft.kind == Kind.SUPPORT_VISIT
    yield Fact(Message("catch-label-visited" if is_visit else "catch-label-company"), draft.partner or NOT_SAID)
    yield Fact(Message("catch-label-person"), draft.contact or NOT_SAID)
    yield Fact(Message("catch-label-title"), draft.title or NOT_SAID)
    yield Fact(Message("catch-label-event"), draft.event or NOT_SAID)
    yield Fact(Message("catch-label-met-on"), reader.day(draft.met_on) if draft.met_on else NOT_SAID)
    if draft.topic:
        yield Fact(Message("catch-label-topic"), draft.topic)
    yield Fact(Message("catch-label-step"), draft.next_step or NOT_SAID)
    yield Fact(Message("catch-label-due"), due_of(draft, reader))
    if draft.is_planned_meeting:
        yield Fact(Message("catch-label-meeting"), Message("catch-meeting-counts"))


def due_of(one: Draft | Card, reader: Reader) -> Message | str:
    """On which day and at what time; a dash for neither."""
    if one.due_on is None:
        return one.due_time or NOT_SAID
    day = reader.day(one.due_on)
    return Message("catch-due", {"day": day, "time": one.due_time}) if one.due_time else day
