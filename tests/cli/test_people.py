"""`minori people …`: first looking, then writing; the list, one person, ending somebody's use."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.bootstrap import make_handovers, open_library
from bot.core.messages import Place
from bot.settings import load_settings
from tests.cli.commands import inside as minori
from tests.cli.commands import minori as in_a_process
from tests.cli.commands import write

TABLE = """氏名,会社,役割,言語,勤務開始,勤務終了,曜日,Slack ID,メール,担当コーディネーター,部署
佐藤 一郎,株式会社山田製作所,社員,,８：３０,17:15,月〜金,Ｕ０１２３ＡＢＣ,ichiro@yamada.example.jp,鈴木　花子,製造
田中 恵,㈱山田製作所,,英語,,,,,Megumi@Yamada.example.jp,,営業
鈴木 花子,みなと産業支援センター,コーディネーター・管理者,,,,平日,U0456,hanako@minato.example.jp,,
,,,,,,,,,,
,,,,,,,,,,
"""
ENGLISH = {"MINORI_LOCALE": "en"}


@pytest.fixture
def table(tmp_path: Path, data_dir: Path) -> Path:
    """As Excel saves it on Windows."""
    return write(tmp_path, "名簿.csv", TABLE.replace("\n", "\r\n"), "cp932")


def test_looking_writes_nothing_and_says_how_to_go_on(table: Path) -> None:
    looked = minori("people", "import", table)
    assert "新しく登録: 2 行目 佐藤 一郎（株式会社山田製作所、社員）" in looked.out
    assert "担当コーディネーター: なし → 鈴木 花子" in looked.out
    assert "新しく登録 3 名、変更 0 名、変更なし 0 名、新しい会社 2 社" in looked.out
    assert "部署" in looked.err
    assert "--apply" in looked.err
    assert minori("people", "import", table, "--dry-run").out == looked.out
    assert minori("people", "list").out.startswith("まだどなたも登録されていません")


def test_applying_writes_what_was_shown(table: Path) -> None:
    planned = minori("people", "import", table, "--json").rows
    applied = minori("people", "import", table, "--apply", "--json").rows
    assert [row["applied"] for row in (*planned, *applied)] == [False] * 5 + [True] * 5
    assert [row["state"] for row in applied] == ["new"] * 5
    people = {row["name"]: row for row in minori("people", "list", "--json").rows}
    assert people["佐藤 一郎"]["slack_id"] == "U0123ABC"
    assert people["佐藤 一郎"]["works_from"] == "08:30"
    assert people["佐藤 一郎"]["company"] == people["田中 恵"]["company"] == "株式会社山田製作所"
    assert people["田中 恵"]["locale"] == "en"
    assert people["鈴木 花子"]["role"] == ["admin", "coordinator"]
    again = minori("people", "import", table, "--apply", "--json").rows
    assert [row["state"] for row in again] == ["unchanged"] * 5
    assert all(row["changes"] == {} for row in again)


def test_changes_are_shown_field_by_field_and_who_is_missing_is_said(table: Path, tmp_path: Path) -> None:
    minori("people", "import", table, "--apply")
    changed = write(tmp_path, "b.csv", "name,role,email\n,coordinator / member,ichiro@yamada.example.jp\n")
    looked = minori("people", "import", changed, env=ENGLISH)
    assert "Changed: line 2 佐藤 一郎" in looked.out
    assert "role: member → member, coordinator" in looked.out
    assert "2 people who are not in the table stay as they are" in looked.err
    (row,) = [row for row in minori("people", "import", changed, "--json").rows if row["kind"] == "person"]
    assert row["changes"] == {"role": [["member"], ["coordinator", "member"]]}


def test_every_problem_is_named_with_its_line_and_nothing_is_written(tmp_path: Path, data_dir: Path) -> None:
    bad = write(
        tmp_path,
        "bad.csv",
        "氏名,会社,Slack ID,メール\n佐藤,A社,C012,\n田中,A社,,a@b.jp\n林,A社,,A@B.jp\n",
    )
    refused = minori("people", "import", bad, "--apply", status=1)
    assert refused.out == ""
    assert refused.err.splitlines() == [
        "名簿に、直していただきたいところが 2 か所あります。今回は何も変えていません。",
        "  - 2 行目: Slack ID「C012」を使えません。U で始まるメンバー ID（例: U0123ABCD）を書いてください。",
        "  - 4 行目: メール「a@b.jp」は 3 行目にもあります。一人一行にしてください。",
    ]
    assert minori("people", "list", "--json").rows == []


def test_files_that_cannot_be_taken(tmp_path: Path, data_dir: Path) -> None:
    assert "開けません" in minori("people", "import", tmp_path / "none.csv", status=2).err
    assert "開けません" in minori("people", "import", tmp_path, status=2).err
    book = tmp_path / "名簿.xlsx"
    book.write_bytes(b"PK\x03\x04")
    assert "CSV" in minori("people", "import", book, status=2).err
    told = write(tmp_path, "a.csv", TABLE, "cp932")
    assert "utf-8" in minori("people", "import", told, "--encoding", "utf-8", status=1).err


def test_who_registers_is_the_only_admin_unless_said(table: Path, tmp_path: Path) -> None:
    minori("people", "import", table, "--apply")
    added = write(tmp_path, "c.csv", "氏名,メール\n海野,umino@example.jp\n")
    assert minori("people", "import", added, "--json").rows[0]["added_by"] == "鈴木 花子"
    assert minori("people", "import", added, "--by", "林 健", "--json").rows[0]["added_by"] == "林 健"
    assert minori("people", "show", "佐藤一郎", "--json").rows[0]["added_by"] == "管理者"


def test_one_person_by_any_name_they_have(table: Path) -> None:
    minori("people", "import", table, "--apply")
    shown = minori("people", "show", "佐藤一郎").out
    assert "担当コーディネーター: 鈴木 花子" in shown
    assert "曜日: 月火水木金" in shown
    for who in ("U0123ABC", "ICHIRO@yamada.example.jp", "佐藤　一郎"):
        assert minori("people", "show", who).out == shown
    assert "works_on: Mon Tue Wed Thu Fri" in minori("people", "show", "佐藤一郎", env=ENGLISH).out
    assert "見つかりません" in minori("people", "show", "誰か", status=2).err


def test_a_name_that_two_have_is_not_enough(tmp_path: Path, data_dir: Path) -> None:
    twins = write(tmp_path, "t.csv", "氏名,メール\n林 健,a@b.jp\n林健,c@d.jp\n")
    minori("people", "import", twins, "--apply")
    several = minori("people", "remove", "林健", status=2).err
    assert "2 名います" in several
    assert "林 健 a@b.jp" in several
    assert "林健 c@d.jp" in several
    assert minori("people", "remove", "c@d.jp", "--json").rows[0]["removed"] is True


def test_guests_are_left_out_of_the_list_and_counted(table: Path, tmp_path: Path) -> None:
    minori("people", "import", table, "--apply")
    guest = write(tmp_path, "g.csv", "氏名,役割,メール\n来客,ゲスト,g@example.jp\n")
    minori("people", "import", guest, "--apply")
    listed = minori("people", "list")
    assert "来客" not in listed.out
    assert "まだ来ていません" in listed.out
    assert "ゲスト 1 名" in listed.err
    assert "来客" in minori("people", "list", "--all").out


def test_ending_somebodys_use(table: Path) -> None:
    minori("people", "import", table, "--apply")
    assert "佐藤 一郎様の利用を止めました" in minori("people", "remove", "佐藤一郎").out
    assert "すでに" in minori("people", "remove", "佐藤一郎").out
    assert "利用をやめています" in minori("people", "list").out
    assert minori("people", "remove", "佐藤一郎", "--json").rows[0]["removed"] is False


def test_ending_somebodys_use_withdraws_what_waits_and_erases_their_words(table: Path) -> None:
    minori("people", "import", table, "--apply")
    with open_library(load_settings()) as library:
        sato = library.database.people.by_address("U0123ABC")
        assert sato is not None
        place = Place(conversation="D1", thread="1.1")
        text = "試作の費用はいくらですか"
        opened = make_handovers(library).open(question_id="q1", text=text, locale="ja", place=place, asker=sato)
        library.database.questions.record(
            question_id="q1",
            conversation_id=place.key,
            asked_at=library.clock.now(),
            locale="ja",
            text=text,
            state="handed_over",
            answer={},
            duration_ms=1,
            asker=sato.address,
        )
    removed = minori("people", "remove", "U0123ABC", "--json").rows[0]
    assert (removed["questions"], removed["ratings"]) == (1, 0)
    with open_library(load_settings()) as library:
        kept = library.database.handovers.by_id(opened.id)
        assert kept is not None
        assert str(kept.state) == "withdrawn"
        assert text not in kept.text
        assert library.database.questions.latest(place.key) == []


def test_as_installed_in_a_process_of_its_own(table: Path) -> None:
    assert in_a_process("people", "import", table, "--apply", "--json").rows[0]["name"] == "佐藤 一郎"
    shown = in_a_process("people", "--help", env=ENGLISH)
    assert "minori people import people.csv" in shown.out


def test_a_table_is_taken_back_as_a_whole_and_once(table: Path, tmp_path: Path) -> None:
    minori("people", "import", table, "--apply")
    before = minori("people", "list", "--json").rows
    changed = write(
        tmp_path,
        "b.csv",
        "氏名,会社,メール,勤務開始,担当コーディネーター\n"
        "佐藤 市郎,,ichiro@yamada.example.jp,10:00,なし\n森 新,みどり,m@b.jp,,\n",
        "utf-8-sig",
    )
    told = minori("people", "import", changed, "--apply")
    assert "minori people undo" in told.err
    assert "2 名、2 社" in minori("people", "undo").out
    assert minori("people", "list", "--json").rows == before
    rows = minori("audit", "--kind", "added", "--json").rows
    assert len(rows) == 5 + 4 + 4, "a line for each record, there and back, and nothing of what was changed"
    # The table before is the latest one now; then there is none.
    assert "3 名、2 社" in minori("people", "undo").out
    assert minori("people", "undo", status=2).err


def test_what_was_changed_since_is_not_written_over(table: Path, tmp_path: Path) -> None:
    minori("people", "import", table, "--apply")
    again = write(tmp_path, "b.csv", "name,email\nIchiro Sato,ichiro@yamada.example.jp\n")
    minori("people", "import", again, "--apply")
    minori("people", "undo")
    minori("people", "import", write(tmp_path, "c.csv", "name,email\nSato,ichiro@yamada.example.jp\n"), "--apply")
    with open_library(load_settings()) as library:
        person = library.database.people.people()[0]
        library.database.people.mark_welcomed(person.id, library.clock.now())
    minori("people", "undo")
    assert "取り消せません" in minori("people", "undo", status=2).err


def test_a_table_does_not_take_away_the_last_admin(table: Path, tmp_path: Path) -> None:
    minori("people", "import", table, "--apply")
    last = write(tmp_path, "b.csv", "name,role,email\n,coordinator,hanako@minato.example.jp\n")
    assert "管理者が一人もいなくなる" in minori("people", "import", last, status=1).err
