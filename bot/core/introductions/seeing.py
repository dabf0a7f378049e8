"""What of an introduction somebody sees who looks after both of its firms, or after one of them alone.

Of two coordinators each sees their own side: what its firm says, whom they asked and what was answered. That the other
one puts it away, is refused or does nothing changes nothing here, until both firms wish it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.calendars import zone_of
from bot.core.clock import Clock
from bot.core.introductions.keeping import Keeping, People
from bot.core.introductions.looking import Looking
from bot.core.introductions.models import Answer, Introduction, Part, Side, State
from bot.core.introductions.ports import IntroductionStore
from bot.core.messages import Message
from bot.core.people import Company, Directory, Member

_UNTOUCHED = (State.FOUND, State.PUT_AWAY)
_MADE = (State.MADE, State.DONE)
_LISTED = timedelta(days=90)
"""So long what one has asked stands in the list, from the day on which it was asked."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """An introduction for one of its coordinators. `kept` are the sides they look after; `firms` are the names that
    they may see, and `people` whoever was asked there ("" for nobody)."""

    introduction: Introduction
    kept: tuple[Part, ...]
    firms: Mapping[Part, str]
    people: Mapping[Part, str]
    today: date

    @property
    def is_across(self) -> bool:
        """Does another coordinator look after the other side?"""
        return len(self.kept) < len(Part)

    @property
    def own(self) -> Part:
        """The side by which it is told of: the one that needs something, where both are looked after."""
        return Part.NEEDER if Part.NEEDER in self.kept else Part.GIVER

    @property
    def own_side(self) -> Side:
        """The record of that side."""
        return self.introduction.side(self.own)

    @property
    def title(self) -> Message:
        """Both firms, as far as they are known."""
        if len(self.firms) == len(Part):
            return Message("introduction-pair", {"giver": self.firms[Part.GIVER], "needer": self.firms[Part.NEEDER]})
        return Message("introduction-pair-across", {"firm": self.firms[self.own]})

    @property
    def is_requested(self) -> bool:
        """Does the firm of another coordinator wish it, and this side's waits to be asked?"""
        is_waiting = self.is_across and self.introduction.is_requested(self.own)
        return is_waiting and not self.own_side.is_let_be(self.today)

    @property
    def waits(self) -> bool:
        """Does it wait for this coordinator?"""
        return self.is_requested or self.introduction.waits(self.today)

    @property
    def is_under_way(self) -> bool:
        """Have they begun it, as far as they can see?"""
        if not self.is_across or self.introduction.state in _MADE:
            return self.introduction.state in (State.OPEN, State.MADE)
        asked_at, is_let_be = self.own_side.asked_at, self.own_side.let_be_at is not None
        return asked_at is not None and not is_let_be and asked_at.date() + _LISTED >= self.today and not self.is_closed

    @property
    def is_closed(self) -> bool:
        """Did this side's last day pass without an answer?"""
        side = self.own_side
        is_over = side.closes_on is not None and side.closes_on < self.today
        return side.asked_at is not None and side.answer is None and is_over

    def asked_next(self) -> tuple[Part, ...]:
        """Whom this coordinator can sound out now. Of two coordinators the one whose firm needs something begins."""
        if not self.is_across:
            return self.introduction.asked_next()
        return (self.own,) if self.is_requested or self.introduction.state in _UNTOUCHED else ()

    def stands(self) -> str:
        """How far it is, as far as they can see."""
        state = self.introduction.state
        if self.waits:
            return "requested" if self.is_requested else "waits"
        if not self.is_across or state in (*_UNTOUCHED, *_MADE):
            return str(state)
        if self.own_side.let_be_at is not None:
            return "put_away"
        if self.is_closed:
            return "expired"
        return "passed" if self.own_side.answer is Answer.YES else "open"


@dataclass(frozen=True, kw_only=True, slots=True)
class Seeing:
    """Reads introductions for coordinators."""

    store: IntroductionStore
    directory: Directory
    looking: Looking
    clock: Clock

    def seen(self, one: Introduction, viewer: Member) -> Seen | None:
        """It, for somebody who looks after a firm of it that it is about by now; None for everybody else."""
        return self._seen(one, viewer, self.directory)

    def _seen(self, one: Introduction, viewer: Member, directory: People) -> Seen | None:
        keeping = Keeping(directory)
        kept = keeping.kept(one, viewer)
        if not kept:
            return None
        is_told = one.state in _MADE
        firms = {part: keeping.firm(one, part) for part in (Part if is_told else kept)}
        people = {part: directory.by_id(one.side(part).person_id) for part in firms}
        seen = Seen(
            introduction=one,
            kept=kept,
            firms={part: firm.name for part, firm in firms.items() if firm},
            people={part: person.name if person else "" for part, person in people.items()},
            today=self.clock.now().astimezone(zone_of(viewer.time_zone)).date(),
        )
        return seen if not seen.is_across or _concerns(seen) else None

    def waiting(self, viewer: Member) -> list[Seen]:
        """What waits for them, as far as it still stands."""
        some = self.store.in_state((*_UNTOUCHED, State.OPEN))
        waits = [one for one in self._all(some, viewer) if one.waits]
        return [one for one in waits if self.looking.reason(one.introduction, viewer) is not None]

    def under_way(self, viewer: Member) -> list[Seen]:
        """What they have begun: open, or made."""
        return [one for one in self.recent(viewer) if one.is_under_way]

    def recent(self, viewer: Member) -> list[Seen]:
        """All that waits for them or may be under way."""
        some = [*self.store.in_state((*_UNTOUCHED, State.OPEN, State.MADE))]
        since = self.clock.now() - _LISTED - timedelta(days=1)
        some += self.store.in_state((State.EXPIRED, State.ENDED, State.WITHDRAWN), since=since)
        return list(self._all(some, viewer))

    def _all(self, some: Iterable[Introduction], viewer: Member) -> Iterator[Seen]:
        directory = _ReadOnce(self.directory)
        for one in some:
            found = self._seen(one, viewer, directory)
            if found is not None:
                yield found


class _ReadOnce:
    """Firms and people for one look at many introductions: each is read once."""

    def __init__(self, directory: Directory) -> None:
        self._directory, self._known = directory, dict[str, Member | None]()
        self._firms = {one.id: one for one in directory.companies()}

    def company(self, id: str) -> Company | None:
        return self._firms.get(id)

    def by_id(self, id: str) -> Member | None:
        if id and id not in self._known:
            self._known[id] = self._directory.by_id(id)
        return self._known.get(id)


def _concerns(seen: Seen) -> bool:
    """Is it about their side by now? Before, only whose firm needs something knows of it."""
    if seen.introduction.state in _UNTOUCHED:
        return seen.own is Part.NEEDER
    side = seen.own_side
    return side.asked_at is not None or side.let_be_at is not None or seen.introduction.is_requested(seen.own)
