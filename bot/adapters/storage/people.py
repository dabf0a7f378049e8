"""People and firms in the database: a `Directory`, and what membership changes. Each call is one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Select, and_, select

from bot.adapters.storage.engine import reading
from bot.adapters.storage.people_rows import COMPANY, company_from, member_from
from bot.adapters.storage.tables import company, person
from bot.core.people import Company, Member, Role


class PeopleRepository:
    """A Directory over one workspace. Every method raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str) -> None:
        self._engine, self._workspace = engine, workspace_id

    def by_address(self, address: str) -> Member | None:
        return self._one(person.c.address == address) if address else None

    def by_id(self, id: str) -> Member | None:
        return self._one(person.c.id == id)

    def people(self, *, role: Role | None = None, company_id: str | None = None) -> Sequence[Member]:
        wanted = () if company_id is None else (person.c.company_id == company_id,)
        with reading(self._engine) as connection:
            found = self._members(connection, *wanted)
        return found if role is None else [one for one in found if role in one.roles]

    def company(self, id: str) -> Company | None:
        with reading(self._engine) as connection:
            return next(iter(self._companies(connection, company.c.id == id)), None)

    def companies(self) -> Sequence[Company]:
        with reading(self._engine) as connection:
            return self._companies(connection)

    def _one(self, condition: ColumnElement[bool]) -> Member | None:
        with reading(self._engine) as connection:
            return next(iter(self._members(connection, condition)), None)

    def _members(self, connection: Connection, *conditions: ColumnElement[bool]) -> list[Member]:
        here = person.c.workspace_id == self._workspace
        statement = _people().where(here, *conditions).order_by(person.c.added_at, person.c.id)
        return [member_from(row) for row in connection.execute(statement)]

    def _companies(self, connection: Connection, *conditions: ColumnElement[bool]) -> list[Company]:
        here = company.c.workspace_id == self._workspace
        statement = select(company).where(here, *conditions).order_by(company.c.name, company.c.id)
        return [company_from(row) for row in connection.execute(statement)]


def _people() -> Select[Any]:
    """People with their firms."""
    of_firm = [column.label(COMPANY + column.name) for column in company.c if column.name not in ("workspace_id", "id")]
    joined = person.outerjoin(
        company, and_(company.c.workspace_id == person.c.workspace_id, company.c.id == person.c.company_id)
    )
    return select(*person.c, *of_firm).select_from(joined)
