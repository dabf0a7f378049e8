from __future__ import annotations

import multiprocessing
import os
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, text

from bot.adapters.sentences import LOCALES, FluentSentences
from bot.adapters.storage.database import Database, open_database
from bot.adapters.storage.engine import reading, writing
from bot.core.clock import SystemClock, VirtualClock
from bot.core.guides.loading import FileToAdd
from bot.core.guides.models import Block, BlockKind, ExtractedDocument, GuideDetails, NewRelease, Passage
from bot.core.guides.service import GuideService
from bot.core.handovers.models import OPEN_STATES, HandOverState
from bot.errors import StorageError
from tests.fakes.document_reader import FakeDocumentReader

CLOCK = VirtualClock(datetime(2026, 10, 1, tzinfo=UTC))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "資料 50%" / "minori.sqlite3"


@pytest.fixture
def in_file(path: Path) -> Iterator[Database]:
    """A database of SQLite, where a test looks at its file."""
    opened = open_database(path, clock=CLOCK)
    yield opened
    opened.close()


@pytest.fixture
def database(database_address: str | Path) -> Iterator[Database]:
    """A database of each kind."""
    opened = open_database(database_address, clock=CLOCK)
    yield opened
    opened.close()


def publish(database: Database, guide_id: str = "meet", count: int = 3) -> None:
    details = GuideDetails(id=guide_id, title="題", edition_on=date(2026, 4, 1))
    document = ExtractedDocument(blocks=(Block(kind=BlockKind.PARAGRAPH, text="文。"),))
    with database.guides_work() as work:
        number = work.guides.next_number(guide_id)
        passages = [
            Passage(
                id=f"{guide_id}@{number}/{ordinal}",
                guide_id=guide_id,
                release_number=number,
                ordinal=ordinal,
                heading_path=(),
                text="文。",
            )
            for ordinal in range(1, count + 1)
        ]
        release = NewRelease(details=details, original=b"x", file_name="a.md", bundled=False, document=document)
        work.guides.publish(release, passages)
        work.commit()


def add_guides(path: str, name: str, count: int) -> None:
    """In a process of its own: add editions one command each."""
    database = open_database(path)
    guides = GuideService(reader=FakeDocumentReader(), start=database.guides_work, clock=SystemClock())
    for edition in range(count):
        own, shared = f"{name} {edition}。", f"{name} の共有 {edition}。"
        guides.add(
            files=[
                FileToAdd(file_name=f"{name}.md", content=f"\n\n{own}".encode()),
                FileToAdd(file_name="shared.md", content=f"\n\n{shared}".encode()),
            ]
        )
    database.close()


def test_every_connection_keeps_the_rules(in_file: Database) -> None:
    with reading(in_file.engine) as connection:
        found = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "busy_timeout", "foreign_keys")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "busy_timeout": 10_000, "foreign_keys": 1}


def test_a_write_takes_the_lock_before_its_first_statement(in_file: Database, path: Path) -> None:
    other = sqlite3.connect(path, timeout=0, isolation_level=None)
    with writing(in_file.engine), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    other.execute("BEGIN IMMEDIATE")
    other.close()


def test_a_reader_sees_one_moment_and_waits_for_no_writer(database: Database) -> None:
    publish(database)
    with reading(database.engine) as connection:
        first = connection.execute(text("SELECT revision FROM corpus")).scalar()
        publish(database)
        assert connection.execute(text("SELECT revision FROM corpus")).scalar() == first == 1
    assert database.corpus_revision() == 2


def test_two_processes_adding_at_once_both_succeed(database_address: str | Path) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=add_guides, args=(str(database_address), name, 4)) for name in ("甲", "乙")]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0]
    database = open_database(database_address)
    assert database.check() == []
    assert database.corpus_revision() == 16
    with database.guides_work(writing=False) as work:
        counts = {name: len(work.guides.releases(name)) for name in ("甲", "乙", "shared")}
    database.close()
    assert counts == {"甲": 4, "乙": 4, "shared": 8}


