"""What a press does: forms, sending, passing on, taking back. A second press says how things stand and does nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from bot.core import actions
from bot.core.handovers import forms, to_askers
from bot.core.handovers.models import HandOver, HandOverState, TurnKind
from bot.core.handovers.moves import Moves
from bot.core.handovers.owners import Owners
from bot.core.handovers.ports import HandOverStore, Together
from bot.core.handovers.wording import asked_by, name_of, question_of, reader_of, said, said_aside
from bot.core.messages import Headed, Message, Offer, Part, Pressed, Quoted, Reply, Said
from bot.core.people import Member, access_answering, access_assigning

Handler: TypeAlias = Callable[[Pressed, Member], Reply]
_OfOwner: TypeAlias = Callable[[Pressed, Member, HandOver], Reply]


class Pressing:
    """Handlers of the buttons and forms of coordinators, and of the asker's way back."""

    def __init__(self, *, store: HandOverStore, owners: Owners, moves: Moves, together: Together) -> None:
        self._store, self._owners, self._moves, self._together = store, owners, moves, together

    def also(self, handover: HandOver) -> Sequence[Part]:
        """Who answers must know that others read it as well."""
        count = self._together.others(handover.id)
        return (Said(Message("alike-goes-also", {"count": count})),) if count else ()

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        return {
            actions.ANSWER_FORM: self._owners_only(self._answer_form),
            actions.ANSWER_SEND: self._owners_only(self._answer_send),
            actions.ASK_BACK_FORM: self._owners_only(self._ask_back_form),
            actions.ASK_BACK_SEND: self._owners_only(self._ask_back_send),
            actions.REFER_FORM: self._refer_form,
            actions.REFER_SEND: self._refer_send,
            actions.WITHDRAW: self._withdraw,
        }

    def standing(self, handover: HandOver | None, member: Member) -> Reply | None:
        """Why this person cannot answer it now, kindly; None where they can."""
        if handover is None:
            return said(Message("handover-not-found"))
        if not access_answering(member):
            return said(Message("handover-coordinators-only"))
        owner = self._owners.of(handover)
        if handover.state == HandOverState.WITHDRAWN:
            return said(Message("handover-withdrawn-already"))
        if handover.state == HandOverState.ANSWERED:
            return said(self._answered_already(handover, member))
        if owner is None:
            return said(Message("handover-not-assigned"))
        return None if owner.id == member.id else said(Message("handover-not-yours", {"name": name_of(owner)}))

    def send_answer(self, handover: HandOver, owner: Member, text: str, draft: str = "") -> Reply:
        """Answer, and say so from the record."""
        if self._moves.answer(handover, owner, text, draft) is None:
            return self._overtaken(handover, owner)
        key = "handover-sent" if handover.can_be_told else "handover-sent-nowhere"
        sent = _sent(Message(key), handover, Message("handover-label-answered"), text)
        add = Offer(actions.ENTRY_FORM, handover.id, Message("entry-offer-add"))
        return replace(sent, parts=(*sent.parts, Said(Message("entry-offer-add-why"))), offers=(add,))

    def send_ask_back(self, handover: HandOver, owner: Member, text: str, draft: str = "") -> Reply:
        """Ask back, and say so from the record."""
        if not handover.can_be_told:
            return said(Message("handover-asked-back-nowhere"))
        if self._moves.ask_back(handover, owner, text, draft) is None:
            return self._overtaken(handover, owner)
        return _sent(Message("handover-asked-back-sent"), handover, Message("handover-label-to-confirm"), text)

    def _owners_only(self, do: _OfOwner) -> Handler:
        def handle(pressed: Pressed, member: Member) -> Reply:
            handover = self._store.by_id(pressed.reference)
            refused = self.standing(handover, member)
            if refused or handover is None:
                return refused or said(Message("handover-not-found"))
            self._owners.looked_at(handover, member)
            return do(pressed, member, handover)

        return handle

    def _answer_form(self, pressed: Pressed, member: Member, handover: HandOver, is_empty: bool = False) -> Reply:
        asker, turns = self._owners.asker(handover), self._store.turns(handover.id)
        form = forms.answer_form(handover, asker=asker, turns=turns, is_empty=is_empty)
        return replace(form, parts=(*self.also(handover), *form.parts))

    def _answer_send(self, pressed: Pressed, member: Member, handover: HandOver) -> Reply:
        text = pressed.values.get(forms.TEXT, "").strip()
        return self.send_answer(handover, member, text) if text else self._answer_form(pressed, member, handover, True)

    def _ask_back_form(self, pressed: Pressed, member: Member, handover: HandOver, is_empty: bool = False) -> Reply:
        if not handover.can_be_told:
            return said(Message("handover-asked-back-nowhere"))
        asker, turns = self._owners.asker(handover), self._store.turns(handover.id)
        return forms.ask_back_form(handover, asker=asker, turns=turns, is_empty=is_empty)

    def _ask_back_send(self, pressed: Pressed, member: Member, handover: HandOver) -> Reply:
        text = pressed.values.get(forms.TEXT, "").strip()
        if not text:
            return self._ask_back_form(pressed, member, handover, True)
        return self.send_ask_back(handover, member, text)

    def _refer_form(self, pressed: Pressed, member: Member) -> Reply:
        handover = self._store.by_id(pressed.reference)
        refused = self._may_refer(handover, member)
        if refused or handover is None:
            return refused or said(Message("handover-not-found"))
        return forms.refer_form(handover, about=self._about(handover, member), others=self._others(handover))

    def _refer_send(self, pressed: Pressed, member: Member) -> Reply:
        handover = self._store.by_id(pressed.reference)
        refused = self._may_refer(handover, member)
        if refused or handover is None:
            return refused or said(Message("handover-not-found"))
        to = next((one for one in self._others(handover) if one.id == pressed.values.get(forms.TO)), None)
        if to is None:
            return self._refer_form(pressed, member)
        after = self._moves.pass_on(handover, member, to, pressed.values.get(forms.NOTE, "").strip())
        if after is None or after.reply_by is None:
            return self._overtaken(handover, member)
        when = reader_of(member).when(after.reply_by)
        done = Said(Message("handover-referred", {"name": name_of(to), "when": when}))
        return Reply(parts=(done, *self._about(handover, member)))

    def _withdraw(self, pressed: Pressed, member: Member) -> Reply:
        handover = self._store.by_id(pressed.reference)
        if handover is None:
            return said(Message("handover-not-found"))
        if not handover.asker or handover.asker != member.address:
            return said_aside(Message("handover-only-the-asker"))
        if handover.is_open and self._moves.withdraw(handover, member):
            return said(Message("handover-withdrawn"))
        now = self._store.by_id(handover.id) or handover
        if now.state == HandOverState.WITHDRAWN:
            return said(Message("handover-withdrawn"))
        return to_askers.confirmation(now, owner=self._owners.of(now), reader=reader_of(member, now.locale))

    def _may_refer(self, handover: HandOver | None, member: Member) -> Reply | None:
        """The owner may, and an admin where nobody answers."""
        is_stuck = handover is not None and handover.state == HandOverState.WAITING and handover.reply_by is None
        return None if is_stuck and access_assigning(member) else self.standing(handover, member)

    def _about(self, handover: HandOver, member: Member) -> Sequence[Part]:
        """What the question is, for its owner; an admin chooses without reading it."""
        if handover.owner_id != member.id:
            return ()
        self._owners.looked_at(handover, member)
        return (*asked_by(handover, self._owners.asker(handover)), *question_of(handover))

    def _others(self, handover: HandOver) -> Sequence[Member]:
        able = self._owners.able(self._owners.asker(handover))
        return [one for one in able if one.id != handover.owner_id]

    def _overtaken(self, handover: HandOver, member: Member) -> Reply:
        """Somebody was quicker, or the same press: say how things stand now; what the other has shown stays."""
        now = self._store.by_id(handover.id)
        standing = self.standing(now, member) or said(Message("handover-changed-meanwhile"))
        return replace(standing, is_aside=True)

    def _answered_already(self, handover: HandOver, member: Member) -> Message:
        turns = self._store.turns(handover.id)
        answer = next((turn for turn in reversed(turns) if turn.kind == TurnKind.ANSWERED), None)
        by = self._owners.by_address(answer.by_address) if answer else self._owners.of(handover)
        if by is not None and by.id == member.id:
            return Message("handover-answered-by-you")
        return Message("handover-answered-already", {"name": name_of(by)})


def _sent(said_first: Message, handover: HandOver, label: Message, text: str) -> Reply:
    """What was sent, beside the question: the reply takes the place of the notice that had it."""
    return Reply(parts=(Said(said_first), *question_of(handover), Headed(label), Quoted(text)))
