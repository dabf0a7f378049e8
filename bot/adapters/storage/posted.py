"""Where our messages with people's words stand, and taking them back once the words are deleted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, Table, and_, delete, exists, select, update

from bot.adapters.storage.deliveries import owe
from bot.adapters.storage.engine import insert_once, reading, writing
from bot.adapters.storage.erasing import is_erased, posted_row
from bot.adapters.storage.tables import delivery, erasure, posted_words
from bot.core.clock import Clock
from bot.core.deliveries.models import DeliveryState
from bot.core.owed import Owed
from bot.core.posted import Erasure, Posted, PostedKind, ToTakeBack

_UNDER_WAY = (DeliveryState.SENDING.value, DeliveryState.AMBIGUOUS.value)
_LOOK_AGAIN = timedelta(seconds=30)


class PostedRepository:
    """The PostedNotes and the PostedStore of a workspace. Each call is one transaction and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str, clock: Clock) -> None:
        self._engine, self._workspace, self._clock = engine, workspace_id, clock

    def note(self, about: Collection[str], posted: Posted) -> None:
        """It has the words of these; where one of them was deleted meanwhile, it is to go at once."""
        # Alone: a deletion beside it would see nothing of it, and this nothing of the deletion.
        with writing(self._engine, touches=()) as connection:
            for one in sorted(about):
                is_gone = is_erased(connection, one, workspace_id=self._workspace)
                if is_gone and posted.kind is PostedKind.QUESTION:
                    # Asked after the deletion: it is a question as any other.
                    continue
                row = posted_row(one, posted, self._workspace)
                insert_once(connection, posted_words, {**row, "is_owed": is_gone})

    def page(self, about: Collection[str], person: str) -> None:
        """The page of somebody has the words of these walks and cards now, and of no others."""
        page = Posted(kind=PostedKind.PAGE, message=PostedKind.PAGE.value, conversation=person)
        theirs = self._here(
            posted_words, posted_words.c.kind == PostedKind.PAGE.value, posted_words.c.conversation == person
        )
        with reading(self._engine) as connection:
            known = connection.execute(select(posted_words.c.subject_id, posted_words.c.is_owed).where(theirs)).all()
        # Most pages are drawn again as they were.
        if {row.subject_id for row in known} != set(about) or any(row.is_owed for row in known):
            with writing(self._engine, touches=()) as connection:
                connection.execute(delete(posted_words).where(theirs))
            self.note(about, page)

    def forget(self, conversation: str, message: str) -> None:
        """A message has nobody's words any more."""
        there = self._here(posted_words, posted_words.c.conversation == conversation, posted_words.c.message == message)
        sent = self._here(delivery, delivery.c.sent_conversation == conversation, delivery.c.sent_message == message)
        owed = posted_words.c.kind == PostedKind.DELIVERY.value
        with writing(self._engine, touches=()) as connection:
            connection.execute(delete(posted_words).where(there))
            for id in connection.execute(select(delivery.c.id).where(sent)).scalars().all():
                of_it = self._here(posted_words, owed, posted_words.c.message == id)
                connection.execute(delete(posted_words).where(of_it))

    def due(self, *, now: datetime, limit: int) -> Sequence[ToTakeBack]:
        """What is owed now: replies before what they stand under."""
        row = posted_words.c
        owed = self._here(posted_words, row.is_owed.is_(True), row.next_at <= now, row.kind != PostedKind.QUESTION)
        order = row.next_at, (row.thread == "").asc(), row.conversation, row.message
        with reading(self._engine) as connection:
            found = connection.execute(select(posted_words).where(owed).order_by(*order).limit(limit)).all()
        return [one for each in found if (one := self._placed(each, now)) is not None]

    def done(self, one: ToTakeBack) -> None:
        """It is gone, and counted."""
        self._settle(one)

    def put_off(self, one: ToTakeBack, *, next_at: datetime, failing_since: datetime) -> None:
        """Once more, at `next_at`."""
        values = {"next_at": next_at, "failing_since": failing_since, "attempts": one.attempts + 1}
        with writing(self._engine, touches=()) as connection:
            connection.execute(update(posted_words).where(self._is(one)).values(**values))

    def give_up(self, one: ToTakeBack, *, address: str) -> None:
        """It stays where it is."""
        with writing(self._engine, touches=()) as connection:
            if connection.execute(delete(posted_words).where(self._is(one))).rowcount:
                before = self._erasure(connection, one.subject_id)
                left = [*(before.left if before else ()), address]
                connection.execute(update(erasure).where(self._of(one.subject_id)).values(left_over=left))

    def through(self) -> Sequence[Erasure]:
        """Those with nothing left to take back of which nobody was told yet."""
        row = posted_words.c
        left = exists().where(row.workspace_id == erasure.c.workspace_id, row.subject_id == erasure.c.subject_id)
        ended = self._here(erasure, erasure.c.finished_at.is_(None), ~left)
        with reading(self._engine) as connection:
            return [_erasure(one) for one in connection.execute(select(erasure).where(ended)).all()]

    def tell(self, erased: Erasure, owed: Sequence[Owed]) -> None:
        """It is finished, and this is owed for it."""
        now = self._clock.now()
        with writing(self._engine) as connection:
            standing = and_(self._of(erased.subject_id), erasure.c.finished_at.is_(None))
            if connection.execute(update(erasure).where(standing).values(finished_at=now)).rowcount:
                owe(connection, owed, workspace_id=self._workspace, at=now)

    def erasure(self, subject_id: str) -> Erasure | None:
        """What became of a deletion."""
        with reading(self._engine) as connection:
            return self._erasure(connection, subject_id)

    def erased(self) -> Sequence[Erasure]:
        """Everything that was deleted, the first first."""
        order = erasure.c.erased_at, erasure.c.subject_id
        with reading(self._engine) as connection:
            return [
                _erasure(one) for one in connection.execute(select(erasure).where(self._here(erasure)).order_by(*order))
            ]

    def _placed(self, row: Row[Any], now: datetime) -> ToTakeBack | None:
        """Where it stands; None for a delivery that never became a message, or is on its way."""
        posted = Posted(
            kind=PostedKind(row.kind), message=row.message, conversation=row.conversation, thread=row.thread
        )
        found = ToTakeBack(
            subject_id=row.subject_id, posted=posted, attempts=row.attempts, failing_since=row.failing_since
        )
        if posted.kind is not PostedKind.DELIVERY:
            return found
        with reading(self._engine) as connection:
            of_it = self._here(delivery, delivery.c.id == posted.message)
            sent = connection.execute(select(delivery).where(of_it)).first()
        if sent is not None and sent.state in _UNDER_WAY:
            self._wait(found, now + _LOOK_AGAIN)
        elif sent is None or sent.state != DeliveryState.SENT.value:
            # What was not sent is composed anew, from what is true then.
            self._drop(found)
        else:
            self._become_message(found, sent)
            return ToTakeBack(subject_id=row.subject_id, posted=_of_delivery(sent))
        return None

    def _become_message(self, one: ToTakeBack, sent: Row[Any]) -> None:
        with writing(self._engine, touches=()) as connection:
            connection.execute(delete(posted_words).where(self._is(one)))
            row = posted_row(one.subject_id, _of_delivery(sent), self._workspace)
            insert_once(connection, posted_words, {**row, "is_owed": True})

    def _wait(self, one: ToTakeBack, until: datetime) -> None:
        with writing(self._engine, touches=()) as connection:
            connection.execute(update(posted_words).where(self._is(one)).values(next_at=until))

    def _drop(self, one: ToTakeBack) -> None:
        with writing(self._engine, touches=()) as connection:
            connection.execute(delete(posted_words).where(self._is(one)))

    def _settle(self, one: ToTakeBack) -> None:
        files = int(one.posted.kind is PostedKind.FILE)
        messages = int(one.posted.kind not in (PostedKind.FILE, PostedKind.PAGE))
        counted = {"files": erasure.c.files + files, "messages": erasure.c.messages + messages}
        with writing(self._engine, touches=()) as connection:
            if connection.execute(delete(posted_words).where(self._is(one))).rowcount:
                connection.execute(update(erasure).where(self._of(one.subject_id)).values(**counted))

    def _erasure(self, connection: Connection, subject_id: str) -> Erasure | None:
        row = connection.execute(select(erasure).where(self._of(subject_id))).first()
        return _erasure(row) if row is not None else None

    def _of(self, subject_id: str) -> ColumnElement[bool]:
        return self._here(erasure, erasure.c.subject_id == subject_id)

    def _is(self, one: ToTakeBack) -> ColumnElement[bool]:
        row, posted = posted_words.c, one.posted
        named = row.conversation == posted.conversation, row.message == posted.message
        return self._here(posted_words, row.subject_id == one.subject_id, row.kind == posted.kind.value, *named)

    def _here(self, table: Table, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(table.c.workspace_id == self._workspace, *conditions)


def _of_delivery(row: Row[Any]) -> Posted:
    return Posted(
        kind=PostedKind.MESSAGE, message=row.sent_message, conversation=row.sent_conversation, thread=row.thread
    )


def _erasure(row: Row[Any]) -> Erasure:
    return Erasure(
        subject_id=row.subject_id,
        subject_kind=row.subject_kind,
        by_id=row.by_id,
        erased_at=row.erased_at,
        messages=row.messages,
        files=row.files,
        left=tuple(row.left_over),
        finished_at=row.finished_at,
    )
