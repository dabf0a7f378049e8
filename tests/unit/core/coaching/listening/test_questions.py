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
