"""What the guides feature needs of the outside."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import Protocol, Self

from bot.core.guides.models import ExtractedDocument, NewRelease, Passage, Release


class DocumentReader(Protocol):
    """Turns the bytes of a file into a document, safely."""

    def read(self, *, file_name: str, content: bytes) -> ExtractedDocument:
        """Return the document. Raises DocumentRefused with the reason and what to do."""
        ...


class GuideRepository(Protocol):
    """Releases and passages as stored. Every change happens inside a unit of work and is undone unless committed."""

    def publish(self, release: NewRelease, passages: Sequence[Passage]) -> Release:
        """Store and make current; the former current release becomes superseded. `passages` carry their final ids."""
        ...

    def next_number(self, guide_id: str) -> int:
        """The number the next release of this guide will have, from 1."""
        ...

    def releases(self, guide_id: str | None = None) -> Sequence[Release]:
        """All releases, of one guide or of all, by guide id and number."""
        ...

    def current(self, guide_id: str) -> Release | None:
        """The release that is cited now."""
        ...

    def set_current(self, guide_id: str, number: int) -> Release:
        """Make an earlier release current again. Raises GuideNotFound."""
        ...

    def retire(self, guide_id: str) -> Release:
        """Stop citing the guide; nothing is deleted. Raises GuideNotFound."""
        ...

    def passages(self, guide_id: str, number: int) -> Sequence[Passage]:
        """The passages of one release in reading order."""
        ...

    def original(self, sha256: str) -> bytes:
        """The bytes as they were loaded. Raises GuideNotFound."""
        ...


class GuideUnitOfWork(Protocol):
    """`with start() as work: …; work.commit()`. Leaving without commit undoes everything."""

    guides: GuideRepository

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
    def commit(self) -> None: ...
