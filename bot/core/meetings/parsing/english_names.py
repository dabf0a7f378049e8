"""Names of people written in Latin letters: Ken Tanaka of Yamada Seiki, Tanaka-san, Dr. Sato."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.meetings.parsing.line import Line, Span
from bot.core.meetings.parsing.persons import Person

_CAPITALISED = r"[A-Z](?:(?!-[Ss]an\b|-sama\b)[a-zA-Zé'-])*[a-zé](?!\w)"
_MARKED = re.compile(
    rf"(?:\b(?:Mr|Ms|Mrs|Dr|Prof|Miss"
    rf"|Professor)\.?\s+)(?P<name>{_CAPITALISED}(?:\s+(?:[A-Z]\.\s+)?{_CAPITALISED}){{0,2}})"
    rf"|(?P<name2>{_CAPITALISED}(?:\s+{_CAPITALISED})?)\s?-?\s?(?:san|sama)\b"
)
_TOLD = re.compile(
    rf"(?:\b(?i:met(?:\s+with)?|e-?mail|meet|remind|phone|contact|visit|ask|tell|friend|introduced\s+(?:me|us)\s+to"
    rf"|with|from|saw|to|by|visited|introduced\s+to|call(?:ed)?|into|and"
    rf"|thank)\s+)(?P<name>{_CAPITALISED}(?:\s+(?:[A-Z]\.\s+)?{_CAPITALISED}){{0,2}})"
    r"(?=\s*(?:$|[,.(;:/-]|of\b|from\b|at\b|in\b|who\b|and\b|on\b|yesterday|today|last|this|about|to\b|for\b|\s{2}"
    r"|with\b))"
)
_BEHIND_A_TITLE = re.compile(
    rf"\b(?i:president|director|manager|chairman|owner|chef|engineer|principal|mayor"
    rf"|foreman)\s+(?P<name>{_CAPITALISED}(?:\s+{_CAPITALISED})?)"
)
_CARD = re.compile(rf"(?P<name>{_CAPITALISED}(?:\s+[A-Z]\.)?\s+{_CAPITALISED})(?=\s*(?:[,(/|]|$|\s-\s|'s\s+card|\.$))")
NO_NAME_IN_ENGLISH = re.compile(
    r"^(?:Mr|Ms|Mrs|Dr|Prof|The|Next|Last|This|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January"
    r"|February|March|April"
    r"|May|June|July|August|September|October|November|December|Met|Visited|Send|Call|Will|We|They|He|She|It|Expo"
    r"|Fair|Tokyo|Osaka|Nagoya|Kyoto|Yamagata|Fukuoka|Zoom|Teams|Had|Talked|Exchanged|Spoke|Email|Follow|Had|Their"
    r"|Our|Business|Trade|International)\b"
)


def find_english_people(line: Line, taken: Sequence[Span], titles: Sequence[Span]) -> list[Person]:
    """The people named, surest first: with Mr. or -san, behind a verb of meeting, a name and surname between commas."""
    found: list[Person] = []
    for pattern in (_MARKED, _BEHIND_A_TITLE, _TOLD, _CARD):
        for match in pattern.finditer(line.text):
            group = "name" if match["name"] else "name2"
            span = Span(*match.span(group))
            is_taken = any(span.meets(one) for one in (*taken, *(one.name for one in found)))
            if is_taken or NO_NAME_IN_ENGLISH.match(match[group]):
                continue
            introduces = re.match(r"[^.;]{0,60}\bintroduced\s+(?:me|us)\b", line.text[match.end() :])
            title = _title(line, match.end(), span.begin, titles)
            found.append(Person(span, match.end(), title, is_introducer=bool(introduces)))
    return sorted(found, key=lambda one: one.name.begin)


def _title(line: Line, end: int, begin: int, titles: Sequence[Span]) -> Span | None:
    for one in titles:
        if one.begin >= end and re.fullmatch(r"[\s,(:/-]*(?:the\s+|a\s+|their\s+)?", line.text[end : one.begin]):
            return one
        if one.end <= begin and re.fullmatch(r"\s*,?\s*", line.text[one.end : begin]):
            return one
        if one.begin >= end and re.fullmatch(
            r"\s*\([^)]{0,40}?,\s*|[\s,(]*[^.;]{0,40}?,\s*(?:the\s+|a\s+|their\s+)?", line.text[end : one.begin]
        ):
            return one
    return None
