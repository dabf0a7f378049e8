"""Somebody met before, written in another way: recognised by keys, joined only by a click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.core.meetings.catching.models import Card, Likeness
from bot.core.meetings.catching.ports import EncounterLog
from bot.core.meetings.known import known_by
from bot.core.meetings.names import same_company_key, same_person_key
from bot.core.meetings.parties import Joining, KnownParty, written


class Recognition:
    """Looks people up among those whom a firm has met."""

    def __init__(self, log: EncounterLog) -> None:
        self._log = log

    def likeness(
        self, company_id: str | None, *, partner: str, contact: str, is_other: bool = False
    ) -> Likeness | None:
        """Somebody who may be the same although they are written otherwise; where the person is not known, or is said
        to be nobody met before (`is_other`), the firm. None for strangers and for the same spelling."""
        known = known_by(self._log, company_id, partner=partner, contact=contact)
        for one in known.same_people() if not is_other else ():
            return Likeness(name=known.name_of(one), party_id=one.id)
        return next((Likeness(name=one.name, party_id=one.id, is_firm=True) for one in known.same_firms()), None)

    def joins(self, company_id: str | None, *, party_id: str, partner: str, contact: str) -> tuple[Joining, ...]:
        """What follows where they were said to be the same: person and firm, under the names by which they were known
        first. Nothing where this is nobody whom they could be."""
        known = known_by(self._log, company_id, partner=partner, contact=contact)
        said = next((one for one in (*known.same_people(), *known.same_firms()) if one.id == party_id), None)
        return known.joins_with(said) if said is not None else ()


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
