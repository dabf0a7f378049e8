"""A deleted card is in no table and in no file of the database any more, and in nothing that others were offered."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.adapters.storage.database import Database, open_database
from bot.core.coaching.cards.models import CardField, Entry, EntryState, FieldGroup, Reach, SubjectKind, Use, UseSource
from bot.core.coaching.cards.service import CardService
from bot.core.people import Member
from tests.databases import prepared_sqlite
from tests.unit.core.coaching.cards.bench import HandClock, House
from tests.unit.core.coaching.cards.samples import NOW, TANAKA, UMINO

WORDS = "ひみつの製法7781"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(prepared_sqlite(tmp_path / "minori.sqlite3"))
    yield opened
    opened.close()


def files(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("minori.sqlite3*")))


def encoded() -> tuple[bytes, ...]:
    """As text, and as JSON may write it."""
    return WORDS.encode(), WORDS.encode("unicode_escape"), b"7781"


def sealed(folder: Path, id: str) -> list[bytes]:
    """What stands in the database of a card, its versions and the uses offered from it."""
    with closing(sqlite3.connect(folder / "minori.sqlite3")) as connection:
        rows = connection.execute(
            "SELECT body FROM value_card WHERE id = ?1 UNION ALL SELECT body FROM value_card_version WHERE card_id = ?1"
            " UNION ALL SELECT body FROM value_card_use WHERE reference = ?1",
            (id,),
        )
        return [bytes(body) for (body,) in rows]


def is_in(body: bytes, files: bytes) -> bool:
    """Is any of it there? What is long lies on several pages."""
    return any(body[start : start + 40] in files for start in range(0, len(body) - 40, 20))


def made(service: CardService, member: Member, walk_id: str, words: str) -> str:
    entry = Entry(words=words, state=EntryState.SAID, by_id=member.id, at=NOW)
    card = service.made(
        walk_id=walk_id,
        company_id=member.company.id if member.company else "",
        subject_kind=SubjectKind.TECHNOLOGY,
        trade="food",
        entries={CardField.SUBJECT: entry, CardField.FUNCTION: entry},
        by_id=member.id,
        confirmed_by=member.id,
    )
    return card.id


def lived(database: Database) -> tuple[CardService, str]:
    """A card that was shared, put right, and offered to another firm."""
    service = CardService(store=database.value_cards, directory=House(), clock=HandClock())
    id = made(service, TANAKA, "w1", WORDS * 50)
    other = made(service, UMINO, "w2", "塩を減らす")
    service.share(id, version=1, reach={FieldGroup.VALUE: Reach.REGION}, by=TANAKA, has_read_caution=True)
    service.correct(id, version=2, typed={CardField.FUNCTION: f"{WORDS}を運ぶ"}, by=TANAKA)
    offered = Use(id="u", source=UseSource.CARD, reference=id, name=WORDS, suffers=WORDS, reason=WORDS, quote=WORDS)
    service.offer_uses(other, uses=[offered])
    return service, id


def test_the_words_of_a_deleted_card_are_in_no_file(database: Database, tmp_path: Path) -> None:
    service, id = lived(database)
    there = sealed(tmp_path, id)
    assert len(there) == 5
    assert all(is_in(one, files(tmp_path)) for one in there)

    service.delete(id, by=TANAKA)

    left = files(tmp_path)
    assert not [one for one in encoded() if one in left]
    assert not [one for one in there if is_in(one, left)]
    # The press that deletes it quotes it, and is only now forgotten.
    assert [database.value_cards.leave_no_traces() for _ in range(3)] == [1, 1, 0]
    assert [use for card in database.value_cards.of_company("umi") for use in card.uses] == []


def test_where_somebody_reads_at_that_moment_it_is_done_the_next_time(database: Database, tmp_path: Path) -> None:
    service, id = lived(database)
    there = sealed(tmp_path, id)
    with closing(sqlite3.connect(tmp_path / "minori.sqlite3")) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM value_card").fetchone()
        service.delete(id, by=TANAKA)
        assert any(is_in(one, files(tmp_path)) for one in there)
        reader.execute("ROLLBACK")

    assert database.value_cards.leave_no_traces() == 1
    left = files(tmp_path)
    assert not [one for one in encoded() if one in left]
    assert not [one for one in there if is_in(one, left)]
