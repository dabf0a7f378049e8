"""The one question: thanks first, the words quoted, never the flaw, and a second one that is another."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.bootstrap import make_sentences
from bot.bootstrap_listening import make_listener
from bot.core.coaching.cards.models import CardField
from bot.core.coaching.listening.models import SignKind
from bot.core.messages import Locale, Message

TALK = [
    "当社は±5ミクロンの高精度加工が可能です。",
    "弊社は難削材の切削加工を得意としています。",
    "ワンクリックで帳票を出力できます。",
    "無縫製ニット",
    "病院や老人ホーム、学校の施工実績が豊富です。",
    "うちは何でもできますよ？すごいでしょう？",
    "「業界初」の技術です！",
    "300社以上とお取引があります。",
    "We weave premium cotton towels using traditional techniques.",
    "Can we help you? Our cloud platform uses AI!",
]
FLAWS = """仕様 自慢 根拠がない 証拠 比較がない 曖昧 あいまい 具体的 専門用語 業界用語 主語 抽象 不足 足りな
    間違 誤り 直して 書き直 言い換え 中身がない 空虚 spec flaw wrong vague missing jargon empty unclear unsupported
    mistake should rewrite""".split()


def say(message: Message, locale: Locale) -> str:
    return make_sentences().say(message, locale=locale)


@pytest.mark.parametrize("text", TALK)
def test_the_question_of_a_sentence(text: str) -> None:
    heard = make_listener().hear(text)
    assert heard.question is not None
    words = str(heard.question.arguments["words"])
    assert words
    assert words in text
    japanese, english = say(heard.question, "ja"), say(heard.question, "en")
    assert japanese.startswith("ありがとうございます。")
    assert f"「{words}」" in japanese
    assert japanese.endswith("？")
    assert japanese.count("？") + japanese.count("?") == 1
    assert english.startswith("Thank you.")
    assert f"“{words}”" in english
    assert english.endswith("?")
    assert english.count("?") == 1


@pytest.mark.parametrize("text", TALK)
def test_a_second_question_is_about_something_else_in_other_words(text: str) -> None:
    first = make_listener().hear(text)
    assert first.asked_about is not None
    for asked in ((first.asked_about,), tuple(sign.kind for sign in first.signs)):
        second = make_listener().hear(text, asked=asked)
        assert second.signs == first.signs
        assert second.question is not None
        assert second.question.key != getattr(first.question, "key", None)
        assert len(first.signs) == 1 or second.asked_about != first.asked_about


def test_a_number_praise_and_a_machine_are_asked_about_differently() -> None:
    keys = {getattr(make_listener().hear(text).question, "key", "") for text in TALK}
    assert len(keys) >= 7


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("樹脂より40%軽い支柱です。", "樹脂より40%軽い"),
        ("太さは鉛筆の四分の一。", "鉛筆の四分の一"),
        ("放熱が以前の板の3倍になった新しい板です。", "以前の板の3倍"),
        ("反応が0.8秒から30ミリ秒になりました。", "0.8秒から30ミリ秒"),
        ("一枚一枚手で漉いた和紙です。", "和紙"),
        ("溶接技能者が十五名在籍しております。", "溶接技能者が十五名"),
        ("業務の改革を強力に推進", "強力に推進"),
        ("地域の暮らしに寄り添い、歩んでまいりました。", "暮らしに寄り添い"),
        ("二百年続く窯元です。", "二百年続く"),
        ("The frame is 35% lighter.", "35% lighter"),
    ],
)
def test_what_is_quoted_says_what_is_meant(text: str, words: str) -> None:
    heard = make_listener().hear(text)
    assert heard.question is not None
    assert heard.question.arguments["words"] == words


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("うちの若い衆の残業が月八時間減りました。", "hear-own-beyond"),
        ("砂型の造形が月八時間減りました。", "hear-number-who"),
        ("県内で三社だけ。", "hear-number-who"),
        ("三社とお取引があります。", "hear-count-one"),
    ],
)
def test_an_own_gain_and_a_count_of_rivals_are_asked_about_as_what_they_are(text: str, key: str) -> None:
    assert getattr(make_listener().hear(text).question, "key", "") == key


def test_kinds_that_nobody_knows_do_no_harm() -> None:
    assert make_listener().hear(TALK[0], asked=("barred_words", "x")).needs_question


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_no_sentence_names_a_flaw_or_asks_twice(locale: Locale) -> None:
    text = Path(f"prompts/sentences/{locale}/listening.ftl").read_text(encoding="utf-8")
    sentences = [line.split(" = ", 1)[1] for line in text.splitlines() if " = " in line and not line.startswith("#")]
    assert len(sentences) > 30
    for sentence in sentences:
        assert not [flaw for flaw in FLAWS if re.search(rf"(?<![a-z]){flaw}", sentence.lower())]
        assert len(re.findall("[?？]", sentence)) == 1
        assert sentence.startswith(("ありがとうございます。", "Thank you."))
        assert "{ $words }" in sentence


def test_every_sign_can_be_asked_about_in_every_field() -> None:
    """Each pair of a sign and a later asking has a sentence; a missing key would raise."""
    for field in (None, *CardField):
        for asked in ((), (SignKind.NO_BENEFICIARY,), tuple(SignKind)):
            for text in TALK:
                heard = make_listener().hear(text, field=field, asked=asked)
                if heard.question:
                    assert say(heard.question, "ja") != say(heard.question, "en")
