"""What people see in Slack: the state first, quotes with numbers, sources, buttons; sheets, forms and the home page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.adapters.sentences import FluentSentences
from bot.core.actions import ASK, GUIDE_SHOW, HAND_OVER, RATE_OFF, RATE_USEFUL, SHOW_PASSAGE
from bot.core.messages import (
    Claimed,
    Fact,
    Headed,
    Item,
    Locale,
    Message,
    Offer,
    Quoted,
    Reply,
    Said,
    Source,
)
from bot.platforms.slack.drawing import SlackDrawing
from bot.workspace.blocks import validate_blocks, validate_view
from tests.platforms.slack.markup import runs, shape

LABEL = Message("sources-heading")


def source(number: int, *, page: int | None = None) -> Source:
    return Source(
        number=number, guide="g", title="出会いの準備", edition="2026-10-01", edition_is_known=True, page=page,
        heading="目的を決める", quote="目的を一つ決めます。", passage="…", passage_id=f"g@1/{number}",
    )  # fmt: skip


ANSWER = Reply(
    state="answered",
    parts=(
        Said(Message("answer-deadline", {"title": "手引き", "date": "2026-12-01"})),
        Quoted("目的を一つ決めます。", 1),
        Quoted("持ち物は三つです。", 2),
    ),
    sources=(source(1, page=3), source(2)),
    offers=(
        Offer(SHOW_PASSAGE, "g@1/1", Message("offer-show-passage", {"number": 1})),
        Offer(SHOW_PASSAGE, "g@1/2", Message("offer-show-passage", {"number": 2})),
        Offer(ASK, "持ち物", text="出会いの準備 > 持ち物"),
        Offer(RATE_USEFUL, "q-1", LABEL),
        Offer(RATE_OFF, "q-1", LABEL),
    ),
)


@pytest.fixture
def drawing(sentences: FluentSentences) -> SlackDrawing:
    return SlackDrawing(sentences, "ja")


def buttons(block: dict[str, Any]) -> list[tuple[str, str]]:
    return [(button["action_id"], button["text"]["text"]) for button in block["elements"]]


def test_an_answer_has_its_state_first_and_what_to_do_next_last(drawing: SlackDrawing) -> None:
    drawn = drawing.message(ANSWER)
    validate_blocks(drawn.blocks, "message")
    told = ["section", "section", "quote", "quote"]
    assert shape(drawn.blocks) == [*told, "context", "actions", "context", "actions", "actions"]
    assert runs(drawn.blocks[0]) == [("回答（ガイドから）", True)]
    assert runs(drawn.blocks[2]) == [("目的を一つ決めます。 [1]", False)]
    assert drawn.blocks[4]["elements"][0]["text"].split("\n") == [
        "出典",
        "[1] 出会いの準備 / 2026-10-01 版 / 3 ページ / 目的を決める",
        "[2] 出会いの準備 / 2026-10-01 版 / 目的を決める",
    ]
    assert buttons(drawn.blocks[5]) == [("show_passage.1", "原文を見る [1]"), ("show_passage.2", "原文を見る [2]")]
    assert buttons(drawn.blocks[7]) == [("ask.3", "出会いの準備 > 持ち物")]
    assert [name for name, _ in buttons(drawn.blocks[8])] == ["rate_useful.4", "rate_off.5"]
    assert [button["value"] for button in drawn.blocks[8]["elements"]] == ["q-1", "q-1"]


def test_the_notice_of_an_answer_is_the_answer(drawing: SlackDrawing) -> None:
    lines = drawing.message(ANSWER).text.replace("\u2060", "").split("\n")
    assert lines[0] == "回答（ガイドから）"
    assert "目的を一つ決めます。 [1]" in lines
    assert lines[-1] == "[2] 出会いの準備 / 2026-10-01 版 / 目的を決める"


def test_an_answer_in_english(sentences: FluentSentences) -> None:
    blocks = SlackDrawing(sentences, "en").message(ANSWER).blocks
    assert runs(blocks[0]) == [("Answer (from the guides)", True)]
    assert blocks[4]["elements"][0]["text"].startswith("Sources\n[1] 出会いの準備 / edition 2026-10-01 / page 3")


def test_under_claims_each_source_shows_what_it_was_checked_against(drawing: SlackDrawing) -> None:
    reply = Reply(parts=(Claimed("目的を決めます。", 1), Claimed("三つ持ちます。", 2)), sources=(source(1), source(2)))
    blocks = drawing.message(reply).blocks
    assert shape(blocks) == ["list", "section+section+quote", "section+quote"]
    assert [one["elements"][0]["text"] for one in blocks[0]["elements"][0]["elements"]] == [
        "目的を決めます。 [1]",
        "三つ持ちます。 [2]",
    ]
    assert runs(blocks[2])[1] == ("目的を一つ決めます。", False)


def test_a_declined_question_offers_headings_and_a_person(drawing: SlackDrawing) -> None:
    confirm = Message("answer-not-in-guides")
    reply = Reply(
        state="not_in_guides",
        parts=(Said(Message("answer-not-in-guides")), Said(Message("answer-nearest"))),
        offers=(
            Offer(ASK, "窓口", text="窓口"),
            Offer(HAND_OVER, "q-1", Message("offer-hand-over"), confirm=confirm, is_main=True),
        ),
    )
    blocks = drawing.message(reply).blocks
    validate_blocks(blocks, "message")
    assert shape(blocks) == ["section", "section", "section", "actions", "actions"]
    (button,) = blocks[4]["elements"]
    assert button["style"] == "primary"
    asked = {name: one["text"] for name, one in button["confirm"].items()}
    assert asked["confirm"] == "コーディネーターに相談する"
    assert asked["deny"] == "やめる"
    assert asked["text"].startswith("申し訳ありません。")


def test_a_label_too_long_for_a_confirmation_is_replaced(drawing: SlackDrawing) -> None:
    offer = Offer(ASK, "q", text="長い見出しの質問" * 6, confirm=LABEL)
    (row,) = drawing.message(Reply(offers=(offer,))).blocks
    assert row["elements"][0]["confirm"]["confirm"]["text"] == "はい、進める"


def test_facts_stand_line_under_line_with_bold_labels(drawing: SlackDrawing) -> None:
    reply = Reply(parts=(Fact(LABEL, "一"), Fact(LABEL, Message("source-page", {"page": 3})), Said(LABEL)))
    blocks = drawing.message(reply).blocks
    assert shape(blocks) == ["section+section", "section"]
    assert runs(blocks[0]) == [("出典", True), ("\u2003一", False), ("出典", True), ("\u20033 ページ", False)]


def test_the_home_page_has_lines_between_its_sections(drawing: SlackDrawing) -> None:
    question = Item("最初に何をしますか", offers=(Offer(ASK, "q", LABEL),))
    guide = Item("手引き", ("引用中", Message("source-page", {"page": 8})), (Offer(GUIDE_SHOW, "g", LABEL),) * 2)
    view = drawing.home(Reply(parts=(Headed(LABEL), question, Headed(LABEL), guide)))
    validate_view(view)
    assert shape(view["blocks"]) == ["header", "section", "divider", "header", "section", "context", "actions"]
    assert view["blocks"][1]["accessory"]["action_id"] == "ask.1"
    assert view["blocks"][5]["elements"][0]["text"] == "引用中 / 8 ページ"


def test_where_one_fact_is_long_every_value_stands_below_its_label(drawing: SlackDrawing) -> None:
    blocks = drawing.message(Reply(parts=(Fact(LABEL, "長い" * 20), Fact(LABEL, "一\n二"), Fact(LABEL, "三")))).blocks
    assert shape(blocks) == ["section"] * 3
    assert [runs(block)[1][0] for block in blocks] == ["\n" + "長い" * 20, "\n一\n二", "\n三"]


def test_long_details_stand_each_on_its_own_line(drawing: SlackDrawing) -> None:
    blocks = drawing.message(Reply(parts=(Item("題", ("あ" * 40, "い" * 40)),))).blocks
    assert blocks[1]["elements"][0]["text"] == f"{'あ' * 40}\n{'い' * 40}"


@pytest.mark.parametrize(
    ("locale", "said"), [("ja", "表示するものはありません。"), ("en", "There is nothing to show.")]
)
def test_an_empty_reply_is_not_silent(sentences: FluentSentences, locale: Locale, said: str) -> None:
    drawn = SlackDrawing(sentences, locale).message(Reply())
    validate_blocks(drawn.blocks, "message")
    assert drawn.blocks[0]["elements"][0]["text"] == said
    assert drawn.text.replace("\u2060", "") == said


def test_a_stream_is_markdown_with_quotes_and_headings(drawing: SlackDrawing) -> None:
    assert drawing.stream(Quoted("一行目\n二行目", 2)) == "> 一行目\n> 二行目 \\[2\\]\n\n"
    assert drawing.stream(Headed(LABEL)) == "**出典**\n\n"
    assert drawing.stream(Claimed("目的を決めます。", 1)) == "目的を決めます。 \\[1\\]\n\n"
    assert drawing.stream_note(LABEL) == "出典\n\n"


def test_a_town_s_plan_is_said_to_be_one_where_it_is_cited(drawing: SlackDrawing) -> None:
    plan = replace(source(1, page=3), is_plan=True, town="霧沢町")
    drawn = str(drawing.message(replace(ANSWER, sources=(plan, source(2)))).blocks)
    assert "[1] 霧沢町の計画：出会いの準備 / 2026-10-01 版 / 3 ページ" in drawn.replace("\u2060", "")
    assert "[2] 出会いの準備" in drawn.replace("\u2060", "")
