"""The end of a walk: finished with its card, confirmed or not by whose words they are; what it leads to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.core import actions
from bot.core.coaching.walks.chat.answering import Answering
from bot.core.coaching.walks.chat.doors import Doors, Handler, aside
from bot.core.coaching.walks.chat.drawing import Drawing
from bot.core.coaching.walks.chat.ports import CardOf
from bot.core.coaching.walks.chat.resting import Resting
from bot.core.coaching.walks.chat.small_try import SmallTry
from bot.core.coaching.walks.models import Walk, WalkState
from bot.core.coaching.walks.results import Refused
from bot.core.messages import Headed, Message, Pressed, Reply, Said
from bot.core.people import Member


class Ending:
    """Handlers of the end, and how it is shown."""

    def __init__(
        self,
        *,
        doors: Doors,
        drawing: Drawing,
        resting: Resting,
        answering: Answering,
        card_of: CardOf,
        small_try: SmallTry,
    ) -> None:
        self._doors, self._service, self._drawing = doors, doors.service, drawing
        self._resting, self._answering = resting, answering
        self._card_of, self._small_try = card_of, small_try

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        seen = self._doors.seen
        return {
            actions.WALK_FINISH: seen(self._finish),
            actions.WALK_CONFIRM: seen(self._confirm),
            actions.WALK_REFUSE: seen(self._refuse),
        }

    def finished(self, walk: Walk, member: Member) -> Reply:
        """The last words, with the card and what can be done with it."""
        if walk.state != WalkState.DONE:
            return self._drawing.standing(walk, member)
        member, language = self._doors.among(walk, member), self._doors.language(walk)
        said = (*self._resting.ended(walk, member), *self._small_try.parts(walk, member))
        card = self._card_of(walk, member)
        if card is None:
            reply = self._resting.reply(walk, member)
            return replace(reply, parts=(*said, *reply.parts), locale=language)
        headed = (Headed(card.title),) if card.title else ()
        return replace(card, title=None, parts=(*said, *headed, *card.parts), locale=language)

    def _finish(self, pressed: Pressed, member: Member, walk: Walk, _more: Sequence[str]) -> Reply:
        result = self._service.finish(walk.id, act=self._doors.act(pressed, member))
        if isinstance(result, Refused):
            return self._answering.pressed(result, member)
        return self.finished(result.walk, member)

    def _confirm(self, pressed: Pressed, member: Member, walk: Walk, _more: Sequence[str]) -> Reply:
        result = self._service.confirm(walk.id, act=self._doors.act(pressed, member))
        if isinstance(result, Refused):
            return self._answering.pressed(result, member)
        reply = self.finished(result.walk, member)
        return replace(reply, parts=(Said(Message("walk-confirmed")), *reply.parts))

    def _refuse(self, pressed: Pressed, member: Member, walk: Walk, _more: Sequence[str]) -> Reply:
        result = self._service.refuse(walk.id, act=self._doors.act(pressed, member))
        if isinstance(result, Refused):
            return aside(result.message)
        return Reply(parts=(Said(Message("walk-not-kept")),))
