"""`minori guides …`: every format, all or nothing, editions, going back, retiring."""

from __future__ import annotations

from pathlib import Path

import pptx
import pytest

from tests.cli.commands import inside as minori
from tests.cli.commands import write
from tests.unit.adapters.document_readers.made_files import pdf_pages, saved, text_page, word, workbook

OFF = {"MINORI_BUNDLED_GUIDES": "off"}
RULES = "貸出の決まり\n\n測定器の貸出期間は、最長で{days}日間です。\n"


def talk(title: str, text: str) -> bytes:
    """A presentation with one slide."""
    presentation = pptx.Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    slide.shapes.title.text = title
    slide.placeholders[1].text = text
    return saved(presentation)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file of every format, and two that no reader takes."""
    home = tmp_path / "guides"
    write(home, "a.md", "# 一つめ\n\n## 使い方\n\n機械の使い方を読みます。\n")
    write(home, "b.txt", "二つめ\n\n倉庫の鍵は総務課にあります。\n", "cp932")
    write(home, "c.html", "<html><body><h1>三つめ</h1><p>窓口は二階にあります。</p></body></html>")
    write(home, "sub/d.csv", "道具,置き場所\n巻尺,三番の棚\n")
    (home / "e.pdf").write_bytes(pdf_pages([text_page(["五つめの冊子", "", "避難のときは正門へ向かいます。"])]))
    (home / "f.docx").write_bytes(word("六つめの文書です。日報は夕方に書きます。"))
    (home / "g.pptx").write_bytes(talk("七つめの発表", "発表の時間は十分です。"))
    (home / "h.xlsx").write_bytes(workbook([["品名", "数"], ["ねじ", 5]]))
    (home / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    write(home, ".hidden.md", "# 見えない\n")
    return home


def test_a_folder_with_every_format(folder: Path, data_dir: Path) -> None:
    planned = minori("guides", "add", folder, "--dry-run", "--json", env=OFF)
    assert [row["state"] for row in planned.rows] == ["new"] * 8
    assert "old.doc" in planned.err
    assert "hidden" not in planned.err
    assert minori("guides", "list", env=OFF).out.startswith("ガイドはまだ入っていません")

    added = minori("guides", "add", folder, "--region", "みなと市", "--json", env=OFF)
    assert {row["file"] for row in added.rows} == {row["file"] for row in planned.rows}
    assert {row["release"] for row in added.rows} == {1}
    assert {row["region"] for row in added.rows} == {"みなと市"}

    listed = minori("guides", "list", "--json", env=OFF).rows
    assert len(listed) == 8
    guide = next(row for row in listed if row["file_name"] == "b.txt")
    shown = minori("guides", "show", guide["id"], "--json", env=OFF).rows[0]
    assert "倉庫の鍵は総務課にあります。" in shown["passages"][0]["passage"]
    (answer,) = minori("ask", "倉庫の鍵はどこにありますか", "--json", env=OFF).rows
    assert [cited["guide"] for cited in answer["citations"]] == [guide["id"]]


def test_all_or_nothing(folder: Path, data_dir: Path) -> None:
    write(folder, "bad1.md", "")
    (folder / "bad2.pdf").write_bytes(b"%PDF-1.7 broken")
    for extra in ([], ["--dry-run"]):
        ran = minori("guides", "add", folder, *extra, status=1, env=OFF)
        assert ran.out == ""
        assert "bad1.md: " in ran.err
        assert "bad2.pdf: " in ran.err
    assert minori("guides", "list", "--json", env=OFF).rows == []


def test_wrong_use_of_adding(folder: Path, data_dir: Path) -> None:
    for arguments in (
        [folder / "a.md", folder / "b.txt", "--id", "x"],
        [folder, "--title", "x"],
        [folder / "nowhere.md"],
        [folder / "sub" / "empty"],
    ):
        (folder / "sub" / "empty").mkdir(exist_ok=True)
        assert minori("guides", "add", *arguments, status=2).out == ""
    assert not data_dir.exists()
    assert minori("guides", "add", folder / "old.doc", status=1, env=OFF).out == ""
    ran = minori("guides", "add", folder / "a.md", "--edition", "いつか", "--deadline", "x", status=1, env=OFF)
    assert "いつか" in ran.err


def test_editions(data_dir: Path, tmp_path: Path) -> None:
    def add(days: str, edition: str, *more: str, status: int = 0) -> str:
        path = write(tmp_path, "rules.txt", RULES.format(days=days))
        wanted = ("--id", "rules", "--edition", edition, *more)
        return minori("guides", "add", path, *wanted, status=status, env=OFF).err

    def quoted() -> str:
        return str(minori("guides", "show", "rules", "--json", env=OFF).rows[0]["passages"][0]["passage"])

    add("三", "2026-04-01")
    add("七", "2026-10-01")
    assert "rules.txt" in add("五", "2026-05-01", status=1)
    add("五", "2026-05-01", "--allow-older")
    assert "五日間" in quoted()

    back = minori("guides", "rollback", "rules", "--json", env=OFF).rows[0]
    assert (back["id"], back["release"], back["edition"]) == ("rules", 2, "2026-10-01")
    assert "1" in minori("guides", "rollback", "rules", "--to", "1", env=OFF).out
    assert "三日間" in quoted()
    listed = minori("guides", "list", "--json", env=OFF).rows[0]
    assert (listed["release"], listed["releases"]) == (1, 3)


def test_retiring_and_what_is_not_there(used_data: Path) -> None:
    retired = minori("guides", "retire", "trial-sheet")
    assert "minori guides rollback trial-sheet" in retired.out
    row = next(row for row in minori("guides", "list", "--json").rows if row["id"] == "trial-sheet")
    assert row["release_state"] == "retired"
    assert minori("guides", "retire", "trial-sheet", status=2).out == ""
    for wanted in (["show", "nobody"], ["rollback", "nobody"], ["show", "trial-sheet", "--release", "9"]):
        ran = minori("guides", *wanted, status=1)
        assert wanted[1] in ran.err


def test_without_the_bundled_guides(used_data: Path) -> None:
    assert minori("guides", "list", "--json", env=OFF).rows == []
    (row,) = minori("ask", "実証シートには何を書きますか？", "--json", env=OFF).rows
    assert (row["state"], row["citations"]) == ("not_in_guides", [])
    assert minori("ask", "実証シートには何を書きますか？", "--json").rows[0]["state"] == "answered"


def test_names_cannot_command_the_terminal(data_dir: Path, tmp_path: Path) -> None:
    path = write(tmp_path, "x\x1b[31m.txt", "題名\x1b[2J\n\n色の\x1b]0;x\x07ついた文です。\n")
    ran = minori(
        "guides", "add", path, "--id", "colours", "--title", "題\x1b[31m名", "--contact", "\x1b[5m窓口", env=OFF
    )
    shown = minori("guides", "show", "colours", env=OFF)
    listed = minori("guides", "list", env=OFF)
    assert "\x1b" not in ran.out + ran.err + shown.out + listed.out
