"""The composition root of coaching: value walks and value cards, joined with the database and what draws files."""

from __future__ import annotations

from collections.abc import Sequence

from bot.adapters.japanese import SudachiAnalyser
from bot.bootstrap import Library
from bot.core.coaching.cards.chat.service import CardChat
from bot.core.coaching.cards.models import ValueCard
from bot.core.coaching.cards.service import CardService
from bot.core.coaching_desk import Coaching
from bot.core.messages import Locale, OutgoingFile
from bot.core.people import Company


def make_card_service(library: Library) -> CardService:
    """The use cases of value cards."""
    database = library.database
    return CardService(store=database.value_cards, directory=database.people, clock=library.clock)


def make_coaching(library: Library) -> Coaching:
    """Join them. Nothing here needs the indexes."""
    cards = CardChat(
        service=make_card_service(library),
        directory=library.database.people,
        sentences=library.sentences,
        analyser=SudachiAnalyser(),
        hand_outs=_hand_outs,
    )
    return Coaching(cards=cards, piece_of_work=library.database.memory.piece_of_work)


def _hand_outs(card: ValueCard, company: Company, locale: Locale) -> Sequence[OutgoingFile]:
    # Imported here: few ask for files, and everything starts without what draws them.
    from bot.adapters.pictures.hand_outs import CardHandOuts

    return CardHandOuts()(card, company, locale)
