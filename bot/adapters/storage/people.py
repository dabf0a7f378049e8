"""People and firms in the database: a `Directory`, and what membership changes. Each call is one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Select,
    Table,
    and_,
    delete,
    insert,
    or_,
    select,
    update,
)

from bot.adapters.storage.audit import keep_all_audited
from bot.adapters.storage.deliveries import owe
from bot.adapters.storage.engine import reading, writing
from bot.adapters.storage.people_changes import keep_change, kept_changes
from bot.adapters.storage.people_rows import COMPANY, company_from, company_row, member_from, member_row
from bot.adapters.storage.seldom import Seldom
from bot.adapters.storage.tables import company, person, question, rating, sharing_choice
from bot.core.clock import Clock
from bot.core.membership.models import Changes, Erased, KeptChange, SharingChoice, Snapshot
from bot.core.owed import Owed
from bot.core.people import Company, Member, Role, Sharing


@dataclass(frozen=True, kw_only=True, slots=True)
class _Everybody:
    """People by id, in the order in which they came, and by address; the people of each firm; firms by id, in the
    order of their names."""

    people: Mapping[str, Member]
    at: Mapping[str, Member]
    of_firm: Mapping[str, Sequence[Member]]
    companies: Mapping[str, Company]


class PeopleRepository:
    """A PeopleStore (and with it a Directory) over one workspace. Every method raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str, clock: Clock) -> None:
        self._engine, self._workspace, self._clock = engine, workspace_id, clock
        self._everybody = Seldom(engine, workspace_id=workspace_id, name="people", read=self._read)

    def by_address(self, address: str) -> Member | None:
        return self._everybody.now().at.get(address)

    def by_id(self, id: str) -> Member | None:
        return self._everybody.now().people.get(id)

    def people(self, *, role: Role | None = None, company_id: str | None = None) -> Sequence[Member]:
        everybody = self._everybody.now()
        found = everybody.people.values() if company_id is None else everybody.of_firm.get(company_id, ())
        return [one for one in found if role is None or role in one.roles]

    def company(self, id: str) -> Company | None:
        return self._everybody.now().companies.get(id)

    def companies(self) -> Sequence[Company]:
        return list(self._everybody.now().companies.values())

    def by_email(self, email: str) -> Sequence[Member]:
        return [one for one in self._everybody.now().people.values() if email and one.email == email]

    def change(self, decide: Callable[[Snapshot], Changes]) -> Changes:
        with self._changing() as connection:
            kept = kept_changes(connection, workspace_id=self._workspace)
            before = Snapshot(people=self._members(connection), companies=self._companies(connection), kept=kept)
            changes = decide(before)
            gone = set(changes.removed)
            known = {one.id for one in before.people if one.id not in gone}
            for person_id in changes.removed:
                connection.execute(delete(person).where(self._is(person, person_id)))
            now = {"created_at": self._clock.now()}
            firms = [company_row(one) for one in changes.companies]
            self._put(connection, company, firms, known={one.id for one in before.companies}, only_new=now)
            # An address can go from one person to another in the same change: first everybody lets go of theirs.
            for one in changes.people:
                if one.id in known:
                    connection.execute(update(person).where(self._is(person, one.id)).values(address=""))
            self._put(connection, person, [member_row(one) for one in changes.people], known=known)
            self._with_it(connection, changes)
        return changes

    def changed(self, connection: Connection) -> None:
        """Somebody else changes them in this transaction."""
        self._everybody.changed(connection)

    def kept_changes(self) -> Sequence[KeptChange]:
        with reading(self._engine) as connection:
            return kept_changes(connection, workspace_id=self._workspace)

    def _with_it(self, connection: Connection, changes: Changes) -> None:
        keep_all_audited(connection, changes.audited, workspace_id=self._workspace)
        owe(connection, changes.owed, workspace_id=self._workspace, at=self._clock.now())
        for one in changes.kept:
            keep_change(connection, one, workspace_id=self._workspace)

    def mark_welcomed(self, person_id: str, at: datetime, *, owed: Sequence[Owed] = ()) -> bool:
        return self._mark(person, person_id, person.c.welcomed_at.is_(None), owed, welcomed_at=at)

    def mark_sharing_asked(self, company_id: str, at: datetime, *, owed: Sequence[Owed] = ()) -> bool:
        return self._mark(company, company_id, company.c.sharing_asked_at.is_(None), owed, sharing_asked_at=at)

    def choose_sharing(self, choice: SharingChoice) -> bool:
        counts = {"sharing": str(choice.sharing), "sharing_by": choice.chosen_by, "sharing_at": choice.chosen_at}
        is_new = self._is(company, choice.company_id), company.c.sharing != str(choice.sharing)
        with self._changing() as connection:
            if connection.execute(update(company).where(*is_new).values(**counts)).rowcount == 0:
                return False
            row = {
                "workspace_id": self._workspace,
                "id": uuid4().hex,
                "company_id": choice.company_id,
                "sharing": str(choice.sharing),
                "chosen_by": choice.chosen_by,
                "chosen_at": choice.chosen_at,
            }
            connection.execute(insert(sharing_choice).values(row))
        return True

    def set_trade(self, company_id: str, trade: str) -> bool:
        """Set the trade of a firm; False where it has one already, or is not there."""
        unsaid = self._is(company, company_id), company.c.trade == ""
        with self._changing() as connection:
            return connection.execute(update(company).where(*unsaid).values(trade=trade)).rowcount == 1

    def sharing_choices(self, company_id: str) -> Sequence[SharingChoice]:
        of_firm = and_(self._here(sharing_choice), sharing_choice.c.company_id == company_id)
        with reading(self._engine) as connection:
            rows = connection.execute(select(sharing_choice).where(of_firm).order_by(sharing_choice.c.chosen_at)).all()
        return [
            SharingChoice(
                company_id=row.company_id,
                sharing=Sharing(row.sharing),
                chosen_by=row.chosen_by,
                chosen_at=row.chosen_at,
            )
            for row in rows
        ]

    def leave(self, person_id: str, at: datetime) -> Erased | None:
        with self._changing() as connection:
            staying = self._is(person, person_id), person.c.left_at.is_(None)
            address = connection.execute(select(person.c.address).where(*staying)).scalar()
            if address is None:
                return None
            connection.execute(update(person).where(*staying).values(left_at=at))
            return self._erase(connection, address) if address else Erased()

    def rejoin(self, person_id: str) -> bool:
        return self._mark(person, person_id, person.c.left_at.is_not(None), (), left_at=None)

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        with writing(self._engine) as connection:
            self._everybody.changed(connection)
            yield connection

    def _read(self, connection: Connection) -> _Everybody:
        people = self._members(connection)
        of_firm = defaultdict[str, list[Member]](list)
        for one in people:
            if one.company is not None:
                of_firm[one.company.id].append(one)
        return _Everybody(
            people={one.id: one for one in people},
            at={one.address: one for one in people if one.address},
            of_firm=of_firm,
            companies={one.id: one for one in self._companies(connection)},
        )

    def _erase(self, connection: Connection, address: str) -> Erased:
        """What somebody asked with all that was said of it, and what they said of answers to others."""
        asked = and_(self._here(question), question.c.asker == address)
        own = select(question.c.id).where(asked)
        said = or_(rating.c.by_address == address, rating.c.question_id.in_(own))
        ratings = connection.execute(delete(rating).where(self._here(rating), said)).rowcount
        return Erased(questions=connection.execute(delete(question).where(asked)).rowcount, ratings=ratings)

    def _mark(
        self,
        table: Table,
        id: str,
        condition: ColumnElement[bool],
        owed: Sequence[Owed],
        **values: datetime | None,
    ) -> bool:
        """Compare and set: true for the one whose change it was, and with it what is owed."""
        with self._changing() as connection:
            marked = connection.execute(update(table).where(self._is(table, id), condition).values(**values))
            is_mine = marked.rowcount == 1
            if is_mine and owed:
                owe(connection, owed, workspace_id=self._workspace, at=next(at for at in values.values() if at))
        return is_mine

    def _put(
        self,
        connection: Connection,
        table: Table,
        rows: Sequence[Mapping[str, Any]],
        *,
        known: Collection[str],
        only_new: Mapping[str, Any] | None = None,
    ) -> None:
        """Write rows whole: changed where their id is known, otherwise added."""
        for row in rows:
            if row["id"] in known:
                connection.execute(update(table).where(self._is(table, row["id"])).values(**row))
        new = [row for row in rows if row["id"] not in known]
        if new:
            always = {"workspace_id": self._workspace, **(only_new or {})}
            connection.execute(insert(table), [{**row, **always} for row in new])

    def _here(self, table: Table) -> ColumnElement[bool]:
        return table.c.workspace_id == self._workspace

    def _is(self, table: Table, id: str) -> ColumnElement[bool]:
        return and_(self._here(table), table.c.id == id)

    def _members(self, connection: Connection, *conditions: ColumnElement[bool]) -> list[Member]:
        statement = _people().where(self._here(person), *conditions).order_by(person.c.added_at, person.c.id)
        return [member_from(row) for row in connection.execute(statement)]

    def _companies(self, connection: Connection, *conditions: ColumnElement[bool]) -> list[Company]:
        statement = select(company).where(self._here(company), *conditions).order_by(company.c.name, company.c.id)
        return [company_from(row) for row in connection.execute(statement)]


def _people() -> Select[Any]:
    """People with their firms."""
    of_firm = [column.label(COMPANY + column.name) for column in company.c if column.name not in ("workspace_id", "id")]
    joined = person.outerjoin(
        company, and_(company.c.workspace_id == person.c.workspace_id, company.c.id == person.c.company_id)
    )
    return select(*person.c, *of_firm).select_from(joined)
