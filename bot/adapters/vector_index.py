"""Vectors in Chroma's embedded client, one folder and one collection per build.

Chroma's embedded client is safe in one process only: whoever opens a build holds the lock of `index_lock`. Its files
are checked before Chroma reads them: damage can bring down the process, or change distances without a word.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import chromadb
import numpy as np
from chromadb.api.client import Client
from chromadb.config import Settings

from bot.adapters.build_files import LISTING, digests, names_within, read_listing, stamps, write_listing
from bot.adapters.embeddings import Embedder, Vectors
from bot.adapters.rust_faults import translated
from bot.errors import IndexDamaged, ModelUnavailable

FORMAT = 2
"""Counts up when what is stored changes; part of a build's fingerprint."""

_COLLECTION = "passages"
_DATABASE = "chroma.sqlite3"
_GRAPH_METADATA = "index_metadata.pickle"
_WRITTEN_ON_OPENING = "acquire_write"
_BATCH = 1_000


def _client(folder: Path) -> Client:
    client = chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))
    assert isinstance(client, Client)
    return client


def _unchanging(folder: Path) -> list[str]:
    """The files that Chroma reads but no longer changes.

    Its database changes when it is opened. A small collection lives there alone; the files of its graph are then
    placeholders that are overwritten at will, told by the absence of the graph's metadata.
    """
    return [
        name
        for name in names_within(folder)
        if name != LISTING and not name.startswith(_DATABASE) and not _is_placeholder(folder / name, folder)
    ]


def _is_placeholder(path: Path, folder: Path) -> bool:
    return path.parent != folder and not (path.parent / _GRAPH_METADATA).exists()


def _content(folder: Path) -> str:
    """A hash over the rows of Chroma's database, but for the one table that it writes to when it opens it.

    Raises IndexDamaged and sqlite3.Error.
    """
    digest = hashlib.sha256()
    with closing(sqlite3.connect(f"file:{folder / _DATABASE}?mode=ro", uri=True)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise IndexDamaged("chroma", "its database is damaged")
        tables = connection.execute("SELECT name, type, sql FROM sqlite_master ORDER BY name, type").fetchall()
        digest.update(repr(tables).encode())
        for name in (name for name, kind, _ in tables if kind == "table" and name != _WRITTEN_ON_OPENING):
            for row in connection.execute(f'SELECT * FROM "{name}"'):  # noqa: S608 - names from the database's own list
                digest.update(repr(row).encode())
    return digest.hexdigest()


def build_vector_index(folder: Path, ids: Sequence[str], vectors: Vectors) -> None:
    """Write a build into an empty or missing folder. `vectors` has shape (n, dimensions), in the order of `ids`.

    Raises IndexDamaged.
    """
    with translated("chroma"):
        folder.mkdir(parents=True, exist_ok=True)
        with closing(_client(folder)) as client:
            collection = client.create_collection(
                _COLLECTION, embedding_function=None, metadata={"hnsw:space": "cosine"}
            )
            for start in range(0, len(ids), _BATCH):
                end = start + _BATCH
                collection.add(ids=list(ids[start:end]), embeddings=vectors[start:end])
        listing = {
            "format": FORMAT,
            "size": len(ids),
            "dimensions": vectors.shape[1] if len(ids) else 0,
            "digests": digests(folder, _unchanging(folder)),
            "content": _content(folder),
        }
        write_listing(folder, listing)


class ChromaIndex:
    """A `VectorIndex` over one build."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        """Open a build. Raises IndexDamaged where it is missing, changed or not whole."""
        self.embedder = embedder
        self._folder = folder
        with translated("chroma"):
            listing = _checked_listing(folder)
            self.size, self._dimensions = int(listing["size"]), int(listing["dimensions"])
            self._files = [LISTING, _DATABASE, *listing["digests"]]
            self._client = _client(folder)
        try:
            with translated("chroma"):
                self._collection = self._client.get_collection(_COLLECTION, embedding_function=None)
                is_whole = self._collection.count() == self.size
                self._stamps = stamps(folder, self._files)
            if not is_whole:
                raise IndexDamaged("chroma", "the build is not whole")
        except IndexDamaged:
            self.close()
            raise

    def is_untouched(self) -> bool:
        """False where a file was changed or removed since then. Chroma itself writes while it opens a build only."""
        return stamps(self._folder, self._files) == self._stamps

    def search(self, text: str, *, limit: int) -> list[tuple[str, float]]:
        """Passage ids with their cosine similarity, best first; [] for a text without a known word.

        Raises IndexDamaged; ModelUnavailable where an outside embedder does not answer as it did for the passages.
        """
        if not self.size:
            return []
        vector = np.asarray(self.embedder.embed_query(text), dtype=np.float32)
        if vector.shape != (self._dimensions,):
            raise ModelUnavailable("embedder", "a question's vector has another length than those of the passages")
        return self.nearest(vector, limit=limit) if vector.any() else []

    def nearest(self, vector: Vectors, *, limit: int) -> list[tuple[str, float]]:
        """The same for a vector of shape (dimensions,)."""
        with translated("chroma"):
            answer = self._collection.query(
                query_embeddings=vector[np.newaxis, :], n_results=min(limit, self.size), include=["distances"]
            )
            distances = (answer["distances"] or [[]])[0]
            return [(found, 1.0 - float(away)) for found, away in zip(answer["ids"][0], distances, strict=True)]

    def close(self) -> None:
        """Let go of the files."""
        self._client.close()


def _checked_listing(folder: Path) -> dict[str, Any]:
    listing = read_listing(folder)
    is_same = listing["format"] == FORMAT and listing["digests"] == digests(folder, _unchanging(folder))
    if not is_same or listing["content"] != _content(folder):
        raise IndexDamaged("chroma", "the build is of another format or was changed")
    return listing
