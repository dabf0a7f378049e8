"""What would become of the encounters of one event when another cadence is chosen for it, or its programme is set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Protocol

from bot.core.cockpit.gathering import firms_of, is_coordinator
from bot.core.cockpit.one_firm import access_page
from bot.core.people import Company, Directory, Member, Sharing, access_company

LEFT = ("own", "same", "asleep", "ended")
"""Why an encounter is left alone: it has a cadence of its own, has this one already, sleeps, or has ended."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Paced:
    """An encounter of the event. `now_on` and `then_on` are the days of its next reminder, before and after; None for
    no reminder. `left` is one of `LEFT`, or "" where it is counted anew."""

    id: str
    company_id: str
    left: str = ""
    now_on: date | None = None
    then_on: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """What is on record of an event: how it is spelled, and its encounters."""

    spellings: tuple[str, ...] = ()
    paced: tuple[Paced, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Wished:
    """What is wished for an event; "" where something is to stay as it is. `cadence` and `programme_id` are known
    ones."""

    event: str
    cadence: str = ""
    programme_id: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Programme:
    """A programme of the fiscal year (from April 1) that begins in `fiscal_year`."""

    id: str
    name: str
    fiscal_year: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """What one person did to several at once, and how it was before, as rows of text that its keeper knows to read."""

    id: str
    by_id: str
    at: datetime
    kind: str
    before: tuple[tuple[str, ...], ...]
    is_undone: bool = False


class KeptStore(Protocol):
    """Where that is kept for a day. Each call is one transaction and raises StorageError."""

    def keep(self, kept: Kept) -> None:
        """Keep it; the same once more changes nothing."""
        ...

    def kept(self, id: str) -> Kept | None:
        """One of them."""
        ...

    def undone(self, id: str) -> bool:
        """Mark it as taken back; False where that was so already."""
        ...


class EventBook(Protocol):
    """Cadences and programmes of events, of several firms at once. Raises StorageError."""

    def cadences(self, member: Member) -> Sequence[tuple[str, str]]:
        """Every cadence with its name for a reader."""
        ...

    def programmes(self, on: date) -> Sequence[Programme]:
        """Those with a name of the fiscal year of a day."""
        ...

    def found(self, company_ids: Collection[str], event: str, cadence: str, *, with_days: bool = True) -> Found:
        """The encounters of these firms at the event, and what becomes of each with another cadence ("" for none).
        Without the days to come (`then_on`) it takes half as long."""
        ...

    def before(self, company_ids: Collection[str], wished: Wished) -> Sequence[tuple[str, ...]]:
        """How it is on record now, to be put back."""
        ...

    def put(self, company_ids: Collection[str], wished: Wished, *, by: Member, at: datetime) -> None:
        """Keep what is wished for the event of each of these firms, and count anew what is to come."""
        ...

    def put_back(self, kept: Kept) -> Collection[str]:
        """As it was, where nobody has chosen anything else since; returns the firms that it was about."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class EventPlan:
    """What is shown before it is done. `firms` are those with encounters at the event, by id."""

    wished: Wished
    found: Found
    firms: Mapping[str, Company]
    hidden: int
    """Of how many firms the events are not shared."""

    @property
    def moved(self) -> Sequence[Paced]:
        """What is counted anew."""
        return [one for one in self.found.paced if not one.left] if self.wished.cadence else []

    @property
    def left(self) -> Mapping[str, int]:
        """How many are left alone, by why."""
        return Counter(one.left for one in self.found.paced if one.left) if self.wished.cadence else {}

    @property
    def mark(self) -> str:
        """What was looked at: other encounters, and other days now, have another mark."""
        seen = sorted(f"{one.id} {one.left} {one.now_on}" for one in self.found.paced)
        return sha256("\n".join([repr(self.wished), *seen]).encode()).hexdigest()[:16]


def firms_with_words(member: Member, directory: Directory) -> Sequence[Company]:
    """The firms whose events somebody may act on: their own, and those of a coordinator that share their words."""
    theirs = firms_of(member, directory.companies()) if is_coordinator(member) else []
    found = {one.id: one for one in theirs if access_company(member, one) is Sharing.WORDS}
    if member.company is not None and access_page(member, member.company) is Sharing.WORDS:
        found[member.company.id] = member.company
    return sorted(found.values(), key=lambda one: (one.name, one.id))


def firms_without_words(member: Member, directory: Directory) -> int:
    """How many firms of a coordinator share something, and not their words."""
    if not is_coordinator(member):
        return 0
    return sum(access_company(member, one) is Sharing.OUTLINE for one in firms_of(member, directory.companies()))
