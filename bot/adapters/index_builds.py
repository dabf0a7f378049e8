"""Builds of the two derived indexes: made beside the serving one, probed by a query, opened, swept.

`indexes/lexical/<build id>/` and `indexes/vector/<build id>/` each hold one whole build. Nothing in them is true by
itself: everything can be made again from the database.
"""

from __future__ import annotations

import math
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol, TypeAlias, TypeVar

import numpy as np

from bot.adapters.embeddings import Embedder, LocalEmbedder, ProviderEmbedder, Vectors
from bot.adapters.lexical_index import TantivyIndex, build_lexical_index
from bot.adapters.rust_faults import translated
from bot.adapters.vector_index import ChromaIndex, build_vector_index
from bot.core.answering.ports import LexicalIndex
from bot.core.answering.searchable import PassageToIndex, SearchablePassage, analyse, pieces_of
from bot.core.japanese import JapaneseAnalyser
from bot.errors import IndexDamaged, ModelUnavailable

Progress: TypeAlias = Callable[[int, int], None]
"""Called with how many passages are done and how many there are."""

LOCAL = "local"
Item = TypeVar("Item")
_PROBES = 3
_EMBED_BATCH = 64


class VectorCache(Protocol):
    """Vectors that an outside embedder was already paid for."""

    def get_many(self, embedder: str, texts: Sequence[str]) -> Mapping[str, Sequence[float]]: ...

    def put_many(self, embedder: str, vectors: Mapping[str, Sequence[float]]) -> None: ...


def new_build_id(fingerprint: str) -> str:
    """A name no earlier build has, so that files still open elsewhere are never written to."""
    return f"{fingerprint[:12]}-{secrets.token_hex(4)}"


def analysed(
    passages: Sequence[PassageToIndex],
    analyser: JapaneseAnalyser,
    *,
    known: LexicalIndex | None = None,
    progress: Progress | None = None,
) -> Iterator[SearchablePassage]:
    """Analyse passages in order; what an earlier build holds of the same text is taken from there."""
    for done, passage in enumerate(passages, start=1):
        yield _known(passage, known) or analyse(passage, analyser)
        if progress:
            progress(done, len(passages))


def _known(passage: PassageToIndex, index: LexicalIndex | None) -> SearchablePassage | None:
    row = index.row(passage.id) if index else None
    if index is None or row is None:
        return None
    try:
        units = index.units([row])[row]
    except (IndexDamaged, KeyError):
        return None
    is_same = [(unit.kind, unit.text) for unit in units] == [(kind, text) for kind, _, text in pieces_of(passage)]
    return SearchablePassage(id=passage.id, units=tuple(units)) if is_same else None


def probe_lexical(index: TantivyIndex, passages: Sequence[SearchablePassage]) -> None:
    """Ask for some passages in their own words. Raises IndexDamaged where one is not found."""
    if index.size != len(passages):
        raise IndexDamaged("tantivy", "the build is not whole")
    for passage in _sample(passages):
        words = dict.fromkeys(passage.forms[:200], 1.0)
        hits = index.search(words=words, grams={}, limit=20)
        if words and passage.id not in {index.passage_id(hit.row) for hit in hits.words}:
            raise IndexDamaged("tantivy", "a passage is not found by its own words")


def probe_vectors(index: ChromaIndex, vectors: Vectors, ids: Sequence[str]) -> None:
    """Ask for some passages by their own vector. Raises IndexDamaged where one is not found."""
    for place in _sample(range(len(ids))):
        if vectors[place].any() and ids[place] not in {found for found, _ in index.nearest(vectors[place], limit=20)}:
            raise IndexDamaged("chroma", "a passage is not found by its own vector")


def _sample(items: Sequence[Item]) -> list[Item]:
    step = max(1, len(items) // _PROBES)
    return list(items[::step])


def make_room(folder: Path) -> None:
    """Make an empty folder for a build, also where a file stands in the place of the one above. Raises IndexDamaged."""
    with translated("indexes"):
        if folder.parent.exists() and not folder.parent.is_dir():
            folder.parent.unlink()
        folder.mkdir(parents=True, exist_ok=True)


def make_lexical(folder: Path, passages: Sequence[SearchablePassage]) -> TantivyIndex:
    """Write, open and probe a build; nothing is left where that fails. Raises IndexDamaged."""
    try:
        make_room(folder)
        build_lexical_index(folder, passages)
        index = TantivyIndex(folder)
        probe_lexical(index, passages)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return index


def make_vectors(
    folder: Path,
    passages: Sequence[SearchablePassage],
    texts: Sequence[str],
    *,
    embedder_name: str,
    analyser: JapaneseAnalyser,
    cache: VectorCache | None,
) -> ChromaIndex:
    """The same for vectors. Raises IndexDamaged, and ModelUnavailable where an outside embedder does not answer."""
    try:
        make_room(folder)
        embedder: Embedder
        if embedder_name == LOCAL:
            forms = [passage.forms for passage in passages]
            local = LocalEmbedder.fit(forms, analyser)
            local.save(folder)
            embedder, vectors = local, local.embed_forms(forms)
        else:
            embedder = ProviderEmbedder(embedder_name)
            vectors = provided_vectors(embedder, embedder_name, texts, cache)
        ids = [passage.id for passage in passages]
        build_vector_index(folder, ids, vectors)
        index = ChromaIndex(folder, embedder)
        probe_vectors(index, vectors, ids)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return index


def provided_vectors(embedder: Embedder, name: str, texts: Sequence[str], cache: VectorCache | None) -> Vectors:
    """Vectors of an outside embedder, shape (n, dimensions); each text is asked for once and then kept."""
    known = dict(cache.get_many(name, texts)) if cache else {}
    missing = list(dict.fromkeys(text for text in texts if text not in known))
    for start in range(0, len(missing), _EMBED_BATCH):
        batch = missing[start : start + _EMBED_BATCH]
        fresh = dict(zip(batch, _checked(embedder.embed_documents(batch), len(batch), name), strict=True))
        if cache:
            cache.put_many(name, fresh)
        known.update(fresh)
    if len({len(known[text]) for text in texts}) > 1:
        raise ModelUnavailable(name, "its vectors are of different lengths")
    return np.asarray([known[text] for text in texts], dtype=np.float32)


def _checked(vectors: list[list[float]], expected: int, name: str) -> list[list[float]]:
    """Raises ModelUnavailable for what is no vector a text: nonsense is never kept."""
    is_whole = len(vectors) == expected and all(vectors) and all(math.isfinite(sum(vector)) for vector in vectors)
    if not is_whole:
        raise ModelUnavailable(name, "its vectors are not usable")
    return vectors


def open_vectors(folder: Path, *, embedder_name: str, analyser: JapaneseAnalyser) -> ChromaIndex:
    """Open an earlier build. Raises IndexDamaged; ModelUnavailable where the outside embedder cannot be set up."""
    embedder = LocalEmbedder.load(folder, analyser) if embedder_name == LOCAL else ProviderEmbedder(embedder_name)
    return ChromaIndex(folder, embedder)


def sweep(folder: Path, keep: set[str]) -> None:
    """Remove builds that neither serve nor wait for going back."""
    if folder.is_dir():
        for build in folder.iterdir():
            if build.name not in keep:
                shutil.rmtree(build, ignore_errors=True)
