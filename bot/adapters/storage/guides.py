"""Guides in the database. Every method runs inside the transaction of its unit of work."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, insert, select, update

from bot.adapters.storage.rows import (
    PASSAGE_COLUMNS,
    RELEASE_COLUMNS,
    blocks_to_json,
    details_to_json,
    passage_from,
    passage_row,
    release_from,
    warnings_to_json,
)
from bot.adapters.storage.tables import corpus, guide, original, passage, release
from bot.core.clock import Clock
from bot.core.guides.models import NewRelease, Passage, Release, ReleaseState
from bot.errors import GuideNotFound


def reader_version() -> str:
    """The version of Minori that reads files now; a release remembers which one read it."""
    try:
        return version("minori")
    except PackageNotFoundError:
        return "0"


class SqlGuideRepository:
    """A GuideShelf on one open connection and one workspace."""

    def __init__(self, connection: Connection, *, workspace_id: str, clock: Clock) -> None:
        self._connection, self._workspace, self._clock = connection, workspace_id, clock

    def publish(self, release: NewRelease, passages: Sequence[Passage]) -> Release:
        guide_id, number = release.details.id, self.next_number(release.details.id)
        if any((one.guide_id, one.release_number) != (guide_id, number) for one in passages):
            raise ValueError(f"passages are not those of {guide_id}@{number}")
        replaces = self.previous_or_current(guide_id)
        digest = self._keep_original(release.original)
        if number == 1:
            self._add(guide, id=guide_id, created_at=self._clock.now())
        self._supersede(guide_id)
        self._add_release(release, number=number, replaces=replaces, digest=digest, count=len(passages))
        if passages:
            rows = [passage_row(one, self._workspace) for one in passages]
            self._connection.execute(insert(passage), rows)
        self._bump()
        return self._required(guide_id, number)

    def next_number(self, guide_id: str) -> int:
        newest = select(func.max(release.c.number)).where(self._of(guide_id))
        return (self._connection.execute(newest).scalar() or 0) + 1

    def releases(self, guide_id: str | None = None) -> Sequence[Release]:
        condition = self._here() if guide_id is None else self._of(guide_id)
        return self._read(condition)

    def current(self, guide_id: str) -> Release | None:
        return self._in_state(guide_id, ReleaseState.CURRENT)

    def previous(self, guide_id: str) -> Release | None:
        if self.current(guide_id) is None:
            return self._in_state(guide_id, ReleaseState.RETIRED)
        replaced = select(release.c.replaces).where(self._of(guide_id), release.c.state == ReleaseState.CURRENT.value)
        number = self._connection.execute(replaced).scalar()
        return None if number is None else self._required(guide_id, number)

    def previous_or_current(self, guide_id: str) -> int | None:
        """The number a new release takes the place of: the current one, else the one last cited."""
        present = self.current(guide_id) or self._in_state(guide_id, ReleaseState.RETIRED)
        return present.number if present else None

    def from_file(self, *, file_name: str, sha256: str) -> Sequence[Release]:
        return self._read(
            and_(
                self._here(),
                release.c.original_sha256 == sha256,
                release.c.file_name == file_name,
                release.c.reader_version == reader_version(),
            )
        )

    def set_current(self, guide_id: str, number: int) -> Release:
        wanted = self._required(guide_id, number)
        if wanted.state is ReleaseState.CURRENT:
            return wanted
        self._supersede(guide_id)
        self._set_state(self._of(guide_id, number), ReleaseState.CURRENT)
        self._bump()
        return self._required(guide_id, number)

    def retire(self, guide_id: str) -> Release:
        present = self.current(guide_id)
        if present is None:
            raise GuideNotFound("guides-not-found", guide=guide_id)
        self._set_state(self._of(guide_id, present.number), ReleaseState.RETIRED)
        self._bump()
        return self._required(guide_id, present.number)

    def passages(self, guide_id: str, number: int) -> Sequence[Passage]:
        condition = and_(
            passage.c.workspace_id == self._workspace, passage.c.guide_id == guide_id, passage.c.number == number
        )
        rows = self._connection.execute(select(*PASSAGE_COLUMNS).where(condition).order_by(passage.c.ordinal))
        return [passage_from(row) for row in rows]

    def original(self, sha256: str) -> bytes:
        found = select(original.c.content).where(
            original.c.workspace_id == self._workspace, original.c.sha256 == sha256
        )
        content: bytes | None = self._connection.execute(found).scalar()
        if content is None:
            raise GuideNotFound("guides-no-original", sha256=sha256)
        return content

    def revision(self) -> int:
        found = select(corpus.c.revision).where(corpus.c.workspace_id == self._workspace)
        return self._connection.execute(found).scalar() or 0

    def current_passages(self) -> Sequence[Passage]:
        return [passage_from(row) for row in self._connection.execute(current_passages(self._workspace))]

    def _add_release(self, new: NewRelease, *, number: int, replaces: int | None, digest: str, count: int) -> None:
        self._add(
            release,
            guide_id=new.details.id,
            number=number,
            state=ReleaseState.CURRENT.value,
            replaces=replaces,
            original_sha256=digest,
            file_name=new.file_name,
            bundled=new.bundled,
            reader_version=reader_version(),
            details=details_to_json(new.details),
            blocks=blocks_to_json(new.document.blocks),
            pages=new.document.pages,
            warnings=warnings_to_json(new.document.warnings),
            passage_count=count,
            loaded_at=self._clock.now(),
        )

    def _keep_original(self, content: bytes) -> str:
        digest = sha256(content).hexdigest()
        kept = select(original.c.size).where(original.c.workspace_id == self._workspace, original.c.sha256 == digest)
        if self._connection.execute(kept).scalar() is None:
            self._add(original, sha256=digest, content=content, size=len(content))
        return digest

    def _add(self, table: Any, **values: Any) -> None:
        self._connection.execute(insert(table).values(workspace_id=self._workspace, **values))

    def _supersede(self, guide_id: str) -> None:
        cited = release.c.state.in_([ReleaseState.CURRENT.value, ReleaseState.RETIRED.value])
        self._set_state(and_(self._of(guide_id), cited), ReleaseState.SUPERSEDED)

    def _set_state(self, condition: ColumnElement[bool], state: ReleaseState) -> None:
        self._connection.execute(update(release).where(condition).values(state=state.value))

    def _bump(self) -> None:
        condition = corpus.c.workspace_id == self._workspace
        bumped = update(corpus).where(condition).values(revision=corpus.c.revision + 1)
        if self._connection.execute(bumped).rowcount == 0:
            self._add(corpus, revision=1)

    def _in_state(self, guide_id: str, state: ReleaseState) -> Release | None:
        found = self._read(and_(self._of(guide_id), release.c.state == state.value))
        return found[-1] if found else None

    def _required(self, guide_id: str, number: int) -> Release:
        found = self._read(self._of(guide_id, number))
        if not found:
            raise GuideNotFound("guides-no-such-release", guide=guide_id, number=number)
        return found[0]

    def _read(self, condition: ColumnElement[bool]) -> list[Release]:
        statement = select(*RELEASE_COLUMNS).where(condition).order_by(release.c.guide_id, release.c.number)
        return [release_from(row) for row in self._connection.execute(statement)]

    def _here(self) -> ColumnElement[bool]:
        return release.c.workspace_id == self._workspace

    def _of(self, guide_id: str, number: int | None = None) -> ColumnElement[bool]:
        condition = and_(self._here(), release.c.guide_id == guide_id)
        return condition if number is None else and_(condition, release.c.number == number)


def current_passages(workspace_id: str) -> Any:
    """The statement that reads the passages of current releases, by guide id and ordinal."""
    joined = passage.join(
        release,
        and_(
            release.c.workspace_id == passage.c.workspace_id,
            release.c.guide_id == passage.c.guide_id,
            release.c.number == passage.c.number,
        ),
    )
    condition = and_(passage.c.workspace_id == workspace_id, release.c.state == ReleaseState.CURRENT.value)
    return select(*PASSAGE_COLUMNS).select_from(joined).where(condition).order_by(passage.c.guide_id, passage.c.ordinal)
