"""The first words to somebody: owed once, with the mark that they are, and composed when they are sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import get_args

from bot.core.clock import Clock
from bot.core.membership import replies
from bot.core.membership.ports import PeopleStore
from bot.core.messages import Locale, Reply
from bot.core.owed import Addressed, Composer, Owed
from bot.core.people import Company, Member, Sharing, access_sharing_choice

WELCOME, SHARING_QUESTION = "welcome", "sharing_question"
_ONCE_THEN = timedelta(microseconds=1)
_LOCALES: tuple[Locale, ...] = get_args(Locale)


class Greeting:
    """The welcome of a person, and the sharing question of a firm. `starters` gives questions to begin with."""

    def __init__(self, *, people: PeopleStore, clock: Clock, starters: Callable[[Member], tuple[str, ...]]) -> None:
        self._people, self._clock, self._starters = people, clock, starters

    def greet(self, member: Member, *, locale: Locale) -> int:
        """Owe somebody who talks with us directly what has not been said yet; returns how many messages that is."""
        return self._welcome(member, locale) + self._ask_firm(member, locale)

    def composers(self) -> Mapping[str, Composer]:
        """For each kind of message owed, what says it."""
        return {WELCOME: self._composed_welcome, SHARING_QUESTION: self._composed_question}

    def _welcome(self, member: Member, locale: Locale) -> int:
        if member.welcomed_at is not None or member.has_left:
            return 0
        owed = Owed(kind=WELCOME, subject_id=member.id, occurrence=locale, person=member.address)
        return int(self._people.mark_welcomed(member.id, self._clock.now(), owed=(owed,)))

    def _ask_firm(self, member: Member, locale: Locale) -> int:
        """Once a firm, whoever of it comes first."""
        company = self._undecided(member)
        if company is None or company.sharing_asked_at is not None:
            return 0
        owed = Owed(kind=SHARING_QUESTION, subject_id=company.id, occurrence=locale, person=member.address)
        # After the welcome, which was owed at the same moment.
        return int(self._people.mark_sharing_asked(company.id, self._clock.now() + _ONCE_THEN, owed=(owed,)))

    def _undecided(self, member: Member) -> Company | None:
        if member.company is None or not access_sharing_choice(member):
            return None
        company = self._people.company(member.company.id)
        return company if company is not None and company.sharing is Sharing.UNDECIDED else None

    def _composed_welcome(self, owed: Owed) -> Addressed | None:
        member = self._reader(owed)
        return _addressed(replies.welcome(member, self._starters(member)[0]), member) if member else None

    def _composed_question(self, owed: Owed) -> Addressed | None:
        """Not where the firm has chosen meanwhile, or the person is no longer of it."""
        member = self._reader(owed)
        company = self._undecided(member) if member else None
        if member is None or company is None or company.id != owed.subject_id:
            return None
        coordinator = self._people.by_id(company.coordinator_id) if company.coordinator_id else None
        return _addressed(replies.sharing_question(company, coordinator.name if coordinator else ""), member)

    def _reader(self, owed: Owed) -> Member | None:
        """Whom it goes to, with the language they were met in."""
        member = self._people.by_address(owed.person)
        if member is None or member.has_left:
            return None
        met_in = next((one for one in _LOCALES if one == owed.occurrence), _LOCALES[0])
        return replace(member, locale=member.locale or met_in)


def _addressed(reply: Reply, member: Member) -> Addressed:
    return Addressed(reply=reply, locale=member.locale or _LOCALES[0])
