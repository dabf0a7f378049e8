"""What answering needs, in memory: a question log, a shelf of passages, indexes over them. Real, only small."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from bot.core.answering.beyond import BeyondTopic, to_index
from bot.core.answering.glossary import Glossary, load_glossary_file
from bot.core.answering.models import SourcePassage
from bot.core.answering.ports import IndexKind, LexicalHit, LexicalHits, LexicalIndex, Serving
from bot.core.answering.searchable import PassageToIndex, SearchablePassage, Unit, analyse, index_grams
from bot.core.answering.service import AnsweringService, Model
from bot.core.clock import VirtualClock
from bot.core.japanese import JapaneseAnalyser
from bot.core.messages import Locale
from bot.errors import IndexDamaged, StorageError

NOW = datetime(2026, 10, 5, 1, 0, tzinfo=UTC)

GLOSSARY = """
version: 1
terms:
  - {term: 実証シート, english: [trial sheet]}
"""


@dataclass
class Asked:
    """A question on record."""

    id: str
    conversation_id: str
    text: str
    state: str
    answer: Mapping[str, Any]
    asked_at: datetime = NOW
    locale: str = "ja"
    asker: str = ""


@dataclass
class FakeQuestionLog:
    """A QuestionLog in memory. `broken` makes every storing call fail, but for failures, which always are kept."""

    broken: bool = False
    asked: list[Asked] = field(default_factory=list)
    handed_over: dict[str, str] = field(default_factory=dict)
    failures: list[tuple[str, str]] = field(default_factory=list)
    ratings: dict[tuple[str, str], bool] = field(default_factory=dict)

    def record(
        self,
        *,
        question_id: str,
        conversation_id: str,
        asked_at: datetime,
        locale: str,
        text: str,
        state: str,
        answer: Mapping[str, Any],
        duration_ms: int,
        asker: str = "",
    ) -> None:
        self._store()
        self.asked.append(Asked(question_id, conversation_id, text, state, answer, asked_at, locale, asker))

    def latest(self, conversation_id: str, limit: int = 5, *, with_threads: bool = False) -> Sequence[Asked]:
        def is_here(one: Asked) -> bool:
            return one.conversation_id == conversation_id or (
                with_threads and one.conversation_id.startswith(f"{conversation_id}:")
            )

        return [one for one in reversed(self.asked) if is_here(one)][:limit]

    def by_id(self, question_id: str) -> Asked | None:
        return next((one for one in self.asked if one.id == question_id), None)

    def rate(self, *, question_id: str, address: str, is_useful: bool) -> None:
        self._store()
        self.ratings[question_id, address] = is_useful

    def rating(self, *, question_id: str, address: str) -> bool | None:
        return self.ratings.get((question_id, address))

    def hand_over(self, *, question_id: str, conversation_id: str, text: str, locale: Locale) -> str:
        self._store()
        return self.handed_over.setdefault(question_id, f"handover-{len(self.handed_over) + 1}")

    def record_failure(self, *, where: str, error: BaseException) -> str:
        self.failures.append((where, type(error).__name__))
        return f"M-{len(self.failures):06d}"

    def _store(self) -> None:
        if self.broken:
            raise StorageError("database", "the disk is full")


@dataclass
class FakeShelf:
    """A SourceShelf over passages in reading order; `retired` are guides that may not be cited."""

    passages: Sequence[SourcePassage]
    retired: set[str] = field(default_factory=set)

    def current(self, passage_ids: Sequence[str]) -> Mapping[str, SourcePassage]:
        cited = {passage.id: passage for passage in self.passages if passage.guide_id not in self.retired}
        return {passage_id: cited[passage_id] for passage_id in passage_ids if passage_id in cited}

    def any_release(self, passage_id: str) -> SourcePassage | None:
        return next((passage for passage in self.passages if passage.id == passage_id), None)

    def neighbours(self, passage_id: str) -> Sequence[SourcePassage]:
        middle = self.any_release(passage_id)
        same = [passage for passage in self.passages if middle and passage.guide_id == middle.guide_id]
        place = next((place for place, passage in enumerate(same) if passage.id == passage_id), None)
        return [] if place is None else same[max(0, place - 1) : place + 2]


class FakeLexicalIndex:
    """A LexicalIndex that counts: the score of a passage is the weight of the forms that stand in it."""

    def __init__(self, passages: Sequence[SearchablePassage]) -> None:
        self._passages = list(passages)
        self._forms = [set(passage.forms) for passage in self._passages]
        self._grams = [set(index_grams(passage.text)) for passage in self._passages]

    @property
    def size(self) -> int:
        return len(self._passages)

    def search(self, *, words: Mapping[str, float], grams: Mapping[str, float], limit: int) -> LexicalHits:
        return LexicalHits(_ranked(words, self._forms, limit), _ranked(grams, self._grams, limit))

    def word_frequency(self, word: str) -> int:
        return sum(word in forms for forms in self._forms)

    def gram_frequency(self, gram: str) -> int:
        return sum(gram in grams for grams in self._grams)

    def row(self, passage_id: str) -> int | None:
        return next((row for row, passage in enumerate(self._passages) if passage.id == passage_id), None)

    def passage_id(self, row: int) -> str:
        return self._passages[row].id

    def units(self, rows: Sequence[int]) -> Mapping[int, Sequence[Unit]]:
        return {row: self._passages[row].units for row in rows}


def _ranked(weights: Mapping[str, float], held: Sequence[set[str]], limit: int) -> list[LexicalHit]:
    hits = [
        LexicalHit(row, sum(weight for form, weight in weights.items() if form in forms))
        for row, forms in enumerate(held)
    ]
    return sorted((hit for hit in hits if hit.score), key=lambda hit: (-hit.score, hit.row))[:limit]


class DamagedIndex(FakeLexicalIndex):
    """A half that breaks when it is asked."""

    def search(self, *, words: Mapping[str, float], grams: Mapping[str, float], limit: int) -> LexicalHits:
        raise IndexDamaged("tantivy", "a segment is missing")


@dataclass
class FakeVectors:
    """A VectorIndex that answers with nothing, or raises."""

    error: Exception | None = None

    def search(self, text: str, *, limit: int) -> Sequence[tuple[str, float]]:
        if self.error:
            raise self.error
        return []


@dataclass
class FakeIndexes:
    """PassageIndexes: serves `lexical` until damage is reported often enough, then what is whole."""

    lexical: LexicalIndex
    damaged: list[LexicalIndex] = field(default_factory=list)
    vectors: FakeVectors | None = None
    reported: Counter[str] = field(default_factory=Counter)

    def serving(self, *, wait: bool = False) -> Serving:
        return Serving(self.damaged[0] if self.damaged else self.lexical, self.vectors, self.vectors is not None)

    def report_damage(self, kind: IndexKind) -> None:
        self.reported[kind] += 1
        if kind == "vector":
            self.vectors = None
        elif self.damaged:
            self.damaged.pop(0)


def passage(
    guide: str, number: int, heading: str, text: str, *, asked: tuple[str, ...] = (), **details: Any
) -> tuple[SourcePassage, PassageToIndex]:
    """A passage as it is cited and as it is searched."""
    passage_id = f"{guide}@1/{number}"
    known = {"title": f"{guide} の手引き", "edition_on": date(2026, 10, 1), "edition_is_known": True, "page": None}
    source = SourcePassage(id=passage_id, guide_id=guide, heading_path=(heading,), text=text, **{**known, **details})
    return source, PassageToIndex(id=passage_id, text=text, heading_path=(heading,), asked=asked)


@dataclass
class World:
    """Everything around one service, within reach of a test."""

    service: AnsweringService
    log: FakeQuestionLog
    shelf: FakeShelf
    indexes: FakeIndexes
    clock: VirtualClock


def make_world(
    passages: Sequence[tuple[SourcePassage, PassageToIndex]],
    analyser: JapaneseAnalyser,
    *,
    beyond: Sequence[BeyondTopic] = (),
    model: Model | None = None,
    index: Callable[[Sequence[SearchablePassage]], LexicalIndex] = FakeLexicalIndex,
) -> World:
    """A service over these passages and these questions beyond them."""
    searched = [*(searched for _, searched in passages), *map(to_index, beyond)]
    indexes = FakeIndexes(index([analyse(one, analyser) for one in searched]), vectors=FakeVectors())
    log, shelf, clock = FakeQuestionLog(), FakeShelf([source for source, _ in passages]), VirtualClock(NOW)
    service = AnsweringService(
        indexes=indexes,
        shelf=shelf,
        log=log,
        analyser=analyser,
        glossary=Glossary.of(load_glossary_file(GLOSSARY, path="glossary.yaml"), analyser),
        clock=clock,
        beyond={topic.id: topic for topic in beyond},
        model=model,
    )
    return World(service, log, shelf, indexes, clock)
