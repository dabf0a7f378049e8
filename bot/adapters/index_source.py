"""What the derived indexes are made of: the passages of the guides that may be cited, and the way of indexing them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.metadata import version

from bot.adapters import lexical_index, vector_index
from bot.adapters.storage.database import Database
from bot.core.answering.searchable import PassageToIndex
from bot.core.guides.models import Passage, Release

_TRIES = 5


class IndexSource:
    """The present passages and their fingerprint. Safe to use from several threads."""

    def __init__(
        self,
        database: Database,
        releases: Callable[[], Mapping[str, Release]],
        embedder_name: str,
        competitors: Sequence[PassageToIndex],
    ) -> None:
        """`competitors` are indexed beside the passages."""
        self._database, self._releases = database, releases
        self._embedder_name, self._competitors = embedder_name, tuple(competitors)

    def fingerprint(self) -> str:
        """What the present guides and the present way of indexing would make. Raises StorageError."""
        return fingerprint(self._releases().values(), self._embedder_name, self._competitors)

    def read(self) -> tuple[str, list[PassageToIndex]]:
        """The present passages as they are searched, and the fingerprint that is theirs. Raises StorageError.

        Releases and passages are two reads; where the guides change in between, both are read again.
        """
        for _ in range(_TRIES):
            releases = self._releases()
            found = [to_index(passage, releases) for passage in self._database.current_passages()]
            present = [passage for passage in found if passage is not None]
            if len(present) == sum(release.passage_count for release in releases.values()):
                break
        wanted = fingerprint(releases.values(), self._embedder_name, self._competitors)
        return wanted, [*present, *self._competitors]


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
    libraries = [version(name) for name in ("sudachidict-core", "tantivy", "chromadb")]
    ways = [lexical_index.FORMAT, vector_index.FORMAT, embedder_name, *libraries]
    beside = [[competitor.id, competitor.asked] for competitor in competitors]
    return hashlib.sha256(json.dumps([ways, made_of, beside], ensure_ascii=False).encode()).hexdigest()
