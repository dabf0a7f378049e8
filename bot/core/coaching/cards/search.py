"""Looking through cards by what they do and by whose trouble they lessen, with the reason for every find.

Everything is reckoned anew from the cards that whoever looks may see: nothing is kept, so that nothing outlives a card
or a choice, and how rare a word is says nothing of cards that somebody may not see.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from bot.core.coaching.cards.models import CardField, ValueCard
from bot.core.japanese import JapaneseAnalyser, WordKind, is_japanese_character, normalise, sentences

WEIGHTS: Mapping[CardField, float] = {
    CardField.FUNCTION: 1.0,
    CardField.REFRAMED: 0.9,
    CardField.WHO: 0.85,
    CardField.SITUATION: 0.85,
    CardField.TODAY: 0.85,
    CardField.COST: 0.8,
    CardField.CHANGE: 0.8,
    CardField.LADDER: 0.75,
    CardField.SUBJECT: 0.75,
}
"""How much a field says of what a card does and of the trouble it lessens."""
_LOOKED_AT = 120
"""Cards whose words are analysed: those that share most characters with what is looked for."""
_WORDS, _CHARACTERS = 0.7, 0.3
_LEAST = 0.22
_REST = 0.15
"""What the other fields add to the best one."""
_BESIDE_BEST = 0.4
"""What is this much less near than the nearest one is left out."""
_MOST = 40
_LONGEST_QUERY = 400
_DEED = 0.7
"""冷却 for 冷やす: other words for what is done, beside the same word."""
_DOING = (CardField.FUNCTION, CardField.SUBJECT)
"""Where a card says what it does."""
_NOUN = 2.0
"""金型 tells more than 減らす, which half of all cards say."""


Deeds: TypeAlias = Callable[[str], frozenset[str]]
"""The classes of what is done in a text: the same for words that say the same of it."""


def no_deeds(_text: str) -> frozenset[str]:
    """Where nothing knows them: the words alone count."""
    return frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """A card that was found: in which field, and the sentence of it that is nearest. `score` is 0 and up."""

    card: ValueCard
    name: CardField
    quote: str
    score: float


@dataclass(frozen=True, slots=True)
class _Query:
    """`words` with how much each of them tells: what something is more than what is done to it. `deeds` are the
    classes of those that say what is done."""

    words: Mapping[str, float]
    pairs: frozenset[str]
    deeds: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Field:
    """What a field of a card says, for comparing."""

    words: frozenset[str]
    pairs: frozenset[str]
    deeds: frozenset[str] = frozenset()


def search(words: str, cards: Sequence[ValueCard], analyser: JapaneseAnalyser, deeds: Deeds = no_deeds) -> list[Hit]:
    """The cards nearest to the words, the best first; none where nothing of it is near."""
    asked = words[:_LONGEST_QUERY]
    told = {word.form: word for word in analyser.words(asked) if word.is_telling}
    weights = {form: _NOUN if one.kind == WordKind.NOUN else 1.0 for form, one in told.items()}
    query = _Query(weights, _pairs(asked), {form: deeds(form) for form in told})
    if not query.words and not query.pairs:
        return []
    doing = {card.id: _doing(card, deeds) if any(query.deeds.values()) else {} for card in cards}
    likely = sorted(cards, key=lambda card: (-_shared(query, card, doing[card.id]), card.id))[:_LOOKED_AT]
    fields = {
        card.id: {
            name: _Field(_telling(text, analyser), _pairs(text), doing[card.id].get(name, frozenset()))
            for name, text in _said(card)
        }
        for card in likely
    }
    rarity = _rarity(query, [frozenset().union(*(one.words for one in said.values())) for said in fields.values()])
    hits = (hit for card in likely if (hit := _hit(card, fields[card.id], query, rarity, analyser)) is not None)
    order = {card.id: place for place, card in enumerate(likely)}
    found = sorted(hits, key=lambda hit: (-round(hit.score, 6), order[hit.card.id]))
    return [hit for hit in found[:_MOST] if hit.score >= _BESIDE_BEST * found[0].score]


def _hit(
    card: ValueCard,
    fields: Mapping[CardField, _Field],
    query: _Query,
    rarity: Mapping[str, float],
    analyser: JapaneseAnalyser,
) -> Hit | None:
    scores = {name: WEIGHTS[name] * _nearness(query, rarity, field) for name, field in fields.items()}
    if not scores:
        return None
    best = max(scores, key=lambda name: (scores[name], WEIGHTS[name]))
    if scores[best] < _LEAST:
        return None
    total = scores[best] + _REST * (sum(scores.values()) - scores[best])
    quote = _nearest(card.entry(best).words, query, rarity, analyser)
    return Hit(card=card, name=best, quote=quote, score=total)


def _nearness(query: _Query, rarity: Mapping[str, float], field: _Field) -> float:
    """From 0 to 1: how much of what is looked for is there, rare words first."""
    sought = sum(rarity.get(word, 1.0) for word in query.words)
    found = sum(rarity.get(word, 1.0) * _is_there(word, query, field) for word in query.words)
    by_words = found / sought if sought else 0.0
    by_characters = len(query.pairs & field.pairs) / len(query.pairs) if query.pairs else 0.0
    return _WORDS * by_words + _CHARACTERS * by_characters


def _is_there(word: str, query: _Query, field: _Field) -> float:
    """1 for the word itself, less for another word of the same deed."""
    if word in field.words:
        return 1.0
    return _DEED if query.deeds[word] & field.deeds else 0.0


def _nearest(text: str, query: _Query, rarity: Mapping[str, float], analyser: JapaneseAnalyser) -> str:
    """The sentence that says most of it, as it stands."""
    whole = sentences(text) or [text.strip()]
    return max(whole, key=lambda one: _nearness(query, rarity, _Field(_telling(one, analyser), _pairs(one))))


def _rarity(query: _Query, cards: Sequence[frozenset[str]]) -> Mapping[str, float]:
    """How much each word counts: up to twice as much where few cards have it. What no card has tells nothing of any,
    and only those cards are counted that share most characters: so it is never more than that."""
    counts = Counter(word for words in cards for word in words & query.words.keys())
    most = len(cards) or 1
    return {word: told * (2 - counts[word] / most if counts[word] else 1.0) for word, told in query.words.items()}


def _doing(card: ValueCard, deeds: Deeds) -> dict[CardField, frozenset[str]]:
    """What a card does, by the field that says it."""
    return {name: deeds(text) for name, text in _said(card) if name in _DOING}


def _shared(query: _Query, card: ValueCard, doing: Mapping[CardField, frozenset[str]]) -> int:
    """How many characters and pairs of them are in both, and what is done; every word of the query has some of its
    own."""
    text = "\n".join(normalise(words) for _, words in _said(card))
    letters = {letter for pair in query.pairs for letter in pair}
    wanted, done = frozenset().union(*query.deeds.values()), frozenset().union(*doing.values())
    return (
        sum(pair in text for pair in query.pairs) * 3
        + sum(letter in text for letter in letters)
        + 3 * len(wanted & done)
    )


def _said(card: ValueCard) -> Iterator[tuple[CardField, str]]:
    for name in WEIGHTS:
        entry = card.entry(name)
        if entry.is_said and entry.words.strip():
            yield name, entry.words


def _telling(text: str, analyser: JapaneseAnalyser) -> frozenset[str]:
    return frozenset(word.form for word in analyser.words(text) if word.is_telling)


def _pairs(text: str) -> frozenset[str]:
    """Pairs of characters that stand side by side, of which one at least is no hiragana."""
    plain = normalise(text)
    pairs = (plain[at : at + 2] for at in range(len(plain) - 1))
    return frozenset(
        pair for pair in pairs if all(map(_is_letter, pair)) and not all("ぁ" <= one <= "ゖ" for one in pair)
    )


def _is_letter(character: str) -> bool:
    return character.isalnum() or is_japanese_character(character)
