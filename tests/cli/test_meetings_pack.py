"""`minori meetings pack` and `minori meetings programme`."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest

from bot import bootstrap
from bot.bootstrap import open_library
from bot.bootstrap_meetings import make_meetings
from bot.core.clock import VirtualClock
from bot.core.meetings.given import NewEncounter
from bot.settings import load_settings
from tests.chat.sent_files import text_of_pages
from tests.cli.commands import inside as minori
from tests.cli.commands import write

TODAY = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
PEOPLE = "氏名,会社,メール,役割\n佐藤 一郎,株式会社あおい,ichiro@aoi.example.jp,会員\n"


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, data_dir: Path) -> None:
    monkeypatch.setattr(bootstrap, "SystemClock", lambda: VirtualClock(TODAY))
    minori("people", "import", write(tmp_path, "people.csv", PEOPLE), "--apply")


def test_a_pack_is_a_workbook_pages_or_a_calendar(tmp_path: Path) -> None:
    with open_library(load_settings()) as library:
        [owner] = library.database.people.people()
        new = NewEncounter(id="e1", partner="=HYPERLINK(1)", contact="田中\x07太郎", met_on=date(2026, 11, 19))
        make_meetings(library).service.capture(new, by=owner)
    path = tmp_path / "引継ぎ.xlsx"
    assert "1件" in minori("meetings", "pack", "--for", "佐藤一郎", "--output", path).out
    book = openpyxl.load_workbook(path)
    first, second = book["進行中の出会い"], book["これまでの経過"]
    assert "株式会社あおい" in {cell.value for row in book["会社の一覧（お力が要る順）"] for cell in row}
    row = dict(zip([cell.value for cell in first[1]], first[2], strict=True))
    assert (row["会社"].value, row["お名前"].value) == ("株式会社あおい", "田中太郎")
    assert (row["お相手"].value, row["お相手"].data_type) == ("=HYPERLINK(1)", "s")
    assert (row["段階"].value, row["次に要ること"].value) == ("名刺交換", "次の一歩・日時")
    assert first.freeze_panes == "A2"
    assert str(first.page_setup.paperSize) == first.PAPERSIZE_A4
    assert [cell.value for cell in second[2]][3:] == ["出会いを記録", None, None, "佐藤 一郎"]
    assert path.stat().st_mode & 0o077 == 0
    assert list(tmp_path.glob(".minori-*")) == []
    pages = tmp_path / "引継ぎ.pdf"
    minori("meetings", "pack", "--for", "佐藤一郎", "--firm", "㈱あおい", "--output", pages)
    assert "田中太郎" in text_of_pages(pages.read_bytes())
    with open_library(load_settings()) as library:
        kept = [one for one in library.database.audit.lines() if one.subject_kind == "pack"]
        assert len({one.subject_id for one in kept}) == len(kept) == 2


def test_a_pack_is_an_export_as_well(tmp_path: Path) -> None:
    with open_library(load_settings()) as library:
        [owner] = library.database.people.people()
        make_meetings(library).service.capture(NewEncounter(id="e1", partner="丸山工業"), by=owner)
    path = tmp_path / "p"
    minori("export", "--kind", "pack", "--for", "佐藤一郎", "--format", "pdf", "--out", path)
    assert "丸山工業" in text_of_pages((tmp_path / "p.pdf").read_bytes())
    for wrong in (("--format", "csv"), ("--from", "2026-04-01"), ("--firm", "どこか")):
        minori("export", "--kind", "pack", "--for", "佐藤一郎", *wrong, "--out", path, status=2)
    ran = minori("meetings", "pack", "--for", "佐藤一郎", "--output", tmp_path / "f.docx", status=2)
    assert ".pdf" in ran.err


def test_where_nothing_is_to_be_handed_over_no_file_is_written(tmp_path: Path) -> None:
    for ending in ("xlsx", "pdf"):
        path = tmp_path / f"f.{ending}"
        ran = minori("meetings", "pack", "--for", "佐藤一郎", "--output", path, status=2)
        assert "お渡しする引き継ぎ資料はございません" in ran.err
        assert not path.exists()


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path) -> None:
    with open_library(load_settings()) as library:
        [owner] = library.database.people.people()
        make_meetings(library).service.capture(NewEncounter(id="e1", partner="丸山工業"), by=owner)
    ran = minori("meetings", "pack", "--for", "佐藤一郎", "--output", tmp_path / "nowhere" / "f.xlsx", status=2)
    assert "書き出せません" in ran.err
    assert "people-unknown" not in minori("meetings", "pack", "--for", "だれか", "--output", "x.xlsx", status=2).err


def test_programmes_and_people_who_leave_are_recorded() -> None:
    said = minori("meetings", "programme", "add", "成長支援事業", "--owner", "佐藤一郎").out
    assert "2027-03-31" in said
    minori("meetings", "programme", "add", "成長支援事業", "--owner", "佐藤一郎")
    minori("meetings", "programme", "leaving", "--for", "佐藤一郎", "--on", "2027-03-30")
    with open_library(load_settings()) as library:
        programmes = library.database.encounters.programmes(fiscal_year=2026)
        [owner] = library.database.people.people()
        assert owner.leaves_on == date(2027, 3, 30)
        assert sorted((one.name, one.last_day.day) for one in programmes) == [("", 30), ("成長支援事業", 31)]
        coming = library.database.nudges.coming(owner.id, until=datetime(2027, 4, 1, tzinfo=UTC))
        assert {(one.matter, one.due_on) for one in coming} == {
            ("succession", date(2027, 3, 1)),
            ("succession", date(2027, 3, 2)),
        }
    assert (
        "読めません" in minori("meetings", "programme", "leaving", "--for", "佐藤一郎", "--on", "年度末", status=2).err
    )
