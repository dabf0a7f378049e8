"""Catching encounters, put together: what the router asks, and a handler for each button."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.core.clock import Clock
from bot.core.meetings.catching.dropping import Dropping
from bot.core.meetings.catching.keeping import Keeping
from bot.core.meetings.catching.list_sheets import ListSheets
from bot.core.meetings.catching.lists import Lists
from bot.core.meetings.catching.making import Making
from bot.core.meetings.catching.noting import Noting
from bot.core.meetings.catching.ports import (
    CalendarFiles,
    CardListStore,
    EncounterLog,
    Encounters,
    GuideDoor,
    LineReader,
    NoTries,
    TableFiles,
    Tries,
)
from bot.core.meetings.catching.pressing import CardOf, Pressing
from bot.core.meetings.catching.recognising import Recognition
from bot.core.meetings.catching.trying import Trying
from bot.core.meetings.catching.typed import Typed
from bot.core.meetings.catching.visits import Visits
from bot.core.meetings.ports import Calendars
from bot.core.messages import Asked, Dropped, Offer, Part, Pressed, Reply, Sentences
from bot.core.people import Directory, Member

_NO_TRIES = NoTries()


@dataclass(frozen=True, kw_only=True, slots=True)
class Outside:
    """What catching is given: records, use cases, readers. `card` shows an encounter as its own card."""

    encounters: Encounters
    log: EncounterLog
    lists: CardListStore
    directory: Directory
    calendars: Calendars
    lines: LineReader
    tables: TableFiles
    calendar_files: CalendarFiles
    card: CardOf
    sentences: Sentences
    clock: Clock
    guides: GuideDoor | None = None
    tries: Tries = _NO_TRIES


class Catching:
    """Lines, lists, files, forms. Nothing is on record before a click; contacts go to no model."""

    def __init__(self, outside: Outside) -> None:
        clock, log, encounters = outside.clock, outside.log, outside.encounters
        known, visits = Recognition(log), Visits(outside.directory)
        making = Making(recognition=known, calendars=outside.calendars, sentences=outside.sentences, clock=clock)
        keeping = Keeping(encounters=encounters, log=log, recognition=known, clock=clock)
        self._lists = Lists(store=outside.lists, making=making, keeping=keeping, clock=clock)
        self._sheets = ListSheets(doors=self._lists.doors, keeping=keeping, card=outside.card, clock=clock)
        self._typed = Typed(
            reader=outside.lines,
            lists=self._lists,
            visits=visits,
            recognition=known,
            directory=outside.directory,
            clock=clock,
        )
        self._pressing = Pressing(
            encounters=encounters,
            log=log,
            card=outside.card,
            typed=self._typed,
            visits=visits,
            recognition=known,
            clock=clock,
        )
        self._dropping = Dropping(
            tables=outside.tables,
            calendars=outside.calendar_files,
            lines=outside.lines,
            lists=self._lists,
            making=making,
            log=log,
            guides=outside.guides,
            clock=clock,
        )
        self._trying = Trying(
            encounters=encounters,
            log=log,
            card=outside.card,
            typed=self._typed,
            sentences=outside.sentences,
            clock=clock,
            tries=outside.tries,
        )
        self._noting = Noting(lines=outside.lines, encounters=encounters, log=log, card=outside.card, clock=clock)

    @property
    def handlers(self) -> Mapping[str, Callable[[Pressed, Member], Reply]]:
        """For each action, what to do."""
        return {
            **self._pressing.handlers(),
            **self._trying.handlers(),
            **self._lists.handlers(),
            **self._sheets.handlers(),
            **self._dropping.handlers,
            **self._noting.handlers,
        }

    def line(self, asked: Asked, member: Member) -> Reply | None:
        """The proposal for a typed line, the list for several; None for what is no encounter."""
        return self._typed.line(asked, member)

    def maybe(self, asked: Asked, member: Member, *, is_other: bool = False) -> Offer | None:
        """The offer beside an answer to keep the line as an encounter after all, with somebody else than was shown
        where `is_other`; None where it is far from one."""
        return self._typed.maybe(asked, member, is_other=is_other)

    def dropped(self, dropped: Dropped, member: Member) -> Reply | None:
        """What came of a file; None for one that is not ours."""
        return self._dropping.dropped(dropped, member)

    def home_parts(self, member: Member) -> tuple[Part, ...]:
        """Lists on which something waits."""
        return self._lists.home_parts(member)

    def forget_old(self) -> int:
        """Forget lists after 30 days; returns how many. Cheap enough for every hour."""
        return self._lists.forget_old()

    def forget(self, person_id: str) -> None:
        """Forget all lists of somebody who leaves."""
        self._lists.forget(person_id)
