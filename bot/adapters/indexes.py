"""The two derived indexes as one thing that always answers from the present guides.

Each kind has a pointer in the database: which build serves and what it was made of. Where the guides have changed
since, both are made anew before the next answer. Where one build is missing or damaged, it is made anew while the
other half answers: at once and waited for when nothing else is going on (`wait`), in the background otherwise.
"""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import structlog

from bot.adapters import lexical_index, vector_index
from bot.adapters.embeddings import LocalEmbedder
from bot.adapters.index_builds import (
    LOCAL,
    Progress,
    analysed,
    make_lexical,
    make_vectors,
    new_build_id,
    open_vectors,
    sweep,
)
from bot.adapters.index_lock import IndexLock
from bot.adapters.lexical_index import TantivyIndex
from bot.adapters.storage.database import Database
from bot.adapters.unindexed import UnindexedPassages
from bot.adapters.vector_index import ChromaIndex
from bot.core.answering.ports import IndexKind, LexicalIndex, Serving
from bot.core.answering.searchable import PassageToIndex, SearchablePassage
from bot.core.guides.models import Passage, Release
from bot.core.japanese import JapaneseAnalyser
from bot.errors import IndexDamaged, ModelUnavailable

LEXICAL: IndexKind = "lexical"
VECTOR: IndexKind = "vector"
_RETRY_AFTER_S = 300.0
"""Real seconds until an outside embedder that did not answer is asked again."""


@dataclass(frozen=True, slots=True)
class IndexState:
    """One kind, for `minori doctor`: its build, how many passages, and whether it serves."""

    kind: str
    build_id: str | None
    passages: int
    serves: bool


