"""Participant lists as people keep them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.meetings.catching.models import Card
from bot.core.meetings.catching.ports import Table
from bot.core.meetings.catching.tables import Found, cards_in, knows_heading


def read(*rows: tuple[str, ...]) -> Found | None:
    return cards_in([Table(title="Sheet1", rows=rows)])


def found(*rows: tuple[str, ...]) -> tuple[Card, ...]:
    result = read(*rows)
    assert result is not None
    return result.cards


def test_title_rows_blank_rows_and_totals_are_no_people() -> None:
    result = read(
        ("第12回 九州ものづくり商談会 参加者名簿", "", ""),
        ("", "", ""),
        ("会社名", "お名前", "役職"),
        ("㈱山田製作所", "田中　太郎 様", "部長"),
        ("", "", ""),
        ("丸山工業", "佐々木", ""),
        ("会社名", "お名前", "役職"),
        ("青葉食品", "高橋", ""),
        ("合計 3 名", "", ""),
        ("以上", "", ""),
    )
    assert result is not None
    assert [(card.number, card.partner, card.contact, card.title) for card in result.cards] == [
        (1, "㈱山田製作所", "田中　太郎", "部長"),
        (2, "丸山工業", "佐々木", ""),
        (3, "青葉食品", "高橋", ""),
    ]
    assert result.above == "第12回 九州ものづくり商談会 参加者名簿"


@pytest.mark.parametrize(
    "header",
    [
        ("会社名", "氏名"),
        ("ご所属", "お名前"),
        ("企 業 名", "担当者名"),
        ("貴社名（必須）", "御芳名"),
        ("Company", "Name"),
        ("COMPANY NAME", "Contact Person"),
        ("ＣＯＭＰＡＮＹ", "Ｎａｍｅ"),
        ("会社・団体名", "ご担当者様"),
        ("会社名\n", "※氏名"),
    ],
)
def test_headings_as_people_write_them(header: tuple[str, str]) -> None:
    (card,) = found(header, ("山田製作所", "田中さん"))
    assert (card.partner, card.contact) == ("山田製作所", "田中")


def test_family_and_given_name_department_and_title_are_joined() -> None:
    (card,) = found(("会社", "姓", "名", "部署", "役職"), ("山田製作所", "田中", "太郎", "営業部", "課長"))
    assert (card.contact, card.title) == ("田中 太郎", "営業部 課長")


@pytest.mark.parametrize("header", [("会社名", "所属", "氏名"), ("所属", "会社名", "氏名")])
def test_an_affiliation_beside_the_firm_is_the_department(header: tuple[str, ...]) -> None:
    cells = {"会社名": "山田製作所", "所属": "品質保証課", "氏名": "田中"}
    (card,) = found(header, tuple(cells[name] for name in header))
    assert (card.partner, card.title) == ("山田製作所", "品質保証課")


def test_telephone_and_mail_are_not_read() -> None:
    (card,) = found(
        ("会社名", "氏名", "電話番号", "メールアドレス", "備考"),
        ("山田製作所", "田中", "090-1234-5678", "tanaka@yamada.example", "接着"),
    )
    assert "090" not in f"{card}"
    assert "example" not in f"{card}"
    assert card.note == "接着"


def test_event_and_day_of_a_row() -> None:
    cards = found(
        ("会社名", "氏名", "イベント", "名刺交換日"),
        ("山田製作所", "田中", "展示会", "2026/11/19"),
        ("丸山工業", "佐々木", "", "2026年2月30日"),
    )
    assert [(card.event, card.met_on) for card in cards] == [("展示会", date(2026, 11, 19)), ("", None)]


def test_of_a_header_in_two_rows_the_fuller_one_counts() -> None:
    (card,) = found(("会社名", "参加者", "参加者"), ("会社名", "氏名", "役職"), ("山田製作所", "田中", "部長"))
    assert (card.contact, card.title) == ("田中", "部長")


@pytest.mark.parametrize(
    "header",
    [("品番", "価格"), ("項目", "担当者", "備考"), ("会社名", "住所"), ("氏名", "点数"), ("質問", "回答"), ("",), ()],
)
def test_other_tables_are_no_lists_of_people(header: tuple[str, ...]) -> None:
    assert read(header, ("山田", "田中", "x")) is None


def test_a_header_is_looked_for_in_the_first_rows_only() -> None:
    assert read(*[("x", "")] * 20, ("会社名", "氏名"), ("山田", "田中")) is None
    assert read(*[("x", "")] * 19, ("会社名", "氏名"), ("山田", "田中")) is not None


def test_five_hundred_at_most_the_others_are_counted() -> None:
    result = read(("会社名", "氏名"), *[(f"会社{number}", "田中") for number in range(507)])
    assert result is not None
    assert (len(result.cards), result.too_many, result.cards[-1].number) == (500, 7, 500)


def test_sheets_follow_one_another_and_others_are_passed_over() -> None:
    people = Table(title="A", rows=(("会社名", "氏名"), ("山田", "田中")))
    prices = Table(title="B", rows=(("品番", "価格"), ("1", "2")))
    more = Table(title="C", rows=(("会社名", "氏名"), ("丸山", "佐々木")))
    result = cards_in([people, prices, more])
    assert result is not None
    assert [(card.number, card.partner) for card in result.cards] == [(1, "山田"), (2, "丸山")]


def test_how_many_headings_are_ours() -> None:
    assert knows_heading(["会社名", "氏名", "電話", ""]) == 2


@given(
    st.lists(st.lists(st.sampled_from(["会社名", "氏名", "所属", "", "計", "名", "x", "田中"]), max_size=5), max_size=8)
)
def test_no_table_is_too_odd(rows: list[list[str]]) -> None:
    result = cards_in([Table(title="", rows=tuple(tuple(row) for row in rows))])
    assert result is None or all(card.is_named for card in result.cards)


def test_a_reading_in_brackets_is_no_part_of_a_name_and_one_column_may_hold_department_and_title() -> None:
    cards = found(
        ("No", "御社名", "お名前（フリガナ）", "部署・役職"),
        ("1", "（株）諏訪メッキ", "牛山 修（ウシヤマ オサム）様", "製造部長"),
        ("2", "三州瓦株式会社", "神谷 恵 ( ｶﾐﾔ )", ""),
        ("3", "Brightfield", "Anna (Marie) Kowalski", "購買（海外）"),
    )
    assert [(one.contact, one.title) for one in cards] == [
        ("牛山 修", "製造部長"),
        ("神谷 恵", ""),
        ("Anna (Marie) Kowalski", "購買（海外）"),
    ]
