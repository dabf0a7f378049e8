"""The builds that are open: which serve, which were refused, and what the database points to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import structlog

from bot.adapters.index_builds import sweep
from bot.adapters.lexical_index import TantivyIndex
from bot.adapters.storage.index_pointers import IndexPointers
from bot.adapters.vector_index import ChromaIndex
from bot.core.answering.ports import IndexKind
from bot.errors import IndexDamaged, ModelUnavailable

LEXICAL: IndexKind = "lexical"
VECTOR: IndexKind = "vector"
KINDS: tuple[IndexKind, IndexKind] = (LEXICAL, VECTOR)

Index = TypeVar("Index", TantivyIndex, ChromaIndex)


@dataclass(frozen=True, slots=True)
class IndexState:
    """One kind, for `minori doctor`: its build, how many passages, and whether it serves."""

    kind: str
    build_id: str | None
    passages: int
    serves: bool


@dataclass(frozen=True, slots=True)
class Held(Generic[Index]):
    """An open build and the fingerprint of what it was made of."""

    build_id: str
    made_of: str
    index: Index


class HeldBuilds:
    """At most one open build a kind. Not safe to change from several threads: `Indexes` holds a lock around it."""

    def __init__(self, folder: Path, pointers: IndexPointers, open_vectors: Callable[[Path], ChromaIndex]) -> None:
        self._folder, self._pointers, self._open_vectors = folder, pointers, open_vectors
        self._refused: set[tuple[IndexKind, str]] = set()
        self.lexical: Held[TantivyIndex] | None = None
        self.vectors: Held[ChromaIndex] | None = None

    def of(self, kind: IndexKind) -> Held[TantivyIndex] | Held[ChromaIndex] | None:
        """The open build of a kind."""
        return self.lexical if kind == LEXICAL else self.vectors

    def serves(self, kind: IndexKind, wanted: str) -> bool:
        """True where the open build is of the wanted guides and nobody changed its files."""
        held = self.of(kind)
        return held is not None and held.made_of == wanted and held.index.is_untouched()

    def folder_of(self, kind: IndexKind, build_id: str) -> Path:
        """Where a build is kept."""
        return self._folder / kind / build_id

    def open(self, kind: IndexKind, wanted: str) -> None:
        """Open the build made of the wanted guides, as far as there is one: the served one, or the one before it."""
        pointer = self._pointers.get(kind)
        if pointer is None:
            return
        builds = {pointer.previous_fingerprint: pointer.previous_build_id, pointer.fingerprint: pointer.build_id}
        build_id = builds.get(wanted)
        if build_id is None or (kind, build_id) in self._refused:
            return
        try:
            self._open(kind, build_id, wanted)
        except ModelUnavailable as error:
            _log().warning("index_not_opened", kind=kind, build=build_id, reason=str(error))
            return
        except IndexDamaged as error:
            self._refused.add((kind, build_id))
            _log().warning("index_not_opened", kind=kind, build=build_id, reason=error.dependency)
            return
        if build_id != pointer.build_id:
            self._pointers.swap(kind, build_id=build_id, fingerprint=wanted)

    def _open(self, kind: IndexKind, build_id: str, wanted: str) -> None:
        build = self.folder_of(kind, build_id)
        if kind == LEXICAL:
            self.lexical = Held(build_id, wanted, TantivyIndex(build))
        else:
            self.vectors = Held(build_id, wanted, self._open_vectors(build))

    def let_go(self, kind: IndexKind) -> None:
        """Close what is open."""
        if kind == LEXICAL:
            self.lexical = None
        elif self.vectors is not None:
            self.vectors.index.close()
            self.vectors = None

    def refuse(self, kind: IndexKind, build_id: str) -> None:
        """Close a build that failed and never open it again."""
        self._refused.add((kind, build_id))
        self.let_go(kind)

    def take_lexical(self, made: Held[TantivyIndex]) -> None:
        """Serve a fresh build from now on."""
        self.lexical = made
        self._point_to(LEXICAL, made.build_id, made.made_of)

    def take_vectors(self, made: Held[ChromaIndex]) -> None:
        """Serve a fresh build from now on."""
        self.let_go(VECTOR)
        self.vectors = made
        self._point_to(VECTOR, made.build_id, made.made_of)

    def _point_to(self, kind: IndexKind, build_id: str, made_of: str) -> None:
        pointer = self._pointers.swap(kind, build_id=build_id, fingerprint=made_of)
        sweep(self._folder / kind, {build_id, pointer.previous_build_id or build_id})

    def former_lexical(self) -> TantivyIndex | None:
        """The build that served the guides before they changed: most of its analysis still holds."""
        pointer = self._pointers.get(LEXICAL)
        try:
            return TantivyIndex(self.folder_of(LEXICAL, pointer.build_id)) if pointer else None
        except IndexDamaged:
            return None

    def states(self) -> list[IndexState]:
        """How the two stand, without changing anything."""
        pointers = [(kind, self._pointers.get(kind), self.of(kind)) for kind in KINDS]
        return [
            IndexState(kind, pointer.build_id if pointer else None, held.index.size if held else 0, held is not None)
            for kind, pointer, held in pointers
        ]


def _log() -> structlog.typing.FilteringBoundLogger:
    log: structlog.typing.FilteringBoundLogger = structlog.get_logger(__name__)
    return log
