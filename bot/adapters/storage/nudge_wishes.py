"""What people wish of nudges, in the database; and the cadences that coordinators chose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, Table, and_, delete, select

from bot.adapters.storage.engine import insert_once, upsert, writing
from bot.adapters.storage.seldom import Seldom
from bot.adapters.storage.statements import given, rows
from bot.adapters.storage.tables import cadence_choice, nudge_mute, nudge_preference
from bot.core.nudges.models import CadenceChoice, Pace, Preference

_OF_CHOICE = ("company_id", "scope", "name", "cadence", "chosen_by", "chosen_at")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Wishes:
    """What people said, by their ids; what they muted (kind, id), the latest first; the choices by firm and name."""

    preferences: Mapping[str, Preference]
    muted: Mapping[str, Sequence[tuple[str, str]]]
    choices: Sequence[CadenceChoice]


class WishRepository:
    """The WishStore of a workspace. Each call is one transaction and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str) -> None:
        self._engine, self._workspace = engine, workspace_id
        self._wishes = Seldom(engine, workspace_id=workspace_id, name="wishes", read=self._read)

    def preference(self, person_id: str) -> Preference:
        """What somebody wishes; the defaults where they said nothing."""
        return self._wishes.now().preferences.get(person_id) or Preference(person_id=person_id)

    def preferences(self, person_ids: Collection[str]) -> Mapping[str, Preference]:
        """The wishes of these people; absent are those who said nothing."""
        preferences = self._wishes.now().preferences
        return {id: preferences[id] for id in person_ids if id in preferences}

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
            self._wishes.changed(connection)
            upsert(connection, nudge_preference, values, key=("workspace_id", "person_id"))

    def muted(self, person_id: str) -> Sequence[tuple[str, str]]:
        """The subjects (kind, id) of which somebody wants to hear nothing more, the latest first."""
        return self._wishes.now().muted.get(person_id, ())

    def mutes(self, person_ids: Collection[str]) -> Mapping[str, Collection[tuple[str, str]]]:
        """The muted subjects of these people; absent are those who muted nothing."""
        muted = self._wishes.now().muted
        return {id: set(muted[id]) for id in person_ids if id in muted}

    def mute(self, person_id: str, subject_kind: str, subject_id: str, at: datetime) -> None:
        """Hear nothing more of it."""
        values = {"workspace_id": self._workspace, "person_id": person_id, "muted_at": at}
        values |= {"subject_kind": subject_kind, "subject_id": subject_id}
        with writing(self._engine) as connection:
            self._wishes.changed(connection)
            insert_once(connection, nudge_mute, values)

    def unmute(self, person_id: str, subject_kind: str, subject_id: str) -> None:
        """Hear of it again."""
        about = and_(nudge_mute.c.subject_kind == subject_kind, nudge_mute.c.subject_id == subject_id)
        with writing(self._engine) as connection:
            self._wishes.changed(connection)
            theirs = self._here(nudge_mute, nudge_mute.c.person_id == person_id, about)
            connection.execute(delete(nudge_mute).where(theirs))

    def choices(self, company_id: str | None = None) -> Sequence[CadenceChoice]:
        """The cadences that were chosen; of a firm, where that is said."""
        choices = self._wishes.now().choices
        return [one for one in choices if company_id is None or one.company_id == company_id]

    def put_choice(self, choice: CadenceChoice) -> None:
        """The newest choice for the same scope and name counts."""
        values = {name: getattr(choice, name) for name in _OF_CHOICE} | {"workspace_id": self._workspace}
        with writing(self._engine) as connection:
            self._wishes.changed(connection)
            upsert(connection, cadence_choice, values, key=("workspace_id", "company_id", "scope", "name"))

    def put_choices(
        self,
        choices: Sequence[CadenceChoice],
        *,
        gone: Collection[tuple[str, str, str]] = (),
        only_of: datetime | None = None,
    ) -> None:
        """Keep several, and forget those with such keys (firm, scope, name). With `only_of` only what was chosen at
        that very moment is changed or forgotten."""
        row = cadence_choice.c
        with writing(self._engine) as connection:
            self._wishes.changed(connection)
            at_once = select(row.company_id, row.scope, row.name).where(
                self._here(cadence_choice, row.chosen_at == only_of)
            )
            now = {tuple(one) for one in connection.execute(at_once)} if only_of is not None else set()
            for one in choices:
                if only_of is None or (one.company_id, one.scope, one.name) in now:
                    values = {name: getattr(one, name) for name in _OF_CHOICE} | {"workspace_id": self._workspace}
                    upsert(connection, cadence_choice, values, key=("workspace_id", "company_id", "scope", "name"))
            for key in gone:
                if only_of is None or key in now:
                    of_it = and_(row.company_id == key[0], row.scope == key[1], row.name == key[2])
                    connection.execute(delete(cadence_choice).where(self._here(cadence_choice, of_it)))

    def _read(self, connection: Connection) -> _Wishes:
        preferences = connection.execute(rows(nudge_preference), given(self._workspace))
        latest_first = select(nudge_mute).where(self._here(nudge_mute))
        latest_first = latest_first.order_by(nudge_mute.c.muted_at.desc(), nudge_mute.c.subject_id)
        muted = defaultdict[str, list[tuple[str, str]]](list)
        for row in connection.execute(latest_first):
            muted[row.person_id].append((row.subject_kind, row.subject_id))
        choices = connection.execute(
            rows(cadence_choice, order=("company_id", "scope", "name")), given(self._workspace)
        )
        return _Wishes(
            preferences={row.person_id: _preference(row) for row in preferences},
            muted={id: tuple(subjects) for id, subjects in muted.items()},
            choices=tuple(CadenceChoice(**{name: row._mapping[name] for name in _OF_CHOICE}) for row in choices),
        )

    def _here(self, table: Table, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(table.c.workspace_id == self._workspace, *conditions)


def _preference(row: Row[Any]) -> Preference:
    return Preference(
        person_id=row.person_id,
        pace=Pace(row.pace),
        times=tuple(time.fromisoformat(one) for one in row.times.split(",") if one),
        paused_until=row.paused_until,
    )
