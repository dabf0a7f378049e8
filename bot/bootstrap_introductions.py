"""The composition root of introductions: joined with value cards, encounters and what compares words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from bot.adapters.japanese import SudachiAnalyser, SudachiNames
from bot.bootstrap import Library, make_looks
from bot.bootstrap_uses import make_offering, make_troubles
from bot.core.audited import Looked, Looks
from bot.core.coaching.cards.models import CardField, ValueCard
from bot.core.coaching.cards.visibility import visible
from bot.core.coaching.cards.wording import fact
from bot.core.coaching.trades import Trade, trade_of
from bot.core.coaching.uses.needs import NeedReader
from bot.core.digests.ports import Introduction, IntroductionsOf
from bot.core.introductions.desk import Desk
from bot.core.introductions.looking import Looking
from bot.core.introductions.models import Common, Place, Source, Told
from bot.core.introductions.models import Introduction as Record
from bot.core.introductions.models import Part as Side
from bot.core.introductions.moves import Moves
from bot.core.introductions.ports import TradeName
from bot.core.introductions.service import IntroductionService
from bot.core.introductions.sounding import Drafting
from bot.core.introductions.telltales import Telltales, load_telltales_file
from bot.core.japanese import WordKind, is_japanese_character
from bot.core.meetings.given import NewEncounter
from bot.core.meetings.service import MeetingService
from bot.core.messages import Locale, Message, Part
from bot.core.nudges.slots import hours_of
from bot.core.people import Company, Member, Sharing, access_company
from bot.resources import knowledge_folder

_OFFERED = (CardField.FUNCTION, CardField.SUBJECT, CardField.WHO, CardField.LADDER, CardField.CHANGE)
"""Where a card says what its firm can do, and whose trouble that lessens."""
_NEEDED = (CardField.CHALLENGE, CardField.ELSEWHERE, CardField.TODAY, CardField.COST)
"""Where it says what is wanted, how things are done today, and what that costs."""
_SHOWN = (CardField.SUBJECT, CardField.FUNCTION, CardField.WHO, CardField.CHANGE)
_PROPER, _NOUN = "固有名詞", "普通名詞"
_NAMED: Mapping[str, str] = {"人名": "person", "地名": "place"}
_SHORTEST = 2


def make_introductions(library: Library, service: MeetingService) -> IntroductionService:
    """Join them. Raises DataFileError."""
    database, looks = library.database, make_looks(library)
    words = CardsAndIssues(library)
    looking = Looking(
        store=database.introductions,
        directory=database.people,
        words=words,
        new_matching=NeedMatching,
        clock=library.clock,
    )

    def stands(one: Record) -> bool:
        return made.stands(one)

    moves = Moves(store=database.introductions, directory=database.people, clock=library.clock, stands=stands)
    desk = Desk(
        store=database.introductions,
        directory=database.people,
        looking=looking,
        moves=moves,
        words=words,
        drafting=Drafting(lambda id, locale: make_troubles().name(id, locale), _trade_names(library)),
        telltales=make_telltales(),
        telling_words=telling_words,
        sentences=library.sentences,
        looks=looks,
        clock=library.clock,
    )
    made = IntroductionService(
        desk,
        calendars=library.calendars,
        hours_of=hours_of,
        shared_parts=SharedCards(library, looks),
        proposes=_Proposing(library, service),
    )
    return made


def introductions_of(service: IntroductionService) -> IntroductionsOf:
    """What digests tell of them."""

    def found(member: Member, companies: Sequence[Company]) -> Sequence[Introduction]:
        return [
            Introduction(id=one.introduction.id, company_id=one.own_side.company_id, found_on=one.introduction.found_on)
            for one in service.worth_making(member, companies)
        ]

    return found


class CardsAndIssues:
    """The `FirmWords` of value cards, as far as each reaches, and of encounters' issues where the firm shares words."""

    def __init__(self, library: Library) -> None:
        self._database = library.database

    def offers(self, viewer: Member, companies: Sequence[Company]) -> Sequence[Told]:
        """What their cards say that they can do."""
        return list(self._of_cards(viewer, companies, _OFFERED))

    def needs(self, viewer: Member, companies: Sequence[Company]) -> Sequence[Told]:
        """What they need."""
        open_to = [one.id for one in companies if access_company(viewer, one) is Sharing.WORDS]
        issues = [
            Told(
                company_id=one.company_id,
                place=Place(source=Source.ENCOUNTER, id=one.encounter_id, field=one.id),
                text=one.text,
            )
            for one in self._database.introduction_readings.open_issues(open_to)
        ]
        return [*issues, *self._of_cards(viewer, companies, _NEEDED)]

    def stamp(self) -> str:
        """Another one whenever anything of that may have changed."""
        return self._database.introduction_readings.stamp()

    def _of_cards(self, viewer: Member, companies: Sequence[Company], wanted: Sequence[CardField]) -> Iterator[Told]:
        firms = {one.id: one for one in companies}
        for whole in self._cards(firms):
            card = visible(whole, viewer, firms[whole.company_id])
            # What nobody of the firm has confirmed is nobody's word yet.
            for name in wanted if card is not None and whole.confirmed_by else ():
                entry = card.entry(name) if card else None
                if entry is not None and entry.is_said and entry.words.strip():
                    place = Place(source=Source.CARD, id=whole.id, field=str(name))
                    yield Told(company_id=whole.company_id, place=place, text=entry.words)

    def _cards(self, firms: Collection[str]) -> list[ValueCard]:
        few = 10
        cards = self._database.value_cards
        if len(firms) <= few:
            return [card for id in firms for card in cards.of_company(id)]
        return [card for card in cards.shared() if card.company_id in firms]


