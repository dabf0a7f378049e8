"""`minori export`: a file of what somebody may see, in each format, and clear words where there is none."""

from __future__ import annotations

import csv
import json
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from bot.adapters.storage.database import open_database
from bot.core.meetings.funding import Programme
from bot.core.meetings.models import Change, ChangeKind, Encounter, NextStep
from bot.core.membership.models import Changes
from bot.core.people import Company, Member, Role, Sharing
from tests.cli.commands import minori

MET_AT = datetime(2026, 6, 2, 1, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def records(data_dir: Path) -> None:
    """One coordinator, a firm for each way of sharing, and an encounter of each."""
    database = open_database(data_dir / "minori.sqlite3")
    firms = tuple(
        Company(id=sharing, name=f"株式会社{sharing}", coordinator_id="takahashi", sharing=sharing)
        for sharing in Sharing
    )
    coordinator = Member(
        id="takahashi", address="U5", name="高橋 由美", roles=frozenset({Role.COORDINATOR}), added_at=MET_AT
    )
    admin = Member(id="nakamura", address="U6", name="中村", roles=frozenset({Role.ADMIN}), added_at=MET_AT)
    database.people.change(lambda _: Changes(companies=firms, people=(coordinator, admin)))
    for one in firms:
        encounter = Encounter(
            id=f"e-{one.id}",
            company_id=one.id,
            owner_id="tanaka",
            created_by="tanaka",
            created_at=MET_AT,
            updated_at=MET_AT,
            last_contact_on=MET_AT.date(),
            partner="=丸山工業",
            event="展示会",
            next_step=NextStep(text="見積", owner_id="tanaka", due_on=date(2026, 6, 10), due_time="10:00"),
        )
        change = Change(
            id=one.id, encounter_id=encounter.id, kind=ChangeKind.CAPTURED, by_id="tanaka", at=MET_AT, detail={}
        )
        database.encounters.add(encounter, change=change, scheduled=())
    programme = Programme(id="p", name="伴走支援", owner_id="takahashi", fiscal_year=2026)
    database.encounters.put_programme(programme, scheduled=())
    database.close()


DAYS = ("--from", "2026-04-01", "--to", "2027-03-31")


def exported(tmp_path: Path, kind: str, format: str, *more: str) -> bytes:
    out = tmp_path / f"out.{format}"
    minori("export", "--kind", kind, "--format", format, "--for", "高橋由美", *DAYS, *more, "--out", out)
    assert out.stat().st_mode & 0o077 == 0
    return out.read_bytes()


def test_encounters_in_each_format(tmp_path: Path, data_dir: Path) -> None:
    rows = list(csv.DictReader(StringIO(exported(tmp_path, "encounters", "csv").decode("utf-8-sig"), newline="")))
    assert [(row["会社"], row["お相手"]) for row in rows] == [("株式会社outline", ""), ("株式会社words", "'=丸山工業")]
    book = load_workbook(tmp_path / "out.xlsx") if exported(tmp_path, "encounters", "xlsx") else None
    assert book is not None
    assert book.sheetnames == ["出会い", "定義"]
    calendar = Calendar.from_ical(exported(tmp_path, "encounters", "ics"))
    assert [str(one["uid"]) for one in calendar.walk("VEVENT")] == ["e-outline-step@minori", "e-words-step@minori"]
    told = json.loads(exported(tmp_path, "encounters", "json"))
    assert [one["ID"] for one in told["gif"]["事例"]] == ["e-outline", "e-words"]
    database = open_database(data_dir / "minori.sqlite3")
    kept = [(one.by_id, one.action, one.company_id) for one in database.audit.lines()]
    database.close()
    assert sorted(kept, key=str) == sorted(
        [("takahashi", "exported", firm) for firm in (None, "outline", "words")] * 4, key=str
    )


def test_the_report_and_the_numbers_narrowed_down(tmp_path: Path) -> None:
    rows = list(
        csv.reader(StringIO(exported(tmp_path, "report", "csv", "--programme", "伴走支援").decode("utf-8-sig")))
    )
    assert ["支援した会社", "2"] in rows
    days = ("--from", "2026-04-01", "--to", "2026-04-02")
    told = json.loads(exported(tmp_path, "report", "json", "--programme", "伴走支援", *days))
    assert told["period"] == {"from": "2026-04-01", "to": "2026-04-02"}
    assert told["title"] == "支援実績（伴走支援）2026-04-01〜2026-04-02"
    numbers = json.loads(exported(tmp_path, "figures", "json", "--event", "展示会"))["sheets"]["figures"]
    began = next(one for one in numbers if one["measure"] == "期間に始まったもの")
    # An event is a word: the firm that shares its outline has none.
    assert (began["hits"], began["in_words"]) == (1, "1件")
    of_firm = json.loads(exported(tmp_path, "figures", "json", "--firm", "outline"))["sheets"]["figures"]
    assert {one["group"] for one in of_firm if one["by"] == "会社"} == {"株式会社outline"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--kind", "report", "--format", "ics", "--for", "高橋由美"), "カレンダー（ICS）にできるのは"),
        (("--kind", "report", "--for", "中村"), "書き出せる記録がありません"),
        (("--kind", "report", "--for", "高橋由美", "--to", "2026-05-01"), "--from も要ります"),
        (("--kind", "report", "--for", "高橋由美", "--from", "きのう"), "「きのう」"),
        (("--kind", "report", "--for", "高橋由美", "--firm", "nothing"), "見つかりません"),
        (("--kind", "report", "--for", "高橋由美", "--event", "見本市"), "この行事の記録はありません"),
        (("--kind", "report", "--for", "高橋由美", "--programme", "ない"), "事業が見つかりません"),
        (
            (
                "--kind",
                "report",
                "--for",
                "高橋由美",
                "--programme",
                "伴走支援",
                "--from",
                "2025-01-01",
                "--to",
                "2025-03-31",
            ),
            "2026-04-01 から 2027-03-31 まで",
        ),
    ],
)
def test_what_cannot_be_exported_is_said(arguments: tuple[str, ...], said: str) -> None:
    assert said in minori("export", *arguments, status=2).err


def test_where_it_was_written_is_said(tmp_path: Path) -> None:
    ran = minori("export", "--kind", "questions", "--for", "U5", *DAYS, "--out", tmp_path / "q.xlsx")
    assert "q.xlsx" in ran.out
    assert "（0行）" in ran.out
    minori("export", "--kind", "questions", "--for", "U5", *DAYS, "--out", tmp_path / "no" / "q.xlsx", status=2)
