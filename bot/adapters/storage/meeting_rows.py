"""Encounters and what belongs to them as rows, and back."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Row

from bot.core.meetings.colleague_requests import ColleagueRequest, RequestState
from bot.core.meetings.funding import Programme
from bot.core.meetings.issues import Issue, IssueKind
from bot.core.meetings.models import Change, ChangeKind, Encounter
from bot.core.meetings.names import same_company_key, same_person_key
from bot.core.meetings.parties import KEY_AT_MOST, KnownParty
from bot.errors import StorageError

_BODY = TypeAdapter(Encounter)
_FIELDS = frozenset(field.name for field in fields(Encounter))
_OF_ENCOUNTER = ("id", "company_id", "owner_id", "event", "met_on", "last_contact_on", "created_at", "updated_at")
_OF_ISSUE = tuple(field.name for field in fields(Issue))
_OF_REQUEST = tuple(field.name for field in fields(ColleagueRequest))
_OF_PROGRAMME = tuple(field.name for field in fields(Programme))
_OF_PARTY = tuple(field.name for field in fields(KnownParty))


def body_of(one: Encounter) -> dict[str, Any]:
    """The whole encounter as plain JSON values. What is at its default is left out: a default must never change."""
    body: dict[str, Any] = _BODY.dump_python(one, mode="json", exclude_defaults=True)
    return body


def encounter_from(body: dict[str, Any]) -> Encounter:
    """Build it from its body. Raises StorageError where the body says what this program does not know."""
    if not body.keys() <= _FIELDS:
        unknown = sorted(body.keys() - _FIELDS)
        raise StorageError("encounter", f"a record has fields that are not known: {', '.join(unknown)}")
    try:
        return _BODY.validate_python(body)
    except ValidationError as error:
        # Not the error's own words: they quote the record.
        places = ", ".join(".".join(map(str, fault["loc"])) for fault in error.errors(include_input=False))
        raise StorageError("encounter", f"a record cannot be read: {places}") from None


def encounter_row(one: Encounter) -> dict[str, Any]:
    """The row of an encounter, without the workspace."""
    return {name: getattr(one, name) for name in _OF_ENCOUNTER} | {
        "kind": one.kind.value,
        "state": one.state.value,
        "stage": one.stage.value,
        "next_owner_id": one.next_step.owner_id if one.next_step else None,
        "partner_key": same_company_key(one.partner)[:KEY_AT_MOST],
        "contact_key": same_person_key(one.contact)[:KEY_AT_MOST],
        "version": one.version,
        "body": body_of(one),
    }


def change_row(one: Change, ordinal: int) -> dict[str, Any]:
    """The row of a change, without the workspace."""
    return {
        "id": one.id,
        "encounter_id": one.encounter_id,
        "ordinal": ordinal,
        "kind": one.kind.value,
        "by_id": one.by_id,
        "at": one.at,
        "detail": one.detail,
        "before": body_of(one.before) if one.before else None,
        "is_undone": one.is_undone,
    }


def change_from(row: Row[*tuple[Any, ...]], before: dict[str, Any] | None) -> Change:
    """The change of a row; `before` is the body of the encounter as it was, where that is wanted."""
    return Change(
        id=row.id,
        encounter_id=row.encounter_id,
        kind=ChangeKind(row.kind),
        by_id=row.by_id,
        at=row.at,
        detail=dict(row.detail),
        before=encounter_from(before) if before else None,
        is_undone=row.is_undone,
    )


def issue_row(one: Issue) -> dict[str, Any]:
    """The row of an issue, without the workspace."""
    return {name: getattr(one, name) for name in _OF_ISSUE} | {"kind": one.kind.value}


def issue_from(row: Row[*tuple[Any, ...]]) -> Issue:
    """The issue of a row."""
    return Issue(**{name: getattr(row, name) for name in _OF_ISSUE} | {"kind": IssueKind(row.kind)})


def request_row(one: ColleagueRequest) -> dict[str, Any]:
    """The row of a request, without the workspace."""
    return {name: getattr(one, name) for name in _OF_REQUEST} | {"state": one.state.value}


def request_from(row: Row[*tuple[Any, ...]]) -> ColleagueRequest:
    """The request of a row."""
    return ColleagueRequest(**{name: getattr(row, name) for name in _OF_REQUEST} | {"state": RequestState(row.state)})


def party_row(one: KnownParty) -> dict[str, Any]:
    """The row of an outside firm or person, without the workspace."""
    return {name: getattr(one, name) for name in _OF_PARTY}


def party_from(row: Row[*tuple[Any, ...]]) -> KnownParty:
    """The outside firm or person of a row."""
    return KnownParty(**{name: getattr(row, name) for name in _OF_PARTY})


def programme_row(one: Programme) -> dict[str, Any]:
    """The row of a programme, without the workspace."""
    return {name: getattr(one, name) for name in _OF_PROGRAMME}


def programme_from(row: Row[*tuple[Any, ...]]) -> Programme:
    """The programme of a row."""
    return Programme(**{name: getattr(row, name) for name in _OF_PROGRAMME})
