"""What somebody typed under one of our messages: shown to them again, and sent only by a press."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID, uuid5

from bot.core import actions
from bot.core.clock import Clock
from bot.core.handovers import owing, to_askers
from bot.core.handovers.models import HandOver, HandOverState, Turn, TurnKind
from bot.core.handovers.moves import Moves
from bot.core.handovers.owners import Owners
from bot.core.handovers.ports import HandOverStore, PostedMessages
from bot.core.handovers.pressing import Handler, Pressing
from bot.core.handovers.wording import asked_by, name_of, reader_of, said, said_aside
from bot.core.messages import Asked, Message, Offer, Place, Pressed, Quoted, Reply, Said
from bot.core.people import Member

_NAMESPACE = UUID("0f0c3f0a-54b7-5c3e-8a55-3a1b8f1f7a42")


class Drafts:
    """Drafts of coordinators and of askers."""

    def __init__(
        self,
        *,
        store: HandOverStore,
        owners: Owners,
        moves: Moves,
        pressing: Pressing,
        posted: PostedMessages,
        clock: Clock,
    ) -> None:
        self._store, self._owners, self._moves, self._pressing = store, owners, moves, pressing
        self._posted, self._clock = posted, clock

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        return {
            actions.DRAFT_SEND: self._send,
            actions.DRAFT_ASK_BACK: self._ask_back,
            actions.DRAFT_TO_COORDINATOR: self._to_coordinator,
            actions.DRAFT_DROP: self.drop,
        }

    def typed(self, asked: Asked, member: Member) -> Reply | None:
        """Keep it as a draft and show it; None where it is a question as any other."""
        owed = self._owed(asked.place)
        if owed is not None and owed[0] in owing.TO_OWNER:
            return self._by_coordinator(asked, member, self._store.by_id(owed[1]))
        handover = self._asked_back(asked, owed[1] if owed else "")
        return self._by_asker(asked, handover) if handover else None

    def words(self, pressed: Pressed, member: Member) -> str | None:
        """What the presser's own draft says; None where it is gone, or somebody else's."""
        draft, _ = self._mine(pressed, member)
        return draft.text if draft else None

    def drop(self, pressed: Pressed, member: Member) -> Reply:
        """Take a draft back."""
        draft, refused = self._mine(pressed, member)
        if draft is None or not self._store.drop_draft(draft.id):
            return refused
        return said(Message("handover-draft-dropped"))

    def _owed(self, place: Place) -> tuple[str, str] | None:
        """The kind and the hand-over of our message that the thread hangs on."""
        posted = self._posted.by_message(place.conversation, place.thread) if place.thread else None
        return (posted.owed.kind, posted.owed.subject_id) if posted else None

    def _by_coordinator(self, asked: Asked, member: Member, handover: HandOver | None) -> Reply:
        refused = self._pressing.standing(handover, member)
        is_added = handover is not None and self._is_added_by(handover, member)
        if handover is None or (refused and not is_added):
            return refused or said(Message("handover-not-found"))
        draft = self._keep(asked, handover)
        self._owners.looked_at(handover, member)
        drop = Offer(actions.DRAFT_DROP, draft.id, Message("handover-draft-drop"))
        asker = self._owners.asker(handover)
        if is_added:
            first = Said(Message("handover-draft-added"))
            send = Offer(actions.DRAFT_SEND, draft.id, Message("handover-draft-add"), is_main=True)
            return Reply(parts=(first, *asked_by(handover, asker), Quoted(draft.text)), offers=(send, drop))
        send = Offer(actions.DRAFT_SEND, draft.id, Message("handover-draft-send"), is_main=True)
        back = Offer(actions.DRAFT_ASK_BACK, draft.id, Message("handover-draft-ask-back"))
        parts = (Said(Message("handover-draft")), *asked_by(handover, asker), Quoted(draft.text))
        parts = (*parts, *self._pressing.also(handover))
        return Reply(parts=parts, offers=(send, back, drop) if handover.can_be_told else (send, drop))

    def _by_asker(self, asked: Asked, handover: HandOver) -> Reply:
        draft = self._keep(asked, handover)
        name = name_of(self._owners.of(handover))
        return Reply(
            parts=(Said(Message("handover-draft-to-coordinator", {"name": name})), Quoted(draft.text)),
            offers=(
                Offer(
                    actions.DRAFT_TO_COORDINATOR,
                    draft.id,
                    Message("handover-draft-choose-coordinator"),
                    is_main=True,
                ),
                Offer(actions.DRAFT_TO_GUIDES, draft.id, Message("handover-draft-choose-guides")),
                Offer(actions.DRAFT_DROP, draft.id, Message("handover-draft-drop")),
            ),
        )

    def _asked_back(self, asked: Asked, handover_id: str) -> HandOver | None:
        """The hand-over of this person here whose last word was a question back to them."""
        place = asked.place
        there = self._store.in_place(place.conversation, place.thread) if place.thread else ()
        meant = self._store.by_id(handover_id) if handover_id else None
        candidates = [*([meant] if meant else ()), *there]
        return next((one for one in candidates if one.asker == asked.address and self._waits_for_asker(one)), None)

    def _waits_for_asker(self, handover: HandOver) -> bool:
        talk = (TurnKind.ASKED_BACK, TurnKind.REPLIED)
        last = next((turn for turn in reversed(self._store.turns(handover.id)) if turn.kind in talk), None)
        return handover.is_open and last is not None and last.kind == TurnKind.ASKED_BACK

    def _is_added_by(self, handover: HandOver, member: Member) -> bool:
        is_answered = handover.state == HandOverState.ANSWERED and handover.can_be_told
        return is_answered and handover.owner_id == member.id

    def _keep(self, asked: Asked, handover: HandOver) -> Turn:
        """The same message said twice by the platform is one draft."""
        draft = Turn(
            id=uuid5(_NAMESPACE, f"{handover.id} {asked.id}").hex,
            handover_id=handover.id,
            kind=TurnKind.DRAFT,
            by_address=asked.address,
            text=asked.text.strip(),
            happened_at=self._clock.now(),
        )
        self._store.keep_draft(draft)
        return draft

    def _send(self, pressed: Pressed, member: Member) -> Reply:
        draft, refused = self._mine(pressed, member)
        handover = self._store.by_id(draft.handover_id) if draft else None
        if draft is None or handover is None:
            return refused
        if self._is_added_by(handover, member):
            is_done = self._moves.add(handover, member, draft.text, draft.id)
            if not is_done:
                return said(Message("handover-changed-meanwhile"))
            return Reply(parts=(Said(Message("handover-added-sent")), Quoted(draft.text)))
        standing = self._pressing.standing(handover, member)
        return _aside(standing) or self._pressing.send_answer(handover, member, draft.text, draft.id)

    def _ask_back(self, pressed: Pressed, member: Member) -> Reply:
        draft, refused = self._mine(pressed, member)
        handover = self._store.by_id(draft.handover_id) if draft else None
        if draft is None or handover is None:
            return refused
        standing = self._pressing.standing(handover, member)
        return _aside(standing) or self._pressing.send_ask_back(handover, member, draft.text, draft.id)

    def _to_coordinator(self, pressed: Pressed, member: Member) -> Reply:
        draft, refused = self._mine(pressed, member)
        handover = self._store.by_id(draft.handover_id) if draft else None
        if draft is None or handover is None:
            return refused
        is_sent = handover.is_open and self._moves.reply(handover, member, draft.text, draft.id) is not None
        owner = self._owners.of(handover)
        if not is_sent or owner is None:
            now = self._store.by_id(handover.id) or handover
            return to_askers.confirmation(now, owner=owner, reader=reader_of(member, now.locale))
        name = name_of(owner)
        return Reply(parts=(Said(Message("handover-reply-sent", {"name": name})), Quoted(draft.text)))

    def _mine(self, pressed: Pressed, member: Member) -> tuple[Turn | None, Reply]:
        """The draft, if it still is one and the presser's; and what to say if not."""
        turn = self._store.turn(pressed.reference)
        if turn is None or turn.kind == TurnKind.DROPPED:
            return None, said(Message("handover-draft-gone"))
        if turn.by_address != member.address:
            return None, said_aside(Message("handover-draft-not-yours"))
        if turn.kind != TurnKind.DRAFT:
            return None, said_aside(Message("handover-draft-used"))
        return turn, said(Message("handover-draft-gone"))


def _aside(standing: Reply | None) -> Reply | None:
    """Why it was not sent, for whoever pressed: after a second press the message still shows what the first sent."""
    return replace(standing, is_aside=True) if standing else None
