"""What reaches the person who asked."""

from __future__ import annotations

from bot.core.actions import RATE_OFF, RATE_USEFUL, WITHDRAW
from bot.core.handovers.models import HandOver, HandOverState, Turn, TurnKind
from bot.core.handovers.wording import Reader, name_of, question_of
from bot.core.messages import Headed, Message, Offer, Quoted, Reply, Said
from bot.core.people import Member

HANDED_OVER = "handed_over"
"""The state of a question, as the reply shows it."""


def confirmation(handover: HandOver, *, owner: Member | None, reader: Reader) -> Reply:
    """Where the question stands, from the record."""
    state = HANDED_OVER if handover.is_open else ""
    offers = (withdrawal(handover),) if handover.is_open else ()
    return Reply(state=state, parts=(Said(_standing(handover, owner, reader)),), offers=offers)


def _standing(handover: HandOver, owner: Member | None, reader: Reader) -> Message:
    name = name_of(owner)
    if handover.state == HandOverState.WITHDRAWN:
        return Message("handover-taken-withdrawn")
    if handover.state == HandOverState.ANSWERED:
        return Message("handover-taken-answered", {"name": name})
    if owner is None:
        return Message("handover-taken-queue")
    if handover.state == HandOverState.ASKED_BACK:
        return Message("handover-taken-asked-back", {"name": name})
    if handover.reply_by is None or handover.reminded_at is not None:
        return Message("handover-taken-late", {"name": name})
    return Message("handover-taken", {"name": name, "when": reader.when(handover.reply_by)})


def withdrawal(handover: HandOver) -> Offer:
    """The way to take a question back."""
    confirm = Message("handover-withdraw-confirm")
    return Offer(WITHDRAW, handover.id, Message("handover-offer-withdraw"), confirm=confirm)


def answer(handover: HandOver, turn: Turn, *, owner: Member | None) -> Reply:
    """The coordinator's own words, and who they are from."""
    name = {"name": name_of(owner)}
    if turn.kind == TurnKind.ADDED:
        return Reply(parts=(Said(Message("handover-answer-added", name)), Quoted(turn.text)))
    parts = (
        Said(Message("handover-answer", name)),
        *question_of(handover),
        Headed(Message("handover-label-answered")),
        Quoted(turn.text),
        Said(Message("handover-answer-then")),
    )
    useful = Offer(RATE_USEFUL, handover.question_id, Message("handover-rate-useful"))
    return Reply(parts=parts, offers=(useful, Offer(RATE_OFF, handover.question_id, Message("handover-rate-off"))))


def asked_back(handover: HandOver, turn: Turn, *, owner: Member | None) -> Reply:
    """The coordinator would like to know something first."""
    parts = (
        Said(Message("handover-asked-back", {"name": name_of(owner)})),
        *question_of(handover),
        Headed(Message("handover-label-to-confirm")),
        Quoted(turn.text),
        Said(Message("handover-asked-back-then")),
    )
    return Reply(parts=parts)


def moved(handover: HandOver, turn: Turn, *, owner: Member | None, reader: Reader) -> Reply:
    """Who answers now, and by when."""
    return Reply(parts=(Said(_moved(handover, turn, owner, reader)),), offers=(withdrawal(handover),))


def _moved(handover: HandOver, turn: Turn, owner: Member | None, reader: Reader) -> Message:
    if turn.kind == TurnKind.ESCALATED and turn.text:
        named = Message("handover-moved-escalated", {"name": name_of(owner)})
        return named if owner else Message("handover-moved-escalated-unowned")
    if turn.kind == TurnKind.ESCALATED or handover.reply_by is None:
        named = Message("handover-moved-late", {"name": name_of(owner)})
        return named if owner else Message("handover-moved-late-unowned")
    given = {"name": name_of(owner), "when": reader.when(handover.reply_by)}
    if turn.kind == TurnKind.PASSED:
        return Message("handover-moved-passed", given)
    if turn.kind == TurnKind.REASSIGNED:
        return Message("handover-moved-reassigned", given)
    return Message("handover-moved-assigned", given)
