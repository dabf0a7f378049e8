"""One transaction over guides: undone unless told to commit."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.adapters.storage.engine import for_writing, plain_errors
from bot.adapters.storage.guides import SqlGuideRepository
from bot.adapters.storage.plain_reasons import plain_reason
from bot.core.clock import Clock
from bot.core.guides.shelf import GuideShelf
from bot.errors import StorageError


class SqlGuideUnitOfWork:
    """`with … as work: work.guides.publish(…); work.commit()`. Raises StorageError for what the database refuses."""

    guides: GuideShelf

    def __init__(self, engine: Engine, *, workspace_id: str, clock: Clock, writing: bool = True) -> None:
        self._engine, self._workspace, self._clock, self._writing = engine, workspace_id, clock, writing
        self._connection: Connection | None = None

    def __enter__(self) -> Self:
        with plain_errors():
            connection = self._engine.connect()
            try:
                (for_writing(connection) if self._writing else connection).begin()
            except BaseException:
                connection.close()
                raise
        self._connection = connection
        self.guides = SqlGuideRepository(connection, workspace_id=self._workspace, clock=self._clock)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
        if isinstance(error, SQLAlchemyError):
            raise StorageError("database", plain_reason(error)) from error

    def commit(self) -> None:
        """Keep everything done so far. Nothing may follow in the same unit."""
        if self._connection is None:
            raise RuntimeError("commit() outside of the unit of work")
        with plain_errors():
            self._connection.commit()
