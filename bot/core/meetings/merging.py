"""Somebody on record under two spellings: said to be the same by a press, and taken back as any other change."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.meetings.changing import Changing
from bot.core.meetings.known import known_by
from bot.core.meetings.models import ChangeKind, Encounter, Kind
from bot.core.meetings.moves import Move
from bot.core.meetings.parties import COMPANY, were
from bot.core.meetings.results import Done, Result
from bot.core.people import Member, access_changing


@dataclass(frozen=True, slots=True)
class Otherwise:
    """A party on record under another spelling; `name` says a person with their firm."""

    party_id: str
    name: str
    is_firm: bool


class Merging(Changing):
    """Joining the firm and person of an encounter with whom they are."""

    def written_otherwise(self, encounter: Encounter, *, by: Member) -> Otherwise | None:
        """Whom the person of a meeting, else which the outside firm may be, on record under another spelling and not
        joined with them; the likeliest. None where it is not theirs to say: whom a firm has met is the firm's."""
        if not self._may_join(encounter, by):
            return None
        known = known_by(self._store, encounter.company_id, partner=encounter.partner, contact=encounter.contact)
        one = known.apart()
        return Otherwise(one.id, known.name_of(one), is_firm=one.kind == COMPANY) if one is not None else None

    def merge(self, id: str, party_id: str, *, by: Member) -> Result:
        """They are the same. Twice is once; where the party is none that they could be, nothing changes."""

        def decide(before: Encounter) -> Move | Result:
            known = known_by(self._store, before.company_id, partner=before.partner, contact=before.contact)
            said = next((one for one in known.alike() if one.id == party_id), None)
            joins = known.joins_with(said) if said is not None and self._may_join(before, by) else ()
            if not joins:
                return Done(encounter=before)
            return Move(after=before, kind=ChangeKind.MERGED, detail=were(joins), joins=joins)

        return self._changed(id, by, decide)

    def _may_join(self, encounter: Encounter, by: Member) -> bool:
        company = self._company(encounter)
        is_theirs = access_changing(by, company, ()) if company is not None else not by.has_left
        return encounter.kind == Kind.MEETING and is_theirs
