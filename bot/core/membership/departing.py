"""Somebody's use of Minori is ended: by an admin, or because they left the workspace.

Nothing is erased: they did not ask for it. They are refused from then on, and what they looked after is offered to
others. The firms of a coordinator are offered here; what else was theirs is told to `on_departure`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from bot.core import actions
from bot.core.clock import Clock
from bot.core.membership.models import Changes, Snapshot
from bot.core.membership.ports import PeopleStore, TakesOver
from bot.core.membership.roster.changing import audited
from bot.core.membership.roster.rules import admins
from bot.core.messages import PAGE, Item, Message, Offer, Part, Pressed, Reply, Said
from bot.core.owed import Addressed, Composer, Owed
from bot.core.people import BY_WORKSPACE, Company, Member, Role
from bot.core.reactions import Handler

FIRMS_OFFERED = "firms_offered"
ADMINS_GONE = "admins_gone"
ALL = "all"
_ENDED, _BACK = "ended", "resumed"


class Departing:
    """Everything raises StorageError. `on_departure` may be told twice of the same person and does it once."""

    def __init__(
        self,
        *,
        people: PeopleStore,
        clock: Clock,
        on_departure: Callable[[Member], object],
        takes_over: TakesOver,
        new_id: Callable[[], str],
    ) -> None:
        self._people, self._clock, self._on_departure, self._new_id = people, clock, on_departure, new_id
        self._takes_over = takes_over
        self.handlers: Mapping[str, Handler] = {actions.FIRM_TAKE: self._take}
        """What to do for each action of ours."""
        self.composers: Mapping[str, Composer] = {FIRMS_OFFERED: self._composed, ADMINS_GONE: self._without_admins}
        """What to say for each kind of message owed."""

    def end(self, person: Member, *, by: Member) -> Message | None:
        """An admin ends somebody's use. Returns why not: the last admin stays."""
        if not [one for one in admins(self._people.people()) if one.id != person.id]:
            return Message("roster-last-admin")
        self._depart(person, by.id)
        return None

    def left_workspace(self, address: str) -> bool:
        """Somebody was deactivated. False for who is not known, or had gone already."""
        person = self._people.by_address(address)
        return self._depart(person, BY_WORKSPACE) if person is not None else False

    def came_back(self, address: str) -> bool:
        """Somebody was let in again whom nobody but the workspace had let go."""
        person = self._people.by_address(address)
        is_theirs = person is not None and person.ended_by == BY_WORKSPACE
        return self.bring_back(person, by_id="") if is_theirs and person is not None else False

    def bring_back(self, person: Member, *, by_id: str) -> bool:
        """They may use Minori again; what others took over meanwhile stays with these."""

        def decide(snapshot: Snapshot) -> Changes:
            one = _of(snapshot, person.id)
            if one is None or not one.has_left:
                return Changes()
            line = audited(self._clock.now(), by_id, _BACK, "person", one.id, _firm_of(one), self._new_id())
            return Changes(people=(replace(one, left_at=None, ended_by=""),), audited=(line,))

        return bool(self._people.change(decide).people)

    def _depart(self, person: Member, by: str) -> bool:
        if person.ended_by:
            return False
        # Before the mark: after a fall in between it is all done again, and each of it once.
        self._on_departure(person)
        now = self._clock.now()

        def decide(snapshot: Snapshot) -> Changes:
            one = _of(snapshot, person.id)
            if one is None or one.ended_by:
                return Changes()
            by_id = "" if by == BY_WORKSPACE else by
            line = audited(now, by_id, _ENDED, "person", one.id, _firm_of(one), self._new_id())
            gone = replace(one, left_at=one.left_at or now, ended_by=by)
            return Changes(
                people=(gone,),
                audited=(line,),
                owed=(*_offered(one, snapshot, now.isoformat()), *_without_admins(one, snapshot, now.isoformat())),
            )

        return bool(self._people.change(decide).people)

    def _composed(self, owed: Owed) -> Addressed | None:
        """One message with a press for each firm; None where others have taken them all over by then."""
        member, gone = self._people.by_address(owed.person), self._people.by_id(owed.subject_id)
        if member is None or gone is None or not _may_take(member):
            return None
        firms = self._firms_of(gone)
        return Addressed(reply=_offer(gone, firms, member), locale=member.locale or "ja") if firms else None

    def _without_admins(self, owed: Owed) -> Addressed | None:
        """To coordinators: nobody looks after people and firms any more; nothing where somebody does by then."""
        member = self._people.by_address(owed.person)
        if member is None or not _may_take(member) or admins(self._people.people()):
            return None
        parts = (Said(Message("roster-admins-gone")), Said(Message("roster-admins-gone-how")))
        return Addressed(reply=Reply(parts=parts), locale=member.locale or "ja")

    def _firms_of(self, gone: Member) -> list[Company]:
        return [one for one in self._people.companies() if one.coordinator_id == gone.id] if gone.has_left else []

    def _take(self, pressed: Pressed, member: Member) -> Reply:
        """Look after a firm, or all that are left, whose coordinator is gone; the first who presses has it."""
        if Role.COORDINATOR not in member.roles or member.has_left:
            return Reply(parts=(Said(Message("roster-not-yours")),), is_aside=True)
        gone_id, _, wanted = pressed.reference.partition(":")
        gone = self._people.by_id(gone_id)
        free = self._firms_of(gone) if gone else []
        ids = [one.id for one in free if wanted in (ALL, one.id)]
        theirs = set(self._takes_over(gone, ids, by=member)) if gone and ids else set[str]()
        taken = [one for one in free if one.id in theirs]
        # What is still on its way has not left the list of whoever is gone.
        left = [one for one in self._firms_of(gone) if one.id not in theirs] if gone else []
        said = [Said(Message("roster-taken", {"company": one.name})) for one in taken[:PAGE]]
        if len(taken) > PAGE:
            said.append(Said(Message("roster-taken-more", {"count": len(taken) - PAGE})))
        if not taken:
            said.append(self._taken_by(wanted, member))
        if gone is None or not left:
            return Reply(parts=tuple(said))
        reply = _offer(gone, left, member)
        return replace(reply, parts=(*said, *reply.parts))

    def _taken_by(self, company_id: str, member: Member) -> Said:
        company = self._people.company(company_id)
        found = self._people.by_id(company.coordinator_id) if company and company.coordinator_id else None
        holder = None if found is None or (found.has_left and found.id != member.id) else found
        if company is not None and holder is not None and holder.id == member.id:
            return Said(Message("roster-taken", {"company": company.name}))
        return Said(Message("roster-taken-already", {"name": holder.name if holder else "none"}))


