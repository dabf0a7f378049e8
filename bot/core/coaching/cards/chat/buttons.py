"""What can be pressed on a card."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.core import actions
from bot.core.coaching.cards.models import CardField, ValueCard
from bot.core.coaching.cards.visibility import for_handing_out, is_shared
from bot.core.messages import Message, Offer

if TYPE_CHECKING:
    from bot.core.coaching.cards.chat.doors import View

TEXTS = ("line", "minute", "a4", "memo", "plan")
"""The five texts of a card."""
OUTSIDE_TEXTS = ("line", "minute", "a4")
"""Those that others than the firm may read as far as they see the card."""

OUTSIDE = "outside"
"""In the reference of the button for files: with nothing in them but what the region sees."""


def of_card(card: ValueCard, *, view: View) -> tuple[Offer, ...]:
    """Everything that its reader can do with it."""
    return tuple(_of_card(card, view))


def _of_card(card: ValueCard, view: View) -> Iterator[Offer]:
    if view.may_change:
        yield Offer(actions.VALUE_EDIT, card.id, Message("value-offer-edit"), is_main=True)
        if view.left:
            # Asked one by one; a card without a walk has a form for it.
            form = (actions.VALUE_OPEN_FORM, f"{card.id}:{card.version}")
            how = form if view.to_ask is None else (actions.WALK_OPEN, card.walk_id)
            yield Offer(*how, Message("value-offer-open"))
        if card.entry(CardField.FUNCTION).is_said:
            yield Offer(actions.USE_SHOW, card.id, Message("use-offer-show"))
        yield share(card)
        if is_shared(card):
            label, confirm = Message("value-offer-unshare"), Message("value-card-unshare-confirm")
            yield Offer(actions.VALUE_UNSHARE, card.id, label, confirm=confirm)
    yield text(card, "minute", Message("value-offer-texts"))
    if view.is_own:
        yield from _files(card)
    elif card.reach:
        yield Offer(actions.VALUE_FILES, card.id, Message("value-offer-files"))
    if view.may_change:
        yield Offer(actions.VALUE_HISTORY, card.id, Message("value-offer-history"))
        label, confirm = Message("value-offer-delete"), Message("value-card-delete-confirm")
        yield Offer(actions.VALUE_DELETE, card.id, label, confirm=confirm)


def _files(card: ValueCard) -> Iterator[Offer]:
    """For the firm; and, of what the region sees anyway, for handing out."""
    if for_handing_out(card) is None:
        yield Offer(actions.VALUE_FILES, card.id, Message("value-offer-files"))
        return
    yield Offer(actions.VALUE_FILES, card.id, Message("value-offer-files-inside"))
    yield Offer(actions.VALUE_FILES, f"{card.id}:{OUTSIDE}", Message("value-offer-files-outside"))


def share(card: ValueCard) -> Offer:
    """To choose who may see what."""
    return Offer(actions.VALUE_SHARE_FORM, card.id, Message("value-offer-share"))


def text(card: ValueCard, kind: str, label: Message | None = None) -> Offer:
    """To read one of the texts."""
    return Offer(actions.VALUE_TEXT, f"{card.id}:{kind}", label or Message(f"value-offer-text-{kind}"))


def undo(card: ValueCard) -> Offer:
    """To take back what was just done."""
    return Offer(actions.VALUE_UNDO, f"{card.id}:{card.version}", Message("value-offer-undo"))


def accept(card: ValueCard, name: CardField) -> Offer:
    """The words of a field are right as they are."""
    return Offer(actions.VALUE_ACCEPT, f"{card.id}:{card.version}:{name}", Message("value-offer-accept"))


def show(card: ValueCard) -> Offer:
    """To look at it beside the conversation."""
    return Offer(actions.VALUE_SHOW, card.id, Message("value-offer-show"))


def post(card: ValueCard) -> Offer:
    """To have it as a message."""
    return Offer(actions.VALUE_POST, card.id, Message("value-offer-post"))
