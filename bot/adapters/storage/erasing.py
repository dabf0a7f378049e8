"""What follows from deleting a walk or a card, in the same transaction: what we posted is to be taken back."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, and_, delete, exists, or_, select, update

from bot.adapters.storage.deliveries import AT_ONCE
from bot.adapters.storage.engine import insert_once
from bot.adapters.storage.tables import (
    delivery,
    erasure,
    handover,
    handover_turn,
    posted_words,
    question,
    rating,
    value_card,
    value_walk,
)
from bot.core.audited import Audited
from bot.core.deliveries.models import DeliveryState
from bot.core.handovers.models import TurnKind
from bot.core.posted import Posted, PostedKind

_ARRIVED = (DeliveryState.SENT.value, DeliveryState.SENDING.value, DeliveryState.AMBIGUOUS.value)


def erase_posted(connection: Connection, audited: Audited, *, workspace_id: str, with_id: str = "") -> None:
    """Have everything that we posted about a deleted walk or card taken back, in the transaction of the deletion.

    What goes with something else that was deleted (`with_id`) is told together with that.
    """
    first, here = with_id or audited.subject_id, posted_words.c.workspace_id == workspace_id
    row = {
        "workspace_id": workspace_id,
        "subject_id": audited.subject_id,
        "subject_kind": audited.subject_kind,
        "by_id": "" if with_id else audited.by_id,
        "erased_at": audited.at,
        "messages": 0,
        "files": 0,
        "left_over": [],
    }
    insert_once(connection, erasure, row)
    _note_deliveries(connection, audited.subject_id, workspace_id)
    _forget_questions(connection, audited.subject_id, workspace_id)
    of_it = and_(here, posted_words.c.subject_id == audited.subject_id)
    if with_id:
        for one in connection.execute(select(posted_words).where(of_it)).all():
            insert_once(connection, posted_words, {**one._mapping, "subject_id": first})
        connection.execute(delete(posted_words).where(of_it))
        of_it = and_(here, posted_words.c.subject_id == first)
        reopened = and_(erasure.c.workspace_id == workspace_id, erasure.c.subject_id == first)
        # The same message is owed once only, so that nobody is told a second time.
        connection.execute(update(erasure).where(reopened).values(finished_at=None))
    withdraw_posted(connection, audited.subject_id, audited.company_id, workspace_id=workspace_id)
    connection.execute(update(posted_words).where(of_it).values(is_owed=True, next_at=AT_ONCE))


def withdraw_posted(connection: Connection, card_id: str, company_id: str | None, *, workspace_id: str) -> None:
    """Have a card's words taken out of messages about other firms' walks and cards, which stay otherwise."""
    row, other = posted_words.c, posted_words.alias()
    theirs = [
        exists().where(
            kept.c.workspace_id == workspace_id, kept.c.id == other.c.subject_id, kept.c.company_id != company_id
        )
        for kept in (value_walk, value_card)
    ]
    same = (other.c.workspace_id == row.workspace_id, other.c.conversation == row.conversation)
    beside = exists().where(*same, other.c.message == row.message, other.c.subject_id != row.subject_id, or_(*theirs))
    of_it = (row.workspace_id == workspace_id, row.subject_id == card_id, row.kind == PostedKind.MESSAGE.value, beside)
    shared = {"kind": PostedKind.SHARED.value, "is_owed": True, "next_at": AT_ONCE}
    connection.execute(update(posted_words).where(*of_it).values(**shared))


def is_erased(connection: Connection, subject_id: str, *, workspace_id: str) -> bool:
    """Was it deleted?"""
    found = and_(erasure.c.workspace_id == workspace_id, erasure.c.subject_id == subject_id)
    return bool(connection.execute(select(exists().where(found))).scalar())


def _note_deliveries(connection: Connection, subject_id: str, workspace_id: str) -> None:
    """What was owed about it and has arrived, or is on its way."""
    of_it = (delivery.c.workspace_id == workspace_id, delivery.c.subject_id == subject_id)
    for id in connection.execute(select(delivery.c.id).where(*of_it, delivery.c.state.in_(_ARRIVED))).scalars().all():
        insert_once(
            connection, posted_words, posted_row(subject_id, Posted(kind=PostedKind.DELIVERY, message=id), workspace_id)
        )


def _forget_questions(connection: Connection, subject_id: str, workspace_id: str) -> None:
    """Questions asked of the guides in the words of a walk go with it, and what was said of their answers.

    One that a coordinator was asked stays with them: it was sent to a person. Only what was typed to be added to it,
    and not sent, goes.
    """
    asked = and_(
        posted_words.c.workspace_id == workspace_id,
        posted_words.c.subject_id == subject_id,
        posted_words.c.kind == PostedKind.QUESTION.value,
    )
    for id in connection.execute(select(posted_words.c.message).where(asked)).scalars().all():
        of_it = and_(handover.c.workspace_id == workspace_id, handover.c.question_id == id)
        handed = connection.execute(select(handover.c.id).where(of_it)).scalar()
        if handed is None:
            for table, column in ((question, question.c.id), (rating, rating.c.question_id)):
                connection.execute(delete(table).where(table.c.workspace_id == workspace_id, column == id))
        else:
            turn = handover_turn.c
            unsent = and_(
                turn.workspace_id == workspace_id, turn.handover_id == handed, turn.kind == TurnKind.DRAFT.value
            )
            dropped = {"kind": TurnKind.DROPPED.value, "text": ""}
            connection.execute(update(handover_turn).where(unsent).values(**dropped))
    connection.execute(delete(posted_words).where(asked))


def posted_row(subject_id: str, posted: Posted, workspace_id: str) -> dict[str, Any]:
    """Something posted, as a row; not owed yet."""
    return {
        "workspace_id": workspace_id,
        "subject_id": subject_id,
        "kind": posted.kind.value,
        "conversation": posted.conversation,
        "message": posted.message,
        "thread": posted.thread,
        "is_owed": False,
        "next_at": AT_ONCE,
        "attempts": 0,
    }
