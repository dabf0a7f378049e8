"""Entries with everything around them in memory: who there is, what was answered, what is cited."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from bot.core.entries import drawing
from bot.core.entries.models import Entry, EntryState
from bot.core.entries.ports import AnsweredQuestion
from bot.core.entries.service import EntryService
from bot.core.messages import Place, Pressed, Reply
from bot.core.owed import Owed
from bot.core.people import Company, Member, Role, Sharing
from bot.core.person_days import Days

FIRM = Company(id="yamada-ss", name="株式会社山田製作所", coordinator_id="takahashi", sharing=Sharing.NOTHING)
YAMADA = Member(id="yamada", address="U1", name="山田 健一", roles=frozenset({Role.MEMBER}), company=FIRM)
SATO = Member(id="sato", address="U2", name="佐藤 花", roles=frozenset({Role.MEMBER}), company=FIRM)
TAKAHASHI = Member(id="takahashi", address="U3", name="高橋 由美", roles=frozenset({Role.COORDINATOR}))
ITO = Member(id="ito", address="U4", name="伊藤 誠", roles=frozenset({Role.COORDINATOR}))
NAKAMURA = Member(id="nakamura", address="U5", name="中村 恵", roles=frozenset({Role.ADMIN}))
ASKED = "山田製作所では、溶接の煙をどう減らせばよいでしょうか"
OTHER_WORDS = "作業場の空気をきれいに保つには、何から始めますか"


class Weekdays:
    """Monday to Friday."""

    def is_working_day(self, day: date) -> bool:
        return day.isoweekday() <= 5

    def next_working_day(self, day: date) -> date:
        return self.add_working_days(day, 1)

    def add_working_days(self, day: date, days: int) -> date:
        while days:
            day += timedelta(days=1)
            days -= self.is_working_day(day)
        return day


@dataclass
class Desk:
    """A service over records in memory. `people` are those who can be asked; `moment` is the business time."""

    people: list[Member] = field(default_factory=lambda: [YAMADA, SATO, TAKAHASHI, ITO, NAKAMURA])
    moment: datetime = datetime(2026, 10, 5, 1, 0, tzinfo=UTC)
    on_leave: set[str] = field(default_factory=set)
    entries: dict[str, Entry] = field(default_factory=dict)
    owed: list[Owed] = field(default_factory=list)
    shelf: dict[str, tuple[str, str, date]] = field(default_factory=dict)
    editions: list[str] = field(default_factory=list)
    question: AnsweredQuestion | None = None
    looked: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.question = self.question or AnsweredQuestion(
            question=ASKED, answer="局所排気をお使いください。", asker=YAMADA
        )
        self.service = EntryService(
            store=self,
            answers=self,
            shelf=_Shelf(self),
            directory=_People(self),
            calendars=self,
            clock=self,
            published=_nothing,
            looked_at=lambda id, member: self.looked.append((id, member.id)),
        )

    def press(self, action: str, reference: str, by: Member, **values: str) -> Reply:
        pressed = Pressed(
            id="p", address=by.address, place=Place(conversation="D"), action=action, reference=reference, values=values
        )
        return self.service.handlers[action](pressed, by)

    def proposed(self, question: str = OTHER_WORDS, *, until: str = "2027-10-05", by: Member = TAKAHASHI) -> Entry:
        """An entry as its sheet makes it."""
        values = {
            drawing.QUESTION: question,
            drawing.ANSWER: "局所排気をお使いください。",
            drawing.OWNER: by.id,
            drawing.UNTIL: until,
        }
        self.press("entry_send", "h1", by, **values)
        return next(reversed(self.entries.values()))

    def now(self) -> datetime:
        return self.moment

    def add(self, entry: Entry, *, owed: Sequence[Owed]) -> bool:
        self.entries[entry.id] = entry
        self.owed += owed
        return True

    def change(self, before: Entry, after: Entry, *, owed: Sequence[Owed] = ()) -> bool:
        if self.entries[before.id].version != before.version:
            return False
        self.entries[before.id] = after
        self.owed += owed
        return True

    def of_handover(self, handover_id: str) -> Sequence[Entry]:
        return [one for one in self.entries.values() if one.handover_id == handover_id]

    def in_state(self, states: Collection[EntryState]) -> Sequence[Entry]:
        return [one for one in self.entries.values() if one.state in states]

    def by_id(self, id: str) -> Entry | None:
        return self.entries.get(id)

    def answered(self, handover_id: str) -> AnsweredQuestion | None:
        return self.question if handover_id == "h1" else None

    def days_of(self, member: Member) -> Days:
        return Weekdays()

    def is_on_leave(self, member: Member, day: date) -> bool:
        return member.id in self.on_leave


class _Shelf:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def publish(self, entry: Entry, *, owner: str) -> int:
        self._desk.shelf[entry.guide_id] = (entry.question, owner, entry.valid_until)
        self._desk.editions.append(entry.question)
        return len(self._desk.editions)

    def retire(self, guide_id: str) -> None:
        self._desk.shelf.pop(guide_id, None)

    def cited(self) -> Collection[str]:
        return self._desk.shelf.keys()


class _People:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def by_address(self, address: str) -> Member | None:
        return next((one for one in self._desk.people if one.address == address), None)

    def by_id(self, id: str) -> Member | None:
        return next((one for one in self._desk.people if one.id == id), None)

    def people(self, *, role: Role | None = None, company_id: str | None = None) -> Sequence[Member]:
        return [one for one in self._desk.people if role is None or role in one.roles]

    def company(self, id: str) -> Company | None:
        return FIRM if id == FIRM.id else None

    def companies(self) -> Sequence[Company]:
        return [FIRM]


def _nothing() -> None:
    return None
