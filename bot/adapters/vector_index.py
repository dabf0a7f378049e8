"""Vectors in Chroma's embedded client, one folder and one collection per build.

Chroma's embedded client is safe in one process only: whoever opens a build holds the lock of `index_lock`. Its files
are checked before Chroma reads them, because damaged vectors can bring down the process rather than raise.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import chromadb
import numpy as np
from chromadb.api.client import Client
from chromadb.config import Settings

from bot.adapters.embeddings import Embedder, Vectors
from bot.adapters.rust_faults import translated
from bot.errors import IndexDamaged

FORMAT = 1
"""Counts up when what is stored changes; part of a build's fingerprint."""

_COLLECTION = "passages"
_LISTING = "listing.json"
_DATABASE = "chroma.sqlite3"
_GRAPH_METADATA = "index_metadata.pickle"
_BATCH = 1_000


def _client(folder: Path) -> Client:
    client = chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))
    assert isinstance(client, Client)
    return client


def _digests(folder: Path) -> dict[str, str]:
    """Hashes of the files that Chroma reads but no longer changes.

    Its database changes when it is opened. A small collection lives there alone; the files of its graph are then
    placeholders that are overwritten at will, told by the absence of the graph's metadata.
    """
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        is_graph = path.parent != folder
        is_placeholder = is_graph and not (path.parent / _GRAPH_METADATA).exists()
        if path.is_file() and not is_placeholder and path.name != _LISTING and not path.name.startswith(_DATABASE):
            with path.open("rb") as file:
                found[str(path.relative_to(folder))] = hashlib.file_digest(file, "sha256").hexdigest()
    return found


def build_vector_index(folder: Path, ids: Sequence[str], vectors: Vectors) -> None:
    """Write a build into an empty or missing folder. `vectors` has shape (n, dimensions), in the order of `ids`."""
    folder.mkdir(parents=True, exist_ok=True)
    client = _client(folder)
    try:
        collection = client.create_collection(_COLLECTION, embedding_function=None, metadata={"hnsw:space": "cosine"})
        for start in range(0, len(ids), _BATCH):
            end = start + _BATCH
            collection.add(ids=list(ids[start:end]), embeddings=vectors[start:end])
    finally:
        client.close()
    listing = {"format": FORMAT, "size": len(ids), "digests": _digests(folder)}
    (folder / _LISTING).write_text(json.dumps(listing), encoding="utf-8")


class ChromaIndex:
    """A `VectorIndex` over one build."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        """Open a build. Raises IndexDamaged where it is missing, changed or not whole."""
        self.embedder = embedder
        with translated("chroma"):
            size = _checked_size(folder)
            self._client = _client(folder)
            self._collection = self._client.get_collection(_COLLECTION, embedding_function=None)
            is_whole = self._collection.count() == size
        self.size = size
        if not is_whole:
            self.close()
            raise IndexDamaged("chroma", "the build is not whole")

    def search(self, text: str, *, limit: int) -> list[tuple[str, float]]:
        """Passage ids with their cosine similarity, best first; [] for a text without a known word."""
        vector = np.asarray(self.embedder.embed_query(text), dtype=np.float32)
        return self.nearest(vector, limit=limit) if self.size and vector.any() else []

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


def _checked_size(folder: Path) -> int:
    listing = json.loads((folder / _LISTING).read_text(encoding="utf-8"))
    if listing["format"] != FORMAT or listing["digests"] != _digests(folder):
        raise IndexDamaged("chroma", "the build is of another format or was changed")
    with sqlite3.connect(f"file:{folder / _DATABASE}?mode=ro", uri=True) as connection:
        if connection.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise IndexDamaged("chroma", "its database is damaged")
    connection.close()
    return int(listing["size"])
