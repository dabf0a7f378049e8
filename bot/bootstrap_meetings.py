"""The composition root of encounters and nudges: the features joined with each other and with the database.

Nothing here needs the indexes or a chat platform, so that a simulation runs what people talk with.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, partial

from bot.adapters.calendar_file import GuardedCalendarFiles
from bot.adapters.card_table import GuardedCardTables
from bot.adapters.japanese import SudachiNames
from bot.adapters.storage.database import Database
from bot.adapters.storage.nudges import NudgeRepository
from bot.bootstrap import Library, load_working_days, make_looks
from bot.bootstrap_absences import make_office_desk
from bot.bootstrap_nudges import Advice, load_cadences, make_nudges, stands, told
from bot.core import actions
from bot.core.absences.desk import AbsenceDesk
from bot.core.absences.office import OfficeDesk
from bot.core.absences.service import AbsenceService
from bot.core.clock import SystemClock
from bot.core.encounters import Encounters
from bot.core.meetings.catching.ports import GuideDoor, NoTries, Tries
from bot.core.meetings.catching.service import Catching, Outside
from bot.core.meetings.chat.ports import Talk, ValueCardOf, ValueCards, no_value_card_of
from bot.core.meetings.chat.service import MeetingChat, no_value_card
from bot.core.meetings.drafts import Drafts, load_drafts
from bot.core.meetings.parsing.models import Caught
from bot.core.meetings.parsing.reading import parse_line
from bot.core.meetings.parsing.rules import LineRules
from bot.core.meetings.service import MeetingService
from bot.core.nudges.gathering import CarriedByDigest
from bot.core.nudges.planning import Planning
from bot.core.nudges.service import NudgeService, no_advice, no_digest
from bot.core.nudges.ticking import no_checkpoint
from bot.core.owed import Addressed, Composer, Owed
from bot.core.reactions import Redraw
from bot.core.redrawing import Redrawing
from bot.core.scheduled import StandingOf
from bot.resources import prompts_folder

_REAL_TIME = SystemClock().now
_NO_TRIES = NoTries()


@dataclass(frozen=True, kw_only=True, slots=True)
class Beside:
    """What else reminders are about: how a subject stands, the action that shows it; what a digest carries, so that no
    reminder is wanted; what draws other messages anew in which these buttons stand; the way from an encounter to the
    value card from which it came; and who keeps what became of a small try."""

    standings: Mapping[str, StandingOf] = field(default_factory=dict)
    show: Mapping[str, str] = field(default_factory=dict)
    carried_by_digest: CarriedByDigest = no_digest
    redraw: Redraw = lambda _id, _member: None
    value_card_of: ValueCardOf = no_value_card_of
    tries: Tries = _NO_TRIES


_NOTHING_ELSE = Beside()


@dataclass(frozen=True, kw_only=True, slots=True)
class Meetings:
    """Encounters and nudges, joined."""

    service: MeetingService
    nudges: NudgeService
    catching: Catching
    encounters: Encounters
    composers: Mapping[str, Composer]


def make_meetings(
    library: Library,
    *,
    advice: Advice = no_advice,
    guides: GuideDoor | None = None,
    beside: Beside = _NOTHING_ELSE,
    value_cards: ValueCards = no_value_card,
    real_now: Callable[[], datetime] = _REAL_TIME,
    checkpoint: Callable[[str], None] = no_checkpoint,
) -> Meetings:
    """Join them. `advice` is what the guides say to a question of ours, `beside` what else reminders are about,
    `value_cards` what helps before a meeting. Raises DataFileError."""
    database, planning = library.database, make_planning(library)
    service = MeetingService(
        clock=library.clock,
        store=database.encounters,
        directory=database.people,
        planner=planning,
        calendars=library.calendars,
        looks=make_looks(library),
    )
    chat = _make_chat(library, planning, service, advice, value_cards, beside.value_card_of)
    nudges = make_nudges(
        library,
        planning=planning,
        service=service,
        advice=advice,
        standings={**chat.standings, **beside.standings},
        show={"encounter": actions.MEETING_SHOW, **beside.show},
        real_now=real_now,
        checkpoint=checkpoint,
        carried_by_digest=beside.carried_by_digest,
    )
    catching = _make_catching(library, service, chat, guides, beside.tries)
    absences = AbsenceService(store=library.database.calendars, calendars=library.calendars, clock=library.clock)
    office = make_office_desk(library, absences, replan=service.replan_people)
    composers = {**chat.composers, **nudges.composers, **office.composers}
    return Meetings(
        service=service,
        nudges=nudges,
        catching=catching,
        encounters=_make_encounters(library, service, chat, nudges, catching, beside.redraw, absences, office),
        composers={kind: _at_once(database, composer) for kind, composer in composers.items()},
    )


def make_planning(library: Library) -> Planning:
    """When nudges are due: by the cadences, and by the working days of people and firms. Raises DataFileError."""
    return Planning(
        cadences=load_cadences(),
        calendars=library.calendars,
        directory=library.database.people,
        choices=library.database.nudge_wishes.choices,
        clock=library.clock,
    )


def _make_chat(
    library: Library,
    planning: Planning,
    service: MeetingService,
    advice: Advice,
    value_cards: ValueCards,
    value_card_of: ValueCardOf,
) -> MeetingChat:
    database = library.database
    return MeetingChat(
        service=service,
        store=database.encounters,
        directory=database.people,
        calendars=library.calendars,
        clock=library.clock,
        drafts=load_draft_texts(),
        asks=planning.asks,
        talk=Talk(
            posted=database.deliveries,
            subjects=partial(subjects_of, database.nudges),
            told=partial(told, database.nudges),
            holidays=lambda: library.calendars.country,
            lines=line_rules(library),
        ),
        advice=advice,
        value_cards=value_cards,
        value_card_of=value_card_of,
    )


def line_rules(library: Library) -> LineRules:
    """What reads lines about encounters, with today's holidays."""
    return LineRules(lambda: library.calendars.country, _names())


