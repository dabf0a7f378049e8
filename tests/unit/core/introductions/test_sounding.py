"""The draft names nobody, and what gives somebody away in changed words is pointed out."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from bot.adapters.sentences import FluentSentences
from bot.bootstrap_introductions import NeedMatching, make_telltales, telling_words
from bot.core.introductions.models import Common, Introduction, Part, Place, Reason, Source, Told, introduction_of
from bot.core.introductions.sounding import Drafting
from bot.core.introductions.telltales import OtherSide
from bot.core.messages import Locale, Message
from tests.unit.core.introductions.house import CAN, GIVER, NEEDER, NEEDS, START, firm

DRAFTING = Drafting(
    lambda id, locale: {"ja": "けがや事故", "en": "injuries and accidents"}[locale],
    lambda trade, locale: {"ja": "金属加工", "en": "metalworking"}[locale] if trade == "metalworking" else "",
)
OTHER = OtherSide(firms=("株式会社山田製作所",), people=("山田 健一",), words=("バリ", "鋼板"))


def _introduction(*troubles: str) -> Introduction:
    offer = Told(company_id="yamada", place=Place(source=Source.CARD, id="c", field="ladder"), text=CAN)
    need = Told(company_id="sato", place=Place(source=Source.CARD, id="n", field="challenge"), text=NEEDS)
    common = Common(score=1, offer_quote=CAN, need_quote=NEEDS, troubles=troubles)
    return introduction_of(Reason(offer=offer, need=need, common=common), on=date(2026, 11, 16), at=START)


def _draft(sentences: FluentSentences, firms: int, locale: Locale = "ja", *troubles: str) -> str:
    metal = [firm(f"m{number}", f"会社{number}", trade="metalworking") for number in range(firms - 1)]
    giver = firm(GIVER.id, GIVER.name, trade="metalworking")

    def say(message: Message) -> str:
        return sentences.say(message, locale=locale)

    return DRAFTING.draft(_introduction(*troubles), Part.NEEDER, [giver, NEEDER, *metal], locale=locale, say=say)


def test_a_trade_that_fewer_than_three_firms_have_is_left_out(sentences: FluentSentences) -> None:
    assert "金属加工" not in _draft(sentences, 2, "ja", "injury")
    assert "金属加工" in _draft(sentences, 3, "ja", "injury")
    assert "metalworking" in _draft(sentences, 3, "en", "injury")


@pytest.mark.parametrize("locale", get_args(Locale))
@pytest.mark.parametrize("troubles", [(), ("injury",)])
def test_no_word_of_either_firm_and_no_number_is_in_a_draft(
    sentences: FluentSentences, locale: Locale, troubles: tuple[str, ...]
) -> None:
    text = _draft(sentences, 5, locale, *troubles)
    assert not [word for word in ("山田", "佐藤", "製作所", "食品", CAN, NEEDS, "指", "組み立て") if word in text]
    assert not any(character.isdigit() for character in text)
    assert not make_telltales().found(text, OTHER, draft=text)


def test_the_words_of_a_firm_are_its_nouns() -> None:
    assert {"鋼板", "バリ"} <= set(telling_words("鋼板の切り口のバリを取り除く"))


def test_quotes_stand_verbatim_and_need_something_in_common() -> None:
    matching = NeedMatching()
    found = matching.common("鋼板を切る。組み立てる人がけがをしない。", "袋が破れる。仕込み場で指を切る人がいる。")
    assert found is not None
    assert (found.offer_quote, found.need_quote) == ("組み立てる人がけがをしない。", "仕込み場で指を切る人がいる。")
    assert found.troubles == ("injury",)
    assert matching.common("鋼板を切る", "売り先が見つからない") is None
