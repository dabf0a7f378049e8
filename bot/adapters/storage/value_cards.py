"""Value cards in the database: the card, its versions, what was chosen to be shared, the uses offered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import ColumnElement, Connection, Engine, Row, Table, and_, delete, select, update

from bot.adapters.storage.audit import keep_audited
from bot.adapters.storage.engine import insert_once, reading, upsert, writing
from bot.adapters.storage.erasing import erase_posted, is_erased, withdraw_posted
from bot.adapters.storage.offered_uses import withdraw_uses
from bot.adapters.storage.tables import (
    delivery,
    value_card,
    value_card_sharing,
    value_card_use,
    value_card_version,
)
from bot.adapters.storage.traces import Traces
from bot.core.audited import Audited
from bot.core.coaching.cards.models import FieldGroup, Reach, Use, ValueCard
from bot.core.coaching.cards.records import CardVersion, SharingRecord
from bot.core.coaching.cards.visibility import takes_back
from bot.core.deliveries.models import DeliveryState
from bot.errors import StorageError

_CARD, _VERSION, _USE = TypeAdapter(ValueCard), TypeAdapter(CardVersion), TypeAdapter(Use)
_WIDTH = (Reach.FIRM, Reach.COORDINATOR, Reach.REGION)


class ValueCardRepository:
    """The CardStore of a workspace. Each call is one transaction and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str) -> None:
        self._engine, self._workspace, self._traces = engine, workspace_id, Traces(engine)

    def add(self, card: ValueCard, *, version: CardVersion) -> ValueCard:
        """Store a new one; an id that is there already changes nothing, and the card of that id is returned."""
        with writing(self._engine) as connection:
            if insert_once(connection, value_card, self._row(card)):
                insert_once(connection, value_card_version, self._version_row(version))
                self._put_uses(connection, card.id, card.uses)
                return card
        return self.by_id(card.id) or card

    def change(
        self, before: ValueCard, after: ValueCard, *, version: CardVersion, sharing: Sequence[SharingRecord] = ()
    ) -> bool:
        """Compare and set on the version; False where somebody else was quicker."""
        row = self._row(after)
        same = self._here(value_card, value_card.c.id == before.id, value_card.c.version == before.version)
        with writing(self._engine) as connection:
            if connection.execute(update(value_card).where(same).values(**row)).rowcount != 1:
                return False
            insert_once(connection, value_card_version, self._version_row(version))
            for one in sharing:
                insert_once(connection, value_card_sharing, self._sharing_row(one))
            if takes_back(before, after):
                withdraw_uses(connection, after.id, workspace_id=self._workspace)
                withdraw_posted(connection, after.id, after.company_id, workspace_id=self._workspace)
        return True

    def by_id(self, id: str) -> ValueCard | None:
        """The card with this id."""
        return next(iter(self._all(value_card.c.id == id)), None)

    def by_walk(self, walk_id: str) -> ValueCard | None:
        """The card of a walk."""
        return next(iter(self._all(value_card.c.walk_id == walk_id)), None)

    def of_company(self, company_id: str) -> Sequence[ValueCard]:
        """Those of a firm, the latest change first."""
        return self._all(value_card.c.company_id == company_id)

    def shared(self) -> Sequence[ValueCard]:
        """Those of which anything goes beyond their firm, the latest change first."""
        return self._all(value_card.c.reach != str(Reach.FIRM))

    def versions(self, card_id: str) -> Sequence[CardVersion]:
        """Every version, the first one first."""
        table = value_card_version
        found = select(table.c.body).where(self._here(table, table.c.card_id == card_id)).order_by(table.c.number)
        with reading(self._engine) as connection:
            rows = connection.execute(found).all()
        return [_read(_VERSION, row.body, f"version of card {card_id}") for row in rows]

    def sharing(self, card_id: str) -> Sequence[SharingRecord]:
        """Who chose to share what, the first choice first."""
        table = value_card_sharing
        found = select(table).where(self._here(table, table.c.card_id == card_id)).order_by(table.c.at, table.c.id)
        with reading(self._engine) as connection:
            return [_sharing_from(row) for row in connection.execute(found)]

    def put_uses(self, card_id: str, uses: Sequence[Use]) -> None:
        """Keep these, new or changed; of a card that is not there nothing is kept."""
        there = select(value_card.c.id).where(self._here(value_card, value_card.c.id == card_id))
        with writing(self._engine) as connection:
            if connection.execute(there).first() is not None:
                self._put_uses(connection, card_id, uses)

    def remove(self, card_id: str, *, audited: Audited) -> bool:
        """Delete it everywhere, in one transaction; a line without a word stays. False where it is not there."""
        with writing(self._engine) as connection:
            of_it = self._here(value_card, value_card.c.id == card_id)
            walk_id = connection.execute(select(value_card.c.walk_id).where(of_it)).scalar()
            if connection.execute(delete(value_card).where(of_it)).rowcount != 1:
                return False
            for table in (value_card_version, value_card_sharing, value_card_use):
                connection.execute(delete(table).where(self._here(table, table.c.card_id == card_id)))
            withdraw_uses(connection, card_id, workspace_id=self._workspace)
            unsent = (delivery.c.subject_id == card_id, delivery.c.state == str(DeliveryState.PENDING))
            connection.execute(delete(delivery).where(self._here(delivery, *unsent)))
            keep_audited(connection, audited, workspace_id=self._workspace)
            goes_with = walk_id if walk_id and is_erased(connection, walk_id, workspace_id=self._workspace) else ""
            erase_posted(connection, audited, workspace_id=self._workspace, with_id=goes_with)
        self._traces.left()
        return True

    def leave_no_traces(self) -> int:
        """What deleted words left behind in files is overwritten; where somebody is at work there, the next time.
        Returns how often."""
        return self._traces.look()

    def _put_uses(self, connection: Connection, card_id: str, uses: Sequence[Use]) -> None:
        table = value_card_use
        known = select(table.c.id, table.c.ordinal).where(self._here(table, table.c.card_id == card_id))
        ordinals = {row.id: row.ordinal for row in connection.execute(known)}
        following = max(ordinals.values(), default=0) + 1
        for place, use in enumerate(uses, following):
            row = self._use_row(card_id, use, ordinals.get(use.id, place))
            upsert(connection, table, row, key=("workspace_id", "card_id", "id"))

    def _all(self, condition: ColumnElement[bool]) -> list[ValueCard]:
        latest = select(value_card.c.id, value_card.c.body).where(self._here(value_card, condition))
        latest = latest.order_by(value_card.c.updated_at.desc(), value_card.c.id)
        with reading(self._engine) as connection:
            rows = connection.execute(latest).all()
            uses = self._uses(connection, [row.id for row in rows])
        cards = (_read(_CARD, row.body, f"value card {row.id}") for row in rows)
        return [replace(card, uses=tuple(uses.get(card.id, ()))) for card in cards]

    def _uses(self, connection: Connection, card_ids: Sequence[str]) -> dict[str, list[Use]]:
        table, found = value_card_use, dict[str, list[Use]]()
        for start in range(0, len(card_ids), 500):
            of_them = self._here(table, table.c.card_id.in_(card_ids[start : start + 500]))
            for row in connection.execute(select(table).where(of_them).order_by(table.c.ordinal, table.c.id)):
                found.setdefault(row.card_id, []).append(_read(_USE, row.body, f"use {row.id}"))
        return found

    def _row(self, card: ValueCard) -> dict[str, Any]:
        return {
            "workspace_id": self._workspace,
            "id": card.id,
            "company_id": card.company_id,
            "walk_id": card.walk_id,
            "version": card.version,
            "reach": str(_widest(card.reach.values())),
            "updated_at": card.at,
            "body": _CARD.dump_python(replace(card, uses=()), mode="json"),
        }

    def _version_row(self, version: CardVersion) -> dict[str, Any]:
        return {
            "workspace_id": self._workspace,
            "card_id": version.card_id,
            "number": version.number,
            "kind": str(version.kind),
            "by_id": version.by_id,
            "at": version.at,
            "body": _VERSION.dump_python(version, mode="json"),
        }

    def _sharing_row(self, one: SharingRecord) -> dict[str, Any]:
        return {
            "workspace_id": self._workspace,
            "id": one.id,
            "card_id": one.card_id,
            "company_id": one.company_id,
            "field_group": str(one.group),
            "reach": str(one.reach),
            "was": str(one.was),
            "by_id": one.by_id,
            "at": one.at,
        }

    def _use_row(self, card_id: str, use: Use, ordinal: int) -> dict[str, Any]:
        return {
            "workspace_id": self._workspace,
            "card_id": card_id,
            "id": use.id,
            "ordinal": ordinal,
            "source": str(use.source),
            "reference": use.reference,
            "decision": str(use.decision),
            "body": _USE.dump_python(use, mode="json"),
        }

    def _here(self, table: Table, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(table.c.workspace_id == self._workspace, *conditions)


def _widest(reaches: Iterable[Reach]) -> Reach:
    return max(reaches, key=_WIDTH.index, default=Reach.FIRM)


def _sharing_from(row: Row[Any]) -> SharingRecord:
    return SharingRecord(
        id=row.id,
        card_id=row.card_id,
        company_id=row.company_id,
        group=FieldGroup(row.field_group),
        reach=Reach(row.reach),
        was=Reach(row.was),
        by_id=row.by_id,
        at=row.at,
    )


def _read(reader: TypeAdapter[Any], body: object, what: str) -> Any:
    try:
        return reader.validate_python(body)
    except ValidationError as error:
        raise StorageError("database", f"{what} cannot be read") from error
