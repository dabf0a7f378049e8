"""The people of a world of nudges, their encounters, their days, and on which of them each encounter is to be told.

Everybody captures on a Monday. Then nothing runs for a week (the outage). On Tuesday the 15th all that waits comes at
once; on Monday the 21st every encounter that is still looked after is due once more, and on no day between.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bot.core.meetings.given import NewEncounter
from bot.core.people import Company, Member, Role, Sharing
from tests.faults.storm.place import BEGINS_AT, Place
from tests.faults.storm.receiving import PEOPLE

BACK, BACK_AGAIN = date(2027, 6, 15), date(2027, 6, 21)
"""When it runs again after the outage; when everything is due once more."""
DAYS = (date(2027, 6, 16), date(2027, 6, 17), BACK_AGAIN, date(2027, 6, 22))
"""The days that pass afterwards, one by one."""
PUT_OFF_TO, STEP_ON = BACK_AGAIN, date(2027, 6, 18)
_EACH = 3
_FIRST_DUE = date(2027, 6, 8)
FIRM = Company(id="aoi", name="あおい精機", sharing=Sharing.OUTLINE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Meeting:
    """An encounter of a world, and on which days it may be told: once of `first`, once of `second`; empty: never.

    Where something was `settled` about it, from then on it is not told on any other day.
    """

    key: str
    name: str
    person: int
    has_step: bool
    first: frozenset[date]
    second: frozenset[date]

    @property
    def owed(self) -> int:
        """How often it is to be told."""
        return bool(self.first) + bool(self.second)


def nine(day: date) -> datetime:
    """Shortly after nine in Japan."""
    return datetime(day.year, day.month, day.day, 0, 5, tzinfo=UTC)


def address(tenant: str, number: int) -> str:
    """Where somebody of this world is written to."""
    return PEOPLE[(sum(tenant.encode()) + number) % len(PEOPLE)]


def members(tenant: str, count: int) -> tuple[Member, ...]:
    """Everybody; the chat's people live in several worlds, each under another roof."""
    return tuple(
        Member(
            id=f"m{number}",
            address=address(tenant, number),
            name=f"m{number}",
            roles=frozenset({Role.MEMBER}),
            company=FIRM,
            added_at=BEGINS_AT - timedelta(days=30),
        )
        for number in range(count)
    )


def meetings(tenant: str, people: int, *, overnight: bool, closes: bool) -> Mapping[str, Meeting]:
    """Every encounter by its key: the first person has one alone, which is closed before anything is sent."""
    return {one.key: one for one in _meetings(tenant, people, overnight=overnight, closes=closes)}


def _meetings(tenant: str, people: int, *, overnight: bool, closes: bool) -> Iterator[Meeting]:
    usual = frozenset({BACK}) if not overnight else frozenset(DAYS[:2])
    never, again = frozenset[date](), frozenset({BACK_AGAIN})
    rules = {
        "declined": (never, never),
        "declined-later": (never, never) if closes else (usual, again),
        "put-off": (never, again),
        "step-set": (never, again),
    }
    for number, (key, person) in enumerate(_keys(people)):
        first, second = rules.get(key, (usual, again))
        if key == "late":
            first = frozenset(DAYS[:2])
        yield Meeting(
            key=key,
            name=f"W{tenant.rpartition('-')[2]}E{number}Z",
            person=person,
            # Where a step is put off it goes on from the new day, and is due once more the day after.
            has_step=key in ("late", "step-set") or (key != "put-off" and number % 2 == 0),
            first=first,
            second=second,
        )


def _keys(people: int) -> Iterator[tuple[str, int]]:
    yield "declined", 0
    yield from (("declined-later", 1), ("put-off", 1), ("open", 1), ("late", 1))
    yield from (("step-set", 2), ("taken-back", 2), ("open-2", 2))
    for person in range(3, people):
        yield from ((f"open-{person}-{number}", person) for number in range(_EACH))


def new(one: Meeting, tenant: str) -> NewEncounter:
    """The encounter as its person gives it; the same id however often."""
    id = f"{tenant}-{one.key}"
    if not one.has_step:
        return NewEncounter(id=id, partner=one.name, met_on=BEGINS_AT.date())
    due_on, met_on = (BACK, BACK - timedelta(days=1)) if one.key == "late" else (_FIRST_DUE, BEGINS_AT.date())
    return NewEncounter(id=id, partner=one.name, met_on=met_on, next_step="お見積もり", due_on=due_on, due_time="15:00")


def encounter_id(place: Place, key: str) -> str:
    """Its id."""
    return f"{place.tenant}-{key}"
