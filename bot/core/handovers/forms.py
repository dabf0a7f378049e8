"""Where a coordinator writes: an answer, a question back, a request to somebody else."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.actions import ANSWER_SEND, ASK_BACK_SEND, REFER_SEND
from bot.core.handovers.models import HandOver, Turn
from bot.core.handovers.wording import asked_by, question_of, so_far
from bot.core.messages import MOST_CHOICES, Choice, Field, Message, Offer, Part, Reply, Said
from bot.core.people import Member

TEXT = "text"
TO = "to"
NOTE = "note"
LONGEST = 3_000
"""Characters of an answer."""


def answer_form(handover: HandOver, *, asker: Member | None, turns: Sequence[Turn], is_empty: bool = False) -> Reply:
    """To write the answer; `is_empty` after nothing was written."""
    field = Field(
        name=TEXT,
        label=Message("handover-answer-field"),
        kind="lines",
        hint=Message("handover-answer-hint"),
        longest=LONGEST,
    )
    return Reply(
        title=Message("handover-answer-title"),
        parts=(*_about(handover, asker, turns), *_missing(is_empty), field),
        submit=Offer(ANSWER_SEND, handover.id, Message("handover-answer-submit"), is_main=True),
    )


def ask_back_form(handover: HandOver, *, asker: Member | None, turns: Sequence[Turn], is_empty: bool = False) -> Reply:
    """To write what must be known first; `is_empty` after nothing was written."""
    field = Field(
        name=TEXT,
        label=Message("handover-ask-back-field"),
        kind="lines",
        hint=Message("handover-ask-back-hint"),
        longest=LONGEST,
    )
    return Reply(
        title=Message("handover-ask-back-title"),
        parts=(*_about(handover, asker, turns), *_missing(is_empty), field),
        submit=Offer(ASK_BACK_SEND, handover.id, Message("handover-ask-back-submit"), is_main=True),
    )


def refer_form(handover: HandOver, *, about: Sequence[Part], others: Sequence[Member]) -> Reply:
    """To choose who answers instead; a sentence where there is nobody."""
    title = Message("handover-refer-title")
    if not others:
        return Reply(title=title, parts=(*about, Said(Message("handover-refer-nobody"))))
    choices = tuple(Choice(one.id, one.name) for one in others[:MOST_CHOICES])
    to = Field(name=TO, label=Message("handover-refer-field"), kind="choice", choices=choices)
    note = Field(
        name=NOTE,
        label=Message("handover-refer-note-field"),
        kind="lines",
        hint=Message("handover-refer-note-hint"),
        is_required=False,
        longest=LONGEST,
    )
    submit = Offer(REFER_SEND, handover.id, Message("handover-refer-submit"), is_main=True)
    return Reply(title=title, parts=(*about, to, note), submit=submit)


def _about(handover: HandOver, asker: Member | None, turns: Sequence[Turn]) -> tuple[Part, ...]:
    return (*asked_by(handover, asker), *question_of(handover), *so_far(turns))


def _missing(is_empty: bool) -> tuple[Part, ...]:
    return (Said(Message("handover-write-something")),) if is_empty else ()