class Indexes:
    """Owns the folder of indexes (one process at a time). Safe to use from several threads."""

    def __init__(
        self,
        folder: Path,
        database: Database,
        analyser: JapaneseAnalyser,
        *,
        releases: Callable[[], Mapping[str, Release]] | None = None,
        embedder_name: str = LOCAL,
        competitors: Sequence[PassageToIndex] = (),
    ) -> None:
        """Take the folder. Raises IndexesInUse where another process owns it.

        `releases` says which releases may be cited: all current ones by default. `competitors` are indexed beside
        the passages: questions that the guides do not answer.
        """
        self._lock_file = IndexLock(folder)
        self._folder, self._database, self._analyser = folder, database, analyser
        self._releases = releases or database.current_releases
        self._embedder_name = embedder_name
        self._competitors = tuple(competitors)
        self._lexical: TantivyIndex | None = None
        self._vectors: ChromaIndex | None = None
        self._made_of: dict[IndexKind, str] = {}
        self._changing = threading.RLock()
        self._mending: threading.Thread | None = None
        self._do_without_until = 0.0
        self.rebuilds = 0

    def serving(self, *, wait: bool = False, progress: Progress | None = None) -> Serving:
        """Return indexes of the present guides.

        `wait` mends a damaged half before answering; otherwise it is mended in the background while the other half
        answers. Raises StorageError, and IndexDamaged where not even a fresh build can be read.
        """
        wanted = self._fingerprint()
        if self._is_current(wanted):
            return self._snapshot()
        with self._changing:
            if not self._is_current(wanted):
                self._bring_up(wanted, wait=wait, progress=progress)
            return self._snapshot()

    def report_damage(self, kind: IndexKind) -> None:
        """A query failed in this half: it is out of service until it is made anew."""
        with self._changing:
            self._let_go(kind)

    def states(self) -> list[IndexState]:
        """How the two stand, without changing anything."""
        pointers = ((kind, self._database.index_pointers.get(kind)) for kind in (LEXICAL, VECTOR))
        held: Mapping[IndexKind, TantivyIndex | ChromaIndex | None] = {LEXICAL: self._lexical, VECTOR: self._vectors}
        return [
            IndexState(kind, pointer.build_id if pointer else None, getattr(held[kind], "size", 0), bool(held[kind]))
            for kind, pointer in pointers
        ]

    def close(self) -> None:
        """Finish mending, let go of files and of the lock."""
        if self._mending is not None:
            self._mending.join()
        with self._changing:
            self._let_go(LEXICAL)
            self._let_go(VECTOR)
        self._lock_file.release()

    def _fingerprint(self) -> str:
        """What the present guides and the present way of indexing would make."""
        return fingerprint(self._releases().values(), self._embedder_name, self._competitors)

    def _is_current(self, wanted: str) -> bool:
        has_words = self._made_of.get(LEXICAL) == wanted
        has_vectors = self._made_of.get(VECTOR) == wanted or time.monotonic() < self._do_without_until
        return has_words and has_vectors

    def _snapshot(self) -> Serving:
        lexical: LexicalIndex | None = self._lexical
        is_whole = lexical is not None and self._vectors is not None
        if lexical is None:
            lexical = UnindexedPassages(self._read(), self._analyser, frequency=self._frequency())
        return Serving(lexical, self._vectors, is_whole)

    def _bring_up(self, wanted: str, *, wait: bool, progress: Progress | None) -> None:
        """Open what can be opened and make the rest."""
        for kind in (LEXICAL, VECTOR):
            if self._made_of.get(kind) != wanted:
                self._let_go(kind)
                self._open(kind, wanted)
        missing = [kind for kind in (LEXICAL, VECTOR) if kind not in self._made_of]
        was_built_before = all(self._pointed(kind) == wanted for kind in missing)
        if len(missing) == 1 and was_built_before and not wait:
            self._mend_in_background(wanted)
        elif missing:
            self._make(missing, wanted, progress)

    def _pointed(self, kind: IndexKind) -> str | None:
        pointer = self._database.index_pointers.get(kind)
        return pointer.fingerprint if pointer else None

    def _open(self, kind: IndexKind, wanted: str) -> None:
        """Open the build made of the wanted guides: the served one, or the one before it."""
        pointer = self._database.index_pointers.get(kind)
        if pointer is None:
            return
        builds = {pointer.previous_fingerprint: pointer.previous_build_id, pointer.fingerprint: pointer.build_id}
        build_id = builds.get(wanted)
        if build_id is None:
            return
        try:
            self._hold(kind, self._folder / kind / build_id, wanted)
        except (IndexDamaged, ModelUnavailable) as error:
            _log().warning("index_not_opened", kind=kind, build=build_id, reason=type(error).__name__)
            return
        if build_id != pointer.build_id:
            self._database.index_pointers.swap(kind, build_id=build_id, fingerprint=wanted)

    def _hold(self, kind: IndexKind, build: Path, wanted: str) -> None:
        if kind == LEXICAL:
            self._lexical = TantivyIndex(build)
        else:
            self._vectors = open_vectors(build, embedder_name=self._embedder_name, analyser=self._analyser)
        self._made_of[kind] = wanted

    def _read(self) -> list[PassageToIndex]:
        """The present passages as they are searched."""
        releases = self._releases()
        passages = (to_index(passage, releases) for passage in self._database.current_passages())
        return [*(passage for passage in passages if passage is not None), *self._competitors]

    def _frequency(self) -> Callable[[str], int]:
        embedder = self._vectors.embedder if self._vectors else None
        return embedder.frequency if isinstance(embedder, LocalEmbedder) else lambda _form: 1

    def _make(self, kinds: Sequence[IndexKind], wanted: str, progress: Progress | None) -> None:
        present = self._read()
        known = self._lexical or self._former_lexical()
        searchable = list(analysed(present, self._analyser, known=known, progress=progress))
        build_id = new_build_id(wanted)
        for kind in kinds:
            try:
                self._make_one(kind, self._folder / kind / build_id, searchable, present)
            except ModelUnavailable as error:
                _log().warning("vectors_not_made", reason=str(error))
                self._do_without_until = time.monotonic() + _RETRY_AFTER_S
                continue
            self.rebuilds += 1
            self._made_of[kind] = wanted
            pointer = self._database.index_pointers.swap(kind, build_id=build_id, fingerprint=wanted)
            sweep(self._folder / kind, {build_id, pointer.previous_build_id or build_id})

    def _make_one(
        self, kind: IndexKind, build: Path, searchable: list[SearchablePassage], present: list[PassageToIndex]
    ) -> None:
        if kind == LEXICAL:
            self._lexical = make_lexical(build, searchable)
            return
        texts = ["\n".join((*passage.heading_path, passage.text)) for passage in present]
        self._vectors = make_vectors(
            build,
            searchable,
            texts,
            embedder_name=self._embedder_name,
            analyser=self._analyser,
            cache=self._database.embedding_cache,
        )

    def _former_lexical(self) -> TantivyIndex | None:
        """The build that served the guides before they changed: most of its analysis still holds."""
        pointer = self._database.index_pointers.get(LEXICAL)
        try:
            return TantivyIndex(self._folder / LEXICAL / pointer.build_id) if pointer else None
        except IndexDamaged:
            return None

    def _mend_in_background(self, wanted: str) -> None:
        if self._mending is not None and self._mending.is_alive():
            return
        self._mending = threading.Thread(target=self._mend, args=(wanted,), name="mend-index", daemon=True)
        self._mending.start()

    def _mend(self, wanted: str) -> None:
        try:
            with self._changing:
                missing = [kind for kind in (LEXICAL, VECTOR) if kind not in self._made_of]
                if missing and self._fingerprint() == wanted:
                    self._make(missing, wanted, None)
        except Exception as error:
            _log().error("index_not_mended", reason=type(error).__name__)

    def _let_go(self, kind: IndexKind) -> None:
        self._made_of.pop(kind, None)
        if kind == LEXICAL:
            self._lexical = None
        elif self._vectors is not None:
            self._vectors.close()
            self._vectors = None


def to_index(passage: Passage, releases: Mapping[str, Release]) -> PassageToIndex | None:
    """What is searched of a passage: its guide's title counts as its first heading."""
    release = releases.get(passage.guide_id)
    if release is None or release.number != passage.release_number:
        return None
    return PassageToIndex(
        id=passage.id,
        text=passage.text,
        heading_path=(release.details.title, *passage.heading_path),
        asked=passage.asked,
    )


def fingerprint(releases: Iterable[Release], embedder_name: str, competitors: Sequence[PassageToIndex]) -> str:
    """A hash over the current releases and over everything that decides how they are indexed."""
    made_of = [
        [release.guide_id, release.number, release.original_sha256, release.details.title, release.passage_count]
        for release in sorted(releases, key=lambda release: release.guide_id)
    ]
    ways = [lexical_index.FORMAT, vector_index.FORMAT, embedder_name, version("sudachidict-core"), version("tantivy")]
    beside = [[competitor.id, competitor.asked] for competitor in competitors]
    return hashlib.sha256(json.dumps([ways, made_of, beside], ensure_ascii=False).encode()).hexdigest()


def _log() -> structlog.typing.FilteringBoundLogger:
    log: structlog.typing.FilteringBoundLogger = structlog.get_logger(__name__)
    return log
