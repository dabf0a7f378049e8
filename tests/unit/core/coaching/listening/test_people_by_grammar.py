"""Somebody is recognised by grammar, also where the word for them stands on no list."""

from __future__ import annotations

import pytest

from bot.bootstrap_listening import make_listener

LISTENER = make_listener()

VALUE = [
    "「夜に呼び出されることがなくなった」って、工場長さんが言ってくれたんです",
    "血圧の高い方に半年続けていただき、朝の数値が平均で12下がりました",
    "ご近所の方から「工事中なのに子どもがよく寝てくれた」とお礼を言われました",
    "左官屋さんが一日に練る材料は、前の半分の量で足りるようになりました",
    "一人暮らしの学生さんが、野菜を腐らせずに使い切れます",
    "義足の青年が、また自転車で学校に通い始めたそうです",
    "歯の弱い祖父が、孫と同じ煎餅をかじっています",
    "波止場番が、夜中に起き出さずに帰れるようになりました",
    "Meter readers visit two hundred homes a day rather than sixty.",
    "Neighbours can hang out their washing while we work.",
    "The toll taker sleeps through the freight trains.",
    "She told me her father is eating again.",
]
TALK = [
    "専門家の方に監修していただき、強度が2倍になった治具です",
    "大学の先生に測っていただき、硬さの数値が20上がりました",
    "導入後も専任の担当者が支援いたします",
    "夜道が安心して歩ける照明です",
    "Each part is inspected by a certified technician before shipping.",
    "Operators can choose from eight display modes.",
    "Architects, engineers and carpenters under one roof.",
    "Master carpenters shape every beam by hand.",
    "The controllers run for ten years on one battery.",
]


@pytest.mark.parametrize("said", VALUE)
def test_value_is_not_asked_about(said: str) -> None:
    assert not LISTENER.hear(said).needs_question


@pytest.mark.parametrize("said", TALK)
def test_talk_with_people_in_it_is_still_asked_about(said: str) -> None:
    assert LISTENER.hear(said).needs_question


@pytest.mark.parametrize(
    "said", ["」「と店長さんが言いました", "と、店長さん。", "方に", "がが", "もう", "\ud800旋盤です", "again"]
)
def test_odd_pieces_are_read_and_a_question_comes_with_its_signs_alone(said: str) -> None:
    heard = LISTENER.hear(said)
    assert (heard.question is not None) == heard.needs_question
    assert bool(heard.signs) >= heard.needs_question
