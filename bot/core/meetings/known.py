"""Whom a firm has met before that somebody may be who is written otherwise. Nothing is joined here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.core.meetings.names import may_be_surname_of, person_as_written
from bot.core.meetings.parties import COMPANY, PERSON, Joining, KnownParty, written


class Parties(Protocol):
    """Outside firms and people whom a firm has met."""

    def parties(self, company_id: str | None, *, kind: str, key: str) -> Sequence[KnownParty]:
        """Those with this key, each as written, and whoever was joined with one of them."""
        ...

    def people_of(self, company_id: str | None, firm_ids: Sequence[str]) -> Sequence[KnownParty]:
        """People of these outside firms, each as written, and whoever was joined with one of them."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """Firm and person as they are written now, and whom the firm has met of their names, as written then."""

    firm: KnownParty | None
    person: KnownParty | None
    firms: Sequence[KnownParty]
    people: Sequence[KnownParty]

    def by_id(self, id: str | None) -> KnownParty | None:
        """One of those who are known."""
        return next((one for one in (*self.firms, *self.people) if one.id == id), None)

    def same_people(self) -> list[KnownParty]:
        """Who may be the person, the likeliest first; none where they have been met under this very spelling."""
        return [] if self.person is None or self.by_id(self.person.id) is not None else self._people()

    def same_firms(self) -> list[KnownParty]:
        """Which may be the firm; none where it has been met under this very spelling."""
        return [] if self.firm is None or self.by_id(self.firm.id) is not None else self._firms()

    def apart(self) -> KnownParty | None:
        """Whom the person, else which the firm may be, and was not joined with, the likeliest; on record or not."""
        own = {self._root_of(one) for one in (self.firm, self.person) if one is not None}
        return next((one for one in self.alike() if _root(one) not in own), None)

    def alike(self) -> Sequence[KnownParty]:
        """Everybody whom the person, and all that the firm may be, also where they have been joined."""
        return (*self._people(), *self._firms())

    def name_of(self, one: KnownParty) -> str:
        """What a reader knows them by: a person with their firm, both as written."""
        firm = self.by_id(one.of_id) if one.kind == PERSON else None
        written_name = person_as_written(one.name) if one.kind == PERSON else one.name
        return " ".join(filter(None, (firm.name if firm else "", written_name)))

    def joins_with(self, said: KnownParty) -> tuple[Joining, ...]:
        """What follows where they were said to be the same: person and firm, under the names by which they were known
        first."""
        if said.kind == COMPANY:
            return tuple(self._joins(self.firm, said))
        return (*self._joins(self.person, said), *self._joins(self.firm, self.by_id(said.of_id)))

    def _people(self) -> list[KnownParty]:
        """Of one key, then with the surname alone in the same firm."""
        person = self.person
        if person is None:
            return []
        here = [one for one in self.people if self.firm is None or self.by_id(one.of_id) is not None]
        alike = [one for one in here if one.key == person.key]
        own = self._joined_firms()
        surnames = [one for one in here if one.of_id in own and may_be_surname_of(one.name, person.name)]
        return [*sorted(alike, key=lambda one: one.of_id not in own), *surnames]

    def _firms(self) -> list[KnownParty]:
        return [one for one in self.firms if self.firm is not None and one.key == self.firm.key]

    def _joined_firms(self) -> set[str]:
        own = self.by_id(self.firm.id) if self.firm else None
        return {one.id for one in self.firms if own is not None and _root(one) == _root(own)}

    def _joins(self, here: KnownParty | None, kept: KnownParty | None) -> Iterable[Joining]:
        """Whoever is written here, with all that were joined with it, becomes the same as the kept one."""
        if here is None or kept is None:
            return
        root = self._root_of(here)
        if root == _root(kept):
            return
        theirs = [one for one in (*self.firms, *self.people) if _root(one) == root]
        for one in theirs or [here]:
            yield Joining(id=one.id, into=_root(kept), was=one.joined_into)

    def _root_of(self, written_here: KnownParty) -> str:
        now = self.by_id(written_here.id)
        return _root(now) if now else written_here.id


def known_by(log: Parties, company_id: str | None, *, partner: str, contact: str) -> Known:
    """Whom the firm `company_id` has met of these names. May raise StorageError."""
    firm, person = written(company_id, partner=partner, contact=contact)
    firms = log.parties(company_id, kind=COMPANY, key=firm.key) if firm else ()
    people: Sequence[KnownParty] = ()
    if person is not None and firm is not None:
        people = log.people_of(company_id, [one.id for one in firms])
    elif person is not None:
        people = log.parties(company_id, kind=PERSON, key=person.key)
    return Known(firm=firm, person=person, firms=firms, people=people)


def _root(one: KnownParty) -> str:
    return one.joined_into or one.id
