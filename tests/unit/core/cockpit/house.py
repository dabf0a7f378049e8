"""Firms that share this or that, what is on record of them, and the list that a coordinator is shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from bot.core.audited import Audited, Looked, no_looks
from bot.core.cockpit.event_plan import Found, Kept, Paced, Programme, Wished
from bot.core.cockpit.firm_pages import FirmPages
from bot.core.cockpit.for_event import ForEvent
from bot.core.cockpit.gathering import Gathering
from bot.core.cockpit.load import Coming
from bot.core.cockpit.models import Case, FirmList, Need, Sift
from bot.core.cockpit.one_firm import CardSeen, Happened, Met, QuestionSeen
from bot.core.cockpit.our_firm import OurFirm
from bot.core.cockpit.our_put_off import OurPuttingOff
from bot.core.cockpit.put_off import PuttingOff
from bot.core.cockpit.service import Cockpit
from bot.core.membership.models import Changes
from bot.core.messages import Elsewhere, Message, Offer, Part, Place, Pressed, Reply, Said
from bot.core.people import Company, Member, Role, Sharing
from tests.fakes.people import FakePeople

NOW = datetime(2026, 11, 16, 3, 0, tzinfo=UTC)
TAKAHASHI = Member(id="takahashi", address="U05", name="高橋 由美", roles=frozenset({Role.COORDINATOR}))
ITO = Member(id="ito", address="U06", name="伊藤 誠", roles=frozenset({Role.COORDINATOR}))
SATO = Member(id="sato", address="U02", name="佐藤 花子", roles=frozenset({Role.MEMBER}))


def firm(id: str, sharing: Sharing = Sharing.OUTLINE, coordinator_id: str | None = "takahashi") -> Company:
    """A firm of Takahashi's."""
    return Company(id=id, name=f"株式会社{id}", coordinator_id=coordinator_id, sharing=sharing)


def case(id: str, company_id: str, **given: Any) -> Case:
    """An encounter that stands at no wall."""
    known: dict[str, Any] = {"stage": "cards", "wall": "", "since": date(2026, 11, 2), "owner_id": "sato"}
    return Case(id=id, company_id=company_id, **{**known, **given})


def need(company_id: str, rank: int, on: date) -> Need:
    """Something that needs somebody."""
    return Need(
        company_id=company_id, rank=rank, on=on, said=Message("digest-wall_1"), offer=Offer("meeting_show", company_id)
    )


@dataclass
class FakeBook:
    """Cadences and programmes; what was put, and put back."""

    paced: list[Paced] = field(default_factory=list)
    spellings: tuple[str, ...] = ("展示会",)
    known_programmes: tuple[Programme, ...] = (Programme(id="p1", name="伴走支援事業", fiscal_year=2026),)
    asked: list[frozenset[str]] = field(default_factory=list)
    puts: list[tuple[frozenset[str], Wished]] = field(default_factory=list)
    back: list[Kept] = field(default_factory=list)

    def cadences(self, _member: Member) -> Sequence[tuple[str, str]]:
        return [("default", "標準"), ("fair", "早め")]

    def programmes(self, on: date) -> Sequence[Programme]:
        return self.known_programmes if on >= date(2026, 4, 1) else ()

    def found(self, company_ids: Collection[str], event: str, cadence: str, *, with_days: bool = True) -> Found:
        self.asked.append(frozenset(company_ids))
        return Found(spellings=self.spellings, paced=tuple(one for one in self.paced if one.company_id in company_ids))

    def before(self, company_ids: Collection[str], wished: Wished) -> Sequence[tuple[str, ...]]:
        return [("cadence", id) for id in sorted(company_ids)]

    def put(self, company_ids: Collection[str], wished: Wished, *, by: Member, at: datetime) -> None:
        self.puts.append((frozenset(company_ids), wished))

    def put_back(self, kept: Kept) -> Collection[str]:
        self.back.append(kept)
        return {one[1] for one in kept.before}


@dataclass
class FakeKept:
    """What was done to several at once."""

    rows: dict[str, Kept] = field(default_factory=dict)

    def keep(self, kept: Kept) -> None:
        self.rows.setdefault(kept.id, kept)

    def kept(self, id: str) -> Kept | None:
        return self.rows.get(id)

    def undone(self, id: str) -> bool:
        was = self.rows[id].is_undone
        self.rows[id] = replace(self.rows[id], is_undone=True)
        return not was


