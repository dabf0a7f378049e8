"""Membership over people in memory, and ways to look at what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from bot.adapters.sentences import LOCALES, FluentSentences
from bot.bootstrap import load_starters
from bot.core.clock import VirtualClock
from bot.core.membership.service import MembershipService
from bot.core.messages import Fact, Field, Headed, Item, Message, Offer, Part, Place, Pressed, Reply, Said
from bot.core.people import Company, Member, Role
from tests.fakes.people import FakePeople

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
FIRM = Company(id="f1", name="株式会社山田製作所", coordinator_id="p2")
SATO = Member(
    id="p1",
    address="U0SATO",
    name="佐藤 一郎",
    roles=frozenset({Role.MEMBER}),
    company=FIRM,
    locale="ja",
    added_by="鈴木 花子",
    added_at=AT,
)
TANAKA = replace(SATO, id="p3", address="U0TANA", name="田中 恵")
SUZUKI = replace(SATO, id="p2", address="U0SUZU", name="鈴木 花子", roles=frozenset({Role.COORDINATOR}), company=None)
GUEST = Member(id="g1", address="U0G", name="guest", locale="en", added_at=AT)
HERE = Place(conversation="D1", present=frozenset({"U0SATO"}))


class FrontDesk:
    """The service over people in memory, with a clock that can be moved."""

    def __init__(self) -> None:
        self.people, self.clock = FakePeople(SATO, TANAKA, SUZUKI, GUEST), VirtualClock(AT)
        self.withdrawn: list[Member] = []
        self.service = MembershipService(
            people=self.people, clock=self.clock, starters=load_starters(), on_leaving=self.withdrawn.append
        )

    def member(self, id: str = "p1") -> Member:
        found = self.people.by_id(id)
        assert found is not None
        return found

    def greeted(self, id: str = "p1") -> list[Reply]:
        """What somebody is told who talks with us now."""
        before = len(self.people.owed)
        self.service.greet(self.member(id), locale="ja")
        addressed = [self.service.composers[owed.kind](owed) for owed in self.people.owed[before:]]
        return [one.reply for one in addressed if one is not None]

    def press(self, action: str, reference: str, id: str = "p1", values: Mapping[str, str] | None = None) -> Reply:
        member = self.member(id)
        pressed = Pressed(
            id="1", address=member.address, place=HERE, action=action, reference=reference, values=values or {}
        )
        return self.service.handlers[action](pressed, member)


def keys(parts: tuple[Part, ...]) -> list[str]:
    """The sentences of a reply."""
    found: list[str] = []
    for part in parts:
        if isinstance(part, Said | Headed):
            found.append(part.message.key)
        if isinstance(part, Item):
            found += [part.title.key] if isinstance(part.title, Message) else []
    return found


def facts(reply: Reply) -> dict[str, str]:
    return {
        part.label.key: part.value.key if isinstance(part.value, Message) else part.value
        for part in reply.parts
        if isinstance(part, Fact)
    }


def messages_of(parts: tuple[Part, ...], offers: tuple[Offer | None, ...]) -> list[Message]:
    """Everything of a reply that is said in our own words."""
    found: list[Message | str | None] = []
    for part in parts:
        if isinstance(part, Said | Headed):
            found.append(part.message)
        elif isinstance(part, Fact):
            found += [part.label, part.value]
        elif isinstance(part, Item):
            found += [part.title, *part.details, *messages_of((), part.offers)]
        elif isinstance(part, Field):
            found += [part.label, part.hint, *(choice.label for choice in part.choices)]
    for offer in offers:
        found += [offer.label, offer.confirm] if offer else []
    return [one for one in found if isinstance(one, Message)]


def can_be_said(reply: Reply, sentences: FluentSentences) -> None:
    for message in [*messages_of(reply.parts, (*reply.offers, reply.submit)), *([reply.title] if reply.title else [])]:
        for locale in LOCALES:
            assert sentences.say(message, locale=locale).strip()
