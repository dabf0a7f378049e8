"""Questions, hand-overs and failures: what makes "handed to a coordinator" and a reference number true."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

import structlog
from sqlalchemy import ColumnElement, Engine, Row, Table, and_, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from bot.adapters.storage.engine import reading, writing
from bot.adapters.storage.handovers import open_handover
from bot.adapters.storage.tables import failure, question, rating
from bot.core.clock import Clock
from bot.core.handovers.models import HandOver, HandOverState
from bot.errors import StorageError

# Read aloud over the telephone: no I and 1, no O and 0, no L, U or B beside 8.
_REFERENCE_ALPHABET = "23456789ACDEFGHJKMNPQRSTVWXYZ"
_REFERENCE_LENGTH = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordedQuestion:
    """A question as it ended. `answer` is what was shown, as plain JSON values; `duration_ms` milliseconds."""

    id: str
    conversation_id: str
    asked_at: datetime
    locale: str
    text: str
    state: str
    answer: Mapping[str, Any]
    duration_ms: int
    asker: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Failure:
    """Where and how something failed; never what the person said."""

    reference: str
    occurred_at: datetime
    where: str
    error_type: str


class QuestionRepository:
    """Each call is a transaction of its own and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str, clock: Clock) -> None:
        self._engine, self._workspace, self._clock = engine, workspace_id, clock

    def record(
        self,
        *,
        question_id: str,
        conversation_id: str,
        asked_at: datetime,
        locale: str,
        text: str,
        state: str,
        answer: Mapping[str, Any],
        duration_ms: int,
        asker: str = "",
    ) -> None:
        """Keep a question with its one state. The same id again changes nothing."""
        values = {
            "id": question_id,
            "conversation_id": conversation_id,
            "asked_at": asked_at,
            "locale": locale,
            "text": text,
            "state": state,
            "answer": dict(answer),
            "duration_ms": duration_ms,
            "asker": asker,
        }
        with writing(self._engine) as connection:
            known = connection.execute(select(question.c.id).where(self._is(question, id=question_id))).first()
            if known is None:
                connection.execute(insert(question).values(workspace_id=self._workspace, **values))

    def latest(self, conversation_id: str, limit: int = 5, *, with_threads: bool = False) -> Sequence[RecordedQuestion]:
        """The last questions of a conversation, newest first; `with_threads`: those of the threads in it as well."""
        newest = question.c.asked_at.desc(), question.c.id.desc()
        here = self._is(question, conversation_id=conversation_id)
        if with_threads:
            below = question.c.conversation_id.startswith(f"{conversation_id}:", autoescape=True)
            here = or_(here, and_(self._is(question), below))
        with reading(self._engine) as connection:
            rows = connection.execute(select(question).where(here).order_by(*newest).limit(limit)).all()
        return [RecordedQuestion(**_values(row)) for row in rows]

    def by_id(self, question_id: str) -> RecordedQuestion | None:
        """A question as it was recorded."""
        with reading(self._engine) as connection:
            row = connection.execute(select(question).where(self._is(question, id=question_id))).first()
        return None if row is None else RecordedQuestion(**_values(row))

    def rate(self, *, question_id: str, address: str, is_useful: bool) -> None:
        """Keep what somebody said of an answer; the newest word counts."""
        here = self._is(rating, question_id=question_id, by_address=address)
        word = {"is_useful": is_useful, "rated_at": self._clock.now()}
        with writing(self._engine) as connection:
            if connection.execute(update(rating).where(here).values(**word)).rowcount == 0:
                named = {"workspace_id": self._workspace, "question_id": question_id, "by_address": address}
                connection.execute(insert(rating).values(**named, **word))

    def rating(self, *, question_id: str, address: str) -> bool | None:
        """What somebody said of an answer: useful or not, or None for nothing."""
        here = self._is(rating, question_id=question_id, by_address=address)
        with reading(self._engine) as connection:
            return connection.execute(select(rating.c.is_useful).where(here)).scalar()

    def hand_over(self, *, question_id: str, conversation_id: str, text: str, locale: str) -> str:
        """Store a hand-over and return its id; only then may anybody say so.

        The question, where it is recorded, becomes `handed_over`. Handing the same question over again returns
        the id it has.
        """
        new = HandOver(
            id=uuid4().hex,
            question_id=question_id,
            conversation_id=conversation_id,
            text=text,
            locale="en" if locale == "en" else "ja",
            created_at=self._clock.now(),
            state=HandOverState.WAITING,
        )
        with writing(self._engine) as connection:
            return open_handover(connection, new, workspace_id=self._workspace)[0].id

    def record_failure(self, *, where: str, error: BaseException) -> str:
        """Keep where it failed and the error's type, and return a reference such as M-7F3K2Q. Never raises.

        The log has it as well, for the case that the database is what failed.
        """
        while True:
            code = "".join(secrets.choice(_REFERENCE_ALPHABET) for _ in range(_REFERENCE_LENGTH))
            reference = f"M-{code}"
            try:
                self._keep_failure(reference, where, error)
            except _ReferenceTaken:
                continue
            except StorageError as unkept:
                _log().error("failure_not_stored", reference=reference, exc_info=unkept)
            _log().error("failed", reference=reference, where=where, exc_info=error)
            return reference

    def failure(self, reference: str) -> Failure | None:
        """What is known of a reference number."""
        with reading(self._engine) as connection:
            row = connection.execute(select(failure).where(self._is(failure, reference=reference))).first()
        if row is None:
            return None
        return Failure(reference=row.reference, occurred_at=row.occurred_at, where=row.place, error_type=row.error_type)

    def _keep_failure(self, reference: str, where: str, error: BaseException) -> None:
        kind = f"{type(error).__module__}.{type(error).__qualname__}"
        row = {"reference": reference, "occurred_at": self._clock.now(), "place": where, "error_type": kind}
        with writing(self._engine) as connection:
            try:
                connection.execute(insert(failure).values(workspace_id=self._workspace, **row))
            except IntegrityError as clash:
                raise _ReferenceTaken from clash

    def _is(self, table: Table, **values: str) -> ColumnElement[bool]:
        return and_(
            table.c.workspace_id == self._workspace, *(table.c[name] == value for name, value in values.items())
        )


class _ReferenceTaken(Exception):
    """A drawn reference number exists already: one chance in 594 million a failure on record."""


def _values(row: Row[*tuple[Any, ...]]) -> dict[str, Any]:
    return {name: value for name, value in row._mapping.items() if name != "workspace_id"}


def _log() -> structlog.typing.FilteringBoundLogger:
    log: structlog.typing.FilteringBoundLogger = structlog.get_logger(__name__)
    return log
