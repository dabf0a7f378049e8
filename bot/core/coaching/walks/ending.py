"""The end of a walk: finished, confirmed or not, deleted; and taking the newest change back."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid5

from bot.core.audited import Audited
from bot.core.coaching.cards.models import EntryState, SubjectKind
from bot.core.coaching.walks import owing
from bot.core.coaching.walks.changing import UNDO_WITHIN, Move
from bot.core.coaching.walks.engine import settled
from bot.core.coaching.walks.handing import Handing
from bot.core.coaching.walks.models import ChangeKind, Walk, WalkChange, WalkState
from bot.core.coaching.walks.results import Act, Done, Refused, Result
from bot.core.coaching.walks.script import Script
from bot.core.messages import Message
from bot.core.owed import Owed
from bot.core.people import Member

_NAMESPACE = UUID("7d1b7a86-0c5e-5d7f-8a43-54f1f6b0c9d2")
_NOT_TAKEN_BACK = frozenset(
    {
        ChangeKind.STARTED,
        ChangeKind.ACCEPTED,
        ChangeKind.TRIED,
        ChangeKind.FINISHED,
        ChangeKind.CONFIRMED,
        ChangeKind.REFUSED,
        ChangeKind.ERASED,
        ChangeKind.UNDONE,
    }
)
"""What somebody else has been told of, what made a card, what left no words: it is put right in another way."""


class Ending(Handing):
    """Finishing, confirming, deleting, taking back."""

    def finish(self, walk_id: str, *, act: Act) -> Result:
        """Finish it, early too: what was not asked stays open. What a coordinator typed waits for whose words it is,
        who is told in their direct conversation; everything else is done, and its card is made."""

        def decide(before: Walk, _: Script) -> Move | Result:
            if not any(one.state == EntryState.SAID for one in before.answers):
                return Refused(message=Message("walk-refused-nothing-said"), walk=before)
            if before.state in (WalkState.DONE, WalkState.UNCONFIRMED):
                return Done(walk=before)
            is_theirs = not before.is_typed or act.by.id == before.owner_id
            state = WalkState.DONE if is_theirs else WalkState.UNCONFIRMED
            told = self._told_of_finish(before, state)
            after = replace(settled(before), state=state, at="", round=(), asked_id="", asked_by="", paused_until=None)
            after = replace(after, finished_at=self._clock.now())
            if is_theirs:
                after = replace(after, confirmed_by=before.confirmed_by or act.by.id)
            return Move(after=after, kind=ChangeKind.FINISHED, detail={"state": str(state)}, owed=told)

        states = (WalkState.OPEN, WalkState.PAUSED, WalkState.DONE, WalkState.UNCONFIRMED)
        return self._changed(walk_id, act, decide, states=states, may=_whoever_sees_it)

    def confirm(self, walk_id: str, *, act: Act) -> Result:
        """It is mine: from now on it is the firm's own, and the coordinator who typed sees no more of it than of any
        walk of the firm."""

        def decide(before: Walk, _: Script) -> Move | Result:
            if before.state != WalkState.UNCONFIRMED:
                return Done(walk=before)
            after = replace(before, state=WalkState.DONE, confirmed_by=act.by.id)
            owed = owing.about(owing.CONFIRMED, before, self._member(before.typist_id))
            return Move(after=after, kind=ChangeKind.CONFIRMED, detail={}, owed=owed)

        return self._changed(walk_id, act, decide)

    def refuse(self, walk_id: str, *, act: Act) -> Result:
        """It is not to be kept: its words are erased, and the coordinator who typed it is told. No way back."""

        def decide(before: Walk, _: Script) -> Move | Result:
            if before.state != WalkState.UNCONFIRMED:
                return Refused(message=Message("walk-refused-confirmed-already"), walk=before)
            owed = owing.about(owing.NOT_KEPT, before, self._member(before.typist_id))
            return self._erasing(before, act, ChangeKind.REFUSED, "refused", owed)

        return self._changed(walk_id, act, decide)

    def erase(self, walk_id: str, *, act: Act) -> Result:
        """Delete it everywhere: the walk, its history, its card, what would be reminded or told of it. A line without
        a word stays in the audit log. No way back; a second time it is not there any more."""

        def decide(before: Walk, _: Script) -> Move | Result:
            return self._erasing(before, act, ChangeKind.ERASED, "erased", ())

        return self._changed(walk_id, act, decide, may=_may_erase)

    def undo(self, change_id: str, *, act: Act) -> Result:
        """Put the walk back to what it was before its newest change, within ten minutes, by whoever made it; a
        colleague who was asked by it is told. Twice is once."""
        change = self._store.change_by_id(change_id)
        if change is None or change.by_id != act.by.id:
            return Refused(message=Message("walk-refused-not-found"))

        def decide(before: Walk, _: Script) -> Move | Result:
            now = self._store.change_by_id(change_id) or change
            if now.is_undone:
                return Done(walk=before)
            refused = self._too_late(now, before)
            if refused is not None or now.before is None:
                return refused or Refused(message=Message("walk-refused-undo-changed"), walk=before)
            asked = before.asked_id if now.kind == ChangeKind.ASKED else ""
            owed = owing.about(owing.WITHDRAWN, before, self._member(asked))
            detail = {"of": change_id, "kind": str(now.kind)}
            return Move(after=now.before, kind=ChangeKind.UNDONE, detail=detail, owed=owed, undoes=change_id)

        done = self._changed(change.walk_id, act, decide, may=_may_undo)
        if isinstance(done, Done) and done.change is not None:
            self._drop_in_place(change, act)
        return done

    def can_undo(self, change: WalkChange, *, by: Member) -> bool:
        """Would `undo` do it now?"""
        now = self._store.by_id(change.walk_id)
        is_theirs = change.by_id == by.id and not change.is_undone
        return is_theirs and now is not None and not now.is_gone and self._too_late(change, now) is None

    def _too_late(self, change: WalkChange, now: Walk) -> Refused | None:
        newest = next(reversed(self._store.changes(now.id)), None)
        if change.kind in _NOT_TAKEN_BACK or newest is None or newest.id != change.id:
            return Refused(message=Message("walk-refused-undo-changed"), walk=now)
        if self._clock.now() > change.at + UNDO_WITHIN:
            return Refused(message=Message("walk-refused-undo-late"), walk=now)
        return None

    def _drop_in_place(self, change: WalkChange, act: Act) -> None:
        """The walk that was started in the place of one that is there again is put aside in its turn."""
        other = change.detail.get("in_place", "")
        if other:
            self.drop(other, act=act)

    def _told_of_finish(self, before: Walk, state: WalkState) -> tuple[Owed, ...]:
        withdrawn = owing.about(owing.WITHDRAWN, before, self._member(before.asked_id))
        if state != WalkState.UNCONFIRMED:
            return withdrawn
        return (*withdrawn, *owing.about(owing.CONFIRM, before, self._member(before.owner_id)))

    def _erasing(self, before: Walk, act: Act, kind: ChangeKind, action: str, owed: tuple[Owed, ...]) -> Move:
        audited = Audited(
            id=uuid5(_NAMESPACE, f"{before.id} {before.version}").hex,
            at=self._clock.now(),
            by_id=act.by.id,
            action=action,
            subject_kind="walk",
            subject_id=before.id,
            company_id=before.company_id,
        )
        return Move(after=erased(before), kind=kind, detail={}, owed=owed, forgets=True, audited=audited)


def erased(walk: Walk) -> Walk:
    """Who, when and for whom stay; its words go."""
    return Walk(
        id=walk.id,
        company_id=walk.company_id,
        subject_kind=SubjectKind.TECHNOLOGY,
        trade="",
        length=walk.length,
        script=walk.script,
        script_version=walk.script_version,
        locale=walk.locale,
        owner_id=walk.owner_id,
        created_by=walk.created_by,
        created_at=walk.created_at,
        updated_at=walk.updated_at,
        counts_from=walk.counts_from,
        state=WalkState.ERASED,
        version=walk.version,
    )


def _whoever_sees_it(_member: Member, _walk: Walk) -> bool:
    """A second press on finish says how it stands, also to the coordinator who pressed."""
    return True


def _may_erase(member: Member, walk: Walk) -> bool:
    """Its owner, who began it, and whoever of the firm may go on with it; while it waits to be confirmed its typist."""
    return walk.state != WalkState.UNCONFIRMED or member.id in (walk.owner_id, walk.typist_id)


def _may_undo(member: Member, walk: Walk) -> bool:
    return walk.state != WalkState.UNCONFIRMED or member.id == walk.owner_id
