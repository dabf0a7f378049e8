"""Is the database sound? Asked by `minori doctor`, after a crash in the tests, and before a backup is trusted."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from sqlalchemy import Connection, Engine, and_, func, select, text

from bot.adapters.storage.engine import reading
from bot.adapters.storage.migrating import schema_revision
from bot.adapters.storage.tables import HEAD, corpus, guide, original, passage, release
from bot.core.guides.models import ReleaseState
from bot.core.messages import Message
from bot.errors import StorageError


def problems_of(engine: Engine, *, workspace_id: str) -> list[Message]:
    """Return every problem as a sentence that says what to do; [] when there is none."""
    try:
        with reading(engine) as connection:
            damage = list(_damage(connection))
            # Looking further into a damaged file only repeats the first finding.
            return damage or [*_schema(connection), *_content(connection, workspace_id)]
    except StorageError as error:
        return [Message("storage-check-unreadable", {"reason": error.reason})]


def _damage(connection: Connection) -> Iterator[Message]:
    if connection.dialect.name != "sqlite":
        return
    said = connection.execute(text("PRAGMA integrity_check(1)")).scalar()
    if said != "ok":
        yield Message("storage-check-damaged")
    orphans = len(connection.execute(text("PRAGMA foreign_key_check")).all())
    if orphans:
        yield Message("storage-check-orphans", {"count": orphans})


def _schema(connection: Connection) -> Iterator[Message]:
    present = schema_revision(connection)
    if present != HEAD:
        yield Message("storage-check-schema", {"present": present or "-", "wanted": HEAD})


def _content(connection: Connection, workspace_id: str) -> Iterator[Message]:
    yield from _releases(connection, workspace_id)
    statement = select(original.c.sha256, original.c.content).where(original.c.workspace_id == workspace_id)
    for digest, content in connection.execute(statement.execution_options(yield_per=1)):
        if sha256(content).hexdigest() != digest:
            yield Message("storage-check-original", {"sha256": digest[:12]})
    guides = select(func.count()).select_from(guide).where(guide.c.workspace_id == workspace_id)
    revision = select(corpus.c.revision).where(corpus.c.workspace_id == workspace_id)
    if connection.execute(guides).scalar() and not connection.execute(revision).scalar():
        yield Message("storage-check-revision")


def _releases(connection: Connection, workspace_id: str) -> Iterator[Message]:
    counted = (
        select(release.c.guide_id, release.c.number, release.c.state, release.c.passage_count)
        .add_columns(func.count(passage.c.id).label("stored"))
        .outerjoin(
            passage,
            and_(
                passage.c.workspace_id == release.c.workspace_id,
                passage.c.guide_id == release.c.guide_id,
                passage.c.number == release.c.number,
            ),
        )
        .where(release.c.workspace_id == workspace_id)
        .group_by(release.c.guide_id, release.c.number, release.c.state, release.c.passage_count)
        .order_by(release.c.guide_id, release.c.number)
    )
    cited: dict[str, int] = {}
    for row in connection.execute(counted):
        if row.stored != row.passage_count:
            place = {"guide": row.guide_id, "number": row.number}
            yield Message("storage-check-passages", {**place, "expected": row.passage_count, "stored": row.stored})
        if row.state != ReleaseState.SUPERSEDED.value:
            cited[row.guide_id] = cited.get(row.guide_id, 0) + 1
        else:
            cited.setdefault(row.guide_id, 0)
    for guide_id, count in cited.items():
        if count != 1:
            yield Message("storage-check-states", {"guide": guide_id, "count": count})
