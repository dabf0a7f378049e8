"""Lines as people of small firms type them: bodies without a name, blanks around の, hours without 午前 or 午後."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest

from bot.bootstrap_meetings import make_line_reader
from bot.core.meetings.catching.wording import doubts
from bot.core.meetings.parsing.models import AFTERNOON_ASSUMED, HALF_NOT_SAID, Caught

ON = date(2026, 11, 20)


@pytest.fixture(scope="module")
def read() -> Callable[[str, date], Caught]:
    return make_line_reader()


@pytest.mark.parametrize(
    ("text", "company", "person", "title"),
    [
        ("昨夜の懇親会で信用金庫の石井支店長にご挨拶", "信用金庫", "石井", "支店長"),
        ("一昨日 農業試験場の中村研究員に相談。明後日までにデータを送る", "農業試験場", "中村", "研究員"),
        ("本日商工会議所の経営指導員の松本さんが来社。", "商工会議所", "松本", "経営指導員"),
        (
            "きのう 岐阜の見本市で 株式会社ミノセラ の 安田 光男 主任 と話した。",
            "株式会社ミノセラ",
            "安田 光男",
            "主任",
        ),
        ("昨日の懇親会で名刺交換: 安田光男(ミノセラ主任)", "ミノセラ", "安田光男", "主任"),
        ("昨晩「北斗ソリューション」の三宅さんと会った", "北斗ソリューション", "三宅", None),
        ("TKエンジの長野次長と会った", "TKエンジ", "長野", "次長"),
        ("今日、大和精機の佐々木健一部長と名刺交換", "大和精機", "佐々木健一", "部長"),
        ("今日、大和精機の浩二部長に会った", "大和精機", "浩二", "部長"),
        ("今日、丸山工業の田中一部長を訪問", "丸山工業", "田中一", "部長"),
        ("今日、丸山工業の佐藤賢三部長を訪問", "丸山工業", "佐藤賢三", "部長"),
        ("今日、丸山工業の営業一部長の三浦さんを訪問", "丸山工業", "三浦", "営業一部長"),
        ("9月29日にアベ工業の阿部会長を訪問", "アベ工業", "阿部", "会長"),
        ("県工業試験場の主任研究員である山下さんに今日お会いした", "県工業試験場", "山下", "主任研究員"),
    ],
)
def test_who_it_was(
    text: str, company: str, person: str, title: str | None, read: Callable[[str, date], Caught]
) -> None:
    caught = read(text, ON)
    assert (caught.company, caught.person, caught.title) == (company, person, title)


def test_a_step_does_not_swallow_what_was_talked_about_before(read: Callable[[str, date], Caught]) -> None:
    caught = read("一昨日 農業試験場の中村研究員に相談。明後日までにデータを送る", ON)
    assert (caught.next_step, caught.met_on, caught.due_on) == ("データを送る", date(2026, 11, 18), date(2026, 11, 22))


def test_a_plan_that_comes_first_keeps_its_day(read: Callable[[str, date], Caught]) -> None:
    caught = read("明日11時に、先週会ったリバー食品の河村バイヤーに電話する", ON)
    assert (caught.due_on, caught.due_time) == (date(2026, 11, 21), time(11))


def test_why_a_day_will_not_do_is_no_day_of_the_plan(read: Callable[[str, date], Caught]) -> None:
    caught = read("ミズホ繊維と会った。来週の月曜は祝日なので24日に訪問する", ON)
    assert (caught.next_step, caught.due_on) == ("訪問する", date(2026, 11, 24))


@pytest.mark.parametrize(
    ("hour", "at", "note"),
    [
        ("2時", time(14), AFTERNOON_ASSUMED),
        ("6時", None, HALF_NOT_SAID),
        ("朝6時", time(6), None),
        ("8時", time(8), None),
    ],
)
def test_an_hour_without_its_half(
    hour: str, at: time | None, note: str | None, read: Callable[[str, date], Caught]
) -> None:
    caught = read(f"11/26 {hour} 丸山鉄工を訪問", ON)
    assert caught.due_time == at
    assert caught.notes == ((note,) if note else ())


def test_within_next_week_is_a_limit_and_next_week_is_none(read: Callable[[str, date], Caught]) -> None:
    assert read("富士エンジの長谷川さんへ来週中に連絡する", ON).due_on == date(2026, 11, 27)
    assert read("富士エンジの長谷川さんへ来週連絡する", ON).due_on is None


@pytest.mark.parametrize("hour", ["2時", "6時"])
def test_the_proposal_shows_the_doubt_about_an_hour(hour: str, read: Callable[[str, date], Caught]) -> None:
    assert len(doubts(read(f"11/26 {hour} 丸山鉄工を訪問", ON).notes)) == 1
