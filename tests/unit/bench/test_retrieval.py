"""The bench of retrieval on a corpus made here."""

from __future__ import annotations

import json
import pickle
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.bench.retrieval import AskedPassage, measure_retrieval, read_passages, read_questions
from bot.errors import IndexDamaged, MinoriError, ModelUnavailable, UsageError
from tests.fakes.corpus import PASSAGES

KEYS = ["system", "r_at_1", "r_at_5", "r_at_10", "mrr", "build_s", "peak_mb", "query_p50_ms", "query_p95_ms"]
QUESTIONS = [
    AskedPassage("名刺はどう渡しますか", "meet@1/2"),
    AskedPassage("試行の費用はいくらですか", "trial@1/1"),
    AskedPassage("特許の相談はどこですか", "desk@1/1"),
    AskedPassage("名刺はどう渡しますか", "no-such-passage"),
]


@pytest.fixture(scope="module")
def rows() -> Sequence[dict[str, Any]]:
    return measure_retrieval(PASSAGES, QUESTIONS, embedder_name="local")


def test_one_row_a_system_ours_first(rows: Sequence[dict[str, Any]]) -> None:
    assert [row["system"] for row in rows] == ["minori", "bm25", "vectors"]
    assert all(list(row) == KEYS for row in rows)


def test_a_question_whose_passage_is_unknown_is_missed(rows: Sequence[dict[str, Any]]) -> None:
    ours = rows[0]
    assert [ours[key] for key in KEYS[1:5]] == [0.75, 0.75, 0.75, 0.75]
    assert all(0 <= row[key] <= 0.75 for row in rows for key in KEYS[1:5])


def test_times_and_memory_are_measured(rows: Sequence[dict[str, Any]]) -> None:
    for row in rows:
        assert row["build_s"] >= 0
        assert 20 < row["peak_mb"] < 2_000
        assert 0 < row["query_p50_ms"] <= row["query_p95_ms"] < 10_000


def test_an_embedder_that_cannot_be_had_ends_the_bench_with_its_reason() -> None:
    with pytest.raises(ModelUnavailable, match="nobody:model"):
        measure_retrieval(PASSAGES, QUESTIONS, embedder_name="nobody:model")


@pytest.mark.parametrize(
    "error",
    [ModelUnavailable("fake", "reason"), IndexDamaged("chroma", "reason"), UsageError("bench-file-line", line=3)],
)
def test_errors_cross_between_processes_whole(error: MinoriError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))


def write(folder: Path, *lines: object) -> Path:
    path = folder / "lines.jsonl"
    texts = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
    path.write_text("\n".join(texts), encoding="utf-8")
    return path


def test_other_keys_empty_lines_and_numbers_are_taken(tmp_path: Path) -> None:
    path = write(tmp_path, {"id": 7, "text": "甲", "title": "x"}, "", {"id": "b", "text": ""})
    assert [(passage.id, passage.text) for passage in read_passages(path)] == [("7", "甲"), ("b", "")]
    asked = write(tmp_path, "\ufeff" + '{"question": "何", "passage": 7}')
    assert read_questions(asked) == [AskedPassage("何", "7")]


@pytest.mark.parametrize(
    "bad",
    ["not json", "[]", "3", '{"id": "a"}', '{"text": "a"}', '{"id": null, "text": "a"}', '{"id": "a", "text": ["b"]}'],
)
def test_a_bad_line_is_named(tmp_path: Path, bad: str) -> None:
    path = write(tmp_path, {"id": "a", "text": "b"}, "", bad)
    with pytest.raises(UsageError) as caught:
        read_passages(path)
    assert caught.value.key == "bench-file-line"
    assert caught.value.arguments == {"file": str(path), "line": 3, "names": "id, text"}


@pytest.mark.parametrize("content", ["", "\n\n", " \n"])
def test_an_empty_file_is_refused(tmp_path: Path, content: str) -> None:
    path = write(tmp_path, content)
    for read in (read_passages, read_questions):
        with pytest.raises(UsageError) as caught:
            read(path)
        assert caught.value.key == "bench-file-empty"


def test_files_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    (tmp_path / "cp932.jsonl").write_bytes('{"id": "a", "text": "名刺"}'.encode("cp932"))
    for path in (tmp_path / "nowhere.jsonl", tmp_path, tmp_path / "cp932.jsonl"):
        with pytest.raises(UsageError) as caught:
            read_passages(path)
        assert caught.value.key == "bench-file-unreadable"