@cache
def _names() -> SudachiNames:
    return SudachiNames()


def _make_catching(
    library: Library, service: MeetingService, chat: MeetingChat, guides: GuideDoor | None, tries: Tries
) -> Catching:
    database = library.database
    return Catching(
        Outside(
            encounters=service,
            log=database.encounters,
            lists=database.card_lists,
            directory=database.people,
            calendars=library.calendars,
            lines=line_rules(library),
            tables=GuardedCardTables(),
            calendar_files=GuardedCalendarFiles(),
            card=chat.card,
            sentences=library.sentences,
            clock=library.clock,
            guides=guides,
            tries=tries,
        )
    )


def _make_encounters(
    library: Library,
    service: MeetingService,
    chat: MeetingChat,
    nudges: NudgeService,
    catching: Catching,
    redraw: Redraw,
    absences: AbsenceService,
    office: OfficeDesk,
) -> Encounters:
    database, clock = library.database, library.clock
    return Encounters(
        chat=chat,
        catching=catching,
        nudges=nudges,
        absences=AbsenceDesk(absences),
        office=office,
        directory=database.people,
        replan=service.replan_people,
        redraw=redraw,
        redrawing=Redrawing(
            records=database.encounters,
            told=database.nudges.told,
            stands=partial(stands, database),
            draw=nudges.bundle_reply,
            directory=database.people,
            clock=clock,
        ),
        piece_of_work=database.memory.piece_of_work,
    )


def _at_once(database: Database, composer: Composer) -> Composer:
    """A message is composed in one piece of work: what it reads several times is read once."""

    def compose(owed: Owed) -> Addressed | None:
        with database.memory.piece_of_work():
            return composer(owed)

    return compose


def subjects_of(store: NudgeRepository, bundle_id: str) -> Sequence[tuple[str, str]]:
    """What a nudge's message was about."""
    bundle = store.bundle(bundle_id)
    return [(item.subject_kind, item.subject_id) for item in bundle.items] if bundle else []


@cache
def load_draft_texts() -> Drafts:
    """The drafts to copy of prompts/drafts/, read once. Raises DataFileError."""
    folder = prompts_folder() / "drafts"
    return load_drafts(
        {f"prompts/drafts/{path.name}": path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yaml"))}
    )


def make_line_reader() -> Callable[[str, date], Caught]:
    """Read a line typed on a day, with the holidays that come with Minori. Opens no database. Raises DataFileError."""
    calendar, names = load_working_days(), SudachiNames()

    def read(text: str, on: date) -> Caught:
        return parse_line(text, on=on, calendar=calendar, names=names)

    return read
