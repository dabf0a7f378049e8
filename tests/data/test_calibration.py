"""The rule that declines, on the questions it was calibrated on and on those it was not (docs/measurements.md)."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.bench.answers import AnswersReport, measure_answers, read_labelled
from bot.bootstrap import beyond_topics, bundled_files

QUESTIONS = Path(__file__).parent / "questions"


@pytest.fixture(scope="module")
def report() -> AnswersReport:
    labelled = [*read_labelled(QUESTIONS / "bundled.jsonl"), *read_labelled(QUESTIONS / "development.jsonl")]
    return measure_answers(labelled, bundled_files(), beyond_topics())


def test_the_margin_in_use_is_the_one_that_the_calibration_rows_give(report: AnswersReport) -> None:
    margins = list(report.rows())[-1]
    assert margins["margin_in_use"] == pytest.approx(margins["margin_of_calibration_half"], abs=0.02)


def test_at_most_one_in_twenty_held_out_questions_goes_wrong_either_way(report: AnswersReport) -> None:
    held_out = next(row for row in report.rows() if row["split"] == "report")
    assert held_out["in_scope"] >= 60
    assert held_out["out_of_scope"] >= 60
    assert held_out["declined_wrongly"] <= 0.05 * held_out["in_scope"]
    assert held_out["answered_wrongly"] <= 0.05 * held_out["out_of_scope"]


def test_no_quote_is_anything_but_the_words_of_its_passage(report: AnswersReport) -> None:
    assert sum(outcome.broken_quotes for outcome in report.outcomes) == 0
    assert sum(outcome.is_answered for outcome in report.outcomes) > 300
