from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.adapters.storage.database import open_database
from bot.adapters.storage.keeping import backup, restore
from bot.adapters.storage.key_file import beside
from bot.core.clock import VirtualClock
from bot.errors import KeysNotFit, StorageError, UsageError

CLOCK = VirtualClock(datetime(2026, 10, 1, 12, 0, tzinfo=UTC))


def make(path: Path, *questions: str) -> Path:
    database = open_database(path)
    for name in questions:
        database.questions.record(
            question_id=name,
            conversation_id="c",
            asked_at=CLOCK.now(),
            locale="ja",
            text="文",
            state="answered",
            answer={},
            duration_ms=1,
        )
    database.index_pointers.swap("lexical", build_id="a", fingerprint="1")
    database.close()
    return path


def questions(path: Path, *, keys: Path | None = None) -> list[str]:
    database = open_database(path, key_file=keys)
    found = sorted(question.id for question in database.questions.latest("c", 99))
    assert database.check() == []
    database.close()
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "data" / "minori.sqlite3", "q1", "q2")


@pytest.fixture
def kept(path: Path, tmp_path: Path) -> Path:
    return backup(path, to=tmp_path / "kept" / "backup.zip", clock=CLOCK).path


def refused(path: Path, kept: Path) -> str:
    """Restoring fails with a StorageError; nothing is changed and nothing is left lying about."""
    before, names = questions(path), sorted(one.name for one in path.parent.iterdir())
    with pytest.raises(StorageError) as error:
        restore(path, backup_file=kept, overwrite=True)
    assert questions(path) == before
    assert sorted(one.name for one in path.parent.iterdir()) == names
    return error.value.reason


