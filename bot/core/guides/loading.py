"""One file on its way to becoming a release: what was read, what it would change, what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256

from bot.core.guides.details import GuideOptions, read_details
from bot.core.guides.models import ExtractedDocument, GuideDetails, NewRelease, Passage, Release, ReleaseState
from bot.core.guides.passages import passages_of
from bot.core.guides.ports import DocumentReader
from bot.core.guides.shelf import GuideShelf
from bot.core.japanese import normalise
from bot.core.messages import Argument, Message
from bot.errors import DocumentRefused


class LoadState(StrEnum):
    """What loading a file means for its guide; the sentences are `guides-loaded-…` and `guides-would-be-…`."""

    NEW = "new"
    NEW_EDITION = "new-edition"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, kw_only=True, slots=True)
class FileToAdd:
    """A file as it was given, and what the person says about it. `bundled` marks the guides we ship."""

    file_name: str
    content: bytes
    options: GuideOptions = field(default_factory=GuideOptions)
    bundled: bool = False

    @property
    def sha256(self) -> str:
        """The name of the bytes."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, kw_only=True, slots=True)
class Prepared:
    """What adding a file would do; nothing was written. `passages` carry the number the release would have."""

    file_name: str
    state: LoadState
    details: GuideDetails
    document: ExtractedDocument
    passages: tuple[Passage, ...]
    replaces: Release | None
    warnings: tuple[Message, ...]

    @property
    def message(self) -> Message:
        """What would happen, as a sentence."""
        number, passages = self.passages[0].release_number, len(self.passages)
        named: dict[str, Argument] = {
            "title": self.details.title,
            "guide": self.details.id,
            "number": number,
            "passages": passages,
        }
        return Message(f"guides-would-be-{self.state}", named)


@dataclass(frozen=True, kw_only=True, slots=True)
class Loaded:
    """What adding a file did. `release` is cited now; for `UNCHANGED` it is the one that was cited before."""

    file_name: str
    state: LoadState
    release: Release
    replaced: Release | None
    warnings: tuple[Message, ...]

    @property
    def message(self) -> Message:
        """What happened, as a sentence."""
        release = self.release
        counts = {"number": release.number, "passages": release.passage_count}
        named: dict[str, Argument] = {"title": release.details.title, "guide": release.guide_id, **counts}
        return Message(f"guides-loaded-{self.state}", named)


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """A file that was read and may become a release; its number is not known yet."""

    file: FileToAdd
    details: GuideDetails
    document: ExtractedDocument
    warnings: tuple[Message, ...]

    def passages(self, number: int) -> tuple[Passage, ...]:
        """The passages of this draft as release `number`."""
        return passages_of(document=self.document, guide_id=self.details.id, number=number, title=self.details.title)

    def as_release(self) -> NewRelease:
        """The draft in the words of the repository."""
        return NewRelease(
            details=self.details,
            original=self.file.content,
            file_name=self.file.file_name,
            bundled=self.file.bundled,
            document=replace(self.document, warnings=self.warnings),
        )


def read_draft(reader: DocumentReader, file: FileToAdd, *, today: date) -> Draft:
    """Read a file. Raises DocumentRefused, also for a file without any text."""
    document = reader.read(file_name=file.file_name, content=file.content)
    known = read_details(
        document=document, file_name=file.file_name, content=file.content, options=file.options, today=today
    )
    draft = Draft(file=file, details=known.details, document=document, warnings=(*document.warnings, *known.warnings))
    if not draft.passages(1):
        raise DocumentRefused("guides-no-text")
    return draft


def prepare_draft(draft: Draft, shelf: GuideShelf) -> Prepared:
    """Compare a draft with what is cited now."""
    current = shelf.current(draft.details.id)
    passages = draft.passages(shelf.next_number(draft.details.id))
    if current is not None and _is_same(draft, passages, current, shelf):
        state = LoadState.UNCHANGED
    else:
        state = LoadState.NEW_EDITION if shelf.releases(draft.details.id) else LoadState.NEW
    is_added = state is not LoadState.UNCHANGED
    return Prepared(
        file_name=draft.file.file_name,
        state=state,
        details=draft.details,
        document=draft.document,
        passages=passages,
        replaces=current if is_added else None,
        warnings=(*draft.warnings, *_warnings(draft, current, shelf)) if is_added else (),
    )


def publish_draft(draft: Draft, shelf: GuideShelf) -> Loaded:
    """Make a draft the cited release of its guide, unless it is already; the caller commits."""
    prepared = prepare_draft(draft, shelf)
    if prepared.state is LoadState.UNCHANGED:
        release = shelf.current(draft.details.id)
        assert release is not None
    else:
        release = shelf.publish(draft.as_release(), prepared.passages)
    return Loaded(
        file_name=prepared.file_name,
        state=prepared.state,
        release=release,
        replaced=prepared.replaces,
        warnings=prepared.warnings,
    )


def is_older(details: GuideDetails, than: Release | None) -> bool:
    """True where both editions are known and the new one is the earlier."""
    if than is None or not (details.edition_is_known and than.details.edition_is_known):
        return False
    return details.edition_on < than.details.edition_on


def _is_same(draft: Draft, passages: Iterable[Passage], current: Release, shelf: GuideShelf) -> bool:
    """Same bytes, same details, and the same passages: a better reader makes a new release of an old file."""
    return (
        draft.file.sha256 == current.original_sha256
        and _comparable(draft.details) == _comparable(current.details)
        and _contents(passages) == _contents(shelf.passages(current.guide_id, current.number))
    )


def _comparable(details: GuideDetails) -> GuideDetails:
    """The details; where the edition is only the day of loading, that day says nothing."""
    return details if details.edition_is_known else replace(details, edition_on=date.min)


def _contents(passages: Iterable[Passage]) -> list[tuple[object, ...]]:
    return [(one.heading_path, one.text, one.page, one.page_to, one.asked) for one in passages]


def _warnings(draft: Draft, current: Release | None, shelf: GuideShelf) -> Iterator[Message]:
    if current is not None and current.bundled and not draft.file.bundled:
        yield Message("guides-replaces-bundled", {"title": current.details.title})
    for other in shelf.releases():
        is_cited = other.state is ReleaseState.CURRENT
        same_title = normalise(other.details.title) == normalise(draft.details.title)
        if same_title and is_cited and other.guide_id != draft.details.id:
            yield Message("guides-same-title", {"title": other.details.title, "guide": other.guide_id})
