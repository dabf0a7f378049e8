"""Lines of text become whole sentences, headings, items and rows."""

from __future__ import annotations

import pytest

from bot.core.guides.characters import clean_file_name, one_line, without_stray_spaces
from bot.core.guides.layout import blocks_of_text
from bot.core.guides.lines import join
from bot.core.guides.models import BlockKind
from bot.core.guides.tables import table_rows


def shapes(text: str) -> list[tuple[str, int, str]]:
    return [(block.kind.value, block.level, block.text) for block in blocks_of_text(text).blocks]


def texts(text: str, kind: BlockKind | None = None) -> list[str]:
    return [block.text for block in blocks_of_text(text).blocks if kind in {None, block.kind}]


WRAPPED = """試作の相談では、はじめに困りごとを聞き、次
に今のやり方を聞き、最後に期限と予算を聞く。
聞いた順に紙に書き、相手に見せて確かめる。

相手が急いでいるときは、期限だけを先に決めて
おき、残りは翌日の電話で聞くことにしておく。
"""


def test_hard_wrapped_japanese_is_joined_without_spaces() -> None:
    assert texts(WRAPPED) == [
        "試作の相談では、はじめに困りごとを聞き、次に今のやり方を聞き、最後に期限と予算を聞く。"
        "聞いた順に紙に書き、相手に見せて確かめる。",
        "相手が急いでいるときは、期限だけを先に決めておき、残りは翌日の電話で聞くことにしておく。",
    ]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("試作の", "約束", "試作の約束"),
        ("the trial", "sheet", "the trial sheet"),
        ("Innova-", "tion is", "Innovation is"),
        ("state-of-the-", "art", "state-of-the-art"),
        ("規格は", "ISO 56002", "規格はISO 56002"),
        ("ISO 56002", "という", "ISO 56002という"),
        ("A/", "B testing", "A/B testing"),
        ("", "はじめ", "はじめ"),
    ],
)
def test_two_lines_become_one(first: str, second: str, whole: str) -> None:
    assert join(first, second) == whole


def test_headings_of_every_sort_are_found_and_nested() -> None:
    body = "この節では、約束の日付と担当と支払う人を、はじめに決める理由を述べる。\n"
    marked = ["第1章 はじめに", "1.1 目的", "（1） 日付", "第2章 進め方", "■ まとめ"]
    text = "手引\n\n" + "\n".join(f"{heading}\n\n{body}" for heading in marked)
    headings = [(level, words) for kind, level, words in shapes(text) if kind == "heading"]
    assert headings == [
        (1, "手引"),
        (2, "第1章 はじめに"),
        (3, "1.1 目的"),
        (4, "（1）日付"),
        (2, "第2章 進め方"),
        (3, "■ まとめ"),
    ]


def test_a_heading_over_three_lines_is_one() -> None:
    text = "Ⅲ\t試作の約束と\n\t 日付と担当の\n\t 決め方\n\n約束は、日付と担当を決めてから始めることにする。\n"
    assert shapes(text)[0] == ("heading", 1, "Ⅲ 試作の約束と日付と担当の決め方")


def test_a_short_line_between_blank_ones_is_a_heading_and_a_date_is_not() -> None:
    first, second = "費用の上限を決めてから、二週間で終わる試し方を選ぶ。", "上限は社長が決める。"
    text = f"小さく試す\n\n2026.04.01\n\n{first}\n\n上限を決める\n\n{second}\n"
    layout = blocks_of_text(text)
    assert layout.dated == "2026-04-01"
    headings = [block.text for block in layout.blocks if block.kind is BlockKind.HEADING]
    assert headings == ["小さく試す", "上限を決める"]


def test_items_stay_apart_and_keep_their_numbers() -> None:
    text = "・日付を決める\n・担当を決める\n● 支払う人を決める\n\n1. 聞く。\n2. 書く。\n\n① 見せる\n② 確かめる\n"
    assert texts(text, BlockKind.LIST_ITEM) == [
        "日付を決める",
        "担当を決める",
        "支払う人を決める",
        "1. 聞く。",
        "2. 書く。",
        "① 見せる",
        "② 確かめる",
    ]


def test_short_lines_are_not_run_together() -> None:
    assert texts("春の種\n夏の水\n秋の実\n冬の蔵\n") == ["春の種", "夏の水", "秋の実", "冬の蔵"]


def page(number: int, body: str) -> str:
    return f"試作の手引 第{number}版用\n\n{body}\n\n- {number} -\n"


def test_running_heads_and_page_numbers_go_and_a_broken_sentence_is_whole_again() -> None:
    pages = [
        page(1, "約束の日付は、相手の都合と自分の都合を並べて\n書き、両方が空いている日の中から、いちばん近"),
        page(2, "い日を選ぶことにして、その場で手帳に書き留め\nておく。担当は一人に決める。"),
        page(3, "支払う人が決まっていない試作は、はじめない。"),
    ]
    blocks = blocks_of_text("\f".join(pages)).blocks
    assert [(block.page, block.text) for block in blocks] == [
        (
            1,
            "約束の日付は、相手の都合と自分の都合を並べて書き、両方が空いている日の中から、いちばん近"
            "い日を選ぶことにして、その場で手帳に書き留めておく。担当は一人に決める。",
        ),
        (3, "支払う人が決まっていない試作は、はじめない。"),
    ]


