"""From a question to ranked passages: two BM25 lists and vectors propose, evidence decides.

Candidates are the union of the best of each list. A candidate's score is the mean of equally weighted shares: each
list's score divided by that list's top, and the measures of `evidence`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.answering.evidence import Evidence, weigh_evidence
from bot.core.answering.ports import LexicalHit, LexicalIndex, VectorIndex
from bot.core.answering.query import SearchQuery

LIST_LENGTH = 50
"""How many of each list are looked at."""

CANDIDATES = 24
"""How many of the fused lists are weighed by evidence."""


@dataclass(frozen=True, slots=True)
class Found:
    """A passage found. `score` ranks; `similarity` is the cosine of its vector, 0 where not among the nearest."""

    passage_id: str
    score: float
    similarity: float
    evidence: Evidence


def _relative(hits: Sequence[LexicalHit]) -> dict[int, float]:
    top = max((hit.score for hit in hits), default=0.0)
    return {hit.row: hit.score / top for hit in hits} if top > 0 else {}


def _nearest(vectors: VectorIndex | None, lexical: LexicalIndex, text: str) -> dict[int, float]:
    if vectors is None:
        return {}
    rows = ((lexical.row(passage_id), cosine) for passage_id, cosine in vectors.search(text, limit=LIST_LENGTH))
    return {row: cosine for row, cosine in rows if row is not None and cosine > 0}


def search(query: SearchQuery, *, lexical: LexicalIndex, vectors: VectorIndex | None, limit: int = 10) -> list[Found]:
    """Return the best passages, best first. Raises IndexDamaged and ModelUnavailable."""
    hits = lexical.search(words=query.words, grams=query.grams, limit=LIST_LENGTH)
    similarity = _nearest(vectors, lexical, query.text)
    nearest = max(similarity.values(), default=0.0)
    lists = [_relative(hits.words), _relative(hits.grams)]
    if vectors is not None:
        lists.append({row: cosine / nearest for row, cosine in similarity.items()})
    fused = {row: [ranked.get(row, 0.0) for ranked in lists] for ranked in lists for row in ranked}
    rows = sorted(fused, key=lambda row: (-sum(fused[row]), row))[:CANDIDATES]
    units = lexical.units(rows)
    found = []
    for row in rows:
        evidence = weigh_evidence(query, units[row])
        shares = (*fused[row], *evidence.shares)
        score = sum(shares) / len(shares)
        found.append(Found(lexical.passage_id(row), score, similarity.get(row, 0.0), evidence))
    found.sort(key=lambda each: (-each.score, each.passage_id))
    return found[:limit]
