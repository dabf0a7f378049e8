"""The composition root of encounters and nudges: the features joined with each other and with the database.

Nothing here needs the indexes or a chat platform, so that a simulation runs what people talk with.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache, partial

import structlog

from bot.adapters.calendar_file import GuardedCalendarFiles
from bot.adapters.card_table import GuardedCardTables
from bot.adapters.japanese import SudachiNames
from bot.adapters.storage.database import Database
from bot.adapters.storage.nudges import NudgeRepository
from bot.bootstrap import Library, load_working_days
from bot.core import actions
from bot.core.absences.desk import AbsenceDesk, own_days_offer
from bot.core.absences.service import AbsenceService
from bot.core.calendars import zone_of
from bot.core.clock import SystemClock
from bot.core.encounters import Encounters
from bot.core.meetings.anchors import ENCOUNTER_SUBJECT
from bot.core.meetings.catching.ports import GuideDoor
from bot.core.meetings.catching.service import Catching, Outside
from bot.core.meetings.chat.ports import Talk, ValueCards
from bot.core.meetings.chat.service import MeetingChat, no_value_card
from bot.core.meetings.chat.wording import stage_label
from bot.core.meetings.drafts import Drafts, load_drafts
from bot.core.meetings.models import Stage
from bot.core.meetings.packs import PackFacts
from bot.core.meetings.parsing.models import Caught
from bot.core.meetings.parsing.reading import parse_line
from bot.core.meetings.parsing.rules import LineRules
from bot.core.meetings.service import MeetingService
from bot.core.messages import Choice, Say, Source
from bot.core.nudges.cadences import Cadences, load_cadence_file
from bot.core.nudges.gathering import NUDGE
from bot.core.nudges.models import Bundle
from bot.core.nudges.planning import Planning
from bot.core.nudges.service import Around, NudgeService, no_advice
from bot.core.nudges.silence import Silence
from bot.core.nudges.ticking import no_checkpoint
from bot.core.nudges.turns import Subject, Turn
from bot.core.owed import Addressed, Composer, Owed
from bot.core.people import Member
from bot.core.redrawing import Redrawing
from bot.core.scheduled import StandingOf
from bot.resources import prompts_folder

Advice = Callable[[str, Sequence[Member]], Source | None]
_REAL_TIME = SystemClock().now


@dataclass(frozen=True, kw_only=True, slots=True)
class Beside:
    """What else reminders are about: how a subject of each kind stands, and the action that shows it."""

    standings: Mapping[str, StandingOf] = field(default_factory=dict)
    show: Mapping[str, str] = field(default_factory=dict)


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
    database, cadences, planning = library.database, load_cadences(), make_planning(library)
    service = MeetingService(
        clock=library.clock,
        store=database.encounters,
        directory=database.people,
        planner=planning,
        calendars=library.calendars,
    )
    chat = _make_chat(library, planning, service, advice, value_cards)
    nudges = _make_nudges(library, cadences, planning, service, chat, advice, beside, real_now, checkpoint)
    catching = _make_catching(library, service, chat, guides)
    composers = {**chat.composers, **nudges.composers}
    return Meetings(
        service=service,
        nudges=nudges,
        catching=catching,
        encounters=_make_encounters(library, service, chat, nudges, catching),
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
    library: Library, planning: Planning, service: MeetingService, advice: Advice, value_cards: ValueCards
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
            told=partial(_told, database.nudges),
            holidays=lambda: library.calendars.country,
            lines=line_rules(library),
        ),
        advice=advice,
        value_cards=value_cards,
        write_pack=_drawn_pack,
    )


def line_rules(library: Library) -> LineRules:
    """What reads lines about encounters, with today's holidays."""
    return LineRules(lambda: library.calendars.country, _names())


@cache
def _names() -> SudachiNames:
    return SudachiNames()


def _make_catching(library: Library, service: MeetingService, chat: MeetingChat, guides: GuideDoor | None) -> Catching:
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
        )
    )


def _make_encounters(
    library: Library, service: MeetingService, chat: MeetingChat, nudges: NudgeService, catching: Catching
) -> Encounters:
    database, calendars, clock = library.database, library.calendars, library.clock
    return Encounters(
        chat=chat,
        catching=catching,
        nudges=nudges,
        absences=AbsenceDesk(AbsenceService(store=database.calendars, calendars=calendars, clock=clock)),
        directory=database.people,
        replan=service.replan_people,
        redrawing=Redrawing(
            records=database.encounters,
            told=database.nudges.told,
            stands=partial(_stands, database),
            draw=nudges.bundle_reply,
            directory=database.people,
            clock=clock,
        ),
        piece_of_work=database.memory.piece_of_work,
    )


