"""The composition root of what serves a workspace of Slack: the desk, and what is done again and again beside it."""

from __future__ import annotations

import time
from functools import partial

import structlog

from bot.bootstrap import Application, note_audit
from bot.bootstrap_chat import Chat, make_chat
from bot.bootstrap_erasing import note_erased
from bot.core.clock import SystemClock
from bot.core.deliveries.ports import TwinRemover
from bot.core.deliveries.service import DeliveryWorker
from bot.core.deliveries.twins import TwinSweep
from bot.core.membership.roll_call import RollCall
from bot.core.taking_back import TakingBack
from bot.platforms.slack.desk import SlackDesk
from bot.platforms.slack.roll import SlackRoll
from bot.platforms.slack.sending import SlackSender
from bot.platforms.slack.serving import Office, Routine, SlackParts
from bot.platforms.slack.taking_back import SlackRemover

_DELIVERIES_S = 0.5
_TICK_S = 2.0
_WATCH_S = 60.0
_SWEEP_S = 60.0
_SETTLE_S = 20.0
_HOUR_S = 3600.0
DELIVERIES = "deliveries"
_FIRST_WORDS = 4


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
    remover = SlackSender(token=token, api_url=api_url, sentences=sentences)
    rewriter = SlackSender(token=token, api_url=api_url, sentences=sentences)
    adder = SlackSender(token=token, api_url=api_url, sentences=sentences)
    reporter = SlackSender(token=token, api_url=api_url, sentences=sentences)
    return Office(
        desk=desk,
        routines=(
            *_delivery_routines(application, chat.make_worker(sender, is_paced=is_paced), remover),
            Routine(name="hand-overs", every_s=_TICK_S, work=chat.handovers.due),
            Routine(name="alike", every_s=_TICK_S, work=chat.alike.due),
            Routine(name="entries", every_s=_SETTLE_S, work=chat.entries.due),
            Routine(name="nudges", every_s=_TICK_S, work=partial(_remind, chat)),
            Routine(name="digests", every_s=_WATCH_S, work=partial(chat.digests.refresh, rewriter.rewrite)),
            Routine(name="reports", every_s=_WATCH_S, work=partial(chat.unanswered.refresh, reporter.rewrite)),
            # By itself: it may wait for a model, and nothing else waits for it.
            Routine(name="digest paragraphs", every_s=_WATCH_S, work=partial(chat.digests.remark, adder.rewrite)),
            Routine(name="unanswered", every_s=_SETTLE_S, work=chat.unanswered.tick),
            Routine(name="hand-over packs", every_s=_WATCH_S, work=chat.packs.tick),
            Routine(name="silence", every_s=_WATCH_S, work=chat.meetings.nudges.watch),
            Routine(name="value walks", every_s=_SETTLE_S, work=chat.walks.settle),
            Routine(name="deleted", every_s=_SETTLE_S, work=partial(note_erased, application.library)),
            Routine(name="audit log", every_s=_SETTLE_S, work=partial(note_audit, application.library)),
            Routine(name="value cards", every_s=_SETTLE_S, work=cards.leave_no_traces),
            Routine(name="taking back", every_s=_TICK_S, work=_taking_back(application, parts).run_once),
            Routine(name="roll call", every_s=_HOUR_S, work=_roll_call(application, chat, parts).run_once),
            Routine(name="changeovers", every_s=_TICK_S, work=chat.changeovers.due),
            Routine(name="introductions", every_s=_SETTLE_S, work=chat.introductions.tick),
            Routine(name="finding introductions", every_s=_HOUR_S, work=chat.introductions.look),
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


def _roll_call(application: Application, chat: Chat, parts: SlackParts) -> RollCall:
    """What finds those whom the workspace let go while nothing was running."""
    return RollCall(
        directory=application.library.database.people,
        departed=chat.router.departed,
        returned=chat.router.returned,
        roll=SlackRoll(token=parts.client.token or "", api_url=parts.client.base_url),
        log=structlog.get_logger("bot.core.membership"),
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
