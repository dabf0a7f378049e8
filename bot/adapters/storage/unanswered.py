"""What admins did about unanswered questions, when they want to hear of them, what firms allow: in the database."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import time
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, and_, delete, select

from bot.adapters.storage.engine import reading, upsert, writing
from bot.adapters.storage.seldom import Seldom
from bot.adapters.storage.statements import given, rows
from bot.adapters.storage.tables import unanswered_move, unanswered_wish, wording_consent
from bot.core.digests.unanswered.models import Move, Moved, Subject, Wish, WordingConsent

_CHUNK = 500


class UnansweredRepository:
    """The UnansweredStore of a workspace. Each call is one transaction and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str) -> None:
        self._engine, self._workspace = engine, workspace_id
        self._wishes = Seldom(engine, workspace_id=workspace_id, name="unanswered wishes", read=self._read_wishes)
        self._consents = Seldom(engine, workspace_id=workspace_id, name="wording consents", read=self._read_consents)

    def moves(self, kind: Subject, subject_ids: Collection[str]) -> Mapping[str, Moved]:
        """What was done last about each of these."""
        found, wanted = dict[str, Moved](), sorted(set(subject_ids))
        with reading(self._engine) as connection:
            for first in range(0, len(wanted), _CHUNK):
                some = select(unanswered_move).where(self._of(kind, wanted[first : first + _CHUNK]))
                found |= {row.subject_id: _moved(row) for row in connection.execute(some)}
        return found

    def move(self, moved: Sequence[Moved]) -> None:
        """Keep what was done; the newest on a subject counts."""
        with writing(self._engine) as connection:
            for one in moved:
                values = {
                    "workspace_id": self._workspace,
                    "kind": one.kind.value,
                    "subject_id": one.subject_id,
                    "move": one.move.value,
                    "by_id": one.by_id,
                    "at": one.at,
                }
                upsert(connection, unanswered_move, values, key=("workspace_id", "kind", "subject_id"))

    def take_back(self, kind: Subject, subject_ids: Collection[str]) -> int:
        """Nothing was done about these; returns of how many something had been."""
        with writing(self._engine) as connection:
            return connection.execute(delete(unanswered_move).where(self._of(kind, sorted(subject_ids)))).rowcount

    def wishes(self) -> Mapping[str, Wish]:
        """What everybody wishes, by person; absent are those who said nothing."""
        return self._wishes.now()

    def put_wish(self, wish: Wish) -> None:
        """Keep what somebody wishes."""
        values = {
            "workspace_id": self._workspace,
            "person_id": wish.person_id,
            "weekly_on": wish.weekly_on,
            "at": f"{wish.at:%H:%M}",
            "chosen_at": wish.chosen_at,
        }
        with writing(self._engine) as connection:
            self._wishes.changed(connection)
            upsert(connection, unanswered_wish, values, key=("workspace_id", "person_id"))

    def consents(self) -> Mapping[str, WordingConsent]:
        """What firms said last of their people's wording, by firm."""
        return self._consents.now()

    def put_consent(self, consent: WordingConsent) -> None:
        """Keep what a firm says; the same again changes nothing, so that its first day stays."""
        row = wording_consent.c
        here = and_(row.workspace_id == self._workspace, row.company_id == consent.company_id)
        values = {
            "company_id": consent.company_id,
            "is_given": consent.is_given,
            "by_id": consent.by_id,
            "at": consent.at,
        }
        with writing(self._engine) as connection:
            if connection.execute(select(row.is_given).where(here)).scalar() == consent.is_given:
                return
            self._consents.changed(connection)
            upsert(
                connection,
                wording_consent,
                {"workspace_id": self._workspace, **values},
                key=("workspace_id", "company_id"),
            )

    def _read_wishes(self, connection: Connection) -> Mapping[str, Wish]:
        found = connection.execute(rows(unanswered_wish), given(self._workspace))
        return {
            row.person_id: Wish(
                person_id=row.person_id,
                weekly_on=row.weekly_on,
                at=time.fromisoformat(row.at),
                chosen_at=row.chosen_at,
            )
            for row in found
        }

    def _read_consents(self, connection: Connection) -> Mapping[str, WordingConsent]:
        found = connection.execute(rows(wording_consent), given(self._workspace))
        return {
            row.company_id: WordingConsent(company_id=row.company_id, is_given=row.is_given, by_id=row.by_id, at=row.at)
            for row in found
        }

    def _of(self, kind: Subject, ids: Sequence[str]) -> ColumnElement[bool]:
        row = unanswered_move.c
        return and_(row.workspace_id == self._workspace, row.kind == kind.value, row.subject_id.in_(ids))


def _moved(row: Row[Any]) -> Moved:
    return Moved(kind=Subject(row.kind), subject_id=row.subject_id, move=Move(row.move), by_id=row.by_id, at=row.at)
