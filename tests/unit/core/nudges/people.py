"""People, days and what waits, for the tests of nudges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from bot.core.clock import VirtualClock
from bot.core.nudges.models import CadenceChoice
from bot.core.nudges.planning import Planning
from bot.core.people import Company, Member, Role
from bot.core.scheduled import Scheduled, Waiting
from tests.fakes.nudges import FakeCalendars, shipped_cadences

FRIDAY = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
"""10:00 in Japan, before a weekend and a holiday."""
TODAY = date(2026, 11, 20)
LABOUR_DAY = date(2026, 11, 23)
AOI = Company(id="aoi", name="あおい精機", coordinator_id="sato")
TANAKA = Member(id="tanaka", address="U-tanaka", name="田中 健", roles=frozenset({Role.MEMBER}), company=AOI)
MORI = replace(TANAKA, id="mori", address="U-mori", name="Mori", locale="en")
SATO = Member(id="sato", address="U-sato", name="佐藤 花子", roles=frozenset({Role.COORDINATOR}))
KATO = Member(id="kato", address="U-kato", name="加藤 誠", roles=frozenset({Role.ADMIN}))


class Town:
    """A Directory that a test changes."""

    def __init__(self, *people: Member) -> None:
        self.known = {one.id: one for one in people}

    def put(self, member: Member) -> None:
        self.known[member.id] = member

    def by_address(self, address: str) -> Member | None:
        return next((one for one in self.known.values() if one.address == address), None)

    def by_id(self, id: str) -> Member | None:
        return self.known.get(id)

    def people(self, *, role: Role | None = None, company_id: str | None = None) -> list[Member]:
        found = [one for one in self.known.values() if role is None or role in one.roles]
        return [one for one in found if company_id is None or (one.company and one.company.id == company_id)]

    def company(self, id: str) -> Company | None:
        return next((firm for firm in self.companies() if firm.id == id), None)

    def companies(self) -> list[Company]:
        return list({one.company.id: one.company for one in self.known.values() if one.company}.values())


def waiting(
    matter: str = "no_next_step",
    since: date = TODAY,
    *,
    subject: str = "e1",
    person: str = "tanaka",
    kind: str = "encounter",
    not_before: date | None = None,
    comes_back: bool = False,
    cadence: str = "",
    event: str = "",
    stage: str = "",
    partner: str = "",
) -> Waiting:
    return Waiting(
        subject_kind=kind,
        subject_id=subject,
        matter=matter,
        person_id=person,
        since=since,
        company_id="aoi",
        not_before=not_before,
        comes_back=comes_back,
        cadence=cadence,
        event=event,
        stage=stage,
        partner=partner,
    )


class Desk:
    """Planning with everything around it."""

    def __init__(self, *people: Member, start: datetime = FRIDAY, choices: Sequence[CadenceChoice] = ()) -> None:
        self.clock, self.town = VirtualClock(start), Town(*(people or (TANAKA, MORI, SATO, KATO)))
        self.calendars = FakeCalendars(holidays={LABOUR_DAY})
        self.planning = Planning(
            cadences=shipped_cadences(),
            calendars=self.calendars,
            directory=self.town,
            choices=lambda company_id: [one for one in choices if one.company_id == company_id],
            clock=self.clock,
        )

    def plan(self, one: Waiting) -> Scheduled:
        (planned,) = self.planning([one])
        return planned

    def days(self, one: Waiting, count: int) -> list[date]:
        """The first days on which somebody is reminded, as if each were told on its day."""
        member, planned = self.town.known[one.person_id], [self.plan(one)]
        while len(planned) < count:
            following = self.planning.following(planned[-1], member)
            if following is None:
                break
            planned.append(following)
        return [step.due_on for step in planned]
