"""How a walk is changed: who may, where, compare and set, once for each request, and who is reminded from then on.

Every use case gives `_changed` a pure function from the walk as it is to a `Move`. Where somebody else was quicker it
is asked again of the newer record, so that a decision always rests on what is true.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias
from uuid import UUID, uuid5

from bot.core.audited import Audited, Looked, Looks, no_looks
from bot.core.calendars import zone_of
from bot.core.clock import Clock
from bot.core.coaching.walks.anchors import waiting
from bot.core.coaching.walks.engine import asking
from bot.core.coaching.walks.found import facts
from bot.core.coaching.walks.models import ChangeKind, Walk, WalkChange, WalkState
from bot.core.coaching.walks.ports import CardMaking, Listening, Scripts, TradeKeeping, WalkStore
from bot.core.coaching.walks.reading import DayIn, no_day
from bot.core.coaching.walks.results import Act, Done, Here, Refused, Result
from bot.core.coaching.walks.script import Script
from bot.core.messages import Message
from bot.core.owed import Owed
from bot.core.people import (
    Company,
    Directory,
    Member,
    access_walk,
    access_walk_here,
)
from bot.core.scheduled import Planner, Scheduled

_NAMESPACE = UUID("5b0f7c52-8f0c-5b57-9a52-0a3b1c7f9e21")
_TRIES = 8
"""Two people at the same walk at the same moment are rare."""

UNDO_WITHIN = timedelta(minutes=10)
MADE_OF = frozenset({WalkState.UNCONFIRMED, WalkState.DONE})
"""Of these there is a card. In a round of open questions it gets every answer at once."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """A change that is wanted: the walk as it will be, what is owed with it. `forgets`: how it was is not kept."""

    after: Walk
    kind: ChangeKind
    detail: dict[str, str]
    owed: tuple[Owed, ...] = ()
    undoes: str = ""
    added_to: str = ""
    forgets: bool = False
    audited: Audited | None = None


Decide: TypeAlias = Callable[[Walk, Script], Move | Result]
May: TypeAlias = Callable[[Member, Walk], bool]


class Changing:
    """What all use cases share."""

    def __init__(
        self,
        *,
        clock: Clock,
        store: WalkStore,
        directory: Directory,
        planner: Planner,
        scripts: Scripts,
        listening: Listening,
        cards: CardMaking,
        trades: TradeKeeping,
        day_in: DayIn = no_day,
        looks: Looks = no_looks,
    ) -> None:
        self._clock, self._store, self._directory = clock, store, directory
        self._planner, self._scripts, self._listening = planner, scripts, listening
        self._cards, self._trades, self._day_in, self._looks = cards, trades, day_in, looks

    def may_see(self, viewer: Member, walk: Walk) -> bool:
        """May somebody read it? The firm's people, and the coordinator who types until it is confirmed."""
        company = self._directory.company(walk.company_id)
        return not walk.is_gone and company is not None and access_walk(viewer, company, typist_id=_typist(walk))

    def refused_here(self, walk: Walk, by: Member, here: Here) -> Refused | None:
        """Why somebody may not be shown it in a conversation; None where they may. What they are not to see at all is
        not there for them."""
        if not self.may_see(by, walk):
            return Refused(message=Message("walk-refused-not-found"))
        refused = self._not_here(self._directory.company(walk.company_id), by, here)
        if refused is None:
            # The firm's own people leave no line; the coordinator who types one does.
            self._looks(by, action=Looked.SEEN, kind="walk", id=walk.id, company_id=walk.company_id)
        return refused

    def _changed(
        self, id: str, act: Act, decide: Decide, *, may: May | None = None, states: Sequence[WalkState] = ()
    ) -> Result:
        """Change it as `decide` wants. `may` says who else than those who may see it has to be kept away; with
        `states` only a walk in one of them is changed."""
        repeat = self._store.change_by_id(_change_id(id, act))
        for _ in range(_TRIES):
            before = self._store.by_id(id)
            if before is None or before.is_gone:
                return Refused(message=Message("walk-refused-not-found"))
            refused = self.refused_here(before, act.by, act.here) or self._forbidden(before, act, may)
            if refused is not None:
                return refused
            script = self._scripts.of(before.script).of_kind(before.subject_kind)
            if repeat is not None:
                return Done(walk=before, asking=asking(before, script))
            if states and before.state not in states:
                return Refused(message=Message("walk-refused-not-now"), walk=before)
            decided = decide(before, script)
            if not isinstance(decided, Move):
                return decided
            done = self._stored(before, decided, act, script)
            if done is not None:
                return done
            repeat = self._store.change_by_id(_change_id(id, act))
        return Refused(message=Message("walk-refused-changed-meanwhile"))

    def _forbidden(self, walk: Walk, act: Act, may: May | None) -> Refused | None:
        """While it waits to be confirmed only whose words they are may change it."""
        is_allowed = (may or _may_change)(act.by, walk)
        return None if is_allowed else Refused(message=Message("walk-refused-not-yours"), walk=walk)

    def _stored(self, before: Walk, move: Move, act: Act, script: Script) -> Done | None:
        """Compare and set; None where somebody else was quicker."""
        after = replace(
            move.after,
            version=before.version + 1,
            updated_at=self._clock.now(),
            counts_from=self._today(self._reminded(move.after)),
        )
        change = self._change(after, move, act, None if move.forgets else before)
        is_done = self._store.change(
            before,
            after,
            change=change,
            scheduled=self._scheduled(after),
            owed=move.owed,
            undoes=move.undoes,
            audited=move.audited,
        )
        if not is_done:
            return None
        self._make(after, script)
        return Done(walk=after, change=change, asking=asking(after, script), added_to=move.added_to)

    def _make(self, walk: Walk, script: Script) -> None:
        """Make its card, or erase it with the walk; where that fails `settle` does it again."""
        is_in_round = walk.is_going and bool(walk.round) and bool(walk.finished_at)
        if not (walk.is_gone or walk.state in MADE_OF or is_in_round):
            return
        by_id = next((one.by_id for one in reversed(self._store.changes(walk.id))), walk.owner_id)
        if walk.is_gone:
            self._cards.erased(walk, by_id=by_id)
        else:
            self._cards.made_of(walk, facts(walk, script), by_id=by_id)
        self._store.mark_made(walk.id, walk.version)

    def _change(self, after: Walk, move: Move, act: Act, before: Walk | None) -> WalkChange:
        return WalkChange(
            id=_change_id(after.id, act),
            walk_id=after.id,
            kind=move.kind,
            by_id=act.by.id,
            at=self._clock.now(),
            detail=move.detail,
            before=before,
        )

    def _scheduled(self, walk: Walk) -> Sequence[Scheduled]:
        """The nudges to come; none for somebody who has left."""
        member = self._reminded(walk)
        return self._planner(waiting(walk, member.id)) if member is not None and not member.has_left else ()

    def _reminded(self, walk: Walk) -> Member | None:
        """Who goes on with it: the coordinator while they type, then whose words they are."""
        is_typing = walk.is_typed and not walk.is_handed_on and walk.state != WalkState.UNCONFIRMED
        typist = walk.typist_id if is_typing else ""
        return self._directory.by_id(typist or walk.owner_id)

    def _not_here(self, company: Company | None, by: Member, here: Here) -> Refused | None:
        if company is None or not access_walk_here(by, company, here.present, is_direct=here.is_direct):
            key = "walk-refused-presence-unknown" if here.present is None else "walk-refused-outsiders"
            return Refused(message=Message(key))
        return None

    def _today(self, member: Member | None) -> date:
        """What day it is where somebody works."""
        zone = zone_of(member.time_zone if member else "Asia/Tokyo")
        return self._clock.now().astimezone(zone).date()


def _change_id(walk_id: str, act: Act) -> str:
    return uuid5(_NAMESPACE, f"{walk_id} {act.request_id}").hex


def walk_id_of(act: Act) -> str:
    """The id of the walk that a request starts: the same for the same request."""
    return uuid5(_NAMESPACE, f"walk {act.by.id} {act.request_id}").hex


def is_of_firm(member: Member, walk: Walk) -> bool:
    """Is somebody of the firm whose walk it is?"""
    return member.company is not None and member.company.id == walk.company_id


def _may_change(member: Member, walk: Walk) -> bool:
    return walk.state != WalkState.UNCONFIRMED or member.id == walk.owner_id


def _typist(walk: Walk) -> str:
    return walk.typist_id if walk.is_typed else ""
