"""The use cases of nudges: the tick, what is said in a bundle and why, what people wish, what is coming."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from bot.core.actions import ABSENCE_SHOW, CADENCE_FORM, CADENCE_SEND
from bot.core.clock import Clock
from bot.core.messages import Asked, Choice, Fact, Headed, Item, Message, Offer, Part, Reply, Source
from bot.core.nudges.cadences import Cadences
from bot.core.nudges.choosing import Choosing, Replan
from bot.core.nudges.composing import Composing
from bot.core.nudges.drawing import Drawing, LookAhead, no_look_ahead
from bot.core.nudges.gathering import NUDGE, CarriedByDigest, Gathering
from bot.core.nudges.planning import Planning
from bot.core.nudges.ports import Advice, Calendars, Heartbeats, NudgeStore, OperatorsLog, WishStore
from bot.core.nudges.pressing import Handler, Pressing
from bot.core.nudges.reading import Reader, aside, settings_offer, upcoming_offer
from bot.core.nudges.silence import SILENCE, TICK, Silence
from bot.core.nudges.ticking import Ticking, no_checkpoint
from bot.core.nudges.turns import TurnsOf, no_turns
from bot.core.nudges.upcoming import Upcoming
from bot.core.nudges.why import Why
from bot.core.owed import Composer
from bot.core.people import Directory, Member
from bot.core.scheduled import StandingOf

_UPCOMING_WORDS = re.compile(
    r"(?:(?:今日|本日|明日|今週|来週|今月|来月|今後|これから|次|次回|私|自分|面談|出会い)の?)*(?:予定|スケジュール)(?:一覧)?"
    r"[をは]?(?:見る|(?:見せて|教えて|出して)(?:ください|もらえますか|いただけますか)?|見たい(?:です)?|お願いします)?"
    r"|upcoming|(?:show (?:me )?)?(?:(?:my|the|today's|tomorrow's|this week's) )?schedule"
)
"""How the list of what is to come is asked for, as a whole message."""


def no_digest(_person_id: str, _subject_kind: str, _subject_id: str) -> bool:
    """No digest carries anything."""
    return False


def no_advice(_question: str, _readers: Sequence[Member]) -> Source | None:
    """The guides say nothing."""
    return None


def no_replan(_company_id: str, _scope: str, _name: str) -> None:
    """Nothing is planned anew."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Around:
    """What other features give to nudges.

    `standings` says how a subject stands, by its kind; `show` is the action that shows one (its reference is the
    subject's id); `stages` are what a cadence can be chosen for; `leave` leads to one's own days off.
    """

    standings: Mapping[str, StandingOf]
    advice: Advice = no_advice
    show: Mapping[str, str]
    stages: Sequence[Choice] = ()
    leave: Sequence[Offer] = (Offer(ABSENCE_SHOW, "person", Message("calendar-offer-own")),)
    replan: Replan = no_replan
    carried_by_digest: CarriedByDigest = no_digest
    look_ahead: LookAhead = no_look_ahead
    turns_of: TurnsOf = no_turns


