"""取り消す: within ten minutes, the newest change, by whoever made it. The history keeps both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.core.meetings import owing
from bot.core.meetings.capturing import erased
from bot.core.meetings.changing import Changing
from bot.core.meetings.colleague_requests import ColleagueRequest, RequestState
from bot.core.meetings.issues import Issue
from bot.core.meetings.models import Change, ChangeKind, Encounter
from bot.core.meetings.moves import Move
from bot.core.meetings.parties import parted
from bot.core.meetings.results import Done, Refused, Result
from bot.core.messages import Message
from bot.core.owed import Owed
from bot.core.people import Member

UNDO_WITHIN = timedelta(minutes=10)


class Undoing(Changing):
    """Taking a change back."""

    def undo(self, change_id: str, *, by: Member) -> Result:
        """Put the encounter back to what it was before a change; a request made by it is withdrawn, an issue closed.

        What was delivered meanwhile is not called back: a colleague who was asked, or had accepted, is told. A capture
        that is taken back is erased. Twice is once.
        """
        change = self._store.change_by_id(change_id)
        if change is None or change.by_id != by.id:
            return Refused(message=Message("meeting-refused-not-found"))
        known = self._store.by_id(change.encounter_id)
        if change.is_undone and known is not None:
            return Done(encounter=known)

        def decide(before: Encounter) -> Move | Result:
            now = self._store.change_by_id(change_id) or change
            if now.is_undone:
                return Done(encounter=before)
            refused = self._too_late(now, before)
            return refused or self._back(now, before)

        # Whoever made a change may take it back, also where it has made the encounter somebody else's.
        return self._changed(change.encounter_id, by, decide, may=lambda member, _: not member.has_left)

    def can_undo(self, change: Change, *, by: Member) -> bool:
        """Would `undo` do it now?"""
        now = self._store.by_id(change.encounter_id)
        return change.by_id == by.id and not change.is_undone and now is not None and not self._too_late(change, now)

    def _too_late(self, change: Change, now: Encounter) -> Refused | None:
        newest = next(reversed(self._store.changes(now.id)), None)
        if change.kind == ChangeKind.UNDONE or newest is None or newest.id != change.id:
            return Refused(message=Message("meeting-refused-undo-changed"), encounter=now)
        if self._clock.now() > change.at + UNDO_WITHIN:
            return Refused(message=Message("meeting-refused-undo-late"), encounter=now)
        return None

    def _back(self, change: Change, now: Encounter) -> Move:
        is_capture = change.kind == ChangeKind.CAPTURED
        after = erased(now) if is_capture or change.before is None else change.before
        issues = [
            self._issue_back(one, was)
            for one in self._store.issues(now.id)
            if (was := _states(change, "was_issues").get(one.id))
        ]
        touched = [
            (one, was) for one in self._store.requests(now.id) if (was := _states(change, "was_requests").get(one.id))
        ]
        requests = [self._request_back(one, was) for one, was in touched]
        return Move(
            after=after,
            kind=ChangeKind.UNDONE,
            detail={"of": change.id, "kind": str(change.kind)},
            issues=tuple(issues),
            requests=tuple(requests),
            owed=tuple(owed for one, was in touched for owed in self._told(one, was, now.version + 1)),
            joins=parted(change.detail),
            undoes=change.id,
            forgets=is_capture,
        )

    def _issue_back(self, issue: Issue, was: str) -> Issue:
        return replace(issue, closed_on=None if was == "open" else issue.closed_on or self._clock.now().date())

    def _request_back(self, request: ColleagueRequest, was: str) -> ColleagueRequest:
        if was == "new":
            return replace(request, state=RequestState.WITHDRAWN, answered_at=self._clock.now())
        state = RequestState(was)
        return replace(request, state=state, answered_at=None if state == RequestState.ASKED else request.answered_at)

    def _told(self, request: ColleagueRequest, was: str, version: int) -> Sequence[Owed]:
        """Who has been told of something that is no longer so."""
        if was == "new":
            to = self._member(request.to_id)
            return owing.about_request(owing.REQUEST_WITHDRAWN, request, to, version)
        if request.state == RequestState.WITHDRAWN and was == RequestState.ASKED:
            return owing.about_request(owing.REQUEST, request, self._member(request.to_id), version)
        if request.state == RequestState.ACCEPTED:
            return owing.about_request(owing.REQUEST_RETURNED, request, self._member(request.from_id), version)
        return ()


def _states(change: Change, name: str) -> dict[str, str]:
    pairs = (one.rpartition(":") for one in change.detail.get(name, "").split())
    return {id: was for id, _, was in pairs}
