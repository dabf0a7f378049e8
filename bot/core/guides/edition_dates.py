"""Dates as people write them in a guide: ISO, 2026年4月1日, 令和8年4月1日, a month, a year, a fiscal year."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

_ERA_STARTS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
_ERA_LETTERS = {"r": "令和", "h": "平成", "s": "昭和", "t": "大正", "m": "明治"}
_ERA = re.compile(r"^(令和|平成|昭和|大正|明治|[rhstm](?=\.?\d))\.?(元|\d{1,2})(?=\D|$)", re.IGNORECASE)
_JAPANESE = re.compile(r"^(\d{4})年(?:(度)|(?:(\d{1,2})月(?:(\d{1,2})日)?)?)$")
_SEPARATED = re.compile(r"^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?$")
_MOMENT = re.compile(r"^(\d{4}-\d{2}-\d{2})t\d{2}:\d{2}", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:版|改訂|改定|更新|発行|現在|時点)+$")
_FISCAL_START_MONTH = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class DateSpan:
    """What was written: one day, or the first and last day of a month, a year, a fiscal year."""

    first_on: date
    last_on: date


def read_date(text: str) -> DateSpan:
    """Read a date, to the precision it was written in. Raises ValueError for anything else."""
    plain = _SUFFIX.sub("", re.sub(r"\s", "", unicodedata.normalize("NFKC", text)))
    if moment := _MOMENT.match(plain):
        plain = moment[1]
    plain = _without_era(plain)
    if found := _JAPANESE.match(plain):
        year, fiscal, month, day = found.groups()
        return _fiscal_year(int(year)) if fiscal else _span(year, month, day)
    if found := _SEPARATED.match(plain):
        year, _, month, day = found.groups()
        return _span(year, month, day)
    raise ValueError(f"not a date: {text[:40]!r}")


def _without_era(text: str) -> str:
    """Turn 令和8年…, R8.… into 2026年…, 2026.…; other texts come back as they are."""
    found = _ERA.match(text)
    if found is None:
        return text
    name = _ERA_LETTERS.get(found[1].lower(), found[1])
    number = 1 if found[2] == "元" else int(found[2])
    return f"{_ERA_STARTS[name] + number}{text[found.end() :]}"


def _span(year: str, month: str | None, day: str | None) -> DateSpan:
    if month is None:
        return DateSpan(first_on=date(int(year), 1, 1), last_on=date(int(year), 12, 31))
    if day is not None:
        only = date(int(year), int(month), int(day))
        return DateSpan(first_on=only, last_on=only)
    first = date(int(year), int(month), 1)
    following = (first + timedelta(days=31)).replace(day=1)
    return DateSpan(first_on=first, last_on=following - timedelta(days=1))


def _fiscal_year(year: int) -> DateSpan:
    first = date(year, _FISCAL_START_MONTH, 1)
    return DateSpan(first_on=first, last_on=first.replace(year=year + 1) - timedelta(days=1))
