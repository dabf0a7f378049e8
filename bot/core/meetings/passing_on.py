"""What stays when somebody leaves, and what is planned anew when people, calendars or choices change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from uuid import UUID, uuid5

from bot.core.meetings.changing import UNANSWERED
from bot.core.meetings.colleague_requests import ColleagueRequest, RequestState
from bot.core.meetings.following import over
from bot.core.meetings.models import ChangeKind, Encounter, Stage, State
from bot.core.meetings.moves import Move
from bot.core.meetings.parties import KnownParty
from bot.core.meetings.requests import Requests
from bot.core.meetings.results import Done, Refused, Result
from bot.core.messages import Message
from bot.core.people import Member, access_changing, access_coordinating
from bot.core.scheduled import Planner, Scheduled

LOOKED_AFTER = (State.UNCONFIRMED, State.OPEN, State.SLEEPING)

_NAMESPACE = UUID("a6a2c1de-7f0b-5b6e-8f5c-2d5a5a1b9a44")
_ALL_OF_ONE = 10_000
"""More than anybody looks after."""
_PAGE = 500
_AT_ONCE = 50
"""Encounters planned anew in one transaction."""

Progress = Callable[[int, int], None]
"""How many of how many are done."""


def no_progress(_done: int, _total: int) -> None:
    """Nobody looks."""


class PassingOn(Requests):
    """Encounters belong to the firm: they stay when somebody leaves, and so do the words in them."""

    def leave(self, member: Member) -> int:
        """Somebody has left: their encounters are offered to the firm's next member, who is asked by the cadence and
        not at once, so that many come as one message. Nobody's before that, they are among `unowned`. What they were
        asked for is withdrawn. Returns how many encounters changed."""
        theirs = {one.id for one in self._store.of_owner(member.id, states=LOOKED_AFTER, limit=_ALL_OF_ONE)}
        asked = {one.encounter_id for one in self._store.asked_of(member.id)}
        done = [self._changed(id, member, self._left_by(member), may=_anybody) for id in sorted(theirs | asked)]
        # Whether or not they count as having left already: they are reminded of nothing.
        for one in (self._store.by_id(id) for id in theirs):
            if one is not None:
                kept = [nudge for nudge in self._planned(one) if nudge.person_id != member.id]
                self._store.reschedule(one, kept)
        return sum(isinstance(one, Done) and not one.is_repeat for one in done)

    def unowned(self, viewer: Member) -> Sequence[Encounter]:
        """Those that nobody looks after any more: of the viewer's firm, and of the firms they coordinate."""
        firms = [one for one in self._directory.companies() if access_coordinating(viewer, one)]
        ids = dict.fromkeys([*([viewer.company.id] if viewer.company else ()), *(one.id for one in firms)])
        return [one for id in ids for one in self._all_of(id) if self.is_unowned(one)]

    def is_unowned(self, encounter: Encounter) -> bool:
        """Has its owner left?"""
        owner = self._member(encounter.owner_id)
        return owner is None or owner.has_left

    def adopt(self, id: str, *, by: Member) -> Result:
        """Look after one whose owner has left."""

        def decide(before: Encounter) -> Move | Result:
            if before.owner_id == by.id:
                return Done(encounter=before)
            if not self.is_unowned(before):
                return over(before) or Refused(message=Message("meeting-refused-owned"), encounter=before)
            step = before.next_step
            is_theirs = step is not None and step.owner_id == before.owner_id
            own = replace(step, owner_id=by.id) if step and is_theirs else step
            after = replace(before, owner_id=by.id, next_step=own, counts_from=self._today(by))
            waits = [one for one in self._store.requests(id) if one.state in UNANSWERED and one.is_whole]
            withdrawn = [replace(one, state=RequestState.WITHDRAWN, answered_at=self._clock.now()) for one in waits]
            detail = {"from": before.owner_id, "to": by.id}
            return over(before) or Move(
                after=after, kind=ChangeKind.OWNER, detail=detail, requests=tuple(withdrawn), asks_next=step is None
            )

        return self._changed(id, by, decide)

    def replan(self, encounters: Iterable[Encounter], *, progress: Progress = no_progress, total: int = 0) -> int:
        """Plan their nudges anew; nothing of them changes. Returns how many were. Some at once are one transaction, so
        short that nobody else waits long to write; `progress` is told how many of `total` have been looked at."""
        waiting, planned, seen = iter(encounters), 0, 0
        while some := list(islice(waiting, _AT_ONCE)):
            self._store.look_ahead([one.id for one in some])
            planned += self._store.reschedule_all([(one, self._planned(one)) for one in some])
            seen += len(some)
            progress(seen, total)
        return planned

    def planned_by(
        self, planner: Planner, encounters: Sequence[Encounter]
    ) -> Iterator[tuple[Encounter, Sequence[Scheduled]]]:
        """What would be to come of each of these, were it planned by another planner now; nothing is written."""
        self._store.look_ahead([one.id for one in encounters])
        for one in encounters:
            yield one, planner(self._waits(one, self._store.issues(one.id), self._store.requests(one.id)))

    def replan_chosen(self, company_id: str, *, event: str = "", stage: Stage | None = None) -> int:
        """A coordinator chose a cadence for an event or a stage of a firm."""
        if event:
            return self.replan(self._store.of_event(company_id, event))
        return self.replan(one for one in self._all_of(company_id) if stage in (None, one.stage))

    def replan_people(self, *ids: str, progress: Progress = no_progress) -> int:
        """The working days of these people changed, or they came back."""
        some = (self._store.of_owner(id, states=LOOKED_AFTER, limit=_ALL_OF_ONE) for id in ids)
        found = {one.id: one for theirs in some for one in theirs}
        return self.replan(found.values(), progress=progress, total=len(found))

    def replan_all(self, *, progress: Progress = no_progress) -> int:
        """The holidays of everybody changed."""
        return self.replan(self._everything(), progress=progress, total=self._store.count_looked_after())

    def merge_parties(self, keep: KnownParty, others: Sequence[KnownParty], *, by: Member) -> bool:
        """Somebody of the firm says that these are the same firm or person. False where it is not theirs to say."""
        firm = self._directory.company(keep.company_id) if keep.company_id else None
        is_one = all((one.company_id, one.kind) == (keep.company_id, keep.kind) for one in others)
        if not is_one or not (access_changing(by, firm, ()) or (firm is None and not by.has_left)):
            return False
        self._store.join_parties(keep, others)
        return True

    def part_parties(self, parties: Sequence[KnownParty], *, by: Member) -> bool:
        """They were not the same after all."""
        firms = [self._directory.company(one.company_id) if one.company_id else None for one in parties]
        if not all(access_changing(by, firm, ()) or (firm is None and not by.has_left) for firm in firms):
            return False
        self._store.part_parties([one.id for one in parties])
        return True

    def _left_by(self, member: Member) -> Callable[[Encounter], Move | Result]:
        def decide(before: Encounter) -> Move | Result:
            requests = tuple(self._leaving_requests(before, member))
            step, after = before.next_step, before
            if step is not None and step.owner_id == member.id != before.owner_id:
                after = replace(before, next_step=replace(step, owner_id=before.owner_id))
            if after == before and not requests:
                return Done(encounter=before)
            return Move(after=after, kind=ChangeKind.OWNER, detail={"left": member.id}, requests=requests)

        return decide

    def _leaving_requests(self, before: Encounter, member: Member) -> Iterator[ColleagueRequest]:
        """What they were asked for is withdrawn; for their own somebody else is asked."""
        now, known = self._clock.now(), self._store.requests(before.id)
        for one in known:
            if one.state in UNANSWERED and one.to_id == member.id:
                yield replace(one, state=RequestState.WITHDRAWN, answered_at=now)
        heir = next(iter(self.colleagues(before, besides=member.id)), None)
        id = uuid5(_NAMESPACE, f"{before.id} {before.version} {member.id}").hex
        is_asked = any(one.state in UNANSWERED and one.is_whole and one.to_id != member.id for one in known)
        if heir is not None and before.owner_id == member.id and before.state == State.OPEN and not is_asked:
            yield ColleagueRequest(
                id=id,
                encounter_id=before.id,
                from_id=member.id,
                to_id=heir.id,
                text="",
                state=RequestState.ASKED,
                asked_at=now,
                is_whole=True,
            )

    def _planned(self, one: Encounter) -> Sequence[Scheduled]:
        return self._scheduled(one, self._store.issues(one.id), self._store.requests(one.id))

    def _all_of(self, company_id: str) -> Iterator[Encounter]:
        offset = 0
        while some := self._store.of_company(company_id, states=LOOKED_AFTER, offset=offset, limit=_PAGE):
            yield from some
            offset += len(some)

    def _everything(self) -> Iterator[Encounter]:
        after = ""
        while some := self._store.looked_after(after=after, limit=_PAGE):
            yield from some
            after = some[-1].id


def _anybody(_: Member, __: Encounter) -> bool:
    """Leaving needs nobody's leave."""
    return True