def test_passages_by_id_and_neighbours(database: Database) -> None:
    publish(database)
    publish(database)
    assert list(database.passages_by_id(["meet@2/3", "none@1/1", "meet@1/1"])) == ["meet@2/3", "meet@1/1"]
    assert [one.id for one in database.neighbours("meet@1/1")] == ["meet@1/1", "meet@1/2"]
    assert [one.id for one in database.neighbours("meet@2/2")] == ["meet@2/1", "meet@2/2", "meet@2/3"]
    assert database.neighbours("none@1/1") == []
    assert [one.id for one in database.current_passages()] == ["meet@2/1", "meet@2/2", "meet@2/3"]
    assert database.current_releases()["meet"].number == 2
    assert database.corpus() == (2, list(database.current_passages()))
    assert len(database.passages_by_id([f"meet@1/{number}" for number in range(1200)])) == 3


def test_workspaces_do_not_see_each_other(in_file: Database, path: Path) -> None:
    publish(in_file)
    other = open_database(path, workspace_id="another")
    assert (other.corpus_revision(), other.current_releases(), list(other.current_passages())) == (0, {}, [])
    publish(other)
    assert (other.corpus_revision(), in_file.corpus_revision()) == (1, 1)
    assert other.check() == []
    other.close()


def test_index_pointers_remember_the_build_before(database: Database) -> None:
    pointers = database.index_pointers
    assert pointers.get("lexical") is None
    pointers.swap("lexical", build_id="a", fingerprint="1")
    pointers.swap("vector", build_id="v", fingerprint="1")
    second = pointers.swap("lexical", build_id="b", fingerprint="2")
    assert (second.build_id, second.previous_build_id, second.previous_fingerprint) == ("b", "a", "1")
    same = pointers.swap("lexical", build_id="b", fingerprint="3")
    assert (same.fingerprint, same.previous_build_id) == ("3", "a")
    assert pointers.get("lexical") == same
    assert same.swapped_at == datetime(2026, 10, 1, tzinfo=UTC)


def test_embeddings_are_kept_by_embedder_and_text(database: Database) -> None:
    cache = database.embedding_cache
    cache.put_many("local", {f"文{number}": [number, 0.5] for number in range(1200)})
    cache.put_many("local", {"文1": [-1.0]})
    cache.put_many("local", {})
    found = cache.get_many("local", ["文0", "文1", "文1199", "ほか"])
    assert {name: list(vector) for name, vector in found.items()} == {
        "文0": [0.0, 0.5],
        "文1": [-1.0],
        "文1199": [1199.0, 0.5],
    }
    assert cache.get_many("other", ["文0"]) == {}


def test_a_question_has_one_state_and_a_hand_over_is_a_record(database: Database) -> None:
    asked = {"conversation_id": "c1", "text": "何を持っていく？", "locale": "ja"}
    at = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)
    for number in range(3):
        database.questions.record(
            question_id=f"q{number}",
            asked_at=at + timedelta(minutes=number),
            state="not_in_guides",
            answer={"text": "ありません", "near": ["準備"]},
            duration_ms=12,
            **asked,
        )
    handover_id = database.questions.hand_over(question_id="q1", **asked)
    assert database.questions.hand_over(question_id="q1", **asked) == handover_id
    newest, middle = database.questions.latest("c1", 2)
    assert (newest.id, newest.state, newest.asked_at) == ("q2", "not_in_guides", at + timedelta(minutes=2))
    assert (middle.id, middle.state, dict(middle.answer)["near"]) == ("q1", "handed_over", ["準備"])
    (waiting,) = database.handovers.in_state(OPEN_STATES)
    assert (waiting.id, waiting.question_id, waiting.text) == (handover_id, "q1", "何を持っていく？")
    assert database.handovers.in_state({HandOverState.ANSWERED}) == []
    assert database.questions.latest("c2") == []


def test_recording_a_question_again_changes_nothing(database: Database) -> None:
    now = datetime(2026, 10, 1, tzinfo=UTC)
    for state in ("answered", "failed"):
        database.questions.record(
            question_id="q",
            conversation_id="c",
            asked_at=now,
            locale="en",
            text="t",
            state=state,
            answer={},
            duration_ms=1,
        )
    assert [one.state for one in database.questions.latest("c")] == ["answered"]