class NeedMatching:
    """The `Matching` by functions and troubles, as new uses are found."""

    def __init__(self) -> None:
        self._reader = NeedReader(reader=make_offering().reader, troubles=make_troubles())
        self._words: dict[str, frozenset[str]] = {}

    def common(self, offer: str, need: str) -> Common | None:
        """What both have in common."""
        found = self._reader.in_both(offer, need)
        if found is None:
            return None
        return Common(score=found.score, offer_quote=found.mine, need_quote=found.theirs, troubles=found.troubles)

    def words(self, text: str) -> Collection[str]:
        """Its telling words: what they are built of counts, however they are inflected."""
        if text not in self._words:
            found = (one for one in _analyser().words(text) if one.is_telling and one.kind != WordKind.FUNCTION)
            self._words[text] = frozenset(one.form for one in found)
        return self._words[text]


class SharedCards:
    """The `SharedParts` of value cards: what everybody in the region may see. Each look is kept in the audit log."""

    def __init__(self, library: Library, looks: Looks) -> None:
        self._database, self._looks = library.database, looks

    def __call__(self, viewer: Member, card_id: str) -> Sequence[Part]:
        """The parts, nothing where nothing is shared with them."""
        whole = self._database.value_cards.by_id(card_id)
        company = self._database.people.company(whole.company_id) if whole else None
        card = visible(whole, viewer, company) if whole and company else None
        if card is None:
            return ()
        self._looks(viewer, action=Looked.SEEN, kind=str(Source.CARD), id=card.id, company_id=card.company_id)
        return [fact(card, name) for name in _SHOWN if card.entry(name).is_said]


class _Proposing:
    """The `Proposes` by encounters that a coordinator writes for somebody, who confirms them."""

    def __init__(self, library: Library, service: MeetingService) -> None:
        self._library, self._service = library, service

    def __call__(self, one: Record, part: Side, coordinator: Member, person: Member, other: Member) -> None:
        """With the other firm, of which both have just heard; a goal is there to be put right, so that the first
        meeting does not end with an exchange of cards."""
        firm = other.company.name if other.company else ""
        locale: Locale = person.locale or "ja"

        def say(key: Message) -> str:
            return self._library.sentences.say(key, locale=locale)

        trouble = make_troubles().name(one.troubles[0], locale) if one.troubles else ""
        goal = Message("introduction-goal", {"trouble": trouble}) if trouble else Message("introduction-goal-plain")
        new = NewEncounter(
            id=f"introduced-{one.side(part).ask_id}",
            partner=firm,
            contact=other.name,
            topic=say(Message("introduction-topic")),
            goal=say(goal),
            question=say(Message(f"introduction-question-{part}")),
        )
        self._service.write_for(new, by=coordinator, member=person)


def _trade_names(library: Library) -> TradeName:
    def name(value: str, locale: Locale) -> str:
        trade = trade_of(value)
        if trade is Trade.OTHER:
            return ""
        return library.sentences.say(Message(f"introduction-trade-{trade}"), locale=locale)

    return name


@cache
def _names() -> SudachiNames:
    return SudachiNames()


@cache
def _analyser() -> SudachiAnalyser:
    return SudachiAnalyser()


def names_and_nouns(text: str) -> tuple[Sequence[tuple[str, str]], Sequence[str]]:
    """The Japanese names in a text, each with what it names, and its Japanese nouns."""
    names, nouns = list[tuple[str, str]](), list[str]()
    for one in _names().morphemes(text):
        kind = one.part_of_speech
        if not any(map(is_japanese_character, one.surface)):
            continue
        if _PROPER in kind:
            names.append((_NAMED.get(kind[2], "name"), one.surface))
        elif _NOUN in kind:
            nouns.append(one.surface)
    return names, nouns


@cache
def make_telltales() -> Telltales:
    """By what somebody is known. Raises DataFileError."""
    path = knowledge_folder() / "telltales.yaml"
    return Telltales(load_telltales_file(path.read_text(encoding="utf-8"), path=path.name), names_and_nouns)


def telling_words(text: str) -> Collection[str]:
    """The nouns of a text that tell something."""
    found = (one for one in _analyser().words(text) if one.is_telling and one.kind == WordKind.NOUN)
    return {one.surface for one in found if len(one.surface) >= _SHORTEST}
