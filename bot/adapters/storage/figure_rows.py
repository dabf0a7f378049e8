"""Rows as the plain records that numbers are computed from; what a firm does not share is left out here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, tzinfo
from typing import Any

from sqlalchemy import Row

from bot.adapters.storage.meeting_rows import encounter_from
from bot.core.figures.ports import Seen, View
from bot.core.figures.records import Asked, Case, Contact, Move, Passed, Result, Told, Words
from bot.core.handovers.models import HandOverState
from bot.core.meetings.models import ChangeKind, Encounter, Kind
from bot.core.meetings.planned import is_awaited

_Row = Row[*tuple[Any, ...]]
Occurred = Move | Result | Contact | Passed
"""What happened to an encounter."""


class CaseRows:
    """Makes cases of bodies. `people`: the name and the time zone of everybody, by id."""

    def __init__(self, view: View, people: Mapping[str, tuple[str, str]]) -> None:
        self._view, self._people = view, people

    @property
    def zone(self) -> tzinfo:
        """The reader's."""
        return self._view.zone

    @property
    def firms(self) -> Mapping[str, Seen]:
        """The firms at which they look."""
        return self._view.firms

    def read_as(self, seen: Seen, owner_id: str) -> tuple[str, bool, str, tzinfo]:
        """What a case is made with beside its record."""
        return seen.name, seen.has_words, self._people.get(owner_id, ("", ""))[1], self._view.zone

    def seen(self, company_id: str | None, kind: str, owner_id: str) -> Seen | None:
        """How its reader sees an encounter; None where they may not. A support visit is its coordinator's own record:
        the firm's people do not read it."""
        seen = self._view.firms.get(company_id or "")
        if kind != Kind.SUPPORT_VISIT:
            return seen
        if owner_id == self._view.viewer_id:
            return Seen(name=self._view.names.get(company_id or "", ""), has_words=True)
        return None if seen is None or seen.is_own else seen

    def case_from(self, body: dict[str, Any]) -> Case | None:
        """The case, as far as it may be seen; None where it may not."""
        one = encounter_from(body)
        seen = self.seen(one.company_id, one.kind, one.owner_id)
        return self._case(one, one.company_id, seen) if one.company_id is not None and seen is not None else None

    def _case(self, one: Encounter, company_id: str, seen: Seen) -> Case:
        created_on = self._day(one.created_at)
        _, time_zone = self._people.get(one.owner_id, ("", ""))
        step = one.next_step
        return Case(
            id=one.id,
            company_id=company_id,
            firm=seen.name,
            state=one.state.value,
            stage=one.stage.value,
            began_on=min(one.met_on or created_on, created_on),
            since=one.since,
            last_contact_on=one.last_contact_on,
            updated_at=one.updated_at,
            is_visit=one.kind == Kind.SUPPORT_VISIT,
            wall=one.wall.value if one.wall else "",
            programme_id=one.programme_id or "",
            outcome=one.outcome.value if one.outcome else "",
            met_on=one.met_on,
            meets_at=one.meets_at,
            meets_on=self._day(one.meets_at) if one.meets_at else None,
            awaits_result=is_awaited(one),
            step_on=step.due_on if step else None,
            step_time=step.due_time if step else "",
            decision_on=one.decision_on,
            ended_on=self._day(one.ended_at) if one.ended_at else None,
            ending=one.ending.value if one.ending else "",
            time_zone=time_zone or "Asia/Tokyo",
            words=self._words(one) if seen.has_words else None,
        )

    def _words(self, one: Encounter) -> Words:
        if not self._view.has_words:
            return Words(event=one.event)
        owner, _ = self._people.get(one.owner_id, ("", ""))
        return Words(
            event=one.event,
            partner=one.partner,
            contact=one.contact,
            topic=one.topic,
            goal=one.goal,
            learned=one.learned,
            lesson=one.lesson,
            next_step=one.next_step.text if one.next_step else "",
            measure=one.measure,
            owner=owner,
        )

    def _day(self, moment: datetime) -> date:
        return moment.astimezone(self._view.zone).date()


def occurred_from(row: _Row, zone: tzinfo, *, is_visit: bool) -> Occurred | None:
    """What a change of an encounter says that is counted; contacts only of visits."""
    id, kind, at, detail = row
    if kind == ChangeKind.STAGE:
        return Move(case_id=id, on=at.astimezone(zone).date(), before=detail["from"], after=detail["to"])
    if kind == ChangeKind.OUTCOME:
        return Result(case_id=id, on=_said_on(at, detail, zone), outcome=detail["outcome"])
    if kind == ChangeKind.OWNER:
        return Passed(case_id=id, on=at.astimezone(zone).date())
    return Contact(case_id=id, on=_said_on(at, detail, zone)) if is_visit else None


def _said_on(at: datetime, detail: Mapping[str, str], zone: tzinfo) -> date:
    """The day that is in the record; of an older one without it, that on which it was written."""
    said = detail.get("on", "")
    return date.fromisoformat(said) if said else at.astimezone(zone).date()


def told_from(row: _Row, zone: tzinfo) -> Told:
    """A reminder, and what its person did after it."""
    case_id, person_id, at, matter, step, acted_at = row
    return Told(
        case_id=case_id,
        person_id=person_id,
        at=at,
        on=at.astimezone(zone).date(),
        matter=matter,
        step=step + 1,
        acted_at=acted_at,
    )


def asked_from(row: _Row, view: View) -> Asked:
    """A question without its words."""
    return Asked(
        id=row.id,
        company_id=row.company_id,
        firm=view.firms[row.company_id].name,
        on=row.asked_at.astimezone(view.zone).date(),
        state=row.state,
        is_answered=row.by == HandOverState.ANSWERED.value,
    )
