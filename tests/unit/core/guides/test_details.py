from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from bot.core.guides.details import FRONT_MATTER_KEYS, KINDS, GuideOptions, ReadDetails, read_details, slug
from bot.core.guides.edition_dates import read_date
from bot.core.guides.models import Block, BlockKind, ExtractedDocument
from bot.core.guides.refusals import DetailsRefused
from bot.core.messages import Message

TODAY = date(2026, 10, 1)


def read(
    details: dict[str, str | list[str]] | None = None,
    *,
    file_name: str = "出会い.md",
    content: bytes = b"",
    options: GuideOptions | None = None,
    blocks: tuple[Block, ...] = (Block(kind=BlockKind.PARAGRAPH, text="お礼を送ります。"),),
) -> ReadDetails:
    return read_details(
        document=ExtractedDocument(blocks=blocks, details=details or {}),
        file_name=file_name,
        content=content,
        options=options or GuideOptions(),
        today=TODAY,
    )


def problems(
    details: dict[str, str | list[str]], *, content: bytes = b"", options: GuideOptions | None = None
) -> list[Message]:
    with pytest.raises(DetailsRefused) as refused:
        read(details, content=content, options=options)
    return list(refused.value.problems)


@pytest.mark.parametrize(
    ("written", "first_on", "last_on"),
    [
        ("2026-04-01", "2026-04-01", "2026-04-01"),
        ("2026/4/1", "2026-04-01", "2026-04-01"),
        ("２０２６年４月１日", "2026-04-01", "2026-04-01"),
        ("令和8年4月1日", "2026-04-01", "2026-04-01"),
        ("令和 ８ 年 ４ 月", "2026-04-01", "2026-04-30"),
        ("令和元年5月1日", "2019-05-01", "2019-05-01"),
        ("平成31年4月30日", "2019-04-30", "2019-04-30"),
        ("R8.4.1", "2026-04-01", "2026-04-01"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2024年2月", "2024-02-01", "2024-02-29"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026年", "2026-01-01", "2026-12-31"),
        ("令和8年度", "2026-04-01", "2027-03-31"),
        ("2026年4月版", "2026-04-01", "2026-04-30"),
        ("2024-05-01T10:00:00Z", "2024-05-01", "2024-05-01"),
    ],
)
def test_dates_as_people_write_them(written: str, first_on: str, last_on: str) -> None:
    span = read_date(written)
    assert (str(span.first_on), str(span.last_on)) == (first_on, last_on)


@pytest.mark.parametrize(
    "written", ["", "春ごろ", "2026-13-01", "2026-02-30", "4月1日", "26-4-1", "2026-4/1", "0000-01-01"]
)
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(ValueError):
        read_date(written)


def test_everything_that_front_matter_can_say() -> None:
    details = read(
        {
            "id": "encounter-before",
            "title": "出会いの準備",
            "edition": "令和8年4月1日",
            "kind": "plan",
            "audience": ["member", "coordinator"],
            "sources": "中小企業庁",
            "language": "ja",
            "region": "福井県",
            "contact": "ふくい産業支援センター",
            "valid_from": "2026-04",
            "valid_until": "令和8年度",
            "deadline": "2027年1月",
        }
    ).details
    assert (details.id, details.title, details.kind) == ("encounter-before", "出会いの準備", "plan")
    assert (details.edition_on, details.edition_is_known) == (date(2026, 4, 1), True)
    assert (details.audience, details.sources) == (("member", "coordinator"), ("中小企業庁",))
    assert (details.region, details.contact) == ("福井県", "ふくい産業支援センター")
    assert (details.valid_from, details.valid_until) == (date(2026, 4, 1), date(2027, 3, 31))
    assert details.deadline_on == date(2027, 1, 31)


def test_options_win_over_the_file() -> None:
    options = GuideOptions(id="b", title="題", edition="2025", kind="qa", region="石川県", audience=("admin",))
    details = read(
        {"id": "a", "title": "元", "edition": "2026", "region": "富山県", "audience": "x"}, options=options
    ).details
    assert (details.id, details.title, details.kind, details.region) == ("b", "題", "qa", "石川県")
    assert (details.edition_on, details.audience) == (date(2025, 1, 1), ("admin",))


def test_without_anything_said_the_file_speaks() -> None:
    heading = Block(kind=BlockKind.HEADING, text="展示会の手引き", level=1)
    read_one = read(file_name="資料/展示会 手引き（第２版）.md", blocks=(heading,))
    assert read_one.details.id == "展示会-手引き-第２版"
    assert read_one.details.title == "展示会の手引き"
    assert (read_one.details.edition_on, read_one.details.edition_is_known) == (TODAY, False)
    assert read_one.warnings == (Message("guides-edition-unknown", {"date": "2026-10-01"}),)
    assert read(file_name="a/b.pdf").details.title == "b"


