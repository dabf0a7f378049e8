"""Titles found in a prepared line, and which of them is a person's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.meetings.parsing.line import FARTHEST, Line, Span
from bot.core.meetings.parsing.title_words import DEPARTMENT, ENGLISH_TITLE, TITLE

HONORIFIC = re.compile(r"\s?(?:さん|様|さま|氏|先生|殿|くん|君|ちゃん)(?![一-鿿ァ-ヶ]{0,1}[々])")
"""さん, 様: what follows a name."""


def find_titles(line: Line, companies: Sequence[Span]) -> list[Span]:
    """The titles in order."""
    spans: list[Span] = []
    for match in TITLE.finditer(line.text):
        if not any(one.holds(match.start()) for one in companies) and _is_whole(line, match):
            spans.append(Span(*match.span()))
    return spans + [Span(*match.span()) for match in ENGLISH_TITLE.finditer(line.text)]


def _is_whole(line: Line, match: re.Match[str]) -> bool:
    if match[0] in {"代表", "統括", "上席", "師長", "博士", "主席", "講師", "担当", "理事"}:
        inside = [
            one for one in line.morphemes if one.begin < match.end() < one.end or one.begin < match.start() < one.end
        ]
        return not inside
    return True


def title_of(line: Line, name: Span, end: int, titles: Sequence[Span], companies: Sequence[Span]) -> Span | None:
    """The title next to the name: behind it, before it, or in the brackets behind it."""
    for title in titles:
        if 0 <= title.begin - name.end <= FARTHEST and _is_only(line, min(end, title.begin), title.begin, companies):
            return title
    for title in reversed(titles):
        if 0 <= name.begin - title.end <= FARTHEST and re.fullmatch(
            r"[\s・、,/:|]*(?:の|である|を(?:さ|し)れている|をして(?:いる"
            r"|おられる|らっしゃる)|を(?:務め|つとめ)る)?\s?",
            line.text[title.end : name.begin],
        ):
            return title
    return None


def _is_only(line: Line, begin: int, end: int, companies: Sequence[Span]) -> bool:
    """Between a name and its title: blanks, brackets, the company, a department; not the end of a sentence."""
    between = line.text[begin:end]
    for one in companies:
        if begin <= one.begin and one.end <= end:
            between = between.replace(line.text[one.begin : one.end], "", 1)
    between = DEPARTMENT.sub("", HONORIFIC.sub("", between))
    return bool(re.fullmatch(r"[\s・、,/:(|の]*", between)) and (
        not between.strip("の ")
        or "(" in between
        or " " in between
        or "、" in between
        or "・" in between
        or "," in between
        or "/" in between
    )
