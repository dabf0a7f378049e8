"""Asking a colleague of the firm to answer the rest. Nothing is theirs before they say yes."""

from __future__ import annotations

from dataclasses import replace

from bot.core.coaching.walks import owing
from bot.core.coaching.walks.changing import Move, is_of_firm
from bot.core.coaching.walks.keeping import Keeping
from bot.core.coaching.walks.models import ChangeKind, Walk, WalkState
from bot.core.coaching.walks.results import Act, Done, Refused, Result
from bot.core.coaching.walks.script import Script
from bot.core.messages import Message
from bot.core.people import Member, Role

_GOING = (WalkState.OPEN, WalkState.PAUSED)


class Handing(Keeping):
    """お願いする, 引き受ける, 今回は見送る."""

    def ask_colleague(self, walk_id: str, to: Member, *, act: Act) -> Result:
        """Ask a colleague of the same firm to answer the rest; they are told in their direct conversation. Whoever was
        asked before is told that there is nothing to do any more."""

        def decide(before: Walk, _: Script) -> Move | Result:
            if not _is_colleague(to, before) or to.id in (act.by.id, before.owner_id):
                return Refused(message=Message("walk-refused-not-colleague"), walk=before)
            if before.asked_id == to.id:
                return Done(walk=before)
            after = replace(before, asked_id=to.id, asked_by=act.by.id)
            withdrawn = owing.about(owing.WITHDRAWN, before, self._member(before.asked_id))
            owed = (*withdrawn, *owing.about(owing.ASKED, before, to))
            return Move(after=after, kind=ChangeKind.ASKED, detail={"to": to.id}, owed=owed)

        return self._changed(walk_id, act, decide, states=_GOING)

    def accept(self, walk_id: str, *, act: Act) -> Result:
        """Go on with it: it is the colleague's from now on, in the place where they said so."""

        def decide(before: Walk, _: Script) -> Move | Result:
            if before.owner_id == act.by.id and not before.asked_id:
                return Done(walk=before)
            if before.asked_id != act.by.id:
                return Refused(message=Message("walk-refused-not-asked"), walk=before)
            here = act.here
            after = replace(
                before,
                owner_id=act.by.id,
                is_handed_on=True,
                state=WalkState.OPEN,
                paused_until=None,
                asked_id="",
                asked_by="",
                conversation=here.conversation,
                thread=here.thread,
                is_direct=here.is_direct,
            )
            owed = owing.about(owing.ACCEPTED, before, self._member(before.asked_by))
            return Move(after=after, kind=ChangeKind.ACCEPTED, detail={"from": before.owner_id}, owed=owed)

        return self._changed(walk_id, act, decide, states=_GOING)

    def decline(self, walk_id: str, *, act: Act) -> Result:
        """今回は見送る: it stays with who asked, who is told."""

        def decide(before: Walk, _: Script) -> Move | Result:
            if before.asked_id != act.by.id:
                return Done(walk=before)
            after = replace(before, asked_id="", asked_by="")
            owed = owing.about(owing.DECLINED, before, self._member(before.asked_by))
            return Move(after=after, kind=ChangeKind.DECLINED, detail={"by": act.by.id}, owed=owed)

        return self._changed(walk_id, act, decide, states=_GOING)

    def withdraw_asking(self, walk_id: str, *, act: Act) -> Result:
        """The colleague is asked no more, and told."""

        def decide(before: Walk, _: Script) -> Move | Result:
            if not before.asked_id:
                return Done(walk=before)
            after = replace(before, asked_id="", asked_by="")
            owed = owing.about(owing.WITHDRAWN, before, self._member(before.asked_id))
            return Move(after=after, kind=ChangeKind.WITHDRAWN, detail={"to": before.asked_id}, owed=owed)

        return self._changed(walk_id, act, decide, states=_GOING)


def _is_colleague(to: Member, walk: Walk) -> bool:
    return is_of_firm(to, walk) and Role.MEMBER in to.roles and not to.has_left and to.address != ""
