"""Firms that share this or that, and a pack of them; what is on record is given, as far as its reader may see it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from bot.core.audited import Audited
from bot.core.calendars import WorkingDays
from bot.core.hand_over_packs.gathering import Gathering
from bot.core.hand_over_packs.models import (
    CardSeen,
    EndedMatter,
    Happened,
    IntroductionSeen,
    Line,
    Matter,
    OpenIssue,
    Pack,
    PersonSeen,
    PutOff,
    QuestionSeen,
    Request,
    Step,
)
from bot.core.hand_over_packs.offering import Leave, Offering
from bot.core.hand_over_packs.service import HandOverPackService
from bot.core.hand_over_packs.volumes import Volume
from bot.core.hand_over_packs.year_ends import YearEnds
from bot.core.membership.models import Changes
from bot.core.messages import Asked, Message, Place, Pressed, Reply, Say
from bot.core.nudges.slots import hours_of
from bot.core.owed import Owed
from bot.core.people import Company, Member, Role, Sharing
from bot.core.person_days import PersonDays
from tests.catalogues import strict_sentences
from tests.fakes.people import FakePeople

NOW = datetime(2027, 3, 2, 1, 0, tzinfo=UTC)
TODAY = date(2027, 3, 2)
COORDINATOR, MEMBER = frozenset({Role.COORDINATOR}), frozenset({Role.MEMBER})
TAKAHASHI = Member(id="takahashi", address="U05", name="高橋 由美", roles=COORDINATOR)
ITO = Member(id="ito", address="U06", name="伊藤 誠", roles=COORDINATOR)
AOI = Company(id="aoi", name="株式会社あおい精機", coordinator_id="takahashi", sharing=Sharing.WORDS)
SORA = Company(id="sora", name="そら木工", coordinator_id="takahashi", sharing=Sharing.OUTLINE)
UMI = Company(id="umi", name="うみ食品", coordinator_id="takahashi", sharing=Sharing.NOTHING)
YAMADA = Member(id="yamada", address="U01", name="山田 健一", roles=MEMBER, company=AOI)


def say(message: Message) -> str:
    """In Japanese; a missing sentence or argument raises."""
    return strict_sentences().say(message, locale="ja")


def in_english(message: Message) -> str:
    """The same in English."""
    return strict_sentences().say(message, locale="en")


def matter(id: str, **given: object) -> Matter:
    """An encounter with words in every place that has any."""
    whole = Matter(
        id=id,
        kind="meeting",
        state="open",
        stage="trial",
        wall="wall_3",
        last_contact_on=date(2027, 2, 1),
        since=date(2027, 2, 1),
        has_words=True,
        partner="丸山工業",
        contact="佐々木 次郎",
        title="部長",
        event="展示会",
        owner="山田 健一",
        goal="不良率の目標を合意する",
        step=Step(text="見積もりを送る", by="中村 太一", due_on=date(2027, 3, 1), due_time="10:00"),
        meets_at=datetime(2027, 3, 9, 5, 0, tzinfo=UTC),
        decision_on=date(2027, 3, 20),
        missing=("measure", "payer"),
        said=(("topic", "検査機の更新"), ("learned", "目視で月二百時間"), ("market", "自動車部品")),
        issues=(OpenIssue(kind="cost", text="治具の費用", owner="山田 健一", opened_on=date(2027, 2, 3)),),
        requests=(Request(to="中村 太一", text="加工条件", asked_on=date(2027, 2, 20)),),
        history=(
            Happened(on=date(2027, 2, 1), what=Message("meeting-history-contact"), words="一行目\n二行目", by="山田"),
        ),
    )
    return replace(whole, **given)  # type: ignore[arg-type]


def outline(id: str, **given: object) -> Matter:
    """One of a firm that shares dates, stages and walls."""
    return matter(
        id,
        **{
            "has_words": False,
            "partner": "",
            "contact": "",
            "title": "",
            "event": "",
            "owner": "",
            "goal": "",
            "step": Step(due_on=date(2027, 3, 5), due_time="10:00"),
            "said": (),
            "issues": (),
            "requests": (),
            "history": (Happened(on=date(2027, 2, 1), what=Message("meeting-history-captured")),),
            **given,
        },
    )


CARD = CardSeen(
    id="card",
    title="薄板を切る",
    moved_on=date(2027, 1, 5),
    reaches=((Message("value-card-group-value"), Message("value-card-reach-coordinator")),),
    facts=((Message("value-card-label-who"), "発注の方"),),
    open=2,
)
QUESTION = QuestionSeen(
    id="q",
    text="補助の対象になりますか",
    asked_on=date(2027, 2, 26),
    state="waiting",
    asker="山田 健一",
    reply_by=NOW + timedelta(days=2),
)
ANSWERED = QuestionSeen(
    id="a",
    text="締切はいつですか",
    asked_on=date(2027, 1, 20),
    state="answered",
    asker="山田 健一",
    answer="四月末です",
)
SIDE = IntroductionSeen(
    id="i", asked_on=date(2027, 2, 24), answer="yes", person="山田 健一", text="検査の手間に困る会社があります"
)
ENDED = EndedMatter(
    id="e",
    with_whom="北斗電子 高木",
    stage="shared_issue",
    ended_on=date(2027, 2, 10),
    ending="declined",
    reason="price",
    lesson="前提をそろえる",
)


@dataclass
class House:
    """What other features know; what was kept and owed; the service over it."""

    known: dict[str, list[Matter]] = field(default_factory=dict)
    own: list[tuple[Company | None, Matter]] = field(default_factory=list)
    with_more: frozenset[str] = frozenset({"aoi"})
    order: tuple[Company, ...] = (SORA, AOI, UMI)
    hidden: list[PutOff] = field(default_factory=list)
    audited: list[Audited] = field(default_factory=list)
    owed_ids: dict[str, Owed] = field(default_factory=dict)
    leaves: list[Leave] = field(default_factory=list)
    endings: list[date] = field(default_factory=list)
    moment: datetime = NOW
    drawn: list[str] = field(default_factory=list)
    asked_by: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.people = FakePeople(TAKAHASHI, ITO, YAMADA)
        self.people.change(lambda _: Changes(companies=(AOI, SORA, UMI)))
        self.gathering = Gathering(records=self, directory=self.people, clock=self)
        self.offering = Offering(
            offers=self,
            directory=self.people,
            leaves_of=lambda _: self.leaves,
            endings_of=lambda _: self.endings,
            year_end=lambda member, day: YearEnds().next_end("", day),
            days_of=lambda member: PersonDays(WorkingDays(())),
            hours_of=hours_of,
            clock=self,
            long_leave=14,
        )
        self.service = HandOverPackService(
            gathering=self.gathering, drawing=self, offering=self.offering, append=self.audited.extend
        )

    def pressed(self, member: Member, reference: str = "-", place: Place | None = None) -> Reply:
        """The button is pressed: what comes of it in the end."""
        said = self.promised(member, reference, place)
        return said.later() if said.later else said

    def promised(self, member: Member, reference: str = "-", place: Place | None = None) -> Reply:
        """The button is pressed: what is said at once."""
        press = Pressed(
            id="p", address=member.address, place=place or direct(member), action="pack", reference=reference
        )
        return self.service.handlers["pack"](press, member)

    def typed(self, member: Member, text: str, place: Place | None = None) -> Reply | None:
        """Something is written: what comes of it in the end."""
        said = self.service.typed(
            Asked(id="a", address=member.address, place=place or direct(member), text=text), member
        )
        return said.later() if said and said.later else said

    def now(self) -> datetime:
        return self.moment

    def look_ahead(self, viewer: Member, companies: Sequence[Company]) -> None:
        pass

    def ordered(
        self, viewer: Member, now: datetime, *, among: Collection[str] | None = None
    ) -> Sequence[tuple[Company, Message | None]]:
        theirs = [one for one in self.order if one.coordinator_id == viewer.id]
        return [(one, Message("digest-wall_1", {"day": "2月1日"}) if one is SORA else None) for one in theirs]

    def matters(self, viewer: Member, company: Company) -> Sequence[Matter]:
        self.asked_by.append(company.id)
        return self.known.get(company.id, [])

    def own_matters(self, viewer: Member) -> Sequence[tuple[Company | None, Matter]]:
        return self.own

    def ended(self, viewer: Member, company: Company) -> Sequence[EndedMatter]:
        return [ENDED] if company.id in self.with_more else []

    def cards(self, viewer: Member, company: Company) -> Sequence[CardSeen]:
        return [CARD] if company.id in self.with_more else []

    def questions(self, viewer: Member, company: Company) -> Sequence[QuestionSeen]:
        return [QUESTION, ANSWERED] if company.id in self.with_more else []

    def introductions(self, viewer: Member, company: Company) -> Sequence[IntroductionSeen]:
        return [SIDE] if company.id in self.with_more else []

    def people_of(self, company: Company) -> Sequence[PersonSeen]:
        self.asked_by.append(f"people of {company.id}")
        return [PersonSeen(name="山田 健一", email="yamada@example.jp", back_on=date(2027, 3, 8))]

    def firm_settings(self, viewer: Member, company: Company, *, has_words: bool) -> Sequence[Line]:
        return [(Message("pack-setting-cadence"), "展示会", "ゆっくり")] if has_words else []

    def settings(self, viewer: Member) -> Sequence[Line]:
        return [(Message("digest-kept-no-daily"),)]

    def put_off(self, owner: Member, seen: Pack) -> Sequence[PutOff]:
        return self.hidden

    def workbook(self, pack: Pack, say: Say) -> bytes:
        self.drawn.append("xlsx")
        return b"PK"

    def pages(self, pack: Pack, volume: Volume, say: Say) -> bytes:
        self.drawn.append("pdf")
        return b"%PDF"

    def calendar(self, pack: Pack, say: Say) -> bytes:
        self.drawn.append("ics")
        return b"BEGIN"

    def is_owed(self, owed: Owed) -> bool:
        return owed.delivery_id("T") in self.owed_ids

    def owe(self, owed: Sequence[Owed]) -> None:
        self.owed_ids |= {one.delivery_id("T"): one for one in owed}


def full() -> House:
    """A firm with words, one with its outline, one that shares nothing."""
    return House(known={"aoi": [matter("m1"), matter("m2", state="sleeping", wall="")], "sora": [outline("m3")]})


def direct(member: Member) -> Place:
    """Somebody's conversation with Minori."""
    return Place(conversation=f"D-{member.address}", present=frozenset({member.address}))
