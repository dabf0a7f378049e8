"""People before the whole of Minori: what they type and press goes to the router, what comes of it is in the chat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from bot.core.actions import SHOWN, Shown
from bot.core.clock import VirtualClock
from bot.core.membership.models import Profile
from bot.core.messages import Asked, Locale, Opened, Place, Pressed, Reply, Sentences
from bot.core.outgoing import made
from bot.core.router import Router
from bot.simulation.desk import Desk
from bot.simulation.region.conversations import Conversations, Standing


class ChatDesk(Desk):
    """`router` is joined later: whoever answers must be there first. `names` and `locales` by address."""

    def __init__(
        self,
        *,
        clock: VirtualClock,
        conversations: Conversations,
        sentences: Sentences,
        names: Mapping[str, str],
        english: frozenset[str],
    ) -> None:
        super().__init__(clock)
        self.router: Router | None = None
        self._conversations, self._sentences, self._names, self._english = conversations, sentences, names, english
        self._upon: dict[str, tuple[str, str]] = {}
        """The message somebody is looking at: its timestamp and thread; none while they are on their page."""
        self.failures = 0
        """How often Minori had to apologise."""

    def looks_at(self, address: str, ts: str, thread: str = "") -> None:
        """Somebody looks at a message from now on; "" for their page."""
        self._upon[address] = (ts, thread)

    def says(self, address: str, text: str) -> tuple[Reply, str]:
        """Somebody types something; what comes, and the message in which it stands ("" for none)."""
        reply = self.types(address, text)
        return reply, self._upon.get(address, ("", ""))[0]

    def hear(self, asked: Asked) -> Reply:
        address, place = asked.address, asked.place
        typed = Standing(conversation=place.conversation, ts="", by=address, text=asked.text)
        root = self._conversations.add(typed, self._clock.now())
        self.looks_at(address, "", root)
        reply = self._handled(replace(asked, place=replace(place, thread=root)))
        if reply is not None:
            self.looks_at(address, self._post(address, root, reply), root)
        return reply or Reply()

    def do(self, pressed: Pressed) -> Reply:
        reply = self._handled(pressed) or Reply()
        self._shown(pressed, reply)
        return reply

    def opens(self, address: str) -> Reply:
        self.looks_at(address, "")
        return self._handled(Opened(id=f"opened-{address}", address=address, place=self.place(address))) or Reply()

    def place(self, address: str) -> Place:
        return replace(super().place(address), thread=self._upon.get(address, ("", ""))[1])

    def _handled(self, request: Asked | Pressed | Opened) -> Reply | None:
        if self.router is None:
            raise ValueError("nobody answers yet")
        address = request.address
        locale: Locale = "en" if address in self._english else "ja"
        reply = self.router.handle(request, Profile(address=address, name=self._names[address], locale=locale)).reply
        self.failures += reply is not None and reply.state == "failed"
        return reply

    def _shown(self, pressed: Pressed, reply: Reply) -> None:
        """What changes in the conversation: as the platform does it."""
        address, conversation = pressed.address, pressed.place.conversation
        ts, thread = self._upon.get(address, ("", ""))
        for other in reply.elsewhere:
            self._conversations.change(other.conversation, other.message, other.reply)
        shown = SHOWN[pressed.action]
        if shown is Shown.SAID and not reply.is_aside:
            self._post(address, thread or ts, reply)
        becomes = reply.behind or (reply if self._replaces(shown, reply) else None)
        if ts and becomes is not None:
            self._conversations.change(conversation, ts, becomes)

    def _replaces(self, shown: Shown, reply: Reply) -> bool:
        """A form that was sent and taken says so where the button stood as well."""
        return not reply.is_aside and shown is Shown.REPLACED

    def _post(self, address: str, thread: str, reply: Reply) -> str:
        locale: Locale = reply.locale or ("en" if address in self._english else "ja")
        say = partial(self._sentences.say, locale=locale)
        files = tuple(made(one, say) for one in reply.files)
        message = Standing(
            conversation=self.place(address).conversation,
            ts="",
            thread=thread,
            reply=replace(reply, files=(), later=None),
            locale=locale,
            files=files,
        )
        ts = self._conversations.add_with_files(message, self._clock.now())
        if reply.later is not None:
            self._post(address, thread, reply.later())
        return ts
