"""Names that are firms because somebody of them stands beside: 「北斗ソリューション」の三宅さん,
安田光男(ミノセラ主任), 病院の野崎さん."""

from __future__ import annotations

import re

from bot.core.meetings.parsing.line import Line, Span
from bot.core.meetings.parsing.public_bodies import HOUSE, NAMED_LIKE_A_PLACE, ONE_OF_MANY
from bot.core.meetings.parsing.title_words import QUALIFIERS, TITLE

_IN_QUOTES = re.compile(r"[「『\"]([^「」『』\"]{2,20})[」』\"]")
_IN_BRACKETS = re.compile(r"\(([^()\s、。,・/:の0-9]{3,20})\)")
_SENTENCE = re.compile(r"[をにがは、。]|(?:ます|です|した|する)$")
_SOMEBODY_OF_IT = re.compile(
    r"の?\s?(?:[一-鿿]{1,8}[課部係室科]の?\s?)?(?:[一-鿿々ァ-ヶー]{1,8}?の?、?\s?)?[一-鿿々ァ-ヶー]{1,8}?"
    r"(?:さん|様|氏|殿|先生|[部課社次係院園校支店所頭理事教]長|主任|専務|常務|教授)"
    r"|さん|様|(?:を|に|へ)(?:ご)?(?:訪問|訪ね|伺|お邪魔)"
)


def find_addressed(line: Line) -> list[Span]:
    """The names, in quotation marks, in brackets before a title, or of a kind of which there are several."""
    quoted = [match.span(1) for match in _IN_QUOTES.finditer(line.text) if not _SENTENCE.search(match[1])]
    found = [Span(*span) for span in quoted if _has_somebody(line, span[1] + 1)]
    for pattern in (ONE_OF_MANY, NAMED_LIKE_A_PLACE, HOUSE):
        found += [Span(*one.span()) for one in pattern.finditer(line.text) if _has_somebody(line, one.end())]
    return [*found, *_before_titles(line)]


def _before_titles(line: Line) -> list[Span]:
    """安田光男(ミノセラ主任): in brackets, what stands before the title is the firm."""
    found: list[Span] = []
    for inside in _IN_BRACKETS.finditer(line.text):
        title = next((one for one in TITLE.finditer(line.text, *inside.span(1)) if one.end() == inside.end(1)), None)
        if title is None or title.start() - inside.start(1) < 2:
            continue
        if not QUALIFIERS.fullmatch(line.text, inside.start(1), title.start()) and not _is_person(
            line, inside.start(1)
        ):
            found.append(Span(inside.start(1), title.start()))
    return found


def _is_person(line: Line, begin: int) -> bool:
    return any(one.begin == begin and one.is_family_name for one in line.morphemes)


def _has_somebody(line: Line, end: int) -> bool:
    """Somebody of it follows: a name with an honorific or a title, a title alone; or it is visited."""
    behind = end + (line.text[end : end + 1] == "の")
    return bool(_SOMEBODY_OF_IT.match(line.text, end) or TITLE.match(line.text, behind))
