"""Pasted lists: headings, marks, tables; no line is lost."""

from __future__ import annotations

from datetime import date

from bot.bootstrap import load_working_days
from bot.core.meetings.parsing.models import CardList
from bot.core.meetings.parsing.pasted import parse_lines
from tests.fakes.corpus import names

CALENDAR, NAMES = load_working_days(), names()


def parse(text: str) -> CardList:
    return parse_lines(text, on=date(2026, 11, 20), calendar=CALENDAR, names=NAMES)


def who(cards: CardList) -> list[tuple[str | None, str | None, str | None]]:
    return [(one.company, one.person, one.title) for one in cards.cards]


def test_a_heading_holds_for_all_and_marks_are_no_words() -> None:
    cards = parse(
        "今日のものづくりフェアで\n・山田製作所 田中太郎 部長\n1. ㈱丸山 営業部 課長 佐藤次郎 090-1234-5678\n\n"
        "② 有限会社みどり食品　長谷川様\n読めない控え\n"
    )
    assert (cards.event, cards.met_on) == ("ものづくりフェア", date(2026, 11, 20))
    assert who(cards) == [
        ("山田製作所", "田中太郎", "部長"),
        ("㈱丸山", "佐藤次郎", "課長"),
        ("有限会社みどり食品", "長谷川", None),
        (None, None, None),
    ]
    assert {(one.event, one.met_on) for one in cards.cards} == {("ものづくりフェア", date(2026, 11, 20))}
    assert cards.cards[-1].text == "読めない控え"


def test_a_table_with_column_names() -> None:
    cards = parse("会社名,氏名,役職\n山田製作所,田中太郎,部長\n東北精機(株),高橋 健,専務取締役\n")
    assert who(cards) == [("山田製作所", "田中太郎", "部長"), ("東北精機(株)", "高橋 健", "専務取締役")]


def test_tabs_and_a_later_heading() -> None:
    cards = parse("11/18 商談会\n丸菱産業\t大久保 健一\t代表取締役\n11/19 見本市\n長野電子\t小林\t主任")
    assert (cards.event, cards.met_on) == ("商談会", date(2026, 11, 18))
    assert [(one.event, one.met_on) for one in cards.cards] == [
        ("商談会", date(2026, 11, 18)),
        ("見本市", date(2026, 11, 19)),
    ]
    assert who(cards) == [("丸菱産業", "大久保 健一", "代表取締役"), ("長野電子", "小林", "主任")]


def test_what_a_card_says_itself_holds() -> None:
    cards = parse("昨日の展示会\n山田製作所 田中さん 来週水曜10時に電話")
    (card,) = cards.cards
    assert (card.met_on, card.due_on, card.next_step) == (date(2026, 11, 19), date(2026, 11, 25), "電話")
