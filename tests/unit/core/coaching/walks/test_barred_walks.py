"""A walk played to the round without the words of the present industry, in each length where it is asked, ja and en."""

from __future__ import annotations

import pytest

from bot.core.coaching.walks.models import WalkLength
from bot.core.messages import Locale
from tests.unit.core.coaching.walks.room import Room

SAID = {
    "ja": ("板金と溶接で、カバーを軽くしました。", "溶接", "夜に洗う人が、道具なしで開けて早く帰れます。"),
    "en": ("By welding sheet metal we made it light.", "welding", "Whoever washes it at night goes home early."),
}


@pytest.mark.parametrize("length", [WalkLength.THIRTY_MINUTES, WalkLength.WHOLE])
@pytest.mark.parametrize("locale", ["ja", "en"])
def test_a_word_of_the_industry_is_asked_about_and_plain_words_go_on(length: WalkLength, locale: Locale) -> None:
    room = Room()
    walk = room.started(length=length, locale=locale, trade="metalworking")
    script = room.service.script_of(walk)
    while (asking := room.service.asking(room.now(walk))) is not None and not asking.question.bars:
        example = script.example(asking.question.id, walk.trade)
        choices = asking.question.choices
        told = (example.ja if locale == "ja" else example.en) if example else "はい"
        room.say(walk, choices[0].value if choices else "2026-12-01" if asking.question.kind == "date" else told)
    assert asking is not None
    talk, barred, plain = SAID[locale]
    room.say(walk, talk)
    again = room.service.asking(room.now(walk))
    assert again is not None
    assert again.question.id == asking.question.id
    assert again.follow_up is not None
    assert barred in str(again.follow_up)
    room.say(walk, plain)
    after = room.service.asking(room.now(walk))
    assert after is None or after.question.id != asking.question.id
