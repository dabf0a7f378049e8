"""What people do with guides: try, add, go back, retire, list, show; and what the indexes are built from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Protocol

from bot.core.clock import Clock, day_of
from bot.core.guides.bundled import is_settled, may_sync
from bot.core.guides.details import GuideOptions
from bot.core.guides.loading import (
    Draft,
    FileToAdd,
    Loaded,
    LoadState,
    Prepared,
    is_older,
    prepare_draft,
    publish_draft,
    read_draft,
)
from bot.core.guides.models import Passage, Release, ReleaseState
from bot.core.guides.ports import DocumentReader
from bot.core.guides.refusals import GuidesRefused, Refusal, reasons_of
from bot.core.guides.shelf import GuideShelf, StartWork
from bot.core.messages import Message
from bot.errors import DocumentRefused, GuideNotFound, UsageError


class Progress(Protocol):
    """Told after each file: how many are read, of how many, and which one it was."""

    def __call__(self, *, done: int, total: int, file_name: str) -> None: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class GuideOverview:
    """A guide in a list. `shown` is the release that is cited, or, of a retired guide, the one cited last."""

    guide_id: str
    shown: Release
    release_count: int
    has_expired: bool

    @property
    def is_retired(self) -> bool:
        """True where nothing of the guide is cited."""
        return self.shown.state is not ReleaseState.CURRENT

    @property
    def state(self) -> Message:
        """Where the guide stands, in a word or two."""
        return Message("guides-state-expired") if self._is_cited_expired else state_of(self.shown)

    @property
    def _is_cited_expired(self) -> bool:
        return self.has_expired and not self.is_retired


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownRelease:
    """A release and its passages as they are quoted."""

    release: Release
    passages: tuple[Passage, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Corpus:
    """Everything that may be cited, of one moment. `revision` changes whenever `passages` may have."""

    revision: int
    passages: tuple[Passage, ...]


class GuideService:
    """The use cases. Adding is all or nothing over all files of one call."""

    def __init__(self, *, reader: DocumentReader, start: StartWork, clock: Clock) -> None:
        self._reader, self._start, self._clock = reader, start, clock

    def prepare(self, *, file_name: str, content: bytes, options: GuideOptions | None = None) -> Prepared:
        """Say what adding this file would do, and write nothing. Raises DocumentRefused."""
        file = FileToAdd(file_name=file_name, content=content, options=options or GuideOptions())
        draft = read_draft(self._reader, file, today=self._today())
        with self._start(writing=False) as work:
            return prepare_draft(draft, work.guides)

    def add(
        self, *, files: Sequence[FileToAdd], allow_older: bool = False, progress: Progress | None = None
    ) -> Sequence[Loaded]:
        """Load all files, or none: then GuidesRefused says why for each file that was refused.

        A file that is loaded already is reported as UNCHANGED. An edition older than the current one is refused
        unless `allow_older`. Adding to a retired guide brings it back.
        """
        drafts = self._read_all(files, progress)
        with self._start() as work:
            loaded: list[Loaded] = []
            refusals: list[Refusal] = []
            for draft in drafts:
                current = work.guides.current(draft.details.id)
                if current is not None and not allow_older and is_older(draft.details, current):
                    refusals.append(_refused_as_older(draft, current))
                else:
                    loaded.append(publish_draft(draft, work.guides))
            if refusals:
                raise GuidesRefused(refusals)
            work.commit()
        return loaded

    def sync_bundled(self, *, files: Sequence[FileToAdd], progress: Progress | None = None) -> Sequence[Loaded]:
        """Load those of the shipped guides that are new or changed, and return them.

        What an admin decided stays: a guide that was retired, replaced by a file of their own or rolled back is
        left alone (a bundled edition that is new since a rollback is loaded). Files read before are not read again.
        """
        with self._start(writing=False) as work:
            unread = [file for file in files if not is_settled(file, work.guides)]
        if not unread:
            return ()
        drafts = self._read_all(unread, progress)
        with self._start() as work:
            loaded = [publish_draft(draft, work.guides) for draft in drafts if may_sync(draft, work.guides)]
            work.commit()
        return [one for one in loaded if one.state is not LoadState.UNCHANGED]

    def rollback(self, *, guide_id: str, to: int | None = None) -> Release:
        """Cite an earlier release again: `to`, or the one the current release took the place of.

        Going back twice goes two steps back, never forward again; a retired guide comes back as it was cited last.
        Raises GuideNotFound where there is no such guide or release, UsageError where there is nothing earlier.
        """
        with self._start() as work:
            _require(work.guides, guide_id)
            wanted = to
            if wanted is None:
                earlier = work.guides.previous(guide_id)
                if earlier is None:
                    raise UsageError("guides-nothing-earlier", guide=guide_id)
                wanted = earlier.number
            release = work.guides.set_current(guide_id, wanted)
            work.commit()
        return release

    def retire(self, *, guide_id: str) -> Release:
        """Stop citing a guide; everything is kept. Raises GuideNotFound; UsageError where it is retired already."""
        with self._start() as work:
            _require(work.guides, guide_id)
            if work.guides.current(guide_id) is None:
                raise UsageError("guides-already-retired", guide=guide_id)
            release = work.guides.retire(guide_id)
            work.commit()
        return release

    def list(self) -> Sequence[GuideOverview]:
        """Every guide, retired ones included, by id."""
        with self._start(writing=False) as work:
            releases = work.guides.releases()
        by_guide = groupby(releases, key=lambda release: release.guide_id)
        return [self._overview(tuple(of_one)) for _, of_one in by_guide]

    def show(self, *, guide_id: str, number: int | None = None) -> ShownRelease:
        """A release with its passages; without a number the one `list` shows. Raises GuideNotFound."""
        with self._start(writing=False) as work:
            releases = _require(work.guides, guide_id)
            release = _cited_last(releases) if number is None else _numbered(releases, number)
            return ShownRelease(release=release, passages=tuple(work.guides.passages(guide_id, release.number)))

    def corpus(self) -> Corpus:
        """All passages of current releases with their revision, of one moment."""
        with self._start(writing=False) as work:
            return Corpus(revision=work.guides.revision(), passages=tuple(work.guides.current_passages()))

    def _read_all(self, files: Sequence[FileToAdd], progress: Progress | None) -> Sequence[Draft]:
        """Read every file before anything is changed. Raises GuidesRefused with every reason of every file."""
        drafts: dict[str, Draft] = {}
        refusals: list[Refusal] = []
        for done, file in enumerate(files, start=1):
            try:
                draft = read_draft(self._reader, file, today=self._today())
            except DocumentRefused as error:
                refusals.append(Refusal(file_name=file.file_name, reasons=reasons_of(error)))
            else:
                first = drafts.setdefault(draft.details.id, draft)
                if first is not draft:
                    refusals.append(_refused_as_twin(draft, first))
            if progress is not None:
                progress(done=done, total=len(files), file_name=file.file_name)
        if refusals:
            raise GuidesRefused(refusals)
        return list(drafts.values())

    def _overview(self, releases: Sequence[Release]) -> GuideOverview:
        shown = _cited_last(releases)
        return GuideOverview(
            guide_id=shown.guide_id,
            shown=shown,
            release_count=len(releases),
            has_expired=shown.details.has_expired(on=self._today()),
        )

    def _today(self) -> date:
        return day_of(self._clock.now())


def state_of(release: Release) -> Message:
    """Where a release stands, in a word or two."""
    return Message(f"guides-state-{release.state}")


def _require(shelf: GuideShelf, guide_id: str) -> Sequence[Release]:
    releases = shelf.releases(guide_id)
    if not releases:
        raise GuideNotFound("guides-not-found", guide=guide_id)
    return releases


def _cited_last(releases: Sequence[Release]) -> Release:
    """The release of one guide that is cited, or was when the guide was retired: one always is."""
    return next(release for release in releases if release.state is not ReleaseState.SUPERSEDED)


def _numbered(releases: Sequence[Release], number: int) -> Release:
    for release in releases:
        if release.number == number:
            return release
    raise GuideNotFound("guides-no-such-release", guide=releases[0].guide_id, number=number)


def _refused_as_older(draft: Draft, current: Release) -> Refusal:
    editions = {"edition": str(draft.details.edition_on), "current": str(current.details.edition_on)}
    reason = Message("guides-older-edition", {"guide": draft.details.id, **editions})
    return Refusal(file_name=draft.file.file_name, reasons=(reason,))


def _refused_as_twin(draft: Draft, first: Draft) -> Refusal:
    reason = Message("guides-same-id", {"guide": draft.details.id, "other": first.file.file_name})
    return Refusal(file_name=draft.file.file_name, reasons=(reason,))