def test_the_document_property_is_the_edition_only_where_nothing_else_is() -> None:
    assert read({"modified": "2024-05-01T10:00:00Z"}).details.edition_on == date(2024, 5, 1)
    assert read({"modified": "2024-05-01", "edition": "2025"}).details.edition_on == date(2025, 1, 1)
    assert read({"modified": "いつか"}).details.edition_is_known is False


@pytest.mark.parametrize("title", ["無題", "Microsoft Word - 要綱.doc", "PowerPoint プレゼンテーション", "sheet.xlsx"])
def test_a_title_that_a_program_made_up_is_no_title(title: str) -> None:
    heading = Block(kind=BlockKind.HEADING, text="公募要領", level=1)
    assert read({"title": title}, blocks=(heading,)).details.title == "公募要領"


def test_language_is_seen_from_the_text() -> None:
    assert read(blocks=(Block(kind=BlockKind.PARAGRAPH, text="Send thanks."),)).details.language == "en"


def test_all_problems_are_named_at_once_with_their_lines() -> None:
    content = b"---\nid: a b\ntitel: x\nkind: guidebook\nedition: haru\nregion:\n  - x\n  - y\n---\ntext: 1\n"
    raw: dict[str, str | list[str]] = {
        "id": "a b",
        "titel": "x",
        "kind": "guidebook",
        "edition": "haru",
        "region": ["x", "y"],
    }
    found = {message.key: message.arguments for message in problems(raw, content=content)}
    assert found == {
        "guides-details-unknown-key": {"key": "titel", "line": 3, "allowed": ", ".join(FRONT_MATTER_KEYS)},
        "guides-details-id": {"key": "id", "line": 2, "value": "a b"},
        "guides-details-choice": {"key": "kind", "line": 4, "value": "guidebook", "allowed": ", ".join(KINDS)},
        "guides-details-date": {"key": "edition", "line": 5, "value": "haru"},
        "guides-details-one-value": {"key": "region", "line": 6},
    }


def test_a_wrong_option_has_no_line() -> None:
    content = "---\nedition: 2026\n---\n".encode("cp932")
    found = problems({"edition": "2026"}, content=content, options=GuideOptions(edition="あす"))
    assert found == [Message("guides-details-date", {"key": "edition", "line": 0, "value": "あす"})]


def test_validity_must_not_end_before_it_starts() -> None:
    found = problems({"valid_from": "2026-04-02", "valid_until": "2026-04-01"})
    assert found == [Message("guides-details-validity", {"key": "valid_until", "line": 0, "valid_from": "2026-04-02"})]
    same_day = read({"valid_from": "2026-12-01", "valid_until": "2026-12-01"})
    assert same_day.details.valid_until == date(2026, 12, 1)


def test_an_expired_or_future_guide_is_pointed_out() -> None:
    keys = [message.key for message in read({"edition": "2027", "valid_until": "2026-09-30"}).warnings]
    assert keys == ["guides-edition-ahead", "guides-expired"]


@pytest.mark.parametrize(
    ("file_name", "expected"),
    [
        ("Encounter Before.MD", "encounter-before"),
        (unicodedata.normalize("NFD", "ガイド.pdf"), "ガイド-pdf"),
        ("..\\フォルダー\\サーバー保守.docx", "サーバー保守-docx"),
        ("a@1/../b#?.md", "b"),
        ("a\u202e\u200bb.md", "a-b"),
        ("々〆ヶ・ー.txt", "々〆ヶ-ー"),
        ("(((.md", ""),
        ("(((.pdf", ""),
        ("test.docx", "test-docx"),
        ("test.PPTX", "test-pptx"),
        ("長" * 300 + ".xlsx", "長" * 75 + "-xlsx"),
        ("第1回.資料 案", "第1回.資料-案"),
        ("長" * 300 + ".md", "長" * 80),
    ],
)
def test_an_id_from_a_file_name_is_safe(file_name: str, expected: str) -> None:
    assert slug(file_name) == expected


def test_a_file_name_without_letters_asks_for_an_id() -> None:
    with pytest.raises(DetailsRefused) as refused:
        read(file_name="---.md")
    assert [message.key for message in refused.value.problems] == ["guides-details-no-id"]


@pytest.mark.parametrize("chosen", ["a/b", "a@1", "-a", "a b", "a\u202eb", "x" * 81])
def test_an_id_that_is_not_safe_is_refused(chosen: str) -> None:
    assert [message.key for message in problems({"id": chosen})] == ["guides-details-id"]
