"""How a walk begins: by somebody of the firm, by a coordinator who types for them, or anew in the place of another."""

from __future__ import annotations

from dataclasses import replace

from bot.core.coaching.cards.models import CardField, EntryState
from bot.core.coaching.trades import Trade
from bot.core.coaching.walks.changing import Changing, Move, is_of_firm, walk_id_of
from bot.core.coaching.walks.engine import asking, next_at
from bot.core.coaching.walks.given import WORDS_AT_MOST, NewWalk, words
from bot.core.coaching.walks.models import Answer, ChangeKind, Said, Walk, WalkState
from bot.core.coaching.walks.results import Act, Done, Refused, Result
from bot.core.coaching.walks.script import Script
from bot.core.messages import Message
from bot.core.people import Company, Member, Role, access_coordinating, access_walk


class Starting(Changing):
    """Starting and starting again."""

    def start(self, new: NewWalk, *, act: Act) -> Result:
        """Begin a walk; the same request again is the same walk. Its script is kept for as long as it needs it."""
        return self._started(new, act, follows="")

    def start_again(self, walk_id: str, new: NewWalk, *, act: Act) -> Result:
        """Begin anew in the place of a walk, which is kept as dropped; `undo` of that takes it back for ten minutes.
        Its trade, kind and language are those of `new`. The new walk's `change` is of the new one."""
        before = self._store.by_id(walk_id)
        if before is None or not self.may_see(act.by, before):
            return Refused(message=Message("walk-refused-not-found"))
        if new.owner_id == "" and before.is_typed and act.by.id == before.typist_id:
            new = replace(new, owner_id=before.owner_id)
        begun = self._started(new, act, follows=walk_id)
        if isinstance(begun, Refused) or before.state == WalkState.DROPPED:
            return begun

        def decide(old: Walk, _: Script) -> Move | Result:
            if not old.is_going:
                return Done(walk=old)
            after = replace(old, state=WalkState.DROPPED, follow_up=None, asked_id="", asked_by="")
            return Move(after=after, kind=ChangeKind.DROPPED, detail={"in_place": begun.walk.id})

        dropped = self._changed(walk_id, act, decide)
        return dropped if isinstance(dropped, Refused) else begun

    def _started(self, new: NewWalk, act: Act, *, follows: str) -> Result:
        owner, company, refused = self._belongs_to(new, act.by)
        refused = refused or self._not_here(company, act.by, act.here) or _faulty(new, company)
        if refused is not None or owner is None or company is None:
            return refused or Refused(message=Message("walk-refused-guest"))
        if not company.trade:
            self._trades.set_trade(company.id, new.trade)
        digest, script = self._scripts.current()
        walk = self._new(new, owner, company, act, (digest, script), follows)
        move = Move(after=walk, kind=ChangeKind.STARTED, detail={"length": str(walk.length)})
        change = self._change(walk, move, act, None)
        kept = self._store.add(walk, change=change, scheduled=self._scheduled(walk))
        if kept is not walk and (kept.is_gone or not self.may_see(act.by, kept)):
            return Refused(message=Message("walk-refused-not-found"))
        script = self._scripts.of(kept.script).of_kind(kept.subject_kind)
        return Done(walk=kept, change=change if kept is walk else None, asking=asking(kept, script))

    def _belongs_to(self, new: NewWalk, by: Member) -> tuple[Member | None, Company | None, Refused | None]:
        """Whose words it will hold, and whose firm's it will be."""
        if not new.owner_id or new.owner_id == by.id:
            company = self._directory.company(by.company.id) if by.company else None
            if company is None or not access_walk(by, company):
                return None, None, Refused(message=Message("walk-refused-guest"))
            return by, company, None
        owner = self._directory.by_id(new.owner_id)
        if owner is None or owner.has_left or Role.MEMBER not in owner.roles:
            return None, None, Refused(message=Message("walk-refused-not-your-firm"))
        company = self._directory.company(owner.company.id) if owner.company else None
        if not access_coordinating(by, company):
            return None, None, Refused(message=Message("walk-refused-not-your-firm"))
        return owner, company, None

    def _new(
        self, new: NewWalk, owner: Member, company: Company, act: Act, script: tuple[str, Script], follows: str
    ) -> Walk:
        now = self._clock.now()
        walk = Walk(
            id=walk_id_of(act),
            company_id=company.id,
            subject_kind=new.subject_kind,
            trade=company.trade or new.trade,
            length=new.length,
            script=script[0],
            script_version=script[1].version,
            locale=new.locale,
            owner_id=owner.id,
            typist_id="" if owner.id == act.by.id else act.by.id,
            created_by=act.by.id,
            created_at=now,
            updated_at=now,
            counts_from=self._today(act.by),
            conversation=act.here.conversation,
            thread=act.here.thread,
            is_direct=act.here.is_direct,
            follows=follows,
        )
        walk = self._named(walk, words(new.subject), act, script[1])
        return replace(walk, at=next_at(walk, script[1], ""))

    def _named(self, walk: Walk, subject: str, act: Act, script: Script) -> Walk:
        question = script.filling(CardField.SUBJECT)
        if not subject or question is None:
            return walk
        said = self.said(walk, subject, act)
        state = EntryState.SAID
        answer = Answer(question=question.id, state=state, at=said.at, by_id=said.by_id, parts=(said,))
        return replace(walk, subject=subject, answers=(answer,))

    def said(self, walk: Walk, text: str, act: Act) -> Said:
        """Words as they are kept: what a coordinator types is the owner's."""
        if is_of_firm(act.by, walk):
            return Said(words=text, by_id=act.by.id, at=self._clock.now())
        return Said(words=text, by_id=walk.owner_id, at=self._clock.now(), typed_by=act.by.id)


def _faulty(new: NewWalk, company: Company | None) -> Refused | None:
    if company is not None and not company.trade and new.trade not in {str(one) for one in Trade}:
        return Refused(message=Message("walk-refused-trade"))
    if len(words(new.subject)) > WORDS_AT_MOST:
        arguments = {"most": WORDS_AT_MOST, "length": len(words(new.subject))}
        return Refused(message=Message("walk-refused-too-long", arguments))
    return None
