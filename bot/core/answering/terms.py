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
    words = [word for word in analyser.words(text) if word.is_searched]
    forms = [word.form for word in words]
    known, named, run = list[str](), list[str](), ""
    at = 0
    while at < len(words):
        found = glossary.japanese_at(forms, at)
        is_named = found is None and words[at].kind == WordKind.NOUN
        if not is_named and run:
            named.append(run)
        run = run + words[at].surface if is_named else ""
        if found:
            known.append(found[0].term)
        at += found[1] if found else 1
    named += [run] if run else []
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
