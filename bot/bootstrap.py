"""The composition root: the one place that builds the parts and joins them."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import structlog

from bot.adapters.chat_model import ChatModelOptions, LangChainChatModel
from bot.adapters.document_readers import markdown
from bot.adapters.document_readers.guard import GuardedDocumentReader
from bot.adapters.holiday_file import shipped_calendar
from bot.adapters.japanese import SudachiAnalyser
from bot.adapters.sentences import FluentSentences
from bot.adapters.source_shelf import DatabaseShelf
from bot.adapters.storage.audit_chain import NAME as HEAD_NAME
from bot.adapters.storage.audit_chain import AuditChain
from bot.adapters.storage.database import Database, open_database
from bot.adapters.storage.joins import JoinRepository
from bot.adapters.storage.key_file import read_keys
from bot.core.answering.beyond import BeyondTopic, load_beyond_file, to_index
from bot.core.answering.glossary import Glossary, load_glossary_file
from bot.core.answering.model_answer import ANSWER_VARIABLES
from bot.core.answering.prompts import Prompt
from bot.core.answering.service import AnsweringService, Model
from bot.core.audited import Looking, Looks
from bot.core.calendars import WorkingDays
from bot.core.clock import Clock, SystemClock, day_of
from bot.core.guides.loading import FileToAdd
from bot.core.guides.models import ExtractedDocument, Release
from bot.core.guides.service import GuideService
from bot.core.handovers.service import HandOverService
from bot.core.meetings.names import same_company_key
from bot.core.membership.first_admin import word_of
from bot.core.membership.service import MembershipService
from bot.core.membership.starters import StartersFile, load_starters_file
from bot.core.messages import Sentences
from bot.core.people import Member
from bot.core.work_calendars import WorkCalendars
from bot.resources import knowledge_folder, prompts_folder
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.adapters.indexes import Indexes


@dataclass(frozen=True, kw_only=True, slots=True)
class Library:
    """What works without the indexes: the database and the guides in it."""

    settings: Settings
    clock: Clock
    sentences: Sentences
    database: Database
    guides: GuideService
    calendars: WorkCalendars

    def cited(self) -> dict[str, Release]:
        """The releases that may be cited, by guide: the bundled ones only where the settings want them."""
        today, current = day_of(self.clock.now()), self.database.current_releases()
        # A coordinator's answer is good until its last day; of a guide that is over, the reader is told so.
        releases = {
            guide_id: release
            for guide_id, release in current.items()
            if not (release.details.is_coordinators and release.details.has_expired(on=today))
        }
        if self.settings.bundled_guides:
            return releases
        return {guide_id: release for guide_id, release in releases.items() if not release.bundled}


@dataclass(frozen=True, kw_only=True, slots=True)
class Application:
    """Everything. One process at a time has one over the same data folder."""

    library: Library
    indexes: Indexes
    answering: AnsweringService


@cache
def make_sentences() -> Sentences:
    """The catalogues of both languages, read once."""
    return FluentSentences(prompts_folder() / "sentences")


@contextmanager
def open_library(settings: Settings, *, clock: Clock | None = None) -> Iterator[Library]:
    """Open the database. Raises StorageError."""
    clock = clock or SystemClock()
    database = open_database(settings.sqlalchemy_url, clock=clock, key_file=settings.sealing_keys)
    try:
        yield Library(
            settings=settings,
            clock=clock,
            sentences=make_sentences(),
            database=database,
            guides=make_guides(database, clock),
            calendars=make_calendars(database, clock),
        )
    finally:
        database.close()


def make_looks(library: Library) -> Looks:
    """Keeps who looked at what is another firm's, and who took anything out."""
    return Looking(library.database.audit.append, now=library.clock.now)


def audit_chain_of(library: Library) -> AuditChain:
    """The audit log, and the note of its last line that lies with the keys."""
    file = library.settings.data_dir / "keys" / HEAD_NAME
    return AuditChain(library.database.audit, workspace_id=library.database.workspace_id, file=file)


def note_audit(library: Library) -> int:
    """Note the last line of the audit log apart from it. Where an earlier note does not fit any more, nothing is noted,
    and the program's log says so each time. Returns 0: a routine that settles nothing."""
    if not audit_chain_of(library).note():
        structlog.get_logger("bot.adapters.storage.audit").error("audit_log_cut_off")
    return 0


def make_guides(database: Database, clock: Clock, *, encoding: str | None = None) -> GuideService:
    """The guides' use cases; `encoding` is what a person says the files are written in."""
    return GuideService(reader=GuardedDocumentReader(encoding=encoding), start=database.guides_work, clock=clock)


def bundled_files() -> list[FileToAdd]:
    """The guides that come with the program, in the order of their names."""
    folder = knowledge_folder() / "guides"
    return [
        FileToAdd(file_name=path.name, content=path.read_bytes(), bundled=True) for path in sorted(folder.glob("*.md"))
    ]


class _OwnMarkdown:
    """Reads the guides that come with the program: our own files need no guard."""

    def read(self, *, file_name: str, content: bytes) -> ExtractedDocument:
        return markdown.read(content, encoding="utf-8")


def load_bundled(library: Library, progress: Callable[[int, int], None] | None = None) -> None:
    """Bring the bundled guides into the database as far as they are new, where the settings want them."""
    if not library.settings.bundled_guides:
        return
    service = GuideService(reader=_OwnMarkdown(), start=library.database.guides_work, clock=library.clock)
    service.sync_bundled(
        files=bundled_files(), progress=lambda *, done, total, **_: progress(done, total) if progress else None
    )


