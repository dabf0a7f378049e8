"""People's words and contacts are sealed; which keys open them is known.

What is there already is sealed in the same transaction. There is no way down: restore a backup instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.adapters.storage.sealing import KeyRing, keys_of

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_JSON, _TEXT, _ALIKE = "json", "text", "alike"
_AT_ONCE = 500
# Table, what tells its rows apart in a workspace, and the columns: how each is sealed and the name of its place.
_SEALED = (
    ("inbox", ("id",), {"body": (_JSON, "inbox.body")}),
    ("value_walk", ("id",), {"body": (_JSON, "value_walk.body")}),
    ("value_walk_change", ("id",), {"before": (_JSON, "value_walk_change.before")}),
    ("value_card", ("id",), {"body": (_JSON, "value_card.body")}),
    ("value_card_version", ("card_id", "number"), {"body": (_JSON, "value_card_version.body")}),
    ("value_card_use", ("card_id", "id"), {"body": (_JSON, "value_card_use.body")}),
    (
        "encounter",
        ("id",),
        {
            "body": (_JSON, "encounter.body"),
            "partner_key": (_ALIKE, "party.key"),
            "contact_key": (_ALIKE, "party.key"),
        },
    ),
    (
        "encounter_change",
        ("id",),
        {"detail": (_JSON, "encounter_change.detail"), "before": (_JSON, "encounter_change.before")},
    ),
    ("encounter_issue", ("id",), {"text": (_TEXT, "encounter_issue.text")}),
    (
        "colleague_request",
        ("id",),
        {"text": (_TEXT, "colleague_request.text"), "note": (_TEXT, "colleague_request.note")},
    ),
    (
        "known_party",
        ("id",),
        {
            "name": (_TEXT, "known_party.name"),
            "title": (_TEXT, "known_party.title"),
            "key": (_ALIKE, "party.key"),
        },
    ),
    ("card_list", ("id",), {"body": (_JSON, "card_list.body")}),
)
_MAY_BE_NOTHING = {"before"}


def upgrade() -> None:
    op.create_table(
        "sealing_key",
        sa.Column("workspace_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=8), nullable=False),
        sa.Column("known_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_sealing_key")),
    )
    for table, key, columns in _SEALED:
        _to_bytes(table, columns)
        _seal(op.get_bind(), table, ("workspace_id", *key), columns)


def _to_bytes(table: str, columns: dict[str, tuple[str, str]]) -> None:
    """The columns hold bytes from now on: what they held, as UTF-8."""
    with op.batch_alter_table(table) as batch:
        for name, (how, _) in columns.items():
            batch.alter_column(
                name,
                type_=sa.LargeBinary(),
                existing_type=sa.JSON() if how == _JSON else sa.Text(),
                existing_nullable=name in _MAY_BE_NOTHING,
                postgresql_using=f"convert_to({name}::text, 'UTF8')",
            )


def _seal(
    connection: sa.Connection, table: str, key: tuple[str, ...], columns: dict[str, tuple[str, str]]
) -> None:
    names = (*key, *columns)
    there = sa.table(table, *(sa.column(name) for name in names))
    for rows in _portions(connection, sa.select(there)):
        ring = keys_of(connection.dialect)
        sealed = {name: _value(how, place, ring) for name, (how, place) in columns.items()}
        one = sa.update(there).where(*(there.c[name] == sa.bindparam(f"is_{name}") for name in key))
        one = one.values({name: sa.bindparam(f"to_{name}", type_=sa.LargeBinary()) for name in columns})
        filled = [
            {f"is_{name}": row[name] for name in key} | {f"to_{name}": seal(row[name]) for name, seal in sealed.items()}
            for row in rows
        ]
        connection.execute(one, filled)


def _value(how: str, place: str, ring: KeyRing) -> Any:
    def seal(clear: Any) -> bytes | None:
        # JSON has a nothing of its own.
        if clear is None or (how == _JSON and bytes(clear) == b"null"):
            return None
        return (ring.seal_alike if how == _ALIKE else ring.seal)(bytes(clear), place.encode())

    return seal


def _portions(connection: sa.Connection, statement: sa.Select[Any]) -> Iterator[list[Any]]:
    """All rows are read before the first is changed: none is met twice."""
    rows = connection.execute(statement).mappings().all()
    for start in range(0, len(rows), _AT_ONCE):
        yield list(rows[start : start + _AT_ONCE])
