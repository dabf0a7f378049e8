"""Answers as long as a message of Slack can be: nothing of them is lost, in the walk, on the card, in the files."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from tests.chat.player import play
from tests.chat.transcripts import Transcript

pytestmark = pytest.mark.loopback

_SENTENCE = "惣菜工場で夜に機械を洗う方が、ボルトを一本ずつ外す手間がなくなり、40分が5分になって早く帰れます。"
LONG = _SENTENCE * 64
VERY_LONG = (_SENTENCE * 800)[:39_000]
_BEGUN: list[dict[str, Any]] = [
    {"who": "yamada", "says": "棚卸し", "sees": [{"called": "walk"}]},
    {"who": "yamada", "presses": "はじめる", "upon": "walk", "sees": [{"what": "sheet"}]},
    {
        "who": "yamada",
        "submits": {"取り上げるもの（ひとつだけ）": "手で外せるカバー", "会社の業種": "金属加工"},
        "sees": [{"what": "sheet"}, {"what": "changed", "of": "walk"}, {"what": "home"}],
    },
]


def said(words: str, **sees: object) -> dict[str, Any]:
    return {"who": "yamada", "says": words, "sees": [sees]}


def test_a_long_answer_is_kept_whole_and_quoted_by_its_beginning(used_data: Path) -> None:
    whole = f"全部で{len(LONG):,}文字のお言葉は、すべて残っています。"
    corrected = {"at": "yamada", "what": "changed", "of": "third"}
    steps = [
        *_BEGUN,
        said(LONG, has=["3／10"], lacks=["2回に分けて"]),
        said("戻る", has=["2／10", whole, "…"], called="again"),
        said("次", has=["3／10"], called="third"),
        {"who": "yamada", "presses": "ほか", "upon": "third", "sees": [{"what": "sheet"}]},
        {"who": "yamada", "presses": "ここまでのお答え", "upon": "sheet", "sees": [{"what": "sheet", "has": [whole]}]},
        # What no field holds is not put into one, so that nobody sends it back cut.
        {"who": "yamada", "presses": "ほか", "upon": "third", "sees": [{"what": "sheet"}]},
        {"who": "yamada", "presses": "直す", "upon": "sheet", "sees": [{"what": "sheet"}]},
        {
            "who": "yamada",
            "submits": {"直すもの": "どなたのお困りごとか"},
            "sees": [{"what": "sheet", "has": [f"いまのお答え（{len(LONG):,}文字）"], "lacks": [_SENTENCE]}],
        },
        {
            "who": "yamada",
            "submits": {"どなたのお困りごとか": "夜に機械を洗う方"},
            "sees": [{"what": "sheet", "has": ["前のお言葉も、記録に残っています。"]}, corrected, {"what": "home"}],
        },
    ]
    played(steps, used_data)


def test_a_card_of_answers_as_long_as_messages_can_be_and_its_files(used_data: Path) -> None:
    steps = [
        *_BEGUN,
        said(VERY_LONG, has=["3／10"]),
        # What somebody's program split comes right behind, and is more of the same.
        said(LONG, has=["3／10", "前の質問へのお答えに書き加えました。"], buttons=["答えではありませんでした"]),
        {"who": "yamada", "clock": "2026-11-16T10:05:00+09:00", "sees": []},
        said(VERY_LONG, has=["4／10"]),
        {"who": "yamada", "clock": "2026-11-16T10:10:00+09:00", "sees": []},
        said(f"{_SENTENCE}機械のカバーを外す", called="function"),
        said(VERY_LONG, has=["5／10", "もう一段だけ"], lacks=["2回に分けて"]),
        said("次", has=["6／10"]),
        {"who": "yamada", "clock": "2026-11-16T10:20:00+09:00", "sees": []},
        said(VERY_LONG, has=["7／10"]),
        {"who": "yamada", "clock": "2026-11-16T10:30:00+09:00", "sees": []},
        said(VERY_LONG, has=["8／10"]),
        {"who": "yamada", "clock": "2026-11-16T10:40:00+09:00", "sees": []},
        said(VERY_LONG, has=["9／10"]),
        said("お客様が試した", has=["10／10"]),
        said(
            "町の豆腐屋さんに1枚だけ貸して、1週間使ってもらう。",
            has=["ひととおりうかがいました。"],
            buttons=["価値カードをつくる"],
            called="all",
        ),
        {
            "who": "yamada",
            "presses": "価値カードをつくる",
            "upon": "all",
            "sees": [{"what": "changed", "of": "all", "has": ["4段階の3"], "buttons": ["ファイル", "直す"]}],
        },
        {"who": "yamada", "presses": "直す", "upon": "all", "sees": [{"what": "sheet"}]},
        {
            "who": "yamada",
            "presses": "直す",
            "upon": "sheet",
            "sees": [{"what": "sheet", "has": [f"{len(VERY_LONG):,}文字あり、この画面には入りきらないため"]}],
        },
        {
            "who": "yamada",
            "presses": "ファイル",
            "upon": "all",
            "sees": [
                {"has": ["価値カードのファイルです（5件）。"]},
                {"files": [{"name": name} for name in (".png", ".pdf", "スライド", ".md", "経営デザインシート")]},
            ],
        },
    ]
    played(steps, used_data)


def played(steps: list[dict[str, Any]], data: Path) -> None:
    values = {"about": "long answers", "starts_at": "2026-11-16T10:00:00+09:00", "steps": steps}
    asyncio.run(play(Transcript.model_validate(values), data))
