from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.guides.models import PASSAGE_LIMIT, Block, BlockKind, ExtractedDocument, Passage
from bot.core.guides.packing import READABLE
from bot.core.guides.passages import passages_of

SENTENCE = "展示会のあとは、相手の困りごとを一つ書いたお礼を、翌営業日までに送ることを目安にします。"


def heading(text: str, level: int = 2, asked: tuple[str, ...] = (), page: int | None = None) -> Block:
    return Block(kind=BlockKind.HEADING, text=text, level=level, asked=asked, page=page)


def paragraph(text: str, page: int | None = None) -> Block:
    return Block(kind=BlockKind.PARAGRAPH, text=text, page=page)


def item(text: str, level: int = 1) -> Block:
    return Block(kind=BlockKind.LIST_ITEM, text=text, level=level)


def row(text: str) -> Block:
    return Block(kind=BlockKind.TABLE_ROW, text=text)


def cut(*blocks: Block, title: str = "出会い") -> tuple[Passage, ...]:
    return passages_of(document=ExtractedDocument(blocks=blocks), guide_id="出会い", number=3, title=title)


def test_a_document_without_text_has_no_passages() -> None:
    assert cut() == ()
    assert cut(heading("空", 1), paragraph("  ")) == ()


def test_ids_paths_and_pages() -> None:
    first, turned, second = cut(
        heading("出会い", 1, page=1),
        heading("準備", 2, page=1),
        paragraph("目的を書く。", page=1),
        paragraph("問いを書く。", page=2),
        heading("当日", 2, page=3),
        heading("持ち物", 3, page=3),
        paragraph("名刺。", page=3),
    )
    assert (first.id, first.ordinal, first.release_number) == ("出会い@3/1", 1, 3)
    assert (first.heading_path, first.page, first.page_to, first.text) == (("準備",), 1, 1, "目的を書く。")
    assert (turned.heading_path, turned.page, turned.page_to, turned.text) == (("準備",), 2, 2, "問いを書く。")
    assert (second.id, second.heading_path, second.page, second.page_to) == ("出会い@3/3", ("当日", "持ち物"), 3, 3)


def test_a_first_heading_other_than_the_title_stays_in_the_path() -> None:
    assert cut(heading("はじめに", 1), paragraph("文。"))[0].heading_path == ("はじめに",)
    (one,) = cut(heading("ＡＢＣ 手引き", 1), heading("章"), paragraph("文。"), title="abc手引き")
    assert one.heading_path == ("章",)


def test_levels_that_are_skipped_keep_their_parents() -> None:
    found = cut(heading("一", 1), heading("二", 4), paragraph("文。"), heading("三", 2), paragraph("文。"), title="-")
    assert [one.heading_path for one in found] == [("一", "二"), ("一", "三")]


def test_a_passage_never_crosses_a_heading() -> None:
    found = cut(heading("一"), paragraph("短い。"), heading("二"), paragraph("これも短い。"))
    assert [one.text for one in found] == ["短い。", "これも短い。"]


def test_items_get_a_mark_unless_they_have_one() -> None:
    (one,) = cut(
        item("目的"),
        item("① 問い"),
        item("1. 日時"),
        item("（ア）場所"),
        item("・名刺"),
        item("第3条 期限"),
        item("10人"),
    )
    assert one.text.splitlines() == ["・目的", "① 問い", "1. 日時", "（ア）場所", "・名刺", "第3条 期限", "・10人"]


def test_ways_of_asking_go_to_every_passage_of_the_section_and_no_other() -> None:
    long = [paragraph(SENTENCE * 4) for _ in range(5)]
    found = cut(heading("礼", asked=("いつ送る",)), *long, heading("次"), paragraph("文。"))
    assert len(found) > 2
    assert {one.asked for one in found[:-1]} == {("いつ送る",)}
    assert found[-1].asked == ()


def test_ways_of_asking_a_heading_without_text_go_to_the_section_below() -> None:
    found = cut(
        heading("礼", asked=("甲",)),
        heading("文面", 3, ("乙",)),
        paragraph("文。"),
        heading("時期", 3),
        paragraph("文。"),
    )
    assert [one.asked for one in found] == [("甲", "乙"), ()]


def test_a_short_section_stays_whole_and_a_long_one_is_cut_at_blocks() -> None:
    assert len(cut(*[paragraph(SENTENCE)] * 10)) == 1
    found = cut(*[paragraph(SENTENCE * 3)] * 10)
    assert len(found) > 1
    assert all(one.text.endswith("。") and READABLE[0] <= len(one.text) <= READABLE[1] for one in found)


