"""A file of people, whatever program saved it."""

from __future__ import annotations

import pytest

from bot.adapters.people_file import LARGEST_MB, text_of
from bot.errors import DocumentRefused, UsageError

TABLE = "氏名,会社,メール\r\n髙橋 渚,㈱海野技研,nagisa@umino.example.jp\r\n"
SHORT = "氏名,メール\r\n林,a@b.jp\r\n"
NAMES = "name,email\r\n林,a@b.jp\r\n"


@pytest.mark.parametrize("encoding", ["cp932", "utf-8", "utf-8-sig", "utf-16", "euc_jis_2004"])
def test_every_usual_encoding(encoding: str) -> None:
    # EUC-JP has no 髙.
    table = TABLE.replace("髙", "高") if encoding.startswith("euc") else TABLE
    assert text_of(table.encode(encoding), file_name="a.csv").removeprefix("\ufeff") == table


@pytest.mark.parametrize("encoding", ["cp932", "utf-8", "utf-8-sig", "utf-16", "euc_jp"])
def test_a_table_too_short_to_tell_by_its_text_is_told_by_its_headings(encoding: str) -> None:
    assert text_of(SHORT.encode(encoding), file_name="a.csv").removeprefix("\ufeff") == SHORT


def test_headings_in_english_with_a_name_as_excel_saves_it() -> None:
    assert text_of(NAMES.encode("cp932"), file_name="a.csv") == NAMES


def test_the_encoding_that_a_person_names_is_the_one_that_is_tried() -> None:
    assert text_of(SHORT.encode("euc_jp"), file_name="a.csv", encoding="euc-jp") == SHORT
    with pytest.raises(DocumentRefused) as refused:
        text_of(SHORT.encode("cp932"), file_name="a.csv", encoding="utf-8")
    assert refused.value.key == "refused-encoding-wrong"
    assert refused.value.arguments["file"] == "a.csv"


def test_what_is_no_text_is_refused_with_its_name() -> None:
    with pytest.raises(DocumentRefused) as refused:
        text_of(bytes(range(128, 256)) * 4, file_name="a.csv")
    assert refused.value.arguments["file"] == "a.csv"


@pytest.mark.parametrize("begins", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1"])
def test_a_workbook_is_refused_with_what_to_do(begins: bytes) -> None:
    with pytest.raises(UsageError) as refused:
        text_of(begins + b"\x00" * 100, file_name="名簿.xlsx")
    assert refused.value.key == "people-import-is-workbook"


def test_a_file_that_is_too_large_is_refused() -> None:
    with pytest.raises(UsageError) as refused:
        text_of(b"a" * (LARGEST_MB * 1024 * 1024 + 1), file_name="a.csv")
    assert refused.value.key == "people-import-too-large"
