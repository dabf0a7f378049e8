"""How often the right passage comes first: ours beside plain BM25 and vectors alone, on the same passages.

Each system is built and asked in a process of its own, so that peak memory and times are its own. `build_s` seconds
from passages in memory to an index that answers; `peak_mb` the most resident memory of that process, in 10**6 bytes;
`query_p50_ms` and `query_p95_ms` milliseconds for one question from text to ranked ids, questions one after another.
"""

from __future__ import annotations

import json
import multiprocessing
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

from bot.adapters.index_builds import Progress, analysed, make_lexical, make_vectors
from bot.adapters.japanese import SudachiAnalyser
from bot.adapters.lexical_index import TantivyIndex
from bot.adapters.vector_index import ChromaIndex
from bot.bootstrap import load_glossary
from bot.core.answering.query import build_query
from bot.core.answering.retrieval import search
from bot.core.answering.searchable import PassageToIndex
from bot.errors import UsageError
from bot.peak_memory import peak_bytes

DEPTH = 10
SYSTEMS = ("minori", "bm25", "vectors")
"""Ours; whitespace-free BM25 over Sudachi words alone; the embedder's vectors alone."""

Ranker: TypeAlias = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class AskedPassage:
    """A question and the id of the passage that answers it."""

    question: str
    passage: str


def read_passages(path: Path) -> list[PassageToIndex]:
    """Passages (`id`, `text`) of a JSON-lines file. Raises UsageError naming the first bad line."""
    rows = _rows(path, ("id", "text"))
    return [PassageToIndex(id=row["id"], text=row["text"]) for row in rows]


def read_questions(path: Path) -> list[AskedPassage]:
    """Questions (`question`, `passage`) of a JSON-lines file. Raises UsageError naming the first bad line."""
    return [AskedPassage(row["question"], row["passage"]) for row in _rows(path, ("question", "passage"))]


def _rows(path: Path, names: Sequence[str]) -> list[dict[str, str]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("bench-file-unreadable", file=str(path)) from error
    rows: list[dict[str, str]] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
            rows.append({name: _text(found[name]) for name in names})
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError("bench-file-line", file=str(path), line=number, names=", ".join(names)) from error
    if not rows:
        raise UsageError("bench-file-empty", file=str(path))
    return rows


def _text(value: object) -> str:
    if isinstance(value, (dict, list, bool)) or value is None:
        raise TypeError("neither text nor number")
    return str(value)


def measure_retrieval(
    passages: Sequence[PassageToIndex],
    questions: Sequence[AskedPassage],
    *,
    embedder_name: str,
    progress: Progress | None = None,
) -> list[dict[str, Any]]:
    """One row a system, ours first."""
    context = multiprocessing.get_context("spawn")
    rows: list[dict[str, Any]] = []
    for system in SYSTEMS:
        # An executor tells when its process dies; a pool would wait for ever.
        with ProcessPoolExecutor(1, mp_context=context) as process:
            rows.append(process.submit(_measure, system, list(passages), list(questions), embedder_name).result())
        if progress:
            progress(len(rows), len(SYSTEMS))
    return rows


def _measure(
    system: str, passages: list[PassageToIndex], questions: list[AskedPassage], embedder_name: str
) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="minori-bench-") as scratch:
        started = time.perf_counter()
        rank = _build(system, Path(scratch), passages, embedder_name)
        build_s = time.perf_counter() - started
        # The first question pays for what is loaded lazily and is not part of the figures.
        rank(questions[0].question)
        ranks, times = [], []
        for asked in questions:
            started = time.perf_counter()
            found = rank(asked.question)
            times.append((time.perf_counter() - started) * 1000)
            ranks.append(found.index(asked.passage) + 1 if asked.passage in found else 0)
    return {
        "system": system,
        **_scores(np.array(ranks)),
        "build_s": round(build_s, 1),
        "peak_mb": round(peak_bytes() / 1_000_000),
        "query_p50_ms": round(float(np.percentile(times, 50)), 2),
        "query_p95_ms": round(float(np.percentile(times, 95)), 2),
    }


def _scores(ranks: np.ndarray[Any, np.dtype[np.int64]]) -> dict[str, float]:
    """Shares of questions whose passage stands in the first 1, 5, 10; mean reciprocal rank cut at 10."""
    found = ranks[ranks > 0]
    at = {f"r_at_{depth}": round(float((found <= depth).sum() / len(ranks)), 4) for depth in (1, 5, 10)}
    return {**at, "mrr": round(float((1 / found).sum() / len(ranks)), 4)}


def _build(system: str, scratch: Path, passages: list[PassageToIndex], embedder_name: str) -> Ranker:
    analyser = SudachiAnalyser()
    searchable = list(analysed(passages, analyser))
    lexical = make_lexical(scratch / "lexical", searchable) if system != "vectors" else None
    vectors = None
    if system != "bm25":
        texts = [passage.text for passage in passages]
        vectors = make_vectors(
            scratch / "vector", searchable, texts, embedder_name=embedder_name, analyser=analyser, cache=None
        )
    if system == "minori":
        assert lexical is not None
        return _ours(lexical, vectors, analyser)
    return _plain_bm25(lexical, analyser) if lexical else _vectors_alone(vectors)


def _ours(lexical: TantivyIndex, vectors: ChromaIndex | None, analyser: SudachiAnalyser) -> Ranker:
    glossary = load_glossary(analyser)

    def rank(question: str) -> list[str]:
        query = build_query(question, analyser=analyser, glossary=glossary, index=lexical)
        return [found.passage_id for found in search(query, lexical=lexical, vectors=vectors, limit=DEPTH)]

    return rank


def _plain_bm25(lexical: TantivyIndex, analyser: SudachiAnalyser) -> Ranker:
    def rank(question: str) -> list[str]:
        words = dict.fromkeys((word.form for word in analyser.words(question) if word.is_searched), 1.0)
        return [lexical.passage_id(hit.row) for hit in lexical.search(words=words, grams={}, limit=DEPTH).words]

    return rank


def _vectors_alone(vectors: ChromaIndex | None) -> Ranker:
    assert vectors is not None
    return lambda question: [passage_id for passage_id, _ in vectors.search(question, limit=DEPTH)]
