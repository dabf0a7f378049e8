"""What an admin may not do: say so in one sentence before anything is written."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.membership.cells import email_of, slack_id_of
from bot.core.membership.models import Changes, Snapshot, company_key
from bot.core.messages import Message
from bot.core.people import Company, Member, Role


def after(snapshot: Snapshot, changes: Changes) -> list[Member]:
    """Everybody as they would be."""
    put = {one.id: one for one in changes.people}
    kept = [put.pop(one.id, one) for one in snapshot.people if one.id not in changes.removed]
    return [*kept, *put.values()]


def fault_of(snapshot: Snapshot, changes: Changes) -> Message | None:
    """Why a change cannot be made; None for a good one."""
    everybody = after(snapshot, changes)
    if admins(snapshot.people) and not admins(everybody):
        return Message("roster-last-admin")
    for one in changes.people:
        if (fault := _fault_of_person(one, everybody)) is not None:
            return fault
    keys = [company_key(one.name) for one in snapshot.companies if one.id not in {c.id for c in changes.companies}]
    known = {one.id: company_key(one.name) for one in snapshot.companies}
    for firm in changes.companies:
        key = company_key(firm.name)
        if known.get(firm.id) != key and key in keys:
            return Message("roster-firm-exists", {"name": firm.name})
        if (coordinator := firm.coordinator_id) and not _coordinates(coordinator, everybody, snapshot, firm):
            return Message("roster-no-coordinator")
    return None


def admins(people: Sequence[Member]) -> list[Member]:
    """Those who can look after people now."""
    return [one for one in people if Role.ADMIN in one.roles and not one.has_left]


def unattended(people: Sequence[Member], companies: Sequence[Company]) -> list[Company]:
    """Firms whose coordinator has left, or is none any more."""
    able = {one.id for one in people if Role.COORDINATOR in one.roles and not one.has_left}
    return [one for one in companies if one.coordinator_id is not None and one.coordinator_id not in able]


def alike(people: Sequence[Member], companies: Sequence[Company], company: Company) -> Company | None:
    """Another firm that is written the same but for width, spaces and legal form in short, and that has people."""
    with_people = {one.company.id for one in people if one.company is not None}
    key = company_key(company.name)
    same = [one for one in companies if one.id != company.id and company_key(one.name) == key]
    return next((one for one in same if one.id in with_people), None)


def _coordinates(id: str, everybody: Sequence[Member], snapshot: Snapshot, firm: Company) -> bool:
    """One who was there before stays, so that a firm can be renamed after its coordinator has left."""
    before = next((one for one in snapshot.companies if one.id == firm.id), None)
    if before is not None and before.coordinator_id == id:
        return True
    return any(one.id == id and Role.COORDINATOR in one.roles and not one.has_left for one in everybody)


def _fault_of_person(member: Member, everybody: Sequence[Member]) -> Message | None:
    if not member.email and not member.address:
        return Message("roster-no-key")
    if member.email and email_of(member.email) is None:
        return Message("roster-bad-email")
    if member.address and slack_id_of(member.address) is None:
        return Message("roster-bad-address")
    others = [one for one in everybody if one.id != member.id]
    if twin := next((one for one in others if member.address and one.address == member.address), None):
        return Message("roster-known-already", {"name": twin.name})
    if twin := next((one for one in others if member.email and one.email == member.email), None):
        return Message("roster-known-already", {"name": twin.name})
    if Role.GUEST in member.roles and (len(member.roles) > 1 or member.company is not None):
        return Message("roster-guest-alone")
    if Role.MEMBER in member.roles and member.company is None:
        return Message("roster-member-without-firm")
    return Message("roster-hours") if member.works_from >= member.works_until else None
