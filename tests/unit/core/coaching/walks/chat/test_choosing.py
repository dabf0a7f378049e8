"""Choices in people's own words, and remarks that are about the answer before."""

from __future__ import annotations

import pytest

from bot.bootstrap_walks import load_words
from bot.core.coaching.walks.chat.choosing import named
from bot.core.coaching.walks.chat.contradicting import is_about, put_right
from bot.core.coaching.walks.script import Script, load_script
from bot.resources import prompts_folder

WORDS = load_words().choices


@pytest.fixture(scope="module")
def script() -> Script:
    path = prompts_folder() / "interviews" / "value_walk.yaml"
    return load_script(path.read_text(encoding="utf-8"), path=path.name)


def meant(script: Script, question: str, text: str) -> tuple[str, ...]:
    asked = script.question(question)
    assert asked is not None
    return named(asked, text, WORDS.get(question, {}))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("お客様が試した", "tested"),
        ("tested by a customer", "tested"),
        ("A customer tested it", "tested"),
        ("使ってもらいました", "tested"),
        ("2", "measured"),
        ("２番", "measured"),
        ("2番目です", "measured"),
        ("測りました", "measured"),
        ("自分たちで測った", "measured"),
        ("we measured it ourselves", "measured"),
        ("お金を払った", "paid"),
        ("買ってくださいました", "paid"),
        ("They paid for it", "paid"),
        ("社内でそう言っている", "said"),
        ("we say so", "said"),
    ],
)
def test_a_kind_of_evidence_is_known_by_its_number_its_label_and_by_other_words(
    script: Script, text: str, value: str
) -> None:
    assert meant(script, "evidence_kind", text) == (value,)


@pytest.mark.parametrize(
    "text",
    [
        "測ったし、お客様にも試してもらった",
        "まだ測っていません",
        "Measured, and a customer paid for it",
        "not measured yet",
    ],
)
def test_what_may_mean_several_is_asked_about(script: Script, text: str) -> None:
    assert len(meant(script, "evidence_kind", text)) > 1


@pytest.mark.parametrize("text", ["去年の展示会で聞きました", "3か月くらいです", "いろいろ"])
def test_what_names_none_names_none(script: Script, text: str) -> None:
    assert meant(script, "evidence_kind", text) == ()


@pytest.mark.parametrize(
    ("text", "value"), [("レベル4", "4"), ("９", "9"), ("6番", "6"), ("試作品を近い条件で動かした", "6")]
)
def test_a_level_is_known_by_its_number_or_its_label(script: Script, text: str, value: str) -> None:
    assert meant(script, "trl", text) == (value,)


BEFORE = "カバーを外すのに30分かかっていたのが減りました。"


@pytest.mark.parametrize(
    "remark",
    [
        "いや、30分じゃなくて10分だよ",
        "30分ではなく10分です",
        "違います、カバーは関係ないです",
        "訂正です。工具の話でした",
        "さっきのは間違いで、朝の話でした",
        "No, カバーじゃない",
        "いえ、20分でしたね",
    ],
)
def test_a_remark_that_denies_words_or_an_amount_is_about_the_answer_before(remark: str) -> None:
    assert is_about(remark, BEFORE, is_other=False)


@pytest.mark.parametrize(
    "remark",
    [
        "いや、特にありません",
        "いえ、まだです",
        "毎晩1時間半です",
        "20分の朝礼が要らなくなる現場の班長さんが、毎日助かっていると何度もおっしゃっていて、私も驚いたのを覚えています",
        "違う会社の方です",
        "No other company has asked yet.",
    ],
)
def test_an_answer_is_none(remark: str) -> None:
    assert not is_about(remark, BEFORE, is_other=True)


def test_another_amount_is_about_it_only_where_somebody_else_says_so() -> None:
    assert is_about("10分だよ", BEFORE, is_other=True)
    assert not is_about("10分だよ", BEFORE, is_other=False)


@pytest.mark.parametrize(
    ("remark", "before", "right"),
    [
        ("いや、30分じゃなくて10分だよ", BEFORE, "カバーを外すのに10分かかっていたのが減りました。"),
        ("30分ではなく10分です。", BEFORE, "カバーを外すのに10分かかっていたのが減りました。"),
        ("it was not 30 minutes but 10 minutes", "It took 30 minutes.", "It took 10 minutes."),
        ("いや、もっと短いよ", BEFORE, ""),
        ("いや、30分じゃなくて10分だよ", "30分から30分短く", ""),
    ],
)
def test_words_are_put_right_only_as_the_remark_says(remark: str, before: str, right: str) -> None:
    assert put_right(remark, before) == right