@dataclass
class House:
    """What other features know, and what was kept."""

    firms: tuple[Company, ...]
    cases_known: list[Case] = field(default_factory=list)
    needs_known: list[Need] = field(default_factory=list)
    asked: dict[str, int] = field(default_factory=dict)
    met_known: list[tuple[str, Met]] = field(default_factory=list)
    cards_known: list[CardSeen] = field(default_factory=list)
    questions_known: list[QuestionSeen] = field(default_factory=list)
    happened_known: list[Happened] = field(default_factory=list)
    coming_known: Coming = Coming()  # noqa: RUF009 - frozen
    audited: list[Audited] = field(default_factory=list)
    put_off_ids: list[str] = field(default_factory=list)
    put_off_until: date | None = None
    put_off_at: datetime | None = None
    moment: datetime = NOW
    book: FakeBook = field(default_factory=FakeBook)
    kept_changes: FakeKept = field(default_factory=FakeKept)
    people: tuple[Member, ...] = ()
    taken_back: list[tuple[str, ...]] = field(default_factory=list)
    sifts: dict[str, Sift] = field(default_factory=dict)
    looked: list[str | None] = field(default_factory=list)
    reads: list[frozenset[str]] = field(default_factory=list)

    def cases(self, company_ids: Collection[str]) -> Sequence[Case]:
        self.reads.append(frozenset(company_ids))
        return [one for one in self.cases_known if one.company_id in company_ids]

    def questions(self, _member: Member) -> Mapping[str, int]:
        return self.asked

    def needs(self, _member: Member, _now: datetime, _among: Collection[str] | None) -> Sequence[Need]:
        return self.needs_known

    def coming(self, member: Member, company_ids: Collection[str], *, now: datetime, until: datetime) -> Coming:
        self.reads.append(frozenset(company_ids))
        return self.coming_known

    def heartbeat(self, _member: Member) -> Sequence[Part]:
        return (Said(Message("nudge-heartbeat-never")),)

    def told_of(self, _member: Member, _now: datetime) -> Mapping[str, str]:
        return {} if self.put_off_until else {one.id: one.company_id for one in self.cases_known if one.wall}

    def put_off(self, _member: Member, encounter_ids: Iterable[str], *, until: date, now: datetime) -> None:
        self.put_off_ids, self.put_off_until, self.put_off_at = sorted(encounter_ids), until, now

    def take_back(self, _member: Member, *, put_off_at: datetime) -> Sequence[str]:
        if put_off_at != self.put_off_at:
            return []
        self.put_off_until = self.put_off_at = None
        return [one.company_id for one in self.cases_known if one.id in self.put_off_ids]

    def elsewhere(self, _member: Member) -> Iterable[Elsewhere]:
        return ()

    @property
    def putting_off(self) -> PuttingOff:
        return PuttingOff(
            gathering=self.gathering, store=self, putting=self, append=self.audited.extend, clock=self, looks=no_looks
        )

    def sift_of(self, person_id: str) -> Sift:
        return self.sifts.get(person_id, Sift())

    def put_sift(self, person_id: str, sift: Sift, at: datetime) -> None:
        self.sifts[person_id] = sift

    def now(self) -> datetime:
        return self.moment

    def met(self, company_id: str) -> Sequence[Met]:
        return [one for firm_id, one in self.met_known if firm_id == company_id]

    def cards_seen(self, _member: Member, company: Company) -> Sequence[CardSeen]:
        return self.cards_known

    def questions_seen(self, _member: Member, company: Company) -> Sequence[QuestionSeen]:
        return self.questions_known

    def happened(
        self, company_id: str, *, kinds: Collection[str] = (), offset: int = 0, limit: int = 100
    ) -> tuple[int, Sequence[Happened]]:
        told = [one for one in self.happened_known if not kinds or one.kind in kinds]
        return len(told), told[offset : offset + limit]

    @property
    def pages(self) -> FirmPages:
        return FirmPages(records=self, directory=self.directory, looks=_Looks(self), clock=self)

    @property
    def gathering(self) -> Gathering:
        return Gathering(records=self, needs=self.needs, directory=self.directory)

    @property
    def ours(self) -> OurFirm:
        return OurFirm(
            records=self,
            firm_records=self,
            store=self,
            heartbeat=self.heartbeat,
            directory=self.directory,
            clock=self,
        )

    @property
    def for_event(self) -> ForEvent:
        return ForEvent(
            records=self,
            book=self.book,
            kept=self.kept_changes,
            directory=self.directory,
            looks=_Looks(self),
            append=self.audited.extend,
            clock=self,
        )

    def postpone(self, _member: Member, encounter_ids: Sequence[str], until: date) -> Sequence[str]:
        self.put_off_ids, self.put_off_until = list(encounter_ids), until
        return [f"change of {one}" for one in encounter_ids]

    def take_back_changes(self, _member: Member, change_ids: Sequence[str]) -> int:
        self.taken_back.append(tuple(change_ids))
        return len(change_ids)

    @property
    def directory(self) -> FakePeople:
        people = FakePeople(TAKAHASHI, ITO, SATO, *self.people)
        people.change(lambda _: Changes(companies=self.firms))
        return people

    def listed(self, member: Member = TAKAHASHI, **sift: Any) -> FirmList:
        """The list as somebody sees it."""
        return self.gathering.firms(member, Sift(**sift), NOW)

    def press(self, action: str, reference: str = "1", member: Member = TAKAHASHI, **given: Any) -> Reply:
        """What a press on the page brings."""
        cockpit = Cockpit(
            gathering=self.gathering,
            pages=self.pages,
            putting_off=self.putting_off,
            for_event=self.for_event,
            ours=self.ours,
            our_putting_off=OurPuttingOff(
                ours=self.ours, store=self, postponing=self, kept=self.kept_changes, clock=self
            ),
            coming=self.coming,
            heartbeat=self.heartbeat,
            store=self,
            directory=self.directory,
            looks=_Looks(self),
            clock=self,
        )
        place = given.pop("place", Place(conversation=""))
        pressed = Pressed(id="1", address=member.address, place=place, action=action, reference=reference, values=given)
        return cockpit.handlers[action](pressed, member)


@dataclass
class _Looks:
    """Keeps whose firm was looked at."""

    house: House

    def __call__(self, viewer: Member, *, action: Looked, kind: str, id: str, company_id: str | None) -> None:
        self.house.looked.append(company_id)

    def at_firms(self, viewer: Member, company_ids: Iterable[str | None], *, action: Looked = Looked.SEEN) -> None:
        self.house.looked += company_ids
