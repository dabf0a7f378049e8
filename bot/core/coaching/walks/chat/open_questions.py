"""What a card leaves open, asked one by one where somebody of the firm pressed for it, however long after the walk."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.core import actions
from bot.core.coaching.walks.chat.doors import Doors, Handler, aside
from bot.core.coaching.walks.chat.drawing import Drawing
from bot.core.coaching.walks.chat.ports import LeftOpen
from bot.core.coaching.walks.models import Walk
from bot.core.coaching.walks.results import Act, Refused
from bot.core.messages import Message, Pressed, Reply, Said
from bot.core.people import Member


class OpenQuestions:
    """Begins a round of them. `pause_others` puts other walks aside in a direct conversation."""

    def __init__(
        self,
        *,
        doors: Doors,
        drawing: Drawing,
        left_open: LeftOpen,
        pause_others: Callable[[str, Member, Act], None],
    ) -> None:
        self._doors, self._service, self._drawing = doors, doors.service, drawing
        self._left_open, self._pause_others = left_open, pause_others

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        return {actions.WALK_OPEN: self._doors.seen(self._open)}

    def _open(self, pressed: Pressed, member: Member, walk: Walk, _more: Sequence[str]) -> Reply:
        if not pressed.place.conversation:
            return aside(Message("walk-open-in-conversation"))
        act = self._doors.act(pressed, member)
        self._pause_others(walk.id, member, act)
        result = self._service.answer_open(walk.id, fields=self._left_open(walk, member), act=act)
        if isinstance(result, Refused):
            return aside(result.message)
        count = len(result.walk.round)
        said = (Said(Message("walk-open-begun", {"count": count})),) if result.change else ()
        return self._drawing.standing(result.walk, member, said=said)
