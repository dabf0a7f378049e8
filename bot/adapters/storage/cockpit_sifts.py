"""By what people have narrowed down their lists of firms."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import datetime

from sqlalchemy import Engine, and_, select

from bot.adapters.storage.engine import reading, upsert, writing
from bot.adapters.storage.tables import cockpit_sift
from bot.core.cockpit.models import Sift

_OF_SIFT = tuple(one.name for one in fields(Sift))


class SiftRepository:
    """The SiftStore of a workspace. Each call is one transaction and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str) -> None:
        self._engine, self._workspace = engine, workspace_id

    def sift_of(self, person_id: str) -> Sift:
        """What somebody chose last; an empty one where they chose nothing."""
        theirs = and_(cockpit_sift.c.workspace_id == self._workspace, cockpit_sift.c.person_id == person_id)
        with reading(self._engine) as connection:
            row = connection.execute(select(cockpit_sift).where(theirs)).first()
        return Sift(**{name: getattr(row, name) for name in _OF_SIFT}) if row else Sift()

    def put_sift(self, person_id: str, sift: Sift, at: datetime) -> None:
        """Keep it."""
        row = {"workspace_id": self._workspace, "person_id": person_id, **asdict(sift), "chosen_at": at}
        with writing(self._engine, touches=()) as connection:
            upsert(connection, cockpit_sift, row, key=("workspace_id", "person_id"))
