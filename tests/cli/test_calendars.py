"""`minori calendar …`: the table of holidays, working days, days off."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot import bootstrap
from bot.adapters.holiday_file import shipped_calendar
from bot.bootstrap import open_library
from bot.bootstrap_meetings import make_meetings
from bot.core.clock import VirtualClock
from bot.core.meetings.given import NewEncounter
from bot.core.meetings.results import Done
from bot.settings import load_settings
from tests.cli.commands import inside as minori
from tests.cli.commands import write
from tests.unit.core.test_holiday_sheet import ROWS, table

ENGLISH = {"MINORI_LOCALE": "en"}
TODAY = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
LAST = shipped_calendar().until.year
NEXT_YEAR = [f"{LAST + 1}/{month}/{day},休日" for month in range(1, 9) for day in (1, 15)]
PEOPLE = "氏名,会社,メール\n佐藤 一郎,株式会社山田製作所,ichiro@yamada.example.jp\n"


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands of these tests run on one day, whenever that is."""
    monkeypatch.setattr(bootstrap, "SystemClock", lambda: VirtualClock(TODAY))


@pytest.fixture
def government(tmp_path: Path, data_dir: Path) -> Path:
    """As the Cabinet Office has it, with one more year and one day less."""
    rows = [row for row in ROWS if not row.startswith(f"{LAST}/11/23")]
    return write(tmp_path, "syukujitsu.csv", table([*rows, *NEXT_YEAR]), "cp932")


@pytest.fixture
def people(tmp_path: Path, data_dir: Path) -> None:
    minori("people", "import", write(tmp_path, "people.csv", PEOPLE), "--apply")


def test_the_shipped_table_is_that_of_the_government(tmp_path: Path, data_dir: Path) -> None:
    same = write(tmp_path, "syukujitsu.csv", table(ROWS), "cp932")
    (row,) = minori("calendar", "load", same, "--json").rows
    assert (row["added"], row["gone"], row["renamed"], row["applied"]) == ([], [], [], False)
    assert "変わるところはありません" in minori("calendar", "load", same).out
    (first, *_) = minori("calendar", "show", "--json").rows
    assert first["loaded_at"] is None


def test_a_dry_run_says_what_would_change_and_changes_nothing(government: Path) -> None:
    looked = minori("calendar", "load", government, "--dry-run")
    assert f"{LAST}-12-31 まで → {LAST + 1}-12-31 まで" in looked.out
    assert "加わる日（16 日）" in looked.out
    assert f"{LAST + 1}-01-15  休日" in looked.out
    assert "なくなる日（1 日）" in looked.out
    assert f"{LAST}-11-23  勤労感謝の日" in looked.out
    assert "--dry-run" in looked.err
    assert minori("calendar", "show", str(LAST + 1), "--json").rows[0]["until"] == f"{LAST}-12-31"


def test_loading_and_going_back(government: Path) -> None:
    (done,) = minori("calendar", "load", government, "--json").rows
    assert (done["applied"], done["until"], len(done["added"]), len(done["gone"])) == (True, f"{LAST + 1}-12-31", 16, 1)
    shown = minori("calendar", "show", str(LAST + 1), "--json").rows
    assert (shown[0]["source"], len(shown)) == ("syukujitsu.csv", 17)
    gone_day = date(LAST, 11, 22)
    nexts = [minori("calendar", "next", str(gone_day), "--json").rows[0]["next"]]
    back = minori("calendar", "unload")
    assert "syukujitsu.csv" in back.out.splitlines()[0]
    assert "内閣府" in back.out
    nexts.append(minori("calendar", "next", str(gone_day), "--json").rows[0]["next"])
    assert nexts == [f"{LAST}-11-23", f"{LAST}-11-24"]
    assert minori("calendar", "unload", "--json").rows[0]["unloaded"] is None


def test_a_running_server_follows(government: Path) -> None:
    with open_library(load_settings()) as library:
        before = library.calendars.file.until
        minori("calendar", "load", government)
        # The number is looked up at most once a second; here nobody waits for it.
        library.calendars.refresh()
        assert (before.year, library.calendars.file.until.year) == (LAST, LAST + 1)


