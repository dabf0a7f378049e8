"""The composition root of what guides did not answer: joined with the database, the guides, and words by rule."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial

import structlog

from bot.adapters.storage.database import Database
from bot.bootstrap import Library, beyond_topics, load_glossary, make_analyser, make_looks
from bot.core.alike.likeness import alike_among
from bot.core.answering.glossary import load_glossary_file
from bot.core.answering.terms import QuestionTerms, terms_of
from bot.core.digests.unanswered.models import Known, Term, Unanswered
from bot.core.digests.unanswered.service import UnansweredService
from bot.core.entries.freeing import firm_names, freed, person_names
from bot.core.japanese import find_original, normalise
from bot.core.messages import Locale
from bot.core.nudges.slots import hours_of
from bot.core.owed import Owed
from bot.resources import knowledge_folder

_COMPARED = 1_000
"""So many questions of a week are compared with one another; what comes later is put under headings by its terms."""
_OF_TOPIC = 12.0
"""What a topic weighs that the answer was declined for: more than any term."""


def make_unanswered(library: Library) -> UnansweredService:
    """Join it. Raises DataFileError."""
    database = library.database
    return UnansweredService(
        digests=database.digests,
        store=database.unanswered,
        readings=database.unanswered_readings,
        language=RuledLanguage(database),
        directory=database.people,
        calendars=library.calendars,
        hours_of=hours_of,
        stands=partial(_stands, database),
        clock=library.clock,
        log=structlog.get_logger("bot.core.digests.unanswered"),
        looks=make_looks(library),
        piece_of_work=database.memory.piece_of_work,
    )


class RuledLanguage:
    """The `Language` of unanswered questions: the glossary, headings of guides, characters; no model, no network."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._outline: tuple[int, str, int] = (-1, "", 0)
        self._terms: tuple[int, dict[tuple[str, str], tuple[Term, ...]]] = (-1, {})

    def terms(self, questions: Sequence[Unanswered]) -> Mapping[str, Sequence[Term]]:
        """The terms in each question, by its id."""
        outline, size = self._headings()

        @cache
        def weight(written: str) -> float:
            return round(math.log(1 + size / (1 + outline.count(normalise(written)))), 3)

        before = self._terms[1] if self._terms[0] == self._outline[0] else {}
        # What was read before, and no question of another week.
        asked = {(one.text, one.topic): one for one in questions}
        known = {key: before.get(key) or tuple(_terms(one, outline, weight)) for key, one in asked.items()}
        self._terms = self._outline[0], known
        return {one.id: known[one.text, one.topic] for one in questions}

    def alike(self, texts: Sequence[str]) -> Sequence[tuple[int, int]]:
        """Which of these are alike, by their places: those that are compared with one another."""
        return _alike(tuple(texts[:_COMPARED]))

    def naming(self) -> Callable[[str], bool]:
        """Does a text name a firm or a person that we know?"""
        names = {name.casefold() for name in self._names()}

        def is_named(text: str) -> bool:
            folded = text.casefold()
            return any(name in folded for name in names)

        return is_named

    def freed(self, question: Unanswered) -> str:
        """A question without the names of people and firms, addresses and numbers."""
        text = question.text.casefold()
        names = [name for name in self._names() if name.casefold() in text]
        return freed(question.text, names=names, families=[one for one in self._families() if one in question.text])

    def _names(self) -> Iterator[str]:
        people = self._database.people
        for company in people.companies():
            yield from firm_names(company.name)
        for member in people.people():
            yield from person_names(member.name)

    def _families(self) -> set[str]:
        parts = (one.name.replace("\u3000", " ").split() for one in self._database.people.people())
        return {some[0] for some in parts if some}

    def _headings(self) -> tuple[str, int]:
        """Every title and heading of the guides that are cited now, and how many; without coordinators' answers, whose
        titles are questions."""
        revision = self._database.corpus_revision()
        if self._outline[0] != revision:
            releases = self._database.current_releases()
            titles = {id: one.details.title for id, one in releases.items() if not one.details.is_coordinators}
            found = dict.fromkeys(titles.values())
            for passage in self._database.current_passages():
                if passage.guide_id in titles:
                    found |= dict.fromkeys(passage.heading_path)
            self._outline = revision, "\n".join(normalise(one) for one in found), len(found)
        return self._outline[1:]


@lru_cache(maxsize=4)
def _alike(texts: tuple[str, ...]) -> Sequence[tuple[int, int]]:
    """A week's questions are the same with every press, until one is answered."""
    return alike_among(texts)


def _terms(question: Unanswered, outline: str, weight: Callable[[str], float]) -> Iterator[Term]:
    """The topic beyond the guides that it was found to be about, terms of the glossary, other things it names."""
    topic = beyond_topics().get(question.topic)
    if topic is not None:
        both: dict[Locale, str] = {"ja": topic.ja, "en": topic.en}
        yield Term(key=f"topic:{topic.id}", known=Known.TOPIC, weight=_OF_TOPIC, names=both)
    found = _read(question.text)
    for one in found.known:
        names: dict[Locale, str] = {"ja": one, "en": _english().get(one, one)}
        yield Term(key=f"term:{one}", known=Known.FIELD, weight=weight(one), names=names)
    for one in found.named:
        known = Known.OUTLINE if one in outline else Known.ASKED
        # As it was written, not as it is compared.
        span = find_original(question.text, one)
        written = question.text[slice(*span)] if span else one
        yield Term(key=f"word:{one}", known=known, weight=weight(one), names={"ja": written})


@lru_cache(maxsize=2_000)
def _read(text: str) -> QuestionTerms:
    """A report is drawn with every press; what a question says stays the same."""
    analyser = make_analyser()
    return terms_of(text, analyser=analyser, glossary=load_glossary(analyser))


@cache
def _english() -> Mapping[str, str]:
    """How the glossary says its terms in English."""
    path = knowledge_folder() / "glossary.yaml"
    file = load_glossary_file(path.read_text(encoding="utf-8"), path="knowledge/glossary.yaml")
    return {one.term: one.english[0] for one in file.terms if one.english}


def _stands(database: Database, owed: Owed) -> tuple[str, str] | None:
    """Where something owed stands in the chat; None where it was not sent."""
    sent = database.deliveries.by_id(owed.delivery_id(database.digests.workspace_id))
    if sent is None or not sent.sent_conversation or not sent.sent_message:
        return None
    return sent.sent_conversation, sent.sent_message
