"""The composition root of the chat: the router with its features, and what is done beside it."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

import structlog

from bot.adapters.storage.database import Database
from bot.bootstrap import Application, Library, make_handovers, make_membership, note_audit
from bot.bootstrap_coaching import make_coaching, make_scripts, make_walk_service, walks_beside
from bot.bootstrap_digests import make_digests
from bot.bootstrap_figures import make_figure_desk
from bot.bootstrap_meetings import Meetings, make_meetings
from bot.core.answering.advising import Advising
from bot.core.answering.in_chat import ChatAnswers
from bot.core.clock import SystemClock
from bot.core.coaching.walks.service import WalkService
from bot.core.courtesies import load_courtesies
from bot.core.deliveries.lag import LagProbe
from bot.core.deliveries.models import Timing
from bot.core.deliveries.pacing import Pacer
from bot.core.deliveries.ports import Sender, TwinRemover
from bot.core.deliveries.service import DeliveryWorker
from bot.core.deliveries.twins import TwinSweep
from bot.core.digests.gathering import QUESTION
from bot.core.digests.service import DigestService
from bot.core.guides.proposals import GuideDesk
from bot.core.handovers import owing
from bot.core.handovers.service import HandOverService
from bot.core.membership.service import MembershipService
from bot.core.owed import Addressed, Composer, Owed
from bot.core.people import Member
from bot.core.router import Router
from bot.core.taking_back import TAKEN_BACK, TakingBack
from bot.core.taking_back import composer as taken_back
from bot.platforms.slack.desk import SlackDesk
from bot.platforms.slack.sending import SlackSender
from bot.platforms.slack.serving import Office, Routine, SlackParts
from bot.platforms.slack.taking_back import SlackRemover
from bot.resources import prompts_folder

_DELIVERIES_S = 0.5
_TICK_S = 2.0
_WATCH_S = 60.0
_SWEEP_S = 60.0
_SETTLE_S = 20.0
_HOUR_S = 3600.0
DELIVERIES = "deliveries"
_FIRST_WORDS = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class Chat:
    """Minori as somebody to talk with, on whatever platform."""

    router: Router
    membership: MembershipService
    handovers: HandOverService
    meetings: Meetings
    digests: DigestService
    walks: WalkService
    make_worker: Callable[..., DeliveryWorker]


def make_chat(application: Application) -> Chat:
    """Join the features. Raises DataFileError, StorageError."""
    library = application.library
    database = library.database
    handovers = make_handovers(library)
    advising = Advising(answering=application.answering, revision=database.corpus_revision)
    guides = GuideDesk(
        guides=library.guides,
        proposals=database.proposals,
        published=lambda: _follow(application),
        with_bundled=library.settings.bundled_guides,
    )
    scripts = make_scripts(library)
    walks = make_walk_service(library, scripts=scripts)
    coaching = make_coaching(
        library, walks=walks, scripts=scripts, redraw=lambda id, member: meetings.nudges.bundle_reply(id, member)
    )
    beside = replace(
        walks_beside(walks),
        carried_by_digest=lambda person_id, kind, id: digests.carries(person_id, kind, id),
        redraw=lambda id, member: digests.redraw(id, member),
    )
    meetings = make_meetings(library, advice=advising.on, guides=guides, beside=beside, value_cards=coaching.in_short)
    digests = make_digests(library, meetings.service)
    membership = make_membership(library, on_leaving=lambda member: _leave(handovers, meetings, member))
    membership.appoint_first_admin()
    words = prompts_folder() / "courtesies.yaml"
    router = Router(
        directory=database.people,
        membership=membership,
        answers=ChatAnswers(answering=application.answering, log=database.questions),
        handovers=handovers,
        guides=guides,
        encounters=meetings.encounters,
        coaching=coaching,
        advising=advising,
        courtesies=load_courtesies(words.read_text(encoding="utf-8"), path="prompts/courtesies.yaml"),
        failures=database.questions,
        digests=digests,
        figures=make_figure_desk(library),
        posted=database.posted,
    )
    composers = {
        **handovers.composers,
        owing.REMINDER: _unless_carried(digests, database, handovers.composers[owing.REMINDER]),
        **membership.composers,
        **meetings.composers,
        **coaching.composers,
        **digests.composers,
        TAKEN_BACK: taken_back(database.posted, database.people),
    }
    make_worker = _worker_maker(library, composers)
    return Chat(
        router=router,
        membership=membership,
        handovers=handovers,
        meetings=meetings,
        digests=digests,
        walks=walks,
        make_worker=make_worker,
    )


def _unless_carried(digests: DigestService, database: Database, compose: Composer) -> Composer:
    """Nobody is reminded singly of a question that their digest of today carries."""

    def composed(owed: Owed) -> Addressed | None:
        owner = database.people.by_address(owed.person)
        is_carried = owner is not None and digests.carries(owner.id, QUESTION, owed.subject_id)
        return None if is_carried else compose(owed)

    return composed


def _leave(handovers: HandOverService, meetings: Meetings, member: Member) -> None:
    """Somebody stops using Minori: what they asked is withdrawn, their lists forgotten; encounters are the firm's."""
    handovers.withdraw_all(member)
    meetings.catching.forget(member.id)
    meetings.service.leave(member)


