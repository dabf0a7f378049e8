"""What loading guides needs beyond `ports.py`: the way back, the corpus, and how a transaction is started.

`ports.py` is what every reader of guides may rely on; this is for the one feature that changes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.core.guides.models import Passage, Release
from bot.core.guides.ports import GuideRepository, GuideUnitOfWork


class GuideShelf(GuideRepository, Protocol):
    """A GuideRepository that remembers what was cited before what."""

    def previous(self, guide_id: str) -> Release | None:
        """The release to go back to: what the current one replaced, or, of a retired guide, what was cited last."""
        ...

    def from_file(self, *, file_name: str, sha256: str) -> Sequence[Release]:
        """Releases made of exactly this file by this version of Minori, in order of number."""
        ...

    def revision(self) -> int:
        """Counts every publishing, going back and retiring, from 0."""
        ...

    def current_passages(self) -> Sequence[Passage]:
        """The passages of all current releases, by guide id and ordinal."""
        ...


class ShelfUnitOfWork(GuideUnitOfWork, Protocol):
    """A unit of work over a GuideShelf."""

    guides: GuideShelf


class StartWork(Protocol):
    """Starts a transaction; a reading one sees one moment, waits for nobody and keeps nothing."""

    def __call__(self, *, writing: bool = True) -> ShelfUnitOfWork: ...