def test_a_long_paragraph_is_cut_at_sentences_only() -> None:
    found = cut(paragraph(SENTENCE * 40))
    assert "".join(one.text for one in found) == SENTENCE * 40
    assert all(one.text.endswith("。") for one in found)
    assert all(READABLE[0] <= len(one.text) <= READABLE[1] + len(SENTENCE) for one in found)


def test_a_list_stays_with_the_sentence_that_opens_it() -> None:
    before = [paragraph(SENTENCE * 4), paragraph(SENTENCE * 4), paragraph(SENTENCE * 3 + "持ち物は次のとおりです。")]
    items = [item(f"持ち物その{number}は、相手の前で開けるものにします。") for number in range(10)]
    holders = [one for one in cut(*before, *items) if "・持ち物その" in one.text]
    assert len(holders) == 1
    assert "持ち物は次のとおりです。\n・持ち物その0" in holders[0].text


def test_a_list_longer_than_a_passage_is_cut_between_items() -> None:
    items = [item(f"{number}番目の持ち物について。" + SENTENCE) for number in range(30)]
    found = cut(paragraph("次のとおりです。"), *items)
    assert found[0].text.startswith("次のとおりです。\n・0番目")
    assert all(line.startswith("・") and line.endswith("。") for one in found for line in one.text.splitlines()[1:])


def test_rows_stay_whole() -> None:
    rows = [row(f"品目: 部品{number} / 単価: {number}円 / 備考: " + "長さを測る。" * 12) for number in range(30)]
    lines = [line for one in cut(*rows) for line in one.text.splitlines()]
    assert lines == [one.text for one in rows]


def test_a_row_longer_than_a_passage_is_cut_between_cells() -> None:
    text = " / ".join(f"列{number}: " + "値" * 60 for number in range(30))
    found = cut(row(text))
    assert all(one.text.startswith("列") for one in found)
    assert "".join(one.text for one in found).replace(" ", "") == text.replace(" ", "")


def test_a_sentence_longer_than_a_passage_is_cut_at_commas_then_anywhere() -> None:
    clauses = "、".join("長い節" * 30 for _ in range(20)) + "。"
    found = cut(paragraph(clauses))
    assert "".join(one.text for one in found) == clauses
    assert all(one.text.endswith(("、", "。")) for one in found)
    solid = cut(paragraph("あ" * 2000))
    assert "".join(one.text for one in solid) == "あ" * 2000


def test_an_outline_of_bare_headings_is_read_as_a_list() -> None:
    found = cut(
        heading("出会い", 1),
        heading("持ち物", 2),
        heading("名刺", 3),
        heading("見本", 3),
        heading("次", 2),
        paragraph("文。"),
    )
    assert [(one.heading_path, one.text) for one in found] == [(("持ち物",), "・名刺\n・見本"), (("次",), "文。")]


def test_an_outline_of_one_level_is_not_lost() -> None:
    (one,) = cut(heading("名刺", 1), heading("見本", 1))
    assert (one.heading_path, one.text) == ((), "・名刺\n・見本")


_TEXT = st.text(alphabet="あいう漢字、。 「」()abc. \n/1９・", min_size=0, max_size=900)
_BLOCKS = st.lists(
    st.builds(
        Block,
        kind=st.sampled_from([BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW]),
        text=_TEXT,
        level=st.integers(0, 3),
        page=st.none() | st.integers(1, 9),
    ),
    max_size=8,
)


def _letters(text: str) -> str:
    return re.sub(r"[\s・]", "", text)


@given(_BLOCKS)
@settings(deadline=None)
def test_nothing_is_lost_and_nothing_is_too_long(blocks: list[Block]) -> None:
    found = cut(*blocks)
    assert _letters("".join(one.text for one in found)) == _letters("".join(block.text for block in blocks))
    assert all(0 < len(one.text) <= PASSAGE_LIMIT for one in found)
    assert [one.ordinal for one in found] == list(range(1, len(found) + 1))


def test_a_new_page_begins_a_new_passage_so_that_a_citation_names_the_right_one() -> None:
    found = cut(*(paragraph(f"{page}ページ目の短い文です。", page=page) for page in (1, 1, 2, 2, 3)))
    assert [(passage.page, passage.page_to) for passage in found] == [(1, 1), (2, 2), (3, 3)]
    assert all(f"{passage.page}ページ目" in passage.text for passage in found)
