"""How often a question is answered or declined wrongly, and what is cited, on labelled questions.

Questions carry `q`, `scope` (in or out), `split` (calibration or report) and, in scope, `guide` and `heading`: where
the answer stands. The calibration half fits the margin of `acceptance`; only the report half is a result.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import nan
from pathlib import Path
from typing import Any

import numpy as np

from bot.adapters.document_readers.guard import GuardedDocumentReader
from bot.adapters.index_builds import Progress
from bot.adapters.indexes import Indexes
from bot.adapters.japanese import SudachiAnalyser
from bot.adapters.source_shelf import DatabaseShelf
from bot.adapters.storage.database import Database, open_database
from bot.bootstrap import load_glossary
from bot.core.answering.acceptance import MARGIN, margin
from bot.core.answering.beyond import BeyondTopic, to_index
from bot.core.answering.models import Answer, State
from bot.core.answering.query import build_query
from bot.core.answering.retrieval import search
from bot.core.answering.service import AnsweringService
from bot.core.clock import SystemClock
from bot.core.guides.loading import FileToAdd
from bot.core.guides.service import GuideService
from bot.core.japanese import find_original
from bot.errors import UsageError

SPLITS = ("calibration", "report")
_FOUND = 30


@dataclass(frozen=True, kw_only=True, slots=True)
class Labelled:
    """One labelled question."""

    id: str
    question: str
    is_in_scope: bool
    split: str
    guides: frozenset[str] = frozenset()
    headings: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What became of it. `lead` is the margin that `acceptance` compares, NaN outside the half that chooses one;
    `broken_quotes` must be 0."""

    id: str
    question: str
    is_in_scope: bool
    split: str
    is_answered: bool
    first_is_right: bool
    any_is_right: bool
    broken_quotes: int
    lead: float

    @property
    def got(self) -> str:
        """In a word, for the list of mistakes."""
        return "answered" if self.is_answered else "not_in_guides"


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswersReport:
    """All outcomes."""

    outcomes: tuple[Outcome, ...]

    @property
    def wrong(self) -> list[Outcome]:
        """Answered though out of scope, or declined though in scope."""
        return [outcome for outcome in self.outcomes if outcome.is_answered != outcome.is_in_scope]

    def rows(self) -> Iterator[dict[str, Any]]:
        """One row a half, then the margin that the calibration half would choose."""
        for split in SPLITS:
            yield {"split": split, **_row([outcome for outcome in self.outcomes if outcome.split == split])}
        calibration = [outcome for outcome in self.outcomes if outcome.split == SPLITS[0]]
        yield {"margin_in_use": MARGIN, "margin_of_calibration_half": best_margin(calibration)}


