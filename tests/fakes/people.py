"""A PeopleStore in memory; the contract suite holds it to what the database does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from bot.core.audited import Audited
from bot.core.membership.models import Changes, Erased, KeptChange, SharingChoice, Snapshot
from bot.core.owed import Owed
from bot.core.people import Company, Member, Role, Sharing


class FakePeople:
    """People and firms by id. `questions` and `ratings` count what an address has on record."""

    def __init__(self, *people: Member) -> None:
        self._people: dict[str, Member] = {}
        self._companies: dict[str, Company] = {}
        self._choices: list[SharingChoice] = []
        self._kept: dict[str, KeptChange] = {}
        self.owed: list[Owed] = []
        self.audited: list[Audited] = []
        self.questions: dict[str, int] = {}
        self.ratings: dict[str, int] = {}
        firms = {one.company.id: one.company for one in people if one.company}
        self.change(lambda snapshot: Changes(companies=tuple(firms.values()), people=people))

    def by_address(self, address: str) -> Member | None:
        return next((one for one in self.people() if address and one.address == address), None)

    def by_id(self, id: str) -> Member | None:
        return next((one for one in self.people() if one.id == id), None)

    def by_email(self, email: str) -> Sequence[Member]:
        return [one for one in self.people() if email and one.email == email]

    def people(self, *, role: Role | None = None, company_id: str | None = None) -> Sequence[Member]:
        found = [replace(one, company=self._firm(one.company)) for one in self._people.values()]
        found.sort(key=lambda one: (one.added_at or datetime.min.replace(tzinfo=UTC), one.id))
        of_firm = [one for one in found if company_id is None or (one.company and one.company.id == company_id)]
        return [one for one in of_firm if role is None or role in one.roles]

    def company(self, id: str) -> Company | None:
        return self._companies.get(id)

    def companies(self) -> Sequence[Company]:
        return sorted(self._companies.values(), key=lambda one: (one.name, one.id))

    def change(self, decide: Callable[[Snapshot], Changes]) -> Changes:
        changes = decide(Snapshot(people=self.people(), companies=self.companies(), kept=self.kept_changes()))
        for person_id in changes.removed:
            self._people.pop(person_id, None)
        self._companies |= {one.id: one for one in changes.companies}
        self._people |= {one.id: one for one in changes.people}
        self._kept |= {one.id: one for one in changes.kept}
        self.owed += [one for one in changes.owed if one not in self.owed]
        self.audited += changes.audited
        return changes

    def kept_changes(self) -> Sequence[KeptChange]:
        return tuple(sorted(self._kept.values(), key=lambda one: one.at, reverse=True))

    def put(self, member: Member) -> None:
        """Make somebody what a test wants them to be."""
        self._people[member.id] = member

    def mark_welcomed(self, person_id: str, at: datetime, *, owed: Sequence[Owed] = ()) -> bool:
        person = self._people.get(person_id)
        if person is None or person.welcomed_at is not None:
            return False
        self._people[person_id] = replace(person, welcomed_at=at)
        self.owed += owed
        return True

    def mark_sharing_asked(self, company_id: str, at: datetime, *, owed: Sequence[Owed] = ()) -> bool:
        company = self._companies.get(company_id)
        if company is None or company.sharing_asked_at is not None:
            return False
        self._companies[company_id] = replace(company, sharing_asked_at=at)
        self.owed += owed
        return True

    def choose_sharing(self, choice: SharingChoice) -> bool:
        company = self._companies.get(choice.company_id)
        if company is None or company.sharing is choice.sharing:
            return False
        self._companies[company.id] = replace(
            company, sharing=Sharing(choice.sharing), sharing_by=choice.chosen_by, sharing_at=choice.chosen_at
        )
        self._choices.append(choice)
        return True

    def set_trade(self, company_id: str, trade: str) -> bool:
        company = self._companies.get(company_id)
        if company is None or company.trade:
            return False
        self._companies[company_id] = replace(company, trade=trade)
        return True

    def sharing_choices(self, company_id: str) -> Sequence[SharingChoice]:
        return [one for one in self._choices if one.company_id == company_id]

    def leave(self, person_id: str, at: datetime) -> Erased | None:
        person = self._people.get(person_id)
        if person is None or person.has_left:
            return None
        self._people[person_id] = replace(person, left_at=at)
        address = person.address
        return Erased(questions=self.questions.pop(address, 0), ratings=self.ratings.pop(address, 0))

    def rejoin(self, person_id: str) -> bool:
        person = self._people.get(person_id)
        if person is None or not person.has_left:
            return False
        self._people[person_id] = replace(person, left_at=None)
        return True

    def _firm(self, company: Company | None) -> Company | None:
        return self._companies.get(company.id) if company else None
