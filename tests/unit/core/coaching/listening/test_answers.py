"""An answer to a question of the walk: checked for what was asked, and for that alone."""

from __future__ import annotations

import pytest

from bot.bootstrap_listening import make_listener
from bot.core.coaching.cards.models import CardField
from bot.core.coaching.listening.models import SignKind

ACCEPTED = {
    CardField.WHO: "町の工務店さん|漁協|自動車部品メーカーの組立担当|介護施設の夜勤の方です|うちのお客さんの検査員"
    "|病院|農家さんとか|A社の設計部門|お客様|the clerk at the clinic",
    CardField.COST: "年に40時間|月３万円くらい|腰を痛める人が出る|信用をなくす|ほとんどゼロ|about 40 hours a year",
    CardField.CHANGE: "合わせ直しが1日8回から1回|8回が1回に|40分→10分|以前は毎日、今は週一回|from 8 times to once",
    CardField.EVIDENCE: "公設試で測りました|お客さんがまた注文してくれた|去年の日報|3社で半年使ってもらっています"
    "|まだない",
    CardField.SITUATION: "先月、バルブの組立で、部品が入らず夜10時まで残っていた",
    CardField.FUNCTION: "部屋を冷やす|金属を±5ミクロンで削る",
    CardField.NOTICES: "組立の班長さん",
    CardField.PAYS: "購買部|社長",
    CardField.TODAY: "手で測って、合わなければやすりで削っている|何もしていない|我慢している",
    CardField.REFRAMED: "直さなくていい部品",
    CardField.MARKET: "県内の中小の食品工場",
    CardField.SUBJECT: "高精度加工",
    CardField.TRY_CAP: "5万円",
    CardField.HOLDER: "工場長",
    CardField.OBJECTIONS: "高品質だから高くて当然と言われる",
}

ASKED = [
    (CardField.WHO, "皆さん", SignKind.NO_BENEFICIARY),
    (CardField.WHO, "誰でも使えます", SignKind.NO_BENEFICIARY),
    (CardField.WHO, "高精度なところです", SignKind.NO_BENEFICIARY),
    (CardField.WHO, "当社は難削材の加工が得意です", SignKind.OWN_COMPANY_SUBJECT),
    (CardField.WHO, "うちの工場の職人が楽になります", SignKind.NO_BENEFICIARY),
    (CardField.WHO, "自動車メーカーと医療機器メーカー", SignKind.TWO_CUSTOMERS),
    (CardField.WHO, "everyone", SignKind.NO_BENEFICIARY),
    (CardField.COST, "けっこう面倒です", SignKind.NO_TODAY_COST),
    (CardField.CHANGE, "手直しが減ります", SignKind.NO_COMPARISON),
    (CardField.CHANGE, "高精度になります", SignKind.EMPTY_PRAISE),
    (CardField.CHANGE, "±5ミクロン", SignKind.NUMBERS_WITHOUT_PERSON),
    (CardField.CHANGE, "切削加工です", SignKind.NO_CHANGE),
    (CardField.EVIDENCE, "品質には自信があります", SignKind.EMPTY_PRAISE),
    (CardField.EVIDENCE, "間違いないです", SignKind.NO_EVIDENCE),
    (CardField.SITUATION, "当社は5軸加工機を持っています", SignKind.OWN_COMPANY_SUBJECT),
    (CardField.FUNCTION, "高品質", SignKind.EMPTY_PRAISE),
    (CardField.NOTICES, "すぐ分かります", SignKind.NO_BENEFICIARY),
    (CardField.REFRAMED, "切削加工を使わず、ぴったり合う", SignKind.INDUSTRY_WORDS_ONLY),
]


@pytest.mark.parametrize(
    ("field", "text"), [(field, text) for field, texts in ACCEPTED.items() for text in texts.split("|")]
)
def test_a_short_answer_is_accepted(field: CardField, text: str) -> None:
    assert make_listener().hear(text, field=field).signs == ()


@pytest.mark.parametrize(("field", "text", "kind"), ASKED)
def test_what_does_not_answer_is_asked_about(field: CardField, text: str, kind: SignKind) -> None:
    heard = make_listener().hear(text, field=field)
    assert heard.asked_about == kind
    assert heard.question is not None


@pytest.mark.parametrize("field", [CardField.SUBJECT, CardField.TRY_BY, CardField.TRL, CardField.MAY_TELL])
def test_some_answers_are_accepted_whatever_they_say(field: CardField) -> None:
    assert not make_listener().hear("当社は最高品質で±5ミクロンです", field=field).needs_question