def _worker_maker(library: Library, composers: Mapping[str, Composer]) -> Callable[..., DeliveryWorker]:
    timing = Timing(wait=timedelta(seconds=library.settings.delivery_wait_s))
    log = structlog.get_logger("bot.core.deliveries")
    # Many nudges fall due in the same minute and are spread.
    pacer = Pacer(monotonic=time.monotonic, draw=random.random)

    def make(sender: Sender, *, is_paced: bool = True) -> DeliveryWorker:
        return DeliveryWorker(
            store=library.database.deliveries,
            sender=sender,
            composers=composers,
            clock=library.clock,
            real_now=SystemClock().now,
            monotonic=time.monotonic,
            log=log,
            timing=timing,
            pacer=pacer if is_paced else None,
            lag=LagProbe(sender=sender, monotonic=time.monotonic, log=log, wait=timing.wait) if is_paced else None,
        )

    return make


def make_slack_office(application: Application, parts: SlackParts, *, is_paced: bool = True) -> Office:
    """What serves one Slack workspace: the desk, deliveries, reminders. Raises DataFileError, StorageError.

    `is_paced` False lets everything go out at once (tests, whose time is their own).
    """
    chat, sentences = make_chat(application), application.library.sentences
    # Before the first tick: nobody else can say for how long none ran.
    chat.meetings.nudges.started()
    token, api_url, posted = parts.client.token or "", parts.client.base_url, application.library.database.posted
    sender = SlackSender(token=token, api_url=api_url, sentences=sentences, posted=posted)
    desk = SlackDesk(
        client=parts.client,
        identity=parts.identity,
        workers=parts.workers,
        inbox=parts.inbox,
        router=chat.router,
        sentences=sentences,
        # The welcome and the sharing question, and little more: whoever talks for the first time waits for it.
        deliver=partial(chat.make_worker(sender, is_paced=False).run_once, limit=_FIRST_WORDS),
        posted=posted,
    )
    cards = application.library.database.value_cards
    # A client of its own: each is used by one thread.
    remover = SlackSender(token=parts.client.token or "", api_url=parts.client.base_url, sentences=sentences)
    return Office(
        desk=desk,
        routines=(
            *_delivery_routines(application, chat.make_worker(sender, is_paced=is_paced), remover),
            Routine(name="hand-overs", every_s=_TICK_S, work=chat.handovers.due),
            Routine(name="nudges", every_s=_TICK_S, work=partial(_remind, chat)),
            Routine(name="silence", every_s=_WATCH_S, work=chat.meetings.nudges.watch),
            Routine(name="value walks", every_s=_SETTLE_S, work=chat.walks.settle),
            Routine(name="audit log", every_s=_SETTLE_S, work=partial(note_audit, application.library)),
            Routine(name="value cards", every_s=_SETTLE_S, work=cards.leave_no_traces),
            Routine(name="taking back", every_s=_TICK_S, work=_taking_back(application, parts).run_once),
            Routine(name="card lists", every_s=_HOUR_S, work=chat.meetings.catching.forget_old),
        ),
    )


def _taking_back(application: Application, parts: SlackParts) -> TakingBack:
    """What takes messages with deleted words out of Slack."""
    library, identity = application.library, parts.identity
    remover = SlackRemover(
        token=parts.client.token or "",
        api_url=parts.client.base_url,
        bot=identity.bot_user_id,
        url=identity.url,
    )
    return TakingBack(
        store=library.database.posted,
        remover=remover,
        directory=library.database.people,
        say=lambda message, locale: library.sentences.say(message, locale=locale),
        real_now=SystemClock().now,
        log=structlog.get_logger("bot.core.posted"),
    )


def _remind(chat: Chat) -> int:
    """Digests first: what one of today carries is not also sent singly."""
    return chat.digests.tick() + chat.meetings.nudges.tick()


def _delivery_routines(
    application: Application, worker: DeliveryWorker, remover: TwinRemover
) -> tuple[Routine, Routine]:
    """Sending what is owed, and the hourly look for what stands there twice."""
    database = application.library.database
    sweep = TwinSweep(
        store=database.deliveries,
        remover=remover,
        clock=application.library.clock,
        monotonic=time.monotonic,
        log=structlog.get_logger("bot.core.deliveries"),
    )

    def deliver() -> int:
        database.heartbeats.beat(DELIVERIES)
        return worker.run_once()

    return (
        Routine(name=DELIVERIES, every_s=_DELIVERIES_S, work=deliver),
        Routine(name="twins", every_s=_SWEEP_S, work=sweep.run_once),
    )


def _follow(application: Application) -> None:
    """Bring the indexes up to what is cited now, so that the next question already finds it."""
    application.indexes.serving(wait=True)
