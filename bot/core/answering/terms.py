"""The terms of a question: those of the glossary, and other things that it names. By rule, without a model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.answering.glossary import Glossary
from bot.core.english import english_words, stem
from bot.core.japanese import JapaneseAnalyser, WordKind, is_japanese, normalise

_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class QuestionTerms:
    """`known` are entries of the glossary, as it writes them; `named` other nouns, those in a row together."""

    known: tuple[str, ...]
    named: tuple[str, ...] = ()


def terms_of(text: str, *, analyser: JapaneseAnalyser, glossary: Glossary) -> QuestionTerms:
    """The terms in the order of the question, each once. Of an English question only what the glossary has."""
    if not is_japanese(text):
        return QuestionTerms(_english(text, glossary))
    words = analyser.words(text)
    places = [place for place, word in enumerate(words) if word.is_searched]
    forms = [words[place].form for place in places]
    known, named, last = list[str](), list[str](), -2
    at = 0
    while at < len(places):
        found, place = glossary.japanese_at(forms, at), places[at]
        if found:
            known.append(found[0].term)
        elif words[place].kind == WordKind.NOUN:
            # Nouns in a row are one name; a particle between them ends it.
            if place == last + 1:
                named[-1] += words[place].surface
            else:
                named.append(words[place].surface)
            last = place
        at += found[1] if found else 1
    longer = (one for one in named if len(one) >= _SHORTEST)
    return QuestionTerms(tuple(dict.fromkeys(known)), tuple(dict.fromkeys(longer)))


def _english(text: str, glossary: Glossary) -> tuple[str, ...]:
    stems: Sequence[str] = [stem(word) for word in english_words(normalise(text))]
    known, at = list[str](), 0
    while at < len(stems):
        found = glossary.english_at(stems, at)
        if found:
            known.append(found[0].term)
        at += found[1] if found else 1
    return tuple(dict.fromkeys(known))