@contextmanager
def open_application(library: Library) -> Iterator[Application]:
    """Take the indexes and join everything. Raises IndexesInUse where another process has them."""
    # Chroma alone takes half a second to import: commands that search nothing do without.
    from bot.adapters.indexes import Indexes

    settings, analyser = library.settings, make_analyser()
    slots = threading.BoundedSemaphore(os.cpu_count() or 1)
    topics = beyond_topics()
    indexes = Indexes(
        settings.data_dir / "indexes",
        library.database,
        analyser,
        releases=library.cited,
        embedder_name=settings.embedder,
        competitors=[to_index(topic) for topic in topics.values()],
    )
    try:
        yield Application(
            library=library,
            indexes=indexes,
            answering=AnsweringService(
                indexes=indexes,
                shelf=DatabaseShelf(library.database, library.cited),
                log=library.database.questions,
                analyser=analyser,
                glossary=load_glossary(analyser),
                clock=library.clock,
                beyond=topics,
                model=make_model(settings),
                # At most as many questions are worked on at a time as there are cores; the rest wait in their threads.
                cpu_slot=lambda: slots,
            ),
        )
    finally:
        indexes.close()


@cache
def make_analyser() -> SudachiAnalyser:
    """The one for Japanese text; a process needs no second one."""
    return SudachiAnalyser()


@cache
def load_glossary(analyser: SudachiAnalyser) -> Glossary:
    """The glossary of knowledge/, read once. Raises DataFileError."""
    path = knowledge_folder() / "glossary.yaml"
    return Glossary.of(load_glossary_file(path.read_text(encoding="utf-8"), path=_shown(path)), analyser)


@cache
def beyond_topics() -> Mapping[str, BeyondTopic]:
    """Questions that the bundled guides do not answer, by topic, read once. Raises DataFileError."""
    path = knowledge_folder() / "beyond.yaml"
    file = load_beyond_file(path.read_text(encoding="utf-8"), path=_shown(path))
    return MappingProxyType({topic.id: topic for topic in file.topics})


class _Together:
    """Which questions are answered together, as hand-overs ask."""

    def __init__(self, joins: JoinRepository) -> None:
        self._joins = joins

    def others(self, id: str) -> int:
        """How many more are answered with this one."""
        return len(self._joins.of_head(id))

    def rests(self, id: str) -> bool:
        """Is it answered with another one?"""
        return bool(self._joins.head_of(id))


def make_handovers(library: Library) -> HandOverService:
    """The use cases of questions that a person answers. Raises DataFileError."""
    database = library.database
    return HandOverService(
        store=database.handovers,
        directory=database.people,
        posted=database.deliveries,
        calendars=library.calendars,
        together=_Together(database.joins),
        clock=library.clock,
        looks=make_looks(library),
    )


def make_membership(library: Library, *, on_leaving: Callable[[Member], object] | None = None) -> MembershipService:
    """The use cases of membership; `on_leaving` withdraws what somebody asked of others. Raises DataFileError."""
    return MembershipService(
        people=library.database.people,
        clock=library.clock,
        starters=load_starters(),
        first_admin=library.settings.first_admin or "",
        first_word=partial(_first_word, library),
        on_leaving=on_leaving,
    )


def _first_word(library: Library) -> str:
    """By which whoever installs becomes the first admin; "" where the settings name somebody."""
    if library.settings.first_admin:
        return ""
    ring = read_keys(library.settings.sealing_keys)
    return word_of(ring.keys[0].secret, library.database.workspace_id) if ring else ""


def load_starters() -> StartersFile:
    """The questions to begin with, from prompts/starters.yaml. Raises DataFileError."""
    path = prompts_folder() / "starters.yaml"
    return load_starters_file(path.read_text(encoding="utf-8"), path=_shown(path))


def make_calendars(database: Database, clock: Clock) -> WorkCalendars:
    """The working days of everybody. Raises DataFileError."""
    return WorkCalendars(
        store=database.calendars,
        shipped=shipped_calendar(),
        clock=clock,
        directory=database.people,
        partner_key=same_company_key,
        monotonic=time.monotonic,
    )


def load_working_days() -> WorkingDays:
    """The working days of Japan by the table that comes with Minori. Raises DataFileError."""
    return shipped_calendar().working_days()


def make_model(settings: Settings) -> Model | None:
    """The language model of the settings with its prompt, or None. Raises DataFileError."""
    chat = make_chat_model(settings)
    if chat is None:
        return None
    path = prompts_folder() / "models" / "answer.yaml"
    prompt = Prompt.parse(path.read_text(encoding="utf-8"), path=_shown(path), variables=ANSWER_VARIABLES)
    return Model(chat=chat, prompt=prompt)


def make_chat_model(settings: Settings) -> LangChainChatModel | None:
    """The language model of the settings, or None. Nothing is imported or called yet."""
    if settings.chat_model is None:
        return None
    key = settings.chat_api_key.get_secret_value() if settings.chat_api_key else None
    options = ChatModelOptions(
        spec=settings.chat_model, base_url=settings.chat_base_url, api_key=key, deadline=settings.chat_timeout_s
    )
    return LangChainChatModel(options)


def _shown(path: Path) -> str:
    """A data file as people know it: from its top folder on."""
    return "/".join(path.parts[-3 if path.parent.name in ("models", "guides") else -2 :])
