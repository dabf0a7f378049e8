"""`minori digest`: what would be sent, from the records, and clear words where it cannot be shown."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.storage.database import open_database
from bot.cli import main
from bot.core.clock import VirtualClock
from bot.core.meetings.models import Change, ChangeKind, Encounter
from bot.core.membership.models import Changes
from bot.core.people import Company, Member, Role, Sharing

MET_AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def people(data_dir: Path) -> None:
    """Two coordinators of one name and one of her own, who looks after three firms."""
    database = open_database(data_dir / "minori.sqlite3")
    firms = tuple(
        Company(id=sharing, name=f"株式会社{sharing}", coordinator_id="takahashi", sharing=sharing)
        for sharing in Sharing
    )
    roles = frozenset({Role.COORDINATOR})
    names = {"takahashi": "高橋 由美", "ito1": "伊藤 誠", "ito2": "伊藤 誠"}
    staff = tuple(Member(id=id, address=id, name=name, roles=roles, added_at=MET_AT) for id, name in names.items())
    member = Member(
        id="tanaka",
        address="U1",
        name="田中",
        company=firms[2],
        roles=frozenset({Role.MEMBER}),
        added_at=MET_AT,
        locale="ja",
    )
    database.people.change(lambda _: Changes(companies=firms, people=(*staff, member)))
    for one in firms:
        encounter = Encounter(
            id=f"e-{one.id}",
            company_id=one.id,
            owner_id="tanaka",
            created_by="tanaka",
            created_at=MET_AT,
            updated_at=MET_AT,
            last_contact_on=MET_AT.date(),
            partner="丸山工業",
        )
        change = Change(
            id=one.id, encounter_id=encounter.id, kind=ChangeKind.CAPTURED, by_id="tanaka", at=MET_AT, detail={}
        )
        database.encounters.add(encounter, change=change, scheduled=())
    database.close()


def digest(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[Any, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(["digest", *arguments])
    said = capsys.readouterr()
    return ended.value.code, said.out, said.err


def test_json_says_what_would_be_sent(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = digest(capsys, "--preview", "--for", "高橋由美", "--on", "2026-11-16", "--json")
    told = json.loads(out)
    assert (code, told["date"], told["for"], told["empty"], told["more"]) == (0, "2026-11-16", "高橋 由美", False, 0)
    assert {(one["kind"], one["firm"], one["age_days"], one["action"]) for one in told["lines"]} == {
        ("wall_1", "株式会社outline", 14, "look"),
        ("wall_1", "株式会社words", 14, "look"),
    }
    assert all("11月2日（月）" in one["text"] for one in told["lines"])
    assert "nothing" not in out
    assert "丸山工業" not in out


def test_an_empty_week(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = digest(capsys, "--preview", "--for", "高橋由美", "--on", "2026-11-03", "--json")
    assert (code, json.loads(out)["lines"], json.loads(out)["empty"]) == (0, [], True)
    assert (
        "今週、お力をお借りしたい件はありません。"
        in digest(capsys, "--preview", "--for", "takahashi", "--on", "2026-11-03")[1]
    )


def test_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = digest(capsys, "--preview", "--for", "takahashi", "--on", "2026-11-16")
    assert code == 0
    assert "高橋 由美さんへのまとめ（2026-11-16）" in out
    assert "・株式会社outline：" in out
    assert "[詳しく見る]" in out


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--preview", "--for", "だれか"], "だれか"),
        (["--preview", "--for", "伊藤誠"], "伊藤 誠 ito1, 伊藤 誠 ito2"),
        (["--preview", "--for", "高橋"], "近いお名前の方：高橋 由美 takahashi。"),
        (["--preview", "--for", "高橋由実"], "近いお名前の方：高橋 由美 takahashi。"),
        (["--preview", "--for", ""], "「」という方は見つかりません。minori people list"),
        (["--preview", "--for", "田中"], "コーディネーターではありません"),
        (["--preview", "--for", "高橋由美", "--on", "あす"], "日付として読めません"),
        (["--for", "高橋由美"], "--preview"),
        (["--preview"], "--for"),
    ],
)
def test_what_cannot_be_shown_is_said(arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = digest(capsys, *arguments)
    assert (code, out) == (2, "")
    assert complaint in err


def test_nothing_is_planned_by_looking(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    digest(capsys, "--preview", "--for", "高橋由美", "--on", "2026-11-16")
    database = open_database(data_dir / "minori.sqlite3")
    assert database.digests.of_person("takahashi", since=MET_AT - timedelta(days=400)) == []
    assert database.deliveries.counts() == {}
    database.close()


def test_what_an_admin_would_be_told_quotes_nobody(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = open_database(data_dir / "minori.sqlite3")
    admin = Member(id="n", address="U7", name="中村 直樹", roles=frozenset({Role.ADMIN}), added_at=MET_AT)
    database.people.change(lambda _: Changes(companies=(), people=(admin,)))
    sources = [{"guide": "trial", "title": "実証の手引", "heading": "費用", "page": 3}]
    for id, text, answer in (
        ("1", "株式会社wordsの助成金の締切", {}),
        ("2", "xyz", {}),
        ("3", "実証", {"sources": sources}),
    ):
        database.questions.record(
            question_id=id,
            conversation_id="D1",
            asked_at=MET_AT,
            locale="ja",
            text=text,
            state="answered" if answer else "not_in_guides",
            answer=answer,
            duration_ms=1,
            asker="U1",
        )
    database.close()
    _, out, _ = digest(capsys, "--unanswered", "--preview", "--for", "U7", "--on", "2026-11-10", "--json")
    row = json.loads(out)
    topic = {"heading": "締切", "questions": 1, "people": 1, "firms": 0, "handed_over": 0, "late": 0}
    assert row["topics"] == [topic]
    assert (row["for"], row["first"], row["last"]) == ("中村 直樹", "2026-11-02", "2026-11-08")
    assert (row["others"], row["wrong"], row["empty"]) == (1, [], False)
    assert "words" not in out
    _, out, _ = digest(capsys, "--unanswered", "--preview", "--for", "U7", "--on", "2026-11-10")
    assert "中村 直樹さんへのお知らせ" in out
    assert "words" not in out
    _, out, _ = digest(capsys, "--unanswered", "--preview", "--for", "U7", "--on", "2026-12-10")
    assert "お答えできなかったご質問も、正しくないとされたガイドもありません。" in out


def test_a_guide_marked_wrong_is_told_with_its_places(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = open_database(data_dir / "minori.sqlite3", clock=VirtualClock(MET_AT))
    admin = Member(id="n", address="U7", name="中村 直樹", roles=frozenset({Role.ADMIN}), added_at=MET_AT)
    database.people.change(lambda _: Changes(companies=(), people=(admin,)))
    sources = [
        {"guide": "trial", "title": "実証の手引", "heading": "費用", "page": 3},
        {"guide": "trial", "title": "実証の手引", "heading": "判断の日", "page": None},
    ]
    database.questions.record(
        question_id="1",
        conversation_id="D1",
        asked_at=MET_AT,
        locale="ja",
        text="実証の費用",
        state="answered",
        answer={"sources": sources},
        duration_ms=1,
        asker="U1",
    )
    database.questions.rate(question_id="1", address="U1", is_useful=False)
    database.close()
    told = ("--unanswered", "--preview", "--for", "U7", "--on", "2026-11-10")
    _, out, _ = digest(capsys, *told, "--json")
    places = [{"heading": "判断の日", "page": None, "people": 1}, {"heading": "費用", "page": 3, "people": 1}]
    assert json.loads(out)["wrong"] == [{"guide": "trial", "title": "実証の手引", "people": 1, "places": places}]
    _, out, _ = digest(capsys, *told)
    assert "・実証の手引：1 名の方から\n　「判断の日」：1 名\n　「費用」3 ページ：1 名" in out


def test_who_is_no_admin_is_told_nothing_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    _, _, err = digest(capsys, "--unanswered", "--preview", "--for", "takahashi")
    assert "管理者ではありません" in err


def test_on_a_day_off_it_is_said_when_it_comes(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, err = digest(capsys, "--preview", "--for", "takahashi", "--on", "2026-11-23", "--json")
    assert json.loads(out)["date"] == "2026-11-23"
    assert "2026-11-24 にお届けします" in err
    _, _, err = digest(capsys, "--preview", "--for", "takahashi", "--on", "2026-11-24", "--json")
    assert err == ""
