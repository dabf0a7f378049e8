"""Lines of the audit log: appended in the transaction of the fact that they tell of, each chained to the one before.

A line has its number, the hash of the line before it, and its own over both and all that it says; so a line that is
altered, taken out, put in or moved is found by `audit_chain.faults`. One transaction at a time adds lines: whoever
writes has the database alone meanwhile (`writing`).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Engine, and_, insert, or_, select

from bot.adapters.storage.engine import reading, writing
from bot.adapters.storage.statements import given, rows
from bot.adapters.storage.straight import found
from bot.adapters.storage.tables import audit
from bot.core.audited import Audited

BEGINNING = ""
"""What the first line has in the place of a hash before it."""
_KNOWN = rows(audit, equal=("id",), columns=("id",))
_CHUNK = 500
"""Ids in one question to the database."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A line as it is kept. `number` counts from 1."""

    number: int
    previous: str
    hash: str
    audited: Audited


def hash_of(line: Audited, *, number: int, previous: str, workspace_id: str) -> str:
    """What a line is held to: all that it says, its number, and the line before it."""
    said = [workspace_id, number, previous, line.id, line.at.astimezone(UTC).isoformat(timespec="microseconds")]
    said += [line.by_id, line.action, line.subject_kind, line.subject_id, line.company_id]
    return sha256(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def keep_audited(connection: Connection, line: Audited, *, workspace_id: str) -> None:
    """Append a line, in a transaction that writes alone; the same id again changes nothing."""
    if not found(connection, _KNOWN, given(workspace_id, equal={"id": line.id})):
        _append(connection, [line], workspace_id)


def keep_all_audited(connection: Connection, lines: Sequence[Audited], *, workspace_id: str) -> None:
    """As each line by itself would be appended, in this order; two hundred cost few statements more than one."""
    known: set[str] = set()
    for start in range(0, len(lines), _CHUNK):
        some = [one.id for one in lines[start : start + _CHUNK]]
        kept = select(audit.c.id).where(audit.c.workspace_id == workspace_id, audit.c.id.in_(some))
        known.update(connection.execute(kept).scalars())
    new: dict[str, Audited] = {}
    for one in lines:
        if one.id not in known:
            new.setdefault(one.id, one)
    if new:
        _append(connection, list(new.values()), workspace_id)


def _append(connection: Connection, lines: Sequence[Audited], workspace_id: str) -> None:
    row = audit.c
    latest = select(row.number, row.hash).where(row.workspace_id == workspace_id).order_by(row.number.desc()).limit(1)
    last = connection.execute(latest).first()
    number, previous = (last.number, last.hash) if last else (0, BEGINNING)
    chained: list[dict[str, Any]] = []
    for line in lines:
        number += 1
        hashed = hash_of(line, number=number, previous=previous, workspace_id=workspace_id)
        place = {"workspace_id": workspace_id, "number": number, "previous": previous, "hash": hashed}
        chained.append(asdict(line) | place)
        previous = hashed
    connection.execute(insert(audit), chained)


class AuditLog:
    """What was kept. Raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str) -> None:
        self._engine, self._workspace = engine, workspace_id

    def append(self, lines: Sequence[Audited]) -> None:
        """Keep lines that belong to no other change, in this order; known ids change nothing and cost one look."""
        with reading(self._engine) as connection:
            new = [one for one in lines if not self._is_known(connection, one.id)]
        if new:
            with writing(self._engine, touches=()) as connection:
                keep_all_audited(connection, new, workspace_id=self._workspace)

    def lines(self, *, subject_id: str | None = None) -> Sequence[Audited]:
        """All lines, or those of one record, the first one first."""
        of_it = () if subject_id is None else (audit.c.subject_id == subject_id,)
        return [one.audited for one in self.chain(*of_it)]

    def latest(
        self,
        *,
        company_id: str | None = None,
        by_id: str | None = None,
        since: datetime | None = None,
        before: datetime | None = None,
        kind: str | None = None,
        offset: int = 0,
        limit: int = 50,
    ) -> tuple[int, Sequence[Line]]:
        """How many there are, and some of them, the last one first. `kind` is what was done, or to what."""
        wanted = [] if company_id is None else [audit.c.company_id == company_id]
        wanted += [] if by_id is None else [audit.c.by_id == by_id]
        wanted += [] if since is None else [audit.c.at >= since]
        wanted += [] if before is None else [audit.c.at < before]
        wanted += [] if kind is None else [or_(audit.c.action == kind, audit.c.subject_kind == kind)]
        lines = self.chain(*wanted)[::-1]
        return len(lines), lines[offset : offset + limit]

    def chain(self, *conditions: Any) -> Sequence[Line]:
        """The lines as they are kept, by their numbers."""
        here = and_(audit.c.workspace_id == self._workspace, *conditions)
        with reading(self._engine) as connection:
            return [_line(row) for row in connection.execute(select(audit).where(here).order_by(audit.c.number))]

    def head(self) -> tuple[int, str]:
        """The number and the hash of the last line; (0, "") where there is none."""
        row = audit.c
        last = select(row.number, row.hash).where(row.workspace_id == self._workspace)
        with reading(self._engine) as connection:
            one = connection.execute(last.order_by(row.number.desc()).limit(1)).first()
        return (one.number, one.hash) if one else (0, BEGINNING)

    def hash_at(self, number: int) -> str:
        """The hash of a line; "" where there is none of that number."""
        here = and_(audit.c.workspace_id == self._workspace, audit.c.number == number)
        with reading(self._engine) as connection:
            return connection.execute(select(audit.c.hash).where(here)).scalar() or ""

    def _is_known(self, connection: Connection, id: str) -> bool:
        return bool(found(connection, _KNOWN, given(self._workspace, equal={"id": id})))


def _line(row: Any) -> Line:
    audited = Audited(
        id=row.id,
        at=row.at,
        by_id=row.by_id,
        action=row.action,
        subject_kind=row.subject_kind,
        subject_id=row.subject_id,
        company_id=row.company_id,
    )
    return Line(number=row.number, previous=row.previous, hash=row.hash, audited=audited)
