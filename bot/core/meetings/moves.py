"""A change of an encounter that is wanted, and what is told of it once it is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.core.meetings.colleague_requests import ColleagueRequest
from bot.core.meetings.issues import Issue
from bot.core.meetings.models import Change, ChangeKind, Encounter
from bot.core.meetings.parties import Joining
from bot.core.meetings.results import Done
from bot.core.owed import Owed
from bot.core.scheduled import Scheduled


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """A change that is wanted: the encounter as it will be, with what else changes and what is owed."""

    after: Encounter
    kind: ChangeKind
    detail: dict[str, str]
    issues: tuple[Issue, ...] = ()
    requests: tuple[ColleagueRequest, ...] = ()
    owed: tuple[Owed, ...] = ()
    joins: tuple[Joining, ...] = ()
    undoes: str = ""
    asks_next: bool = False
    counts: bool = False
    """The result says from which day reminders count now."""
    forgets: bool = False
    """The encounter as it was is not kept in the history: its words are erased."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Prepared:
    """A change as it will be stored, together with others: `after` in the place of `before`, with all that follows."""

    before: Encounter
    after: Encounter
    change: Change
    scheduled: Sequence[Scheduled]
    owed: Sequence[Owed] = ()
    issues: Sequence[Issue] = ()
    requests: Sequence[ColleagueRequest] = ()


def touched(
    issues: Sequence[Issue],
    issues_before: Sequence[Issue],
    requests: Sequence[ColleagueRequest],
    requests_before: Sequence[ColleagueRequest],
) -> dict[str, str]:
    """How the issues and requests of a change were before it, so that it can be taken back: `id:new`, `id:open`."""
    known = {one.id: "closed" if one.closed_on else "open" for one in issues_before}
    states = {one.id: str(one.state) for one in requests_before}
    was_issues = " ".join(f"{one.id}:{known.get(one.id, 'new')}" for one in issues)
    was_requests = " ".join(f"{one.id}:{states.get(one.id, 'new')}" for one in requests)
    were = {"was_issues": was_issues, "was_requests": was_requests}
    return {name: value for name, value in were.items() if value}


def done_of(after: Encounter, change: Change, move: Move) -> Done:
    """The result of a change that was stored."""
    return Done(
        encounter=after,
        change=change,
        issue=next(iter(move.issues), None),
        request=next(iter(move.requests), None),
        counts_from=after.since if move.counts else None,
        asks_next=move.asks_next,
    )


_Kept = TypeVar("_Kept", Issue, ColleagueRequest)


def merged(before: Sequence[_Kept], after: Sequence[_Kept]) -> list[_Kept]:
    """Those before, in the place of each that changed what it is now."""
    by_id = {one.id: one for one in before} | {one.id: one for one in after}
    return list(by_id.values())
