"""`minori doctor`, `backup`, `restore`, `check`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.bootstrap import open_library
from bot.bootstrap_coaching import make_card_service, make_walk_service
from bot.bootstrap_erasing import erase_again, note_erased
from bot.core.coaching.cards.models import CardField, Entry, EntryState, SubjectKind
from bot.core.coaching.walks.given import NewWalk
from bot.core.coaching.walks.models import WalkLength
from bot.core.coaching.walks.results import Act, Done, Here
from bot.demo import load_demo, seed_people
from bot.settings import Settings
from tests.cli.commands import inside as minori

OFF = {"MINORI_BUNDLED_GUIDES": "off"}


def well(rows: list[dict[str, object]]) -> dict[object, object]:
    """What was looked at, and whether it is well."""
    return {row["what"]: row["ok"] for row in rows}


def test_doctor_well(used_data: Path) -> None:
    ran = minori("doctor", "--json")
    assert set(ran.rows[0]) == {"what", "ok", "text", "do"}
    assert set(well(ran.rows)) >= {"settings", "disk", "database", "guides", "indexes", "file_guard", "model"}
    assert all(well(ran.rows).values())
    plain = minori("doctor", env={"MINORI_CHAT_API_KEY": "hunter2", "MINORI_LOCALE": "en"})
    assert "hunter2" not in plain.out + plain.err
    assert "○ Database: in order" in plain.out


def test_doctor_with_a_damaged_database(used_data: Path) -> None:
    (used_data / "minori.sqlite3").write_bytes(b"garbage" * 1000)
    rows = minori("doctor", "--json", status=1).rows
    assert well(rows)["database"] is False
    assert "minori restore" in next(str(row["do"]) for row in rows if row["what"] == "database")
    assert "minori doctor" in minori("ask", "質問です", status=1).err


def test_doctor_mends_damaged_indexes(used_data: Path) -> None:
    shutil.rmtree(used_data / "indexes" / "vector")
    for file in (used_data / "indexes" / "lexical").rglob("*.store"):
        file.write_bytes(b"garbage")
    ran = minori("doctor")
    assert "作り直しました" in ran.out
    assert "問題ありません" in minori("doctor").out


def test_doctor_where_nothing_can_be_written(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x", encoding="utf-8")
    env = {"MINORI_DATA_DIR": str(file / "data")}
    rows = minori("doctor", "--json", status=1, env=env).rows
    assert well(rows)["database"] is False
    assert "MINORI_DATA_DIR" in minori("ask", "質問です", status=1, env=env).err


def test_doctor_with_wrong_models_says_which_setting(used_data: Path) -> None:
    env = {"MINORI_CHAT_MODEL": "nobody:nothing", "MINORI_EMBEDDER": "nobody:nothing", "MINORI_LOG_LEVEL": "error"}
    ran = minori("doctor", "--json", status=1, env=env)
    assert (well(ran.rows)["model"], well(ran.rows)["indexes"]) == (False, False)
    told = {row["what"]: f"{row['text']} {row['do']}" for row in ran.rows}
    assert "MINORI_CHAT_MODEL" in told["model"]
    assert "MINORI_EMBEDDER" in told["indexes"]


def test_backup_and_restore(used_data: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.zip"
    minori("ask", "冥王星の衛星はいくつありますか", "--hand-over")
    assert "20" in minori("backup", kept).out
    minori("backup", kept, status=2)
    minori("backup", kept, "--overwrite")
    assert minori("restore", kept, status=2).out == ""
    minori("guides", "retire", "trial-sheet")
    restored = minori("restore", kept, "--overwrite")
    assert len(restored.out.splitlines()) == 2
    (row,) = minori("ask", "実証シートには何を書きますか？", "--json").rows
    assert row["citations"][0]["guide"] == "trial-sheet"
    minori("restore", tmp_path / "nowhere.zip", "--overwrite", status=2)


def told(used_data: Path) -> tuple[str, str]:
    """A walk and a card on record; their ids."""
    with open_library(Settings(data_dir=used_data)) as library:
        seed_people(library, load_demo())
        (yamada,) = [one for one in library.database.people.people() if one.address == "U01YAMADA"]
        assert yamada.company is not None
        new = NewWalk(length=WalkLength.TEN_MINUTES, locale="ja", trade="metalworking", subject="機械カバー")
        act = Act(by=yamada, here=Here(conversation="D1", present=(yamada,)), request_id="r1")
        begun = make_walk_service(library).start(new, act=act)
        assert isinstance(begun, Done)
        card = make_card_service(library).made(
            walk_id="another",
            company_id=yamada.company.id,
            subject_kind=SubjectKind.TECHNOLOGY,
            trade="metalworking",
            entries={CardField.SUBJECT: Entry(words="機械カバー", state=EntryState.SAID, by_id=yamada.id)},
            by_id=yamada.id,
            confirmed_by=yamada.id,
        )
    return begun.walk.id, card.id


def erase(used_data: Path, walk_id: str, card_id: str) -> None:
    """Its owner deletes both."""
    with open_library(Settings(data_dir=used_data)) as library:
        (yamada,) = [one for one in library.database.people.people() if one.address == "U01YAMADA"]
        act = Act(by=yamada, here=Here(conversation="D1", present=(yamada,)), request_id="r2")
        assert isinstance(make_walk_service(library).erase(walk_id, act=act), Done)
        make_card_service(library).delete(card_id, by=yamada)
        assert note_erased(library) == 0


@pytest.mark.parametrize("is_gone", [False, True], ids=["replaced", "the database is lost"])
def test_what_was_deleted_since_a_backup_is_deleted_again_when_it_is_restored(
    used_data: Path, tmp_path: Path, is_gone: bool
) -> None:
    ids, kept = told(used_data), tmp_path / "kept.zip"
    minori("backup", kept)
    erase(used_data, *ids)
    if is_gone:
        (used_data / "minori.sqlite3").unlink()
    else:
        (used_data / "keys" / "erased.json").unlink()
    assert "（2 件）" in minori("restore", kept, "--overwrite").out
    with open_library(Settings(data_dir=used_data)) as library:
        walk = library.database.walks.by_id(ids[0])
        assert walk is not None
        assert walk.is_gone
        assert library.database.value_cards.by_id(ids[1]) is None
        assert erase_again(library) == 0
    rows = minori("audit", "--json").rows
    assert {(row["subject_kind"], row["action"]) for row in rows} >= {("walk", "erased"), ("value_card", "erased")}


def test_check() -> None:
    assert minori("check", "--json").rows == []