def test_what_is_to_come_is_planned_anew(government: Path, people: None) -> None:
    """The government's table takes Labour Day of the last year off the list; a meeting is on the day after it."""
    with open_library(load_settings()) as library:
        sato = next(one for one in library.database.people.people() if one.name == "佐藤 一郎")
        meeting = datetime(LAST, 11, 24, 1, 0, tzinfo=UTC)
        new = NewEncounter(id="e1", partner="みどり食品", contact="森", meets_at=meeting)
        assert isinstance(make_meetings(library).service.capture(new, by=sato), Done)

        def prepared_on() -> date:
            rows = library.database.nudges.coming(sato.id, until=meeting + timedelta(days=9))
            return next(one.due_on for one in rows if one.matter == "prepare")

        planned = [prepared_on()]
        for given in (
            ("load", government),
            ("unload",),
            ("leave", "add", "佐藤 一郎", "--from", f"{LAST}-11-19"),
            ("company", "add", "株式会社山田製作所", "--from", f"{LAST}-11-18"),
        ):
            minori("calendar", *given)
            planned.append(prepared_on())
    assert [one.day for one in planned] == [18, 19, 18, 17, 16]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_other_encodings_are_read_as_well(tmp_path: Path, data_dir: Path, encoding: str) -> None:
    path = write(tmp_path, "a.csv", table([*ROWS, *NEXT_YEAR]), encoding)
    (row,) = minori("calendar", "load", path, "--dry-run", "--json").rows
    assert (len(row["added"]), row["renamed"]) == (16, [])


