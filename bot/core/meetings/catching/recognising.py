"""Somebody met before, written in another way: recognised by keys, joined only by a click."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.core.meetings.catching.models import Card, Likeness
from bot.core.meetings.catching.ports import EncounterLog
from bot.core.meetings.models import KnownParty
from bot.core.meetings.names import may_be_surname_of, person_as_written, same_company_key, same_person_key
from bot.core.meetings.parties import COMPANY, PERSON, Joining, written


@dataclass(frozen=True, kw_only=True, slots=True)
class _Known:
    """Firm and person as they are written now, and whom the firm has met of their names, as written then."""

    firm: KnownParty | None
    person: KnownParty | None
    firms: Sequence[KnownParty]
    people: Sequence[KnownParty]

    def by_id(self, id: str | None) -> KnownParty | None:
        return next((one for one in (*self.firms, *self.people) if one.id == id), None)

    def same_people(self) -> list[KnownParty]:
        """Who may be the person, the likeliest first: of one key, then with the surname alone in the same firm."""
        person = self.person
        if person is None or self.by_id(person.id) is not None:
            return []
        here = [one for one in self.people if self.firm is None or self.by_id(one.of_id) is not None]
        alike = [one for one in here if one.key == person.key]
        own = self._joined_firms()
        surnames = [one for one in here if one.of_id in own and may_be_surname_of(one.name, person.name)]
        return [*sorted(alike, key=lambda one: one.of_id not in own), *surnames]

    def same_firms(self) -> list[KnownParty]:
        """Which may be the firm; none where it has been met under this very spelling."""
        if self.firm is None or self.by_id(self.firm.id) is not None:
            return []
        return [one for one in self.firms if one.key == self.firm.key]

    def _joined_firms(self) -> set[str]:
        own = self.by_id(self.firm.id) if self.firm else None
        return {one.id for one in self.firms if own is not None and _root(one) == _root(own)}

    def joins(self, here: KnownParty | None, kept: KnownParty | None) -> Iterable[Joining]:
        """Whoever is written here, with all that were joined with it, becomes the same as the kept one."""
        if here is None or kept is None:
            return
        now = self.by_id(here.id)
        root = _root(now) if now else here.id
        if root == _root(kept):
            return
        theirs = [one for one in (*self.firms, *self.people) if _root(one) == root]
        for one in theirs or [here]:
            yield Joining(id=one.id, into=_root(kept), was=one.joined_into)


class Recognition:
    """Looks people up among those whom a firm has met."""

    def __init__(self, log: EncounterLog) -> None:
        self._log = log

    def likeness(self, company_id: str | None, *, partner: str, contact: str) -> Likeness | None:
        """Somebody who may be the same although they are written otherwise; where the person is not known, the firm.
        None for strangers and for the same spelling."""
        known = self._known(company_id, partner, contact)
        for one in known.same_people():
            firm = known.by_id(one.of_id)
            names = (firm.name if firm else "", person_as_written(one.name))
            return Likeness(name=" ".join(filter(None, names)), party_id=one.id)
        return next((Likeness(name=one.name, party_id=one.id, is_firm=True) for one in known.same_firms()), None)

    def joins(self, company_id: str | None, *, party_id: str, partner: str, contact: str) -> tuple[Joining, ...]:
        """What follows where they were said to be the same: person and firm, under the names by which they were known
        first. Nothing where this is nobody whom they could be."""
        known = self._known(company_id, partner, contact)
        said = next((one for one in (*known.same_people(), *known.same_firms()) if one.id == party_id), None)
        if said is None:
            return ()
        if said.kind == COMPANY:
            return tuple(known.joins(known.firm, said))
        return (*known.joins(known.person, said), *known.joins(known.firm, known.by_id(said.of_id)))

    def _known(self, company_id: str | None, partner: str, contact: str) -> _Known:
        firm, person = written(company_id, partner=partner, contact=contact)
        firms = self._log.parties(company_id, kind=COMPANY, key=firm.key) if firm else ()
        people: Sequence[KnownParty] = ()
        if person is not None and firm is not None:
            people = self._log.people_of(company_id, [one.id for one in firms])
        elif person is not None:
            people = self._log.parties(company_id, kind=PERSON, key=person.key)
        return _Known(firm=firm, person=person, firms=firms, people=people)


def _root(one: KnownParty) -> str:
    return one.joined_into or one.id


def _firm_above(card: Card, company_id: str | None, firms: dict[str, KnownParty]) -> Likeness | None:
    """The firm of a card further up, where it is written otherwise there; joined once both are kept."""
    firm, _ = written(company_id, partner=card.partner, contact=card.contact)
    earlier = firms.setdefault(firm.key, firm) if firm is not None else None
    if firm is None or earlier is None or earlier.id == firm.id:
        return None
    return Likeness(name=earlier.name, party_id=earlier.id, is_firm=True, is_listed=True)


def marked(cards: Sequence[Card], recognition: Recognition, company_id: str | None) -> tuple[Card, ...]:
    """The cards, each with whom it may be: an earlier one of the list, or somebody met before."""
    first: dict[tuple[str, str], Card] = {}
    firms: dict[str, KnownParty] = {}
    found = []
    for card in cards:
        key = (same_company_key(card.partner), same_person_key(card.contact))
        earlier = first.setdefault(key, card) if key[1] else card
        if earlier is not card:
            name = " ".join(filter(None, (earlier.partner, earlier.contact)))
            card = replace(card, likeness=Likeness(name=name, number=earlier.number))
        elif card.is_named:
            likeness = recognition.likeness(company_id, partner=card.partner, contact=card.contact)
            card = replace(card, likeness=likeness or _firm_above(card, company_id, firms))
        found.append(card)
    return tuple(found)
