"""Looking through cards by what they do and by whose trouble they lessen, with the reason for every find.

Everything is reckoned anew from the cards as whoever looks may see them: nothing is kept, so that nothing outlives a
card or a choice, and neither how rare a word is nor how many are found says anything of what somebody may not see.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.coaching.cards.models import CardField, ValueCard
from bot.core.coaching.cards.nearness import (
    DOING,
    Deeds,
    Query,
    Reading,
    near_card,
    nearest_sentence,
    no_deeds,
    rarity_of,
    said_in,
)
from bot.core.coaching.troubles import Troubles
from bot.core.japanese import JapaneseAnalyser, normalise

_LOOKED_AT = 120
"""Cards whose words are analysed: those that share most characters with what is looked for."""
_LEAST = 0.22
_BESIDE_BEST = 0.5
"""What is this much less near than the nearest one is left out."""
_MOST = 40
_LONGEST_QUERY = 400


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """A card that was found: in which field, and the sentence of it that is nearest. `score` is 0 and up;
    `troubles` are ids of what both tell in that field, in whatever words."""

    card: ValueCard
    name: CardField
    quote: str
    score: float
    troubles: tuple[str, ...] = ()


def search(
    words: str,
    cards: Sequence[ValueCard],
    analyser: JapaneseAnalyser,
    deeds: Deeds = no_deeds,
    troubles: Troubles | None = None,
) -> list[Hit]:
    """The cards nearest to the words, the best first; none where nothing of it is near."""
    reading = Reading(analyser, deeds, troubles)
    query = reading.query(words[:_LONGEST_QUERY])
    if not query.words and not query.pairs:
        return []
    doing = {card.id: _doing(card, deeds) if any(query.deeds.values()) else {} for card in cards}
    likely = sorted(cards, key=lambda card: (-_shared(query, card, doing[card.id], troubles), card.id))[:_LOOKED_AT]
    fields = {
        card.id: {
            name: reading.told(text, doing=doing[card.id].get(name, frozenset()), wanted=query.troubles)
            for name, text in said_in(card)
        }
        for card in likely
    }
    rarity = rarity_of(query, [frozenset().union(*(one.words for one in said.values())) for said in fields.values()])
    found: list[Hit] = []
    for card in likely:
        near = near_card(query, fields[card.id], rarity)
        if near is not None and near.score >= _LEAST:
            quote = nearest_sentence(card.entry(near.name).words, query, rarity, reading)
            both = tuple(sorted(query.troubles & fields[card.id][near.name].troubles))
            found.append(Hit(card=card, name=near.name, quote=quote, score=near.score, troubles=both))
    order = {card.id: place for place, card in enumerate(likely)}
    found.sort(key=lambda hit: (-round(hit.score, 6), order[hit.card.id]))
    return [hit for hit in found[:_MOST] if hit.score >= _BESIDE_BEST * found[0].score]


def _doing(card: ValueCard, deeds: Deeds) -> dict[CardField, frozenset[str]]:
    """What a card does, by the field that says it."""
    return {name: deeds(text) for name, text in said_in(card) if name in DOING}


def _shared(query: Query, card: ValueCard, doing: Mapping[CardField, frozenset[str]], troubles: Troubles | None) -> int:
    """How many characters and pairs of them are in both, what is done, and which troubles might be told; every word of
    the query has some of its own."""
    text = "\n".join(normalise(words) for _, words in said_in(card))
    letters = {letter for pair in query.pairs for letter in pair}
    wanted, done = frozenset().union(*query.deeds.values()), frozenset().union(*doing.values())
    return (
        sum(pair in text for pair in query.pairs) * 3
        + sum(letter in text for letter in letters)
        + 3 * len(wanted & done)
        + 3 * (troubles.hinted(query.troubles, text) if troubles else 0)
    )
