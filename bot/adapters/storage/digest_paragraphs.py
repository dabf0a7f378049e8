"""Paragraphs under digests in the database: for which digest a model was asked, and what passed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Engine, and_, select, update

from bot.adapters.storage.audit import keep_all_audited
from bot.adapters.storage.engine import insert_once, reading, writing
from bot.adapters.storage.tables import digest_paragraph
from bot.core.audited import Audited
from bot.core.digests.paragraph import Paragraph


class DigestParagraphRepository:
    """The `ParagraphStore` of a workspace. Each call is one transaction and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str) -> None:
        self._engine, self._workspace = engine, workspace_id

    def ask(self, digest_id: str, *, at: datetime, audited: Sequence[Audited] = ()) -> bool:
        """A model is to be asked now, once for ever; False where it was. `audited` is whose data it is told."""
        values: dict[str, Any] = {
            "workspace_id": self._workspace,
            "digest_id": digest_id,
            "asked_at": at,
            "written_at": None,
            "about": "",
            "text": "",
            "company_ids": [],
        }
        with writing(self._engine) as connection:
            if not insert_once(connection, digest_paragraph, values):
                return False
            keep_all_audited(connection, audited, workspace_id=self._workspace)
        return True

    def asked(self, digest_ids: Collection[str]) -> Collection[str]:
        """For which of these a model was asked."""
        row = digest_paragraph.c
        with reading(self._engine) as connection:
            wanted = select(row.digest_id).where(self._here(row.digest_id.in_(sorted(digest_ids))))
            return set(connection.execute(wanted).scalars())

    def put(self, one: Paragraph) -> None:
        """What passed, of a digest for which was asked."""
        values = {
            "written_at": one.written_at,
            "about": one.about,
            "text": one.text,
            "company_ids": list(one.company_ids),
        }
        with writing(self._engine) as connection:
            of_it = self._here(digest_paragraph.c.digest_id == one.digest_id)
            connection.execute(update(digest_paragraph).where(of_it).values(**values))

    def paragraph(self, digest_id: str) -> Paragraph | None:
        """The one of a digest."""
        wanted = select(digest_paragraph).where(self._here(digest_paragraph.c.digest_id == digest_id))
        with reading(self._engine) as connection:
            row = connection.execute(wanted).one_or_none()
        if row is None or row.written_at is None:
            return None
        return Paragraph(
            digest_id=row.digest_id,
            written_at=row.written_at,
            about=row.about,
            text=row.text,
            company_ids=tuple(row.company_ids),
        )

    def _here(self, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(digest_paragraph.c.workspace_id == self._workspace, *conditions)
