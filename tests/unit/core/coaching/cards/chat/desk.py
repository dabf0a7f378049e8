"""The bench of cards with its chat side: people press and type, and everything that a reply says is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.adapters.japanese import SudachiAnalyser
from bot.core.coaching.cards.chat.service import CardChat
from bot.core.coaching.cards.models import ValueCard
from bot.core.messages import (
    Asked,
    Claimed,
    Fact,
    Field,
    Headed,
    Item,
    Locale,
    Message,
    Offer,
    OutgoingFile,
    Part,
    Passage,
    Place,
    Pressed,
    Quoted,
    Reply,
    Said,
)
from bot.core.outgoing import CSV
from bot.core.people import Company, Member
from tests.unit.core.coaching.cards.bench import Bench
from tests.unit.core.coaching.cards.samples import SENTENCES, say_in

ANALYSER = SudachiAnalyser()


def files_of(card: ValueCard, company: Company, _locale: Locale) -> Sequence[OutgoingFile]:
    """Everything of the card as one file."""
    return (
        OutgoingFile(
            name=Message("value-card-title-unnamed"),
            title=Message("value-card-title-unnamed"),
            media_type=CSV,
            make=lambda _: repr((card, company.name)).encode(),
        ),
    )


@dataclass
class Desk(Bench):
    """Presses arrive here."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.chat = CardChat(
            service=self.service,
            directory=self.house,
            sentences=SENTENCES,
            analyser=ANALYSER,
            hand_outs=files_of,
        )

    def press(
        self,
        member: Member,
        action: str,
        reference: str = "",
        *,
        values: Mapping[str, str] | None = None,
        among: Sequence[Member] | None = None,
    ) -> Reply:
        """Somebody presses, in their direct conversation, or in a channel among others."""
        place = place_of(member, among)
        pressed = Pressed(
            id="p", address=member.address, place=place, action=action, reference=reference, values=values or {}
        )
        return self.chat.handlers[action](pressed, member)

    def type(self, member: Member, text: str, *, among: Sequence[Member] | None = None) -> Reply | None:
        """Somebody types."""
        asked = Asked(id="a", address=member.address, place=place_of(member, among), text=text)
        return self.chat.typed(asked, member)


def place_of(member: Member, among: Sequence[Member] | None) -> Place:
    """A direct conversation, or a channel of these people."""
    if among is None:
        return Place(conversation="D1", present=frozenset({member.address}))
    present = frozenset({member.address, *(one.address for one in among)})
    return Place(conversation="C1", is_direct=False, present=present)


def told(reply: Reply | None, locale: Locale = "ja") -> str:
    """Everything that a reply says, asks, refers to and hands out, line by line."""
    return "\n".join(_told(reply, locale)) if reply else ""


def labels(reply: Reply, locale: Locale = "ja") -> list[str]:
    """What can be pressed."""
    say = say_in(locale)
    inside = [offer for part in reply.parts if isinstance(part, Item) for offer in part.offers]
    return [say(offer.label) for offer in (*inside, *reply.offers) if offer.label]


def fields(reply: Reply) -> dict[str, str]:
    """What a form holds."""
    return {part.name: part.initial for part in reply.parts if isinstance(part, Field)}


def _told(reply: Reply, locale: Locale) -> Iterator[str]:
    say = say_in(locale)

    def words(text: Message | str) -> str:
        return say(text) if isinstance(text, Message) else text

    if reply.title:
        yield say(reply.title)
    for part in reply.parts:
        yield from (words(one) for one in _in_part(part))
        if isinstance(part, Item):
            yield from (line for offer in part.offers for line in _offered(offer, locale))
    for offer in (*reply.offers, *([reply.submit] if reply.submit else [])):
        yield from _offered(offer, locale)
    for file in reply.files:
        yield from (say(file.name), say(file.title), file.make(say).decode())
    for other in (reply.behind, *(one.reply for one in reply.elsewhere)):
        yield from _told(other, locale) if other else ()


def _in_part(part: Part) -> Iterator[Message | str]:
    if isinstance(part, Said | Headed):
        yield part.message
    elif isinstance(part, Quoted | Claimed):
        yield part.text
    elif isinstance(part, Fact):
        yield from (part.label, part.value)
    elif isinstance(part, Passage):
        yield from (part.heading, part.text)
    elif isinstance(part, Item):
        yield from (part.title, *part.details, *part.words)
    else:
        yield from (part.label, part.initial, *(one.label for one in part.choices), *([part.hint] if part.hint else []))


def _offered(offer: Offer, locale: Locale) -> Iterator[str]:
    say = say_in(locale)
    yield from (offer.reference, offer.text)
    yield from (say(one) for one in (offer.label, offer.confirm) if one)
