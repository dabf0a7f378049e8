"""担当の引き継ぎ, in one place: the presses, what is owed, what stands on the page, what time does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from uuid import uuid4

from bot.core import actions
from bot.core.audited import Looks, no_looks
from bot.core.changeovers import forms, owing, views
from bot.core.changeovers.carrying import Carrying
from bot.core.changeovers.giving import Giving
from bot.core.changeovers.models import OPEN, Changeover, State, What
from bot.core.changeovers.moves import Moves
from bot.core.changeovers.ports import (
    Calendars,
    ChangeoverStore,
    HandOverPacks,
    Holdings,
    HoursOf,
    Listed,
    Stands,
)
from bot.core.changeovers.receiving import Receiving
from bot.core.changeovers.rules import firms_of
from bot.core.changeovers.seeing import Seeing, aside
from bot.core.changeovers.standing import Standing
from bot.core.changeovers.summing import Summing
from bot.core.changeovers.taking import Taking
from bot.core.changeovers.time_keeping import TimeKeeping
from bot.core.clock import Clock
from bot.core.messages import PAGE, Headed, Item, Message, Offer, Part, Pressed, Reply, Said
from bot.core.owed import Addressed, Composer, Owed
from bot.core.people import Directory, Member, Role
from bot.core.reactions import Handler

_ANSWERS = (State.ACCEPTED, State.DECLINED, State.LAPSED)
_CHANGES = frozenset(
    {
        actions.CHANGEOVER_ACCEPT,
        actions.CHANGEOVER_SOME_SEND,
        actions.CHANGEOVER_DECLINE_SEND,
        actions.CHANGEOVER_GIVE_BACK,
        actions.CHANGEOVER_WITHDRAW,
    }
)
"""Whatever was said to who was asked says something else afterwards."""


class ChangeoverService:
    """Every call may be made again: it changes nothing a second time."""

    def __init__(
        self,
        *,
        store: ChangeoverStore,
        holdings: Holdings,
        directory: Directory,
        calendars: Calendars,
        hours_of: HoursOf,
        listed: Listed,
        clock: Clock,
        stands: Stands = lambda _: None,
        packs: HandOverPacks | None = None,
        looks: Looks = no_looks,
        new_id: Callable[[], str] = lambda: uuid4().hex,
    ) -> None:
        self._store, self._directory, self._packs = store, directory, packs
        summing = Summing(store=store, holdings=holdings, directory=directory)
        self._seeing = Seeing(summing=summing, holdings=holdings, directory=directory, clock=clock, looks=looks)
        moves = Moves(store=store, directory=directory, clock=clock)
        carrying = Carrying(store=store, holdings=holdings, directory=directory, clock=clock)
        giving = Giving(
            store=store,
            seeing=self._seeing,
            moves=moves,
            directory=directory,
            listed=listed,
            packs=packs,
            clock=clock,
            new_id=new_id,
        )
        receiving = Receiving(
            store=store, seeing=self._seeing, summing=summing, moves=moves, carrying=carrying, directory=directory
        )
        self._time = TimeKeeping(
            store=store,
            moves=moves,
            carrying=carrying,
            directory=directory,
            calendars=calendars,
            hours_of=hours_of,
            clock=clock,
        )
        self.take_over = Taking(store=store, carrying=carrying, directory=directory, clock=clock, new_id=new_id)
        """What was somebody's who has left becomes a coordinator's."""
        standing = Standing(store=store, directory=directory, stands=stands, card=self._seeing.card)
        handlers = {**giving.handlers(), **receiving.handlers(), actions.CHANGEOVER_LIST: self._list}
        self.handlers: Mapping[str, Handler] = {
            action: _in_private(standing.after(one) if action in _CHANGES else one) for action, one in handlers.items()
        }
        """What to do for each action of ours."""
        self.composers: Mapping[str, Composer] = {
            owing.ASKED: self._composed(State.ASKED),
            owing.REMINDER: self._composed(State.ASKED, reminds=True),
            owing.WITHDRAWN: self._composed(State.WITHDRAWN),
            owing.ANSWERED: self._answered,
            owing.MOVED: self._moved,
            owing.RETURNED: self._composed(State.RETURNED),
        }
        """What to say for each kind of message owed."""

    def due(self) -> int:
        """What time does; returns how many changed."""
        return self._time.due()

    def home_parts(self, member: Member) -> Sequence[Part]:
        """What stands on somebody's page while something of theirs waits or is under way; else nothing."""
        if member.has_left:
            return ()
        theirs = [one for one in self._store.in_state(OPEN) if member.id in (one.giver_id, one.receiver_id)]
        if not theirs:
            return ()
        waits = sum(one.receiver_id == member.id and one.state is State.ASKED for one in theirs)
        counted = Message("changeover-home-count", {"waits": waits, "open": len(theirs) - waits})
        show = Offer(actions.CHANGEOVER_LIST, "1", Message("changeover-offer-list"))
        return (Headed(Message("changeover-home")), Item(counted, (), (show,)))

    def year_end_offer(self, member: Member) -> Offer | None:
        """The button that opens it at the end of the fiscal year; None for who looks after no firm."""
        if Role.COORDINATOR not in member.roles or not firms_of(self._directory, member):
            return None
        return Offer(actions.CHANGEOVER_FORM, forms.YEAR, Message("changeover-offer-year"))

    def _list(self, pressed: Pressed, member: Member) -> Reply:
        """All of them; by its id the one that somebody was asked about, alone."""
        one = self._store.by_id(pressed.reference)
        if one is not None and one.receiver_id == member.id and one.state is not State.PREPARED:
            return self._seeing.card(one, member)
        some = self._store.of_person(member.id, limit=PAGE)
        return views.listed([self._seeing.seen(one, member) for one in some])

    def _composed(self, state: State, *, reminds: bool = False) -> Composer:
        """What is said of it while it is in this state; nothing about what has gone on since."""

        def compose(owed: Owed) -> Addressed | None:
            one, reader = self._read(owed)
            if one is None or reader is None or one.state is not state:
                return None
            reply = self._seeing.card(one, reader)
            if reminds:
                again = Said(Message("changeover-again", {"giver": self._seeing.seen(one, reader).giver}))
                reply = Reply(parts=(again, *reply.parts), offers=reply.offers)
            return Addressed(reply=_as_message(reply), locale=reader.locale or "ja")

        return compose

    def _answered(self, owed: Owed) -> Addressed | None:
        """The receiver's answer, to who asked; what was accepted may have moved since."""
        one, reader = self._read(owed)
        state = next((one for one in _ANSWERS if owed.occurrence.startswith(str(one))), None)
        if one is None or reader is None or reader.id == one.receiver_id:
            return None
        has_gone_on = state is State.ACCEPTED and one.state in (State.MOVING, State.MOVED)
        if one.state is not state and not has_gone_on:
            return None
        return Addressed(reply=_as_message(self._seeing.card(one, reader)), locale=reader.locale or "ja")

    def _moved(self, owed: Owed) -> Addressed | None:
        """It is the receiver's, with the pack."""
        one, reader = self._read(owed)
        if one is None or reader is None or one.state is not State.MOVED:
            return None
        giver = self._directory.by_id(one.giver_id)
        has_pack = one.what is What.FIRMS and bool(one.moved)
        files = self._packs(reader, one.moved, of=giver) if self._packs and giver and has_pack else ()
        reply = self._seeing.card(one, reader, files=files)
        return Addressed(reply=_as_message(reply), locale=reader.locale or "ja")

    def _read(self, owed: Owed) -> tuple[Changeover | None, Member | None]:
        return self._store.by_id(owed.subject_id), self._directory.by_address(owed.person)


def _as_message(reply: Reply) -> Reply:
    return Reply(parts=reply.parts, offers=reply.offers, files=reply.files)


def _in_private(handler: Handler) -> Handler:
    def press(pressed: Pressed, member: Member) -> Reply:
        if member.has_left or not (pressed.place.is_direct or not pressed.place.conversation):
            return aside("changeover-not-here")
        return handler(pressed, member)

    return press
