"""Who somebody is, and what they may see and do. Nothing else in Minori decides that.

Roles: a guest belongs to no firm and may ask; a member belongs to a firm; a coordinator answers what the guides cannot;
an admin looks after the guides and sees nothing of a firm, unless also a coordinator. One person may have several.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Protocol

from bot.core.messages import Locale


class Role(StrEnum):
    """What somebody is to Minori."""

    GUEST = "guest"
    MEMBER = "member"
    COORDINATOR = "coordinator"
    ADMIN = "admin"


class Sharing(StrEnum):
    """What a firm lets its coordinator see; `UNDECIDED` counts as nothing."""

    UNDECIDED = "undecided"
    NOTHING = "nothing"
    OUTLINE = "outline"
    """Dates, stages and walls; no words and no contacts. What is offered first."""
    WORDS = "words"


@dataclass(frozen=True, kw_only=True, slots=True)
class Company:
    """A firm."""

    id: str
    name: str
    coordinator_id: str | None = None
    sharing: Sharing = Sharing.UNDECIDED
    sharing_asked_at: datetime | None = None
    sharing_by: str | None = None
    sharing_at: datetime | None = None
    trade: str = ""
    """What it does (bot/core/coaching/trades.py), "" until its first value walk asks; examples are chosen by it."""


BY_WORKSPACE = "workspace"
"""Ended somebody's use of Minori by letting them go."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """A person. `address` is how the chat platform knows them ("" before they came); hours are in `time_zone`.

    `works_on` are ISO weekdays, Monday 1. `locale` None: as the chat platform says.
    """

    id: str
    address: str
    name: str
    email: str = ""
    roles: frozenset[Role] = frozenset({Role.GUEST})
    company: Company | None = None
    locale: Locale | None = None
    time_zone: str = "Asia/Tokyo"
    works_from: time = time(9, 0)
    works_until: time = time(17, 30)
    works_on: frozenset[int] = frozenset({1, 2, 3, 4, 5})
    added_by: str = ""
    added_at: datetime | None = None
    welcomed_at: datetime | None = None
    away_until: datetime | None = None
    left_at: datetime | None = None
    leaves_on: date | None = None
    """Their last day, where it is known before."""
    ended_by: str = ""
    """Who ended their use: an admin's id, `BY_WORKSPACE` where they left that; "" where they stopped themselves."""

    @property
    def has_left(self) -> bool:
        """True for somebody who stopped using Minori."""
        return self.left_at is not None

    @property
    def main_role(self) -> Role:
        """The role that decides what is shown first: admin, coordinator, member, guest."""
        return next((role for role in (Role.ADMIN, Role.COORDINATOR, Role.MEMBER) if role in self.roles), Role.GUEST)


class Directory(Protocol):
    """Who there is. Everybody may read it; only membership changes it. Raises StorageError."""

    def by_address(self, address: str) -> Member | None:
        """The person the chat platform knows by this address; None for nobody, and for ""."""
        ...

    def by_id(self, id: str) -> Member | None:
        """The person with this id."""
        ...

    def people(self, *, role: Role | None = None, company_id: str | None = None) -> Sequence[Member]:
        """People by the moment they were added, those who left among them; of a role, of a firm, where that is said."""
        ...

    def company(self, id: str) -> Company | None:
        """The firm with this id."""
        ...

    def companies(self) -> Sequence[Company]:
        """All firms, by name."""
        ...


PUBLIC = "public"
"""The audience of a guide that anybody may read; as well the meaning of naming none."""


ROLE_WORDS: Mapping[Role, tuple[str, ...]] = {
    Role.MEMBER: ("社員", "会員", "member"),
    Role.COORDINATOR: ("コーディネーター", "コーディネータ", "coordinator"),
    Role.ADMIN: ("管理者", "admin", "administrator"),
    Role.GUEST: ("ゲスト", "guest"),
}
"""How people write the roles, in small letters."""
_PUBLIC_WORDS = frozenset({PUBLIC, "公開", "一般", "どなたでも"})