def read_labelled(path: Path) -> list[Labelled]:
    """The labelled questions of a JSON-lines file. Raises UsageError naming the first bad line."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("bench-file-unreadable", file=str(path)) from error
    found: list[Labelled] = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                found.append(_labelled(json.loads(line)))
            except (ValueError, KeyError, TypeError) as error:
                names = "id, q, scope, split"
                raise UsageError("bench-file-line", file=str(path), line=number, names=names) from error
    if not found:
        raise UsageError("bench-file-empty", file=str(path))
    return found


def _labelled(row: Mapping[str, Any]) -> Labelled:
    if row["scope"] not in ("in", "out") or row["split"] not in SPLITS:
        raise ValueError("scope or split")
    return Labelled(
        id=row["id"],
        question=row["q"],
        is_in_scope=row["scope"] == "in",
        split=row["split"],
        guides=_names(row.get("guide", ())),
        headings=_names(row.get("heading", ())),
    )


def _names(value: str | Sequence[str]) -> frozenset[str]:
    """One name, or a list of them."""
    return frozenset([value] if isinstance(value, str) else value)


def measure_answers(
    labelled: Sequence[Labelled],
    guides: Sequence[FileToAdd],
    beyond: Mapping[str, BeyondTopic],
    *,
    progress: Progress | None = None,
) -> AnswersReport:
    """Load the guides into a scratch folder and ask every question once, without a model."""
    with tempfile.TemporaryDirectory(prefix="minori-bench-") as scratch:
        database = open_database(Path(scratch) / "minori.db")
        analyser = SudachiAnalyser()
        service = GuideService(reader=GuardedDocumentReader(), start=database.guides_work, clock=SystemClock())
        service.add(files=guides)
        competitors = [to_index(topic) for topic in beyond.values()]
        indexes = Indexes(Path(scratch) / "indexes", database, analyser, competitors=competitors)
        try:
            asker = _Asker(database, indexes, analyser, beyond)
            outcomes = []
            for done, question in enumerate(labelled, start=1):
                outcomes.append(asker.ask(question))
                if progress:
                    progress(done, len(labelled))
        finally:
            indexes.close()
            database.close()
    return AnswersReport(outcomes=tuple(outcomes))


class _Asker:
    def __init__(
        self, database: Database, indexes: Indexes, analyser: SudachiAnalyser, beyond: Mapping[str, BeyondTopic]
    ) -> None:
        self._indexes, self._analyser, self._glossary = indexes, analyser, load_glossary(analyser)
        self._answering = AnsweringService(
            indexes=indexes,
            shelf=DatabaseShelf(database),
            log=database.questions,
            analyser=analyser,
            glossary=self._glossary,
            clock=SystemClock(),
            beyond=beyond,
        )

    def ask(self, labelled: Labelled) -> Outcome:
        answer = self._answering.answer(text=labelled.question, conversation_id=labelled.id, locale="ja", wait=True)
        right = [_is_right(labelled, answer, place) for place in range(len(answer.sources))]
        return Outcome(
            id=labelled.id,
            question=labelled.question,
            is_in_scope=labelled.is_in_scope,
            split=labelled.split,
            is_answered=answer.state == State.ANSWERED,
            first_is_right=right[:1] == [True],
            any_is_right=any(right),
            broken_quotes=sum(not find_original(source.passage, source.quote) for source in answer.sources),
            lead=self._lead(labelled.question) if labelled.split == SPLITS[0] else nan,
        )

    def _lead(self, question: str) -> float:
        serving = self._indexes.serving(wait=True)
        query = build_query(question, analyser=self._analyser, glossary=self._glossary, index=serving.lexical)
        return margin(search(query, lexical=serving.lexical, vectors=serving.vectors, limit=_FOUND))


def _is_right(labelled: Labelled, answer: Answer, place: int) -> bool:
    source = answer.sources[place]
    return source.guide in labelled.guides and source.heading.split(" > ")[-1] in labelled.headings


def _row(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    inside = [outcome for outcome in outcomes if outcome.is_in_scope]
    outside = [outcome for outcome in outcomes if not outcome.is_in_scope]
    answered = [outcome for outcome in inside if outcome.is_answered]
    return {
        "in_scope": len(inside),
        "declined_wrongly": len(inside) - len(answered),
        "out_of_scope": len(outside),
        "answered_wrongly": sum(outcome.is_answered for outcome in outside),
        "first_citation_right": _share(sum(outcome.first_is_right for outcome in answered), len(answered)),
        "any_citation_right": _share(sum(outcome.any_is_right for outcome in answered), len(answered)),
        "quotes_not_in_their_passage": sum(outcome.broken_quotes for outcome in outcomes),
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 0.0


def best_margin(outcomes: Sequence[Outcome]) -> float:
    """The margin at which the larger of the two shares of mistakes is least; the middle of a plateau.

    The margin in use where questions of one scope are missing: nothing can be weighed against the others.
    """
    if len({outcome.is_in_scope for outcome in outcomes}) < 2:
        return MARGIN
    leads = np.array([outcome.lead for outcome in outcomes])
    inside = np.array([outcome.is_in_scope for outcome in outcomes])
    candidates = np.arange(0, 1.001, 0.01)
    worse = [max((leads[inside] <= each).mean(), (leads[~inside] > each).mean()) for each in candidates]
    plateau = candidates[np.isclose(worse, min(worse))]
    return round(float(plateau[len(plateau) // 2]), 2)
