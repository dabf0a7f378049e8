"""Vectors that were computed once and need not be computed (or paid) again."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from sqlalchemy import Engine, and_, delete, insert, select

from bot.adapters.storage.engine import reading, writing
from bot.adapters.storage.tables import embedding_cache

# SQLite before 3.32 takes at most 999 variables a statement; every version in use takes this many.
_CHUNK = 500


class EmbeddingCache:
    """Vectors by embedder and text. Each call is a transaction of its own and raises StorageError.

    A vector is kept as 4-byte little-endian floats; texts are kept as hashes only.
    """

    def __init__(self, engine: Engine, *, workspace_id: str) -> None:
        self._engine, self._workspace = engine, workspace_id

    def get_many(self, embedder: str, texts: Sequence[str]) -> dict[str, array[float]]:
        """The vectors that are known, by text, as arrays of 32-bit floats."""
        by_digest = {_digest(text): text for text in texts}
        found: dict[str, array[float]] = {}
        with reading(self._engine) as connection:
            for digests in _chunks(list(by_digest)):
                statement = select(embedding_cache.c.sha256, embedding_cache.c.vector).where(
                    and_(
                        embedding_cache.c.workspace_id == self._workspace,
                        embedding_cache.c.embedder == embedder,
                        embedding_cache.c.sha256.in_(digests),
                    )
                )
                for digest, vector in connection.execute(statement):
                    found[by_digest[digest]] = _from_bytes(vector)
        return found

    def put_many(self, embedder: str, vectors: Mapping[str, Sequence[float]]) -> None:
        """Keep vectors by text; a known text gets the new vector."""
        rows = [
            {
                "workspace_id": self._workspace,
                "embedder": embedder,
                "sha256": _digest(text),
                "vector": _to_bytes(vector),
            }
            for text, vector in vectors.items()
        ]
        if not rows:
            return
        with writing(self._engine) as connection:
            for digests in _chunks([str(row["sha256"]) for row in rows]):
                here = embedding_cache.c.workspace_id == self._workspace
                same = and_(embedding_cache.c.embedder == embedder, embedding_cache.c.sha256.in_(digests))
                connection.execute(delete(embedding_cache).where(here, same))
            connection.execute(insert(embedding_cache), rows)


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _chunks(values: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(values), _CHUNK):
        yield values[start : start + _CHUNK]


def _to_bytes(vector: Sequence[float]) -> bytes:
    numbers = array("f", vector)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def _from_bytes(content: bytes) -> array[float]:
    numbers = array("f")
    numbers.frombytes(content)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
