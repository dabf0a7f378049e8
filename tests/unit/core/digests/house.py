"""A support body at a moment: firms that share this or that, and what is on record of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.bootstrap import load_working_days
from bot.core.digests.gathering import Gathering
from bot.core.digests.models import DigestChoice, Fact
from bot.core.digests.ports import Card, Ending, Introduction, Matter, Question, Request
from bot.core.membership.models import Changes
from bot.core.people import Company, Directory, Member, Role, Sharing
from tests.fakes.people import FakePeople

JAPAN = ZoneInfo("Asia/Tokyo")
TAKAHASHI = Member(id="takahashi", address="U05", name="高橋 由美", roles=frozenset({Role.COORDINATOR}))
ITO = Member(id="ito", address="U06", name="伊藤 誠", roles=frozenset({Role.COORDINATOR}))
IS_WORKING_DAY = load_working_days().is_working_day


def at(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """A moment in Japan."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=JAPAN).astimezone(UTC)


def firm(id: str, sharing: Sharing = Sharing.OUTLINE, coordinator_id: str | None = "takahashi") -> Company:
    """A firm of Takahashi's."""
    return Company(id=id, name=f"株式会社{id}", coordinator_id=coordinator_id, sharing=sharing)


def matter(id: str = "e1", company_id: str = "yamada", **given: Any) -> Matter:
    """An encounter that stands at no wall."""
    known: dict[str, Any] = {"stage": "cards", "wall": "", "missing": (), "since": date(2026, 11, 2)}
    return Matter(id=id, company_id=company_id, **{**known, **given})


@dataclass
class FakeRecords:
    """What other features know, as lists."""

    known: list[Matter] = field(default_factory=list)
    heard: dict[str, datetime] = field(default_factory=dict)
    asked: list[Question] = field(default_factory=list)
    held: list[Card] = field(default_factory=list)
    ends: list[Ending] = field(default_factory=list)
    found: list[Introduction] = field(default_factory=list)
    offered: list[Request] = field(default_factory=list)

    def matters(self, company_ids: Collection[str]) -> Sequence[Matter]:
        return [one for one in self.known if one.company_id in company_ids]

    def last_heard(self, company_ids: Collection[str]) -> Mapping[str, datetime]:
        return {id: moment for id, moment in self.heard.items() if id in company_ids}

    def questions(self, member: Member) -> Sequence[Question]:
        return self.asked

    def cards(self, member: Member, companies: Sequence[Company], *, since: datetime) -> Sequence[Card]:
        return [one for one in self.held if one.company_id in {company.id for company in companies}]

    def endings(self, member: Member) -> Sequence[Ending]:
        return self.ends

    def requests(self, member: Member) -> Sequence[Request]:
        return self.offered

    def introductions(self, _member: Member, _companies: Sequence[Company]) -> Sequence[Introduction]:
        return self.found


def directory_of(*companies: Company) -> Directory:
    """A directory of these firms and two coordinators."""
    people = FakePeople(TAKAHASHI, ITO)
    people.change(lambda _: Changes(companies=companies))
    return people


def facts_on(
    day: date, records: FakeRecords, *companies: Company, member: Member = TAKAHASHI, **chosen: Any
) -> list[Fact]:
    """What somebody is told on a day."""
    gathering = Gathering(
        records=records,
        directory=directory_of(*companies),
        is_working_day=IS_WORKING_DAY,
        introductions=records.introductions,
    )
    choice = DigestChoice(person_id=member.id, **chosen)
    return gathering.facts(member, choice, at(day))