@pytest.mark.parametrize(
    ("content", "status", "said"),
    [
        (table([*ROWS, "2026/2/30,休日"]).encode("cp932"), 1, f"（{len(ROWS) + 2} 行目）"),
        (b"PK\x03\x04", 2, "Excel"),
        (b"\x00" * 2_000_000, 2, "大きすぎます"),
        (b"\x81\x20\xff", 2, "文字コード"),
        (b"", 1, "見出しが違います"),
    ],
)
def test_nonsense_is_refused_and_changes_nothing(
    tmp_path: Path, data_dir: Path, content: bytes, status: int, said: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    assert said in minori("calendar", "load", path, status=status).err
    assert minori("calendar", "show", "--json").rows[0]["loaded_at"] is None


def test_a_file_that_is_not_there(tmp_path: Path, data_dir: Path) -> None:
    assert "読めません" in minori("calendar", "load", tmp_path / "none.csv", status=2).err


def test_an_old_end_is_told(tmp_path: Path, data_dir: Path) -> None:
    rows = [row for row in ROWS if int(row[:4]) <= TODAY.year]
    loaded = minori("calendar", "load", write(tmp_path, "a.csv", table(rows), "cp932"), env=ENGLISH)
    assert f"Holidays are known until {TODAY.year}-12-31 only" in loaded.err
    assert f"{TODAY.year}-12-31 までです" in minori("calendar", "show").err
    minori("calendar", "unload")
    assert minori("calendar", "show").err == ""


def test_the_next_working_day(data_dir: Path) -> None:
    assert minori("calendar", "next", "2026-12-28").out == "2027-01-04  1月4日（月）\n"
    assert minori("calendar", "next", "2026/12/28", "--days", "3", env=ENGLISH).out == "2027-01-06  Wed 6 Jan\n"
    assert minori("calendar", "next", "2026-12-29", "--days", "0", "--json").rows[0]["next"] == "2027-01-04"
    assert minori("calendar", "next", "2099-01-01", "--json").rows[0]["known"] is False
    assert "土日と年末年始だけを除いて数えます" in minori("calendar", "next", "2099-01-01").err


def test_a_firm_with_its_own_year(data_dir: Path, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text("氏名,会社,メール\n山本 太郎,北斗精工,taro@example.jp\n", encoding="utf-8")
    minori("people", "import", str(table), "--apply")
    firm = ("calendar", "company", "add", "北斗精工", "--from")
    for days in (
        ("2026-12-26", "--until", "2027-01-06", "--yearly", "--name", "年末年始"),
        ("2026-08-12", "--until", "2026-08-16", "--yearly", "--name", "お盆休み"),
        ("2026-06-01", "--yearly", "--name", "創立記念日"),
        ("2026-12-05", "--working"),
        ("2027-02-11", "--working"),
    ):
        assert minori(*firm, *days).status == 0
    minori("calendar", "leave", "add", "taro@example.jp", "--from", "2026-12-07", "--until", "2026-12-08")
    found = {
        day: minori("calendar", "next", day, "--for", "taro@example.jp", "--json").rows[0]["next"]
        for day in ("2026-12-25", "2027-12-24", "2027-08-11", "2027-05-31", "2026-12-04", "2026-12-05", "2027-02-10")
    }
    assert found == {
        "2026-12-25": "2027-01-07",  # over New Year
        "2027-12-24": "2028-01-07",  # and over the next one
        "2027-08-11": "2027-08-17",  # お盆, after 山の日
        "2027-05-31": "2027-06-02",
        "2026-12-04": "2026-12-05",  # a Saturday on which the firm works
        "2026-12-05": "2026-12-09",  # leave
        "2027-02-10": "2027-02-11",  # a holiday on which the firm works
    }
    assert "2026-11-20" in minori("calendar", "next", "tomorrow", status=2).err


def test_days_off_are_entered_listed_counted_and_taken_away(people: None) -> None:
    firm = minori("calendar", "company", "add", "㈱山田製作所", "--from", "2026-11-24", "--name", "創立記念日")
    assert "休み 創立記念日" in firm.out
    minori("calendar", "leave", "add", "佐藤 一郎", "--from", "2026-11-25", "--until", "2026-11-26")
    minori("calendar", "company", "add", "株式会社山田製作所", "--from", "2026-11-28", "--working")
    partner = ("calendar", "partner", "add", "株式会社山田製作所", "みどり食品", "--weekdays", "水土日", "--json")
    assert minori(*partner).rows[0]["weekdays"] == "367"
    answer = minori("calendar", "next", "2026-11-20", "--days", "2", "--for", "ichiro@yamada.example.jp", "--json")
    assert answer.rows[0]["next"] == "2026-11-28"
    listed = minori("calendar", "list", "--json").rows
    assert sorted((row["scope"], row["whose"]) for row in listed) == [
        ("company", "株式会社山田製作所"),
        ("company", "株式会社山田製作所"),
        ("partner", "株式会社山田製作所: みどり食品"),
        ("person", "佐藤 一郎"),
    ]
    (founded,) = (row["id"] for row in listed if row["name"] == "創立記念日")
    minori("calendar", "remove", founded)
    assert minori("calendar", "next", "2026-11-20", "--for", "佐藤 一郎", "--json").rows[0]["next"] == "2026-11-24"
    assert "calendar list" in minori("calendar", "remove", founded, status=2).err


def test_the_same_days_twice_are_one_entry_and_can_come_back(people: None) -> None:
    enter = ("calendar", "leave", "add", "佐藤 一郎", "--from", "2026-11-25", "--json")
    (one,), (again,) = minori(*enter).rows, minori(*enter).rows
    assert one == again
    minori("calendar", "remove", one["id"])
    assert minori("calendar", "list").out.startswith("登録されている休みはありません")
    assert minori(*enter).rows == [one]
    assert len(minori("calendar", "list", "--json").rows) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("company", "add", "だれも知らない会社", "--from", "2026-11-24"), "登録されていません"),
        (("leave", "add", "佐藤 一郎", "--from", "2026-11-24", "--until", "2026-11-20"), "始まりの日より前"),
        (("leave", "add", "佐藤 一郎", "--from", "2026-11-24", "--until", "2036-11-20"), "1,100 日まで"),
        (("leave", "add", "だれか", "--from", "2026-11-24"), "だれか"),
        (("partner", "add", "株式会社山田製作所", "みどり食品"), "ひとつ以上"),
        (("partner", "add", "株式会社山田製作所", "みどり食品", "--weekdays", "x"), "曜日として"),
    ],
)
def test_what_cannot_be_entered(people: None, arguments: tuple[str, ...], said: str) -> None:
    assert said in minori("calendar", *arguments, status=2).err
    assert minori("calendar", "list", "--json").rows == []