def test_pages_that_are_all_alike_are_kept() -> None:
    assert texts("同じ札\n\f同じ札\n\f同じ札\n")


def test_a_caption_does_not_cut_a_sentence() -> None:
    text = (
        "この図が示すとおり、約束に日付のない試作は、\n次の約束に進まないことが多く、そのまま忘れら\n\n"
        "図1　日付のある約束とない約束の行方\n 出所）聞き取りをもとに作成\n\n"
        "れていくのが、いちばん多い終わり方であった。\n"
    )
    found = texts(text)
    assert "そのまま忘れられていくのが、いちばん多い終わり方であった。" in found[0]
    assert found[1] == "図1　日付のある約束とない約束の行方 出所）聞き取りをもとに作成"


def test_footnote_marks_go_only_where_they_count_up() -> None:
    marked = "約束の日付注1は、担当の名前注2とともに書く。"
    assert texts(marked) == ["約束の日付は、担当の名前とともに書く。"]
    assert texts("今月は受注3件、発注1件であった。") == ["今月は受注3件、発注1件であった。"]


def test_a_table_of_contents_is_left_out_where_the_headings_come_again() -> None:
    body = "約束は、日付と担当を決めてから始めることにする。\n"
    text = f"Ⅰ　聞く\nⅡ　書く\nⅢ　見せる\n\nⅠ　聞く\n\n{body}\nⅡ　書く\n\n{body}\nⅢ　見せる\n\n{body}"
    assert [words for kind, _, words in shapes(text) if kind == "heading"] == ["Ⅰ　聞く", "Ⅱ　書く", "Ⅲ　見せる"]


def test_a_web_page_saved_as_text_loses_its_breadcrumb_and_footer() -> None:
    text = (
        "小さく試す\n1. トップ\n  2. 記事\n  3. 小さく試す\n\n小さく試す\n\n上限を決めてから試す。\n\n"
        "期限も決める。\n\n"
        "終わったら学びを書く。\n\nまずはお気軽にご相談ください。\n\n専門の者がお答えします。\n\n記事一覧へ"
    )
    assert texts(text) == ["小さく試す", "上限を決めてから試す。", "期限も決める。", "終わったら学びを書く。"]


def test_tabs_make_rows_under_a_header() -> None:
    assert texts("品名\t数量\t期限\n試作A\t3\t5月\n試作B\t12\t6月\n") == [
        "品名: 試作A / 数量: 3 / 期限: 5月",
        "品名: 試作B / 数量: 12 / 期限: 6月",
    ]


@pytest.mark.parametrize(
    ("grid", "rows"),
    [
        ([["名前", "年齢"], ["山田", "30"], ["佐藤", "41"]], ["名前: 山田 / 年齢: 30", "名前: 佐藤 / 年齢: 41"]),
        ([["会社名", "実り工業"], ["所在地", "栃木県"]], ["会社名: 実り工業", "所在地: 栃木県"]),
        ([["1", "2", "3"], ["4", "", "6"]], ["1 / 2 / 3", "4 / 6"]),
        ([["部門", "費用", "備考"], ["試作", "", "なし"]], ["部門: 試作 / 備考: なし"]),
        ([], []),
        ([["", ""]], []),
    ],
)
def test_tables_read_as_sentences(grid: list[list[str]], rows: list[str]) -> None:
    assert table_rows(grid) == rows


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("ﬁnal\u200b oﬃce", "final office"),
        ("⼀⽇と⻑い", "一日と長い"),
        ("か\u3099き\u3099", "がぎ"),
        ("ＡＢＣ①㈱", "ＡＢＣ①㈱"),
        ("a\u202eb\u2066c\x07d", "abc d"),
        ("一行目\n二行目\t三", "一行目 二行目 三"),
    ],
)
def test_invisible_and_disguised_characters(raw: str, clean: str) -> None:
    assert one_line(raw) == clean


@pytest.mark.parametrize(
    ("spaced", "closed"),
    [
        ("・ 活 性 環 境（E", "・活性環境（E"),
        ("調査で、 1 万人", "調査で、1万人"),
        ("（図 1 ）による", "（図1）による"),
        ("山田 花子", "山田 花子"),
        ("要　約", "要約"),
        ("2 地方の利点", "2 地方の利点"),
    ],
)
def test_typesetting_spaces_go_and_real_ones_stay(spaced: str, closed: str) -> None:
    assert without_stray_spaces(spaced) == closed


def test_a_file_name_is_clean() -> None:
    assert clean_file_name("../手\u202e引か\u3099\u200b.pdf") == "手引が.pdf"


def test_english_text_is_wrapped_with_spaces() -> None:
    text = (
        "A trial begins with a date, an owner and somebody who pays when it works.\n"
        "Write the three on one sheet and show the sheet to the other side before\n"
        "anything is built, since a promise without them is only a visit to a work-\n"
        "shop.\n"
    )
    assert texts(text) == [
        "A trial begins with a date, an owner and somebody who pays when it works. Write the three on one sheet and "
        "show the sheet to the other side before anything is built, since a promise without them is only a visit to "
        "a workshop."
    ]
