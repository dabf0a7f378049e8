"""What nudges need of the outside."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol

from bot.core.messages import Source
from bot.core.nudges.models import Bundle, CadenceChoice, Preference
from bot.core.owed import Owed
from bot.core.people import Member
from bot.core.person_days import DayOff
from bot.core.scheduled import Scheduled


class NudgeStore(Protocol):
    """Nudges on record. Each call is one committed transaction and raises StorageError."""

    @property
    def workspace_id(self) -> str:
        """The workspace whose nudges these are; ids of nudges and bundles are made with it."""
        ...

    def people_due(self, *, at: datetime) -> Sequence[str]:
        """The ids of everybody who has a nudge due at this moment; cheap with 100,000 nudges to come."""
        ...

    def due(self, person_ids: Collection[str], *, at: datetime) -> Mapping[str, Sequence[Scheduled]]:
        """What is due for these people at this moment, the oldest first."""
        ...

    def steps_told(self, nudge_ids: Collection[str]) -> Mapping[tuple[str, str], int]:
        """The latest step told, by nudge and series; absent where none was."""
        ...

    def slots_told(
        self, person_ids: Collection[str], *, since: date, given_back: bool = True
    ) -> Mapping[str, Collection[tuple[date, str]]]:
        """In which slots (day, `HH:MM`) these people were told something from a day on; with those, where
        `given_back`, that are used but from which everything was given back."""
        ...

    def plan(
        self,
        bundles: Sequence[Bundle],
        *,
        advanced: Sequence[tuple[Scheduled, Scheduled | None]],
        owed: Sequence[Owed],
    ) -> Sequence[Bundle]:
        """In one transaction: store bundles, put each told nudge's next step in its place (None: it has none and the
        row ends), and write down what is owed. A bundle that is there already, or whose nudge has changed meanwhile,
        is left out with all of its own; returns the ones stored. A nudge of no bundle advances by itself: it is passed
        over in silence."""
        ...

    def give_back(self, bundle: Bundle) -> bool:
        """It could not be told in its slot and never will be: its nudges are due again, where nothing has changed
        since. Its items are gone, the slot stays used; False where that was so already."""
        ...

    def owe(self, owed: Sequence[Owed]) -> None:
        """Write down what is owed; what is owed already stays."""
        ...

    def bundle(self, id: str) -> Bundle | None:
        """A bundle with its items."""
        ...

    def bundles_of(self, person_id: str, day: date) -> Sequence[Bundle]:
        """What somebody was told on a day, by slot."""
        ...

    def told(self, subject_kind: str, subject_id: str) -> Sequence[Bundle]:
        """The bundles in which a subject was told, the latest first."""
        ...

    def coming(self, person_id: str, *, until: datetime, limit: int = 50) -> Sequence[Scheduled]:
        """What is coming for somebody, what is late among it, by the moment it is due."""
        ...


class WishStore(Protocol):
    """What people wish of nudges, and the cadences that were chosen. Each call is one transaction."""

    def preference(self, person_id: str) -> Preference:
        """What somebody wishes; the defaults where they said nothing."""
        ...

    def preferences(self, person_ids: Collection[str]) -> Mapping[str, Preference]:
        """The same for many; absent are those who said nothing."""
        ...

    def put_preference(self, preference: Preference, at: datetime) -> None:
        """Keep what somebody wishes."""
        ...

    def muted(self, person_id: str) -> Sequence[tuple[str, str]]:
        """The subjects (kind, id) of which somebody wants to hear nothing more, the latest first."""
        ...

    def mutes(self, person_ids: Collection[str]) -> Mapping[str, Collection[tuple[str, str]]]:
        """The same for many; absent are those who muted nothing."""
        ...

    def mute(self, person_id: str, subject_kind: str, subject_id: str, at: datetime) -> None:
        """Hear nothing more of it."""
        ...

    def unmute(self, person_id: str, subject_kind: str, subject_id: str) -> None:
        """Hear of it again."""
        ...

    def choices(self, company_id: str | None = None) -> Sequence[CadenceChoice]:
        """The cadences that were chosen; of a firm, where that is said."""
        ...

    def put_choice(self, choice: CadenceChoice) -> None:
        """The newest choice for the same scope and name counts."""
        ...


class Days(Protocol):
    """Working days of one person: weekdays, holidays, the firm's calendar, leave."""

    def is_working_day(self, day: date) -> bool:
        """Does the person work on that day?"""
        ...

    def next_working_day(self, day: date) -> date:
        """The first one after `day`."""
        ...

    def add_working_days(self, day: date, days: int) -> date:
        """The `days`-th one after `day`; for 0 `day` itself, or the first one after it where it is none."""
        ...

    def day_off(self, day: date) -> DayOff | None:
        """Why the person does not work on that day; None where they do."""
        ...


class Calendars(Protocol):
    """Whose days are working days (bot/core/work_calendars.py)."""

    def days_of(self, member: Member) -> Days:
        """The working days of a person."""
        ...

    def partner_is_open(self, company_id: str | None, partner: str, day: date) -> bool:
        """Is the outside firm known to work on that day? True where nothing is known of it but its weekend and
        holidays."""
        ...


class Heartbeats(Protocol):
    """When something last ran, in real time."""

    def beat(self, name: str) -> None:
        """It runs."""
        ...

    def last(self, name: str) -> datetime | None:
        """When it ran last."""
        ...


class OperatorsLog(Protocol):
    """Where an operator looks when something stays wrong. Carries ids, never what people said."""

    def error(self, event: str, **details: Any) -> Any:
        """Something failed."""
        ...


Advice = Callable[[str, Sequence[Member]], Source | None]
"""What the guides say to a question, for these readers; None where they say nothing."""
