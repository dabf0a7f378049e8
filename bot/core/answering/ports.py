"""What answering needs of the outside: where passages are searched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, Protocol, TypeAlias

from bot.core.answering.models import SourcePassage
from bot.core.answering.searchable import Unit
from bot.core.messages import Locale

IndexKind: TypeAlias = Literal["lexical", "vector"]
"""The two derived indexes."""


@dataclass(frozen=True, slots=True)
class LexicalHit:
    """One passage of a list ranked by BM25; `row` is its number within the build."""

    row: int
    score: float


@dataclass(frozen=True, slots=True)
class LexicalHits:
    """Two ranked lists for one query, best first: by words and by character n-grams."""

    words: Sequence[LexicalHit]
    grams: Sequence[LexicalHit]


class LexicalIndex(Protocol):
    """A BM25 index of one build. All methods raise IndexDamaged."""

    @property
    def size(self) -> int:
        """How many passages it holds."""
        ...

    def search(self, *, words: Mapping[str, float], grams: Mapping[str, float], limit: int) -> LexicalHits:
        """Rank by weighted words and by weighted n-grams."""
        ...

    def word_frequency(self, word: str) -> int:
        """In how many passages the word form stands."""
        ...

    def gram_frequency(self, gram: str) -> int:
        """In how many passages the character n-gram (of one or two characters) stands."""
        ...

    def row(self, passage_id: str) -> int | None:
        """The row of a passage, or None where the build does not hold it."""
        ...

    def passage_id(self, row: int) -> str:
        """The passage of a row."""
        ...

    def units(self, rows: Sequence[int]) -> Mapping[int, Sequence[Unit]]:
        """The analysed units of these rows, in the order they were indexed."""
        ...


class VectorIndex(Protocol):
    """Vectors of one build. Raises IndexDamaged, or ModelUnavailable where an outside embedder does not answer."""

    def search(self, text: str, *, limit: int) -> Sequence[tuple[str, float]]:
        """Passage ids with their cosine similarity, best first."""
        ...


@dataclass(frozen=True, slots=True)
class Serving:
    """What answers right now. `vectors` is None where only words can answer; `is_whole` says both halves do."""

    lexical: LexicalIndex
    vectors: VectorIndex | None
    is_whole: bool


class PassageIndexes(Protocol):
    """The indexes of the present guides."""

    def serving(self, *, wait: bool = False) -> Serving:
        """Return what answers; `wait` mends a damaged half first. Raises StorageError and IndexDamaged."""
        ...

    def report_damage(self, kind: IndexKind) -> None:
        """Take one half out of service until it is made anew."""
        ...


class SourceShelf(Protocol):
    """Passages with what their guides say of themselves. Raises StorageError."""

    def current(self, passage_ids: Sequence[str]) -> Mapping[str, SourcePassage]:
        """Those of the passages that may be cited now."""
        ...

    def any_release(self, passage_id: str) -> SourcePassage | None:
        """A passage of any release: an old answer can still show what it quoted."""
        ...

    def neighbours(self, passage_id: str) -> Sequence[SourcePassage]:
        """The passage before, the passage, and the one after, as far as they exist."""
        ...


class AskedBefore(Protocol):
    """A question as it was recorded."""

    @property
    def id(self) -> str: ...
    @property
    def conversation_id(self) -> str: ...
    @property
    def asked_at(self) -> datetime: ...
    @property
    def locale(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def answer(self) -> Mapping[str, Any]: ...


class QuestionLog(Protocol):
    """Where questions, hand-overs and failures are stored. Raises StorageError."""

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
        """Keep a question with its one state. `asker`: how the chat platform knows who asked."""
        ...

    def latest(self, conversation_id: str, limit: int = 5, *, with_threads: bool = False) -> Sequence[AskedBefore]:
        """The last questions of a conversation, newest first; `with_threads`: those of the threads in it as well."""
        ...

    def by_id(self, question_id: str) -> AskedBefore | None:
        """A question as it was recorded."""
        ...

    def rate(self, *, question_id: str, address: str, is_useful: bool) -> None:
        """Keep what somebody said of an answer; the newest word counts."""
        ...

    def rating(self, *, question_id: str, address: str) -> bool | None:
        """What somebody said of an answer: useful or not, or None for nothing."""
        ...

    def hand_over(self, *, question_id: str, conversation_id: str, text: str, locale: Locale) -> str:
        """Store a hand-over and return its id."""
        ...

    def record_failure(self, *, where: str, error: BaseException) -> str:
        """Keep where something failed and return a reference for the person. Never raises."""
        ...
