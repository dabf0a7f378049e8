"""The composition root of hand-over packs: joined with the database, with what draws, and with calendars."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from bot.adapters.storage.database import Database
from bot.bootstrap import Library
from bot.bootstrap_cockpit import CockpitRecords
from bot.bootstrap_digests import FirmRecords, make_digests
from bot.bootstrap_pack_records import PackReadings
from bot.core.calendar_entries import Scope
from bot.core.calendars import zone_of
from bot.core.cockpit.gathering import Gathering as CockpitGathering
from bot.core.digests.service import DigestService
from bot.core.hand_over_packs.gathering import Gathering
from bot.core.hand_over_packs.models import Pack
from bot.core.hand_over_packs.offering import Leave, Offering
from bot.core.hand_over_packs.service import HandOverPackService
from bot.core.hand_over_packs.volumes import Volume
from bot.core.hand_over_packs.year_ends import year_ends
from bot.core.meetings.programmes import fiscal_year_of
from bot.core.meetings.service import MeetingService
from bot.core.messages import Say
from bot.core.nudges.slots import hours_of
from bot.core.owed import Owed
from bot.core.people import Member


def make_packs(library: Library, service: MeetingService, digests: DigestService) -> HandOverPackService:
    """Join them. Raises DataFileError."""
    database = library.database
    cockpit = CockpitRecords(library, FirmRecords(library, service), digests)
    firms = CockpitGathering(records=cockpit, needs=cockpit.needs, directory=database.people)
    records = PackReadings(library, service, firms)
    ends = year_ends(library.settings.fiscal_year_end)
    offering = Offering(
        offers=_Offers(database),
        directory=database.people,
        leaves_of=_Leaves(library),
        endings_of=_Endings(library),
        year_end=lambda member, day: ends.next_end(member.company.name if member.company else "", day),
        days_of=library.calendars.days_of,
        hours_of=hours_of,
        clock=library.clock,
        long_leave=library.settings.long_leave_days,
    )
    return HandOverPackService(
        gathering=Gathering(records=records, directory=database.people, clock=library.clock),
        drawing=PackDrawing(),
        offering=offering,
        append=database.audit.append,
        piece_of_work=database.memory.piece_of_work,
    )


def packs_alone(library: Library) -> HandOverPackService:
    """Packs without a chat, for the command line. Raises DataFileError."""
    from bot.bootstrap_introductions import introductions_of, make_introductions
    from bot.bootstrap_meetings import make_meetings

    meetings = make_meetings(library).service
    found = introductions_of(make_introductions(library, meetings))
    return make_packs(library, meetings, make_digests(library, meetings, introductions=found))


class PackDrawing:
    """The `Drawing` of packs. What draws is loaded when something is drawn: whoever draws nothing starts without it."""

    def workbook(self, pack: Pack, say: Say) -> bytes:
        """Everything as a workbook."""
        from bot.adapters.pack_workbook import drawn_pack

        return drawn_pack(pack, say)

    def pages(self, pack: Pack, volume: Volume, say: Say) -> bytes:
        """What is read on paper."""
        from bot.adapters.pictures.pack_pages import pack_pdf

        return pack_pdf(pack, volume, say)

    def calendar(self, pack: Pack, say: Say) -> bytes:
        """The dates to come."""
        from bot.adapters.exports.pack_calendar import pack_calendar

        return pack_calendar(pack, say)


@dataclass(frozen=True, slots=True)
class _Offers:
    """The messages owed, in the database."""

    database: Database

    def is_owed(self, owed: Owed) -> bool:
        return self.database.deliveries.by_id(owed.delivery_id(self.database.workspace_id)) is not None

    def owe(self, owed: Sequence[Owed]) -> None:
        self.database.nudges.owe(owed)


@dataclass(frozen=True, slots=True)
class _Leaves:
    """Leaves of a person's own calendar; what comes every week or every year is none."""

    library: Library

    def __call__(self, member: Member) -> Sequence[Leave]:
        today = self.library.clock.now().astimezone(zone_of(member.time_zone)).date()
        entries = self.library.calendars.book_of(Scope.PERSON, member.id).entries
        return [
            Leave(id=one.id, first_on=one.from_on, last_on=one.until_on or one.from_on)
            for one in entries
            if one.from_on is not None and one.is_once and not one.is_working and not one.has_ended(today)
        ]


@dataclass(frozen=True, slots=True)
class _Endings:
    """The last days of somebody's programmes, and their own."""

    library: Library

    def __call__(self, member: Member) -> Collection[date]:
        year = fiscal_year_of(self.library.clock.now().astimezone(zone_of(member.time_zone)).date())
        store = self.library.database.encounters
        found = (one for some in (year - 1, year, year + 1) for one in store.programmes(fiscal_year=some))
        return {one.last_day for one in found if one.owner_id == member.id}
