"""The composition root of the cockpit: joined with the database, and with what digests know of firms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime

from bot.adapters.storage.cockpit_readings import CockpitReadings
from bot.bootstrap import Library, make_looks
from bot.bootstrap_cockpit_events import EventRecords
from bot.bootstrap_digests import FirmRecords
from bot.bootstrap_firm_pages import FirmPageRecords
from bot.core.cockpit.firm_pages import FirmPages
from bot.core.cockpit.for_event import ForEvent
from bot.core.cockpit.gathering import Gathering
from bot.core.cockpit.load import Coming, Heartbeat
from bot.core.cockpit.models import Case, Need
from bot.core.cockpit.our_firm import OurFirm
from bot.core.cockpit.our_put_off import OurPuttingOff
from bot.core.cockpit.put_off import PuttingOff
from bot.core.cockpit.service import Cockpit
from bot.core.digests.ordering import ORDER
from bot.core.digests.service import DigestService
from bot.core.digests.wording import offer_of, sentence
from bot.core.meetings.results import Done
from bot.core.meetings.service import MeetingService
from bot.core.messages import Elsewhere
from bot.core.people import Member


def make_cockpit(library: Library, service: MeetingService, digests: DigestService, heartbeat: Heartbeat) -> Cockpit:
    """Join it."""
    database = library.database
    records = CockpitRecords(library, FirmRecords(library, service), digests)
    looks = make_looks(library)
    pages = FirmPages(records=FirmPageRecords(library), directory=database.people, looks=looks, clock=library.clock)
    gathering = Gathering(records=records, needs=records.needs, directory=database.people)
    putting_off = PuttingOff(
        gathering=gathering,
        store=database.cockpit_sifts,
        putting=PuttingWithDigests(library, digests),
        append=database.audit.append,
        clock=library.clock,
        looks=looks,
    )
    ours = OurFirm(
        records=records,
        firm_records=FirmPageRecords(library),
        store=database.cockpit_sifts,
        heartbeat=heartbeat,
        directory=database.people,
        clock=library.clock,
    )
    return Cockpit(
        pages=pages,
        for_event=ForEvent(
            records=records,
            book=EventRecords(library, service),
            kept=database.cockpit_changes,
            directory=database.people,
            looks=looks,
            append=database.audit.append,
            clock=library.clock,
        ),
        ours=ours,
        our_putting_off=OurPuttingOff(
            ours=ours,
            store=database.cockpit_sifts,
            postponing=PostponingTogether(service),
            kept=database.cockpit_changes,
            clock=library.clock,
        ),
        putting_off=putting_off,
        coming=records.coming,
        heartbeat=heartbeat,
        gathering=gathering,
        store=database.cockpit_sifts,
        directory=database.people,
        looks=looks,
        clock=library.clock,
        piece_of_work=database.memory.piece_of_work,
    )


class CockpitRecords:
    """The `Records` of the cockpit, and its `Needs`: what the digest would tell, of all firms."""

    def __init__(self, library: Library, firms: FirmRecords, digests: DigestService) -> None:
        self._readings, self._firms, self._digests = library.database.digest_readings, firms, digests
        self._cockpit = CockpitReadings(library.database.engine, workspace_id=library.database.workspace_id)

    def cases(self, company_ids: Collection[str]) -> Sequence[Case]:
        """Every open encounter of these firms with the outside."""
        return [
            Case(
                id=one.id,
                company_id=one.company_id,
                stage=str(one.stage),
                wall=str(one.wall or ""),
                since=one.since,
                event=one.event,
                owner_id=one.owner_id,
            )
            for one in self._readings.open_encounters(company_ids)
            if one.company_id is not None
        ]

    def questions(self, member: Member) -> Mapping[str, int]:
        """How many questions wait for this coordinator, by the firm of whoever asked."""
        return Counter(one.company_id or "" for one in self._firms.questions(member))

    def coming(self, member: Member, company_ids: Collection[str], *, now: datetime, until: datetime) -> Coming:
        """What is due until a moment."""
        own, theirs = self._cockpit.due(member.id, company_ids, until=until)
        replies = [one.reply_by for one in self._firms.questions(member) if one.reply_by is not None]
        digest_at = self._digests.next_weekly_at(member)
        return Coming(
            own=own,
            theirs=theirs,
            replies=sum(one <= until for one in replies),
            digests=int(digest_at is not None and now <= digest_at <= until),
        )

    def needs(self, member: Member, now: datetime, among: Collection[str] | None = None) -> Sequence[Need]:
        """The lines of a digest as it would be now, of all their firms or `among` these."""
        lines, reader = self._digests.standing_now(member, now, among=among)
        return [
            Need(
                company_id=line.first.company_id,
                rank=ORDER.index(line.kind),
                on=line.first.on,
                said=sentence(line, reader),
                offer=offer_of(line),
                kind=str(line.kind),
                count=len(line.facts),
            )
            for line in lines
            if line.first.company_id is not None
        ]


class PostponingTogether:
    """The `Postponing` of the cockpit: each encounter is put off as it is by itself."""

    def __init__(self, service: MeetingService) -> None:
        self._service = service

    def postpone(self, member: Member, encounter_ids: Sequence[str], until: date) -> Sequence[str]:
        """Put these off; the ids of the changes."""
        results = [self._service.postpone(id, until, by=member, keeps_step=True) for id in encounter_ids]
        return [one.change.id for one in results if isinstance(one, Done) and one.change is not None]

    def take_back_changes(self, member: Member, change_ids: Sequence[str]) -> int:
        """As they were; returns of how many."""
        return sum(isinstance(self._service.undo(id, by=member), Done) for id in change_ids)


class PuttingWithDigests:
    """The `Putting` of the cockpit: what is put off is left out of digests as well."""

    def __init__(self, library: Library, digests: DigestService) -> None:
        self._encounters, self._digests = library.database.encounters, digests

    def told_of(self, member: Member, now: datetime) -> Mapping[str, str]:
        """Of which encounters somebody is told at a moment, and whose firm's each is."""
        return self._digests.putting_off.told_of(member, now)

    def put_off(self, member: Member, encounter_ids: Iterable[str], *, until: date, now: datetime) -> None:
        """Say nothing of these before a day."""
        self._digests.putting_off.put_off(member, encounter_ids, until=until, now=now)

    def take_back(self, member: Member, *, put_off_at: datetime) -> Sequence[str]:
        """Say it again; the firms whose encounters these are."""
        found = [
            self._encounters.by_id(id) for id in self._digests.putting_off.take_back(member, put_off_at=put_off_at)
        ]
        return sorted({one.company_id for one in found if one is not None and one.company_id is not None})

    def elsewhere(self, member: Member) -> Iterable[Elsewhere]:
        """The digests of the last days, drawn anew."""
        return self._digests.elsewhere(member)
