"""The hand-over pack on paper and as a workbook: what is in both, page numbers, long words, formulas."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Literal

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from bot.adapters.exports.pack_calendar import pack_calendar
from bot.adapters.pack_workbook import drawn_pack
from bot.adapters.pictures import typesetting
from bot.adapters.pictures.pack_pages import pack_pdf
from bot.core.hand_over_packs import volumes
from bot.core.hand_over_packs.models import Happened, Pack
from bot.core.hand_over_packs.volumes import volumes_of
from bot.core.messages import Message, Say
from bot.core.people import Member
from tests.chat.sent_files import everything_in, text_of_pages
from tests.unit.core.hand_over_packs.house import TAKAHASHI, TODAY, House, full, in_english, matter, outline, say

NOTE = "\n".join(f"{number}行目：検査の自動化についてうかがいました。" for number in range(1, 41))
A4 = (595, 842)


def on_paper(pack: Pack, speak: Say) -> bytes:
    """A pack of one volume."""
    [volume] = volumes_of(pack)
    return pack_pdf(pack, volume, speak)


def pages(pack: Pack) -> PdfReader:
    return PdfReader(BytesIO(on_paper(pack, say)))


def test_the_first_page_lists_firms_in_order_and_every_page_is_numbered() -> None:
    found = pages(full().gathering.portfolio(TAKAHASHI))
    first = "".join(found.pages[0].extract_text().split())
    places = [first.index(name) for name in ("そら木工", "株式会社あおい精機", "うみ食品")]
    assert places == sorted(places)
    for number, page in enumerate(found.pages, start=1):
        assert f"{number}/{len(found.pages)}" in "".join(page.extract_text().split())
        assert (round(page.mediabox.width), round(page.mediabox.height)) == A4
    assert [str(one["/Title"]) for one in found.outline if isinstance(one, dict)] == ["そら木工", "株式会社あおい精機"]


@pytest.mark.parametrize("speak", [say, in_english])
def test_what_the_next_owner_needs_is_in_both_files(speak: object) -> None:
    pack = full().gathering.of_firms(TAKAHASHI, ["aoi"])
    book = everything_in(drawn_pack(pack, speak))  # type: ignore[arg-type]
    paper = text_of_pages(on_paper(pack, speak))  # type: ignore[arg-type]
    for words in (
        *(
            "丸山工業",
            "佐々木 次郎",
            "部長",
            "不良率の目標を合意する",
            "見積もりを送る",
            "中村 太一",
            "治具の費用",
            "加工条件",
        ),
        *(
            "薄板を切る",
            "発注の方",
            "補助の対象になりますか",
            "四月末です",
            "検査の手間に困る会社があります",
            "前提をそろえる",
        ),
        *("yamada@example.jp", "ゆっくり", "一行目", "二行目", "目視で月二百時間"),
    ):
        assert words in book, words
        assert "".join(words.split()) in paper, words


def test_of_an_outline_there_is_nothing_but_dates_stage_and_wall() -> None:
    house = House(known={"sora": [outline("m3")]}, with_more=frozenset())
    pack = house.gathering.of_firms(TAKAHASHI, ["sora"])
    book, paper = everything_in(drawn_pack(pack, say)), text_of_pages(on_paper(pack, say))
    for secret in ("丸山", "佐々木", "部長", "展示会", "不良率", "見積", "中村", "治具", "加工条件", "山田", "検査機"):
        assert secret not in book, secret
        assert secret not in paper, secret
    assert "3月5日（金）10:00まで" in paper
    assert "実証" in paper


def test_forty_lines_and_long_names_break_and_tables_repeat_their_heading() -> None:
    long = matter(
        "m1",
        partner="Internationale_Gesellschaft_fuer_Praezisionswerkzeugmaschinenbau_und_Messtechnik_GmbH",
        said=(("topic", NOTE),),
        history=tuple(
            Happened(on=TODAY, what=Message("meeting-history-contact"), words=NOTE, by="山田") for _ in range(3)
        ),
    )
    pack = House(known={"aoi": [long]}).gathering.of_firms(TAKAHASHI, ["aoi"])
    found = pages(pack)
    whole = text_of_pages(on_paper(pack, say))
    assert whole.count("40行目：検査の自動化についてうかがいました。") == 4
    with_history = [page for page in found.pages if "記録した方" in page.extract_text()]
    assert len(with_history) >= 3


def test_very_long_words_say_on_paper_where_the_rest_is() -> None:
    pack = House(known={"aoi": [matter("m1", goal="長" * 5_000)]}).gathering.of_firms(TAKAHASHI, ["aoi"])
    assert "（続きはExcelにあります）" in text_of_pages(on_paper(pack, say))
    assert "長" * 5_000 in everything_in(drawn_pack(pack, say))


def test_a_firm_without_anything_says_so_alone_and_has_no_page_in_a_portfolio() -> None:
    house = House(known={"sora": [outline("m3")]}, with_more=frozenset())
    alone = house.gathering.of_firms(TAKAHASHI, ["aoi"])
    bare = replace(alone, firms=tuple(replace(one, people=(), settings=()) for one in alone.firms))
    assert "まだ記録されていません" in text_of_pages(on_paper(bare, say))
    nothing = pages(replace(bare, is_portfolio=True))
    assert nothing.outline == []


def test_a_visit_is_called_one_and_stands_at_no_stage() -> None:
    visit = matter("v1", kind="support_visit", stage="second_meeting", wall="", history=())
    pack = House(known={"aoi": [visit]}).gathering.of_firms(TAKAHASHI, ["aoi"])
    stage = say(Message(f"meeting-stage-{visit.stage}"))
    book = load_workbook(BytesIO(drawn_pack(pack, say)))
    row = dict(zip([cell.value for cell in book.worksheets[1][1]], book.worksheets[1][2], strict=True))
    assert (row["種類"].value, row["段階"].value) == ("支援記録", None)
    words = text_of_pages(on_paper(pack, say))
    assert "支援記録" in words
    assert stage not in words


def test_rows_are_as_high_as_their_words_and_a_wide_sheet_can_be_read_on_paper() -> None:
    long = matter("m1", goal="目標を書く" * 40)
    book = load_workbook(BytesIO(drawn_pack(House(known={"aoi": [long]}).gathering.of_firms(TAKAHASHI, ["aoi"]), say)))
    firms, opened = book.worksheets[:2]
    # Twenty columns of about nine Japanese characters.
    assert (opened.row_dimensions[2].height or 0) >= 20 * 18
    assert (firms.page_setup.fitToWidth, opened.page_setup.fitToWidth) == (1, 2)
    assert opened.print_title_cols == "$A:$C"


def test_words_are_never_a_formula_and_control_characters_are_left_out() -> None:
    pack = House(known={"aoi": [matter("m1", partner="=HYPERLINK(1)", contact="田中\x07太郎")]}).gathering.of_firms(
        TAKAHASHI, ["aoi"]
    )
    book = load_workbook(BytesIO(drawn_pack(pack, say)))
    sheet = book["進行中の出会い"]
    row = dict(zip([cell.value for cell in sheet[1]], sheet[2], strict=True))
    assert (row["お相手"].value, row["お相手"].data_type, row["お名前"].value) == ("=HYPERLINK(1)", "s", "田中太郎")
    for page in book.worksheets:
        assert (page.freeze_panes, page.print_title_rows, bool(page.auto_filter.ref)) == ("A2", "$1:$1", True)
        assert str(page.page_setup.paperSize) == page.PAPERSIZE_A4
    assert text_of_pages(on_paper(pack, say)).count("田中太郎") >= 1


def test_characters_that_the_typeface_lacks_are_shown_to_be_missing() -> None:
    pack = House(known={"aoi": [matter("m1", partner="\U0002a6a5精機")]}).gathering.of_firms(TAKAHASHI, ["aoi"])
    assert "〓精機" in text_of_pages(on_paper(pack, say))


def test_the_calendar_has_the_dates_to_come_and_no_name_of_an_outline() -> None:
    pack = full().gathering.portfolio(TAKAHASHI)
    lines = pack_calendar(pack, say).decode().replace("\r\n ", "").splitlines()
    assert lines.count("BEGIN:VEVENT") == len(pack.dates)
    assert "UID:m1-meeting@minori" in lines
    house = House(known={"sora": [outline("m3")]}, with_more=frozenset())
    assert "丸山" not in pack_calendar(house.gathering.portfolio(TAKAHASHI), say).decode()


def test_the_same_pack_gives_the_same_pages() -> None:
    reader: Member = TAKAHASHI
    pack = full().gathering.portfolio(reader)
    assert on_paper(pack, say) == on_paper(pack, say)


def test_a_volume_says_which_it_is_and_only_the_first_has_the_list_of_firms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(volumes, "LONGEST_VOLUME", 1)
    pack = full().gathering.portfolio(TAKAHASHI)
    drawn = [text_of_pages(pack_pdf(pack, one, say)) for one in volumes_of(pack)]
    count = len(drawn)
    for place, text in enumerate(drawn, start=1):
        assert f"引き継ぎ資料{place}/{count}" in text
        assert ("会社の一覧" in text) is (place == 1)
        assert ("載せていないこと" in text) is (place == count)


def test_of_a_short_pack_the_file_says_what_is_a_heading() -> None:
    pack = full().gathering.portfolio(TAKAHASHI)
    [volume] = volumes_of(pack)
    for is_tagged in (True, False):
        found = PdfReader(BytesIO(pack_pdf(pack, replace(volume, is_tagged=is_tagged), say)))
        assert ("/StructTreeRoot" in found.root_object) is is_tagged


def test_pages_are_drawn_by_a_process_that_ends_and_leave_nothing_in_this_one() -> None:
    typesetting.compiler.cache_clear()
    pages(full().gathering.portfolio(TAKAHASHI))
    assert typesetting.compiler.cache_info().currsize == 0


@pytest.mark.parametrize(
    ("locale", "speak", "day", "missing"),
    [
        ("ja", say, "2027年3月2日（火）", "実証の目安・"),
        ("en", in_english, "Tue2Mar2027", "Measureofthetrial,Who"),
    ],
)
def test_a_page_has_its_year_and_words_joined_as_its_reader_writes(
    locale: Literal["ja", "en"], speak: Say, day: str, missing: str
) -> None:
    paper = text_of_pages(on_paper(full().gathering.portfolio(replace(TAKAHASHI, locale=locale)), speak))
    assert day in paper
    assert missing in paper
