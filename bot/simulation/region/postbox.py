"""Where everything owed arrives: in the conversations of the region, at once and every time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from bot.core.clock import VirtualClock
from bot.core.deliveries.models import Delivery, NotFound, Outcome, ReadBack, Sent
from bot.core.messages import Locale, Reply, Sentences
from bot.core.outgoing import made
from bot.core.posted import Posted, PostedKind, PostedNotes, about_of
from bot.simulation.mailbox import Received, told_in
from bot.simulation.region.conversations import Conversations, Standing

_ONE_MESSAGE = timedelta(seconds=0.05)


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrived:
    """A message that somebody has not read yet."""

    received: Received
    ts: str
    thread: str


class Postbox:
    """A `Sender`. Files are drawn only from `draws_from` on: nobody looks at earlier ones."""

    def __init__(
        self,
        *,
        clock: VirtualClock,
        conversations: Conversations,
        sentences: Sentences,
        posted: PostedNotes,
        draws_from: datetime,
        owner_of: Callable[[str], str],
    ) -> None:
        self._clock, self._conversations, self._sentences, self._posted = clock, conversations, sentences, posted
        self._draws_from, self._owner_of = draws_from, owner_of
        self.arrived: list[Arrived] = []
        self.sent = 0

    def send(
        self, *, delivery_id: str, person: str, conversation: str, thread: str, reply: Reply, locale: Locale
    ) -> Outcome:
        """It stands there, and waits to be read."""
        self._clock.advance(_ONE_MESSAGE)
        now, address = self._clock.now(), person or self._owner_of(conversation)
        place = conversation or f"D{person[1:]}"
        about = about_of(reply)
        if about:
            self._posted.note(about, Posted(kind=PostedKind.DELIVERY, message=delivery_id))
        say = partial(self._sentences.say, locale=reply.locale or locale)
        files = tuple(made(one, say) for one in reply.files) if now >= self._draws_from else ()
        message = Standing(
            conversation=place,
            ts="",
            thread=thread,
            reply=replace(reply, files=()),
            locale=reply.locale or locale,
            delivery_id=delivery_id,
            files=files,
        )
        ts = self._conversations.add_with_files(message, now)
        self.sent += 1
        received = Received(address=address, at=now, reply=reply, told=told_in(reply))
        self.arrived.append(Arrived(received=received, ts=ts, thread=thread))
        return Sent(place, ts)

    def find(self, *, delivery: Delivery, since: datetime) -> ReadBack:
        """Nothing here is ever in doubt."""
        return NotFound()

    def rewrite(self, conversation: str, message: str, reply: Reply, locale: Locale) -> bool:
        """Other words in the place of a message of ours."""
        return self._conversations.change(conversation, message, reply)
