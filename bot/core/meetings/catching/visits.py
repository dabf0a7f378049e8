"""A coordinator's own visit to a firm of theirs, and what they write there for somebody who then confirms it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.core.meetings.catching.drafts import Draft
from bot.core.meetings.models import Kind
from bot.core.meetings.names import same_company_key
from bot.core.people import Company, Directory, Member, Role, access_coordinating


class Visits:
    """Who coordinates what."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def visited(self, draft: Draft, member: Member) -> Draft:
        """The draft as a support visit where it names a firm that this coordinator looks after."""
        firm = self._firm(draft.partner, member)
        if firm is None:
            return draft
        return replace(draft, kind=Kind.SUPPORT_VISIT, firm_id=firm.id, partner=firm.name)

    def begun(self, draft: Draft, firm_id: str, member: Member) -> Draft:
        """The draft of a visit to this firm, where the coordinator looks after it; else as it is."""
        firm = next((one for one in self._firms(member) if one.id == firm_id), None) if firm_id else None
        return draft if firm is None else self.visited(replace(draft, partner=firm.name), member)

    def members(self, draft: Draft, member: Member) -> Sequence[Member]:
        """For whom this coordinator may write: the people of the firm visited, else of all their firms."""
        if Role.COORDINATOR not in member.roles:
            return ()
        firms = [one for one in self._firms(member) if draft.firm_id in (None, one.id)]
        ids = {one.id for one in firms}
        people = self._directory.people(role=Role.MEMBER)
        theirs = [one for one in people if one.company is not None and one.company.id in ids and not one.has_left]
        return sorted((one for one in theirs if one.id != member.id), key=_order)

    def _firm(self, name: str, member: Member) -> Company | None:
        key = same_company_key(name)
        if not key:
            return None
        return next((one for one in self._firms(member) if same_company_key(one.name) == key), None)

    def _firms(self, member: Member) -> Sequence[Company]:
        """Of two firms whose names share a key, the coordinator's own comes first."""
        firms = [one for one in self._directory.companies() if access_coordinating(member, one)]
        return sorted(firms, key=lambda one: one.coordinator_id != member.id)


def _order(member: Member) -> tuple[str, str]:
    return member.company.name if member.company else "", member.name
