"""What crosses between value cards and encounters: a smallest try, what it became, and the way back to its card."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bot.bootstrap_walks import try_id_of
from bot.core import actions
from bot.core.coaching.cards.models import CardField, ValueCard
from bot.core.coaching.cards.refusals import CardRefused
from bot.core.coaching.cards.service import CardService, card_id_of
from bot.core.coaching.walks.chat.reader import title_of
from bot.core.coaching.walks.models import Walk
from bot.core.coaching.walks.results import Act, Here
from bot.core.coaching.walks.service import WalkService
from bot.core.meetings.catching.ports import TriedAs
from bot.core.meetings.models import Change
from bot.core.messages import Item, Message, Offer, Part
from bot.core.people import Member


class CardTries:
    """The `Tries` of encounters: smallest tries of walks whose card is there. `change` finds what happened to one."""

    def __init__(self, walks: WalkService, cards: CardService, change: Callable[[str], Change | None]) -> None:
        self._walks, self._cards, self._change = walks, cards, change

    def became(self, try_id: str, *, by: Member) -> tuple[str, str] | None:
        """The ids of the encounter and of the change."""
        walk = self._walk(try_id, by)
        encounter_id, _, change_id = walk.tried_as.partition(":") if walk else ("", "", "")
        return (encounter_id, change_id) if encounter_id else None

    def keep(self, tried: TriedAs, *, by: Member) -> None:
        """Keep it with the walk; what the card leaves open of the try is answered by what was said there."""
        walk = self._walk(tried.try_id, by)
        card = self._card(walk, by) if walk else None
        if walk is None or card is None:
            return
        said = {
            CardField.TRY_WITH: tried.whom,
            CardField.TRY_BY: f"{tried.on:%Y-%m-%d}",
            CardField.TRY_CAP: tried.cap,
        }
        left = {field: text for field, text in said.items() if text and not card.entry(field).is_said}
        became = f"{tried.encounter_id}:{tried.change_id}"
        # Whoever presses a try may see all of the firm's: where that was is the matter of the encounter.
        act = Act(by=by, here=Here(conversation="", present=(by,)), request_id=f"tried {became}")
        self._walks.tried(walk.id, act=act, became=became, said=left)

    def card_of(self, encounter_id: str, member: Member) -> Sequence[Part]:
        """The way back from such an encounter to its value cards, for the firm's own people."""
        return tuple(self._ways_back(encounter_id, member))

    def _ways_back(self, encounter_id: str, member: Member) -> Iterator[Part]:
        for walk in self._walks.walks(member):
            if walk.finished_at is not None and self._is_of(walk, encounter_id):
                show = Offer(actions.VALUE_SHOW, card_id_of(walk.id), Message("value-offer-show"))
                yield Item(Message("walk-try-of"), (title_of(walk),), (show,))

    def _is_of(self, walk: Walk, encounter_id: str) -> bool:
        """Did its try become this one, and was that not taken back?"""
        became, _, change_id = walk.tried_as.partition(":")
        if encounter_id == try_id_of(walk):
            return True
        change = self._change(change_id) if became == encounter_id else None
        return change is not None and not change.is_undone

    def _walk(self, try_id: str, by: Member) -> Walk | None:
        return next((one for one in self._walks.walks(by) if try_id_of(one) == try_id), None)

    def _card(self, walk: Walk, by: Member) -> ValueCard | None:
        try:
            return self._cards.whole(card_id_of(walk.id), by=by)
        except CardRefused:
            return None
