"""The composition root of the chat: the router with its features, and what is done beside it."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.adapters.storage.database import Database
from bot.bootstrap import Application, Library, make_handovers, make_membership
from bot.bootstrap_alike import make_alike
from bot.bootstrap_changeovers import make_changeovers
from bot.bootstrap_coaching import make_coaching, make_scripts, make_walk_service, walks_beside
from bot.bootstrap_cockpit import make_cockpit
from bot.bootstrap_digests import make_digests
from bot.bootstrap_entries import make_entries
from bot.bootstrap_figures import make_figure_desk
from bot.bootstrap_introductions import introductions_of, make_introductions
from bot.bootstrap_meetings import Meetings, make_meetings
from bot.bootstrap_packs import make_packs
from bot.bootstrap_roster import make_roster, none_to_the_gone
from bot.bootstrap_unanswered import make_unanswered
from bot.core.alike.service import AlikeService
from bot.core.answering.advising import Advising
from bot.core.answering.in_chat import ChatAnswers
from bot.core.changeovers.service import ChangeoverService
from bot.core.clock import SystemClock
from bot.core.coaching.walks.service import WalkService
from bot.core.courtesies import Courtesies, load_courtesies
from bot.core.deliveries.lag import LagProbe
from bot.core.deliveries.models import Timing
from bot.core.deliveries.pacing import Pacer
from bot.core.deliveries.ports import Sender
from bot.core.deliveries.service import DeliveryWorker
from bot.core.digests.gathering import QUESTION
from bot.core.digests.service import DigestService
from bot.core.digests.unanswered.service import UnansweredService
from bot.core.entries.service import EntryService
from bot.core.guides.proposals import GuideDesk
from bot.core.hand_over_packs.service import HandOverPackService
from bot.core.handovers import owing
from bot.core.handovers.service import HandOverService
from bot.core.introductions.service import IntroductionService
from bot.core.membership.service import MembershipService
from bot.core.owed import Addressed, Composer, Owed
from bot.core.people import Member
from bot.core.router import Router
from bot.core.taking_back import TAKEN_BACK
from bot.core.taking_back import composer as taken_back
from bot.resources import prompts_folder

_REAL_NOW = SystemClock().now


@dataclass(frozen=True, kw_only=True, slots=True)
class Chat:
    """Minori as somebody to talk with, on whatever platform."""

    router: Router
    membership: MembershipService
    handovers: HandOverService
    meetings: Meetings
    digests: DigestService
    unanswered: UnansweredService
    entries: EntryService
    introductions: IntroductionService
    changeovers: ChangeoverService
    alike: AlikeService
    walks: WalkService
    packs: HandOverPackService
    make_worker: Callable[..., DeliveryWorker]


def make_chat(application: Application, *, real_now: Callable[[], datetime] = _REAL_NOW) -> Chat:
    """Join the features; `real_now` is when reminders were looked for last. Raises DataFileError, StorageError."""
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
        walks_beside(library, walks),
        carried_by_digest=lambda person_id, kind, id: digests.carries(person_id, kind, id),
        redraw=lambda id, member: digests.redraw(id, member),
    )
    meetings = make_meetings(
        library, advice=advising.on, guides=guides, beside=beside, value_cards=coaching.in_short, real_now=real_now
    )
    alike = make_alike(application, handovers)
    entries = make_entries(library, published=lambda: _follow(application), looked_at=handovers.looked_at)
    introductions = make_introductions(library, meetings.service)
    digests = make_digests(library, meetings.service, introductions=introductions_of(introductions))
    unanswered = make_unanswered(library)
    membership = make_membership(library, on_leaving=lambda member: _leave(handovers, meetings, member))
    membership.appoint_first_admin()
    cockpit = make_cockpit(library, meetings.service, digests, meetings.nudges.when_last)
    packs = make_packs(library, meetings.service, digests)
    changeovers = make_changeovers(library, meetings.service, listed=cockpit.listed, packs=packs.files_for)
    roster = make_roster(
        library,
        membership=membership,
        meetings=meetings,
        handovers=handovers,
        walks=walks,
        takes_over=changeovers.take_over,
    )
    router = Router(
        directory=database.people,
        membership=membership,
        answers=ChatAnswers(answering=application.answering, log=database.questions),
        handovers=handovers,
        guides=guides,
        encounters=meetings.encounters,
        coaching=coaching,
        advising=advising,
        courtesies=_courtesies(),
        failures=database.questions,
        digests=digests,
        entries=entries,
        introductions=introductions,
        alike=alike,
        figures=make_figure_desk(library),
        cockpit=cockpit,
        changeovers=changeovers,
        posted=database.posted,
        roster=roster,
        unanswered=unanswered,
        packs=packs,
    )
    services: tuple[_Owing, ...] = (handovers, membership, roster, meetings, coaching, digests, unanswered, entries)
    composers = {
        **_composers(*services, introductions, changeovers, alike, packs),
        owing.REMINDER: _unless_carried(digests, database, handovers.composers[owing.REMINDER]),
        TAKEN_BACK: taken_back(database.posted, database.people),
    }
    make_worker = _worker_maker(library, none_to_the_gone(composers, database.people))
    return Chat(
        router=router,
        membership=membership,
        handovers=handovers,
        meetings=meetings,
        digests=digests,
        unanswered=unanswered,
        entries=entries,
        introductions=introductions,
        changeovers=changeovers,
        alike=alike,
        walks=walks,
        packs=packs,
        make_worker=make_worker,
    )


class _Owing(Protocol):
    """A feature that owes people messages."""

    @property
    def composers(self) -> Mapping[str, Composer]: ...


def _composers(*features: _Owing) -> dict[str, Composer]:
    return {kind: compose for one in features for kind, compose in one.composers.items()}


def _courtesies() -> Courtesies:
    words = prompts_folder() / "courtesies.yaml"
    return load_courtesies(words.read_text(encoding="utf-8"), path="prompts/courtesies.yaml")


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

    def make(sender: Sender, *, is_paced: bool = True, real_now: Callable[[], datetime] = _REAL_NOW) -> DeliveryWorker:
        return DeliveryWorker(
            store=library.database.deliveries,
            sender=sender,
            composers=composers,
            clock=library.clock,
            real_now=real_now,
            monotonic=time.monotonic,
            log=log,
            timing=timing,
            pacer=pacer if is_paced else None,
            lag=LagProbe(sender=sender, monotonic=time.monotonic, log=log, wait=timing.wait) if is_paced else None,
        )

    return make


def _follow(application: Application) -> None:
    """Bring the indexes up to what is cited now, so that the next question already finds it."""
    application.indexes.serving(wait=True)
