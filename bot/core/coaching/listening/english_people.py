"""Who an English sentence speaks of, and finding the words of a list in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bot.core.coaching.listening.lexicon import EnglishWords

_DETERMINED = r"(?:^|[.;,] |\b)(?:the|a|an|one|every|their|his|her)(?: [a-z-]+(?:'s)?){0,2}? "
_DOES = (
    r"(?= (?:used to|who|now|no longer|can|could|had|has|hasn't|haven't|doesn't|don't|didn't"
    r"|told|tells|says|said|stopped|gets?|got|does|did|came|wrote)\b)"
)


def workers(said: str, words: EnglishWords) -> Iterator[str]:
    """ "The grocer used to": a noun for somebody who works, as a subject that did or does something."""
    endings = "|".join(sorted(words.people_endings, key=len, reverse=True))
    for match in re.finditer(rf"{_DETERMINED}([a-z]+(?:{endings})s?){_DOES}", said, re.IGNORECASE):
        if any_of(words.not_people).search(match[1]) is None:
            yield match[1]


def bare_workers(said: str, words: EnglishWords) -> Iterator[str]:
    """ "Meter readers visit": a plural for people who do something, at the beginning, without an article."""
    endings = "|".join(sorted(words.people_endings, key=len, reverse=True))
    for match in re.finditer(
        rf"(?:^|[.;] )(?:[a-z-]+ )?([a-z]+(?:{endings})s) (?!{_NOT_DONE})[a-z]", said, re.IGNORECASE
    ):
        if any_of(words.not_people).search(match[1]) is None and not _MADE_TO_RUN.search(match[1]):
            yield match[1]


_NOT_DONE = r"(?:of|for|in|on|at|with|and|or|from|to|by|are|were|made|run|last|operate)\b"
_MADE_TO_RUN = re.compile(r"(?:[^r]ators|essors|istors|uctors|izers|isers|ensors|ilers|ollers)$")
"""Machines with the ending of a worker: actuators, compressors, rollers."""


@cache
def any_of(words: frozenset[str]) -> re.Pattern[str]:
    """One pattern for a list, the longest words first."""
    listed = "|".join(_inflected(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])", re.IGNORECASE)


def is_agent(said: str, person: str) -> bool:
    """ "Inspected by a certified technician": who makes or checks the thing."""
    return (
        re.search(rf"\b[a-z]+(?:ed|ilt|ade|own|ung|ound) by (?:[a-z-]+ ){{0,3}}{re.escape(person)}", said) is not None
    )


def is_ours(said: str, person: str) -> bool:
    """ "Our crew", "an experienced team": those are the speaker's."""
    before = r"\b(?:our|my|own|experienced|skilled|expert|dedicated|in-house)(?: [a-z-]+){0,2} "
    return re.search(rf"{before}{re.escape(person)}", said, re.IGNORECASE) is not None


def _inflected(word: str) -> str:
    stem = re.escape(word)
    if word[-1:] == "y" and word[-2:-1] not in "aeiou":
        return rf"(?:{stem}|{re.escape(word[:-1])}ies)"
    return rf"{stem}(?:e?s|d|ed)?" if word[-1:].isalpha() else stem
