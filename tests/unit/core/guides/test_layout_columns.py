"""Two columns in text: side by side, one after the other, and the right one before the left one."""

from __future__ import annotations

from bot.core.guides.layout import blocks_of_text
from bot.core.guides.models import BlockKind

PARAGRAPHS = [
    "工房の見学では、機械の名前ではなく、お客さまが何に困って工房を訪ねたのかを、はじめに聞き取ることが大切である。",
    "聞き取りの記録は、その日のうちに一枚の紙にまとめ、見学に立ち会った職人と工房の代表の両方に見せて確かめておく。",
    "職人の手順には、言葉になっていない工夫が多い。工夫を言葉にするには、手順を一つずつ止めて、なぜそうするのかを尋ねる。",
    "お客さまの困りごとと職人の工夫が結びつくところに、新しい用途の手がかりがある。手がかりは三つまで書き出せばよい。",
    "書き出した手がかりは、費用の上限と期限を決めてから、小さく試す。試した結果は、うまくいかなかったことも含めて記録する。",
    "記録が三つたまったら、工房の代表と職人が集まり、次に試すことを一つだけ選ぶ。選ばなかった手がかりも捨てずに残しておく。",
    "見学の終わりには、次に会う日付と、それまでに誰が何をするのかを、お客さまの前で声に出して確かめることを忘れない。",
    "お客さまが遠くから訪ねてくる場合には、見学の前に写真と手順の一覧を送り、当日の聞き取りに時間を残すようにする。",
    "工房の代表が不在のときは、職人が一人で約束をしないように、持ち帰って返事をする期限だけを決めておくことにする。",
    "費用の上限を超えそうなときは、試すことを小さく分けるか、お客さまと職人の両方に相談してから、次の日付を決める。",
]
WIDTH = 19
HEIGHT = 9


def wrapped() -> list[str]:
    lines: list[str] = []
    for paragraph in PARAGRAPHS:
        lines += [paragraph[place : place + WIDTH] for place in range(0, len(paragraph), WIDTH)]
    return lines


def columns() -> list[list[str]]:
    lines = wrapped()
    return [lines[place : place + HEIGHT] for place in range(0, len(lines), HEIGHT)]


def paragraphs(text: str) -> list[str]:
    return [block.text for block in blocks_of_text(text).blocks if block.kind is BlockKind.PARAGRAPH]


def test_columns_one_after_the_other() -> None:
    assert "".join(paragraphs("\n\n".join("\n".join(column) for column in columns()))) == "".join(PARAGRAPHS)


def test_the_right_column_before_the_left_on_every_page() -> None:
    pairs = [columns()[place : place + 2] for place in range(0, len(columns()), 2)]
    pages = ["\n\n".join("\n".join(column) for column in reversed(pair)) for pair in pairs]
    layout = blocks_of_text("\f".join(pages))
    assert "".join(block.text for block in layout.blocks) == "".join(PARAGRAPHS)
    assert layout.uncertain
    assert layout.blocks[0].page == 1


def test_the_same_with_page_breaks_worn_down_to_a_space() -> None:
    pairs = [columns()[place : place + 2] for place in range(0, len(columns()), 2)]
    pages = ["\n\n".join("\n".join(column) for column in reversed(pair)) for pair in pairs]
    text = pages[0] + "".join(f"\n {page}" for page in pages[1:])
    assert "".join(block.text for block in blocks_of_text(text).blocks) == "".join(PARAGRAPHS)


def test_columns_side_by_side() -> None:
    left, right = columns()[0], columns()[1]
    lines = [f"{a}{'　' * (WIDTH + 3 - len(a))}{b}" for a, b in zip(left, right, strict=True)]
    assert "".join(paragraphs("\n".join(lines))) == "".join(left + right)


def test_text_in_order_is_left_alone() -> None:
    text = "\n\n".join(PARAGRAPHS)
    layout = blocks_of_text(text)
    assert [block.text for block in layout.blocks] == PARAGRAPHS
    assert not layout.uncertain
