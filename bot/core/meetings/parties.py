"""Outside firms and people of encounters. A party is what was written: the same spelling is the same party.

Another spelling with the same key is recognised (bot/core/meetings/names.py) and joined only by somebody's word.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID, uuid5

from bot.core.meetings.models import Encounter
from bot.core.meetings.names import company_as_written, person_as_written, same_company_key, same_person_key

COMPANY, PERSON = "company", "person"
KEY_AT_MOST = 200
"""Characters of a key."""

_NAMESPACE = UUID("f7b9c9b5-5c1f-5f0e-9a39-0f4f0f9a7d55")


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownParty:
    """An outside firm or person that a firm has met, as they are written (bot/core/meetings/parties.py): `key` is what
    two spellings share."""

    id: str
    company_id: str | None
    kind: str
    """"company" or "person"."""
    name: str
    key: str
    of_id: str | None = None
    """The firm of a person."""
    title: str = ""
    joined_into: str | None = None
    """The party that it was said to be the same as; None for one by itself."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Joining:
    """A party is joined into another one, or is by itself (`into` None); `was` is how it stood before that."""

    id: str
    into: str | None
    was: str | None = None


def parties_of(one: Encounter) -> tuple[KnownParty, ...]:
    """The outside firm and person of an encounter, where they are named."""
    firm, person = written(one.company_id, partner=one.partner, contact=one.contact, title=one.title)
    return tuple(party for party in (firm, person) if party is not None)


def written(
    company_id: str | None, *, partner: str, contact: str, title: str = ""
) -> tuple[KnownParty | None, KnownParty | None]:
    """Firm and person as they are written, None where not named; a person is known within their firm."""
    key = same_company_key(partner)[:KEY_AT_MOST]
    id = _id(company_id, COMPANY, company_as_written(partner))
    firm = KnownParty(id=id, company_id=company_id, kind=COMPANY, name=partner, key=key) if key else None
    key = same_person_key(contact)[:KEY_AT_MOST]
    if not key:
        return firm, None
    person = KnownParty(
        id=_id(company_id, PERSON, firm.id if firm else "", person_as_written(contact)),
        company_id=company_id,
        kind=PERSON,
        name=contact,
        key=key,
        of_id=firm.id if firm else None,
        title=title,
    )
    return firm, person


def were(joins: Iterable[Joining]) -> dict[str, str]:
    """How parties stood before a change joined them, for its detail: `id:` or `id:root`."""
    words = " ".join(f"{one.id}:{one.was or ''}" for one in joins)
    return {"was_joined": words} if words else {}


def parted(detail: dict[str, str]) -> tuple[Joining, ...]:
    """What takes back the joining of a change with this detail."""
    pairs = (one.rpartition(":") for one in detail.get("was_joined", "").split())
    return tuple(Joining(id=id, into=was or None) for id, _, was in pairs)


def _id(company_id: str | None, *parts: str) -> str:
    return uuid5(_NAMESPACE, "\x1f".join((company_id or "", *parts))).hex
