"""Times of day as they are written: 10時, 午後3時半, 9:30, 15時〜16時, 正午, 10am, at 3, noon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from bot.core.meetings.parsing.models import AFTERNOON_ASSUMED, HALF_NOT_SAID, TIME_NOT_SAID
from bot.core.meetings.parsing.numerals import NUMBER, number

_AFTER_NOON = frozenset("午後 夜 夕方 昼 お昼 夕 晩 pm p.m. p.m".split())
_BEFORE_NOON = frozenset("午前 朝 早朝 深夜 am a.m. a.m".split())
_BEFORE = r"(?:(?P<half>午前|午後|朝|夜|夕方|お昼|昼|早朝|深夜|夕|晩|[AaPp]\.?[Mm]\.?)の?\s?)?"
_CLOCK = rf"(?P<hour>{NUMBER})時(?!間|点|期|代|短|差|価|速|々|節)(?P<half_hour>半)?(?:(?P<minute>{NUMBER})分)?"
_COLON = r"(?<![\d:.])(?P<hour>\d{1,2})[::](?P<minute>\d{2})(?![\d:])"
_LATER_CLOCK = rf"(?:\s?(?:~|から|-)\s?(?:午[前後])?{NUMBER}時(?!間)半?(?:{NUMBER}分)?)?"
_LATER_COLON = r"(?:\s?(?:~|から|-|to)\s?\d{1,2}:\d{2})?(?:\s?~)?"
_LATIN = r"\s?(?P<after>[ap]\.?m\b\.?)"
_LATER_LATIN = r"(?:\s?(?:-|to)\s?\d{1,2}(?::\d{2})?\s?(?:[ap]\.?m\b\.?)?)?"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_BEFORE}{_CLOCK}(?:過ぎ|すぎ|ちょうど)?{_LATER_CLOCK}",
        rf"{_BEFORE}{_COLON}(?:{_LATIN})?{_LATER_COLON}",
        rf"(?<![\d:.])(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d{{2}}))?{_LATIN}{_LATER_LATIN}",
        r"(?:(?<=\bat )|(?<=@ )|(?<=@))(?P<hour>\d{1,2})(?![\d:/]|\.\d|\s?[ap]\.?m|\s?(?:%|people|firms"
        r"|companies))(?:\s?o'clock)?",
        r"(?P<noon>正午|\bnoon\b)",
        r"(?P<vague>朝一番?|朝イチ|朝いち|午前中|午後一番?|午後イチ|午後いち|夕方|午前(?!\d)|午後(?!\d)"
        r"|(?:in the )?(?:morning|afternoon|evening)\b)",
    )
)


@dataclass(frozen=True, slots=True)
class NamedTime:
    """A time of day from `begin` to `end`; `at` is None for a part of the day without an hour."""

    begin: int
    end: int
    at: time | None
    notes: tuple[str, ...] = ()


def find_times(text: str) -> list[NamedTime]:
    """The times in order, without overlaps; what is no time of day (25時) is left out. Never raises."""
    found = [one for pattern in _PATTERNS for match in pattern.finditer(text) if (one := _read(match)) is not None]
    found.sort(key=lambda one: (one.begin, one.at is None, -one.end))
    kept: list[NamedTime] = []
    for one in found:
        if not kept or one.begin >= kept[-1].end:
            kept.append(one)
        elif kept[-1].at is None and one.at is not None:
            kept[-1] = one
    return kept


def _read(match: re.Match[str]) -> NamedTime | None:
    found = match.groupdict()
    if found.get("noon"):
        return NamedTime(match.start(), match.end(), time(12))
    if found.get("vague"):
        return NamedTime(match.start(), match.end(), None, (TIME_NOT_SAID,))
    half = (found.get("half") or found.get("after") or "").lower().replace("午前中", "午前")
    try:
        hour = number(found["hour"])
        minute = 30 if found.get("half_hour") else number(found["minute"]) if found.get("minute") else 0
        at, notes = _on_the_clock(hour, minute, half, is_written_full=found["hour"].startswith("0"))
    except ValueError:
        return None
    return NamedTime(match.start(), match.end(), at, notes)


def _on_the_clock(hour: int, minute: int, half: str, *, is_written_full: bool) -> tuple[time | None, tuple[str, ...]]:
    """The hour as written; where 午前 or 午後 is not said, what business leaves open.

    From 1 to 5 the other reading is the night, so it is the afternoon, with a note. 6 may be the market in the morning
    or the supper in the evening: the field stays empty, with a note. From 7 on it is as written. Raises ValueError.
    """
    half = half.replace(".", "") if half.isascii() else half
    if half in _BEFORE_NOON or half == "am":
        return time(0 if hour == 12 and half in {"am", "深夜"} else hour, minute), ()
    if half in _AFTER_NOON or half == "pm":
        return time(hour + 12 if hour < 12 and not (half in {"昼", "お昼"} and hour > 9) else hour, minute), ()
    if 1 <= hour <= 5 and not is_written_full:
        return time(hour + 12, minute), (AFTERNOON_ASSUMED,)
    if hour == 6 and not is_written_full:
        return None, (HALF_NOT_SAID,)
    return time(hour, minute), ()
