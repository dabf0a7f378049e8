"""What digests need of the outside: their own records, and what other features know of firms."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Protocol, TypeAlias

from bot.core.audited import Audited
from bot.core.digests.models import Digest, DigestChoice, DigestKind, Dismissal, FactKey, Line
from bot.core.digests.wording import Reader
from bot.core.messages import Locale, OutgoingFile, Reply
from bot.core.owed import Owed
from bot.core.people import Company, Member

Slot: TypeAlias = tuple[DigestKind, date]
"""Which digest of somebody: its kind and its day."""


class DigestStore(Protocol):
    """Digests on record. Each call is one committed transaction and raises StorageError."""

    @property
    def workspace_id(self) -> str:
        """The workspace whose digests these are; their ids are made with it."""
        ...

    def choices(self) -> Mapping[str, DigestChoice]:
        """What everybody wishes, by person; absent are those who said nothing."""
        ...

    def put_choice(self, choice: DigestChoice, at: datetime) -> None:
        """Keep what somebody wishes."""
        ...

    def plan(self, digest: Digest, *, owed: Sequence[Owed], audited: Sequence[Audited] = ()) -> bool:
        """Store it with its facts, what is owed and whose data it shows, in one transaction. One that is there already
        changes nothing, unless it was given back: then this takes its place. False where nothing was changed."""
        ...

    def give_back(self, digest: Digest) -> bool:
        """It came too late for its day: it can be planned again. False where it was, or is another attempt by now."""
        ...

    def by_id(self, id: str) -> Digest | None:
        """One digest with its facts."""
        ...

    def planned(self, person_ids: Collection[str], *, since: date) -> Mapping[str, Sequence[Digest]]:
        """The digests of these people whose day is not before `since`, the latest first, without their facts."""
        ...

    def of_person(self, person_id: str, *, since: datetime) -> Sequence[Digest]:
        """Somebody's digests that were planned since a moment, with their facts, the latest first."""
        ...

    def told(self, person_id: str, *, since: datetime) -> Collection[FactKey]:
        """Every fact that somebody was told in a digest that was planned since a moment."""
        ...

    def dismiss(self, person_id: str, dismissals: Sequence[Dismissal]) -> None:
        """Leave these facts out; the newest word on a fact counts."""
        ...

    def restore(self, person_id: str, *, dismissed_at: datetime) -> int:
        """Take back what was put away at that moment; returns how many facts."""
        ...

    def dismissed(self, person_id: str) -> Sequence[Dismissal]:
        """What somebody has put away."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Matter:
    """An encounter of a firm that is open, as far as its dates, stage and walls go; `partner` are words.

    `wall` is "wall_1" … or ""; `decision_on` is that of a trial; `step_on` the day of a complete next step, or that of
    the last contact where it is later; `patience` how many working days after it its cadence asks for the last time.
    """

    id: str
    company_id: str
    stage: str
    wall: str
    missing: tuple[str, ...]
    since: date
    decision_on: date | None = None
    step_on: date | None = None
    patience: int = 0
    put_off_until: date | None = None
    partner: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """A question that waits for this coordinator. `company_id` is the asker's firm; `mark` which asking of it."""

    id: str
    asked_at: datetime
    mark: str
    reply_by: datetime | None = None
    company_id: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """A value card as this coordinator may see it. `shared_at` is when it last came to reach them, None where that was
    long ago; `open` counts open questions; `moved_at` is its last change; `name` are words."""

    id: str
    company_id: str
    moved_at: datetime
    shared_at: datetime | None = None
    open: int = 0
    name: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Ending:
    """What ends, and nobody was named for what comes after. `name` is "" for a coordinator's own leaving."""

    id: str
    name: str
    last_day: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """Somebody asks this coordinator to look after firms of theirs, and has no reply yet."""

    id: str
    asked_by: str
    firms: int
    asked_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Introduction:
    """Two firms worth introducing, for the coordinator alone."""

    id: str
    company_id: str
    found_on: date
    mark: str = ""


class Records(Protocol):
    """What other features have on record, read for many firms at once. Raises StorageError."""

    def matters(self, company_ids: Collection[str]) -> Sequence[Matter]:
        """Every open encounter of these firms with the outside."""
        ...

    def last_heard(self, company_ids: Collection[str]) -> Mapping[str, datetime]:
        """When these firms last logged or answered anything; when they came where they never did."""
        ...

    def questions(self, member: Member) -> Sequence[Question]:
        """What waits for an answer of this coordinator, the oldest first."""
        ...

    def cards(self, member: Member, companies: Sequence[Company], *, since: datetime) -> Sequence[Card]:
        """The value cards of these firms that the coordinator may see; `shared_at` from `since` on."""
        ...

    def endings(self, member: Member) -> Sequence[Ending]:
        """What of this coordinator ends without a successor, as far as it is asked about now."""
        ...

    def requests(self, member: Member) -> Sequence[Request]:
        """Which firms of others they were asked to take over, and have not answered."""
        ...


IntroductionsOf: TypeAlias = Callable[[Member, Sequence[Company]], Sequence[Introduction]]
"""Introductions worth making among these firms."""


def no_introductions(_member: Member, _companies: Sequence[Company]) -> Sequence[Introduction]:
    """Where nothing finds any."""
    return ()


Pictures: TypeAlias = Callable[[Member, Collection[str], Sequence[Line], datetime], Sequence[OutgoingFile]]
"""What goes with a weekly digest to be looked at: of the firms with these ids, and of these lines, at a moment."""


def no_pictures(
    _member: Member, _ids: Collection[str], _lines: Sequence[Line], _now: datetime
) -> Sequence[OutgoingFile]:
    """Where nothing draws any."""
    return ()


ExportLines: TypeAlias = Callable[[Sequence[Line], Reader], OutgoingFile]
"""Lines as a file, with the records behind them."""


class Days(Protocol):
    """Working days of one person."""

    def is_working_day(self, day: date) -> bool:
        """Does the person work on that day?"""
        ...

    def add_working_days(self, day: date, days: int) -> date:
        """The `days`-th one after `day`; for 0 `day` itself, or the first one after it where it is none."""
        ...


class Calendars(Protocol):
    """Whose days are working days (bot/core/work_calendars.py)."""

    def days_of(self, member: Member) -> Days:
        """The working days of a person."""
        ...


IsWorkingDay: TypeAlias = Callable[[date], bool]
"""Is it a working day of the country? Ages are counted in these, whoever is on leave."""
HoursOf: TypeAlias = Callable[[Member], tuple[time, time]]
"""From when until when somebody may be told something."""
Stands: TypeAlias = Callable[[Owed], "tuple[str, str] | None"]
"""The conversation and the message in which something owed stands; None where it was not sent."""


class Rewrite(Protocol):
    """Puts other words in the place of a message of ours."""

    def __call__(self, conversation: str, message: str, reply: Reply, locale: Locale) -> bool:
        """True where it is written, or is gone; False where it may be tried again."""
        ...


class OperatorsLog(Protocol):
    """Where an operator looks when something stays wrong. Carries ids, never what people said."""

    def error(self, event: str, **details: Any) -> Any:
        """Something failed."""
        ...
