"""Files of cards as rows: workbooks with merged cells, tables in CP932, electronic business cards; damaged ones."""

from __future__ import annotations

import io
import quopri

import openpyxl
import pytest

from bot.adapters.card_table import GuardedCardTables
from bot.adapters.vcards import card_rows
from bot.core.meetings.catching.ports import Table
from bot.errors import DocumentRefused

FILES = GuardedCardTables()


def tables(name: str, content: bytes) -> list[Table]:
    return list(FILES.tables(file_name=name, content=content))


def workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["参加者名簿", None, None])
    sheet.merge_cells("A1:C1")
    sheet.append(["会社名", "氏名", "役職"])
    sheet.append(["山田製作所", "田中", "部長"])
    sheet.append([None, "佐々木", "課長"])
    sheet.merge_cells("A3:A4")
    sheet.append([None, "高橋", 3])
    hidden = book.create_sheet("hidden")
    hidden.sheet_state = "hidden"
    hidden.append(["会社名", "氏名"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_merged_cell_holds_for_all_its_rows() -> None:
    (table,) = tables("名簿.xlsx", workbook())
    assert table.rows[0] == ("参加者名簿",) * 3
    assert table.rows[2:] == (("山田製作所", "田中", "部長"), ("山田製作所", "佐々木", "課長"), ("", "高橋", "3"))


@pytest.mark.parametrize("encoding", ["cp932", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_a_short_table_in_whatever_it_was_saved(encoding: str, delimiter: str) -> None:
    text = delimiter.join(["会社名", "氏名"]) + "\r\n" + delimiter.join(["㈱山田①", '"田中, 太郎"']) + "\r\n"
    (table,) = tables("a.csv", text.encode(encoding))
    assert table.rows == (("会社名", "氏名"), ("㈱山田①", "田中, 太郎"))


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("a.xlsx", b"not a workbook", "refused-wrong-type"),
        ("a.xlsx", b"PK\x03\x04 broken", "refused-damaged"),
        ("a.csv", b"", "refused-empty"),
        ("a.csv", b"\x7fELF\x00\x00", "refused-wrong-type"),
        ("a.vcf", b"\x89PNG\r\n\x1a\n\x00", "refused-wrong-type"),
        ("a.vcf", "こんにちは".encode(), "refused-no-text"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "refused-legacy-excel"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_under_its_own_name(name: str, content: bytes, key: str) -> None:
    with pytest.raises(DocumentRefused) as refused:
        tables(name, content)
    assert refused.value.key == key
    assert refused.value.arguments["file"] == name


CARDS = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:田中 太郎\r\nN:田中;太郎;;;\r\nORG:株式会社山田製作所;営業部\r\nTITLE:部長\r\n"
    "TEL;TYPE=WORK:03-0000-0000\r\nEMAIL:tanaka@yamada.example\r\nPHOTO;ENCODING=b:AAAA\r\n BBBB\r\nNOTE:接着\\, 樹\r\n"
    " 脂\\nの件\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:4.0\r\nitem1.ORG:Acme\\; Sons\r\nN:Smith;Ann;;;\r\nEND:VCARD\r\n"
)


def test_electronic_cards_of_today() -> None:
    (table,) = tables("名刺.vcf", CARDS.encode())
    assert table.rows == (
        ("会社名", "部署", "役職", "氏名", "備考"),
        ("株式会社山田製作所", "営業部", "部長", "田中 太郎", "接着, 樹脂 の件"),
        ("Acme; Sons", "", "", "Smith Ann", ""),
    )


def test_electronic_cards_of_old_telephones() -> None:
    name = quopri.encodestring("田中;太郎".encode("cp932"), quotetabs=True).replace(b"\n", b"\r\n")
    plain = "ORG;CHARSET=SHIFT_JIS:山田製作所".encode("cp932")
    long = b"=8E=52=93=63=\r\n=90=BB=8D=EC=8F=8A"
    content = (
        b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:" + name + b"\r\n" + plain
        + b"\r\nTITLE;ENCODING=QUOTED-PRINTABLE;CHARSET=SHIFT_JIS:" + long + b"\r\nEND:VCARD\r\n"
    )  # fmt: skip
    rows = list(card_rows(content))
    assert rows[1] == ("山田製作所", "", "山田製作所", "田中 太郎", "")


def test_a_card_that_breaks_off_is_none() -> None:
    with pytest.raises(DocumentRefused):
        list(card_rows(b"BEGIN:VCARD\r\nFN:x\r\n"))