def test_a_failure_has_a_reference_and_no_words(in_file: Database, path: Path) -> None:
    reference = in_file.questions.record_failure(where="answering", error=ValueError("秘密の言葉"))
    assert len(reference) == 8
    assert reference.startswith("M-")
    kept = in_file.questions.failure(reference)
    assert kept is not None
    assert (kept.where, kept.error_type) == ("answering", "builtins.ValueError")
    assert in_file.questions.failure("M-000000") is None
    in_file.close()
    assert "秘密の言葉".encode() not in path.read_bytes()


def test_naive_moments_are_refused(database: Database) -> None:
    with pytest.raises(StorageError):
        database.questions.record(
            question_id="q",
            conversation_id="c",
            asked_at=datetime(2026, 10, 1),  # noqa: DTZ001
            locale="ja",
            text="t",
            state="answered",
            answer={},
            duration_ms=1,
        )


def test_a_sound_database_has_no_problems(database: Database) -> None:
    assert database.check() == []
    publish(database)
    assert database.check() == []


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        ("DELETE FROM passage WHERE ordinal = 2", "storage-check-passages"),
        ("UPDATE release SET state = 'superseded'", "storage-check-states"),
        ("UPDATE original SET content = x'00'", "storage-check-original"),
        ("DELETE FROM corpus", "storage-check-revision"),
        ("DELETE FROM release", "storage-check-orphans"),
        ("UPDATE alembic_version SET version_num = '0000'", "storage-check-schema"),
    ],
)
def test_each_kind_of_damage_is_found_and_said(
    in_file: Database, path: Path, damage: str, expected: str, sentences: FluentSentences
) -> None:
    publish(in_file)
    with sqlite3.connect(path) as other:  # foreign keys are off here
        other.execute(damage)
    other.close()
    (problem,) = in_file.check()
    assert problem.key == expected
    assert all(sentences.say(problem, locale=locale) for locale in LOCALES)


def test_a_file_that_is_no_database_is_named_damaged(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"not a database at all, " * 500)
    with pytest.raises(StorageError) as damaged:
        open_database(path)
    assert "minori restore" in damaged.value.reason


def test_a_damaged_page_is_found(in_file: Database, path: Path) -> None:
    publish(in_file, count=200)
    in_file.close()
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = os.urandom(4096)
    path.write_bytes(content)
    problems = in_file.check()
    assert problems
    assert problems[0].key in ("storage-check-damaged", "storage-check-unreadable")


def test_a_full_disk_is_said_plainly_and_changes_nothing(in_file: Database) -> None:
    publish(in_file)
    with reading(in_file.engine) as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar()
    in_file.engine.dispose()

    def limit(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(in_file.engine, "connect", limit)
    with pytest.raises(StorageError) as full:
        publish(in_file, "big", count=3000)
    assert "disk is full" in full.value.reason
    assert full.value.__cause__ is not None
    assert (in_file.corpus_revision(), list(in_file.current_releases())) == (1, ["meet"])
    event.remove(in_file.engine, "connect", limit)


@pytest.fixture
def as_nobody() -> Iterator[None]:
    """Root may write anywhere; then a test of permissions needs another user."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    yield
    os.seteuid(0)


@pytest.fixture
def read_only_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("closed")
    parents = [folder, *folder.parents][:3]
    modes = [parent.stat().st_mode for parent in parents]
    for parent in parents[1:]:
        parent.chmod(0o755)
    folder.chmod(0o555)
    yield folder
    for parent, mode in zip(parents, modes, strict=True):
        parent.chmod(mode)


def test_a_folder_that_cannot_be_written_is_said_plainly(read_only_folder: Path, as_nobody: None) -> None:
    for place in (read_only_folder / "minori.sqlite3", read_only_folder / "new" / "minori.sqlite3"):
        with pytest.raises(StorageError) as closed:
            open_database(place)
        assert "cannot be written to" in closed.value.reason
        assert "MINORI_DATA_DIR" in closed.value.reason


def test_only_the_owner_may_read_the_database(in_file: Database, path: Path) -> None:
    publish(in_file)
    modes = {part.name: oct(part.stat().st_mode & 0o777) for part in path.parent.rglob("*")}
    assert modes.pop("keys") == "0o700"
    assert set(modes.values()) == {"0o600"}, modes
    assert "sealing.json" in modes


def test_a_database_in_memory_is_refused() -> None:
    with pytest.raises(StorageError):
        open_database("sqlite://")
