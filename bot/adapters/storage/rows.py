"""Values of the core as rows, and back."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row

from bot.adapters.storage.tables import passage, release
from bot.core.guides.models import Block, GuideDetails, Passage, Release, ReleaseState
from bot.core.messages import Message

_DETAILS = TypeAdapter(GuideDetails)
_BLOCKS = TypeAdapter(tuple[Block, ...])
_WARNINGS = TypeAdapter(tuple[Message, ...])

RELEASE_COLUMNS = (
    release.c.guide_id,
    release.c.number,
    release.c.state,
    release.c.details,
    release.c.original_sha256,
    release.c.file_name,
    release.c.bundled,
    release.c.loaded_at,
    release.c.pages,
    release.c.passage_count,
    release.c.warnings,
)
"""Everything of a release but its blocks, which are large and rarely wanted."""

PASSAGE_COLUMNS = (
    passage.c.id,
    passage.c.guide_id,
    passage.c.number,
    passage.c.ordinal,
    passage.c.heading_path,
    passage.c.page,
    passage.c.page_to,
    passage.c.text,
    passage.c.asked,
)


def details_to_json(details: GuideDetails) -> Any:
    """Return the details as plain JSON values; dates as YYYY-MM-DD."""
    return _DETAILS.dump_python(details, mode="json")


def blocks_to_json(blocks: tuple[Block, ...]) -> Any:
    """Return the blocks as a list of JSON objects."""
    return _BLOCKS.dump_python(blocks, mode="json")


def warnings_to_json(warnings: tuple[Message, ...]) -> Any:
    """Return the warnings as a list of JSON objects."""
    return _WARNINGS.dump_python(warnings, mode="json")


def release_from(row: Row[*tuple[Any, ...]]) -> Release:
    """Build a Release from RELEASE_COLUMNS."""
    return Release(
        guide_id=row.guide_id,
        number=row.number,
        state=ReleaseState(row.state),
        details=_DETAILS.validate_python(row.details),
        original_sha256=row.original_sha256,
        file_name=row.file_name,
        bundled=row.bundled,
        loaded_at=row.loaded_at,
        pages=row.pages,
        passage_count=row.passage_count,
        warnings=_WARNINGS.validate_python(row.warnings),
    )


def passage_from(row: Row[*tuple[Any, ...]]) -> Passage:
    """Build a Passage from PASSAGE_COLUMNS."""
    return Passage(
        id=row.id,
        guide_id=row.guide_id,
        release_number=row.number,
        ordinal=row.ordinal,
        heading_path=tuple(row.heading_path),
        text=row.text,
        page=row.page,
        page_to=row.page_to,
        asked=tuple(row.asked),
    )


def passage_row(value: Passage, workspace_id: str) -> dict[str, Any]:
    """Return the row of a passage."""
    return {
        "workspace_id": workspace_id,
        "id": value.id,
        "guide_id": value.guide_id,
        "number": value.release_number,
        "ordinal": value.ordinal,
        "heading_path": list(value.heading_path),
        "page": value.page,
        "page_to": value.page_to,
        "text": value.text,
        "asked": list(value.asked),
    }