def audience_roles(audience: Collection[str]) -> frozenset[str] | None:
    """The roles that a guide is for; None for anybody. Words that name no role say for whom it was written, and keep
    nobody from reading it."""
    words = {_plain(word) for word in audience}
    roles = frozenset(str(role) for role, written in ROLE_WORDS.items() if words & set(written))
    return roles if roles and not words & _PUBLIC_WORDS else None


def audience_strangers(audience: Collection[str]) -> tuple[str, ...]:
    """The words of an audience that name no role."""
    known = _PUBLIC_WORDS.union(*ROLE_WORDS.values())
    return tuple(word for word in audience if _plain(word) not in known)


def access_answering(member: Member) -> bool:
    """May answer questions that were handed over."""
    return Role.COORDINATOR in member.roles and not member.has_left


def access_assigning(member: Member) -> bool:
    """May say who answers a question that nobody has answered, without being shown its words."""
    return Role.ADMIN in member.roles and not member.has_left


def access_roster(member: Member) -> bool:
    """May look after people and firms: who they are, their roles, who coordinates whom. Nothing that firms wrote."""
    return Role.ADMIN in member.roles and not member.has_left


def access_guides(member: Member) -> bool:
    """May load, publish, roll back and retire guides."""
    return Role.ADMIN in member.roles and not member.has_left


def access_reviewing(member: Member, *, author_id: str = "") -> bool:
    """May look after coordinators' answers among the guides: coordinators and admins; with an `author_id`, may
    publish what that person proposes, which is for somebody else to do."""
    return (access_answering(member) or access_guides(member)) and member.id != author_id


def access_reading(readers: Collection[Member], audience: Collection[str], *, is_bundled: bool) -> bool:
    """May a guide for `audience` be quoted where all of `readers` can read it? Somebody without a firm counts as
    a member for the guides that come with Minori, and for others only where they are public."""
    wanted = audience_roles(audience)
    if wanted is None:
        return True
    return all(_roles_for_reading(reader, is_bundled) & wanted for reader in readers)


def access_company(viewer: Member, company: Company) -> Sharing:
    """How much of a firm somebody may see: all words for its own people, what it chose for its coordinator."""
    if viewer.has_left:
        return Sharing.NOTHING
    if viewer.company is not None and viewer.company.id == company.id:
        return Sharing.WORDS
    is_its_coordinator = Role.COORDINATOR in viewer.roles and company.coordinator_id in (None, viewer.id)
    return company.sharing if is_its_coordinator and company.sharing != Sharing.UNDECIDED else Sharing.NOTHING


def access_company_here(company: Company, present: Sequence[Member] | None) -> bool:
    """May anything of the firm be shown in a conversation of these people? Only where all are of the firm.

    Who is present must be known: None means no.
    """
    return present is not None and all(one.company is not None and one.company.id == company.id for one in present)


def access_encounter(viewer: Member, company: Company | None, own: Collection[str]) -> Sharing:
    """How much of an encounter somebody may see: its firm's people all words; its coordinator what the firm chose.

    `own` are the ids of those whose record it is without a firm: a coordinator's support visit, what a coordinator
    wrote and nobody has confirmed yet, what concerns the support body alone (`company` None).
    """
    if viewer.has_left:
        return Sharing.NOTHING
    if viewer.id in own:
        return Sharing.WORDS
    return access_company(viewer, company) if company is not None else Sharing.NOTHING


def access_encounter_here(
    viewer: Member, company: Company | None, present: Sequence[Member] | None, *, is_direct: bool
) -> bool:
    """May anything of an encounter be shown in this conversation? In the viewer's direct conversation with Minori, and
    where all who read along are of the firm. Who is present must be known: None means no."""
    if is_direct:
        return not viewer.has_left
    return company is not None and access_company_here(company, present)


