"""Moments as people say them, in their own time zone. The only place where a date becomes words."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from bot.core.calendars import zone_of
from bot.core.messages import Locale

_WEEKDAYS = {"ja": "月火水木金土日", "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def spoken_moment(moment: datetime, *, locale: Locale, time_zone: str) -> str:
    """11月26日（木）17:00 or Thu 26 Nov, 17:00, at the reader's place. Raises ValueError for a naive moment."""
    return f"{spoken_day(moment, locale=locale, time_zone=time_zone)}{_JOINT[locale]}{_there(moment, time_zone):%H:%M}"


def spoken_day(moment: datetime, *, locale: Locale, time_zone: str) -> str:
    """11月26日（木） or Thu 26 Nov, at the reader's place. Raises ValueError for a naive moment."""
    return spoken_date(_there(moment, time_zone).date(), locale=locale)


def spoken_date(day: date, *, locale: Locale, this_year: int | None = None) -> str:
    """11月26日（木） or Thu 26 Nov; with its year where that is not `this_year`, if one is given."""
    weekday = _WEEKDAYS[locale][day.weekday()]
    is_other_year = this_year is not None and day.year != this_year
    if locale == "ja":
        return f"{f'{day.year}年' if is_other_year else ''}{day.month}月{day.day}日（{weekday}）"
    return f"{weekday} {day.day} {_MONTHS[day.month - 1]}{f' {day.year}' if is_other_year else ''}"


def spoken_weekdays(weekdays: Collection[int], *, locale: Locale) -> str:
    """水・土 or Wed, Sat; ISO weekdays, in the order of the week."""
    return ("・" if locale == "ja" else ", ").join(_WEEKDAYS[locale][day - 1] for day in sorted(weekdays))


_JOINT = {"ja": "", "en": ", "}


def _there(moment: datetime, time_zone: str) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment must be aware")
    return moment.astimezone(zone_of(time_zone))
