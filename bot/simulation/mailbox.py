"""The receiving side: every message that arrived, when, for whom, and what stood in it; and the troubles of sending."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from bot.core import actions
from bot.core.clock import VirtualClock
from bot.core.deliveries.models import (
    Delivery,
    Found,
    NotFound,
    Outcome,
    ReadBack,
    Refused,
    Sent,
    Unreadable,
    Unsure,
)
from bot.core.messages import Headed, Item, Locale, Message, Offer, Reply
from bot.simulation.habits import Trouble
from bot.simulation.ledger import ANY, MAIN, REQUEST, TRIAL

KEY = "／"
ONE_MESSAGE = timedelta(seconds=0.3)
"""How long sending one takes; the rate that a workspace allows is kept with it."""
_ASKS, _REST = "meeting-nudge-", "nudge-rest"
_WAIT = timedelta(seconds=30)


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """One matter as it stands in a message: whom it is about (`key`), what is asked, what can be pressed."""

    key: str
    asks: tuple[Message, ...]
    offers: tuple[Offer, ...]
    is_named_only: bool = False
    """It had no room for more than its name."""

    @property
    def asked(self) -> str:
        """What is asked first: `step`, `decision`, `request` …; "" where nothing is."""
        return named(self.asks[0]) if self.asks else ""

    def argument(self, name: str) -> str:
        """What the first question says of something."""
        return str(self.asks[0].arguments.get(name, "")) if self.asks else ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Received:
    """A message as it arrived."""

    address: str
    at: datetime
    reply: Reply
    told: tuple[Told, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Noted:
    """What is kept of a message for the count: of each matter whom it is about and under which heading.

    `unnamed`: how many matters it only counts.
    """

    delivery_id: str
    address: str
    at: datetime
    is_nudge: bool
    told: tuple[tuple[str, str], ...]
    unnamed: int = 0


class Mailbox:
    """A `Sender` that keeps what it is given. The clock goes on while a message is sent."""

    def __init__(self, clock: VirtualClock, trouble: Trouble, chance: Random) -> None:
        self._clock, self._trouble, self._chance = clock, trouble, chance
        self.noted: list[Noted] = []
        """Everything that arrived, in order."""
        self.arrived: list[Received] = []
        """What nobody has looked at yet."""
        self.troubles = 0
        self._there: dict[str, str] = {}

    def send(
        self, *, delivery_id: str, person: str, conversation: str, thread: str, reply: Reply, locale: Locale
    ) -> Outcome:
        """Take a message; or refuse it, or break off before or after."""
        self._clock.advance(ONE_MESSAGE)
        drawn, trouble = self._chance.random(), self._trouble
        is_trouble = drawn < trouble.too_fast + trouble.server_error or drawn > 1 - trouble.dropped
        self.troubles += is_trouble
        if drawn < trouble.too_fast:
            return Refused(reason="ratelimited", retry_after=_WAIT)
        if drawn < trouble.too_fast + trouble.server_error:
            return Unsure("HTTP 500")
        self._keep(delivery_id, person, reply)
        if drawn > 1 - trouble.dropped:
            return Unsure("the connection broke")
        return Sent(f"D{person[1:]}", self._there[delivery_id])

    def find(self, *, delivery: Delivery, since: datetime) -> ReadBack:
        """Is it there?"""
        if self._chance.random() < self._trouble.unreadable:
            return Unreadable("HTTP 500")
        there = self._there.get(delivery.id)
        return Found(f"D{delivery.owed.person[1:]}", there) if there else NotFound()

    def _keep(self, delivery_id: str, address: str, reply: Reply) -> None:
        self._there[delivery_id] = f"{len(self.noted) + 1}.0"
        told, at = told_in(reply), self._clock.now()
        noted = Noted(
            delivery_id=delivery_id,
            address=address,
            at=at,
            is_nudge=any(one.action == actions.NUDGE_SETTINGS for one in reply.offers),
            told=tuple((one.key, group) for one in told for group in groups_of(one)),
            unnamed=_unnamed(reply, told),
        )
        self.noted.append(noted)
        self.arrived.append(Received(address=address, at=at, reply=reply, told=told))


def told_in(reply: Reply) -> tuple[Told, ...]:
    """The matters of a message; a letter about one matter alone has its buttons below it."""
    return tuple(_items(reply)) or tuple(_letter(reply))


def _items(reply: Reply) -> Iterator[Told]:
    for part in reply.parts:
        if isinstance(part, Item):
            said = (*part.details, *part.words)
            asks = tuple(one for one in said if isinstance(one, Message) and one.key.startswith(_ASKS))
            if any(one.action == actions.SUCCESSION_FORM for one in part.offers):
                asks = (Message(f"{_ASKS}succession"),)
            if isinstance(part.title, Message) and part.title.key == _REST:
                for name in part.details:
                    yield Told(key=key_of(name), asks=(), offers=(), is_named_only=True)
                continue
            yield Told(key=key_of(part.title), asks=asks, offers=part.offers)


def _letter(reply: Reply) -> Iterator[Told]:
    headed = next((part.message for part in reply.parts if isinstance(part, Headed)), reply.title)
    asks = {actions.MEETING_ACCEPT: "request", actions.MEETING_CONFIRM: "confirm"}
    asked = next((asks[one.action] for one in reply.offers if one.action in asks), "")
    if asked:
        yield Told(key=key_of(headed), asks=(Message(f"{_ASKS}{asked}"),), offers=reply.offers)


def named(ask: Message) -> str:
    """What a question asks for, in the word of the cadences."""
    name, _, _ = ask.key.removeprefix(_ASKS).partition("-")
    return {"day": "time"}.get(name, name)


def groups_of(told: Told) -> Iterator[str]:
    """Under which headings a matter is told (`Wait.group`); under none where nothing is asked, under any
    where it is only named."""
    if told.is_named_only:
        yield ANY
    for ask in told.asks:
        name = named(ask)
        if name == "issue":
            yield str(ask.arguments.get("issue", ""))
        else:
            yield {"request": REQUEST, "trial": TRIAL, "trial_ahead": TRIAL}.get(name, MAIN)


def key_of(title: Message | str | None) -> str:
    """Whom an encounter is with, as it is written in every message about it."""
    if isinstance(title, str) or title is None:
        return title or ""
    named = title.arguments
    return KEY.join(str(named[name]) for name in ("partner", "contact", "name") if named.get(name))


def _unnamed(reply: Reply, told: tuple[Told, ...]) -> int:
    titles = (part.title for part in reply.parts if isinstance(part, Item) and isinstance(part.title, Message))
    rest = sum(int(one.arguments["count"]) for one in titles if one.key == _REST)
    return rest - sum(one.is_named_only for one in told)
