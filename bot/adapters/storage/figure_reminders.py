"""Reminders that were sent, and what their people did after them, as statements."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, func, select

from bot.adapters.storage.tables import (
    bundle,
    bundle_item,
    colleague_request,
    delivery,
    encounter_change,
    encounter_issue,
)
from bot.core.deliveries.models import DeliveryState
from bot.core.meetings.anchors import ENCOUNTER_SUBJECT, ISSUE_SUBJECT, REQUEST_SUBJECT
from bot.core.meetings.models import ChangeKind
from bot.core.nudges.gathering import NUDGE

_SUBJECTS: tuple[tuple[str, Table | None], ...] = (
    (ENCOUNTER_SUBJECT, None),
    (ISSUE_SUBJECT, encounter_issue),
    (REQUEST_SUBJECT, colleague_request),
)
"""What reminders are about, and where it says of which encounter that is."""


def reminders() -> Iterator[tuple[str, ColumnElement[str], Select[*tuple[Any, ...]]]]:
    """For each kind of subject its name, the column that says of which encounter a reminder is, and the reminders in
    messages that arrived: `case_id`, person, moment, matter, step (0 for the first), and the first act after it."""
    item, sent = bundle_item.c, bundle.c
    within = and_(sent.workspace_id == item.workspace_id, sent.id == item.bundle_id)
    arrived = and_(
        delivery.c.workspace_id == sent.workspace_id,
        delivery.c.kind == NUDGE,
        delivery.c.subject_id == sent.id,
        delivery.c.state == DeliveryState.SENT.value,
    )
    messages = bundle_item.join(bundle, within).join(delivery, arrived)
    for kind, table in _SUBJECTS:
        id = item.subject_id if table is None else table.c.encounter_id
        joined = messages if table is None else messages.join(table, _same(table, item.workspace_id, item.subject_id))
        acted = _first_act(id, sent.person_id, sent.created_at)
        columns = (id.label("case_id"), sent.person_id, sent.created_at, item.matter, item.step, acted)
        yield kind, id, select(*columns).select_from(joined)


def _same(table: Table, workspace: ColumnElement[str], id: ColumnElement[str]) -> ColumnElement[bool]:
    return and_(table.c.workspace_id == workspace, table.c.id == id)


def _first_act(
    id: ColumnElement[str], person_id: ColumnElement[str], at: ColumnElement[datetime]
) -> ColumnElement[Any]:
    """When somebody first did anything with the encounter after a moment; what was taken back is nothing."""
    row = encounter_change.c
    of_it = and_(row.workspace_id == bundle.c.workspace_id, row.encounter_id == id)
    theirs = and_(of_it, row.by_id == person_id, row.at >= at)
    done = and_(row.is_undone.is_(False), row.kind != ChangeKind.UNDONE.value)
    first = select(func.min(row.at, type_=row.at.type)).where(theirs, done)
    return first.correlate_except(encounter_change).scalar_subquery().label("acted_at")