def access_changing(member: Member, company: Company | None, own: Collection[str]) -> bool:
    """May change the words of an encounter: the firm's own members, and whose record it is (`own`: a coordinator's
    support visit). A coordinator changes no words of a firm."""
    if member.has_left:
        return False
    is_of_firm = company is not None and member.company is not None and member.company.id == company.id
    return member.id in own or (is_of_firm and Role.MEMBER in member.roles)


def access_coordinating(member: Member, company: Company | None) -> bool:
    """Is somebody the coordinator of a firm, or one where the firm has none of its own?"""
    is_coordinator = Role.COORDINATOR in member.roles and not member.has_left
    return is_coordinator and company is not None and company.coordinator_id in (None, member.id)


def access_nudging(member: Member, other_id: str, company: Company | None) -> bool:
    """May make a nudge for somebody without their acceptance: for oneself, and a coordinator for their own firms."""
    return not member.has_left and (member.id == other_id or access_coordinating(member, company))


def access_walk(viewer: Member, company: Company, *, typist_id: str = "") -> bool:
    """May somebody read a value walk of a firm, and go on with it? Its own members; and `typist_id`, the coordinator
    who typed it ("" once the firm has confirmed it, or where nobody did), while they look after the firm."""
    if viewer.has_left:
        return False
    is_of_firm = viewer.company is not None and viewer.company.id == company.id
    types_it = viewer.id == typist_id and access_coordinating(viewer, company)
    return types_it or (is_of_firm and Role.MEMBER in viewer.roles)


def access_walk_here(viewer: Member, company: Company, present: Sequence[Member] | None, *, is_direct: bool) -> bool:
    """May a firm's value walk be held in this conversation? In the viewer's direct conversation with Minori, and where
    all who read along are of the firm. Who is present must be known: None means no."""
    if is_direct:
        return not viewer.has_left
    return access_company_here(company, present)


def access_sharing_choice(member: Member) -> bool:
    """May choose what the firm shares: its own people."""
    return member.company is not None and Role.MEMBER in member.roles and not member.has_left


def access_company_calendar(member: Member, company_id: str) -> bool:
    """May enter the days on which a firm is closed, and those of outside firms that it knows: the firm's own people."""
    return access_sharing_choice(member) and member.company is not None and member.company.id == company_id


def access_leave(member: Member, person_id: str) -> bool:
    """May enter leave of somebody: everybody their own."""
    return member.id == person_id and not member.has_left


def access_general_calendar(member: Member) -> bool:
    """May enter when an outside firm is closed, for whichever firm has to do with it."""
    return Role.COORDINATOR in member.roles and not member.has_left


def access_card(viewer: Member, company: Company, reach: str) -> bool:
    """May somebody see what of a firm's value card reaches so far: "firm" its own people, "coordinator" its coordinator
    as well, "region" every firm's people and every coordinator? Nobody who left, and no guest."""
    if viewer.has_left:
        return False
    if viewer.company is not None and viewer.company.id == company.id:
        return True
    if reach == "region":
        return access_card_search(viewer)
    return reach == "coordinator" and access_coordinating(viewer, company)


def access_card_search(viewer: Member) -> bool:
    """May somebody look for what firms share with the region: a firm's people, and coordinators?"""
    is_of_a_firm = viewer.company is not None and Role.MEMBER in viewer.roles
    return not viewer.has_left and (is_of_a_firm or Role.COORDINATOR in viewer.roles)


def access_card_changing(member: Member, company_id: str) -> bool:
    """May change a value card, share it and delete it: the firm's own members, and nobody else."""
    return access_company_calendar(member, company_id)


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKC", word).strip().lower()


def _roles_for_reading(reader: Member, is_bundled: bool) -> set[str]:
    """Whoever stopped using Minori may have left the house as well, and counts as somebody without a firm."""
    held = {Role.GUEST} if reader.has_left else reader.roles
    roles = {str(role) for role in held}
    return roles | {str(Role.MEMBER)} if is_bundled and Role.GUEST in held else roles
