"""What changeovers need of the outside: their records, what hangs on a firm, how it changes hands, packs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime, time
from typing import Protocol, TypeAlias

from bot.core.audited import Audited
from bot.core.changeovers.models import Carried, Changeover, Counts, OwnEncounter, State
from bot.core.messages import OutgoingFile
from bot.core.owed import Owed
from bot.core.people import Member
from bot.core.person_days import Days

Stands: TypeAlias = Callable[[Owed], "tuple[str, str] | None"]
"""The conversation and the message in which something owed stands; None where it was not sent."""


class ChangeoverStore(Protocol):
    """Changeovers on record. Each call is one committed transaction and raises StorageError."""

    def add(self, one: Changeover) -> None:
        """Keep a new one."""
        ...

    def by_id(self, id: str) -> Changeover | None:
        """One of them."""
        ...

    def in_state(self, states: Collection[State]) -> Sequence[Changeover]:
        """Those in one of these states, the oldest first."""
        ...

    def of_person(self, person_id: str, *, limit: int) -> Sequence[Changeover]:
        """Those that somebody gives, receives or started, the last changed first; none that is PREPARED."""
        ...

    def change(
        self, before: Changeover, after: Changeover, *, owed: Sequence[Owed] = (), audited: Sequence[Audited] = ()
    ) -> bool:
        """Put `after` (one version later) in the place of `before`, with what follows; False, and nothing is changed,
        where the record has another version."""
        ...

    def forget_prepared(self, *, before: datetime) -> int:
        """Forget what was looked at before a moment and never asked for; returns how many."""
        ...


class Holdings(Protocol):
    """What hangs on firms, and how it changes hands. Raises StorageError."""

    def counts(self, giver: Member, company_ids: Collection[str]) -> Mapping[str, Counts]:
        """What hangs on each of these firms, for who looks after it; absent are those on which nothing does."""
        ...

    def introductions(self, giver: Member, company_ids: Collection[str]) -> tuple[int, int]:
        """How many introductions under way go along with these firms, and how many end since only one side does."""
        ...

    def records(self, member: Member, company_ids: Collection[str]) -> Sequence[str]:
        """Ids of the open encounters with these firms that are somebody's own record (support visits)."""
        ...

    def own_encounters(self, member: Member) -> Sequence[OwnEncounter]:
        """The open encounters of their own firm that somebody looks after, the latest contact first."""
        ...

    def pass_on(self, one: Changeover, encounter_ids: Sequence[str]) -> None:
        """These encounters change hands ahead of the rest, in one transaction; again changes nothing."""
        ...

    def carry(
        self,
        before: Changeover,
        after: Changeover,
        carried: Carried,
        *,
        owed: Sequence[Owed],
        audited: Sequence[Audited],
    ) -> bool:
        """All of this changes hands and `after` takes the place of `before`, in one transaction. False, and nothing is
        changed, where a firm is not that person's any more, or the record has another version."""
        ...


class HandOverPacks(Protocol):
    """Makes hand-over packs: for one reader, of what they may see of these firms at this moment."""

    def __call__(self, reader: Member, company_ids: Collection[str], *, of: Member) -> Sequence[OutgoingFile]:
        """The files; `of` is whose portfolio it was. Each look and file is kept in the audit log."""
        ...


Listed: TypeAlias = Callable[[Member], Sequence[str]]
"""The firms of a coordinator's list, as it is narrowed down now."""
HoursOf: TypeAlias = Callable[[Member], tuple[time, time]]
"""From when until when somebody may be told something."""


class Calendars(Protocol):
    """Whose days are working days (bot/core/work_calendars.py)."""

    def days_of(self, member: Member) -> Days:
        """The working days of a person."""
        ...

    def is_on_leave(self, member: Member, day: date) -> bool:
        """Has the person leave on that day?"""
        ...
