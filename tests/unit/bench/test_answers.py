"""The bench of answers: reading, counting, and the margin that labelled questions would choose."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.bench.answers import AnswersReport, Labelled, Outcome, best_margin, measure_answers, read_labelled
from bot.core.answering.acceptance import MARGIN
from bot.core.guides.loading import FileToAdd
from bot.errors import UsageError


def outcome(
    *, scope: str, lead: float, answered: bool = True, split: str = "calibration", right: bool = True
) -> Outcome:
    return Outcome(
        id=f"{scope}-{lead}",
        question="?",
        is_in_scope=scope == "in",
        split=split,
        is_answered=answered,
        first_is_right=right,
        any_is_right=right,
        broken_quotes=0,
        lead=lead,
    )


@pytest.mark.parametrize(
    ("inside", "outside", "margin"),
    [
        ([0.5, 0.7], [0.1, 0.2], 0.35),
        ([0.9], [-1.0], 0.45),
        ([0.4, 0.4, 0.4, 0.1], [0.2, 0.0, 0.0, 0.0], 0.2),
        ([0.1], [0.9], 0.5),
        ([], [0.3], MARGIN),
        ([0.3], [], MARGIN),
        ([], [], MARGIN),
    ],
)
def test_the_best_margin_is_the_middle_of_what_does_best(
    inside: list[float], outside: list[float], margin: float
) -> None:
    outcomes = [outcome(scope="in", lead=lead) for lead in inside] + [
        outcome(scope="out", lead=lead) for lead in outside
    ]
    assert best_margin(outcomes) == pytest.approx(margin, abs=0.02)


def test_a_report_counts_each_half_and_lists_what_is_wrong() -> None:
    report = AnswersReport(
        outcomes=(
            outcome(scope="in", lead=0.6),
            outcome(scope="in", lead=0.5, right=False),
            outcome(scope="in", lead=0.1, answered=False, right=False),
            outcome(scope="out", lead=0.4),
            outcome(scope="out", lead=0.0, answered=False),
            outcome(scope="in", lead=0.6, split="report"),
        )
    )
    calibration, reported, margins = report.rows()
    assert calibration == {
        "split": "calibration",
        "in_scope": 3,
        "declined_wrongly": 1,
        "out_of_scope": 2,
        "answered_wrongly": 1,
        "first_citation_right": 0.5,
        "any_citation_right": 0.5,
        "quotes_not_in_their_passage": 0,
    }
    assert (reported["in_scope"], reported["first_citation_right"], reported["out_of_scope"]) == (1, 1.0, 0)
    assert margins["margin_in_use"] == MARGIN
    assert [each.got for each in report.wrong] == ["not_in_guides", "answered"]


def test_a_report_of_nothing_is_zeros() -> None:
    assert [row.get("in_scope", 0) for row in AnswersReport(outcomes=()).rows()] == [0, 0, 0]


GOOD = {"id": "a", "q": "名刺は", "scope": "in", "split": "report", "guide": ["meet"], "heading": "名刺", "lang": "ja"}


def write(folder: Path, *lines: object) -> Path:
    path = folder / "labelled.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    return path


def test_labelled_questions_are_read(tmp_path: Path) -> None:
    outside = {"id": "b", "q": "天気は", "scope": "out", "split": "calibration"}
    assert read_labelled(write(tmp_path, GOOD, "", outside)) == [
        Labelled(
            id="a",
            question="名刺は",
            is_in_scope=True,
            split="report",
            guides=frozenset({"meet"}),
            headings=frozenset({"名刺"}),
        ),
        Labelled(id="b", question="天気は", is_in_scope=False, split="calibration"),
    ]


@pytest.mark.parametrize(
    "bad", ["{", "[]", {**GOOD, "scope": "inside"}, {**GOOD, "split": "half"}, {"id": "a"}, {**GOOD, "guide": 3}]
)
def test_a_bad_line_is_named(tmp_path: Path, bad: object) -> None:
    with pytest.raises(UsageError) as caught:
        read_labelled(write(tmp_path, GOOD, bad))
    assert (caught.value.key, caught.value.arguments["line"]) == ("bench-file-line", 2)


def test_empty_and_missing_files_are_refused(tmp_path: Path) -> None:
    for path, key in ((write(tmp_path, ""), "bench-file-empty"), (tmp_path / "no", "bench-file-unreadable")):
        with pytest.raises(UsageError) as caught:
            read_labelled(path)
        assert caught.value.key == key


GUIDE = """---
id: meet
title: 出会いの準備
edition: 2026-04-01
sources: [試験]
audience: [member]
kind: plan
---

# 出会いの準備

## 名刺は両手で渡す
名刺は両手で渡し、相手の名前を声に出して確かめる。

## お礼は翌日までに送る
お礼の手紙は翌日までに送り、約束した資料を添える。
"""


def test_questions_are_asked_of_the_guides() -> None:
    labelled = [
        Labelled(
            id="in",
            question="名刺は両手で渡すのですか",
            is_in_scope=True,
            split="calibration",
            guides=frozenset({"meet"}),
            headings=frozenset({"名刺は両手で渡す"}),
        ),
        Labelled(id="out", question="明日の天気はどうですか", is_in_scope=False, split="calibration"),
    ]
    done: list[tuple[int, int]] = []
    guide = FileToAdd(file_name="meet.md", content=GUIDE.encode(), bundled=True)
    report = measure_answers(labelled, [guide], {}, progress=lambda *each: done.append(each))
    assert done == [(1, 2), (2, 2)]
    assert report.wrong == []
    inside, outside = report.outcomes
    assert (inside.first_is_right, inside.any_is_right, inside.broken_quotes) == (True, True, 0)
    assert inside.lead > MARGIN > outside.lead
