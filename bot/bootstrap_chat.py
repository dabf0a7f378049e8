"""The composition root of the chat: the router with its features, and what is done beside it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import structlog

from bot.bootstrap import Application, make_handovers, make_membership
from bot.core.answering.in_chat import ChatAnswers
from bot.core.clock import SystemClock
from bot.core.courtesies import load_courtesies
from bot.core.deliveries.ports import Sender
from bot.core.deliveries.service import DeliveryWorker
from bot.core.guides.proposals import GuideDesk
from bot.core.handovers.service import HandOverService
from bot.core.membership.service import MembershipService
from bot.core.router import Router
from bot.platforms.slack.desk import SlackDesk
from bot.platforms.slack.sending import SlackSender
from bot.platforms.slack.serving import Office, Routine, SlackParts
from bot.resources import prompts_folder

_DELIVERIES_S = 0.5
_TICK_S = 2.0
_FIRST_WORDS = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class Chat:
    """Minori as somebody to talk with, on whatever platform."""

    router: Router
    membership: MembershipService
    handovers: HandOverService
    make_worker: Callable[[Sender], DeliveryWorker]


def make_chat(application: Application) -> Chat:
    """Join the features. Raises DataFileError, StorageError."""
    library = application.library
    database, clock = library.database, library.clock
    handovers = make_handovers(library)
    membership = make_membership(library, on_leaving=handovers.withdraw_all)
    membership.appoint_first_admin()
    words = prompts_folder() / "courtesies.yaml"
    router = Router(
        directory=database.people,
        membership=membership,
        answers=ChatAnswers(answering=application.answering, log=database.questions),
        handovers=handovers,
        guides=GuideDesk(
            guides=library.guides,
            proposals=database.proposals,
            published=lambda: _follow(application),
            with_bundled=library.settings.bundled_guides,
        ),
        courtesies=load_courtesies(words.read_text(encoding="utf-8"), path="prompts/courtesies.yaml"),
        failures=database.questions,
    )

    def make_worker(sender: Sender) -> DeliveryWorker:
        return DeliveryWorker(
            store=database.deliveries,
            sender=sender,
            composers={**handovers.composers, **membership.composers},
            clock=clock,
            real_now=SystemClock().now,
            monotonic=time.monotonic,
            log=structlog.get_logger("bot.core.deliveries"),
        )

    return Chat(router=router, membership=membership, handovers=handovers, make_worker=make_worker)


def make_slack_office(application: Application, parts: SlackParts) -> Office:
    """What serves one Slack workspace: the desk, deliveries, reminders. Raises DataFileError, StorageError."""
    chat, sentences = make_chat(application), application.library.sentences
    sender = SlackSender(token=parts.client.token or "", api_url=parts.client.base_url, sentences=sentences)
    desk = SlackDesk(
        client=parts.client,
        identity=parts.identity,
        workers=parts.workers,
        inbox=parts.inbox,
        router=chat.router,
        sentences=sentences,
        # The welcome and the sharing question, and little more: whoever talks for the first time waits for it.
        deliver=partial(chat.make_worker(sender).run_once, limit=_FIRST_WORDS),
    )
    return Office(
        desk=desk,
        routines=(
            Routine(name="deliveries", every_s=_DELIVERIES_S, work=chat.make_worker(sender).run_once),
            Routine(name="hand-overs", every_s=_TICK_S, work=chat.handovers.due),
        ),
    )


def _follow(application: Application) -> None:
    """Bring the indexes up to what is cited now, so that the next question already finds it."""
    application.indexes.serving(wait=True)
