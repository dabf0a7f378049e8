"""How an encounter is changed: read, decide, compare and set, with what waits for whom from then on.

Every use case gives `_changed` a pure function from the encounter as it is to a `Move`. Where somebody else was quicker
it is asked again of the newer record, so that a decision always rests on what is true.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, tzinfo
from typing import TypeVar
from uuid import UUID, uuid5

from bot.core.audited import Looked, Looks, no_looks
from bot.core.calendars import zone_of
from bot.core.clock import Clock
from bot.core.meetings import owing
from bot.core.meetings.anchors import waiting
from bot.core.meetings.colleague_requests import ColleagueRequest, RequestState
from bot.core.meetings.issues import Issue
from bot.core.meetings.models import Change, Encounter, Kind, State
from bot.core.meetings.moves import Move, done_of, merged, touched
from bot.core.meetings.ports import Calendars, EncounterStore
from bot.core.meetings.results import Done, Refused
from bot.core.messages import Message
from bot.core.people import (
    Company,
    Directory,
    Member,
    Sharing,
    access_changing,
    access_coordinating,
    access_encounter,
)
from bot.core.scheduled import Planner, Scheduled, Waiting

_NAMESPACE = UUID("3b0d6f0a-6f86-5d0e-8f0f-6d2c1f6f4f0e")
_TRIES = 8
"""Two people at the same encounter at the same moment are rare."""

UNANSWERED = frozenset({RequestState.ASKED, RequestState.TALK})
"""Requests that may still be accepted."""

Other = TypeVar("Other")


class Changing:
    """What all use cases share."""

    def __init__(
        self,
        *,
        clock: Clock,
        store: EncounterStore,
        directory: Directory,
        planner: Planner,
        calendars: Calendars,
        looks: Looks = no_looks,
    ) -> None:
        self._clock, self._store, self._directory, self._looks = clock, store, directory, looks
        self._planner, self._calendars = planner, calendars

    def sharing(self, viewer: Member, encounter: Encounter) -> Sharing:
        """How much of it somebody may see. A support visit is its coordinator's own record: the firm's people do not
        read it, and another coordinator of the firm sees as much of it as the firm shares."""
        return _sharing(viewer, encounter, self._company(encounter))

    def looked_at(self, encounter: Encounter, by: Member) -> None:
        """Somebody is shown it: kept where it is another firm's, and not their own record."""
        if by.id not in _own(encounter):
            self._looks(by, action=Looked.SEEN, kind="encounter", id=encounter.id, company_id=encounter.company_id)

    def looked_at_firm(self, company: Company, by: Member) -> None:
        """Somebody is shown how a firm's encounters stand."""
        self._looks(by, action=Looked.SEEN, kind="company", id=company.id, company_id=company.id)

    def may_change(self, member: Member, encounter: Encounter) -> bool:
        """May somebody change it? While it is not confirmed, who is to confirm it alone."""
        return self._refused(member, encounter) is None

    def may_log_contact(self, member: Member, encounter: Encounter) -> bool:
        """May somebody say that there was a contact? Whoever may change it, and the coordinator who sees it."""
        is_theirs = access_coordinating(member, self._company(encounter))
        return self.may_change(member, encounter) or (is_theirs and self.sharing(member, encounter) != Sharing.NOTHING)

    def _changed(
        self,
        id: str,
        by: Member,
        decide: Callable[[Encounter], Move | Other],
        *,
        may: Callable[[Member, Encounter], bool] | None = None,
    ) -> Done | Refused | Other:
        """Change it as `decide` wants; `may` says who may, in the place of `may_change`."""
        for _ in range(_TRIES):
            before = self._store.by_id(id)
            if before is None or before.state == State.TAKEN_BACK:
                return Refused(message=Message("meeting-refused-not-found"))
            refused = self._refused(by, before) if may is None else None
            if refused is not None:
                return refused
            if may is not None and not may(by, before):
                return Refused(message=Message("meeting-refused-not-yours"))
            decided = decide(before)
            if not isinstance(decided, Move):
                return decided
            done = self._stored(before, decided, by)
            if done is not None:
                return done
        return Refused(message=Message("meeting-refused-changed-meanwhile"))

    def _refused(self, member: Member, encounter: Encounter) -> Refused | None:
        """Why somebody may not change it; what they are not to see at all is not there for them."""
        company = self._company(encounter)
        sharing = _sharing(member, encounter, company)
        if sharing == Sharing.NOTHING:
            return Refused(message=Message("meeting-refused-not-found"))
        is_theirs = access_changing(member, company, _own(encounter))
        if encounter.state == State.UNCONFIRMED:
            is_theirs = member.id == encounter.confirm_by
        may = sharing == Sharing.WORDS and is_theirs
        return None if may else Refused(message=Message("meeting-refused-not-yours"))

    def _stored(self, before: Encounter, move: Move, by: Member) -> Done | None:
        """Compare and set; None where somebody else was quicker."""
        issues, requests = self._store.issues(before.id), self._store.requests(before.id)
        move = self._closing(before, move, requests)
        after = replace(move.after, version=before.version + 1, updated_at=self._clock.now())
        detail = move.detail | touched(move.issues, issues, move.requests, requests)
        change = self._change(after, replace(move, detail=detail), by, None if move.forgets else before)
        is_done = self._store.change(
            before,
            after,
            change=change,
            scheduled=self._scheduled(after, merged(issues, move.issues), merged(requests, move.requests)),
            owed=move.owed,
            issues=move.issues,
            requests=move.requests,
            joins=move.joins,
            undoes=move.undoes,
        )
        return done_of(after, change, move) if is_done else None

    def _change(self, after: Encounter, move: Move, by: Member, before: Encounter | None) -> Change:
        """One version of an encounter is one change: the id says both."""
        return Change(
            id=uuid5(_NAMESPACE, f"{after.id} {after.version}").hex,
            encounter_id=after.id,
            kind=move.kind,
            by_id=by.id,
            at=self._clock.now(),
            detail=move.detail,
            before=before,
        )

    def _scheduled(
        self, after: Encounter, issues: Sequence[Issue] = (), requests: Sequence[ColleagueRequest] = ()
    ) -> Sequence[Scheduled]:
        """The nudges to come; none for somebody who has left."""
        return self._planner(self._waits(after, issues, requests))

    def _waits(self, after: Encounter, issues: Sequence[Issue], requests: Sequence[ColleagueRequest]) -> list[Waiting]:
        """What waits for somebody who is there."""
        owner = self._member(after.owner_id)
        # An issue of somebody who has left is its encounter's owner's to be reminded of.
        kept = [replace(one, owner_id=after.owner_id) if self._has_left(one.owner_id) else one for one in issues]
        waits = waiting(after, kept, requests, zone=self._zone(owner))
        others = {one.person_id for one in waits} - {after.owner_id}
        people = [owner, *(self._member(id) for id in others)]
        here = {one.id for one in people if one is not None and not one.has_left}
        return [one for one in waits if one.person_id in here]

    def _closing(self, before: Encounter, move: Move, requests: Sequence[ColleagueRequest]) -> Move:
        """What is closed asks nobody for anything: requests are withdrawn with it, and the colleague is told."""
        waits = [one for one in requests if one.state in UNANSWERED]
        if not waits or before.state != State.OPEN or move.after.state == State.OPEN or move.undoes:
            return move
        withdrawn = [replace(one, state=RequestState.WITHDRAWN, answered_at=self._clock.now()) for one in waits]
        told = before.version + 1
        owed = [
            one
            for request in withdrawn
            for one in owing.about_request(owing.REQUEST_WITHDRAWN, request, self._member(request.to_id), told)
        ]
        return replace(move, requests=(*move.requests, *withdrawn), owed=(*move.owed, *owed))

    def _today(self, member: Member | None) -> date:
        """What day it is where somebody works."""
        return self._clock.now().astimezone(self._zone(member)).date()

    def _hour_gone(self, day: date | None, at: str, member: Member) -> Refused | None:
        """A next step is something to come, to the minute."""
        now = self._clock.now().astimezone(self._zone(member))
        if day != now.date() or not at or at >= f"{now:%H:%M}":
            return None
        return Refused(message=Message("meeting-refused-hour-gone", {"time": at}))

    def _zone(self, member: Member | None) -> tzinfo:
        return zone_of(member.time_zone if member else "Asia/Tokyo")

    def _member(self, id: str | None) -> Member | None:
        return self._directory.by_id(id) if id else None

    def _has_left(self, id: str) -> bool:
        member = self._member(id)
        return member is None or member.has_left

    def _company(self, encounter: Encounter) -> Company | None:
        return self._directory.company(encounter.company_id) if encounter.company_id else None


def _sharing(viewer: Member, encounter: Encounter, company: Company | None) -> Sharing:
    own = _own(encounter)
    is_of_firm = viewer.company is not None and viewer.company.id == encounter.company_id
    is_private = encounter.kind == Kind.SUPPORT_VISIT and is_of_firm and viewer.id not in own
    if encounter.state == State.TAKEN_BACK or is_private:
        return Sharing.NOTHING
    return access_encounter(viewer, company, own)


def _own(encounter: Encounter) -> tuple[str, ...]:
    """Whose record it is without a firm; see `access_encounter`."""
    if encounter.state == State.UNCONFIRMED:
        return (encounter.created_by,)
    if encounter.kind == Kind.SUPPORT_VISIT or encounter.company_id is None:
        return (encounter.owner_id, *((encounter.next_step.owner_id,) if encounter.next_step else ()))
    return ()
