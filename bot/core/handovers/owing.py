"""The kinds of messages that a hand-over owes, and when two of them are the same one."""

from __future__ import annotations

from bot.core.handovers.models import HandOver, Turn
from bot.core.owed import Owed
from bot.core.people import Member

NOTICE = "handover_notice"
REMINDER = "handover_reminder"
REPLY = "handover_reply"
WITHDRAWN = "handover_withdrawn"
QUEUE = "handover_queue"
ANSWER = "handover_answer"
ASK_BACK = "handover_ask_back"
MOVED = "handover_moved"

TO_OWNER = frozenset({NOTICE, REMINDER, REPLY})
"""Under these the coordinator types an answer."""


def notice(handover: HandOver, owner: Member) -> Owed:
    """To a new owner: please answer."""
    return _to(owner, NOTICE, handover, str(handover.passed_on))


def reminder(handover: HandOver, owner: Member) -> Owed:
    """To an owner past the date. One for each date."""
    by = f"{handover.reply_by:%Y%m%dT%H%MZ}" if handover.reply_by else ""
    return _to(owner, REMINDER, handover, f"{handover.passed_on}-{by}")


def reply(handover: HandOver, owner: Member, turn: Turn) -> Owed:
    """To the owner: what the asker says to what was asked back."""
    return _to(owner, REPLY, handover, turn.id)


def withdrawn(handover: HandOver, owner: Member) -> Owed:
    """To the owner: there is nothing to do any more."""
    return _to(owner, WITHDRAWN, handover, "once")


def queue(handover: HandOver, admin: Member, why: str) -> Owed:
    """To an admin: nobody answers this."""
    return _to(admin, QUEUE, handover, f"{why}-{handover.passed_on}-{admin.id}")


def to_asker(kind: str, handover: HandOver, turn: Turn) -> list[Owed]:
    """Where the question was asked; nothing where that was no chat."""
    if not handover.can_be_told:
        return []
    place = {"conversation": handover.conversation, "thread": handover.thread}
    return [Owed(kind=kind, subject_id=handover.id, occurrence=turn.id, **place)]


def _to(person: Member, kind: str, handover: HandOver, occurrence: str) -> Owed:
    return Owed(kind=kind, subject_id=handover.id, occurrence=occurrence, person=person.address)
