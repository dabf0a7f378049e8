"""What stands in one cell as a value, or None where it cannot be read. Cells are as office programs write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import time
from typing import TypeVar

from bot.core.calendars import is_zone
from bot.core.membership.models import email_key
from bot.core.messages import Locale
from bot.core.people import ROLE_WORDS, Role

Value = TypeVar("Value")

_LOCALES: dict[Locale, tuple[str, ...]] = {"ja": ("ja", "日本語", "japanese"), "en": ("en", "英語", "english")}
_IN_JAPAN = ("日本", "日本時間", "jst", "japan")
_DAYS = (
    ("月", "mon", "monday", "1"),
    ("火", "tue", "tuesday", "2"),
    ("水", "wed", "wednesday", "3"),
    ("木", "thu", "thursday", "4"),
    ("金", "fri", "friday", "5"),
    ("土", "sat", "saturday", "6"),
    ("日", "sun", "sunday", "7"),
)
_DAY = {word: number for number, words in enumerate(_DAYS, start=1) for word in words}
_ONE_DAY = "|".join(sorted(_DAY, key=len, reverse=True))
_FROM_TO = re.compile(rf"({_ONE_DAY})(?:から|[-~〜–−ー])({_ONE_DAY})|({_ONE_DAY})")
_TIME = re.compile(r"(\d{1,2})(?:[:時](\d{1,2}))?(?::00)?[時分]?")
_NONE = ("なし", "無し", "無", "-", "ー", "none")


def none_is_meant(text: str) -> bool:
    """True for a cell that says "nobody" or "no firm", which is not the same as an empty one."""
    return _folded(text) in _NONE


def roles_of(text: str) -> frozenset[Role] | None:
    """Several are separated by ・ 、 , ; / or +. Nobody is a guest and something else."""
    words = [word for word in re.split(r"[・、,;/+\s]+", _folded(text)) if word]
    found = {_one_of(ROLE_WORDS, word) for word in words}
    if not found or None in found or (Role.GUEST in found and len(found) > 1):
        return None
    return frozenset(role for role in found if role)


def locale_of(text: str) -> Locale | None:
    """ja or en, in either language."""
    return _one_of(_LOCALES, _folded(text))


def time_zone_of(text: str) -> str | None:
    """An IANA name that this machine knows."""
    if _folded(text) in _IN_JAPAN:
        return "Asia/Tokyo"
    name = unicodedata.normalize("NFKC", text).strip()
    return name if is_zone(name) else None


def time_of(text: str) -> time | None:
    """9:00, 09:00:00, 9時, 9時30分."""
    found = _TIME.fullmatch(_folded(text))
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return time(int(found[1]), int(found[2] or 0))


def days_of(text: str) -> frozenset[int] | None:
    """ISO weekdays: 月火水木金, 月〜金, 平日, Mon-Fri, 12345."""
    folded = _folded(text).replace("平日", "月-金").replace("毎日", "月-日").replace("曜日", "").replace("曜", "")
    spaced = re.sub(r"[・、,;/+\s]+", "", folded)
    days: set[int] = set()
    place = 0
    while found := _FROM_TO.match(spaced, place):
        place = found.end()
        first, last = (_DAY[found[1]], _DAY[found[2]]) if found[1] else (_DAY[found[3]], _DAY[found[3]])
        days |= {1 + (first - 1 + step) % 7 for step in range((last - first) % 7 + 1)}
    return frozenset(days) if days and place == len(spaced) else None


def slack_id_of(text: str) -> str | None:
    """A member id such as U0123ABCD; it never names a channel (C…) or a workspace (T…)."""
    upper = unicodedata.normalize("NFKC", text).strip().upper()
    return upper if re.fullmatch(r"[UW][A-Z0-9]{2,30}", upper) else None


def email_of(text: str) -> str | None:
    """An e-mail address in small letters."""
    key = email_key(text).removeprefix("mailto:")
    return key if len(key) <= 254 and re.fullmatch(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;.]+", key) else None


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().lower()


def _one_of(table: Mapping[Value, tuple[str, ...]], word: str) -> Value | None:
    return next((value for value, words in table.items() if word in words), None)
