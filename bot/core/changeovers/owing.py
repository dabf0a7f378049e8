"""The kinds of messages that a changeover owes, and when two of them are the same one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.core.changeovers.models import Changeover, State
from bot.core.owed import Owed
from bot.core.people import Directory, Member, Role

ASKED = "changeover_asked"
REMINDER = "changeover_reminder"
WITHDRAWN = "changeover_withdrawn"
ANSWERED = "changeover_answered"
"""To who asked: accepted, declined, not answered."""
MOVED = "changeover_moved"
"""To the receiver: it is theirs now, with the pack."""
RETURNED = "changeover_returned"
FIRM_TOLD = "roster_coordinator"
"""To a firm's people: who looks after them now. Said by membership (bot/core/membership/roster/telling.py)."""
ONCE = "once"


def to(person: Member | None, kind: str, one: Changeover, occurrence: str = ONCE) -> list[Owed]:
    """To somebody; nothing where they cannot be reached."""
    if person is None or not person.address or person.has_left:
        return []
    return [Owed(kind=kind, subject_id=one.id, occurrence=occurrence, person=person.address)]


def answered(one: Changeover, state: State, directory: Directory) -> list[Owed]:
    """To who asked, and to whose it is where an admin asked for them, for each answer once."""
    people = dict.fromkeys((one.started_by, one.giver_id))
    return [owed for id in people for owed in to(directory.by_id(id), ANSWERED, one, f"{state} {id}")]


def firms_told(one: Changeover, company_ids: Iterable[str], directory: Directory) -> Iterator[Owed]:
    """Every member of these firms, once for each time it goes one way."""
    way, told = "back" if one.is_back else "there", set(company_ids)
    occurrence = f"changeover {one.id} {way}"
    # One read of everybody takes less than two hundred of a few.
    for person in directory.people(role=Role.MEMBER) if told else ():
        if person.company is not None and person.company.id in told and person.address and not person.has_left:
            yield Owed(kind=FIRM_TOLD, subject_id=person.id, occurrence=occurrence, person=person.address)
