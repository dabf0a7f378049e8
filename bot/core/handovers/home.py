"""What stands of hand-overs on somebody's page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.actions import ANSWER_FORM, REFER_FORM
from bot.core.clock import Clock, day_of
from bot.core.handovers.models import OPEN_STATES, HandOver, HandOverState
from bot.core.handovers.owners import Owners
from bot.core.handovers.ports import HandOverStore
from bot.core.handovers.to_askers import withdrawal
from bot.core.handovers.wording import Reader, name_of, reader_of, who
from bot.core.messages import Headed, Item, Message, Offer, Part, Said
from bot.core.people import Member, access_answering

_MOST = 10
_LONGEST_TITLE = 80
"""Characters of a question that stand in a list."""


class Home:
    """Lists of what waits."""

    def __init__(self, *, store: HandOverStore, owners: Owners, clock: Clock) -> None:
        self._store, self._owners, self._clock = store, owners, clock

    def parts(self, member: Member) -> Sequence[Part]:
        """A coordinator's questions first, then what the person asked themselves."""
        reader, parts = reader_of(member), list[Part]()
        if access_answering(member):
            parts += self._waiting(member, reader)
        mine = [one for one in self._store.by_asker(member.address) if one.is_open] if member.address else []
        if mine:
            parts.append(Headed(Message("handover-home-mine", {"count": len(mine)})))
            parts += self._listed([self._own(one, reader) for one in mine])
        return parts

    def _waiting(self, member: Member, reader: Reader) -> Iterator[Part]:
        theirs = [one for one in self._store.in_state(OPEN_STATES) if one.owner_id == member.id]
        if not theirs:
            yield Said(Message("handover-home-none"))
            return
        yield Headed(Message("handover-home-waiting", {"count": len(theirs)}))
        first = sorted(theirs, key=lambda one: one.state != HandOverState.WAITING)
        for one in first[:_MOST]:
            self._owners.looked_at(one, member)
        yield from self._listed([self._asked(one, reader) for one in first])

    def _listed(self, items: Sequence[Item]) -> Iterator[Part]:
        yield from items[:_MOST]
        if len(items) > _MOST:
            yield Said(Message("handover-home-more", {"count": len(items) - _MOST}))

    def _asked(self, handover: HandOver, reader: Reader) -> Item:
        asker = who(handover, self._owners.asker(handover))
        offers = (
            Offer(ANSWER_FORM, handover.id, Message("handover-offer-answer")),
            Offer(REFER_FORM, handover.id, Message("handover-offer-refer")),
        )
        details = (asker, self._age(handover), self._by(handover, reader))
        return Item(_title(handover), details, offers)

    def _age(self, handover: HandOver) -> Message:
        days = (day_of(self._clock.now()) - day_of(handover.created_at)).days
        return Message("handover-home-age-days", {"days": days}) if days else Message("handover-home-age-today")

    def _by(self, handover: HandOver, reader: Reader) -> Message:
        if handover.state == HandOverState.ASKED_BACK:
            return Message("handover-home-asked-back")
        if handover.reply_by is None:
            return Message("handover-home-escalated")
        when = {"when": reader.when(handover.reply_by)}
        is_late = self._clock.now() >= handover.reply_by
        return Message("handover-home-late", when) if is_late else Message("handover-home-by", when)

    def _own(self, handover: HandOver, reader: Reader) -> Item:
        return Item(_title(handover), (self._standing(handover, reader),), (withdrawal(handover),))

    def _standing(self, handover: HandOver, reader: Reader) -> Message:
        owner = self._owners.of(handover)
        if owner is None:
            return Message("handover-home-mine-queue")
        if handover.state == HandOverState.ASKED_BACK:
            return Message("handover-home-mine-asked-back", {"name": name_of(owner)})
        if handover.reply_by is None or self._clock.now() >= handover.reply_by:
            return Message("handover-home-mine-late", {"name": name_of(owner)})
        given = {"name": name_of(owner), "when": reader.when(handover.reply_by)}
        return Message("handover-home-mine-by", given)


def _title(handover: HandOver) -> str:
    """The question on one line."""
    line = " ".join(handover.text.split())
    return line if len(line) <= _LONGEST_TITLE else f"{line[: _LONGEST_TITLE - 1]}…"
