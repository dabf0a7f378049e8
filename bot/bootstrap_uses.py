"""The composition root of new uses: fields and challenges as they are shipped, plans that are loaded, shared cards."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from bot.adapters.japanese import SudachiAnalyser, SudachiSpeech
from bot.bootstrap import Library
from bot.core.coaching.cards.models import CardField, Use
from bot.core.coaching.cards.service import CardService
from bot.core.coaching.listening.models import Heard, Sign, SignKind
from bot.core.coaching.troubles import Troubles, load_troubles_file
from bot.core.coaching.uses.asking import function_question
from bot.core.coaching.uses.chat.service import CardOf, UseChat
from bot.core.coaching.uses.fields import known_entries, load_fields_file
from bot.core.coaching.uses.functions_file import load_functions_file
from bot.core.coaching.uses.grammar import FunctionReader
from bot.core.coaching.uses.models import PlanPassage, SharedCard
from bot.core.coaching.uses.offering import Offering, Wanted
from bot.core.coaching.uses.shared import RegionCards
from bot.core.coaching.uses.vocabulary import Vocabulary
from bot.core.coaching.walks.chat.ports import UsesFor
from bot.core.coaching.walks.models import Walk
from bot.core.coaching.walks.ports import Listening
from bot.core.guides.models import GuideDetails
from bot.core.messages import Locale
from bot.core.people import Member, access_reading
from bot.resources import knowledge_folder

_PLAN = "plan"
"""The kind of the guides that are towns' plans."""


@cache
def make_offering() -> Offering:
    """What offers uses. Raises DataFileError."""
    functions, fields = knowledge_folder() / "functions.yaml", knowledge_folder() / "fields.yaml"
    analyser = SudachiSpeech()
    known = load_functions_file(functions.read_text(encoding="utf-8"), path=functions.name)
    reader = FunctionReader(analyser=analyser, vocabulary=Vocabulary(known, analyser))
    listed = load_fields_file(fields.read_text(encoding="utf-8"), path=fields.name)
    troubles = make_troubles()
    return Offering(reader=reader, entries=known_entries(listed, reader, troubles), troubles=troubles)


@cache
def make_troubles() -> Troubles:
    """What reads which troubles are told. Raises DataFileError."""
    path = knowledge_folder() / "troubles.yaml"
    return Troubles(load_troubles_file(path.read_text(encoding="utf-8"), path=path.name), SudachiAnalyser())


def make_use_chat(library: Library, cards: CardService, card_of: CardOf) -> UseChat:
    """The presses of uses; `card_of` draws the card again on which something was ticked."""
    database = library.database
    return UseChat(
        service=cards,
        directory=database.people,
        sentences=library.sentences,
        offering=make_offering(),
        plans=LoadedPlans(library),
        others=RegionCards(store=database.value_cards, directory=database.people),
        card_of=card_of,
    )


def uses_for_walks(library: Library) -> UsesFor:
    """New uses while a walk is held; other firms' cards are among them only where nobody else reads along."""
    offering, sentences, people = make_offering(), library.sentences, library.database.people
    others = RegionCards(store=library.database.value_cards, directory=people)

    def cards(walk: Walk) -> tuple[SharedCard, ...]:
        owner = people.by_id(walk.owner_id) if walk.is_direct and not walk.typist_id else None
        is_theirs = owner is not None and owner.company is not None and owner.company.id == walk.company_id
        return tuple(others.beside(walk.company_id, owner)) if owner is not None and is_theirs else ()

    def found(walk: Walk, function: str, change: str, locale: Locale) -> Sequence[Use]:
        wanted = Wanted(function=function, change=change, trade=walk.trade, cards=cards(walk), decided=walk.uses)
        return offering.offer(wanted, locale=locale, say=lambda message: sentences.say(message, locale=locale))

    return found


class WalkListening:
    """A `Listening` that hears functions by their grammar, and everything else as a listener does."""

    def __init__(self, listener: Listening) -> None:
        self._listener = listener

    def hear(self, text: str, *, field: CardField | None, trade: str, asked: tuple[SignKind, ...]) -> Heard:
        """Listen to an answer; what was to be a function is asked for as one."""
        if field is not CardField.FUNCTION:
            return self._listener.hear(text, field=field, trade=trade, asked=asked)
        question = function_question(text, make_offering().reader)
        if question is None:
            return Heard()
        words = text.splitlines()[-1]
        return Heard((Sign(SignKind.NO_FUNCTION, words),), question, SignKind.NO_FUNCTION)


class LoadedPlans:
    """The `PlanPassages` of the guides that are cited now. A release is read from the database once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._read: dict[tuple[str, int], tuple[PlanPassage, ...]] = {}

    def readable(self, by: Member) -> Sequence[PlanPassage]:
        """Those that somebody may read."""
        releases = [one for one in self._library.cited().values() if one.details.kind == _PLAN]
        today = [one for one in releases if access_reading([by], one.details.audience, is_bundled=one.bundled)]
        return [passage for one in today for passage in self._passages(one.guide_id, one.number, one.details)]

    def _passages(self, guide_id: str, number: int, details: GuideDetails) -> tuple[PlanPassage, ...]:
        edition = details.edition_on.isoformat() if details.edition_is_known else ""
        town = details.region if details.region and details.region not in details.title else ""
        if (guide_id, number) not in self._read:
            shown = self._library.guides.show(guide_id=guide_id, number=number)
            self._read[guide_id, number] = tuple(
                PlanPassage(
                    id=one.id,
                    guide=guide_id,
                    title=f"{town} {details.title}".strip(),
                    heading=one.heading,
                    text=one.text,
                    page=one.page,
                    edition=edition,
                )
                for one in shown.passages
            )
        return self._read[guide_id, number]
