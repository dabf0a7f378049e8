"""A typed line as a proposal: what was read, and the buttons in which it travels. Nothing is kept before a press."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.core import actions
from bot.core.meetings.catching.drafts import Draft, clipped, reference_of
from bot.core.meetings.catching.models import Likeness
from bot.core.meetings.catching.wording import doubts, facts_of
from bot.core.meetings.chat.wording import Reader
from bot.core.meetings.models import Kind
from bot.core.meetings.parsing.meeting_words import is_meeting
from bot.core.messages import Message, Offer, Part, Reply, Said

LONGEST_QUESTION = 600
"""Characters; a longer text is no question, and is not offered as one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Context:
    """What stands beside a draft: the words as typed ("" where they are not known any more), what to look at, whom it
    may be, and whether a coordinator may write it for somebody of a firm."""

    text: str = ""
    notes: tuple[str, ...] = ()
    likeness: Likeness | None = None
    can_write_for: bool = False


def proposal(draft: Draft, reader: Reader, context: Context) -> Reply:
    """What was read, and what can be done with it."""
    parts: list[Part] = [Said(_opening(draft)), *facts_of(draft, reader), *doubts(context.notes)]
    if clipped(draft) != draft:
        parts.append(Said(Message("catch-clipped")))
    if context.likeness is not None:
        key = "catch-like-firm" if context.likeness.is_firm else "catch-like"
        parts.append(Said(Message(key, {"name": context.likeness.name})))
    if draft.next_step and draft.due_on == reader.today and "" < draft.due_time < reader.hour:
        parts.append(Said(Message("meeting-refused-hour-gone", {"time": draft.due_time})))
    parts.append(Said(Message("catch-not-kept-yet")))
    return Reply(parts=tuple(parts), offers=tuple(_offers(draft, context)))


def dropped(draft: Draft) -> Reply:
    """Not kept, with the way back."""
    back = Offer(actions.CATCH_BACK, reference_of(draft), Message("catch-offer-back"))
    return Reply(parts=(Said(Message("catch-dropped")),), offers=(back,))


def _opening(draft: Draft) -> Message:
    if draft.kind == Kind.SUPPORT_VISIT:
        return Message("catch-proposed-visit")
    return Message("catch-proposed-nobody" if draft.is_empty else "catch-proposed")


def _offers(draft: Draft, context: Context) -> Iterator[Offer]:
    yield from _ways_to_keep(draft, context)
    yield Offer(actions.CATCH_FIX, reference_of(draft), Message("catch-offer-fix"), is_main=draft.is_empty)
    if draft.has_moment and is_meeting(draft.next_step):
        label = Message("catch-offer-no-meeting" if draft.is_meeting else "catch-offer-as-meeting")
        other = replace(draft, is_meeting=not draft.is_meeting)
        yield Offer(actions.CATCH_MEETING, reference_of(other), label)
    if context.can_write_for:
        is_visit = draft.kind == Kind.SUPPORT_VISIT
        label = Message("catch-offer-for-president" if is_visit else "catch-offer-for")
        yield Offer(actions.CATCH_FOR_FORM, reference_of(draft), label)
    yield Offer(actions.CATCH_DROP, reference_of(draft), Message("catch-offer-drop"))
    if 0 < len(context.text) <= LONGEST_QUESTION:
        yield Offer(actions.ASK, context.text, Message("catch-offer-ask"))


def _ways_to_keep(draft: Draft, context: Context) -> Iterator[Offer]:
    if draft.is_empty:
        return
    if draft.firm_id is not None:
        visit, met = replace(draft, kind=Kind.SUPPORT_VISIT), replace(draft, kind=Kind.MEETING)
        yield Offer(actions.CATCH_RECORD, reference_of(visit), Message("catch-offer-visit"), is_main=True)
        yield Offer(actions.CATCH_RECORD, reference_of(met), Message("catch-offer-meeting"))
    elif context.likeness is not None:
        same = replace(draft, same_id=context.likeness.party_id)
        is_firm = context.likeness.is_firm
        label = Message("catch-offer-same-firm" if is_firm else "catch-offer-same")
        yield Offer(actions.CATCH_RECORD, reference_of(same), label, is_main=True)
        label = Message("catch-offer-other-firm" if is_firm else "catch-offer-other")
        other = draft if is_firm else replace(draft, is_other=True)
        yield Offer(actions.CATCH_RECORD, reference_of(other), label)
    else:
        yield Offer(actions.CATCH_RECORD, reference_of(draft), Message("catch-offer-record"), is_main=True)
