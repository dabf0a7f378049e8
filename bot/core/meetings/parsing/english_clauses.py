"""The clauses of a line in English: what has happened, what is planned, what is only remarked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.meetings.parsing.clauses import Clause, Kind
from bot.core.meetings.parsing.days import NamedDay

_CUT = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bProf)(?<!\bCo)(?<!\bLtd)(?<!\bInc)(?<!\bCorp)(?<!\b[A-Z])(?<!\b[ap]\.m)\.(?=\s"
    r"|$)|(?<=\bLtd)\.(?=\s+[A-Z])|(?<=\bInc)\.(?=\s+[A-Z])|(?<=\bCorp)\.(?=\s+[A-Z])"
    r"|[;!?\n]+|\s+[-/|]+\s+|\s*->\s*|,\s*(?=(?:and\s+)?(?:then\s+)?(?:(?:I|we)\b|will\b|to\s+[a-z]|next\b|(?:send"
    r"|call|visit|email|follow|mail|meet|share|quote|prepare|submit|arrange|schedule|book|ship|deliver|bring|discuss"
    r"|demo|phone|ring|invite|write)\b))"
    r"|\s+(?=and\s+(?:(?:then\s+)?(?:I|we)?(?:'ll|\s*will|\s*need|\s*promised|\s*agreed|\s*plan|\s*am\s+going"
    r"|\s*should|\s*must)\b))|,\s*(?=by\s|on\s|next\s)"
)
_MET = re.compile(
    r"\b(?:met(?:\s+with)?|visited|exchanged|swapped|spoke|talked|chatted|saw|ran\s+into|bumped\s+into|introduced"
    r"|had\s+(?:a\s+)?(?:\w+\s+){0,2}(?:meeting|talk|chat|call|lunch|coffee|dinner)|got\s+(?:a\s+"
    r"|the\s+)?(?:business\s+)?card|came\s+(?:to|by)|dropped\s+(?:by|in)|toured|was\s+visited|card\s+from|received"
    r"|gave|hosted|attended|business\s+cards?\s+(?:with|from|exchanged))\b",
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r"^\W*(?:(?:a|an|the|\w+)\s+){0,3}?(?:dinner|lunch|breakfast|coffee|drinks|(?:phone|video|courtesy|support)?\s*(?:call|visit)"
    r"|meeting|tour|talk)\s+(?:with|to|at|from|by)\b",
    re.IGNORECASE,
)
"""Dinner with the Marubishi people last night."""
_PLAN = re.compile(
    r"\b(?:will|'ll|going\s+to|need\s+to|have\s+to|must|should|plan\s+to|planning|promised\s+to|agreed\s+to|to[- ]?do"
    r"|follow[- ]up|next\s+steps?|(?:by|due|before|until)\s+(?:the\s+)?(?:mon|tue|wed|thu|fri|sat|sun|end|\d|next"
    r"|tomorrow|[A-Z][a-z]{2}))\b|'ll\b",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(
    r"^\W*(?:(?:and|then|so|please|next(?:\s+step)?:?|to|todo:?)\s+)*(?:on\s+\w+\s+)?(?:send|call|visit|e-?mail"
    r"|follow|mail|meet|share|quote|prepare|submit|arrange|schedule|book|ship|deliver|bring|discuss|demo|phone|ring"
    r"|invite|write|show|present|provide|check|confirm|draft|introduce|set\s+up|get\s+back|reply|forward|return"
    r"|propose|test|start|finish|make|order|hand|give|contact|ask|report|review|plan|reach|talk|speak|sign|install"
    r"|try|run|offer|organise|organize|estimate|pick|drop|pass|connect)\b",
    re.IGNORECASE,
)
ASKING_IN_ENGLISH = re.compile(
    r"\?\s*$|^(?:what|how|when|where|why|who|which|should\s+(?:I|we)|can\s+(?:I|we|you)|could\s+you|do\s+(?:I|we)"
    r"|does|is\s+there|are\s+there|tell\s+me|please\s+(?:tell|explain|show|write|draft|summari[sz]e)|explain"
    r"|would\s+you)\b",
    re.IGNORECASE,
)
"""A question to us, or a request, in English."""


def find_english_clauses(text: str, days: Sequence[NamedDay]) -> list[Clause]:
    """The clauses in order."""
    clauses: list[Clause] = []
    start = 0
    for cut in (*_CUT.finditer(text), None):
        begin, end = (cut.start(), cut.end()) if cut else (len(text), len(text))
        if cut and any(day.begin < begin < day.end for day in days):
            continue
        if text[start:begin].strip(" ,.;:"):
            kind = _kind(text[start:begin], start, begin, days)
            is_when = bool(clauses) and clauses[-1].kind == "met" and _is_only_a_day(text, start, begin, days)
            clauses.append(Clause(start, begin, "met" if is_when else kind, start))
        start = end
    return clauses


def _is_only_a_day(text: str, begin: int, end: int, days: Sequence[NamedDay]) -> bool:
    """…, on Monday. belongs to what was told before, where the day can have been."""
    inside = [day for day in days if begin <= day.begin and day.end <= end]
    if len(inside) != 1 or inside[0].reading.met is None:
        return False
    rest = text[begin : inside[0].begin] + text[inside[0].end : end]
    return bool(re.fullmatch(r"[\s,.]*(?:on)?[\s,.]*", rest))


def _kind(words: str, begin: int, end: int, days: Sequence[NamedDay]) -> Kind:
    inside = [day for day in days if begin <= day.begin < end]
    if re.search(r"\b(?:nothing|no\s+need)\s+to\b|\bno\s+(?:next\s+steps?|follow)", words, re.IGNORECASE):
        return "remark"
    if _MET.search(words) and not re.search(r"(?:\bwill|'ll|\bto)\s+(?:meet|visit)", words):
        return "met"
    is_past = any(day.is_past for day in inside)
    if is_past and _OCCASION.search(words) and not _PLAN.search(words):
        return "met"
    is_coming = any(day.is_future for day in inside)
    has_happened = any(day.is_past for day in inside)
    if (_PLAN.search(words) or _IMPERATIVE.search(words)) and not has_happened:
        return "planned"
    if is_coming or (
        any(day.is_nearer_ahead for day in inside)
        and re.search(r"\b(?:meeting|visit|call|demo)\b", words, re.IGNORECASE)
    ):
        return "planned"
    return "remark"
