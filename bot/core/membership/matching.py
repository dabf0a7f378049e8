"""Whom a line of a table means: by Slack ID, then by e-mail address; a name alone never decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.membership.entries import Entry
from bot.core.membership.models import is_mere_guest
from bot.core.messages import Message
from bot.core.people import Member


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """The person, None for somebody new; `guest` is a second record of theirs, from before they were named."""

    person: Member | None = None
    guest: Member | None = None


class People:
    """Everybody who is known, by what a table says of them."""

    def __init__(self, everybody: Sequence[Member]) -> None:
        self.everybody = everybody
        self._by_address = {one.address: one for one in everybody if one.address}
        self._by_email: dict[str, list[Member]] = {}
        for one in everybody:
            if one.email:
                self._by_email.setdefault(one.email, []).append(one)

    def find(self, entry: Entry) -> Found | Message:
        """Whom an entry means, or why that cannot be said."""
        by_id = self._by_address.get(entry.slack_id)
        others = [one for one in self._by_email.get(entry.email, ()) if by_id is None or one.id != by_id.id]
        if len(others) > 1:
            # Somebody came as a guest under a second account: the record that somebody wrote is meant.
            others = [one for one in others if not is_mere_guest(one)] or others
        if by_id is None:
            return self._by_email_alone(entry, others)
        if not others:
            return Found(person=by_id)
        if len(others) == 1 and not others[0].address and is_mere_guest(by_id):
            return Found(person=others[0], guest=by_id)
        if all(is_mere_guest(one) for one in others):
            return Found(person=by_id)
        arguments = {"line": str(entry.line), "by_id": by_id.name, "by_email": others[0].name}
        return Message("people-import-two-people", arguments)

    def _by_email_alone(self, entry: Entry, others: Sequence[Member]) -> Found | Message:
        if len(others) > 1:
            return Message("people-import-email-ambiguous", {"line": str(entry.line), "value": entry.email})
        return Found(person=others[0] if others else None)
