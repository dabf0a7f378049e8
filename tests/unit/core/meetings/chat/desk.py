"""The office of encounters with its chat side: people press, type and read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from bot.adapters.japanese import SudachiNames
from bot.core.calendars import WorkingDays
from bot.core.deliveries.models import DeliveryState
from bot.core.meetings.chat.ports import Talk
from bot.core.meetings.chat.service import MeetingChat
from bot.core.meetings.drafts import load_drafts
from bot.core.meetings.parsing.rules import LineRules
from bot.core.membership.models import Changes
from bot.core.messages import (
    Asked,
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
    Source,
)
from bot.core.owed import Owed
from bot.core.people import Member, Sharing
from bot.errors import DependencyError
from tests.fakes.deliveries import WORKSPACE
from tests.fakes.meetings import PlainWeek
from tests.unit.core.meetings.office import AOI, EVERYBODY, Office

HOLIDAYS = WorkingDays({date(2026, 11, 23)})
STEP = {"step": "サンプルを送る", "day": "2026-11-25", "time": "10:00"}
"""What is typed into the form of a next step."""
DRAFTS = Path(__file__).resolve().parents[5] / "prompts" / "drafts"


@dataclass
class Desk(Office):
    """Presses arrive here."""

    pressed: int = 0
    seen: list[Reply] = field(default_factory=list)
    bundles: dict[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    last_told: Sequence[tuple[str, str]] = ()
    advice: Source | DependencyError | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        drafts = {str(path): path.read_text(encoding="utf-8") for path in DRAFTS.glob("*.yaml")}
        self.chat = MeetingChat(
            service=self.service,
            store=self.store,
            directory=self.people,
            calendars=PlainWeek(),
            clock=self.clock,
            drafts=load_drafts(drafts),
            advice=self._advise,
            talk=Talk(
                posted=self.deliveries,
                subjects=lambda id: self.bundles.get(id, ()),
                told=lambda *_: self.last_told,
                holidays=lambda: HOLIDAYS,
                lines=LineRules(lambda: HOLIDAYS, SudachiNames()),
            ),
        )

    def _advise(self, question: str, readers: Sequence[Member]) -> Source | None:
        if isinstance(self.advice, DependencyError):
            raise self.advice
        return self.advice

    def press(self, member: Member, action: str, reference: str, **values: str) -> Reply:
        """Press a button or send a form in one's own conversation."""
        return self.press_in(direct(member), member, action, reference, values)

    def press_in(
        self, place: Place, member: Member, action: str, reference: str, values: Mapping[str, str] | None = None
    ) -> Reply:
        """The same elsewhere."""
        self.pressed += 1
        request = Pressed(
            id=f"p{self.pressed}",
            address=member.address,
            place=place,
            action=action,
            reference=reference,
            values=values or {},
        )
        return self.kept(self.chat.handlers[action](request, member))

    def type(self, member: Member, text: str, *, place: Place | None = None) -> Reply | None:
        """Write something, by default in one's own conversation."""
        self.pressed += 1
        asked = Asked(id=f"a{self.pressed}", address=member.address, place=place or direct(member), text=text)
        reply = self.chat.typed(asked, member)
        return self.kept(reply) if reply else None

    def under_nudge(self, member: Member, *subjects: tuple[str, str]) -> Place:
        """The thread of a nudge's message with these subjects."""
        return self.under(Owed(kind="nudge", subject_id="b1", occurrence="x", person=member.address), *subjects)

    def under(self, owed: Owed, *subjects: tuple[str, str]) -> Place:
        """The thread of a message of ours."""
        self.bundles[owed.subject_id] = subjects
        conversation = f"D-{owed.person}"
        self.deliveries.owe(owed, at=self.clock.now())
        kept = self.deliveries.rows[owed.delivery_id(WORKSPACE)]
        sent = replace(kept, state=DeliveryState.SENT, sent_conversation=conversation, sent_message="1.0")
        self.deliveries.rows[kept.id] = sent
        return Place(conversation=conversation, thread="1.0", present=frozenset({owed.person}))

    def offered(self, member: Member, reply: Reply, action: str, **values: str) -> Reply:
        """Press the button of a reply that does this."""
        return self.press(member, action, offers(reply)[action], **values)

    def kept(self, reply: Reply) -> Reply:
        self.seen.append(reply)
        return reply


def opened() -> Desk:
    desk = Desk()
    desk.captured()
    return desk


def direct(member: Member) -> Place:
    return Place(conversation=f"D-{member.address}", present=frozenset({member.address}))


def speaking(desk: Desk, locale: Locale) -> None:
    """Everybody reads one language from now on."""
    for one in EVERYBODY:
        desk.people.put(replace(one, locale=locale))


def sharing(desk: Desk, chosen: Sharing) -> None:
    """The firm chooses again what it shares."""
    desk.people.change(lambda _: Changes(companies=(replace(AOI, sharing=chosen),)))


def messages_of(reply: Reply) -> Iterator[Message]:
    """Every sentence of ours in a reply."""
    yield from (one for one in (reply.title,) if one)
    for part in reply.parts:
        if isinstance(part, Said | Headed):
            yield part.message
        elif isinstance(part, Fact):
            yield from (one for one in (part.label, part.value) if isinstance(one, Message))
        elif isinstance(part, Item):
            yield from (one for one in (part.title, *part.details, *part.words) if isinstance(one, Message))
        elif isinstance(part, Field):
            yield part.label
            yield from (one for one in (part.hint,) if one)
            yield from (choice.label for choice in part.choices if isinstance(choice.label, Message))
    for offer in all_offers(reply):
        yield from (one for one in (offer.label, offer.confirm) if one)


def all_offers(reply: Reply) -> list[Offer]:
    items = [offer for part in reply.parts if isinstance(part, Item) for offer in part.offers]
    return [*reply.offers, *([reply.submit] if reply.submit else ()), *items]


def offers(reply: Reply) -> dict[str, str]:
    """The actions with what they apply to."""
    return {offer.action: offer.reference for offer in all_offers(reply)}


def keys(reply: Reply) -> list[str]:
    """The keys of everything of ours that is said, in order."""
    return [message.key for message in messages_of(reply)]


def words(reply: Reply) -> str:
    """Everything of a reply that comes from the record."""
    found = [str(value) for message in messages_of(reply) for value in message.arguments.values()]
    for part in reply.parts:
        if isinstance(part, Quoted):
            found.append(part.text)
        elif isinstance(part, Fact) and isinstance(part.value, str):
            found.append(part.value)
        elif isinstance(part, Item):
            found += [one for one in (part.title, *part.details) if isinstance(one, str)]
        elif isinstance(part, Field):
            found.append(part.initial)
    return "\n".join(found)


def why(reply: Reply) -> str:
    """The first sentence said."""
    return next(part.message.key for part in reply.parts if isinstance(part, Said))


def fields(reply: Reply) -> dict[str, str]:
    """The fields of a form with what they hold."""
    return {part.name: part.initial for part in reply.parts if isinstance(part, Field)}


def quoted(reply: Reply) -> list[str]:
    """Words of people, as they are."""
    return [part.text for part in reply.parts if isinstance(part, Quoted)]
