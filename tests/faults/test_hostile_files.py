"""Files that attack, and files that are merely broken: each ends in its own refusal, and the program stays small."""

from __future__ import annotations

import io
import json
import resource
import time
import zipfile
import zlib

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.adapters.document_readers import child
from bot.adapters.document_readers.formats import Format
from bot.adapters.document_readers.guard import GuardedDocumentReader
from bot.adapters.document_readers.limits import Limits
from bot.core.messages import Message
from bot.errors import DocumentRefused
from tests.unit.adapters.document_readers import made_files as made

READER = GuardedDocumentReader()
SENTENCE = "試作の約束は、日付と担当を決めてから始める。"


def refusal(file_name: str, content: bytes, reader: GuardedDocumentReader = READER) -> DocumentRefused:
    with pytest.raises(DocumentRefused) as caught:
        reader.read(file_name=file_name, content=content)
    assert caught.value.arguments["file"] == file_name
    return caught.value


def outcome(file_name: str, content: bytes) -> str:
    """The key of the refusal, or "read"."""
    try:
        READER.read(file_name=file_name, content=content)
    except DocumentRefused as error:
        return error.key
    return "read"


def deflate_bomb() -> bytes:
    return made.changed(made.word(SENTENCE), {"word/document.xml": bytes(120_000_000)})


def doctored(content: bytes, name: str, old: bytes, new: bytes) -> bytes:
    return made.changed(content, {name: made.part(content, name).replace(old, new)})


def many_parts() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", b"<x/>")
        for number in range(6_000):
            archive.writestr(f"word/{number}", b"")
    return out.getvalue()


def locked_zip() -> bytes:
    content = bytearray(made.word(SENTENCE))
    # Bit 0 of the flags, in each local header and each entry of the central directory.
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.find(signature)
        while start >= 0:
            content[start + place] |= 1
            start = content.find(signature, start + 4)
    return bytes(content)


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def empty_pages() -> bytes:
    return made.pdf_pages([lambda page: None])


def with_dtd() -> bytes:
    entity = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document'
    return doctored(made.word(SENTENCE), "word/document.xml", b"<w:document", entity)


def stream(name: str) -> bytes:
    return made.OLE + bytes(600) + name.encode("utf-16-le") + bytes(600)


MACRO = {"word/vbaProject.bin": b"macro"}
REFUSED = {
    "refused-empty": [("空.txt", b""), ("空白.md", b" \n\n\t"), ("zero.pdf", bytes(100))],
    "refused-unknown-type": [("図.dwg", b"drawing"), ("無印", b"text"), ("p.rtf", b"{\\rtf1 x}")],
    "refused-wrong-type": [
        ("手順.pdf", b"MZ\x90\x00\x03\x00\x00\x00" + bytes(200)),
        ("手順.docx", made.pdf_pages([made.text_page([SENTENCE])])),
        ("表.xlsx", made.word(SENTENCE)),
        ("絵.txt", b"\x89PNG\r\n\x1a\n" + bytes(50)),
        ("束.html", made.word(SENTENCE)),
        ("文.pptx", SENTENCE.encode()),
    ],
    "refused-legacy-word": [("古い.doc", stream("WordDocument")), ("改名.docx", stream("WordDocument"))],
    "refused-legacy-excel": [("古い.xls", stream("Workbook")), ("html.xls", b"<table></table>")],
    "refused-legacy-powerpoint": [("古い.ppt", stream("PowerPoint Document"))],
    "refused-password": [
        ("鍵.docx", stream("EncryptedPackage")),
        ("鍵.pdf", made.pdf_pages([made.text_page([SENTENCE])], password="secret")),
        ("鍵付き.docx", locked_zip()),
    ],
    "refused-macros": [("自動.docx", made.changed(made.word(SENTENCE), MACRO)), ("自動.xlsm", b"PK\x03\x04")],
    "refused-unsafe-path": [
        ("外.docx", made.changed(made.word(SENTENCE), {"word/../../etc/passwd": b"x"})),
        ("根.docx", made.changed(made.word(SENTENCE), {"/etc/passwd": b"x"})),
    ],
    "refused-too-many-parts": [("多い.docx", many_parts())],
    "refused-bomb": [
        ("爆弾.docx", deflate_bomb()),
        ("爆弾.pdf", made.raw_pdf(zlib.compress(made.deflated_zeros(300_000_000)), "[/FlateDecode /FlateDecode]")),
    ],
    "refused-entities": [("実体.docx", with_dtd())],
    "refused-damaged": [
        ("切れ.docx", cut(made.word(SENTENCE))),
        ("切れ.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 8),
        ("壊れ.pptx", made.changed(made.slides("題"), {"ppt/presentation.xml": b"<not xml"})),
        ("本体なし.docx", made.changed(made.word(SENTENCE), {"word/document.xml": None, "word/x": b""})),
    ],
    "refused-pictures-only": [("走査.pdf", made.pdf_pages([made.picture_page, made.picture_page]))],
    "refused-no-text": [("白紙.pdf", empty_pages()), ("白紙.docx", made.word()), ("白紙.html", b"<html><body></body>")],
}
CASES = [(key, name, content) for key, files in REFUSED.items() for name, content in files]


@pytest.mark.parametrize(("key", "name", "content"), CASES, ids=[f"{key}:{name}" for key, name, _ in CASES])
def test_each_file_is_refused_for_its_own_reason(key: str, name: str, content: bytes) -> None:
    started = time.monotonic()
    assert refusal(name, content).key == key
    assert time.monotonic() - started < 15


def test_a_file_over_the_limit_is_refused_with_both_sizes() -> None:
    reader = GuardedDocumentReader(limits=Limits(file_bytes=2_000_000))
    error = refusal("長い.txt", "あ".encode() * 1_000_000, reader)
    assert (error.key, error.arguments["size_mb"], error.arguments["limit_mb"]) == ("refused-too-large", 3, 2)


def test_one_far_cell_costs_little() -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["XFD1048576"] = "遠く"
    book.active["A1"] = "近く"
    started = time.monotonic()
    document = READER.read(file_name="遠い.xlsx", content=made.saved(book))
    assert "近く" in [block.text for block in document.blocks]
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    "text",
    [
        "地域䛾企業䛿、試作䛾約束を日付と担当䛷決める。",
        "縺薙・譁・ｭ怜喧縺代＠縺滓枚縺ｯ隱ｭ繧√∪縺帙ｓ縲ゅ∪縺溘≠縺ｨ縺ｧ繧ゅ≧荳蠎ｦ",
        "文字\ufffd\ufffd\ufffdが\ufffd\ufffd失われた\ufffd\ufffd文",
        "(cid:12)(cid:44)(cid:7)(cid:19)(cid:23)(cid:101)",
        "\ue001\ue002\ue003\ue004\ue005 私用領域だけの文字",
        "???? ?????? ??? ????????",
        "ã\u0081\u0093ã\u0082\u008cã\u0081¯ã\u0081ªã\u0081«ã\u0081\u008b",
    ],
)
def test_garbled_text_is_never_indexed(text: str) -> None:
    error = refusal("化けた.txt", text.encode())
    assert error.key == "refused-garbled"
    assert error.arguments["preview"]


