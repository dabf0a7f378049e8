"""The labelled lines: those the rules were written with exactly, those written afterwards above a floor."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.bootstrap_meetings import make_line_reader
from bot.core.meetings.parsing.contract import values_of
from bot.core.meetings.parsing.likeness import looks_like_encounter
from bot.core.meetings.parsing.models import FIELDS, Caught

FOLDER = Path(__file__).resolve().parents[4] / "data" / "encounters"
LEAST_RIGHT = {"held": 0.9, "fresh": 0.9, "second-a": 0.97, "second-b": 0.92}
"""Of the fields; docs/measurements.md says what it was when measured, and which lines the rules were mended with."""
MOST_INVENTED = 0.03
"""Of the fields that a line does not say."""


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def read() -> Callable[[str, date], Caught]:
    return make_line_reader()


@pytest.mark.parametrize("row", rows("dev.jsonl"), ids=lambda row: str(row["t"])[:40])
def test_a_line_of_development(row: dict[str, Any], read: Callable[[str, date], Caught]) -> None:
    values = values_of(read(row["t"], date.fromisoformat(row["on"])))
    assert {name: values[name] for name in FIELDS} == {name: row[name] for name in FIELDS}


@pytest.mark.parametrize("name", list(LEAST_RIGHT))
def test_lines_written_afterwards(name: str, read: Callable[[str, date], Caught]) -> None:
    right = invented = unsaid = 0
    held = rows(f"{name}.jsonl")
    for row in held:
        values = values_of(read(row["t"], date.fromisoformat(row["on"])))
        right += sum(values[name] == row[name] for name in FIELDS)
        unsaid += sum(row[name] is None for name in FIELDS)
        invented += sum(row[name] is None and values[name] is not None for name in FIELDS)
    assert right / (len(held) * len(FIELDS)) >= LEAST_RIGHT[name]
    assert invented / unsaid <= MOST_INVENTED


QUESTIONS = """展示会で名刺交換した相手に、次に何をすればよいですか
名刺交換のあと、いつまでに連絡すればいい？
昨日、山田製作所の田中さんと会った。次に何をすればいい？
山田製作所の田中さんへのお礼状の例文を書いてください
補助金の締切はいつですか？
展示会に出展する前に何をする
山田製作所へ訪問するときの注意点
商談のあとの見積もりの出し方を教えて
初めて訪問するとき、何を持っていけばいいでしょうか
名刺交換のコツは
面談の記録はどこに残すの？
昨日の展示会で会った田中さんに何を送ればいいか迷っています。どうすればいい？
What should I do after exchanging business cards?
How do I follow up with Mr. Tanaka of Yamada Seiki?
Please write a thank-you note to Mr. Tanaka of Yamada Seiki
お疲れさまです。
ありがとうございます
今日はいい天気ですね
展示会とは""".splitlines()


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_question_is_no_record(text: str, read: Callable[[str, date], Caught]) -> None:
    assert not looks_like_encounter(read(text, date(2026, 11, 20)), text)


RECORDS = """昨日、展示会で山田製作所の田中さんと名刺交換。来週水曜10時にサンプルを送る
田中さん（山田製作所・部長）と面談。11/27(金) 9:30に再訪問
来週水曜10時に山田製作所を訪問
鶴岡市役所商工課の伊藤主査が来社。3日後に電話する
Met Ken Tanaka of Yamada Seiki yesterday. Send samples by Friday""".splitlines()


@pytest.mark.parametrize("text", RECORDS)
def test_a_record_is_one(text: str, read: Callable[[str, date], Caught]) -> None:
    assert looks_like_encounter(read(text, date(2026, 11, 20)), text)


@pytest.mark.parametrize("part", ["first", "second"])
def test_talk_is_hardly_ever_taken_for_a_record_and_records_are_hardly_ever_missed(
    part: str, read: Callable[[str, date], Caught]
) -> None:
    told = [row for row in rows("likeness.jsonl") if row["part"] == part]
    taken = {row["t"] for row in told if looks_like_encounter(read(row["t"], date(2026, 11, 20)), row["t"])}
    talk = [row["t"] for row in told if not row["is_encounter"]]
    records = [row["t"] for row in told if row["is_encounter"]]
    assert len(talk) == 60
    assert len(taken.intersection(talk)) <= 1
    assert len(set(records) - taken) <= len(records) // 20
