"""`minori doctor`, `backup`, `restore`, `check`."""

from __future__ import annotations

import shutil
from pathlib import Path

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


def test_check() -> None:
    assert minori("check", "--json").rows == []
