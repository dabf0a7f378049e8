"""`minori audit` and `minori keys`, as somebody types them."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.adapters.storage.database import open_database
from bot.adapters.storage.engine import writing
from bot.adapters.storage.tables import audit
from bot.cli import main
from bot.core.audited import Audited
from bot.core.membership.models import Changes
from bot.core.people import Company, Member, Role

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
AOI, UMI = Company(id="aoi", name="あおい精機"), Company(id="umi", name="海野水産")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, value in (("DATA_DIR", tmp_path), ("LOCALE", "ja"), ("BUNDLED_GUIDES", "off")):
        monkeypatch.setenv(f"MINORI_{name}", str(value))
    return tmp_path


@pytest.fixture
def lived(folder: Path) -> Path:
    with closing(open_database(folder / "minori.sqlite3")) as database:
        sato = Member(id="sato", address="U1", name="佐藤 花", roles=frozenset({Role.COORDINATOR}), added_at=NOW)
        database.people.change(lambda _: Changes(companies=(AOI, UMI), people=(sato,)))
        database.audit.append([line(number) for number in range(60)])
    return folder


def line(number: int) -> Audited:
    return Audited(
        id=f"a{number}",
        at=NOW + timedelta(days=number),
        by_id="sato" if number % 2 else "gone",
        action="seen" if number else "erased",
        subject_kind="value_card",
        subject_id="0123456789",
        company_id="aoi" if number < 10 else "umi",
    )


def said(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> list[str]:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    assert ended.value.code == status
    return capsys.readouterr().out.splitlines()


def test_nothing_yet_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "audit") == ["記録はありません。"]
    assert "監査記録 0 行" in said(capsys, "audit", "verify")[0]


def test_who_did_what_is_listed_the_latest_first_and_paged(lived: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(capsys, "audit")
    assert len(lines) == 50
    assert lines[0] == "2027-01-18 10:00　佐藤 花: 海野水産の価値カード（01234567）を見ました"
    assert len(said(capsys, "audit", "--page", "2")) == 10
    assert "3 ページ目はありません" in said(capsys, "audit", "--page", "3")[0]
    of_firm = said(capsys, "audit", "--company", "あおい精機")
    assert len(of_firm) == 10
    assert of_firm[-1] == "2026-11-20 10:00　gone: あおい精機の価値カード（01234567）を消しました"
    assert len(said(capsys, "audit", "--company", "aoi", "--by", "佐藤 花")) == 5
    assert len(said(capsys, "audit", "--company", "aoi", "--since", "2026-11-25")) == 5
    one = json.loads(said(capsys, "audit", "--json")[0])
    assert (one["number"], one["by"], one["company"], one["action"]) == (60, "sato", "umi", "seen")
    said(capsys, "audit", "--company", "ない会社", status=2)


def test_it_is_narrowed_down_by_days_and_by_kind(lived: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(said(capsys, "audit", "--since", "2026-11-25", "--until", "2026-11-26")) == 2
    assert len(said(capsys, "audit", "--kind", "erased")) == 1
    assert len(said(capsys, "audit", "--kind", "value_card", "--company", "aoi", "--until", "2026-11-20")) == 1
    assert said(capsys, "audit", "--kind", "question") == ["記録はありません。"]
    said(capsys, "audit", "--kind", "見た", status=2)


def test_every_kind_of_line_has_its_sentence(
    lived: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Audited(
        id="i", at=NOW, by_id="", action="ended", subject_kind="introduction", subject_id="0" * 32, company_id="aoi"
    )
    with closing(open_database(lived / "minori.sqlite3")) as database:
        database.audit.append([asked, replace(asked, id="q", action="seen", subject_kind="question", by_id="sato")])
    assert said(capsys, "audit", "--kind", "introduction") == [
        "2026-11-20 10:00　あおい精機の引き合わせ（00000000）は終わりました"
    ]
    assert said(capsys, "audit", "--kind", "question")[0].endswith("あおい精機の質問（00000000）を見ました")
    monkeypatch.setenv("MINORI_LOCALE", "en")
    assert said(capsys, "audit", "--kind", "question")[0].endswith("saw the question 00000000 of あおい精機")


def test_a_row_that_was_altered_or_cut_off_is_told(lived: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "60 行は、書かれたときのまま" in said(capsys, "audit", "verify")[0]
    with closing(open_database(lived / "minori.sqlite3")) as database, writing(database.engine) as connection:
        connection.execute(update(audit).where(audit.c.number == 7).values(by_id="other"))
        connection.execute(audit.delete().where(audit.c.number > 58))
    assert said(capsys, "audit", "verify", status=1) == [
        "7 行目が書きかえられています。",
        "60 行目まであった控えと合いません。終わりが切り取られたか、前のバックアップに戻っています。",
    ]
    found = [json.loads(one) for one in said(capsys, "audit", "verify", "--json", status=1)]
    assert found[0] == {"fault": "altered", "number": 7}
    assert found[-1]["whole"] is False


def test_keys_are_shown_kept_changed_and_brought_back(lived: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept, file = lived / "apart" / "kept.json", lived / "keys" / "sealing.json"
    said(capsys, "keys", "rotate")
    assert len(said(capsys, "keys", "show")) == 2
    said(capsys, "keys", "save", str(kept))
    said(capsys, "keys", "save", str(kept), status=2)
    file.unlink()
    said(capsys, "audit", status=1)
    assert not file.exists()
    said(capsys, "keys", "add", str(kept))
    assert len(said(capsys, "audit")) == 50
    shown = [json.loads(one) for one in said(capsys, "keys", "show", "--json")]
    assert [one["seals"] for one in shown] == [False, True]
