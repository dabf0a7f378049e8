"""The composition root of coaching: value walks and value cards, joined with the database and what draws files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, partial

from bot.adapters.japanese import SudachiAnalyser
from bot.bootstrap import Library, make_looks
from bot.bootstrap_listening import make_listener
from bot.bootstrap_meetings import Beside, line_rules, make_planning
from bot.bootstrap_tries import CardTries
from bot.bootstrap_uses import WalkListening, make_offering, make_troubles, make_use_chat
from bot.bootstrap_walks import day_in, left_to_ask, make_walk_chat
from bot.core import actions
from bot.core.coaching.cards.chat.service import CardChat
from bot.core.coaching.cards.models import CardField, Entry, ValueCard
from bot.core.coaching.cards.service import CardService
from bot.core.coaching.walks.anchors import SUBJECT_KIND as WALK_SUBJECT
from bot.core.coaching.walks.models import Walk
from bot.core.coaching.walks.service import WalkService
from bot.core.coaching.walks.shelf import ScriptShelf
from bot.core.coaching.walks.standing import WalkStandings
from bot.core.coaching_desk import Coaching
from bot.core.messages import Locale, OutgoingFile
from bot.core.people import Company
from bot.core.reactions import Redraw
from bot.resources import prompts_folder


def make_card_service(library: Library) -> CardService:
    """The use cases of value cards."""
    database = library.database
    looks = make_looks(library)
    return CardService(store=database.value_cards, directory=database.people, clock=library.clock, looks=looks)


def make_scripts(library: Library) -> ScriptShelf:
    """The script of today, and those that walks began with. Raises DataFileError."""
    return ScriptShelf(_script_text(), store=library.database.walks)


def make_walk_service(library: Library, *, scripts: ScriptShelf | None = None) -> WalkService:
    """The use cases of value walks. Raises DataFileError."""
    database = library.database
    return WalkService(
        clock=library.clock,
        store=database.walks,
        directory=database.people,
        planner=make_planning(library),
        scripts=scripts or make_scripts(library),
        listening=WalkListening(make_listener()),
        cards=_CardsOfWalks(make_card_service(library)),
        trades=database.people,
        day_in=partial(day_in, line_rules(library)),
        looks=make_looks(library),
    )


def walks_beside(library: Library, service: WalkService) -> Beside:
    """What reminders need to speak of walks, and encounters of the card from which they came."""
    standing = WalkStandings(service).standing
    tries = CardTries(service, make_card_service(library), library.database.encounters.change_by_id)
    return Beside(
        standings={WALK_SUBJECT: standing},
        show={WALK_SUBJECT: actions.WALK_SHOW},
        value_card_of=tries.card_of,
        tries=tries,
    )


class _CardsOfWalks:
    """The `CardMaking` of walks: their cards, and the new uses that were ticked on the way."""

    def __init__(self, cards: CardService) -> None:
        self._cards = cards

    def made_of(self, walk: Walk, entries: Mapping[CardField, Entry], *, by_id: str) -> None:
        card = self._cards.made(
            walk_id=walk.id,
            company_id=walk.company_id,
            subject_kind=walk.subject_kind,
            trade=walk.trade,
            entries=entries,
            by_id=by_id,
            confirmed_by=walk.confirmed_by,
        )
        self._cards.offer_uses(card.id, uses=walk.uses)

    def erased(self, walk: Walk, *, by_id: str) -> None:
        self._cards.erased_with_walk(walk_id=walk.id, by_id=by_id)


@cache
def _script_text() -> str:
    return (prompts_folder() / "interviews" / "value_walk.yaml").read_text(encoding="utf-8")


def make_coaching(
    library: Library, *, walks: WalkService, scripts: ScriptShelf, redraw: Redraw = lambda *_: None
) -> Coaching:
    """Join them; `redraw` draws a reminder anew in which a walk's button was pressed. Raises DataFileError."""
    service = make_card_service(library)
    cards = CardChat(
        service=service,
        directory=library.database.people,
        sentences=library.sentences,
        analyser=SudachiAnalyser(),
        deeds=make_offering().reader.deeds,
        troubles=make_troubles(),
        hand_outs=_hand_outs,
        to_ask=partial(left_to_ask, walks, library.database.walks),
    )
    uses = make_use_chat(library, service, cards.card)
    chat = make_walk_chat(library, service=walks, scripts=scripts, cards=cards, kept=service)
    return Coaching(
        walks=chat,
        cards=cards,
        uses=uses.handlers,
        redraw=redraw,
        piece_of_work=library.database.memory.piece_of_work,
    )


def _hand_outs(card: ValueCard, company: Company, locale: Locale) -> Sequence[OutgoingFile]:
    # Imported here: few ask for files, and everything starts without what draws them.
    from bot.adapters.pictures.hand_outs import CardHandOuts

    return CardHandOuts()(card, company, locale)
