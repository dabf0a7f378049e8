"""The two derived indexes as one thing that always answers from the present guides.

Each kind has a pointer in the database: which build serves and what it was made of. Where the guides have changed
since, both are made anew before the next answer. Where one build is missing or damaged, it is made anew while the
other half answers: waited for when nothing else is going on (`wait`), in the background otherwise.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import structlog

from bot.adapters.embeddings import LocalEmbedder
from bot.adapters.held_builds import KINDS, LEXICAL, VECTOR, Held, HeldBuilds, IndexState
from bot.adapters.index_builds import (
    LOCAL,
    Progress,
    analysed,
    make_lexical,
    make_vectors,
    new_build_id,
    open_vectors,
)
from bot.adapters.index_lock import IndexLock
from bot.adapters.index_source import IndexSource
from bot.adapters.storage.database import Database
from bot.adapters.unindexed import UnindexedPassages
from bot.adapters.vector_index import ChromaIndex
from bot.core.answering.ports import IndexKind, LexicalIndex, Serving
from bot.core.answering.searchable import PassageToIndex, SearchablePassage
from bot.core.guides.models import Release
from bot.core.japanese import JapaneseAnalyser
from bot.errors import IndexDamaged, ModelUnavailable

RETRY_AFTER_S = 300.0
"""Real seconds until vectors that could not be made, or a mend that failed, are tried again."""


class Indexes:
    """Owns the folder of indexes (one process at a time). Safe to use from several threads.

    `_changing` guards what is held and is never kept while a build is made; `_building` lets one build be made at a
    time.
    """

    def __init__(
        self,
        folder: Path,
        database: Database,
        analyser: JapaneseAnalyser,
        *,
        releases: Callable[[], Mapping[str, Release]] | None = None,
        embedder_name: str = LOCAL,
        competitors: Sequence[PassageToIndex] = (),
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take the folder. Raises IndexesInUse where another process owns it.

        `releases` says which releases may be cited: all current ones by default. `competitors` are indexed beside
        the passages: questions that the guides do not answer. `now` gives real seconds.
        """
        self._lock_file = IndexLock(folder)
        self._database, self._analyser, self._embedder_name, self._now = database, analyser, embedder_name, now
        self._source = IndexSource(database, releases or database.current_releases, embedder_name, competitors)
        self._held = HeldBuilds(folder, database.index_pointers, self._open_vectors)
        self._stand_in: tuple[str, UnindexedPassages] | None = None
        self._served = threading.local()
        self._changing, self._building = threading.RLock(), threading.Lock()
        self._mending: threading.Thread | None = None
        self._vectors_not_before = self._mend_not_before = now()
        self.rebuilds = 0

    def serving(self, *, wait: bool = False, progress: Progress | None = None) -> Serving:
        """Return indexes of the present guides.

        `wait` mends a damaged half before answering; otherwise it is mended in the background while the other half
        answers. Raises StorageError, and IndexDamaged where not even a fresh build can be read.
        """
        wanted = self._source.fingerprint()
        with self._changing:
            missing = self._brought_up(wanted)
            other_half_answers = any(self._held.serves(kind, wanted) for kind in KINDS)
            if missing and other_half_answers and not wait:
                self._mend_in_background()
            if not missing or (other_half_answers and not wait):
                return self._snapshot()
        self._make_missing(progress)
        with self._changing:
            return self._snapshot()

    def report_damage(self, kind: IndexKind) -> None:
        """A query failed in this half: it is out of service until it is made anew.

        A thread that asked a build which was replaced meanwhile reports nothing that is still held.
        """
        with self._changing:
            held = self._held.of(kind)
            if held is not None and getattr(self._served, kind, held.build_id) == held.build_id:
                self._held.refuse(kind, held.build_id)

    def states(self) -> list[IndexState]:
        """How the two stand, without changing anything."""
        return self._held.states()

    def close(self) -> None:
        """Finish mending, let go of files and of the lock."""
        if self._mending is not None:
            self._mending.join()
        with self._building, self._changing:
            for kind in KINDS:
                self._held.let_go(kind)
        self._lock_file.release()

    def _open_vectors(self, build: Path) -> ChromaIndex:
        return open_vectors(build, embedder_name=self._embedder_name, analyser=self._analyser)

    def _missing(self, wanted: str) -> list[IndexKind]:
        """The kinds that neither serve the wanted guides nor are done without for a while."""
        does_without_vectors = self._now() < self._vectors_not_before
        return [
            kind
            for kind in KINDS
            if not self._held.serves(kind, wanted) and not (kind == VECTOR and does_without_vectors)
        ]

    def _brought_up(self, wanted: str) -> list[IndexKind]:
        """Open what can be opened and return what must be made."""
        for kind in self._missing(wanted):
            self._held.let_go(kind)
            self._held.open(kind, wanted)
        return self._missing(wanted)

    def _snapshot(self) -> Serving:
        """What is held now. Each thread remembers which builds it was given."""
        lexical, vectors = self._held.lexical, self._held.vectors
        self._served.lexical = lexical.build_id if lexical else None
        self._served.vector = vectors.build_id if vectors else None
        words: LexicalIndex = lexical.index if lexical else self._unindexed(vectors)
        return Serving(words, vectors.index if vectors else None, lexical is not None and vectors is not None)

    def _unindexed(self, vectors: Held[ChromaIndex] | None) -> UnindexedPassages:
        if vectors is None:
            raise IndexDamaged("indexes", "neither half can be read")
        if self._stand_in is None or self._stand_in[0] != vectors.build_id:
            _, present = self._source.read()
            embedder = vectors.index.embedder
            frequency = embedder.frequency if isinstance(embedder, LocalEmbedder) else lambda _form: 1
            stand_in = UnindexedPassages(present, self._analyser, frequency=frequency)
            self._stand_in = vectors.build_id, stand_in
        return self._stand_in[1]

    def _make_missing(self, progress: Progress | None) -> None:
        """Make what is missing for the guides as they are now; whoever comes meanwhile waits, then finds it made."""
        with self._building:
            wanted, present = self._source.read()
            with self._changing:
                missing = self._missing(wanted)
                known = self._held.lexical.index if self._held.lexical else self._held.former_lexical()
            if not missing:
                return
            searchable = list(analysed(present, self._analyser, known=known, progress=progress))
            build_id = new_build_id(wanted)
            if LEXICAL in missing:
                made = make_lexical(self._held.folder_of(LEXICAL, build_id), searchable)
                with self._changing:
                    self.rebuilds += 1
                    self._stand_in = None
                    self._held.take_lexical(Held(build_id, wanted, made))
            if VECTOR in missing:
                self._make_vectors(build_id, wanted, searchable, present)

    def _make_vectors(
        self, build_id: str, wanted: str, searchable: list[SearchablePassage], present: list[PassageToIndex]
    ) -> None:
        """Make vectors; where that cannot be done, words answer alone for a while."""
        try:
            made = make_vectors(
                self._held.folder_of(VECTOR, build_id),
                searchable,
                ["\n".join((*passage.heading_path, passage.text)) for passage in present],
                embedder_name=self._embedder_name,
                analyser=self._analyser,
                cache=self._database.embedding_cache,
            )
        except (ModelUnavailable, IndexDamaged) as error:
            _log().warning("vectors_not_made", reason=str(error))
            self._vectors_not_before = self._now() + RETRY_AFTER_S
            return
        with self._changing:
            self.rebuilds += 1
            self._held.take_vectors(Held(build_id, wanted, made))

    def _mend_in_background(self) -> None:
        is_mending = self._mending is not None and self._mending.is_alive()
        if not is_mending and self._now() >= self._mend_not_before:
            self._mending = threading.Thread(target=self._mend, name="mend-index", daemon=True)
            self._mending.start()

    def _mend(self) -> None:
        try:
            self._make_missing(None)
        except Exception as error:
            self._mend_not_before = self._now() + RETRY_AFTER_S
            _log().error("index_not_mended", reason=type(error).__name__)


def _log() -> structlog.typing.FilteringBoundLogger:
    log: structlog.typing.FilteringBoundLogger = structlog.get_logger(__name__)
    return log
