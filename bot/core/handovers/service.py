"""The use cases of handing a question to a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import uuid4

from bot.core.audited import Looks, no_looks
from bot.core.clock import Clock
from bot.core.handovers import to_askers
from bot.core.handovers.composing import Composing
from bot.core.handovers.drafts import Drafts
from bot.core.handovers.home import Home
from bot.core.handovers.models import HandOver, HandOverState, TurnKind
from bot.core.handovers.moves import Moves
from bot.core.handovers.owners import Owners
from bot.core.handovers.ports import Apart, Calendars, HandOverStore, PostedMessages, Together
from bot.core.handovers.pressing import Handler, Pressing
from bot.core.handovers.time_keeping import TimeKeeping
from bot.core.handovers.wording import reader_of
from bot.core.messages import Asked, Locale, Part, Place, Pressed, Reply
from bot.core.owed import Composer
from bot.core.people import Directory, Member


class HandOverService:
    """Opens, moves and closes hand-overs. Every change is compared and set: a second press changes nothing."""

    def __init__(
        self,
        *,
        store: HandOverStore,
        directory: Directory,
        posted: PostedMessages,
        calendars: Calendars,
        clock: Clock,
        together: Together | None = None,
        looks: Looks = no_looks,
    ) -> None:
        together = together or Apart()
        self._store, self._clock = store, clock
        self._owners = Owners(store=store, directory=directory, calendars=calendars, clock=clock, looks=looks)
        self._moves = Moves(store=store, owners=self._owners, clock=clock)
        pressing = Pressing(store=store, owners=self._owners, moves=self._moves, together=together)
        self._drafts = Drafts(
            store=store, owners=self._owners, moves=self._moves, pressing=pressing, posted=posted, clock=clock
        )
        self._time = TimeKeeping(store=store, owners=self._owners, moves=self._moves, clock=clock, rests=together.rests)
        self._home = Home(store=store, owners=self._owners, clock=clock)
        self.handlers: Mapping[str, Handler] = {**pressing.handlers(), **self._drafts.handlers()}
        """What to do for each action of ours but DRAFT_TO_GUIDES, which needs the guides."""
        self.composers: Mapping[str, Composer] = Composing(store=store, owners=self._owners).composers()
        """What to say for each kind of message owed."""

    def open(self, *, question_id: str, text: str, locale: Locale, place: Place, asker: Member) -> HandOver:
        """Store a hand-over with what is owed to the coordinator, or to the admins where there is none.

        The same question again returns the record it has. Raises StorageError: then nothing was handed over.
        """
        new = HandOver(
            id=uuid4().hex,
            question_id=question_id,
            conversation_id=place.key,
            text=text,
            locale=locale,
            created_at=self._clock.now(),
            state=HandOverState.WAITING,
            asker=asker.address,
            conversation=place.conversation,
            thread=place.thread,
            is_direct=place.is_direct,
        )
        return self._moves.open(new, asker)

    def confirmation(self, handover: HandOver, reader: Member) -> Reply:
        """What the asker sees of a stored hand-over: who answers and by when; state `handed_over` while it is open."""
        read_by = reader_of(reader, handover.locale)
        return to_askers.confirmation(handover, owner=self._owners.of(handover), reader=read_by)

    def given_answer(self, question_id: str) -> Reply | None:
        """The coordinator's answer to a question as the asker got it; None while there is none."""
        handover = self._store.by_question(question_id)
        turns = self._store.turns(handover.id) if handover else ()
        given = next((turn for turn in turns if turn.kind == TurnKind.ANSWERED), None)
        if handover is None or given is None:
            return None
        return to_askers.answer(handover, given, owner=self._owners.of(handover))

    def answer_along(self, handover_id: str, text: str) -> bool:
        """Its owner's answer to a question like it answers this one as well; False where it is open no more."""
        handover = self._store.by_id(handover_id)
        owner = self._owners.of(handover) if handover else None
        if handover is None or owner is None or not handover.is_open:
            return False
        return self._moves.answer(handover, owner, text) is not None

    def typed(self, asked: Asked, member: Member) -> Reply | None:
        """What somebody typed under one of our messages, as a draft to be sent by a press; None where it is no
        business of a hand-over, but a question as any other."""
        return self._drafts.typed(asked, member)

    def draft_words(self, pressed: Pressed, member: Member) -> str | None:
        """The words of somebody's own draft, to ask the guides (DRAFT_TO_GUIDES); None where it is gone."""
        return self._drafts.words(pressed, member)

    def drop_draft(self, pressed: Pressed, member: Member) -> None:
        """Forget somebody's own draft."""
        self._drafts.drop(pressed, member)

    def looked_at(self, handover_id: str, by: Member) -> None:
        """Somebody is shown the words of a question elsewhere than in our own replies: it goes into the audit log."""
        handover = self._store.by_id(handover_id)
        if handover is not None:
            self._owners.looked_at(handover, by)

    def due(self) -> int:
        """Remind, ask somebody else, adopt what nobody owns: called at every tick. Returns how many changed."""
        return self._time.due()

    def withdraw_all(self, member: Member) -> int:
        """Withdraw what somebody has open, and erase their words, because they leave. Returns how many were open."""
        mine = [one for one in self._store.by_asker(member.address) if one.is_open] if member.address else []
        withdrawn = sum(self._moves.withdraw(one, member) is not None for one in mine)
        if member.address:
            self._store.forget(member.address)
        return withdrawn

    def home_parts(self, member: Member) -> Sequence[Part]:
        """What stands on somebody's page: a coordinator's questions that wait, an asker's own open ones."""
        return self._home.parts(member)
