"""What a chat platform handed in: written down before it is acknowledged, so that a crash after that loses nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Engine, Row, Select, Table, and_, delete, select, update

from bot.adapters.storage.engine import insert_once, reading, writing
from bot.adapters.storage.tables import inbox

WAITING, FINISHED = "waiting", "finished"
KEPT_FOR = timedelta(days=1)
"""How long a finished item's id is known: a platform repeats itself for minutes, not days."""


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptItem:
    """An item that is not finished. `reply` is (conversation, message) where an earlier attempt has answered."""

    id: str
    kind: str
    body: Mapping[str, Any]
    received_at: datetime
    attempts: int
    reply: tuple[str, str] | None


class InboxRows:
    """The inbox within one write transaction."""

    def __init__(self, connection: Connection, *, workspace_id: str, now: datetime) -> None:
        self._connection, self._workspace, self._now = connection, workspace_id, now

    def claim(self, id: str, kind: str, body: Mapping[str, Any]) -> bool:
        """Write an item down; False where its id has come in before."""
        row = {
            "workspace_id": self._workspace,
            "id": id,
            "kind": kind,
            "body": _storable(body),
            "state": WAITING,
            "received_at": self._now,
            "attempts": 1,
        }
        return insert_once(self._connection, inbox, row)

    def note_reply(self, id: str, conversation: str, message: str) -> None:
        """Remember which message answers the item, so that a second attempt goes on with it."""
        values = {"reply_conversation": conversation, "reply_message": message}
        self._connection.execute(update(inbox).where(self._is(id)).values(values))

    def finish(self, id: str) -> None:
        """The item is done with: its body is erased, as people's words are not kept twice; its id stays known."""
        values = {"state": FINISHED, "body": {}, "finished_at": self._now}
        self._connection.execute(update(inbox).where(self._is(id)).values(values))

    def unfinished(self) -> Sequence[KeptItem]:
        """Items that nobody has finished, oldest first."""
        rows = self._connection.execute(self._waiting(inbox))
        return [_kept(row) for row in rows]

    def take_up_unfinished(self, *, underway: Collection[str] = ()) -> Sequence[KeptItem]:
        """Items that are neither finished nor under way, oldest first, each counted as attempted once more."""
        # Bodies are read of these only: thousands may be under way, and whoever comes in waits for this to end.
        ids = self._connection.execute(self._waiting(inbox.c.id)).scalars()
        left = [id for id in ids if id not in underway]
        counted = update(inbox).values(attempts=inbox.c.attempts + 1).returning(inbox)
        return [_kept(self._connection.execute(counted.where(self._is(id))).one()) for id in left]

    def sweep(self) -> int:
        """Forget items that ended more than a day ago, and return how many."""
        old = and_(
            inbox.c.workspace_id == self._workspace,
            inbox.c.state != WAITING,
            inbox.c.finished_at < self._now - KEPT_FOR,
        )
        return self._connection.execute(delete(inbox).where(old)).rowcount

    def _waiting(self, what: Table | Column[str]) -> Select[Any]:
        waiting = and_(inbox.c.workspace_id == self._workspace, inbox.c.state == WAITING)
        return select(what).where(waiting).order_by(inbox.c.received_at, inbox.c.id)

    def _is(self, id: str) -> ColumnElement[bool]:
        return and_(inbox.c.workspace_id == self._workspace, inbox.c.id == id)


class InboxRepository:
    """Each call is a transaction of its own and raises StorageError. `real_now` is real time, never the business clock.

    `engine` waits for other writers for as long as it was made to (`INBOX_BUSY_TIMEOUT_MS`).
    """

    def __init__(self, engine: Engine, *, workspace_id: str, real_now: Callable[[], datetime]) -> None:
        self._engine, self._workspace, self._real_now = engine, workspace_id, real_now

    @contextmanager
    def writing(self) -> Iterator[InboxRows]:
        """One write transaction: kept at the end, undone by any exception."""
        # Beside others: whoever comes in waits for nobody, and each of these statements is right by itself.
        with writing(self._engine, beside_others=True) as connection:
            yield InboxRows(connection, workspace_id=self._workspace, now=self._real_now())

    def claim(self, id: str, kind: str, body: Mapping[str, Any]) -> bool:
        """Write an item down; False where its id has come in before."""
        with self.writing() as rows:
            return rows.claim(id, kind, body)

    def note_reply(self, id: str, conversation: str, message: str) -> None:
        """Remember which message answers the item."""
        with self.writing() as rows:
            rows.note_reply(id, conversation, message)

    def finish(self, id: str) -> None:
        """The item is done with."""
        with self.writing() as rows:
            rows.finish(id)

    def unfinished(self) -> Sequence[KeptItem]:
        """Items that nobody has finished, oldest first."""
        with reading(self._engine) as connection:
            return InboxRows(connection, workspace_id=self._workspace, now=self._real_now()).unfinished()


def _kept(row: Row[*tuple[Any, ...]]) -> KeptItem:
    return KeptItem(
        id=row.id,
        kind=row.kind,
        body=row.body,
        received_at=row.received_at,
        attempts=row.attempts,
        reply=(row.reply_conversation, row.reply_message) if row.reply_message else None,
    )


def _storable(body: Mapping[str, Any]) -> Mapping[str, Any]:
    """The body, half characters replaced: JSON can carry them (`\\ud83d`), UTF-8 and so the database cannot."""
    text = json.dumps(body, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        whole: Mapping[str, Any] = json.loads(text.encode("utf-8", "replace"))
        return whole
    return body
