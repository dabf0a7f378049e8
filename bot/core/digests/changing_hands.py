"""Facts about who looks after what from some day on: what ends, and what somebody asks a coordinator to take over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime

from bot.core.digests.models import Fact, LineKind, Next
from bot.core.digests.ports import Records
from bot.core.people import Member

PROGRAMME = "programme"
"""What reminders call what ends."""


def endings(records: Records, member: Member) -> Iterator[Fact]:
    """What of theirs ends, and nobody is named for what comes after."""
    for one in records.endings(member):
        yield Fact(
            kind=LineKind.HAND_OVER,
            subject_id=one.id,
            mark=one.last_day.isoformat(),
            on=one.last_day,
            next=Next.NAME,
            about=one.name,
            subject=(PROGRAMME, one.id),
        )


def requests(records: Records, member: Member, day_of: Callable[[datetime], date]) -> Iterator[Fact]:
    """What they were asked to take over. The firms are somebody else's still: told is who asks, and how many."""
    for one in records.requests(member):
        yield Fact(
            kind=LineKind.HAND_OVER,
            subject_id=one.id,
            mark=one.asked_at.isoformat(),
            on=day_of(one.asked_at),
            next=Next.TAKE_OVER,
            told_as={"name": one.asked_by, "firms": one.firms},
        )
