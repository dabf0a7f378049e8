"""A small office in which questions are handed over: people, a clock, a chat that remembers what reached whom."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from bot.core.clock import VirtualClock
from bot.core.deliveries.models import Delivery, NotFound, Outcome, ReadBack, Sent
from bot.core.deliveries.service import DeliveryWorker
from bot.core.handovers.models import HandOver
from bot.core.handovers.service import HandOverService
from bot.core.messages import (
    Asked,
    Fact,
    Field,
    Headed,
    Item,
    Locale,
    Message,
    Offer,
    Part,
    Place,
    Pressed,
    Quoted,
    Reply,
    Said,
    Sentences,
)
from bot.core.people import Company, Member, Role
from tests.fakes.calendars import FakeCalendars, calendar_file, work_calendars
from tests.fakes.deliveries import FakeDeliveries, FakeLog, RealTime
from tests.fakes.handovers import FakeHandOvers

TUESDAY = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
"""10:00 in Japan, on the day after a holiday."""
HOLIDAYS = {date(2026, 11, 3), date(2026, 11, 23)}
QUESTION = "試作品を自治体に使ってもらう契約は、どの課に相談すればよいですか。"

COORDINATOR, ADMIN, MEMBER = frozenset({Role.COORDINATOR}), frozenset({Role.ADMIN}), frozenset({Role.MEMBER})
AOI = Company(id="aoi", name="あおい精機", coordinator_id="sato")
MIDORI = Company(id="midori", name="みどり食品")

SATO = Member(id="sato", address="U-sato", name="佐藤 花子", roles=COORDINATOR)
SUZUKI = Member(id="suzuki", address="U-suzuki", name="鈴木 一郎", roles=COORDINATOR)
TAKAHASHI = Member(id="takahashi", address="U-takahashi", name="高橋 恵", roles=COORDINATOR)
KATO = Member(id="kato", address="U-kato", name="加藤 誠", roles=ADMIN)
TANAKA = Member(id="tanaka", address="U-tanaka", name="田中 健", roles=MEMBER, company=AOI)
MORI = Member(id="mori", address="U-mori", name="Mori", roles=MEMBER, company=MIDORI, locale="en", works_from=time(8))
EVERYBODY = (SATO, SUZUKI, TAKAHASHI, KATO, TANAKA, MORI)


class Town:
    """A Directory that a test changes."""

    def __init__(self, *people: Member) -> None:
        self.known = {one.id: one for one in people}

    def put(self, member: Member) -> Member:
        self.known[member.id] = member
        return member

    def by_address(self, address: str) -> Member | None:
        return next((one for one in self.known.values() if one.address == address), None)

    def by_id(self, id: str) -> Member | None:
        return self.known.get(id)

    def people(self, *, role: Role | None = None, company_id: str | None = None) -> list[Member]:
        return [one for one in self.known.values() if role is None or role in one.roles]

    def company(self, id: str) -> Company | None:
        return next((firm for firm in self.companies() if firm.id == id), None)

    def companies(self) -> list[Company]:
        return [AOI, MIDORI]


@dataclass(frozen=True)
class Arrived:
    """A message that reached somebody."""

    to: str
    thread: str
    message: str
    reply: Reply
    locale: Locale


@dataclass
class Chat:
    """A Sender to which every message arrives at once."""

    messages: list[Arrived] = field(default_factory=list)

    def send(
        self, *, delivery_id: str, person: str, conversation: str, thread: str, reply: Reply, locale: Locale
    ) -> Outcome:
        there = f"D-{person}" if person else conversation
        self.messages.append(Arrived(there, thread, f"{len(self.messages) + 1}.0", reply, locale))
        return Sent(there, self.messages[-1].message)

    def find(self, *, delivery: Delivery, since: datetime) -> ReadBack:
        return NotFound()


class Office:
    """The service with everything around it."""

    def __init__(self, *people: Member, start: datetime = TUESDAY) -> None:
        self.clock, self.town = VirtualClock(start), Town(*(people or EVERYBODY))
        self.deliveries, self.chat, self.log = FakeDeliveries(), Chat(), FakeLog()
        self.store, self.calendars = FakeHandOvers(self.deliveries, self.clock), FakeCalendars()
        self.service = HandOverService(
            store=self.store,
            directory=self.town,
            posted=self.deliveries,
            calendars=work_calendars(calendar_file(HOLIDAYS), clock=self.clock, store=self.calendars),
            clock=self.clock,
        )
        real = RealTime()
        self.worker = DeliveryWorker(
            store=self.deliveries,
            sender=self.chat,
            composers=self.service.composers,
            clock=self.clock,
            real_now=real.now,
            monotonic=real.monotonic,
            log=self.log,
        )
        self._asked = 0

    def hand_over(self, asker: Member = TANAKA, number: int = 1, *, direct: bool = False) -> HandOver:
        there = Place(conversation=f"D-{asker.address}" if direct else "C-aoi", thread=f"{number}.5", is_direct=direct)
        return self.service.open(
            question_id=f"q{number}", text=QUESTION, locale=asker.locale or "ja", place=there, asker=asker
        )

    def now(self, handover: HandOver) -> HandOver:
        kept = self.store.by_id(handover.id)
        assert kept is not None
        return kept

    def deliver(self) -> list[Arrived]:
        """Everything owed arrives; return what did."""
        before = len(self.chat.messages)
        self.worker.run_once(limit=1_000)
        assert self.log.events("error") == []
        return self.chat.messages[before:]

    def tick(self, until: datetime | None = None) -> list[Arrived]:
        """Time passes, a tick, and what came of it arrives."""
        if until is not None:
            self.clock.advance(until - self.clock.now())
        self.service.due()
        return self.deliver()

    def press(self, member: Member, action: str, reference: str, **values: str) -> Reply:
        self._asked += 1
        pressed = Pressed(
            id=f"p{self._asked}",
            address=member.address,
            place=Place(conversation=f"D-{member.address}"),
            action=action,
            reference=reference,
            values=values,
        )
        return self.service.handlers[action](pressed, member)

    def type(self, member: Member, text: str, under: Arrived | Place, id: str = "") -> Reply | None:
        """Somebody writes in a thread, or in the thread of one of our messages."""
        self._asked += 1
        place = under if isinstance(under, Place) else Place(conversation=under.to, thread=under.message)
        asked = Asked(id=id or f"a{self._asked}", address=member.address, place=place, text=text)
        return self.service.typed(asked, member)


def japan(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC) - timedelta(hours=9)


def away(member: Member, until: datetime) -> Member:
    return replace(member, away_until=until)


def keys(reply: Reply) -> list[str]:
    """The keys of everything of ours that is said, in order."""
    found: list[str] = []
    for part in reply.parts:
        if isinstance(part, Said | Headed):
            found.append(part.message.key)
        elif isinstance(part, Fact):
            found.append(part.label.key)
        elif isinstance(part, Item):
            found += [one.key for one in (part.title, *part.details) if isinstance(one, Message)]
    return found


def quoted(reply: Reply) -> list[str]:
    return [part.text for part in reply.parts if isinstance(part, Quoted)]


def offered(reply: Reply) -> dict[str, str]:
    """The actions with what they apply to."""
    return {offer.action: offer.reference for offer in (*reply.offers, *([reply.submit] if reply.submit else ()))}


def read_aloud(reply: Reply, sentences: Sentences, locale: Locale) -> str:
    """The reply as one would read it: every sentence rendered strictly."""

    def say(one: Message | str) -> str:
        return one if isinstance(one, str) else sentences.say(one, locale=locale)

    def part(one: Part) -> str:
        if isinstance(one, Said | Headed):
            return say(one.message)
        if isinstance(one, Quoted):
            return f"  「{one.text}」"
        if isinstance(one, Fact):
            return f"{say(one.label)}: {say(one.value)}"
        if isinstance(one, Item):
            offers = " ".join(button(offer) for offer in one.offers)
            return " / ".join([say(one.title), *map(say, one.details), offers])
        if isinstance(one, Field):
            hint = f"（{say(one.hint)}）" if one.hint else ""
            return f"[{say(one.label)}{hint} {' '.join(say(choice.label) for choice in one.choices)}]"
        raise TypeError(one)

    def button(offer: Offer) -> str:
        confirm = f" ← {say(offer.confirm)}" if offer.confirm else ""
        return f"〔{say(offer.label) if offer.label else offer.text}〕{confirm}"

    lines = [*([f"= {say(reply.title)}"] if reply.title else ()), *map(part, reply.parts)]
    lines += [" ".join(button(one) for one in (*reply.offers, *([reply.submit] if reply.submit else ())))]
    return "\n".join(line for line in lines if line)
