"""What introductions need of the outside: their records, words of firms, how words are compared, other features."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime, time
from typing import Protocol, TypeAlias

from bot.core.audited import Audited
from bot.core.introductions.models import Common, Introduction, Part, State, Told
from bot.core.messages import Locale
from bot.core.messages import Part as Shown
from bot.core.owed import Owed
from bot.core.people import Company, Member


class IntroductionStore(Protocol):
    """Introductions on record. Each call is one committed transaction and raises StorageError."""

    def in_state(self, states: Collection[State], *, since: datetime | None = None) -> Sequence[Introduction]:
        """Those in one of these states that changed since a moment, by the day they were found and id."""
        ...

    def by_id(self, id: str) -> Introduction | None:
        """One of them."""
        ...

    def by_ask(self, ask_id: str) -> Introduction | None:
        """The one of which a side knows this id."""
        ...

    def put_found(self, found: Sequence[Introduction], *, gone: Sequence[Introduction]) -> int:
        """Keep what was found: a pair that is there already stays as it is, unless nobody has done anything with it.
        What is `gone` is forgotten, where nobody has done anything with it. Returns how many changed."""
        ...

    def change(
        self, before: Introduction, after: Introduction, *, owed: Sequence[Owed] = (), audited: Sequence[Audited] = ()
    ) -> bool:
        """Put `after` (one version later) in the place of `before`, with what follows; False, and nothing is changed,
        where the record has another version."""
        ...


class FirmWords(Protocol):
    """What firms say, as far as a coordinator may see it now. Raises StorageError."""

    def offers(self, viewer: Member, companies: Sequence[Company]) -> Sequence[Told]:
        """What their value cards say that they can do."""
        ...

    def needs(self, viewer: Member, companies: Sequence[Company]) -> Sequence[Told]:
        """What they need: open issues of their encounters, challenges and wanted uses on their cards, how things are
        done today and what that costs."""
        ...

    def stamp(self) -> str:
        """Another one whenever anything of that may have changed."""
        ...


class Matching(Protocol):
    """Compares words. Keeps what it has read: to be thrown away with it."""

    def common(self, offer: str, need: str) -> Common | None:
        """What both have in common; None where that is too little to speak of."""
        ...

    def words(self, text: str) -> Collection[str]:
        """The words of a text that tell something, in their plain form."""
        ...


NewMatching: TypeAlias = Callable[[], Matching]
TroubleName: TypeAlias = Callable[[str, Locale], str]
"""The name of a trouble, from knowledge/troubles.yaml."""
TradeName: TypeAlias = Callable[[str, Locale], str]
"""The name of a trade; "" where it is none that is named."""
NamesAndNouns: TypeAlias = Callable[[str], tuple[Sequence[tuple[str, str]], Sequence[str]]]
"""The names that stand in a text, each with what it names ("person", "place", "name"), and its Japanese nouns."""
TellingWords: TypeAlias = Callable[[str], Collection[str]]
"""The nouns of a text that tell something, as they stand in it."""
SharedParts: TypeAlias = Callable[[Member, str], Sequence[Shown]]
"""What of the card with this id somebody may see, to be shown; nothing where that is nothing."""
Proposes: TypeAlias = Callable[[Introduction, Part, Member, Member, Member], None]
"""Propose the encounter of one side: by its coordinator, to its person, with the other. Again changes nothing."""
HoursOf: TypeAlias = Callable[[Member], tuple[time, time]]
"""From when until when somebody may be told something."""


class Days(Protocol):
    """Working days of one person."""

    def is_working_day(self, day: date) -> bool:
        """Does the person work on that day?"""
        ...

    def add_working_days(self, day: date, days: int) -> date:
        """The `days`-th one after `day`."""
        ...


class Calendars(Protocol):
    """Whose days are working days (bot/core/work_calendars.py)."""

    def days_of(self, member: Member) -> Days:
        """The working days of a person."""
        ...