class NudgeService:
    """Reminds people, once, in their hours; and says why. Every call may be made again."""

    def __init__(
        self,
        *,
        store: NudgeStore,
        wishes: WishStore,
        directory: Directory,
        calendars: Calendars,
        cadences: Cadences,
        planning: Planning,
        heartbeats: Heartbeats,
        silence: Silence,
        around: Around,
        clock: Clock,
        log: OperatorsLog,
        checkpoint: Callable[[str], None] = no_checkpoint,
        piece_of_work: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self._store, self._clock, self._heartbeats, self._silence = store, clock, heartbeats, silence
        self._drawing = Drawing(standings=around.standings, advice=around.advice, look_ahead=around.look_ahead)
        self._upcoming = Upcoming(
            store=store,
            wishes=wishes,
            standings=around.standings,
            show=around.show,
            turns_of=around.turns_of,
            look_ahead=around.look_ahead,
        )
        self._ticking = Ticking(
            store=store,
            wishes=wishes,
            directory=directory,
            calendars=calendars,
            gathering=Gathering(store.workspace_id, planning, around.carried_by_digest),
            log=log,
            turns_of=around.turns_of,
            checkpoint=checkpoint,
            piece_of_work=piece_of_work,
        )
        self._choosing = Choosing(cadences, wishes, directory, clock, around.stages, around.replan)
        why = Why(cadences, wishes, calendars, directory, self._drawing)
        pressing = Pressing(store, wishes, why, self._upcoming, around.standings, clock, around.leave)
        choosing = {CADENCE_FORM: self._choosing.form, CADENCE_SEND: self._choosing.send}
        self.handlers: Mapping[str, Handler] = {**pressing.handlers(), **choosing}
        """What to do for each action of ours."""
        composing = Composing(store, wishes, directory, calendars, self._drawing, clock)
        self.composers: Mapping[str, Composer] = {NUDGE: composing.compose, SILENCE: silence.compose}
        """What to say for each kind of message owed."""

    def tick(self) -> int:
        """Plan what people are told now; return how many messages that makes. Called every two seconds of real time,
        by as many processes as there are. Raises StorageError: then nothing was planned, and the next tick does it."""
        planned = self._ticking.plan(self._clock.now())
        self._heartbeats.beat(TICK)
        return planned

    def started(self) -> int:
        """A process comes up: admins are told where none has run for too long. Returns how many."""
        return self._silence.started()

    def watch(self) -> int:
        """Called now and then beside the tick: admins are told where it stands still. Returns how many."""
        return self._silence.watch()

    def bundle_reply(self, bundle_id: str, member: Member) -> Reply | None:
        """A message of ours as it stands now, for its reader; None where it is not theirs."""
        bundle = self._store.bundle(bundle_id)
        if bundle is None or bundle.person_id != member.id or member.has_left:
            return None
        reader = self._reader(member)
        return self._drawing.reply(bundle, self._drawing.live(bundle, reader), reader)

    def upcoming(self, member: Member) -> Reply:
        """What is coming for somebody in the next four weeks, the first page."""
        return self._upcoming.reply(self._reader(member))

    def typed(self, asked: Asked, member: Member) -> Reply | None:
        """「予定」 typed in somebody's own conversation or as a command; None for anything else."""
        word = unicodedata.normalize("NFKC", asked.text).strip().strip("。.!！?？").casefold()
        if _UPCOMING_WORDS.fullmatch(word) is None:
            return None
        if asked.place.is_direct:
            return self.upcoming(member)
        # In front of others nothing of a firm is shown, not even to its own people alone.
        return aside(Message("nudge-upcoming-elsewhere"))

    def home_parts(self, member: Member) -> Sequence[Part]:
        """What stands on somebody's page: today and this week, and the way to the settings."""
        if member.has_left:
            return ()
        lines = self._upcoming.lines(self._reader(member))
        offers = [upcoming_offer(), settings_offer()]
        if self._choosing.firms(member):
            offers.append(Offer(CADENCE_FORM, "-", Message("nudge-offer-cadence")))
        heading = Headed(Message("nudge-home-heading"))
        more = Item(Message("nudge-home-settings" if lines else "nudge-home-none"), (), tuple(offers))
        return (heading, *lines, more)

    def heartbeat_parts(self, member: Member) -> Sequence[Part]:
        """For the page of coordinators and admins: when the last tick ran."""
        return tuple(self._silence.parts(member))

    def when_last(self, member: Member) -> Sequence[Part]:
        """Beside what somebody carries: when the last tick ran; where it stands still, how much is late with it, of
        all people, as numbers."""
        said = list(self._silence.when_last(member))
        if self._silence.has_stopped():
            now = self._clock.now()
            due = self._store.due(self._store.people_due(at=now), at=now)
            late = {"count": sum(map(len, due.values())), "people": len(due)}
            said.append(Fact(Message("nudge-heartbeat-late-label"), Message("nudge-heartbeat-late", late)))
        return said

    def _reader(self, member: Member) -> Reader:
        return Reader(member, self._clock.now())
