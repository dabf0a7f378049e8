"""Whoever a change concerns is told, once: a role given or taken, another coordinator. Said from what is true then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.core.membership.models import Changes, Edit, Snapshot
from bot.core.membership.ports import PeopleStore
from bot.core.membership.roster.models import COMPANY, PERSON
from bot.core.membership.roster.rules import after
from bot.core.messages import Message, Reply, Said
from bot.core.owed import Addressed, Composer, Owed
from bot.core.people import Member, Role

ROLES, COORDINATOR, FIRMS = "roster_roles", "roster_coordinator", "roster_firms"
_FEW = 10
"""Firms named to their new coordinator in one message."""


def owed_for(edits: Sequence[Edit], change_id: str, snapshot: Snapshot, changes: Changes) -> tuple[Owed, ...]:
    """Who is told of what; nobody who never came, who has left, or who did it (`by` is told by the page)."""
    everybody = {one.id: one for one in after(snapshot, changes) if one.address and not one.has_left}
    found = dict[tuple[str, str], Owed]()
    for kind, person in _concerned(edits, everybody):
        owed = Owed(kind=kind, subject_id=person.id, occurrence=change_id, person=person.address)
        found[kind, person.id] = owed
    return tuple(found.values())


def _concerned(edits: Sequence[Edit], everybody: Mapping[str, Member]) -> Iterator[tuple[str, Member]]:
    for one in edits:
        if one.kind == PERSON and one.field == "roles" and one.before and one.id in everybody:
            yield ROLES, everybody[one.id]
        if one.kind == COMPANY and one.field == "coordinator":
            for person in everybody.values():
                if person.company is not None and person.company.id == one.id and Role.MEMBER in person.roles:
                    yield COORDINATOR, person
            if one.after in everybody:
                yield FIRMS, everybody[one.after]


def composers(people: PeopleStore) -> Mapping[str, Composer]:
    """For each kind of message owed, what says it."""

    def composed(say: str) -> Composer:
        def compose(owed: Owed) -> Addressed | None:
            member = people.by_address(owed.person)
            if member is None or member.has_left:
                return None
            messages = tuple(_MESSAGES[say](member, people))
            said = tuple(Said(one) for one in messages)
            return Addressed(reply=Reply(parts=said), locale=member.locale or "ja") if said else None

        return compose

    return {kind: composed(kind) for kind in _MESSAGES}


def _roles(member: Member, _people: PeopleStore) -> Iterator[Message]:
    yield Message("roster-told-roles")
    for role in Role:
        if role in member.roles:
            yield Message("roster-told-role", {"role": str(role)})


def _coordinator(member: Member, people: PeopleStore) -> Iterator[Message]:
    if member.company is None:
        return
    company = people.company(member.company.id)
    found = people.by_id(company.coordinator_id) if company and company.coordinator_id else None
    name = found.name if found is not None and not found.has_left else "none"
    yield Message("roster-told-coordinator", {"company": member.company.name, "name": name})


def _firms(member: Member, people: PeopleStore) -> Iterator[Message]:
    theirs = [one.name for one in people.companies() if one.coordinator_id == member.id]
    if not theirs or Role.COORDINATOR not in member.roles:
        return
    yield Message("roster-told-firms", {"count": len(theirs)})
    for name in theirs[:_FEW]:
        yield Message("roster-told-firm", {"company": name})
    if len(theirs) > _FEW:
        yield Message("roster-told-more", {"count": len(theirs) - _FEW})


_MESSAGES = {ROLES: _roles, COORDINATOR: _coordinator, FIRMS: _firms}
