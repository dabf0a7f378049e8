"""What people wish of nudges, in the database; and the cadences that coordinators chose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Engine, Row, Table, and_, delete, select

from bot.adapters.storage.engine import insert_once, reading, upsert, writing
from bot.adapters.storage.tables import cadence_choice, nudge_mute, nudge_preference
from bot.core.nudges.models import CadenceChoice, Pace, Preference

_OF_CHOICE = ("company_id", "scope", "name", "cadence", "chosen_by", "chosen_at")


class WishRepository:
    """The WishStore of a workspace. Each call is one transaction and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str) -> None:
        self._engine, self._workspace = engine, workspace_id

    def preference(self, person_id: str) -> Preference:
        """What somebody wishes; the defaults where they said nothing."""
        return self.preferences([person_id]).get(person_id) or Preference(person_id=person_id)

    def preferences(self, person_ids: Collection[str]) -> Mapping[str, Preference]:
        """The wishes of these people; absent are those who said nothing."""
        wanted = set(person_ids)
        with reading(self._engine) as connection:
            # Few people change anything: all that is there is read, and no list of ids can be too long.
            rows = connection.execute(select(nudge_preference).where(self._here(nudge_preference)))
            return {row.person_id: _preference(row) for row in rows if row.person_id in wanted}

    def put_preference(self, preference: Preference, at: datetime) -> None:
        """Keep what somebody wishes."""
        values = {
            "workspace_id": self._workspace,
            "person_id": preference.person_id,
            "pace": preference.pace.value,
            "times": ",".join(f"{one:%H:%M}" for one in preference.times),
            "paused_until": preference.paused_until,
            "chosen_at": at,
        }
        with writing(self._engine) as connection:
            upsert(connection, nudge_preference, values, key=("workspace_id", "person_id"))

    def muted(self, person_id: str) -> Sequence[tuple[str, str]]:
        """The subjects (kind, id) of which somebody wants to hear nothing more, the latest first."""
        theirs = select(nudge_mute).where(self._here(nudge_mute, nudge_mute.c.person_id == person_id))
        with reading(self._engine) as connection:
            rows = connection.execute(theirs.order_by(nudge_mute.c.muted_at.desc(), nudge_mute.c.subject_id))
            return [(row.subject_kind, row.subject_id) for row in rows]

    def mutes(self, person_ids: Collection[str]) -> Mapping[str, Collection[tuple[str, str]]]:
        """The muted subjects of these people; absent are those who muted nothing."""
        wanted, found = set(person_ids), defaultdict[str, set[tuple[str, str]]](set)
        with reading(self._engine) as connection:
            for row in connection.execute(select(nudge_mute).where(self._here(nudge_mute))):
                if row.person_id in wanted:
                    found[row.person_id].add((row.subject_kind, row.subject_id))
        return found

    def mute(self, person_id: str, subject_kind: str, subject_id: str, at: datetime) -> None:
        """Hear nothing more of it."""
        values = {"workspace_id": self._workspace, "person_id": person_id, "muted_at": at}
        values |= {"subject_kind": subject_kind, "subject_id": subject_id}
        with writing(self._engine) as connection:
            insert_once(connection, nudge_mute, values)

    def unmute(self, person_id: str, subject_kind: str, subject_id: str) -> None:
        """Hear of it again."""
        about = and_(nudge_mute.c.subject_kind == subject_kind, nudge_mute.c.subject_id == subject_id)
        with writing(self._engine) as connection:
            theirs = self._here(nudge_mute, nudge_mute.c.person_id == person_id, about)
            connection.execute(delete(nudge_mute).where(theirs))

    def choices(self, company_id: str | None = None) -> Sequence[CadenceChoice]:
        """The cadences that were chosen; of a firm, where that is said."""
        of_firm = () if company_id is None else (cadence_choice.c.company_id == company_id,)
        columns = cadence_choice.c.company_id, cadence_choice.c.scope, cadence_choice.c.name
        found = select(cadence_choice).where(self._here(cadence_choice, *of_firm)).order_by(*columns)
        with reading(self._engine) as connection:
            rows = connection.execute(found)
            return [CadenceChoice(**{name: row._mapping[name] for name in _OF_CHOICE}) for row in rows]

    def put_choice(self, choice: CadenceChoice) -> None:
        """The newest choice for the same scope and name counts."""
        values = {name: getattr(choice, name) for name in _OF_CHOICE} | {"workspace_id": self._workspace}
        with writing(self._engine) as connection:
            upsert(connection, cadence_choice, values, key=("workspace_id", "company_id", "scope", "name"))

    def _here(self, table: Table, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(table.c.workspace_id == self._workspace, *conditions)


def _preference(row: Row[Any]) -> Preference:
    return Preference(
        person_id=row.person_id,
        pace=Pace(row.pace),
        times=tuple(time.fromisoformat(one) for one in row.times.split(",") if one),
        paused_until=row.paused_until,
    )
