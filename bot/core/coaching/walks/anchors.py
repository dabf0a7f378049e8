"""For whom a walk waits, and from which day: read off the record alone."""

from __future__ import annotations

from bot.core.coaching.walks.models import Walk, WalkState
from bot.core.scheduled import Waiting

SUBJECT_KIND = "walk"
MATTER = "walk"
"""A walk that stands still; the cadence reminds of it twice at most."""


def waiting(walk: Walk, person_id: str) -> tuple[Waiting, ...]:
    """What waits, for whoever goes on with it: nothing once it is done, and nothing before the day of a pause. Open
    questions that are answered afterwards are nobody's duty."""
    if walk.state not in (WalkState.OPEN, WalkState.PAUSED, WalkState.UNCONFIRMED):
        return ()
    if walk.state == WalkState.OPEN and walk.round and walk.finished_at:
        return ()
    until = walk.paused_until if walk.state == WalkState.PAUSED else None
    return (
        Waiting(
            subject_kind=SUBJECT_KIND,
            subject_id=walk.id,
            matter=MATTER,
            person_id=person_id,
            since=max(until, walk.counts_from) if until else walk.counts_from,
            company_id=walk.company_id,
            not_before=until,
            comes_back=until is not None,
        ),
    )
