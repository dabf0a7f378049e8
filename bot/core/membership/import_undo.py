"""What taking in a table changed, kept for a day so that it can be taken back as a whole; the same as an admin's change
on their page, which is why it stands there as well for ten minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.audited import Audited
from bot.core.membership.importing import ImportPlan, PlanState
from bot.core.membership.models import Changes, Edit, EditState, KeptChange, Snapshot, name_key
from bot.core.membership.roster.changing import audited
from bot.core.membership.roster.models import (
    COMPANY,
    PERSON,
    applied,
    company_values,
    edits_of,
    person_values,
    records_of,
    reversed_edits,
)
from bot.core.membership.roster.rules import fault_of
from bot.core.messages import Message

TAKEN_IN = "added"
"""The action of a line in the audit log."""
UNDO_IMPORT_WITHIN = timedelta(days=1)
_PREFIX = "table-"


def with_undo(plan: ImportPlan, snapshot: Snapshot, *, by: str, at: datetime, new_id: str) -> Changes:
    """What is to be written: what the plan says, a line for each record that changes, and the way back. `by` is who
    brings it in, as people call them."""
    edits = tuple(_edits(plan))
    if not edits:
        return plan.changes
    by_id = next((one.id for one in snapshot.people if name_key(one.name) == name_key(by)), "")
    kept = KeptChange(id=f"{_PREFIX}{new_id}", by_id=by_id, at=at, state=EditState.DONE, edits=edits)
    return replace(plan.changes, kept=(kept,), audited=tuple(_lines(kept, plan)))


def undone(snapshot: Snapshot, *, at: datetime, by: str) -> tuple[Changes, KeptChange | None, Message | None]:
    """Take the latest table back; what was taken back, or why it cannot be: nothing of it is written then. Somebody new
    who has talked with Minori meanwhile, and whatever else was changed since, stands in the way of all of it."""
    tables = [one for one in snapshot.kept if one.id.startswith(_PREFIX) and one.state is EditState.DONE]
    latest = max((one for one in tables if at - one.at < UNDO_IMPORT_WITHIN), key=lambda one: one.at, default=None)
    if latest is None:
        return Changes(), None, Message("people-undo-none")
    changes = applied(reversed_edits(latest.edits), snapshot, by=by, at=at)
    if changes is None:
        return Changes(), None, Message("people-undo-meanwhile")
    fault = fault_of(snapshot, changes)
    # The very first table makes the first admin: whoever took it in at the console can take it back as well.
    if fault is not None and fault.key != "roster-last-admin":
        return Changes(), None, fault
    firms = {one.id: one.company.id for one in snapshot.people if one.company is not None}
    lines = [
        audited(
            at, latest.by_id, TAKEN_IN, _kind(kind), id, id if kind == COMPANY else firms.get(id), f"back {latest.id}"
        )
        for kind, id in records_of(latest.edits)
    ]
    gone = replace(latest, state=EditState.UNDONE)
    return replace(changes, kept=(gone,), audited=tuple(lines)), latest, None


def _edits(plan: ImportPlan) -> Sequence[Edit]:
    found = list[Edit]()
    for firm in plan.companies:
        if firm.state is not PlanState.UNCHANGED:
            found += edits_of(COMPANY, firm.after.id, company_values(firm.before), company_values(firm.after))
    for one in plan.people:
        if one.state is not PlanState.UNCHANGED:
            found += edits_of(PERSON, one.after.id, person_values(one.before), person_values(one.after))
    return found


def _lines(kept: KeptChange, plan: ImportPlan) -> Sequence[Audited]:
    firms = {one.after.id: one.after.company.id for one in plan.people if one.after.company is not None}
    return [
        audited(kept.at, kept.by_id, TAKEN_IN, _kind(kind), id, id if kind == COMPANY else firms.get(id), kept.id)
        for kind, id in records_of(kept.edits)
    ]


def _kind(kind: str) -> str:
    return "firm" if kind == COMPANY else "person"
