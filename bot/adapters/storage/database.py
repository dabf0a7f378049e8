"""The database as the rest of the program sees it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path

from sqlalchemy import Engine, and_, select

from bot.adapters.storage.audit import AuditLog
from bot.adapters.storage.calendars import CalendarRepository
from bot.adapters.storage.card_lists import CardListRepository
from bot.adapters.storage.changeovers import ChangeoverRepository
from bot.adapters.storage.checks import problems_of
from bot.adapters.storage.cockpit_changes import KeptRepository
from bot.adapters.storage.cockpit_sifts import SiftRepository
from bot.adapters.storage.deliveries import DeliveryRepository
from bot.adapters.storage.digest_readings import DigestReadings
from bot.adapters.storage.digests import DigestRepository
from bot.adapters.storage.embedding_cache import EmbeddingCache
from bot.adapters.storage.engine import (
    BUSY_TIMEOUT_MS,
    INBOX_BUSY_TIMEOUT_MS,
    create_private,
    make_engine,
    memory_of,
    opening_lock,
    plain_errors,
    reading,
    sqlite_path,
    take_turns,
)
from bot.adapters.storage.entries import EntryRepository
from bot.adapters.storage.fitting import fit_keys, note_keys
from bot.adapters.storage.guides import SqlGuideRepository, current_passages
from bot.adapters.storage.handovers import HandOverRepository
from bot.adapters.storage.heartbeats import HeartbeatRepository
from bot.adapters.storage.inbox import InboxRepository
from bot.adapters.storage.index_pointers import IndexPointers
from bot.adapters.storage.introductions import IntroductionReadings, IntroductionRepository
from bot.adapters.storage.joins import JoinRepository
from bot.adapters.storage.key_file import beside
from bot.adapters.storage.meetings import EncounterRepository
from bot.adapters.storage.migrating import migrate
from bot.adapters.storage.model_choices import ModelChoiceRepository
from bot.adapters.storage.nudge_wishes import WishRepository
from bot.adapters.storage.nudges import NudgeRepository
from bot.adapters.storage.people import PeopleRepository
from bot.adapters.storage.posted import PostedRepository
from bot.adapters.storage.programme_choices import ProgrammeChoices
from bot.adapters.storage.proposals import ProposalRepository
from bot.adapters.storage.questions import QuestionRepository
from bot.adapters.storage.rows import PASSAGE_COLUMNS, RELEASE_COLUMNS, passage_from, release_from
from bot.adapters.storage.sealing import KeyRing, give_keys
from bot.adapters.storage.tables import DEFAULT_WORKSPACE, corpus, passage, release
from bot.adapters.storage.turns import WriterTurns
from bot.adapters.storage.unanswered import UnansweredRepository
from bot.adapters.storage.unanswered_readings import UnansweredReadings
from bot.adapters.storage.unit_of_work import SqlGuideUnitOfWork
from bot.adapters.storage.value_cards import ValueCardRepository
from bot.adapters.storage.value_walks import WalkRepository
from bot.core.clock import Clock, SystemClock
from bot.core.guides.models import Passage, Release, ReleaseState
from bot.core.messages import Message

_CHUNK = 500


def open_database(
    url_or_path: str | Path,
    *,
    workspace_id: str = DEFAULT_WORKSPACE,
    clock: Clock | None = None,
    key_file: Path | None = None,
) -> Database:
    """Open, creating and migrating as needed. `url_or_path` is a file, or a SQLAlchemy URL.

    `key_file`: the keys of what is sealed; made where there is none yet. Where it is not said: beside an SQLite file,
    and for PostgreSQL a key that is lost with the process (for tests).
    Raises StorageError with a plain reason (folder not writable, file damaged, written by a newer Minori), KeysNotFit.
    """
    engine = make_engine(url_or_path)
    path = sqlite_path(url_or_path)
    try:
        with opening_lock(path) if path else nullcontext(), plain_errors():
            if path:
                create_private(path)
            now = SystemClock().now()
            keys = fit_keys(engine, key_file or (beside(path) if path else None), now)
            migrate(engine)
            if key_file or path:
                note_keys(engine, keys, now)
    except BaseException:
        engine.dispose()
        raise
    return Database(engine, workspace_id=workspace_id, clock=clock or SystemClock(), keys=keys)


class Database:
    """Reads of one workspace, and the repositories. Safe to share between threads; `close()` when done."""

    def __init__(self, engine: Engine, *, workspace_id: str, clock: Clock, keys: KeyRing) -> None:
        self.engine, self.workspace_id, self._clock = engine, workspace_id, clock
        self.memory = memory_of(engine)
        self.questions = QuestionRepository(engine, workspace_id=workspace_id, clock=clock)
        self.handovers = HandOverRepository(engine, workspace_id=workspace_id, clock=clock)
        self.joins = JoinRepository(engine, workspace_id=workspace_id, clock=clock)
        self.entries = EntryRepository(engine, workspace_id=workspace_id, clock=clock)
        self.deliveries = DeliveryRepository(engine, workspace_id=workspace_id)
        self.encounters = EncounterRepository(engine, workspace_id=workspace_id, clock=clock)
        self.card_lists = CardListRepository(engine, workspace_id=workspace_id)
        self.nudges = NudgeRepository(engine, workspace_id=workspace_id, clock=clock)
        self.nudge_wishes = WishRepository(engine, workspace_id=workspace_id)
        self.digests = DigestRepository(engine, workspace_id=workspace_id, clock=clock)
        self.digest_readings = DigestReadings(engine, workspace_id=workspace_id)
        self.unanswered = UnansweredRepository(engine, workspace_id=workspace_id)
        self.unanswered_readings = UnansweredReadings(engine, workspace_id=workspace_id)
        self.cockpit_sifts = SiftRepository(engine, workspace_id=workspace_id)
        self.cockpit_changes = KeptRepository(engine, workspace_id=workspace_id)
        self.programme_choices = ProgrammeChoices(engine, workspace_id=workspace_id)
        self.introductions = IntroductionRepository(engine, workspace_id=workspace_id, clock=clock)
        self.introduction_readings = IntroductionReadings(engine, workspace_id=workspace_id)
        self.proposals = ProposalRepository(engine, workspace_id=workspace_id, clock=clock)
        self.calendars = CalendarRepository(engine, workspace_id=workspace_id)
        self.value_cards = ValueCardRepository(engine, workspace_id=workspace_id)
        self.walks = WalkRepository(engine, workspace_id=workspace_id, clock=clock)
        self.model_choices = ModelChoiceRepository(engine, workspace_id=workspace_id)
        self.posted = PostedRepository(engine, workspace_id=workspace_id, clock=clock)
        self.audit = AuditLog(engine, workspace_id=workspace_id)
        self.people = PeopleRepository(engine, workspace_id=workspace_id, clock=clock)
        self.changeovers = ChangeoverRepository(
            engine,
            workspace_id=workspace_id,
            clock=clock,
            people=self.people,
            encounters=self.encounters,
            introductions=self.introductions,
        )
        self.index_pointers = IndexPointers(engine, workspace_id=workspace_id, clock=clock)
        self.heartbeats = HeartbeatRepository(
            engine, workspace_id=workspace_id, clock=clock, real_now=SystemClock().now
        )
        self.embedding_cache = EmbeddingCache(engine, workspace_id=workspace_id)
        # Connections of its own, which wait for other writers for a second only; nothing is opened before it is used.
        url = engine.url.render_as_string(hide_password=False)
        self._inbox_engine = make_engine(url, busy_timeout_ms=INBOX_BUSY_TIMEOUT_MS)
        give_keys(self._inbox_engine, keys)
        turns = WriterTurns()
        take_turns(engine, turns, patience_ms=BUSY_TIMEOUT_MS)
        take_turns(self._inbox_engine, turns, goes_first=True, patience_ms=INBOX_BUSY_TIMEOUT_MS)
        self.inbox = InboxRepository(self._inbox_engine, workspace_id=workspace_id, real_now=SystemClock().now)

    def guides_work(self, *, writing: bool = True) -> SqlGuideUnitOfWork:
        """A unit of work over guides; `writing=False` reads one moment without waiting for a writer."""
        return SqlGuideUnitOfWork(self.engine, workspace_id=self.workspace_id, clock=self._clock, writing=writing)

    def corpus_revision(self) -> int:
        """Counts every publishing, going back and retiring; one indexed row, cheap enough for each question."""
        with reading(self.engine) as connection:
            found = select(corpus.c.revision).where(corpus.c.workspace_id == self.workspace_id)
            return connection.execute(found).scalar() or 0

    def current_passages(self) -> Iterator[Passage]:
        """The passages of all current releases, of one moment, by guide id and ordinal."""
        with reading(self.engine) as connection:
            rows = connection.execute(current_passages(self.workspace_id)).all()
        return (passage_from(row) for row in rows)

    def corpus(self) -> tuple[int, list[Passage]]:
        """The revision and the passages that belong to it, read in one moment: what an index is built from."""
        with reading(self.engine) as connection:
            shelf = SqlGuideRepository(connection, workspace_id=self.workspace_id, clock=self._clock)
            return shelf.revision(), list(shelf.current_passages())

    def passages_by_id(self, ids: Iterable[str]) -> dict[str, Passage]:
        """Passages of any release, by id; ids that do not exist are absent."""
        wanted, found = list(dict.fromkeys(ids)), {}
        with reading(self.engine) as connection:
            for start in range(0, len(wanted), _CHUNK):
                condition = and_(
                    passage.c.workspace_id == self.workspace_id, passage.c.id.in_(wanted[start : start + _CHUNK])
                )
                for row in connection.execute(select(*PASSAGE_COLUMNS).where(condition)):
                    found[row.id] = passage_from(row)
        return {one: found[one] for one in wanted if one in found}

    def neighbours(self, passage_id: str) -> list[Passage]:
        """The passage before, the passage itself, the one after, of the same release; [] for an unknown id."""
        middle = self.passages_by_id([passage_id]).get(passage_id)
        if middle is None:
            return []
        condition = and_(
            passage.c.workspace_id == self.workspace_id,
            passage.c.guide_id == middle.guide_id,
            passage.c.number == middle.release_number,
            passage.c.ordinal.between(middle.ordinal - 1, middle.ordinal + 1),
        )
        with reading(self.engine) as connection:
            rows = connection.execute(select(*PASSAGE_COLUMNS).where(condition).order_by(passage.c.ordinal))
            return [passage_from(row) for row in rows]

    def current_releases(self) -> dict[str, Release]:
        """The releases that are cited now, by guide id."""
        condition = and_(release.c.workspace_id == self.workspace_id, release.c.state == ReleaseState.CURRENT.value)
        with reading(self.engine) as connection:
            rows = connection.execute(select(*RELEASE_COLUMNS).where(condition).order_by(release.c.guide_id))
            return {row.guide_id: release_from(row) for row in rows}

    def check(self) -> list[Message]:
        """What is wrong with the database, in sentences for `minori doctor`; [] when it is sound."""
        return problems_of(self.engine, workspace_id=self.workspace_id)

    def close(self) -> None:
        """Close every connection."""
        self._inbox_engine.dispose()
        self.engine.dispose()
