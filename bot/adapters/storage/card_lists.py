"""Lists of cards in the database, each for whoever brought it, until they are forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import ColumnElement, Engine, and_, delete, select, update

from bot.adapters.storage.engine import insert_once, reading, writing
from bot.adapters.storage.tables.meetings import card_list
from bot.core.meetings.catching.models import CardList
from bot.errors import StorageError

_LISTS = TypeAdapter(CardList)


class CardListRepository:
    """The CardListStore of a workspace. Each call is one transaction and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str) -> None:
        self._engine, self._workspace = engine, workspace_id

    def add(self, new: CardList) -> CardList:
        """Store it; an id that is there already changes nothing, and the list of that id is returned."""
        row = {
            "workspace_id": self._workspace,
            "id": new.id,
            "by_id": new.by_id,
            "company_id": new.company_id,
            "created_at": new.created_at,
            "version": new.version,
            "body": _LISTS.dump_python(new, mode="json"),
        }
        with writing(self._engine) as connection:
            is_new = insert_once(connection, card_list, row)
        return new if is_new else self.by_id(new.id) or new

    def change(self, before: CardList, after: CardList) -> bool:
        """Put `after` in the place of `before`; False where the record has another version than `before`."""
        same = self._here(card_list.c.id == before.id, card_list.c.version == before.version)
        values = {"version": after.version, "body": _LISTS.dump_python(after, mode="json")}
        with writing(self._engine) as connection:
            return connection.execute(update(card_list).where(same).values(**values)).rowcount == 1

    def by_id(self, id: str) -> CardList | None:
        """The list with this id."""
        return next(iter(self._all(card_list.c.id == id)), None)

    def of_owner(self, by_id: str) -> Sequence[CardList]:
        """Somebody's lists, the newest first."""
        return self._all(card_list.c.by_id == by_id)

    def remove(self, id: str) -> None:
        """Forget a list; what was kept from it stays on record."""
        self._delete(card_list.c.id == id)

    def forget(self, by_id: str) -> None:
        """Forget all lists of somebody."""
        self._delete(card_list.c.by_id == by_id)

    def forget_before(self, moment: datetime) -> int:
        """Forget what was made before a moment; returns how many."""
        return self._delete(card_list.c.created_at < moment)

    def _all(self, condition: ColumnElement[bool]) -> list[CardList]:
        newest = select(card_list.c.id, card_list.c.body).where(self._here(condition))
        newest = newest.order_by(card_list.c.created_at.desc(), card_list.c.id)
        with reading(self._engine) as connection:
            rows = connection.execute(newest).all()
        return [_list(row.id, row.body) for row in rows]

    def _delete(self, condition: ColumnElement[bool]) -> int:
        with writing(self._engine) as connection:
            return connection.execute(delete(card_list).where(self._here(condition))).rowcount

    def _here(self, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(card_list.c.workspace_id == self._workspace, *conditions)


def _list(id: str, body: object) -> CardList:
    try:
        return _LISTS.validate_python(body)
    except ValidationError as error:
        raise StorageError("database", f"card list {id} cannot be read") from error
