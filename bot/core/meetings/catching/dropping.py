"""A file that somebody gave: a participant list or a calendar becomes a list; other files are not ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from bot.core import actions
from bot.core.clock import Clock
from bot.core.meetings.catching.invitations import Guests
from bot.core.meetings.catching.lists import Lists
from bot.core.meetings.catching.making import About, Making
from bot.core.meetings.catching.models import MOST_CARDS, LeftOut
from bot.core.meetings.catching.ports import CalendarFiles, EncounterLog, GuideDoor, LineReader, TableFiles
from bot.core.meetings.catching.tables import Found, cards_in
from bot.core.meetings.catching.typed import may_catch
from bot.core.meetings.catching.wording import said
from bot.core.meetings.chat.wording import aside, reader_of
from bot.core.messages import Dropped, Message, Pressed, Reply
from bot.core.people import Member, access_guides
from bot.errors import DocumentRefused

_TABLES = ("csv", "tsv", "xlsx")
_CARDS = ("vcf", "vcard")
_CALENDARS = ("ics", "ical")


class Dropping:
    """Reads files by their extension. Tables that list no people are left to the guides where an admin gave them."""

    def __init__(
        self,
        *,
        tables: TableFiles,
        calendars: CalendarFiles,
        lines: LineReader,
        lists: Lists,
        making: Making,
        log: EncounterLog,
        guides: GuideDoor | None,
        clock: Clock,
    ) -> None:
        self._tables, self._calendars, self._lines = tables, calendars, lines
        self._lists, self._making, self._log = lists, making, log
        self._guides, self._clock = guides, clock

    @property
    def handlers(self) -> Mapping[str, Callable[[Pressed, Member], Reply]]:
        """For each action, what to do."""
        return {actions.FILE_AS_GUIDE: self._as_guide}

    def dropped(self, dropped: Dropped, member: Member) -> Reply | None:
        """The list that came of it, or why there is none; None for a file that is not ours."""
        extension = dropped.file_name.rpartition(".")[2].lower()
        if extension not in (*_TABLES, *_CARDS, *_CALENDARS):
            return None
        may_be_guide = extension in _TABLES and access_guides(member)
        if not may_catch(member):
            return None if extension in _TABLES else aside(Message("meeting-refused-guest"))
        if not dropped.place.is_direct:
            return None if may_be_guide else aside(Message("catch-file-in-private"))
        try:
            if extension in _CALENDARS:
                return self._calendar(dropped, member)
            return self._table(dropped, member, may_be_guide=may_be_guide)
        except DocumentRefused as error:
            # A calendar or a card that cannot be read is no text without sentences.
            is_table = extension in _TABLES or error.key != "refused-no-text"
            key = error.key if is_table else "catch-file-unread"
            return None if may_be_guide else said(Message(key, dict(error.arguments)))

    def _table(self, dropped: Dropped, member: Member, *, may_be_guide: bool) -> Reply | None:
        found = cards_in(self._tables.tables(file_name=dropped.file_name, content=dropped.content))
        if found is None:
            return None if may_be_guide else said(Message("catch-file-no-list", {"file": dropped.file_name}))
        if not found.cards:
            return said(Message("catch-file-empty", {"file": dropped.file_name}))
        one = self._making.of_cards(dropped.id, member, found.cards, self._about(dropped, member, found))
        guide_id = ""
        if may_be_guide and self._guides is not None and self._guides.set_aside(dropped, member):
            guide_id = dropped.id
        return self._lists.shown(self._lists.add(one), member, guide_id=guide_id)

    def _about(self, dropped: Dropped, member: Member, found: Found) -> About:
        """Where and when, as the words beside the file say it, else those over its table, else its name."""
        event, met_on = "", None
        for words in (dropped.text, found.above, dropped.file_name.rpartition(".")[0]):
            read_event, read_day = self._read(words, member)
            event, met_on = event or read_event, met_on or read_day
        left_out = LeftOut(too_many=found.too_many)
        return About(source=dropped.file_name, event=event, met_on=met_on, left_out=left_out)

    def _read(self, words: str, member: Member) -> tuple[str, date | None]:
        if not words.strip():
            return "", None
        caught = self._lines.line(words[:300], on=reader_of(member, self._clock).today)
        return caught.event or "", caught.met_on

    def _calendar(self, dropped: Dropped, member: Member) -> Reply:
        guests = Guests(member=member, lines=self._lines, reader=reader_of(member, self._clock))
        events = self._calendars.events(
            file_name=dropped.file_name,
            content=dropped.content,
            now=self._clock.now(),
            time_zone=member.time_zone,
            since=guests.since(),
        )
        cards, left_out = guests.cards(events, self._log)
        if not cards:
            counts = {"internal": left_out.internal, "cancelled": left_out.cancelled, "elsewhen": left_out.elsewhen}
            return said(Message("catch-dates-none", {"file": dropped.file_name, **counts}))
        about = About(source=dropped.file_name, is_calendar=True, left_out=left_out)
        one = self._making.of_cards(dropped.id, member, cards[:MOST_CARDS], about)
        return self._lists.shown(self._lists.add(one), member)

    def _as_guide(self, pressed: Pressed, member: Member) -> Reply:
        if self._guides is None or not access_guides(member):
            return aside(Message("catch-not-yours"))
        return self._guides.take_up(pressed.reference, member)
