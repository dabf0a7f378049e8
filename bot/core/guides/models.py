"""Guides as values: source → extracted document → release → passages. Pure; nothing here reads or writes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.core.messages import Message

PASSAGE_LIMIT = 700
"""The most characters a passage shows (ARCHITECTURE: rulings)."""


class BlockKind(StrEnum):
    """What a piece of an extracted document is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """One piece of a document in reading order.

    `text` is finished reading text: no hard wraps, no running heads, sentences whole. A table row reads
    「列名: 値 / 列名: 値」. `level` is 1 to 6 for headings, 0 otherwise; for list items it is the depth, from 1.
    `page` is the physical page, from 1 (a slide or a sheet counts as a page), or None where the format has none.
    `asked` (headings only) are other ways people ask for this section; searched, never quoted.
    """

    kind: BlockKind
    text: str
    level: int = 0
    page: int | None = None
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ExtractedDocument:
    """What a reader got out of a file.

    `details` are raw front-matter values or document properties (all optional): `title`, `edition`, … as strings
    or lists of strings. `warnings` are sentences for the person who loads it. `pages` counts physical pages.
    """

    blocks: tuple[Block, ...]
    pages: int | None = None
    details: dict[str, str | list[str]] = field(default_factory=dict)
    warnings: tuple[Message, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class GuideDetails:
    """What is known of one edition of a guide. `id` is the same for every edition."""

    id: str
    title: str
    edition_on: date
    edition_is_known: bool = True
    kind: str = "guide"
    audience: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    language: str = "ja"
    region: str | None = None
    contact: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    deadline_on: date | None = None

    def has_expired(self, *, on: date) -> bool:
        """True from the day after `valid_until`."""
        return self.valid_until is not None and on > self.valid_until

    @property
    def is_coordinators(self) -> bool:
        """True for what a coordinator answered (details.QA, details.COORDINATOR)."""
        return self.kind == "qa" and "coordinator" in self.sources

    def is_not_yet_valid(self, *, on: date) -> bool:
        """True until the day before `valid_from`."""
        return self.valid_from is not None and on < self.valid_from


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """A retrievable piece of one release.

    `text` is shown as it is (at most PASSAGE_LIMIT characters) and is what quotes are checked against. It never
    crosses a heading. Paragraphs and list items are separated by a newline.
    `id` is `guide@release/ordinal`, for instance `encounter-before@2/7`; ordinals count from 1 in reading order.
    """

    id: str
    guide_id: str
    release_number: int
    ordinal: int
    heading_path: tuple[str, ...]
    text: str
    page: int | None = None
    page_to: int | None = None
    asked: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """The heading path as people read it, or "" where the guide has none."""
        return " > ".join(self.heading_path)


class ReleaseState(StrEnum):
    """Where a release stands. Only CURRENT ones are cited; at most one release of a guide is CURRENT."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    RETIRED = "retired"


@dataclass(frozen=True, kw_only=True, slots=True)
class Release:
    """One loaded version of a guide; `number` counts from 1 within the guide."""

    guide_id: str
    number: int
    state: ReleaseState
    details: GuideDetails
    original_sha256: str
    file_name: str
    bundled: bool
    loaded_at: datetime
    pages: int | None
    passage_count: int
    warnings: tuple[Message, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class NewRelease:
    """A release that is ready to be published: everything but its number, which the repository gives."""

    details: GuideDetails
    original: bytes
    file_name: str
    bundled: bool
    document: ExtractedDocument