def _offered(gone: Member, snapshot: Snapshot, once: str) -> Iterator[Owed]:
    """To every coordinator, and to admins, who see to it that somebody does."""
    if not any(one.coordinator_id == gone.id for one in snapshot.companies):
        return
    for one in snapshot.people:
        if one.id != gone.id and one.address and _may_take(one):
            yield Owed(kind=FIRMS_OFFERED, subject_id=gone.id, occurrence=f"{once} {one.id}", person=one.address)


def _without_admins(gone: Member, snapshot: Snapshot, once: str) -> Iterator[Owed]:
    """Where the last admin goes, which nobody can keep a workspace from, the coordinators are told."""
    if not [one for one in admins(snapshot.people) if one.id == gone.id] or len(admins(snapshot.people)) > 1:
        return
    for one in snapshot.people:
        if one.id != gone.id and one.address and Role.COORDINATOR in one.roles and not one.has_left:
            yield Owed(kind=ADMINS_GONE, subject_id=gone.id, occurrence=f"{once} {one.id}", person=one.address)


def _offer(gone: Member, firms: list[Company], member: Member) -> Reply:
    parts: list[Part] = [Said(Message("roster-offered", {"name": gone.name, "count": len(firms)}))]
    takes = Role.COORDINATOR in member.roles
    for one in firms[:PAGE]:
        take = Offer(actions.FIRM_TAKE, f"{gone.id}:{one.id}", Message("roster-offer-take"))
        choose = Offer(actions.FIRM_FORM, one.id, Message("roster-offer-choose"))
        parts.append(Item(one.name, (), (take,) if takes else (choose,)))
    if len(firms) > PAGE:
        parts.append(Said(Message("roster-offered-more", {"count": len(firms) - PAGE})))
    everything = Offer(actions.FIRM_TAKE, f"{gone.id}:{ALL}", Message("roster-offer-take-all"))
    offers: tuple[Offer, ...] = (everything,) if takes and len(firms) > 1 else ()
    if Role.ADMIN in member.roles:
        # With all that hangs on them, once somebody has accepted.
        offers += (Offer(actions.CHANGEOVER_FORM, f"of:{gone.id}", Message("changeover-offer-gone")),)
    return Reply(parts=tuple(parts), offers=offers)


def _may_take(member: Member) -> bool:
    return bool(member.roles & {Role.COORDINATOR, Role.ADMIN}) and not member.has_left


def _of(snapshot: Snapshot, id: str) -> Member | None:
    return next((one for one in snapshot.people if one.id == id), None)


def _firm_of(member: Member) -> str | None:
    return member.company.id if member.company else None
