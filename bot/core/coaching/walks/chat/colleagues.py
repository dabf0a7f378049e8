"""What is owed to people about walks: a colleague's help, a confirmation, and what came of it; and their answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.core import actions
from bot.core.coaching.walks import owing
from bot.core.coaching.walks.chat import buttons
from bot.core.coaching.walks.chat.answering import Answering
from bot.core.coaching.walks.chat.doors import Doors, Handler
from bot.core.coaching.walks.chat.drawing import Drawing
from bot.core.coaching.walks.chat.reader import progress_line, title_of
from bot.core.coaching.walks.chat.resting import Resting
from bot.core.coaching.walks.models import ChangeKind, Walk, WalkState
from bot.core.coaching.walks.results import Refused
from bot.core.messages import Fact, Message, Offer, Pressed, Reply, Said
from bot.core.owed import Addressed, Composer, Owed
from bot.core.people import Member

Compose = Callable[[Walk, Member], Reply | None]


class Colleagues:
    """Handlers, and a composer for each kind of message owed. `walk_by_id` reads the record without asking who."""

    def __init__(
        self,
        *,
        doors: Doors,
        drawing: Drawing,
        resting: Resting,
        answering: Answering,
        walk_by_id: Callable[[str], Walk | None],
    ) -> None:
        self._doors, self._service, self._drawing = doors, doors.service, drawing
        self._resting, self._answering, self._walk_by_id = resting, answering, walk_by_id

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        seen = self._doors.seen
        return {
            actions.WALK_ACCEPT: seen(self._accept),
            actions.WALK_DECLINE: seen(self._decline),
            actions.WALK_WITHDRAW: seen(self._withdraw),
        }

    def composers(self) -> Mapping[str, Composer]:
        """What to say for each kind of message owed."""
        composes: dict[str, Compose] = {
            owing.CONFIRM: self._to_confirm,
            owing.CONFIRMED: self._told("walk-told-confirmed", lambda walk: walk.owner_id),
            owing.NOT_KEPT: self._told("walk-told-not-kept", lambda walk: walk.owner_id),
            owing.ASKED: self._asked,
            owing.ACCEPTED: self._told("walk-told-accepted", lambda walk: walk.owner_id),
            owing.DECLINED: self._told("walk-told-declined", self._who_declined),
            owing.WITHDRAWN: lambda walk, _: self._withdrawn(walk),
        }
        return {kind: self._composer(compose) for kind, compose in composes.items()}

    def _composer(self, compose: Compose) -> Composer:
        def composed(owed: Owed) -> Addressed | None:
            walk, member = self._walk_by_id(owed.subject_id), self._doors.directory.by_address(owed.person)
            if walk is None or member is None or member.has_left:
                return None
            reply = compose(walk, member)
            return Addressed(reply=reply, locale=member.locale or "ja") if reply is not None else None

        return composed

    def _to_confirm(self, walk: Walk, member: Member) -> Reply | None:
        is_waiting = walk.state == WalkState.UNCONFIRMED and walk.owner_id == member.id
        return self._resting.reply(walk, member) if is_waiting else None

    def _asked(self, walk: Walk, member: Member) -> Reply | None:
        if walk.asked_id != member.id:
            return None
        reader, progress = self._doors.reader(member), self._service.progress(walk)
        parts = (
            Said(Message("walk-asked", {"name": self._doors.name(walk.asked_by)})),
            Fact(title_of(walk), progress_line(progress)),
            *self._resting.summary(walk, reader),
            Said(Message("walk-asked-how")),
        )
        offers = (
            Offer(actions.WALK_ACCEPT, walk.id, Message("walk-offer-accept"), is_main=True),
            buttons.show(walk),
            Offer(actions.WALK_DECLINE, walk.id, Message("walk-offer-decline")),
        )
        return Reply(parts=parts, offers=offers)

    def _told(self, key: str, who: Callable[[Walk], str]) -> Compose:
        return lambda walk, _: Reply(parts=(Said(Message(key, {"name": self._doors.name(who(walk))})),))

    def _withdrawn(self, walk: Walk) -> Reply:
        return Reply(parts=(Said(Message("walk-told-withdrawn")),))

    def _who_declined(self, walk: Walk) -> str:
        declined = [one for one in self._service.changes(walk) if one.kind == ChangeKind.DECLINED]
        return declined[-1].by_id if declined else ""

    def _accept(self, pressed: Pressed, member: Member, walk: Walk, _more: Sequence[str]) -> Reply:
        result = self._service.accept(walk.id, act=self._doors.act(pressed, member))
        return self._answering.pressed(result, member, said=(Said(Message("walk-accepted")),))

    def _decline(self, pressed: Pressed, member: Member, walk: Walk, _more: Sequence[str]) -> Reply:
        result = self._service.decline(walk.id, act=self._doors.act(pressed, member))
        if isinstance(result, Refused):
            return self._answering.pressed(result, member)
        name = self._doors.name(walk.asked_by or walk.owner_id)
        return Reply(parts=(Said(Message("walk-declined", {"name": name})),))

    def _withdraw(self, pressed: Pressed, member: Member, walk: Walk, _more: Sequence[str]) -> Reply:
        result = self._service.withdraw_asking(walk.id, act=self._doors.act(pressed, member))
        if isinstance(result, Refused):
            return self._answering.pressed(result, member)
        behind = self._drawing.standing(result.walk, member)
        return Reply(title=Message("walk-hand-title"), parts=(Said(Message("walk-withdrawn")),), behind=behind)
