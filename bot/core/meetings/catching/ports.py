"""What catching needs of the outside: lines and files read, lists on record, and the use cases of encounters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Protocol, Unpack

from bot.core.meetings.catching.models import CardList
from bot.core.meetings.given import Corrections, NewEncounter, StepGiven
from bot.core.meetings.models import Change, Encounter, Outcome, State
from bot.core.meetings.parsing.models import CardList as PastedLines
from bot.core.meetings.parsing.models import Caught
from bot.core.meetings.parties import KnownParty
from bot.core.meetings.results import Result
from bot.core.messages import Dropped, Reply
from bot.core.people import Member


class LineReader(Protocol):
    """Reads lines by rules; contacts go to no model."""

    def line(self, text: str, *, on: date) -> Caught:
        """What one line says, read on a day."""
        ...

    def lines(self, text: str, *, on: date) -> PastedLines:
        """What pasted lines say, one card a line."""
        ...

    def coming(self, text: str, *, on: date) -> tuple[date | None, time | None]:
        """The one day to come that a text names, also in a request; None where there is none, or where there are
        several."""
        ...

    def is_encounter(self, caught: Caught) -> bool:
        """Does the line tell of an encounter, and not ask something?"""
        ...


class CardListStore(Protocol):
    """Lists of cards on record, each for its owner. Each call is one committed transaction and raises StorageError."""

    def add(self, new: CardList) -> CardList:
        """Store it; an id that is there already changes nothing, and the list of that id is returned."""
        ...

    def change(self, before: CardList, after: CardList) -> bool:
        """Put `after` in the place of `before`; False where the record has another version than `before`."""
        ...

    def by_id(self, id: str) -> CardList | None:
        """The list with this id."""
        ...

    def of_owner(self, by_id: str) -> Sequence[CardList]:
        """Somebody's lists, the newest first."""
        ...

    def remove(self, id: str) -> None:
        """Forget a list; what was kept from it stays on record."""
        ...

    def forget(self, by_id: str) -> None:
        """Forget all lists of somebody."""
        ...

    def forget_before(self, moment: datetime) -> int:
        """Forget what was made before a moment; returns how many."""
        ...


class Encounters(Protocol):
    """The use cases of encounters that catching calls (MeetingService)."""

    def capture(self, new: NewEncounter, *, by: Member) -> Result:
        """Store it as `by`'s own; the same id again is the same encounter."""
        ...

    def write_for(self, new: NewEncounter, *, by: Member, member: Member) -> Result:
        """A coordinator writes it for somebody of a firm of theirs, who is asked to confirm it."""
        ...

    def correct(self, id: str, *, by: Member, **fields: Unpack[Corrections]) -> Result:
        """Put right what was written down."""
        ...

    def outcome(
        self, id: str, outcome: Outcome, *, by: Member, learned: str = "", next_step: StepGiven | None = None
    ) -> Result:
        """How a meeting went."""
        ...

    def set_step(self, id: str, step: StepGiven, *, by: Member) -> Result:
        """What is done next."""
        ...

    def undo(self, change_id: str, *, by: Member) -> Result:
        """Take a change back, within ten minutes."""
        ...

    def may_change(self, member: Member, encounter: Encounter) -> bool:
        """May somebody change it?"""
        ...


class EncounterLog(Protocol):
    """What catching reads of encounters on record (EncounterStore)."""

    def by_id(self, id: str) -> Encounter | None:
        """The encounter with this id."""
        ...

    def of_owner(self, owner_id: str, *, states: Sequence[State] = (), limit: int = 100) -> Sequence[Encounter]:
        """Those that somebody looks after or has the next step of, the latest contact first."""
        ...

    def changes(self, encounter_id: str) -> Sequence[Change]:
        """What happened, in order, the undone ones marked."""
        ...

    def parties(self, company_id: str | None, *, kind: str, key: str) -> Sequence[KnownParty]:
        """Outside firms ("company") or people ("person") of a firm's encounters with this key, each as written, and
        whoever was joined with one of them."""
        ...

    def people_of(self, company_id: str | None, firm_ids: Sequence[str]) -> Sequence[KnownParty]:
        """People of these outside firms, each as written, and whoever was joined with one of them."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class TriedAs:
    """What a small try (`try_id`, that of its draft) became: the encounter and the change by which it did, with whom,
    on which day, at what cost at most. `whom` and `cap` are "" where that was not said."""

    try_id: str
    encounter_id: str
    change_id: str
    whom: str
    on: date
    cap: str


class Tries(Protocol):
    """Whoever planned small tries, and keeps what became of them."""

    def became(self, try_id: str, *, by: Member) -> tuple[str, str] | None:
        """The ids of the encounter and of the change that a try became; None where that is not known."""
        ...

    def keep(self, tried: TriedAs, *, by: Member) -> None:
        """Keep what it became, with what was said of it. Twice is once."""
        ...


class NoTries:
    """Where nobody plans any."""

    def became(self, try_id: str, *, by: Member) -> tuple[str, str] | None:
        """It is not known."""
        return None

    def keep(self, tried: TriedAs, *, by: Member) -> None:
        """Nothing is kept."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A table of a file: its rows from the first one, empty ones among them, each with its cells as text."""

    title: str
    rows: tuple[tuple[str, ...], ...]


class TableFiles(Protocol):
    """Reads the tables of a file of somebody's: .xlsx, .csv, .vcf. The file is not trusted."""

    def tables(self, *, file_name: str, content: bytes) -> Sequence[Table]:
        """Every table that can be seen. Raises DocumentRefused with the reason and what to do."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Attendee:
    """Somebody of a calendar's meeting. `mail` says who is from outside, and is kept nowhere."""

    mail: str
    name: str = ""
    has_declined: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarEvent:
    """One meeting of a calendar; of a repeated one its next time. `starts_on` where no hour is said, else `starts_at`.

    `uid` is the same in every file that has this meeting; of a repeated one it names the time as well.
    """

    uid: str
    starts_at: datetime | None
    starts_on: date | None
    summary: str = ""
    location: str = ""
    organizer: Attendee | None = None
    attendees: tuple[Attendee, ...] = ()
    is_cancelled: bool = False


class CalendarFiles(Protocol):
    """Reads a calendar file of somebody's (.ics). The file is not trusted."""

    def events(
        self, *, file_name: str, content: bytes, now: datetime, time_zone: str, since: date
    ) -> Sequence[CalendarEvent]:
        """Its meetings by their time; of a repeated one only the next time after `now`, and of what ended before
        `since` nothing. `time_zone` is for hours without one. Raises DocumentRefused."""
        ...


class GuideDoor(Protocol):
    """Where a file goes that may be a guide after all."""

    def set_aside(self, dropped: Dropped, member: Member) -> bool:
        """Keep it until it is asked for; False where this person loads no guides."""
        ...

    def take_up(self, id: str, member: Member) -> Reply:
        """Show what it would be as a guide."""
        ...
