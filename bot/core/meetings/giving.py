"""Encounters that somebody else looks after from now on, many at once: what was agreed between the two before."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.core.meetings import owing
from bot.core.meetings.changing import UNANSWERED
from bot.core.meetings.colleague_requests import ColleagueRequest, RequestState
from bot.core.meetings.issues import Issue
from bot.core.meetings.models import ChangeKind, Encounter, Kind
from bot.core.meetings.moves import Move, Prepared, merged, touched
from bot.core.meetings.passing_on import LOOKED_AFTER, PassingOn
from bot.core.people import Member

_ALL_OF_ONE = 10_000
"""More than anybody looks after."""


class Giving(PassingOn):
    """What would be stored; whoever agreed on it stores it together with the rest (EncounterRepository.put_all)."""

    def looked_after(self, member: Member, *, kind: Kind, company_ids: Collection[str]) -> Sequence[Encounter]:
        """What somebody looks after or has the next step of with these firms, the latest contact first."""
        theirs = self._store.of_owner(member.id, states=LOOKED_AFTER, limit=_ALL_OF_ONE)
        return [one for one in theirs if one.kind == kind and one.company_id in company_ids]

    def given(self, ids: Sequence[str], *, giver: Member, receiver: Member, agreed: str) -> list[Prepared]:
        """Encounter, next step and open issues become the receiver's, and reminders count from today. What is not the
        giver's any more is left out. `agreed` is the id of what the two agreed on."""
        self._store.look_ahead(ids)
        found = (self._store.by_id(id) for id in ids)
        made = (
            self._given(one, giver, receiver, agreed) for one in found if one is not None and one.state in LOOKED_AFTER
        )
        return [one for one in made if one is not None]

    def _given(self, before: Encounter, giver: Member, receiver: Member, agreed: str) -> Prepared | None:
        step, is_owner = before.next_step, before.owner_id == giver.id
        has_step = step is not None and step.owner_id == giver.id
        if not (is_owner or has_step):
            return None
        issues, requests = self._store.issues(before.id), self._store.requests(before.id)
        after = replace(
            before,
            owner_id=receiver.id if is_owner else before.owner_id,
            next_step=replace(step, owner_id=receiver.id) if step is not None and has_step else step,
            confirm_by=receiver.id if before.confirm_by == giver.id else before.confirm_by,
            counts_from=self._today(receiver),
        )
        move = Move(
            after=after,
            kind=ChangeKind.OWNER,
            detail={"from": giver.id, "to": receiver.id, "agreed": agreed},
            issues=tuple(_of_receiver(issues, giver, receiver)),
            requests=tuple(self._withdrawn(requests)) if is_owner else (),
        )
        return self._prepared(before, self._telling(before, move), receiver, issues, requests)

    def _prepared(
        self,
        before: Encounter,
        move: Move,
        by: Member,
        issues: Sequence[Issue],
        requests: Sequence[ColleagueRequest],
    ) -> Prepared:
        after = replace(move.after, version=before.version + 1, updated_at=self._clock.now())
        detail = move.detail | touched(move.issues, issues, move.requests, requests)
        return Prepared(
            before=before,
            after=after,
            change=self._change(after, replace(move, detail=detail), by, before),
            scheduled=self._scheduled(after, merged(issues, move.issues), merged(requests, move.requests)),
            owed=move.owed,
            issues=move.issues,
            requests=move.requests,
        )

    def _withdrawn(self, requests: Sequence[ColleagueRequest]) -> list[ColleagueRequest]:
        """Nobody else is asked any longer to look after it as a whole."""
        waits = [one for one in requests if one.state in UNANSWERED and one.is_whole]
        return [replace(one, state=RequestState.WITHDRAWN, answered_at=self._clock.now()) for one in waits]

    def _telling(self, before: Encounter, move: Move) -> Move:
        """Whoever was asked is told; the receiver knows."""
        told, receiver_id = before.version + 1, move.after.owner_id
        others = [one for one in move.requests if one.to_id != receiver_id]
        owed = [
            one
            for request in others
            for one in owing.about_request(owing.REQUEST_WITHDRAWN, request, self._member(request.to_id), told)
        ]
        return replace(move, owed=tuple(owed))


def _of_receiver(issues: Sequence[Issue], giver: Member, receiver: Member) -> list[Issue]:
    return [replace(one, owner_id=receiver.id) for one in issues if one.owner_id == giver.id and not one.closed_on]
