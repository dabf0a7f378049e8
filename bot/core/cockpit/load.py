"""What one coordinator carries, and what the scheduler is about to do: sums alone, in words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol, TypeAlias

from bot.core import actions
from bot.core.cockpit.models import Case, Need
from bot.core.messages import Fact, Headed, Message, Offer, Part, Reply, Said
from bot.core.people import Member

NEXT_HOUR = timedelta(hours=1)
DECISION, OVERDUE = "decision", "overdue"
"""The kinds of need that are counted."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Load:
    """What somebody carries now. `decisions` are those whose day has passed or comes by Sunday."""

    firms: int
    shared: int
    open: int
    overdue: int
    questions: int
    decisions: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Coming:
    """What is due: reminders of somebody's own and of their firms' people, answers that were promised, a digest."""

    own: int = 0
    theirs: int = 0
    replies: int = 0
    digests: int = 0


class ComingTo(Protocol):
    """What is due until a moment. Raises StorageError."""

    def __call__(self, member: Member, company_ids: Collection[str], *, now: datetime, until: datetime) -> Coming:
        """Of somebody, and of the people of these firms."""


Heartbeat: TypeAlias = Callable[[Member], Sequence[Part]]
"""When the last tick ran, in words."""


def load_of(
    *, firms: int, shared: int, cases: Sequence[Case], needs: Sequence[Need], questions: int, today: date
) -> Load:
    """What is carried; `needs` are those of firms that share. What was put away in a digest is not counted."""
    sunday = today + timedelta(days=7 - today.isoweekday())
    return Load(
        firms=firms,
        shared=shared,
        open=len(cases),
        overdue=sum(one.count for one in needs if one.kind == OVERDUE),
        questions=questions,
        decisions=sum(one.count for one in needs if one.kind == DECISION and one.on <= sunday),
    )


def sheet(load: Load, coming: Coming, heartbeat: Sequence[Part]) -> Reply:
    """All of it in words."""
    parts: list[Part] = [*_facts(load), Headed(Message("cockpit-next-hour"))]
    parts += _due(coming)
    back = Offer(actions.COCKPIT_FIRMS, "1", Message("cockpit-offer-back"))
    return Reply(title=Message("cockpit-load-title"), parts=(*parts, *heartbeat), offers=(back,))


def _facts(load: Load) -> Iterator[Part]:
    yield Fact(Message("cockpit-load-firms"), Message("cockpit-firms", {"count": load.firms, "shared": load.shared}))
    for label, count in (
        ("cockpit-load-open", load.open),
        ("cockpit-load-overdue", load.overdue),
        ("cockpit-load-questions", load.questions),
        ("cockpit-load-decisions", load.decisions),
    ):
        yield Fact(Message(label), Message("cockpit-matters", {"count": count}))


def _due(coming: Coming) -> Iterator[Part]:
    if coming == Coming():
        yield Said(Message("cockpit-nothing-due"))
    for label, count in (
        ("cockpit-due-own", coming.own),
        ("cockpit-due-theirs", coming.theirs),
        ("cockpit-due-replies", coming.replies),
        ("cockpit-due-digests", coming.digests),
    ):
        if count:
            yield Fact(Message(label), Message("cockpit-matters", {"count": count}))
