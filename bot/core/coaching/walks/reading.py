"""What one line about the smallest try says: with whom, by when, at what cost at most. In its own words, or not at all.

Nothing is guessed: what cannot be read for certain stays an open question, which is asked later.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TypeAlias

from bot.core.coaching.cards.models import CardField

DayIn: TypeAlias = Callable[[str, date], date | None]
"""The day to come that words name, read on a day; None where they name none, or several."""


def no_day(_words: str, _on: date) -> date | None:
    """Where nothing reads days."""
    return None


_CLAUSES = re.compile(r"[、。;；\n]+|[,，．](?!\d)|(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)\.(?!\d)")
_JAPANESE_LETTERS = re.compile(r"[ぁ-んァ-ヶ一-龥]")
_MONEY = re.compile(
    r"(?:¥|￥)\s?[\d,，]+|[\d,，.]+\s*(?:千|万|百)?円|[一二三四五六七八九十百千万]+円|無料|無償|ただで|"
    r"(?:[\d,.]+|no|a|one|two|three|four|five|ten|twenty|fifty|hundred)\s*(?:hundred|thousand|million)?\s*(?:yen|JPY)\b|"
    r"\bfree of charge\b|\bat no cost\b|\bno cost\b|^nothing\b",
    re.IGNORECASE,
)
_CAPS = re.compile(
    r"まで|以内|以下|上限|多くて|最大|費用|予算|お金|経費|実費|"
    r"\bup to\b|\bat most\b|\bno more than\b|\bwithin\b|\bmax|\bcost|\bbudget|\bspend",
    re.IGNORECASE,
)
_COSTS = re.compile(r"^(?:費用|予算|お金|経費)(?:は|が|を)?|^(?:and|for)\s+", re.IGNORECASE)
"""What stands before an amount and is not a part of it."""
_LONG = 40
_BY = re.compile(r"まで|中に|ごろ|頃|\bby\b|\bbefore\b|\buntil\b|\bend of\b|\bon\b", re.IGNORECASE)
_UNREADABLE = re.compile(
    r"最後の|第\s*[\d一二三四五]|週間後の|の\s*\d\s*週|\b(?:last|first|second|third|fourth)\b", re.IGNORECASE
)
"""Days that are said in a way of which only a part would be read."""
_SPAN = re.compile(
    r"[\d一二三四五六七八九十]+\s*日(?:間|だけ|ほど|くらい|ぐらい|ばかり|(?=使|試|貸|借|預|置|お|ためし|つか))|"
    r"\b[\w-]+ days?\b",
    re.IGNORECASE,
)
"""How long something lasts: 3日だけ is no third of the month."""
_SHORT = 14
"""Characters of a clause that is nothing but a day."""
_HONORED = r"(?:さん|様|さま|氏|先生|の方)"
_OFFICE = (
    r"(?:社長|部長|課長|係長|班長|工場長|店長|施設長|院長|園長|会長|組合長|責任者|担当者|担当|監督|管理者|事務長|"
    r"会社|工場|工業|製作所|店|屋|社|農園|蔵|病院|施設|センター|学校|組合|役場|市役所|部署)"
)
_JAPANESE = re.compile(
    rf"^(?P<who>[^をにで]{{1,40}}?(?:{_HONORED}|{_OFFICE})(?:の[^をにへとで]{{1,20}}?(?:{_HONORED}|{_OFFICE}))?{_HONORED}?)"
    r"(?:たち)?(?=と|に|へ|から|の|で|$)"
)
_BEFORE = re.compile(
    r"^.*(?:までに|まで|中に|ごろに|頃に|以内に|を(?:\d+(?:[枚個本台袋箱着点つ]|キロ|ケース|セット))?)"
)
_FIRST = re.compile(r"^(?:まず(?:は)?|はじめに|最初に|相手は|and )")
_NAMED = r"(?:(?:Mr|Ms|Mrs|Dr)\.|[^,.;()]){2,80}?"
_TERM = r"by|for|before|until|on|up to|at most|within"
_ENGLISH = (
    re.compile(rf"\bwith (?P<who>(?!(?:what|which|that|it)\b){_NAMED})(?= (?:{_TERM})\b|$)", re.IGNORECASE),
    re.compile(
        rf"\b(?:have|ask|let|get) (?P<who>{_NAMED})(?= (?:to )?(?:use|try|wear|test|taste|run|clean|mend|wash|put)\b)",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?:to|at) (?P<who>(?:the|a|an|our|my|mr|ms|mrs|dr)\b{_NAMED})(?= (?:{_TERM})\b|$)", re.IGNORECASE),
    re.compile(rf"^(?:and )?(?P<who>(?:the|a|an|our|mr|ms|mrs|dr)\b(?!.*\b(?:is|are)\b){_NAMED})$", re.IGNORECASE),
)


def read_try(text: str, *, on: date, day_in: DayIn) -> Mapping[CardField, str]:
    """With whom and the cost cap as they were said, the day as an ISO date; only what could be read."""
    clauses = [one.strip() for one in _CLAUSES.split(text) if one.strip()]
    day = _day(clauses, on, day_in)
    found = {
        CardField.TRY_WITH: next(_people(clauses), ""),
        CardField.TRY_BY: day.isoformat() if day else "",
        CardField.TRY_CAP: next(_caps(clauses), ""),
    }
    return {name: words for name, words in found.items() if words}


def _day(clauses: list[str], on: date, day_in: DayIn) -> date | None:
    """Of the clause that sets a term; where none does, of one that is nothing but a day."""
    terms = [one for one in clauses if _BY.search(one) and not _MONEY.search(one)]
    told = terms or [one for one in clauses if len(one) <= _SHORT]
    if any(_UNREADABLE.search(one) for one in told):
        return None
    days = {day for one in told if (day := day_in(_SPAN.sub("", one), on)) is not None}
    return days.pop() if len(days) == 1 else None


def _caps(clauses: list[str]) -> Iterator[str]:
    """A clause that is the amount, or says that it is a limit. A price among other words is none."""
    for one in clauses:
        money = _MONEY.search(one)
        if money is None:
            continue
        rest = re.sub(r"[（(].*", "", one.replace(money.group(0), ""))
        if len(rest.strip()) <= (_LONG if _CAPS.search(one) else 4):
            yield _whole(_COSTS.sub("", one).strip())


def _whole(words: str) -> str:
    """Without a bracket that is not closed."""
    is_open = words.count("(") > words.count(")") or words.count("（") > words.count("）")
    return re.sub(r"\s*[（(][^（(]*$", "", words) if is_open else words


def _people(clauses: list[str]) -> Iterator[str]:
    """Those first of whom a clause says nothing else."""
    named = [(who, one) for one in clauses if (who := _person(one))]
    yield from (who for who, one in named if who == one)
    yield from (who for who, one in named if who != one)


def _person(clause: str) -> str:
    if _JAPANESE_LETTERS.search(clause):
        plain = _FIRST.sub("", clause)
        match = _JAPANESE.search(plain) or _JAPANESE.search(_FIRST.sub("", _BEFORE.sub("", plain)))
    else:
        match = next((found for one in _ENGLISH if (found := one.search(clause))), None)
    who = match["who"].strip() if match is not None else ""
    return "" if _MONEY.search(who) else who
