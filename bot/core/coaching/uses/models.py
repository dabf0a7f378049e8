"""Functions and what they are compared with, as data. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.coaching.cards.models import GROUP_OF, CardField, Reach, ValueCard
from bot.core.messages import Locale


@dataclass(frozen=True, kw_only=True, slots=True)
class Function:
    """What is done to what: an object and a transitive verb, read from somebody's words.

    `said` stands verbatim in those words; `text` is the function as it is written down (「部屋を冷やす」), with the
    verb in its plain form and whatever stands before it (`modifiers`: 「変形させずに」). `verb_class` and `kinds` are
    ids of knowledge/functions.yaml ("" and none where it knows neither). `words` are the normalised forms of what tells
    something in it, `object_words` those of the object alone. `is_derived`: from the name of a process or from a verb
    that says what happens, so that a person should see it before it is theirs.
    """

    said: str
    text: str
    object: str
    verb: str
    verb_form: str = ""
    modifiers: tuple[str, ...] = ()
    verb_class: str = ""
    kinds: tuple[str, ...] = ()
    object_words: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    is_derived: bool = False
    locale: Locale = "ja"


@dataclass(frozen=True, kw_only=True, slots=True)
class SharedCard:
    """What another firm shows of its card to the region: its name, and the words of the fields it shares."""

    id: str
    company_id: str
    company_name: str
    words: Mapping[CardField, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanPassage:
    """A passage of a town's plan that was loaded as a guide of the kind `plan`. `id` is that of the passage."""

    id: str
    guide: str
    """The id of the guide: the same for every edition."""
    title: str
    heading: str
    text: str
    page: int | None = None
    edition: str = ""
    """The date of the edition (2026-04-01); "" where it is not known."""


def shown_to_region(card: ValueCard, *, company_name: str) -> SharedCard | None:
    """What of a card the region may see; None where that does not include what it does."""
    words = {
        name: entry.words
        for name, entry in card.entries.items()
        if entry.is_said and name in GROUP_OF and card.reach_of(GROUP_OF[name]) is Reach.REGION
    }
    if not words.get(CardField.FUNCTION):
        return None
    return SharedCard(id=card.id, company_id=card.company_id, company_name=company_name, words=words)
