"""Putting a walk aside for a while or for good, going on where it was, making it shorter or longer."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

from bot.core.coaching.cards.models import CardField
from bot.core.coaching.walks import owing
from bot.core.coaching.walks.changing import Changing, Move, is_of_firm
from bot.core.coaching.walks.engine import next_at, rounded, settled
from bot.core.coaching.walks.found import open_questions
from bot.core.coaching.walks.models import ChangeKind, Walk, WalkLength, WalkState
from bot.core.coaching.walks.results import Act, Done, Refused, Result
from bot.core.coaching.walks.script import Script
from bot.core.messages import Message
from bot.core.people import Member

PAUSE = timedelta(days=14)
"""How long a walk is put aside where no day was said."""
_RESUMED = (WalkState.OPEN, WalkState.PAUSED, WalkState.DONE, WalkState.DROPPED)


class Keeping(Changing):
    """How long a walk takes, and when."""

    def pause(self, walk_id: str, *, act: Act, until: date | None = None) -> Result:
        """Put it aside; `until` is the day on which it is asked about again, in two weeks where none is said."""

        def decide(before: Walk, _: Script) -> Move | Result:
            if until is not None and until <= self._today(act.by):
                return Refused(message=Message("walk-refused-day-gone"), walk=before)
            day = until or self._today(act.by) + PAUSE
            if before.state == WalkState.PAUSED and before.paused_until == day:
                return Done(walk=before)
            after = replace(before, state=WalkState.PAUSED, paused_until=day)
            detail = {"until": f"{day:%Y-%m-%d}"}
            return Move(after=after, kind=ChangeKind.PAUSED, detail=detail)

        return self._changed(walk_id, act, decide, states=(WalkState.OPEN, WalkState.PAUSED))

    def resume(self, walk_id: str, *, act: Act) -> Result:
        """Go on where it was, in this place from now on; one whose owner has left is whose it is that goes on. Where
        every question has been asked, the open ones are asked again, one by one. One that was dropped is there again,
        and one that is done is open again; its card stays."""

        def decide(before: Walk, script: Script) -> Move | Result:
            is_here = _is_held(before, act)
            if before.state == WalkState.OPEN and is_here and before.at:
                return Done(walk=before)
            at = before.at or next_at(before, script, "")
            after = replace(before, at=at)
            if not at:
                after = rounded(before, script, [one.fills for one in open_questions(before, script)])
            if not after.at and before.state == WalkState.DONE:
                return Refused(message=Message("walk-refused-nothing-open"), walk=before)
            after = replace(self._adopted(_held(after, act), act), state=WalkState.OPEN, paused_until=None)
            return Move(after=after, kind=ChangeKind.RESUMED, detail={})

        return self._changed(walk_id, act, decide, states=_RESUMED)

    def answer_open(self, walk_id: str, *, fields: Collection[CardField], act: Act) -> Result:
        """Go through the questions of these fields one by one, in this place: what the card of a walk that is done
        leaves open, what was never asked among it. Its card gets each answer; with the last one it is done again."""

        def decide(before: Walk, script: Script) -> Move | Result:
            if before.state == WalkState.OPEN and before.round and _is_held(before, act):
                return Done(walk=before)
            after = rounded(replace(before, round=()), script, fields)
            if not after.round:
                return Refused(message=Message("walk-refused-nothing-open"), walk=before)
            after = replace(self._adopted(_held(after, act), act), state=WalkState.OPEN, paused_until=None)
            return Move(after=after, kind=ChangeKind.RESUMED, detail={"open": str(len(after.round))})

        return self._changed(walk_id, act, decide, states=_RESUMED)

    def set_length(self, walk_id: str, length: WalkLength, *, act: Act) -> Result:
        """Make it shorter or longer midway; what was answered stays, also what the new length does not ask."""

        def decide(before: Walk, script: Script) -> Move | Result:
            if before.length == length:
                return Done(walk=before)
            walk = replace(before, length=length, round=())
            is_asked = any(one.id == before.at for one in script.asked(length))
            if not is_asked:
                walk = settled(walk)
                walk = replace(walk, at=next_at(walk, script, before.at))
            return Move(after=walk, kind=ChangeKind.LENGTH, detail={"from": str(before.length), "to": str(length)})

        return self._changed(walk_id, act, decide, states=(WalkState.OPEN, WalkState.PAUSED))

    def drop(self, walk_id: str, *, act: Act) -> Result:
        """Put it aside for good; its words are kept, and `undo` or `resume` takes it up again."""

        def decide(before: Walk, _: Script) -> Move | Result:
            if before.state == WalkState.DROPPED:
                return Done(walk=before)
            owed = owing.about(owing.WITHDRAWN, before, self._member(before.asked_id))
            after = replace(before, state=WalkState.DROPPED, asked_id="", asked_by="")
            return Move(after=after, kind=ChangeKind.DROPPED, detail={}, owed=owed)

        states = (WalkState.OPEN, WalkState.PAUSED, WalkState.DROPPED)
        return self._changed(walk_id, act, decide, states=states)

    def _adopted(self, walk: Walk, act: Act) -> Walk:
        """A walk whose owner has left is whose it is that goes on with it."""
        owner = self._member(walk.owner_id)
        is_alone = owner is None or owner.has_left
        return replace(walk, owner_id=act.by.id) if is_alone and is_of_firm(act.by, walk) else walk

    def _member(self, id: str) -> Member | None:
        return self._directory.by_id(id) if id else None


def _is_held(walk: Walk, act: Act) -> bool:
    return (walk.conversation, walk.thread) == (act.here.conversation, act.here.thread)


def _held(walk: Walk, act: Act) -> Walk:
    here = act.here
    return replace(walk, conversation=here.conversation, thread=here.thread, is_direct=here.is_direct)
