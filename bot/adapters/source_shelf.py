"""The passages of the database as the answering side sees them: with what their guide says about itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.adapters.storage.database import Database
from bot.core.answering.models import SourcePassage
from bot.core.guides.details import PLAN
from bot.core.guides.models import Passage, Release


class DatabaseShelf:
    """A `SourceShelf` over the database; what may be cited is decided there at the moment of asking."""

    def __init__(self, database: Database, releases: Callable[[], Mapping[str, Release]] | None = None) -> None:
        """`releases` says which releases may be cited: all current ones by default."""
        self._database = database
        self._releases = releases or database.current_releases

    def current(self, passage_ids: Sequence[str]) -> Mapping[str, SourcePassage]:
        releases = self._releases()
        passages = self._database.passages_by_id(passage_ids)
        cited = {passage.guide_id: releases.get(passage.guide_id) for passage in passages.values()}
        return {
            passage_id: _source(passage, release)
            for passage_id, passage in passages.items()
            if (release := cited[passage.guide_id]) is not None and release.number == passage.release_number
        }

    def any_release(self, passage_id: str) -> SourcePassage | None:
        passage = self._database.passages_by_id([passage_id]).get(passage_id)
        return self._with_release([passage])[0] if passage else None

    def neighbours(self, passage_id: str) -> Sequence[SourcePassage]:
        return self._with_release(self._database.neighbours(passage_id))

    def _with_release(self, passages: Sequence[Passage]) -> list[SourcePassage]:
        """Passages of one guide, of any release."""
        if not passages:
            return []
        with self._database.guides_work(writing=False) as work:
            releases = {release.number: release for release in work.guides.releases(passages[0].guide_id)}
        return [_source(passage, releases[passage.release_number]) for passage in passages]


def _source(passage: Passage, release: Release) -> SourcePassage:
    details = release.details
    is_answer = details.is_coordinators
    return SourcePassage(
        id=passage.id,
        guide_id=passage.guide_id,
        title=details.title,
        edition_on=details.edition_on,
        edition_is_known=details.edition_is_known,
        heading_path=passage.heading_path,
        text=passage.text,
        page=passage.page,
        is_bundled=release.bundled,
        audience=details.audience,
        valid_from=details.valid_from,
        valid_until=details.valid_until,
        deadline_on=details.deadline_on,
        region=details.region,
        contact=None if is_answer else details.contact,
        is_plan=details.kind == PLAN,
        answered_by=(details.contact or "—") if is_answer else "",
    )
