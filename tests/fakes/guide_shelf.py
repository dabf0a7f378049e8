"""Guides in memory: passes the same contract suite as the database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from types import TracebackType
from typing import Self

from bot.core.guides.models import NewRelease, Passage, Release, ReleaseState
from bot.core.guides.shelf import GuideShelf
from bot.errors import GuideNotFound

LOADED_AT = datetime(2026, 10, 1, 0, 0, tzinfo=UTC)

Key = tuple[str, int]


@dataclass
class Shelf:
    """Everything that is kept; copied at the start of a unit of work."""

    releases: dict[Key, Release] = field(default_factory=dict)
    replaces: dict[Key, int | None] = field(default_factory=dict)
    passages: dict[Key, tuple[Passage, ...]] = field(default_factory=dict)
    originals: dict[str, bytes] = field(default_factory=dict)
    revision: int = 0

    def copy(self) -> Shelf:
        return Shelf(dict(self.releases), dict(self.replaces), dict(self.passages), dict(self.originals), self.revision)


class FakeGuideRepository:
    """A GuideShelf over a Shelf."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def publish(self, release: NewRelease, passages: Sequence[Passage]) -> Release:
        guide_id, number = release.details.id, self.next_number(release.details.id)
        if any((one.guide_id, one.release_number) != (guide_id, number) for one in passages):
            raise ValueError("passages of another release")
        cited = self._cited(guide_id)
        digest = sha256(release.original).hexdigest()
        self._shelf.originals[digest] = release.original
        self._shelf.replaces[guide_id, number] = cited.number if cited else None
        self._supersede(guide_id)
        published = Release(
            guide_id=guide_id,
            number=number,
            state=ReleaseState.CURRENT,
            details=release.details,
            original_sha256=digest,
            file_name=release.file_name,
            bundled=release.bundled,
            loaded_at=LOADED_AT,
            pages=release.document.pages,
            passage_count=len(passages),
            warnings=release.document.warnings,
        )
        self._shelf.releases[guide_id, number] = published
        self._shelf.passages[guide_id, number] = tuple(passages)
        self._shelf.revision += 1
        return published

    def next_number(self, guide_id: str) -> int:
        return max((one.number for one in self.releases(guide_id)), default=0) + 1

    def releases(self, guide_id: str | None = None) -> Sequence[Release]:
        found = (one for one in self._shelf.releases.values() if guide_id in (None, one.guide_id))
        return _in_order(found)

    def current(self, guide_id: str) -> Release | None:
        cited = self._cited(guide_id)
        return cited if cited and cited.state is ReleaseState.CURRENT else None

    def previous(self, guide_id: str) -> Release | None:
        cited = self._cited(guide_id)
        if cited is None or cited.state is ReleaseState.RETIRED:
            return cited
        number = self._shelf.replaces[guide_id, cited.number]
        return self._required(guide_id, number) if number else None

    def from_file(self, *, file_name: str, sha256: str) -> Sequence[Release]:
        return [one for one in self.releases() if (one.file_name, one.original_sha256) == (file_name, sha256)]

    def set_current(self, guide_id: str, number: int) -> Release:
        wanted = self._required(guide_id, number)
        if wanted.state is ReleaseState.CURRENT:
            return wanted
        self._supersede(guide_id)
        return self._put(wanted, ReleaseState.CURRENT)

    def retire(self, guide_id: str) -> Release:
        present = self.current(guide_id)
        if present is None:
            raise GuideNotFound("guides-not-found", guide=guide_id)
        return self._put(present, ReleaseState.RETIRED)

    def passages(self, guide_id: str, number: int) -> Sequence[Passage]:
        return list(self._shelf.passages.get((guide_id, number), ()))

    def original(self, sha256: str) -> bytes:
        if sha256 not in self._shelf.originals:
            raise GuideNotFound("guides-no-original", sha256=sha256)
        return self._shelf.originals[sha256]

    def revision(self) -> int:
        return self._shelf.revision

    def current_passages(self) -> Sequence[Passage]:
        cited = [one for one in self.releases() if one.state is ReleaseState.CURRENT]
        return [passage for one in cited for passage in self.passages(one.guide_id, one.number)]

    def _put(self, release: Release, state: ReleaseState) -> Release:
        changed = replace(release, state=state)
        self._shelf.releases[release.guide_id, release.number] = changed
        self._shelf.revision += 1
        return changed

    def _supersede(self, guide_id: str) -> None:
        for one in self.releases(guide_id):
            self._shelf.releases[guide_id, one.number] = replace(one, state=ReleaseState.SUPERSEDED)

    def _cited(self, guide_id: str) -> Release | None:
        return next((one for one in self.releases(guide_id) if one.state is not ReleaseState.SUPERSEDED), None)

    def _required(self, guide_id: str, number: int) -> Release:
        if (guide_id, number) not in self._shelf.releases:
            raise GuideNotFound("guides-no-such-release", guide=guide_id, number=number)
        return self._shelf.releases[guide_id, number]


class FakeGuides:
    """`start` is a StartWork; `commits` counts what was kept."""

    def __init__(self) -> None:
        self.shelf = Shelf()
        self.commits = 0

    def start(self, *, writing: bool = True) -> FakeGuideUnitOfWork:
        return FakeGuideUnitOfWork(self, writing=writing)


class FakeGuideUnitOfWork:
    """Works on a copy; the copy is kept by a commit."""

    guides: GuideShelf

    def __init__(self, home: FakeGuides, *, writing: bool) -> None:
        self._home, self._writing = home, writing

    def __enter__(self) -> Self:
        self._copy = self._home.shelf.copy()
        self.guides = FakeGuideRepository(self._copy)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    def commit(self) -> None:
        assert self._writing, "a reading unit of work keeps nothing"
        self._home.shelf = self._copy.copy()
        self._home.commits += 1


def _in_order(releases: Iterable[Release]) -> list[Release]:
    return sorted(releases, key=lambda one: (one.guide_id, one.number))
