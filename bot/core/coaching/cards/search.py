"""Looking through cards by what they do and by whose trouble they lessen, with the reason for every find.

Everything is reckoned anew from the cards that whoever looks may see: nothing is kept, so that nothing outlives a card
or a choice, and how rare a word is says nothing of cards that somebody may not see.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

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
_NOUN = 2.0
"""金型 tells more than 減らす, which half of all cards say."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """A card that was found: in which field, and the sentence of it that is nearest. `score` is 0 and up."""

    card: ValueCard
    name: CardField
    quote: str
    score: float


@dataclass(frozen=True, slots=True)
class _Query:
    """`words` with how much each of them tells: what something is more than what is done to it."""

    words: Mapping[str, float]
    pairs: frozenset[str]


def search(words: str, cards: Sequence[ValueCard], analyser: JapaneseAnalyser) -> list[Hit]:
    """The cards nearest to the words, the best first; none where nothing of it is near."""
    asked = words[:_LONGEST_QUERY]
    told = (word for word in analyser.words(asked) if word.is_telling)
    query = _Query({one.form: _NOUN if one.kind == WordKind.NOUN else 1.0 for one in told}, _pairs(asked))
    if not query.words and not query.pairs:
        return []
    likely = sorted(cards, key=lambda card: (-_shared(query, card), card.id))[:_LOOKED_AT]
    fields = {card.id: {name: _telling(text, analyser) for name, text in _said(card)} for card in likely}
    rarity = _rarity(query, [frozenset().union(*one.values()) for one in fields.values()])
    hits = (hit for card in likely if (hit := _hit(card, fields[card.id], query, rarity, analyser)) is not None)
    found = sorted(hits, key=lambda hit: (-hit.score, hit.card.id))
    return [hit for hit in found[:_MOST] if hit.score >= _BESIDE_BEST * found[0].score]


def _hit(
    card: ValueCard,
    fields: Mapping[CardField, frozenset[str]],
    query: _Query,
    rarity: Mapping[str, float],
    analyser: JapaneseAnalyser,
) -> Hit | None:
    scores = {name: WEIGHTS[name] * _nearness(query, rarity, fields[name], _pairs(text)) for name, text in _said(card)}
    if not scores:
        return None
    best = max(scores, key=lambda name: (scores[name], WEIGHTS[name]))
    if scores[best] < _LEAST:
        return None
    total = scores[best] + _REST * (sum(scores.values()) - scores[best])
    quote = _nearest(card.entry(best).words, query, rarity, analyser)
    return Hit(card=card, name=best, quote=quote, score=total)


def _nearness(query: _Query, rarity: Mapping[str, float], words: frozenset[str], pairs: frozenset[str]) -> float:
    """From 0 to 1: how much of what is looked for is there, rare words first."""
    sought = sum(rarity.get(word, 1.0) for word in query.words)
    found = sum(rarity.get(word, 1.0) for word in query.words.keys() & words)
    by_words = found / sought if sought else 0.0
    by_characters = len(query.pairs & pairs) / len(query.pairs) if query.pairs else 0.0
    return _WORDS * by_words + _CHARACTERS * by_characters


def _nearest(text: str, query: _Query, rarity: Mapping[str, float], analyser: JapaneseAnalyser) -> str:
    """The sentence that says most of it, as it stands."""
    whole = sentences(text) or [text.strip()]
    return max(whole, key=lambda one: _nearness(query, rarity, _telling(one, analyser), _pairs(one)))


def _rarity(query: _Query, cards: Sequence[frozenset[str]]) -> Mapping[str, float]:
    """How much each word counts: up to twice as much where few cards have it. What no card has tells nothing of any,
    and only those cards are counted that share most characters: so it is never more than that."""
    counts = Counter(word for words in cards for word in words & query.words.keys())
    most = len(cards) or 1
    return {word: told * (2 - counts[word] / most if counts[word] else 1.0) for word, told in query.words.items()}


def _shared(query: _Query, card: ValueCard) -> int:
    """How many characters and pairs of them are in both; every word of the query has some of its own."""
    text = "\n".join(normalise(words) for _, words in _said(card))
    letters = {letter for pair in query.pairs for letter in pair}
    return sum(pair in text for pair in query.pairs) * 3 + sum(letter in text for letter in letters)


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