def _drawn_pack(facts: PackFacts, say: Say) -> bytes:
    # Imported here: few ask for one, and everything starts without it.
    from bot.adapters.pack_workbook import drawn_pack

    return drawn_pack(facts, say)


def _make_nudges(
    library: Library,
    cadences: Cadences,
    planning: Planning,
    service: MeetingService,
    chat: MeetingChat,
    advice: Advice,
    beside: Beside,
    real_now: Callable[[], datetime],
    checkpoint: Callable[[str], None],
) -> NudgeService:
    database = library.database

    def replan(company_id: str, scope: str, name: str) -> int:
        if scope == "event":
            return service.replan_chosen(company_id, event=name)
        return service.replan_chosen(company_id, stage=Stage(name))

    return NudgeService(
        store=database.nudges,
        wishes=database.nudge_wishes,
        directory=database.people,
        calendars=library.calendars,
        cadences=cadences,
        planning=planning,
        heartbeats=database.heartbeats,
        silence=Silence(
            store=database.nudges,
            heartbeats=database.heartbeats,
            directory=database.people,
            calendars=library.calendars,
            real_now=real_now,
        ),
        around=Around(
            standings={**chat.standings, **beside.standings},
            advice=advice,
            show={"encounter": actions.MEETING_SHOW, **beside.show},
            stages=[Choice(str(stage), stage_label(stage)) for stage in Stage],
            replan=replan,
            leave=(own_days_offer(),),
            look_ahead=partial(_look_ahead, database),
            turns_of=partial(_turns, database),
        ),
        clock=library.clock,
        log=structlog.get_logger("bot.core.nudges"),
        checkpoint=checkpoint,
        piece_of_work=database.memory.piece_of_work,
    )


def _at_once(database: Database, composer: Composer) -> Composer:
    """A message is composed in one piece of work: what it reads several times is read once."""

    def compose(owed: Owed) -> Addressed | None:
        with database.memory.piece_of_work():
            return composer(owed)

    return compose


def _look_ahead(database: Database, subjects: Sequence[tuple[str, str]]) -> None:
    database.encounters.look_ahead({id for kind, id in subjects if kind == ENCOUNTER_SUBJECT})


def _turns(database: Database, subjects: Collection[Subject]) -> Mapping[Subject, Turn]:
    found = database.encounters.turns({id for kind, id in subjects if kind == ENCOUNTER_SUBJECT})
    return {(ENCOUNTER_SUBJECT, id): Turn(*turn) for id, turn in found.items()}


def _stands(database: Database, bundle: Bundle, member: Member) -> tuple[str, str] | None:
    """Where a bundle stands in the chat; None where it was not sent."""
    owed = Owed(kind=NUDGE, subject_id=bundle.id, occurrence=bundle.slot, person=member.address)
    sent = database.deliveries.by_id(owed.delivery_id(database.nudges.workspace_id))
    if sent is None or not sent.sent_conversation or not sent.sent_message:
        return None
    return sent.sent_conversation, sent.sent_message


def subjects_of(store: NudgeRepository, bundle_id: str) -> Sequence[tuple[str, str]]:
    """What a nudge's message was about."""
    bundle = store.bundle(bundle_id)
    return [(item.subject_kind, item.subject_id) for item in bundle.items] if bundle else []


def _told(store: NudgeRepository, member: Member, since: datetime) -> Sequence[tuple[str, str]]:
    """What the last nudge's message was about that somebody was sent since a moment."""
    day = since.astimezone(zone_of(member.time_zone)).date()
    days = [day, day + timedelta(days=1)]
    told = [one for on in days for one in store.bundles_of(member.id, on) if one.created_at >= since]
    latest = max(told, key=lambda one: one.created_at, default=None)
    return [(item.subject_kind, item.subject_id) for item in latest.items] if latest else []


@cache
def load_cadences() -> Cadences:
    """The cadences of prompts/cadences/, read once. Raises DataFileError."""
    folder = prompts_folder() / "cadences"
    return Cadences(
        {
            path.stem: load_cadence_file(path.read_text(encoding="utf-8"), path=f"prompts/cadences/{path.name}")
            for path in sorted(folder.glob("*.yaml"))
        }
    )


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
