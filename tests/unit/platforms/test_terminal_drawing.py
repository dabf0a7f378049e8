"""Replies on a terminal: the state first, nothing a terminal would act on, both languages."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from bot.adapters.sentences import FluentSentences
from bot.core.answering.models import Answer, Heading, State, Statement
from bot.core.answering.replies import reply_to
from bot.core.messages import Locale, Message
from bot.platforms.terminal.drawing import Drawing, plain
from tests.fakes.answering import NOW, passage

EVIL = "\x1b[31m\x1b]0;題\x07\x9b2J\x00\u202e\u200f\r\x08"
TEXT = f"一つめの文です。{EVIL}\n二つめの文です。"
PASSAGE = passage("g", 2, f"見出し{EVIL}", TEXT, title=f"題名{EVIL}", page=3, contact=f"窓口{EVIL}")[0]
BLANK = Answer(
    question_id="q",
    conversation_id="c",
    question="問い",
    locale="ja",
    asked_at=NOW,
    state=State.FAILED,
    reference="M-1",
)
ANSWERED = replace(
    BLANK,
    state=State.ANSWERED,
    statements=(Statement(TEXT, 1), Statement(f"言い換え{EVIL}です。", 1, is_quote=False)),
    sources=(PASSAGE.cite(number=1, quote=TEXT),),
    notes_before=(Message("answer-expired", {"title": PASSAGE.title, "date": "2026-03-31"}),),
    notes_after=(Message("answer-contact", {"title": PASSAGE.title, "contact": PASSAGE.contact or ""}),),
    follow_ups=(Heading(PASSAGE.title, f"次{EVIL}", "g@1/3"),),
)


def is_harmless(text: str) -> bool:
    return not any(unicodedata.category(one) in ("Cc", "Cf", "Cs", "Co") for one in text if one != "\n")


@pytest.mark.parametrize("locale", ["ja", "en"])
@pytest.mark.parametrize("with_commands", [True, False])
def test_nothing_of_a_guide_or_a_model_commands_the_terminal(
    locale: Locale, with_commands: bool, sentences: FluentSentences
) -> None:
    drawing = Drawing(sentences, locale)
    reply = reply_to(ANSWERED)
    assert is_harmless(drawing.reply(reply, with_commands=with_commands))
    assert is_harmless(drawing.text(reply))
    assert is_harmless(drawing.passage(ANSWERED.sources[0], [PASSAGE]))


@pytest.mark.parametrize("locale", ["ja", "en"])
@pytest.mark.parametrize("state", list(State))
def test_the_state_is_said_first_and_once(state: State, locale: Locale, sentences: FluentSentences) -> None:
    answer = ANSWERED if state is State.ANSWERED else replace(BLANK, state=state)
    drawing = Drawing(sentences, locale)
    drawn = drawing.reply(reply_to(answer), with_commands=True)
    assert drawn.startswith(f"■ {drawing.say(f'state-{state}')}\n")
    assert drawn.count("■") == 1


def test_an_answer_shows_marks_sources_and_what_comes_next(sentences: FluentSentences) -> None:
    drawn = Drawing(sentences, "ja").reply(reply_to(ANSWERED), with_commands=True)
    blocks = drawn.split("\n\n")
    assert "  二つめの文です。 [1]" in blocks[1]
    assert blocks[2].startswith("出典\n[1] 題名")
    assert "/ 2026-10-01 版 / 3 ページ / 見出し" in blocks[2]
    assert "  1. 題名" in blocks[3]
    assert "/原文" in blocks[3]


def test_an_unknown_edition_is_called_unknown(sentences: FluentSentences) -> None:
    source = replace(ANSWERED.sources[0], edition_is_known=False, page=None)
    assert "版の日付不明" in Drawing(sentences, "ja").source(source)
    assert "unknown" in Drawing(sentences, "en").source(source)


def test_a_passage_is_shown_between_its_neighbours_with_the_quote_marked(sentences: FluentSentences) -> None:
    before, middle = passage("g", 1, "前", "前の文です。")[0], passage("g", 2, "中", "始め。引用です。終わり。")[0]
    after = passage("g", 3, "後", "引用です。後の文です。")[0]
    shown = Drawing(sentences, "ja").passage(middle.cite(number=1, quote="引用です。"), [before, middle, after])
    assert shown.index("[前]") < shown.index("始め。《引用です。》終わり。") < shown.index("[後]")
    assert shown.count("《") == 1


def test_how_to_hand_over_is_said_where_it_is_offered(sentences: FluentSentences) -> None:
    declined = reply_to(replace(BLANK, state=State.NOT_IN_GUIDES))
    drawing = Drawing(sentences, "ja")
    assert "/相談" in drawing.reply(declined, with_commands=True)
    assert "--hand-over" in drawing.reply(declined)
    assert "/相談" not in drawing.reply(reply_to(ANSWERED), with_commands=True)


def test_plain_keeps_words_apart() -> None:
    assert plain("列\t値\n次\x00の行") == "列 値\n次の行"


@pytest.mark.parametrize(
    ("locale", "region", "title", "said"),
    [
        ("ja", None, "総合計画", "まちの計画：総合計画 / "),
        ("ja", "霧沢町", "総合計画", "霧沢町の計画：総合計画 / "),
        ("ja", "霧沢町", "霧沢町総合計画", "まちの計画：霧沢町総合計画 / "),
        ("en", "Kirisawa", "General plan", "The plan of Kirisawa: General plan / "),
    ],
)
def test_a_town_s_plan_is_said_to_be_one_with_its_edition(
    locale: Locale, region: str | None, title: str, said: str, sentences: FluentSentences
) -> None:
    cited = replace(PASSAGE, title=title, region=region, is_plan=True).cite(number=1, quote=TEXT)
    drawn = Drawing(sentences, locale).source(cited)
    assert drawn.startswith(said)
    assert cited.edition in drawn
    evil = replace(PASSAGE, region=f"町{EVIL}", is_plan=True).cite(number=1, quote=TEXT)
    assert is_harmless(Drawing(sentences, locale).source(evil))
    assert "計画" not in Drawing(sentences, locale).source(PASSAGE.cite(number=1, quote=TEXT))
