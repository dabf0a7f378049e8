"""Japanese text in every encoding people still save it in."""

from __future__ import annotations

import codecs

import pytest

from bot.adapters.document_readers.encodings import decode, python_name
from bot.adapters.document_readers.guard import GuardedDocumentReader
from bot.errors import DocumentRefused

LONG = "試作の約束は、日付と担当を決めてから始める。\r\n費用の上限は①社長、②工場長の順に確かめる。\r\n"
SHORT = "名前,住所\r\n髙橋,栃木\r\n"
KATAKANA = "コーヒーメーカーのカタログ\n"
KANJI = "会社名,所在地,代表者\n実業社,栃木県,山田\n"


@pytest.mark.parametrize("text", [LONG, SHORT, KATAKANA, KANJI], ids=["long", "short", "katakana", "kanji"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jis_2004", "utf-16-le", "utf-16-be"]
)
def test_the_text_comes_back(text: str, encoding: str) -> None:
    if "髙" in text and encoding == "euc_jis_2004":
        text = text.replace("髙", "高")
    assert decode(text.encode(encoding)).text == text


def test_mail_text_is_known_by_its_escapes() -> None:
    text = LONG.replace("①", "一").replace("②", "二")
    assert decode(text.encode("iso2022_jp")).text == text


def test_a_byte_order_mark_settles_it() -> None:
    assert decode(codecs.BOM_UTF16_BE + "約束".encode("utf-16-be")).text == "約束"


def test_western_text_is_not_taken_for_japanese() -> None:
    text = "The “trial sheet” is naïve about cafés – and that’s fine."
    assert decode(text.encode("cp1252")).text == text


def test_a_last_character_cut_in_half_is_left_off() -> None:
    assert decode(LONG.strip().encode("cp932")[:-1]).text == LONG.strip()[:-1]


def test_what_cannot_be_told_is_asked_with_a_preview() -> None:
    with pytest.raises(DocumentRefused) as caught:
        GuardedDocumentReader().read(file_name="謎.txt", content=b"\xb1\xb2\xb3\xb4 \xb1\xb2")
    assert caught.value.key == "refused-encoding-unclear"
    assert caught.value.arguments["preview"]


@pytest.mark.parametrize(
    ("told", "key"),
    [
        ("euc-jp", "refused-encoding-wrong"),
        ("nonsense", "refused-encoding-unknown"),
        ("base64", "refused-encoding-unknown"),
    ],
)
def test_a_wrong_word_about_the_encoding_is_said(told: str, key: str) -> None:
    with pytest.raises(DocumentRefused) as caught:
        GuardedDocumentReader(encoding=told).read(file_name="表.csv", content="ｱｲｳ髙①".encode("cp932"))
    assert caught.value.key == key
    assert caught.value.arguments["encoding"] == told


@pytest.mark.parametrize("told", ["Shift_JIS", "shift-jis", "sjis", "CP932", "Windows-31J"])
def test_shift_jis_is_read_as_windows_writes_it(told: str) -> None:
    content = "①㈱髙橋～".encode("cp932")
    assert decode(content, encoding=told).text == "①㈱髙橋～"
    document = GuardedDocumentReader().read(file_name="短.txt", content=content, encoding=told)
    assert document.blocks[0].text == "①㈱髙橋～"


def test_half_width_letters_are_read() -> None:
    document = GuardedDocumentReader().read(file_name="半角.txt", content="ﾃｽﾄ 試験 ﾌｧｲﾙ".encode("cp932"))
    assert document.blocks


def test_labels_of_encodings() -> None:
    assert python_name("x-sjis") == "cp932"
    assert python_name(" 'EUC-JP' ") == "euc_jp"
    assert python_name("no-such-thing") is None