def test_a_garbled_text_layer_of_a_pdf_is_refused() -> None:
    content = made.pdf_pages([made.text_page(["地域䛾企業䛿、試作䛾約束を日付と担当䛷決める。"] * 3)])
    assert refusal("層.pdf", content).key == "refused-garbled"


def test_nothing_outside_the_file_is_read(tmp_path: object) -> None:
    page = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><html><body><p>本文です。&e;</p></body></html>'
    document = READER.read(file_name="外部.html", content=page.encode())
    assert [block.text.removesuffix("&e;") for block in document.blocks] == ["本文です。"]


def test_html_nested_without_end_is_read_or_refused() -> None:
    deep = b"<div>" * 50_000 + "底の文です。".encode() + b"</div>" * 50_000
    assert outcome("深い.html", deep) in {"read", "refused-no-text", "refused-damaged"}


def test_this_process_stays_small() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    content = made.changed(made.word(SENTENCE), {"word/media/x.bin": bytes(99_000)})
    for _ in range(3):
        READER.read(file_name="小.docx", content=content)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 60_000  # KiB on Linux, bytes on macOS


SEEDS = {
    Format.MARKDOWN: (
        "m.md",
        f"---\ntitle: 題\n---\n# 章\n<!-- ask: 何 -->\n- {SENTENCE}\n\n|a|b|\n|-|-|\n|1|2|\n".encode(),
    ),
    Format.PLAIN_TEXT: ("t.txt", f"1 章\n{SENTENCE}\n\f第2章\n・{SENTENCE}\n".encode("cp932")),
    Format.HTML: ("h.html", f"<h1>章</h1><table><tr><td>{SENTENCE}<td>2</table><ul><li>x".encode()),
    Format.CSV: ("c.csv", "名前,年齢\n山田,30\n".encode("euc_jp")),
    Format.DOCX: ("d.docx", made.word(SENTENCE)),
    Format.PPTX: ("p.pptx", made.slides(SENTENCE)),
    Format.XLSX: ("x.xlsx", made.workbook([["a", "b"], [1, 2]])),
}


@pytest.mark.parametrize("format_", list(SEEDS), ids=[f.value for f in SEEDS])
@given(data=st.data())
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_damage_anywhere_ends_in_a_document_or_a_refusal(format_: Format, data: st.DataObject) -> None:
    _, seed = SEEDS[format_]
    content = bytearray(seed)
    for _ in range(data.draw(st.integers(0, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    content = content[: data.draw(st.integers(1, len(content)))] + data.draw(st.binary(max_size=20))
    answer = json.loads(child.answer(bytes(content), format_=format_, encoding=None, missing_limits=()))
    assert answer.get("refused", "refused-").startswith("refused-")
    assert "refused" in answer or answer["blocks"]


@pytest.mark.parametrize("place", [0.1, 0.35, 0.6, 0.85, 0.99])
def test_a_pdf_damaged_anywhere_ends_in_a_document_or_a_refusal(place: float) -> None:
    content = bytearray(made.pdf_pages([made.text_page([SENTENCE] * 3)]))
    start = int(place * len(content))
    for changed in (content[:start], content[:start] + b"\xff\x00obj" * 3 + content[start + 15 :]):
        allowed = {"read", "refused-damaged", "refused-garbled", "refused-no-text", "refused-pictures-only"}
        assert outcome("傷.pdf", bytes(changed)) in allowed


def test_every_refusal_has_a_sentence_in_both_languages(sentences: object) -> None:
    from bot.adapters.sentences import FluentSentences

    assert isinstance(sentences, FluentSentences)
    for key in REFUSED:
        arguments = {"file": "手順.pdf", "extension": "pdf", "found": "zip", "limit": 5000, "limit_mb": 100}
        for locale in ("ja", "en"):
            assert "手順.pdf" in sentences.say(Message(key, arguments), locale=locale)  # type: ignore[arg-type]
