"""The evening of a fair: people who write down whom they met, over the real rules and use cases, in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from functools import cache

from bot.adapters.japanese import SudachiNames
from bot.core.calendars import WorkingDays
from bot.core.meetings.catching.models import CardList
from bot.core.meetings.catching.ports import CalendarEvent, Table
from bot.core.meetings.catching.service import Catching, Outside
from bot.core.meetings.models import Encounter
from bot.core.meetings.parsing.coming import coming
from bot.core.meetings.parsing.likeness import looks_like_encounter
from bot.core.meetings.parsing.models import CardList as PastedLines
from bot.core.meetings.parsing.models import Caught
from bot.core.meetings.parsing.pasted import parse_lines
from bot.core.meetings.parsing.reading import parse_line
from bot.core.messages import (
    Asked,
    Dropped,
    Fact,
    Field,
    Headed,
    Item,
    Locale,
    Message,
    Offer,
    Place,
    Pressed,
    Quoted,
    Reply,
    Said,
    Sentences,
)
from bot.core.people import Member
from bot.errors import DocumentRefused
from tests.fakes.card_lists import FakeCardLists
from tests.unit.core.meetings.office import TANAKA, Office

FIRMS = (
    "山田製作所 丸山工業 青葉食品 東北化学 港運輸 北斗電機 三和建設 緑川商事 光洋精密 若葉印刷"
    " 高田鉄工 西川木材 桜井製菓 中央計器 大和樹脂 富士見塗装 石原農園 朝日繊維 松下醸造 南海水産"
).split()
NAMES = ["田中", "佐々木", "高橋", "渡辺", "伊藤", "山本", "中村", "小林", "加藤", "吉田"]
PASTED = "今日の展示会で\n" + "\n".join(
    f"{number}. {firm} {NAMES[number % 10]}さん" for number, firm in enumerate(FIRMS, start=1)
)

WORKING = WorkingDays({date(2026, 11, 23)})


@cache
def _names() -> SudachiNames:
    return SudachiNames()


class RuleLines:
    """The rules of the parser."""

    def line(self, text: str, *, on: date) -> Caught:
        return parse_line(text, on=on, calendar=WORKING, names=_names())

    def lines(self, text: str, *, on: date) -> PastedLines:
        return parse_lines(text, on=on, calendar=WORKING, names=_names())

    def coming(self, text: str, *, on: date) -> tuple[date | None, time | None]:
        return coming(text, on=on, calendar=WORKING)

    def is_encounter(self, caught: Caught) -> bool:
        return looks_like_encounter(caught, caught.text)


@dataclass
class Files:
    """Files by name: what they hold, or why they are refused."""

    tables_of: dict[str, Sequence[Table]] = field(default_factory=dict)
    events_of: dict[str, Sequence[CalendarEvent]] = field(default_factory=dict)

    def tables(self, *, file_name: str, content: bytes) -> Sequence[Table]:
        if file_name not in self.tables_of:
            raise DocumentRefused("refused-damaged", file=file_name)
        return self.tables_of[file_name]

    def events(
        self, *, file_name: str, content: bytes, now: datetime, time_zone: str, since: date
    ) -> Sequence[CalendarEvent]:
        if file_name not in self.events_of:
            raise DocumentRefused("refused-no-text", file=file_name)
        return self.events_of[file_name]


@dataclass
class Door:
    """Where a file goes that may be a guide."""

    aside: list[str] = field(default_factory=list)

    def set_aside(self, dropped: Dropped, member: Member) -> bool:
        self.aside.append(dropped.id)
        return True

    def take_up(self, id: str, member: Member) -> Reply:
        return Reply(parts=(Quoted(f"guide {id}"),))


class Hall(Office):
    """The office of encounters with catching in front of it."""

    def __init__(self, sentences: Sentences) -> None:
        super().__init__()
        self.lists, self.files, self.door = FakeCardLists(), Files(), Door()
        self._pressed = 0
        self.catching = Catching(
            Outside(
                encounters=self.service,
                log=self.store,
                lists=self.lists,
                directory=self.people,
                calendars=_Week(),
                lines=RuleLines(),
                tables=self.files,
                calendar_files=self.files,
                card=_card,
                sentences=sentences,
                clock=self.clock,
                guides=self.door,
            )
        )

    def type(self, text: str, member: Member = TANAKA, *, place: Place | None = None, id: str = "a1") -> Reply | None:
        return self.catching.line(self.asked(text, member, place=place, id=id), member)

    def typed(self, text: str, member: Member = TANAKA, *, id: str = "a1") -> Reply:
        reply = self.type(text, member, id=id)
        assert reply is not None
        return reply

    def asked(self, text: str, member: Member = TANAKA, *, place: Place | None = None, id: str = "a1") -> Asked:
        return Asked(id=id, address=member.address, place=place or direct(member), text=text)

    def press(
        self,
        offer: Offer | None,
        member: Member = TANAKA,
        *,
        place: Place | None = None,
        values: Mapping[str, str] | None = None,
        id: str = "",
    ) -> Reply:
        assert offer is not None
        self._pressed += 1
        pressed = Pressed(
            id=id or f"p{self._pressed}",
            address=member.address,
            place=place or direct(member),
            action=offer.action,
            reference=offer.reference,
            values=values or {},
        )
        return self.catching.handlers[offer.action](pressed, member)

    def send(self, form: Reply, member: Member = TANAKA, /, *, id: str = "", **values: str) -> Reply:
        """Send a form with what stands in it, and these changes."""
        held = {one.name: one.initial for one in form.parts if isinstance(one, Field)}
        return self.press(form.submit, member, values=held | values, id=id)

    def drop(
        self, name: str, member: Member = TANAKA, *, text: str = "", id: str = "f1", place: Place | None = None
    ) -> Reply | None:
        where = place or direct(member)
        return self.catching.dropped(
            Dropped(id=id, address=member.address, place=where, file_name=name, content=b"x", text=text), member
        )

    def the_list(self) -> CardList:
        (one,) = self.lists.rows.values()
        return one

    def records(self) -> list[Encounter]:
        return list(self.store.rows.values())


class _Week:
    def next_working_day(self, day: date, person_id: str) -> date:
        return WORKING.next_working_day(day)

    def add_working_days(self, day: date, days: int, person_id: str) -> date:
        return WORKING.add_working_days(day, days)


def _card(encounter: Encounter, member: Member) -> Reply:
    return Reply(parts=(Quoted(f"card {encounter.id} {encounter.state}"),))


def direct(member: Member) -> Place:
    return Place(conversation=f"D-{member.address}")


def channel(*present: Member) -> Place:
    return Place(conversation="C1", is_direct=False, present=frozenset(one.address for one in present))


def offers_of(reply: Reply) -> list[Offer]:
    """All buttons, those of the items among them."""
    of_items = [offer for part in reply.parts if isinstance(part, Item) for offer in part.offers]
    return [*of_items, *reply.offers, *([reply.submit] if reply.submit else [])]


def offer(reply: Reply, label: str, number: int = 0) -> Offer:
    """The button with this label; of a card, where its number is given."""
    found = [one for one in offers_of(reply) if one.label is not None and one.label.key == label]
    if number:
        found = [one for one in found if one.reference.endswith(f":{number}")]
    assert found, (label, [one.label.key for one in offers_of(reply) if one.label])
    return found[0]


def labels(reply: Reply) -> list[str]:
    return [one.label.key for one in offers_of(reply) if one.label]


def keys(reply: Reply) -> list[str]:
    """What is said, in order."""
    found: list[str] = []
    for part in reply.parts:
        if isinstance(part, Said | Headed):
            found.append(part.message.key)
        elif isinstance(part, Item):
            found += [one.key for one in (part.title, *part.details) if isinstance(one, Message)]
    return found


def facts(reply: Reply) -> dict[str, object]:
    return {part.label.key.removeprefix("catch-label-"): part.value for part in reply.parts if isinstance(part, Fact)}


def quoted(reply: Reply) -> list[str]:
    return [part.text for part in reply.parts if isinstance(part, Quoted)]


def in_english(member: Member) -> Member:
    return replace(member, locale="en")


BOTH: tuple[Locale, ...] = ("ja", "en")
