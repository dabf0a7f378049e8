"""How near a card is to what is looked for: what may be seen of it, word by word and by the trouble. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from bot.core.coaching.cards.models import CardField, ValueCard
from bot.core.coaching.troubles import Troubles
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
    CardField.CHALLENGE: 0.7,
    CardField.ELSEWHERE: 0.6,
}
"""How much a field says of what a card does and of the trouble it lessens."""
_WORDS, _CHARACTERS, _TROUBLES = 0.6, 0.25, 0.5
_DEED = 0.7
"""冷却 for 冷やす: other words for what is done, beside the same word."""
DOING = (CardField.FUNCTION, CardField.SUBJECT)
"""Where a card says what it does."""
_NOUN = 2.0
"""金型 tells more than 減らす, which half of all cards say."""
_COMMON = frozenset(
    "人 中 家 会社 仕事 日 自分 今 前 後 上 下 働く 使う 欲しい 困る 多い 少ない 大変 為 者 人達 者達 技術 製品".split()
)
_COMMONLY = 0.4
"""A word that any card may have: it tells one from another hardly at all."""
_CARD = 0.6
"""What all fields tell together, beside the one that tells most."""

Deeds: TypeAlias = Callable[[str], frozenset[str]]
"""The classes of what is done in a text: the same for words that say the same of it."""


def no_deeds(_text: str) -> frozenset[str]:
    """Where nothing knows them: the words alone count."""
    return frozenset()


@dataclass(frozen=True, slots=True)
class Query:
    """`words` with how much each of them tells: what something is more than what is done to it. `deeds` are the classes
    of those that say what is done, `troubles` those that are told."""

    words: Mapping[str, float]
    pairs: frozenset[str]
    deeds: Mapping[str, frozenset[str]]
    troubles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Told:
    """What a field of a card says, or several of them, for comparing."""

    words: frozenset[str]
    pairs: frozenset[str]
    deeds: frozenset[str] = frozenset()
    troubles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Near:
    """How near a card is (0 and up), and the field that is nearest."""

    score: float
    name: CardField


@dataclass(frozen=True, slots=True)
class Reading:
    """What reads queries and cards."""

    analyser: JapaneseAnalyser
    deeds: Deeds = no_deeds
    troubles: Troubles | None = None

    def query(self, asked: str) -> Query:
        """What is looked for."""
        told = {word.form: word for word in self.analyser.words(asked) if word.is_telling}
        weights = {form: _weight(form, one.kind) for form, one in told.items()}
        return Query(weights, pairs_of(asked), {form: self.deeds(form) for form in told}, self._troubles(asked))

    def told(self, text: str, *, doing: frozenset[str] = frozenset(), wanted: frozenset[str] = frozenset()) -> Told:
        """What a text says. `doing`: what is done in it; its troubles are read where any are `wanted`."""
        words = frozenset(word.form for word in self.analyser.words(text) if word.is_telling)
        troubles = self._troubles(text) & wanted if wanted else frozenset()
        return Told(words, pairs_of(text), doing, troubles)

    def _troubles(self, text: str) -> frozenset[str]:
        return self.troubles.told(text) if self.troubles else frozenset()


def _weight(form: str, kind: str) -> float:
    if form in _COMMON:
        return _COMMONLY
    return _NOUN if kind == WordKind.NOUN else 1.0


def said_in(card: ValueCard) -> Iterator[tuple[CardField, str]]:
    """The fields that are looked through, with their words."""
    for name in WEIGHTS:
        entry = card.entry(name)
        if entry.is_said and entry.words.strip():
            yield name, entry.words


def rarity_of(query: Query, cards: Sequence[frozenset[str]]) -> Mapping[str, float]:
    """How much each word counts: up to twice as much where few cards have it. What no card has tells nothing of any,
    and only those cards are counted that share most characters: so it is never more than that."""
    counts = Counter(word for words in cards for word in words & query.words.keys())
    most = len(cards) or 1
    return {word: told * (2 - counts[word] / most if counts[word] else 1.0) for word, told in query.words.items()}


def near_card(query: Query, fields: Mapping[CardField, Told], rarity: Mapping[str, float]) -> Near | None:
    """All fields of a card together, the best of them first; None where it says nothing."""
    scores = {name: WEIGHTS[name] * nearness(query, rarity, field) for name, field in fields.items()}
    if not scores:
        return None
    best = max(scores, key=lambda name: (scores[name], WEIGHTS[name]))
    together = nearness(query, rarity, _together(fields.values()))
    return Near(max(scores[best], _CARD * scores[best] + (1 - _CARD) * together), best)


def nearness(query: Query, rarity: Mapping[str, float], field: Told) -> float:
    """From 0: how much of what is looked for is there, rare words first, and the troubles that both tell."""
    sought = sum(rarity.get(word, 1.0) for word in query.words)
    found = sum(rarity.get(word, 1.0) * _is_there(word, query, field) for word in query.words)
    by_words = found / sought if sought else 0.0
    by_characters = len(query.pairs & field.pairs) / len(query.pairs) if query.pairs else 0.0
    shared = len(query.troubles & field.troubles)
    by_troubles = shared / len(query.troubles) if query.troubles else 0.0
    return _WORDS * by_words + _CHARACTERS * by_characters + _TROUBLES * by_troubles


def nearest_sentence(text: str, query: Query, rarity: Mapping[str, float], reading: Reading) -> str:
    """The sentence that says most of it, as it stands."""
    whole = sentences(text) or [text.strip()]
    return max(whole, key=lambda one: nearness(query, rarity, reading.told(one, wanted=query.troubles)))


def _together(fields: Iterable[Told]) -> Told:
    every = list(fields)
    return Told(
        frozenset().union(*(one.words for one in every)),
        frozenset().union(*(one.pairs for one in every)),
        frozenset().union(*(one.deeds for one in every)),
        frozenset().union(*(one.troubles for one in every)),
    )


def _is_there(word: str, query: Query, field: Told) -> float:
    """1 for the word itself, less for another word of the same deed."""
    if word in field.words:
        return 1.0
    return _DEED if query.deeds[word] & field.deeds else 0.0


def pairs_of(text: str) -> frozenset[str]:
    """Pairs of characters that stand side by side, of which one at least is no hiragana."""
    plain = normalise(text)
    pairs = (plain[at : at + 2] for at in range(len(plain) - 1))
    return frozenset(one for one in pairs if all(map(_is_letter, one)) and not all("ぁ" <= it <= "ゖ" for it in one))


def _is_letter(character: str) -> bool:
    return character.isalnum() or is_japanese_character(character)
