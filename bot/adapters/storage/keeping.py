"""Backup to one file, and back. SQLite only; PostgreSQL has `pg_dump`.

A backup is a zip of `manifest.json` and `minori.sqlite3`: a copy made by SQLite's online backup while others read and
write. A restore believes nothing: it checks sums, integrity and schema before it touches what is there, replaces the
database by one atomic rename, and leaves the replaced one beside it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from bot.adapters.storage.archive import Manifest, read_archive, write_archive
from bot.adapters.storage.engine import opening_lock, sqlite_path
from bot.adapters.storage.migrating import known_revisions
from bot.adapters.storage.plain_reasons import sqlite_reason
from bot.core.clock import Clock, SystemClock
from bot.errors import StorageError, UsageError

_PERSONS_TABLES = ("guide", "question", "handover")
_AT_ONCE = 1024


@dataclass(frozen=True, kw_only=True, slots=True)
class BackupReport:
    """What was backed up. `size` in bytes, of the backup file."""

    path: Path
    made_at: datetime
    size: int
    guides: int
    questions: int
    corpus_revision: int


@dataclass(frozen=True, kw_only=True, slots=True)
class RestoreReport:
    """What was restored. `kept_aside` is the replaced database, or None where there was none; `keys` are the ids of
    the keys that open what is sealed in it, which are in no backup."""

    made_at: datetime
    guides: int
    questions: int
    kept_aside: Path | None
    keys: frozenset[str] = frozenset()


def backup(url_or_path: str | Path, *, to: Path, overwrite: bool = False, clock: Clock | None = None) -> BackupReport:
    """Write one file with everything; it appears whole or not at all. Safe beside a running server.

    Raises UsageError where the file exists and `overwrite` is not said, or the database is not SQLite; StorageError
    where the database is damaged or the disk refuses.
    """
    source = _required_path(url_or_path)
    if to.exists() and not overwrite:
        raise UsageError("storage-backup-exists", path=str(to))
    if not source.is_file():
        raise UsageError("storage-backup-nothing", path=str(source))
    made_at = (clock or SystemClock()).now()
    with _plain_errors():
        to.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".minori-backup-", dir=to.parent) as folder:
            copy = Path(folder) / "minori.sqlite3"
            _copy_online(source, copy)
            manifest = _describe(copy, made_at)
            part = Path(folder) / "backup.zip"
            write_archive(part, copy, manifest)
            part.replace(to)
        _sync_folder(to.parent)
    return BackupReport(
        path=to,
        made_at=made_at,
        size=to.stat().st_size,
        guides=manifest.guides,
        questions=manifest.questions,
        corpus_revision=manifest.corpus_revision,
    )


def restore(
    url_or_path: str | Path, *, backup_file: Path, overwrite: bool = False, clock: Clock | None = None
) -> RestoreReport:
    """Put a backup in the place of the database. An older schema is brought up to date at the next opening.

    Raises UsageError where data is there and `overwrite` is not said; StorageError where the backup is damaged, was
    made by a newer Minori, or another process has the database open. In every such case nothing was changed.
    """
    target = _required_path(url_or_path)
    if not backup_file.is_file():
        raise UsageError("storage-restore-no-file", path=str(backup_file))
    with _plain_errors():
        target.parent.mkdir(parents=True, exist_ok=True)
        with opening_lock(target), TemporaryDirectory(prefix=".minori-restore-", dir=target.parent) as folder:
            staged = Path(folder) / "minori.sqlite3"
            manifest = read_archive(backup_file, into=staged)
            _verify(staged)
            _forget_indexes(staged)
            if target.exists() and not overwrite and _holds_data(target):
                raise UsageError("storage-restore-has-data", path=str(target))
            keys = _known_keys(staged)
            kept_aside = _replace(target, staged, (clock or SystemClock()).now())
    return RestoreReport(
        made_at=manifest.made_at,
        guides=manifest.guides,
        questions=manifest.questions,
        kept_aside=kept_aside,
        keys=keys,
    )


def _required_path(url_or_path: str | Path) -> Path:
    path = sqlite_path(url_or_path)
    if path is None:
        raise UsageError("storage-backup-sqlite-only")
    return path


def _copy_online(source: Path, copy: Path) -> None:
    with closing(_connect(source)) as origin, closing(_connect(copy)) as target:
        origin.backup(target, pages=_AT_ONCE, sleep=0.01)
        # One file, whole by itself: no -wal beside it.
        target.execute("PRAGMA journal_mode = DELETE")
    _verify(copy)


def _describe(copy: Path, made_at: datetime) -> Manifest:
    with closing(_connect(copy)) as connection:
        counts = {table: _count(connection, table) for table in ("guide", "question")}
        return Manifest(
            made_at=made_at,
            schema_revision=_schema_revision(connection),
            corpus_revision=connection.execute("SELECT coalesce(sum(revision), 0) FROM corpus").fetchone()[0],
            guides=counts["guide"],
            questions=counts["question"],
        )


def _verify(path: Path) -> None:
    """Raise StorageError unless the file is a sound database of ours."""
    with closing(_connect(path)) as connection:
        if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise StorageError("backup", "the database inside is damaged")
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise StorageError("backup", "the database inside has rows that belong to nothing")
        if _schema_revision(connection) not in known_revisions():
            raise StorageError("backup", "the database inside was made by a newer Minori, or by another program")


def _forget_indexes(path: Path) -> None:
    """The index builds on this disk belong to another history of the database; they are rebuilt once."""
    with closing(_connect(path)) as connection:
        connection.execute("DELETE FROM index_pointer")


def _holds_data(path: Path) -> bool:
    """True for anything but an empty database of ours; a damaged file may hold what can still be saved."""
    try:
        with closing(_connect(path)) as connection:
            return any(_count(connection, table) for table in _PERSONS_TABLES)
    except sqlite3.Error:
        return path.stat().st_size > 0


def _replace(target: Path, staged: Path, now: datetime) -> Path | None:
    """Swap by one rename: at no moment is there no database. The old one gets a second name first."""
    _sync_file(staged)
    kept_aside = None
    if target.exists():
        _close_down(target)
        kept_aside = target.with_name(f"{target.name}.replaced-{now:%Y%m%dT%H%M%S%f}Z")
        try:
            os.link(target, kept_aside)
        except OSError:  # a file system without hard links
            copyfile(target, kept_aside)
            _sync_file(kept_aside)
    staged.replace(target)
    _sync_folder(target.parent)
    return kept_aside


def _close_down(path: Path) -> None:
    """Fold the write-ahead log into the file; SQLite does that only for whoever has the database to themselves."""
    try:
        with closing(_connect(path, patience_s=1.0)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError as error:
        if "locked" in str(error):
            reason = "another process has the database open; stop `minori` and restore again"
            raise StorageError("database", reason) from error
        # A damaged file cannot be folded; its log is of no use without it, and must not meet the restored one.
        for suffix in ("-wal", "-shm"):
            log = path.with_name(path.name + suffix)
            if log.exists():
                log.replace(log.with_name(log.name + ".replaced"))


def _connect(path: Path, *, patience_s: float = 10.0) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None, timeout=patience_s)


def _count(connection: sqlite3.Connection, table: str) -> int:
    # The names are the constants above.
    found: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
    return found


def _schema_revision(connection: sqlite3.Connection) -> str:
    try:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])
    except (sqlite3.OperationalError, TypeError):
        return ""


def _known_keys(path: Path) -> frozenset[str]:
    with closing(_connect(path)) as connection:
        try:
            return frozenset(id for (id,) in connection.execute("SELECT id FROM sealing_key"))
        except sqlite3.OperationalError:  # a schema from before there were any
            return frozenset()


def _sync_file(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _plain_errors() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise StorageError("database", sqlite_reason(str(error), type(error).__name__)) from error
    except OSError as error:
        raise StorageError("backup", f"{error.strerror}; check the folder, its permissions and free space") from error
