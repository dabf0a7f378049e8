"""Messages that asked somebody say how it stands by now, wherever it was answered: on the page, in a digest, by whoever
asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from bot.core.changeovers import owing
from bot.core.changeovers.models import Changeover
from bot.core.changeovers.ports import ChangeoverStore, Stands
from bot.core.messages import Elsewhere, Pressed, Reply
from bot.core.people import Directory, Member
from bot.core.reactions import Handler


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """Draws them anew. `card` is how one stands for its reader."""

    store: ChangeoverStore
    directory: Directory
    stands: Stands
    card: Callable[[Changeover, Member], Reply]

    def after(self, handler: Handler) -> Handler:
        """The handler, and the messages of what it has changed; its reference begins with the id of a changeover."""

        def press(pressed: Pressed, member: Member) -> Reply:
            id = pressed.reference.partition(":")[0]
            before = self.store.by_id(id)
            reply = handler(pressed, member)
            after = self.store.by_id(id)
            if before is None or after is None or before.version == after.version:
                return reply
            return replace(reply, elsewhere=(*reply.elsewhere, *self._messages(after)))

        return press

    def _messages(self, one: Changeover) -> Iterator[Elsewhere]:
        asked = self.directory.by_id(one.receiver_id)
        for owed in (*owing.to(asked, owing.ASKED, one), *owing.to(asked, owing.REMINDER, one)):
            where = self.stands(owed)
            if where is not None and asked is not None:
                reply = replace(self.card(one, asked), title=None)
                yield Elsewhere(conversation=where[0], message=where[1], reply=reply, locale=asked.locale or "ja")