def rewrite(kept: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    with ZipFile(kept) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with ZipFile(kept, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def with_database(parts: dict[str, bytes], content: bytes) -> None:
    """Replace the database and make size and sum agree, as a clever attacker would."""
    manifest = json.loads(parts["manifest.json"])
    manifest |= {"size": len(content), "sha256": sha256(content).hexdigest()}
    parts["minori.sqlite3"], parts["manifest.json"] = content, json.dumps(manifest).encode()


def test_a_backup_is_one_private_file_that_restores_into_an_empty_place(path: Path, kept: Path, tmp_path: Path) -> None:
    assert [one.name for one in kept.parent.iterdir()] == ["backup.zip"]
    assert kept.stat().st_mode & 0o077 == 0
    report = restore(tmp_path / "new" / "minori.sqlite3", backup_file=kept)
    assert (report.questions, report.kept_aside, report.made_at) == (2, None, CLOCK.now())
    with pytest.raises(KeysNotFit) as apart:
        questions(tmp_path / "new" / "minori.sqlite3")
    assert apart.value.key == "sealing-key-missing"
    assert questions(tmp_path / "new" / "minori.sqlite3", keys=beside(path)) == ["q1", "q2"]


def test_a_backup_beside_an_open_database_is_of_one_moment(path: Path, tmp_path: Path) -> None:
    database = open_database(path)
    database.questions.record_failure(where="x", error=ValueError())
    report = backup(path, to=tmp_path / "b.zip", clock=CLOCK)
    assert (report.questions, report.guides, report.size) == (2, 0, (tmp_path / "b.zip").stat().st_size)
    database.close()


def test_a_restore_keeps_the_replaced_database_aside(path: Path, kept: Path) -> None:
    make(path, "q3")
    with pytest.raises(UsageError) as data:
        restore(path, backup_file=kept)
    assert data.value.key == "storage-restore-has-data"
    report = restore(path, backup_file=kept, overwrite=True, clock=CLOCK)
    assert questions(path) == ["q1", "q2"]
    assert report.kept_aside is not None
    assert questions(report.kept_aside) == ["q1", "q2", "q3"]


def test_an_empty_database_is_no_data(tmp_path: Path, path: Path, kept: Path) -> None:
    fresh = make(tmp_path / "fresh" / "minori.sqlite3")
    restore(fresh, backup_file=kept)
    with pytest.raises(KeysNotFit) as another:
        questions(fresh)
    assert another.value.key == "sealing-key-another"
    assert questions(fresh, keys=beside(path)) == ["q1", "q2"]


def test_a_restore_forgets_which_indexes_were_served(path: Path, kept: Path) -> None:
    restore(path, backup_file=kept, overwrite=True)
    database = open_database(path)
    assert database.index_pointers.get("lexical") is None
    database.close()


def test_a_restore_beside_an_open_database_is_refused(path: Path, kept: Path) -> None:
    database = open_database(path)
    database.corpus_revision()
    with pytest.raises(StorageError) as busy:
        restore(path, backup_file=kept, overwrite=True)
    assert "another process" in busy.value.reason
    assert database.check() == []
    database.close()
    assert questions(path) == ["q1", "q2"]


def test_a_damaged_database_can_be_replaced(path: Path, kept: Path) -> None:
    path.write_bytes(b"no database " * 1000)
    with pytest.raises(UsageError):
        restore(path, backup_file=kept)
    report = restore(path, backup_file=kept, overwrite=True)
    assert questions(path) == ["q1", "q2"]
    assert report.kept_aside is not None
    assert report.kept_aside.read_bytes().startswith(b"no database")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_backup_that_was_cut_off_is_refused(path: Path, kept: Path, share: float) -> None:
    content = kept.read_bytes()
    kept.write_bytes(content[: int(len(content) * share)])
    assert "damaged" in refused(path, kept)


def test_a_backup_with_a_changed_byte_is_refused(path: Path, kept: Path) -> None:
    content = bytearray(kept.read_bytes())
    content[len(content) // 3] ^= 0xFF
    kept.write_bytes(content)
    assert "damaged" in refused(path, kept)


def test_a_backup_whose_database_was_exchanged_is_refused(path: Path, kept: Path) -> None:
    rewrite(kept, lambda parts: parts.update({"minori.sqlite3": parts["minori.sqlite3"][:-1] + b"x"}))
    assert "check sum" in refused(path, kept)


def test_a_database_that_is_larger_than_it_says_is_not_unpacked_further(path: Path, kept: Path) -> None:
    rewrite(kept, lambda parts: parts.update({"minori.sqlite3": bytes(5_000_000)}))
    assert "check sum" in refused(path, kept)


def test_a_backup_with_a_damaged_database_inside_is_refused(path: Path, kept: Path) -> None:
    def damage(parts: dict[str, bytes]) -> None:
        content = bytearray(parts["minori.sqlite3"])
        content[4096:12288] = b"\xff" * 8192
        with_database(parts, bytes(content))

    rewrite(kept, damage)
    assert "damaged" in refused(path, kept)


def test_files_of_other_programs_are_refused(path: Path, kept: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite3"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    content = other.read_bytes()
    rewrite(kept, lambda parts: with_database(parts, content))
    assert "another program" in refused(path, kept)
    rewrite(kept, lambda parts: parts.update({"../evil": b"x"}))
    assert "not a backup" in refused(path, kept)
    kept.write_bytes(b"plain text")
    assert "not a backup" in refused(path, kept)


def test_a_backup_never_overwrites_unasked_and_needs_something_to_back_up(
    path: Path, kept: Path, tmp_path: Path
) -> None:
    with pytest.raises(UsageError) as exists:
        backup(path, to=kept)
    assert exists.value.key == "storage-backup-exists"
    backup(path, to=kept, overwrite=True)
    with pytest.raises(UsageError) as nothing:
        backup(tmp_path / "none.sqlite3", to=tmp_path / "b.zip")
    assert nothing.value.key == "storage-backup-nothing"
    assert not (tmp_path / "none.sqlite3").exists()
    with pytest.raises(UsageError) as missing:
        restore(path, backup_file=tmp_path / "none.zip")
    assert missing.value.key == "storage-restore-no-file"


def test_a_damaged_database_is_not_backed_up(path: Path, tmp_path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:12288] = b"\xff" * 8192
    path.write_bytes(content)
    with pytest.raises(StorageError):
        backup(path, to=tmp_path / "b.zip")
    assert not (tmp_path / "b.zip").exists()


def test_another_kind_of_database_has_its_own_tools(tmp_path: Path) -> None:
    for attempt in (
        lambda: backup("postgresql+psycopg://host/minori", to=tmp_path / "b.zip"),
        lambda: restore("postgresql+psycopg://host/minori", backup_file=tmp_path / "b.zip"),
    ):
        with pytest.raises(UsageError) as unsuited:
            attempt()
        assert unsuited.value.key == "storage-backup-sqlite-only"
