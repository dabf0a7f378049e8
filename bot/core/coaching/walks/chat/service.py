"""The chat side of value walks: what is typed, what is pressed, what is owed, what stands on the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.core.clock import Clock
from bot.core.coaching.walks.chat import buttons
from bot.core.coaching.walks.chat.adding import Adding
from bot.core.coaching.walks.chat.afterwards import Afterwards
from bot.core.coaching.walks.chat.answering import Answering
from bot.core.coaching.walks.chat.beginning import Beginning
from bot.core.coaching.walks.chat.colleagues import Colleagues
from bot.core.coaching.walks.chat.doors import Doors, Handler
from bot.core.coaching.walks.chat.drafting import Drafts
from bot.core.coaching.walks.chat.drawing import Drawing
from bot.core.coaching.walks.chat.ending import Ending
from bot.core.coaching.walks.chat.keeping import Keeping
from bot.core.coaching.walks.chat.open_questions import OpenQuestions
from bot.core.coaching.walks.chat.ports import (
    CardOf,
    DayIn,
    Drafting,
    LeftOpen,
    ModelChoices,
    NoModelChoices,
    TryKept,
    UsesFor,
    UsesQuoted,
    no_card,
    no_day,
    no_quotes,
    no_try,
    no_uses,
    nothing_open,
)
from bot.core.coaching.walks.chat.presses import Presses
from bot.core.coaching.walks.chat.resting import Resting
from bot.core.coaching.walks.chat.small_try import SmallTry
from bot.core.coaching.walks.chat.typed import Around, Taken, Typed
from bot.core.coaching.walks.chat.uses import NewUses
from bot.core.coaching.walks.chat.wishes import Wish
from bot.core.coaching.walks.ports import Scripts, WalkStore
from bot.core.coaching.walks.service import WalkService
from bot.core.messages import PAGE, Asked, Headed, Item, Message, Offer, Part, Place
from bot.core.owed import Composer
from bot.core.people import Directory, Member, Role


@dataclass(frozen=True, kw_only=True, slots=True)
class Outside:
    """What the chat side is given by others: cards, new uses, encounters, days in words, and what tells messages
    apart."""

    around: Around
    card_of: CardOf = no_card
    left_open: LeftOpen = nothing_open
    uses: UsesFor = no_uses
    quoted: UsesQuoted = no_quotes
    try_kept: TryKept = no_try
    day_in: DayIn = no_day
    drafting: Drafting | None = None
    """None where no language model is set: then nothing of one appears."""
    models: ModelChoices = field(default_factory=NoModelChoices)


class WalkChat:
    """Every press is idempotent: what is shown comes from the record."""

    def __init__(
        self,
        *,
        service: WalkService,
        store: WalkStore,
        scripts: Scripts,
        directory: Directory,
        clock: Clock,
        outside: Outside,
    ) -> None:
        self._store, self._models = store, outside.models
        doors = Doors(service=service, directory=directory, clock=clock)
        resting, uses = Resting(doors=doors), NewUses(doors=doors, uses=outside.uses, quoted=outside.quoted)
        small_try = SmallTry(doors=doors, try_kept=outside.try_kept)
        drawing = Drawing(doors=doors, resting=resting, uses=uses, card_of=outside.card_of, small_try=small_try)
        self._drafts = Drafts(doors=doors, drafting=outside.drafting, models=outside.models)
        self._words = words = outside.around.words
        answering = Answering(
            doors=doors, drawing=drawing, day_in=outside.day_in, drafts=self._drafts, choices=words.choices
        )
        adding = Adding(doors=doors, drawing=drawing, answering=answering)
        ending = Ending(
            doors=doors,
            drawing=drawing,
            resting=resting,
            answering=answering,
            card_of=outside.card_of,
            small_try=small_try,
        )
        self._beginning = Beginning(doors=doors, drawing=drawing, answering=answering, scripts=scripts)
        colleagues = Colleagues(
            doors=doors, drawing=drawing, resting=resting, answering=answering, walk_by_id=store.by_id
        )
        keeping = Keeping(doors=doors, drawing=drawing, resting=resting, answering=answering, ending=ending)
        opened = OpenQuestions(
            doors=doors,
            drawing=drawing,
            left_open=outside.left_open,
            pause_others=self._beginning.pause_others,
        )
        presses = Presses(doors=doors, drawing=drawing, answering=answering, uses=uses)
        self._typed = Typed(
            doors=doors,
            drawing=drawing,
            answering=answering,
            adding=adding,
            beginning=self._beginning,
            around=outside.around,
        )
        self._afterwards = Afterwards(
            doors=doors, drawing=drawing, answering=answering, adding=adding, typed=self._typed, around=outside.around
        )
        self.handlers: Mapping[str, Handler] = {
            **self._beginning.handlers(),
            **opened.handlers(),
            **presses.handlers(),
            **adding.handlers(),
            **keeping.handlers(),
            **ending.handlers(),
            **colleagues.handlers(),
            **self._drafts.handlers(),
        }
        """What to do for each action."""
        self.composers: Mapping[str, Composer] = colleagues.composers()
        """What to say for each kind of message owed."""

    def typed(self, asked: Asked, member: Member) -> Taken | None:
        """What comes of a message; None where it is no business of a walk."""
        return self._typed.typed(asked, member)

    def otherwise(self, asked: Asked, member: Member) -> Taken | None:
        """What comes of a message that is nobody's business so far: said after the last question of a walk, or to go on
        with one. None where it is a question as any other."""
        return self._afterwards.typed(asked, member)

    def wishes_cards(self, text: str) -> bool:
        """Does a message ask for somebody's own cards, and say nothing else?"""
        return self._words.wishes.wish_of(text) is Wish.CARDS

    def is_held(self, place: Place) -> bool:
        """Is an open walk held in a thread of several people?"""
        return not place.is_direct and bool(place.thread) and self._in_place(place.conversation, place.thread)

    def lets_model(self, place: Place, member: Member) -> bool:
        """May a language model see what somebody asks there? Where a walk is held, only as the firm chose."""
        thread = "" if place.is_direct else place.thread
        if not place.conversation or not self._in_place(place.conversation, thread):
            return True
        return self.allows_model(member)

    def allows_model(self, member: Member) -> bool:
        """Does somebody's firm let a language model see its words?"""
        return member.company is not None and self._models.allows_model(member.company.id)

    def offers(self, member: Member) -> Sequence[Offer]:
        """The way to a walk, for a greeting and for help: for a firm's own people, and whoever looks after firms."""
        is_able = not member.has_left and bool(member.roles & {Role.MEMBER, Role.COORDINATOR})
        return (buttons.intro(),) if is_able else ()

    def _in_place(self, conversation: str, thread: str) -> bool:
        return self._store.in_place(conversation, thread) is not None

    def home_parts(self, member: Member) -> Sequence[Part]:
        """What goes on, and the way to begin."""
        if member.has_left or not (member.roles & {Role.MEMBER, Role.COORDINATOR}):
            return ()
        going = self._beginning.going(member)
        items = [self._beginning.item(one, member) for one in going[:PAGE]]
        start = Item(Message("walk-home-start" if items else "walk-home-none"), (), (buttons.intro(),))
        model = self._drafts.home_parts(member)
        return (Headed(Message("walk-home", {"count": len(going)})), *items, start, *model)
