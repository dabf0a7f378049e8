"""Who may hand what to whom, and what of it would change hands. Pure rules, but for the directory they are asked of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from bot.core.changeovers.models import OPEN, Changeover, Reason, What
from bot.core.people import (
    Company,
    Directory,
    Member,
    Role,
    Sharing,
    access_company,
    access_coordinating,
    access_roster,
    access_sharing_choice,
)

SHARED = (Sharing.OUTLINE, Sharing.WORDS)


@dataclass(frozen=True, kw_only=True, slots=True)
class Portfolio:
    """Somebody's firms among some: those that can be handed over now, and those that wait for an answer already."""

    free: tuple[Company, ...]
    taken: tuple[Company, ...] = ()


def firms_of(directory: Directory, giver: Member) -> list[Company]:
    """The firms that somebody looks after by name, by name."""
    return [one for one in directory.companies() if one.coordinator_id == giver.id]


def portfolio(
    directory: Directory, giver: Member, wanted: Collection[str], known: Iterable[Changeover], *, besides: str = ""
) -> Portfolio:
    """`known` are changeovers; the one of the id `besides` takes nothing away from itself."""
    others = [one for one in known if one.what is What.FIRMS and one.state in OPEN and one.id != besides]
    asked = {id for one in others for id in (one.accepted or one.items)}
    theirs = [one for one in firms_of(directory, giver) if one.id in wanted]
    return Portfolio(
        free=tuple(one for one in theirs if one.id not in asked), taken=tuple(one for one in theirs if one.id in asked)
    )


def may_give(by: Member, giver: Member, reason: Reason | None = None) -> bool:
    """May somebody hand over what is this person's? Their own; an admin what was of somebody who has left, and for a
    leave, after which they have it back, the firms of a coordinator."""
    if by.has_left:
        return False
    is_covered = reason is Reason.LEAVE and Role.COORDINATOR in giver.roles
    return by.id == giver.id or (access_roster(by) and (giver.has_left or is_covered))


def may_receive(receiver: Member | None, one: Changeover) -> bool:
    """Can somebody take it over? A coordinator firms, a member of the firm its encounters; not who gives it."""
    if receiver is None or receiver.has_left or not receiver.address or receiver.id == one.giver_id:
        return False
    if one.what is What.FIRMS:
        return Role.COORDINATOR in receiver.roles
    is_of_firm = receiver.company is not None and receiver.company.id == one.company_id
    return is_of_firm and access_sharing_choice(receiver)


def receivers(directory: Directory, giver: Member, what: What) -> Sequence[Member]:
    """Who can be asked, by name."""
    if what is What.FIRMS:
        people = directory.people(role=Role.COORDINATOR)
    else:
        people = directory.people(role=Role.MEMBER, company_id=giver.company.id) if giver.company else ()
    there = [one for one in people if one.id != giver.id and one.address and not one.has_left]
    return sorted(there, key=lambda one: (one.name, one.id))


def seen_by(viewer: Member, firms: Iterable[Company]) -> list[str]:
    """The ids of those of which somebody may be told how much there is: their own firms that share anything."""
    return [one.id for one in firms if access_coordinating(viewer, one) and access_company(viewer, one) in SHARED]


def is_told_in_words(firm: Company | None) -> bool:
    """Do a coordinator's own records of this firm go along? Where it shares its words with its coordinator, the next
    one may read them as well; otherwise they stay with who wrote them."""
    return firm is not None and firm.sharing is Sharing.WORDS


def can_have_back(giver: Member | None, one: Changeover) -> bool:
    """Can who gave it look after it again?"""
    if giver is None:
        return False
    if one.what is What.FIRMS:
        return Role.COORDINATOR in giver.roles and not giver.has_left
    # As any colleague could receive it.
    return may_receive(giver, replace(one, giver_id=one.receiver_id))
