"""The kinds of messages that an introduction owes, and when two of them are the same one.

What goes to a firm is known by the id of its own side, so that nothing in it leads to the other one.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.introductions.models import Introduction, Part, Side
from bot.core.owed import Owed
from bot.core.people import Member

SOUNDING = "introduction_sounding"
REMINDER = "introduction_reminder"
MADE = "introduction_made"
ANSWERED = "introduction_answered"
TOLD = "introduction_told"
REQUESTED = "introduction_requested"
CLOSED = "introduction_closed"
QUESTION = "introduction_question"
REPLY = "introduction_reply"

ONCE = "once"


def to_firm(kind: str, side: Side, person: Member) -> list[Owed]:
    """To the person who is sounded out; nothing where they cannot be reached."""
    if not person.address or person.has_left:
        return []
    return [Owed(kind=kind, subject_id=side.ask_id, occurrence=ONCE, person=person.address)]


def answered(introduction: Introduction, part: Part, coordinator: Member | None) -> list[Owed]:
    """To the coordinator: what a side answered, each time it is another answer."""
    occurrence = f"{part}-{introduction.side(part).answers}"
    return _to(coordinator, ANSWERED, introduction, occurrence)


def told(introduction: Introduction, coordinators: Sequence[Member]) -> list[Owed]:
    """To the coordinator of each side: both wish it, and know of each other."""
    return [owed for one in coordinators for owed in _to(one, TOLD, introduction, f"{ONCE}-{one.id}")]


def requested(introduction: Introduction, part: Part, coordinator: Member | None) -> list[Owed]:
    """To the coordinator of a side that was not asked: somebody whom another one looks after wishes it."""
    return _to(coordinator, REQUESTED, introduction, str(part))


def closed(introduction: Introduction, part: Part, coordinator: Member | None) -> list[Owed]:
    """To the coordinator: the last day passed without an answer."""
    return _to(coordinator, CLOSED, introduction, str(part))


def question(introduction: Introduction, part: Part, number: int, coordinator: Member | None) -> list[Owed]:
    """To the coordinator: what a side wants to know before it answers."""
    return _to(coordinator, QUESTION, introduction, f"{part}-{number}")


def reply(side: Side, number: int, person: Member) -> list[Owed]:
    """To whoever asked."""
    if not person.address or person.has_left:
        return []
    return [Owed(kind=REPLY, subject_id=side.ask_id, occurrence=str(number), person=person.address)]


def _to(person: Member | None, kind: str, introduction: Introduction, occurrence: str) -> list[Owed]:
    if person is None or not person.address or person.has_left:
        return []
    return [Owed(kind=kind, subject_id=introduction.id, occurrence=occurrence, person=person.address)]
