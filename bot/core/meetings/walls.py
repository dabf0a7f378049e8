"""Stages, forward and back; what the second and the third wall ask for; open issues."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from bot.core.meetings.changing import Changing
from bot.core.meetings.following import awake, over
from bot.core.meetings.given import words
from bot.core.meetings.issues import Issue, IssueKind
from bot.core.meetings.models import ChangeKind, Encounter, Stage
from bot.core.meetings.moves import Move
from bot.core.meetings.results import Done, Missing, Refused, Result, StageResult
from bot.core.messages import Message
from bot.core.people import Member

WALL_2 = ("market", "end_user", "decider")
WALL_3 = ("measure", "decision_on", "payer")
"""What has to be named, in the order of asking."""

_NAMESPACE = UUID("e7a6e3ab-0a58-5c2c-8ac3-2a5b1a7a9a51")


class Walls(Changing):
    """From a business card to steady business."""

    def move_stage(self, id: str, to: Stage, *, by: Member) -> StageResult:
        """Forward or back. To where something has to be named first, forward or into a trial from either side:
        Missing, to be asked for one at a time; the stage that is wanted is not stored, so it goes with the asking."""

        def decide(before: Encounter) -> Move | StageResult:
            return over(before) or _moved(before, before, to, {}, on=self._today(by))

        return self._changed(id, by, decide)

    def name_(self, id: str, which: str, value: str | date, *, by: Member, to: Stage | None = None) -> StageResult:
        """Name what a wall asks for: `which` is one of WALL_2 and WALL_3, `decision_on` a day to come. With `to` the
        stage is changed in the same moment where nothing is missing any more; else Missing says what is next."""
        refused = self._faulty_name(which, value, by)
        if refused:
            return refused
        given: dict[str, Any] = {which: value if isinstance(value, date) else words(value)}

        def decide(before: Encounter) -> Move | StageResult:
            after, today = awake(replace(before, **given)), self._today(by)
            refused = over(before)
            if refused or (to is not None and not lacking(after, to, on=today)):
                return refused or _moved(before, after, to or after.stage, {"named": which}, on=today)
            if after == before:
                return self._named(Done(encounter=before), to, by)
            return Move(after=after, kind=ChangeKind.NAMED, detail={"named": which})

        done: StageResult = self._changed(id, by, decide)
        if isinstance(done, Done):
            return self._named(done, to, by)
        return done

    def missing(self, encounter: Encounter, to: Stage, *, by: Member) -> Missing | None:
        """What is to be named for a stage, one at a time; None where nothing is missing."""
        names = lacking(encounter, to, on=self._today(by))
        return Missing(encounter=encounter, to=to, names=names, total=_total(to)) if names else None

    def open_issue(
        self,
        id: str,
        kind: IssueKind,
        text: str,
        *,
        by: Member,
        owner: Member | None = None,
        due_on: date | None = None,
        issue_id: str = "",
    ) -> Result:
        """Write down what is in the way of implementation, from JOINT_STUDY on. The same words of the same kind are
        the same issue while it is open. A colleague may be named as owner; until they take something on of this
        encounter, it is `by` who is reminded. `issue_id` makes a second press the same issue."""
        said, today = words(text), self._today(by)
        if not said:
            return Refused(message=Message("meeting-refused-issue-empty"))
        if due_on is not None and due_on < today:
            return Refused(message=Message("meeting-refused-day-gone"))

        def decide(before: Encounter) -> Move | Result:
            if before.stage.rank < Stage.JOINT_STUDY.rank:
                return over(before) or Refused(message=Message("meeting-refused-issue-early"), encounter=before)
            known = self._store.issues(id)
            twin = next((one for one in known if one.id == issue_id or _is_twin(one, kind, said)), None)
            if twin is not None:
                return over(before) or Done(encounter=before, issue=twin)
            issue = Issue(
                id=issue_id or uuid5(_NAMESPACE, f"{id} {before.version} {kind} {said}").hex,
                encounter_id=id,
                kind=kind,
                text=said,
                owner_id=owner.id if owner else by.id,
                due_on=due_on,
                opened_on=today,
                opened_by=by.id,
            )
            detail = {"issue": issue.id, "kind": str(kind)}
            opened = Move(after=awake(before), kind=ChangeKind.ISSUE_OPENED, detail=detail, issues=(issue,))
            return over(before) or opened

        return self._changed(id, by, decide)

    def close_issue(self, issue_id: str, *, by: Member) -> Result:
        """It is out of the way."""
        issue = self._store.issue(issue_id)
        if issue is None:
            return Refused(message=Message("meeting-refused-not-found"))

        def decide(before: Encounter) -> Move | Result:
            now = self._store.issue(issue_id) or issue
            if now.closed_on is not None:
                return Done(encounter=before, issue=now)
            closed = replace(now, closed_on=self._today(by))
            detail = {"issue": now.id, "kind": str(now.kind)}
            return Move(after=before, kind=ChangeKind.ISSUE_CLOSED, detail=detail, issues=(closed,))

        return self._changed(issue.encounter_id, by, decide)

    def _faulty_name(self, which: str, value: str | date, by: Member) -> Refused | None:
        if which not in WALL_2 + WALL_3:
            raise ValueError(f"no wall asks for {which}")
        if (which == "decision_on") != isinstance(value, date):
            return Refused(message=Message("meeting-refused-named-empty"))
        if isinstance(value, date):
            is_gone = value < self._today(by)
            return Refused(message=Message("meeting-refused-day-gone")) if is_gone else None
        return None if words(value) else Refused(message=Message("meeting-refused-named-empty"))

    def _named(self, done: Done, to: Stage | None, by: Member) -> StageResult:
        """What is missing yet for the stage that is wanted."""
        return (self.missing(done.encounter, to, by=by) if to is not None else None) or done


def lacking(encounter: Encounter, to: Stage, *, on: date) -> tuple[str, ...]:
    """What has to be named before an encounter comes to a stage; a day of decision that has gone by is none."""
    is_gone = encounter.decision_on is not None and encounter.decision_on < on
    then = replace(encounter, decision_on=None) if is_gone else encounter
    wall_2 = then.missing_for_wall_2 if to.rank >= Stage.JOINT_STUDY.rank else ()
    return wall_2 + (then.missing_for_trial if to == Stage.TRIAL else ())


def _moved(before: Encounter, after: Encounter, to: Stage, detail: dict[str, str], *, on: date) -> Move | StageResult:
    is_asked = to.rank > before.stage.rank or (to == Stage.TRIAL != before.stage)
    names = lacking(after, to, on=on) if is_asked else ()
    if names:
        return Missing(encounter=before, to=to, names=names, total=_total(to))
    moved = replace(awake(after), stage=to)
    if moved == before:
        return Done(encounter=before)
    kind = ChangeKind.NAMED if to == before.stage else ChangeKind.STAGE
    return Move(after=moved, kind=kind, detail={"from": str(before.stage), "to": str(to), **detail})


def _total(to: Stage) -> int:
    return len(WALL_2) + (len(WALL_3) if to == Stage.TRIAL else 0)


def _is_twin(one: Issue, kind: IssueKind, text: str) -> bool:
    return one.closed_on is None and one.kind == kind and one.text == text
