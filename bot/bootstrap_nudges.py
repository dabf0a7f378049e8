"""The composition root of nudges: joined with the database and with what they are about."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache, partial

import structlog

from bot.adapters.storage.database import Database
from bot.adapters.storage.nudges import NudgeRepository
from bot.bootstrap import Library
from bot.core.absences.desk import own_days_offer
from bot.core.calendars import zone_of
from bot.core.meetings.anchors import ENCOUNTER_SUBJECT
from bot.core.meetings.chat.wording import stage_label
from bot.core.meetings.models import Stage
from bot.core.meetings.service import MeetingService
from bot.core.messages import Choice, Source
from bot.core.nudges.cadences import Cadences, load_cadence_file
from bot.core.nudges.gathering import NUDGE, CarriedByDigest
from bot.core.nudges.models import Bundle
from bot.core.nudges.planning import Planning
from bot.core.nudges.service import Around, NudgeService, no_digest
from bot.core.nudges.silence import Silence
from bot.core.nudges.turns import Subject, Turn
from bot.core.owed import Owed
from bot.core.people import Member
from bot.core.scheduled import StandingOf
from bot.resources import prompts_folder

Advice = Callable[[str, Sequence[Member]], Source | None]


def make_nudges(
    library: Library,
    *,
    planning: Planning,
    service: MeetingService,
    advice: Advice,
    standings: Mapping[str, StandingOf],
    show: Mapping[str, str],
    real_now: Callable[[], datetime],
    checkpoint: Callable[[str], None],
    carried_by_digest: CarriedByDigest = no_digest,
) -> NudgeService:
    """Join nudges with what they are about: `standings` says how a subject of each kind stands, `show` which action
    shows it. Raises DataFileError."""
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
        cadences=load_cadences(),
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
            standings=standings,
            advice=advice,
            show=show,
            stages=[Choice(str(stage), stage_label(stage)) for stage in Stage],
            replan=replan,
            leave=(own_days_offer(),),
            look_ahead=partial(_look_ahead, database),
            turns_of=partial(_turns, database),
            carried_by_digest=carried_by_digest,
        ),
        clock=library.clock,
        log=structlog.get_logger("bot.core.nudges"),
        checkpoint=checkpoint,
        piece_of_work=database.memory.piece_of_work,
    )


def _look_ahead(database: Database, subjects: Sequence[tuple[str, str]]) -> None:
    database.encounters.look_ahead({id for kind, id in subjects if kind == ENCOUNTER_SUBJECT})


def _turns(database: Database, subjects: Collection[Subject]) -> Mapping[Subject, Turn]:
    found = database.encounters.turns({id for kind, id in subjects if kind == ENCOUNTER_SUBJECT})
    return {(ENCOUNTER_SUBJECT, id): Turn(*turn) for id, turn in found.items()}


def stands(database: Database, bundle: Bundle, member: Member) -> tuple[str, str] | None:
    """Where a bundle stands in the chat; None where it was not sent."""
    owed = Owed(kind=NUDGE, subject_id=bundle.id, occurrence=bundle.slot, person=member.address)
    sent = database.deliveries.by_id(owed.delivery_id(database.nudges.workspace_id))
    if sent is None or not sent.sent_conversation or not sent.sent_message:
        return None
    return sent.sent_conversation, sent.sent_message


def told(store: NudgeRepository, member: Member, since: datetime) -> Sequence[tuple[str, str]]:
    """What the last nudge's message was about that somebody was sent since a moment."""
    day = since.astimezone(zone_of(member.time_zone)).date()
    days = [day, day + timedelta(days=1)]
    found = [one for on in days for one in store.bundles_of(member.id, on) if one.created_at >= since]
    latest = max(found, key=lambda one: one.created_at, default=None)
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
