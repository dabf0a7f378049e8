"""Use cases of membership: meeting people, welcoming them, taking in a table, what a firm shares, leaving."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import get_args
from uuid import uuid4

from bot.core.actions import LEAVE, REJOIN, SHARE, SHARE_FORM
from bot.core.clock import Clock
from bot.core.membership import replies
from bot.core.membership.first_admin import FirstAdmin
from bot.core.membership.greeting import Greeting
from bot.core.membership.home import home_parts
from bot.core.membership.import_undo import undone, with_undo
from bot.core.membership.importing import ImportPlan, ImportRefused, plan_import
from bot.core.membership.meeting import Met, is_first_admin, meeting, trusted_email
from bot.core.membership.models import (
    CHOICES,
    Changes,
    Erased,
    KeptChange,
    Profile,
    SharingChoice,
    Snapshot,
    is_mere_guest,
    with_role,
)
from bot.core.membership.ports import PeopleStore
from bot.core.membership.roster.rules import admins, after
from bot.core.membership.starters import StartersFile
from bot.core.messages import Locale, Message, Part, Pressed, Reply
from bot.core.owed import Composer
from bot.core.people import Company, Member, Role, Sharing, access_sharing_choice
from bot.errors import UsageError

_LOCALES: tuple[Locale, ...] = get_args(Locale)


class MembershipService:
    """Everything raises StorageError. `first_admin` is an address or an e-mail address, "" for nobody.

    `on_leaving` is called before somebody's records are erased, so that what they asked of others is withdrawn.
    """

    def __init__(
        self,
        *,
        people: PeopleStore,
        clock: Clock,
        starters: StartersFile,
        first_admin: str = "",
        first_word: Callable[[], str] = lambda: "",
        on_leaving: Callable[[Member], object] | None = None,
        new_id: Callable[[], str] = lambda: uuid4().hex,
    ) -> None:
        self._people, self._clock, self._starters = people, clock, starters
        self._first_admin, self._on_leaving, self._new_id = first_admin, on_leaving, new_id
        self.first_admin = FirstAdmin(people=people, word=first_word)
        """Whoever installs becomes the first one, where the settings name nobody."""
        self._greeting = Greeting(people=people, clock=clock, starters=self.starters)
        self.composers: Mapping[str, Composer] = self._greeting.composers()
        """What to say for each kind of message owed."""

    @property
    def handlers(self) -> Mapping[str, Callable[[Pressed, Member], Reply]]:
        """What answers a press, by action."""
        return {SHARE: self.share, SHARE_FORM: self.share_form, LEAVE: self.leave_pressed, REJOIN: self.rejoin_pressed}

    def meet(self, profile: Profile) -> Member:
        """The person of an address. Whoever nobody named becomes a guest; one reading for somebody who is known."""
        known = self._people.by_address(profile.address)
        email = trusted_email(profile)
        namesakes = self._people.by_email(email) if known is None or is_mere_guest(known) else ()
        met = self._met(profile, known, namesakes)
        if met.before is not None and met.after == met.before:
            return met.after

        def decide(snapshot: Snapshot) -> Changes:
            here = next((one for one in snapshot.people if one.address == profile.address), None)
            return self._met(profile, here, snapshot.people).changes

        self._people.change(decide)
        return self._people.by_address(profile.address) or met.after

    def appoint_first_admin(self) -> Member | None:
        """Make an admin of whom the setting names, where they are known already; otherwise they become one when met."""

        def decide(snapshot: Snapshot) -> Changes:
            named = [one for one in snapshot.people if is_first_admin(one, self._first_admin)]
            return Changes(people=tuple(with_role(one, Role.ADMIN) for one in named if Role.ADMIN not in one.roles))

        appointed = self._people.change(decide).people if self._first_admin else ()
        return appointed[0] if appointed else None

    def plan(self, *, text: str, by: str) -> ImportPlan:
        """What taking in a table would change; nothing is written. Raises ImportRefused."""
        return self._plan(text, by, Snapshot(people=self._people.people(), companies=self._people.companies()))

    def bring_in(self, *, text: str, by: str) -> ImportPlan:
        """Take in a table: everything in it, or nothing. Raises ImportRefused."""
        plans: list[ImportPlan] = []

        def decide(snapshot: Snapshot) -> Changes:
            plans.append(self._plan(text, by, snapshot))
            return with_undo(plans[-1], snapshot, by=by, at=self._clock.now(), new_id=self._new_id())

        self._people.change(decide)
        return plans[-1]

    def take_out(self, *, by: str) -> KeptChange:
        """Take back the table that was taken in last, within a day: all of it. Raises UsageError, and then nothing is
        changed."""
        found: list[tuple[KeptChange | None, Message | None]] = []

        def decide(snapshot: Snapshot) -> Changes:
            changes, taken, fault = undone(snapshot, at=self._clock.now(), by=by)
            found[:] = [(taken, fault)]
            return changes

        self._people.change(decide)
        taken, fault = found[0]
        if taken is None:
            raise UsageError(fault.key if fault else "people-undo-none", **dict(fault.arguments if fault else {}))
        return taken

    def greet(self, member: Member, *, locale: Locale) -> int:
        """Owe somebody who talks with us directly the welcome, and the sharing question of their firm, each once.

        Returns how many messages are owed now. `locale`: their language where we know no other.
        """
        return self._greeting.greet(member, locale=locale)

    def choose_sharing(self, *, member: Member, company_id: str, sharing: Sharing) -> Reply:
        """Keep what a firm chose. Choosing the same again changes nothing and says who chose it and when."""
        company = self._own_company(member, company_id)
        if company is None or sharing not in CHOICES:
            return replies.sharing_not_yours()
        choice = SharingChoice(company_id=company.id, sharing=sharing, chosen_by=member.id, chosen_at=self._clock.now())
        self._people.choose_sharing(choice)
        now = self._people.company(company.id) or replace(company, sharing=sharing)
        return replies.sharing_chosen(now, self._name(now.sharing_by))

    def leave(self, *, member: Member) -> Erased | None:
        """Withdraw what a person asked of others, erase their questions and ratings; None for who had left."""
        if member.has_left:
            return None
        if self._on_leaving is not None:
            self._on_leaving(member)
        return self._people.leave(member.id, self._clock.now())

    def rejoin(self, *, member: Member) -> bool:
        """Come back; False for somebody who never left, and for whom others let go."""
        return not member.ended_by and self._people.rejoin(member.id)

    def share(self, pressed: Pressed, member: Member) -> Reply:
        """A choice by button (`firm:choice`), or by form (the firm, the choice among the values)."""
        company_id, _, chosen = pressed.reference.partition(":")
        chosen = pressed.values.get(replies.SHARING_FIELD, chosen)
        sharing = Sharing(chosen) if chosen in list(Sharing) else Sharing.UNDECIDED
        return self.choose_sharing(member=member, company_id=company_id, sharing=sharing)

    def share_form(self, pressed: Pressed, member: Member) -> Reply:
        """The form in which a firm chooses."""
        company = self._own_company(member, pressed.reference)
        return replies.sharing_form(company) if company else replies.sharing_not_yours()

    def leave_pressed(self, pressed: Pressed, member: Member) -> Reply:
        """Leaving by button, confirmed before."""
        return replies.left(self.leave(member=member))

    def rejoin_pressed(self, pressed: Pressed, member: Member) -> Reply:
        """Coming back by button."""
        if member.ended_by:
            return replies.has_left(is_ended=True)
        self.rejoin(member=member)
        return replies.rejoined()

    def has_left(self, member: Member) -> Reply:
        """What somebody who left is told whatever they ask."""
        return replies.has_left(is_ended=bool(member.ended_by))

    def starters(self, member: Member) -> tuple[str, ...]:
        """Three questions to begin with, for the person's role and language."""
        locale = member.locale or _LOCALES[0]
        return tuple(starter.text(locale) for starter in self._starters.roles[member.main_role])

    def home_parts(self, member: Member, *, before_leaving: Sequence[Part] = ()) -> Sequence[Part]:
        """The sections of the person's page that speak of Minori itself; `before_leaving` stands before the last."""
        company = self._people.company(member.company.id) if member.company else None
        parts = home_parts(
            member,
            questions=self.starters(member),
            company=company,
            chosen_by=self._name(company.sharing_by) if company else "",
            before_leaving=before_leaving,
        )
        return tuple(parts)

    def _met(self, profile: Profile, known: Member | None, namesakes: Sequence[Member]) -> Met:
        return meeting(
            profile, known, namesakes, first_admin=self._first_admin, at=self._clock.now(), new_id=self._new_id
        )

    def _plan(self, text: str, by: str, snapshot: Snapshot) -> ImportPlan:
        plan = plan_import(text, snapshot, by=by, at=self._clock.now(), new_id=self._new_id)
        if admins(snapshot.people) and not admins(after(snapshot, plan.changes)):
            raise ImportRefused([Message("roster-last-admin")])
        return plan

    def _own_company(self, member: Member, company_id: str) -> Company | None:
        if member.company is None or member.company.id != company_id or not access_sharing_choice(member):
            return None
        return self._people.company(company_id)

    def _name(self, person_id: str | None) -> str:
        person = self._people.by_id(person_id) if person_id else None
        return person.name if person else ""
