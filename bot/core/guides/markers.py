"""What a line's beginning says: chapter, number, bullet, caption, footnote, reference."""

from __future__ import annotations

import re
from dataclasses import dataclass

_N = r"[\d一二三四五六七八九十百]+"
_MARKERS = (
    ("chapter", re.compile(rf"第\s*{_N}\s*[章部編](?![がはをにのとで])[\s　:：.．]*|(?:Chapter|PART)\s\d+[.:]?\s*")),
    ("section", re.compile(rf"第\s*{_N}\s*[節項条](?![がはをにのとで])[\s　:：.．]*")),
    ("roman", re.compile(r"[Ⅰ-Ⅻ][\s　.．、:：]*|[IVX]{1,4}[.．][\s　]+")),
    ("decimal", re.compile(r"[0-9０-９]{1,2}(?:[-.－‐．–][0-9０-９]{1,2}){1,3}(?![\d年月日/%％])[\s　.．]*(?=\D)")),
    ("paren", re.compile(r"(?:[(（](?:\d{1,2}|[一二三四五六七八九十ア-オa-eA-E])[)）]|\d{1,2}[)）]|[⑴-⒇])[\s　]*")),
    ("circled", re.compile(r"[①-⑳❶-❿][\s　]*")),
    ("number", re.compile(r"[0-9０-９]{1,2}(?:[.．、][\s　]*(?=[^0-9０-９])|[\s　]+(?=[^0-9０-９\s／/]))")),
    ("kanji", re.compile(r"[一二三四五六七八九十]{1,2}[、．.　][\s　]*")),
    ("square", re.compile(r"[■□◆◇▼▽▲△◎★☆][\s　]*")),
    ("bullet", re.compile(r"[・･●○•‣◦▪▫◯➢➤✓✔][\s　]*(?=\S)|[-–—*+][\s　]+(?=\S)")),
)  # fmt: skip
HEADED = frozenset({"chapter", "section", "roman", "decimal", "square", "bracket"})
"""Marks that make a short line a heading; `number`, `paren`, `circled` and `kanji` may also make list items."""
COUNTED = frozenset({"number", "paren", "circled", "kanji"})

_BRACKETED = re.compile(r"[【〔［\[〈《<＜][^】〕］\]〉》>＞]{1,40}[】〕］\]〉》>＞]$")
_CAPTION = re.compile(
    r"(?:図表?|表|写真|資料|Fig(?:ure|\.)?|Table)\s*[0-9０-９]{1,3}(?:[-－‐.．][0-9０-９]{1,2})?(?:[\s　:：.．]+\S|$)",
    re.I,
)
_SOURCE = re.compile(r"(?:出所|出典|資料|注|備考|（注|（出所|※|Source|Note)[0-9０-９]*[）):：]")
_UNIT = re.compile(
    r"[0-9０-９]{1,2}\s*(?:年|月|日|人|社|件|円|万|億|千|割|倍|回|名|個|台|時|分|点|位|％|%|つの|か月|ヶ月)"
)
_DATE = re.compile(r"(?:19|20)\d{2}\s*[./年-]\s*\d{1,2}\s*[./月-]\s*\d{1,2}\s*日?$")


@dataclass(frozen=True, slots=True)
class Mark:
    """The sort of mark a line begins with ("" for none) and the text after it."""

    sort: str
    rest: str


def mark_of(text: str) -> Mark:
    """The mark at the beginning of a line."""
    if _BRACKETED.match(text):
        return Mark("bracket", text)
    for sort, pattern in _MARKERS:
        found = pattern.match(text)
        if found and found.end() < len(text):
            if sort == "number" and (_UNIT.match(text) or _DATE.match(text)):
                continue
            return Mark(sort, text[found.end() :])
        if found and sort in {"chapter", "section"}:
            return Mark(sort, text)
    return Mark("", text)


def is_caption(text: str) -> bool:
    """図1　…, 表2-1 …, Table 3: …"""
    return len(text) <= 90 and _CAPTION.match(text) is not None


def is_source_note(text: str) -> bool:
    """出所）…, 注）…, ※… under a figure."""
    return _SOURCE.match(text) is not None


def date_of(text: str) -> str | None:
    """The ISO date of a line that is nothing but a date, else None."""
    found = _DATE.match(text.strip())
    if not found:
        return None
    year, month, day = (int(part) for part in re.findall(r"\d+", found.group()))
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None
