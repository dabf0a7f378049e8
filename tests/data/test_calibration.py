"""The rule that declines must not get worse on the questions of the repository.

This holds a regression: the rows of the report half have been seen while the rule was developed, so passing says little
about new questions. What was measured on untouched ones is in docs/measurements.md.
"""

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


def test_at_most_one_in_twenty_questions_of_the_report_half_goes_wrong_either_way(report: AnswersReport) -> None:
    half = next(row for row in report.rows() if row["split"] == "report")
    assert half["in_scope"] >= 60
    assert half["out_of_scope"] >= 60
    assert half["declined_wrongly"] <= 0.05 * half["in_scope"]
    assert half["answered_wrongly"] <= 0.05 * half["out_of_scope"]


def test_no_quote_is_anything_but_the_words_of_its_passage(report: AnswersReport) -> None:
    assert sum(outcome.broken_quotes for outcome in report.outcomes) == 0
    assert sum(outcome.is_answered for outcome in report.outcomes) > 300
