"""Which spellings are the same name (表記ゆれ)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.meetings.names import (
    company_as_written,
    may_be_surname_of,
    person_as_written,
    same_company_key,
    same_person_key,
)


@pytest.mark.parametrize(
    "names",
    [
        (
            "株式会社山田製作所",
            "㈱山田製作所",
            "山田製作所（株）",
            "(株) 山田製作所",
            "山田製作所 株式会社",
            "山田製作所御中",
        ),
        ("ヤマダ精機", "ﾔﾏﾀﾞ精機", "ヤマダ　精機", "有限会社ヤマダ精機", "㈲ヤマダ精機"),
        ("ハイテクセンター", "ハイテクセンタ－", "ハイテクセンタ―"),
        ("髙橋電機", "高橋電機", "高橋電機様"),
        ("Acme, Inc.", "ACME", "acme inc", "Ａｃｍｅ"),
        ("Yamada Seiki Co., Ltd.", "Yamada Seiki", "YAMADA SEIKI CO.,LTD."),
        ("一般社団法人みどり会", "みどり会"),
    ],
)
def test_spellings_of_one_firm_share_a_key(names: tuple[str, ...]) -> None:
    assert len({same_company_key(name) for name in names}) == 1
    assert same_company_key(names[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [("山田製作所", "山田製作"), ("山田大学", "山田高専"), ("Acme", "Acme Foods"), ("みどり市役所", "みどり病院")],
)
def test_other_firms_have_other_keys(one: str, other: str) -> None:
    assert same_company_key(one) != same_company_key(other)


@pytest.mark.parametrize(
    "names",
    [
        ("田中 太郎", "田中太郎さん", "田中　太郎様", "田中太郎（たなか たろう）", "田中太郎氏"),
        ("渡邊", "渡辺", "渡邉先生"),
        ("Tanaka", "Tanaka-san", "Mr. Tanaka", "TANAKA"),
    ],
)
def test_spellings_of_one_person_share_a_key(names: tuple[str, ...]) -> None:
    assert len({same_person_key(name) for name in names}) == 1


def test_no_name_has_no_key() -> None:
    assert {same_company_key(" 　"), same_company_key("・"), same_person_key("")} == {""}
    assert same_company_key("株式会社") == "株式会社"


@given(st.text(max_size=60))
def test_a_key_is_its_own_key_in_any_width(name: str) -> None:
    for key_of in (same_company_key, same_person_key):
        assert key_of(f" {name}　") == key_of(name)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("田中さん", "田中　様", True),
        ("田中 太郎", "田中　太郎", True),
        ("Mr. Smith", "Smith", True),
        ("田中太郎", "田中 太郎", False),
        ("髙橋", "高橋", False),
        ("様", "様", True),
    ],
)
def test_one_spelling_of_a_person(one: str, other: str, is_same: bool) -> None:
    assert (person_as_written(one) == person_as_written(other)) is is_same
    assert same_person_key(one) == same_person_key(other)


def test_one_spelling_of_a_firm() -> None:
    assert company_as_written(" ㈱山田製作所 御中") == company_as_written("（株）山田製作所")
    assert company_as_written("㈱山田製作所") != company_as_written("株式会社山田製作所")


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("田中", "田中太郎さん", True),
        ("田中 太郎様", "田中", True),
        ("林", "林 太郎", True),
        ("林", "林太郎", True),
        ("林", "林田", False),
        ("林", "林田 一郎", False),
        ("田中", "田中様", False),
        ("田中", "山田中太郎", False),
        ("Smith", "Ann Smith", True),
        ("Ann", "Anna Smith", False),
        ("", "田中", False),
    ],
)
def test_a_surname_alone(one: str, other: str, may_be: bool) -> None:
    assert may_be_surname_of(one, other) is may_be
    assert may_be_surname_of(other, one) is may_be
