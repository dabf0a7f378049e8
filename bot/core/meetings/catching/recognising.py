"""Somebody met before, written in another way: recognised by keys, joined only by a click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.core.meetings.catching.models import Card, Likeness
from bot.core.meetings.catching.ports import EncounterLog
from bot.core.meetings.models import KnownParty
from bot.core.meetings.names import same_company_key, same_person_key


class Recognition:
    """Looks people up among those whom a firm has met."""

    def __init__(self, log: EncounterLog) -> None:
        self._log = log

    def likeness(self, company_id: str | None, *, partner: str, contact: str) -> Likeness | None:
        """Somebody who may be the same although they are written otherwise; None for strangers and for the same."""
        key = same_person_key(contact)
        if not key:
            return None
        firms = self._firms(company_id, partner)
        for one in self._log.parties(company_id, kind="person", key=key):
            firm = firms.get(one.of_id or "")
            if partner and firm is None:
                continue
            if one.name == contact and (firm is None or firm.name == partner):
                return None
            return Likeness(name=" ".join(filter(None, (firm.name if firm else "", one.name))), party_id=one.id)
        return None

    def join(self, company_id: str | None, *, party_id: str, partner: str, contact: str) -> None:
        """They were said to be the same: person and firm, under the names by which they were known first."""
        people = self._log.parties(company_id, kind="person", key=same_person_key(contact))
        kept = next((one for one in people if one.id == party_id), None)
        if kept is None:
            return
        firms = list(self._firms(company_id, partner).values())
        here = {one.id for one in firms if one.name == partner}
        others = [
            one for one in people if one.id != kept.id and one.name == contact and (one.of_id or "") in (*here, "")
        ]
        known = next((one for one in firms if one.id == kept.of_id), None)
        if known is not None and known.name != partner:
            self._join(known, [one for one in firms if one.name == partner])
        self._join(kept, others)

    def _join(self, keep: KnownParty, others: Sequence[KnownParty]) -> None:
        apart = [one for one in others if one.id != keep.id]
        if apart:
            self._log.join_parties(keep, apart)

    def _firms(self, company_id: str | None, partner: str) -> dict[str, KnownParty]:
        key = same_company_key(partner)
        found = self._log.parties(company_id, kind="company", key=key) if key else ()
        return {one.id: one for one in found}


def marked(cards: Sequence[Card], recognition: Recognition, company_id: str | None) -> tuple[Card, ...]:
    """The cards, each with whom it may be: an earlier one of the list, or somebody met before."""
    first: dict[tuple[str, str], Card] = {}
    found = []
    for card in cards:
        key = (same_company_key(card.partner), same_person_key(card.contact))
        earlier = first.setdefault(key, card) if key[1] else card
        if earlier is not card:
            name = " ".join(filter(None, (earlier.partner, earlier.contact)))
            card = replace(card, likeness=Likeness(name=name, number=earlier.number))
        elif card.contact:
            likeness = recognition.likeness(company_id, partner=card.partner, contact=card.contact)
            card = replace(card, likeness=likeness)
        found.append(card)
    return tuple(found)
