"""Records for tests of numbers."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from bot.core.figures.records import Asked, Case, Move, Told

MAY = date(2026, 5, 1)
TODAY = date(2026, 12, 1)
NOW = datetime(2026, 12, 1, 3, tzinfo=UTC)


def at(day: date, hour: int = 0) -> datetime:
    """A moment of a day, UTC."""
    return datetime.combine(day, time(hour), tzinfo=UTC)


def case(id: str, **changed: Any) -> Case:
    """An encounter of May 1 at the first stage."""
    values: dict[str, Any] = {
        "company_id": "yamada",
        "firm": "株式会社山田製作所",
        "state": "open",
        "stage": "cards",
        "began_on": date(2026, 5, 1),
        "since": date(2026, 5, 1),
        "last_contact_on": date(2026, 5, 1),
        "updated_at": at(date(2026, 5, 1)),
    }
    return Case(id=id, **(values | changed))


def move(id: str, on: date, before: str, after: str) -> Move:
    """A change of stage."""
    return Move(case_id=id, on=on, before=before, after=after)


def told(
    id: str,
    day: date,
    hour: int,
    *,
    matter: str = "next_step",
    step: int = 1,
    person: str = "sato",
    acted_at: datetime | None = None,
) -> Told:
    """A reminder."""
    moment = at(day, hour)
    return Told(case_id=id, person_id=person, at=moment, on=day, matter=matter, step=step, acted_at=acted_at)


def asked(id: str, on: date, state: str, *, is_answered: bool = False) -> Asked:
    """A question of the firm."""
    return Asked(id=id, company_id="yamada", firm="株式会社山田製作所", on=on, state=state, is_answered=is_answered)
