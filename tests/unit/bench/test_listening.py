"""The figures of listening: what counts as right, and files that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.bench.listening import LabelledSentence, measure_listening, read_sentences
from bot.errors import UsageError

ROWS = [
    LabelledSentence("当社は高精度です。", "metalworking", True),
    LabelledSentence("看護師さんが夜中に起きなくて済みます。", "metalworking", False),
    LabelledSentence("看護師さんが夜中に起きなくて済みます。", "food", True),
]


def test_figures_by_trade_and_together() -> None:
    rows = measure_listening(ROWS)
    figures = {row["trade"]: (row["sentences"], row["precision"], row["recall"]) for row in rows}
    assert figures == {"metalworking": (2, 1.0, 1.0), "food": (1, None, 0.0), "all": (3, 1.0, 0.5)}
    assert all(row["ms_p95"] >= row["ms_p50"] >= 0 for row in rows)


@pytest.mark.parametrize(
    "line", ["x", "[]", '{"t": "x", "trade": "food"}', '{"t": 1, "trade": "", "needs_question": true}']
)
def test_a_bad_line_is_named(line: str, tmp_path: Path) -> None:
    path = tmp_path / "f.jsonl"
    path.write_text('{"t": "x", "trade": "food", "needs_question": true}\n' + line, encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        read_sentences(path)
    assert raised.value.arguments["line"] == 2


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="coach-check-unreadable"):
        read_sentences(tmp_path / "no.jsonl")
