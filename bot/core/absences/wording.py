"""How days off are said."""

from __future__ import annotations

from datetime import date

from bot.core.calendar_entries import CalendarEntry
from bot.core.messages import Locale, Message
from bot.core.spoken_dates import spoken_date, spoken_weekdays


def days_of_entry(entry: CalendarEntry, *, locale: Locale, today: date | None = None) -> Message:
    """Which days an entry speaks of, and under which name. Years are said, but for the year of `today`."""
    works = {"works": "yes" if entry.is_working else "no", "name": entry.name}
    first, last = entry.from_on, entry.last_on
    if first is None or last is None:
        return Message("calendar-entry-weekly", {**works, "days": spoken_weekdays(entry.weekdays, locale=locale)})
    if entry.is_yearly:
        days = {"first": _without_year(first, locale), "last": _without_year(last, locale)}
        return Message("calendar-entry-yearly" if first == last else "calendar-entry-yearly-range", {**works, **days})
    year = today.year if today else -1
    said = {"first": spoken_date(first, locale=locale, this_year=year)}
    if first == last:
        return Message("calendar-entry-day", {**works, **said})
    last_said = spoken_date(last, locale=locale, this_year=first.year if year == -1 else year)
    return Message("calendar-entry-range", {**works, **said, "last": last_said})


def _without_year(day: date, locale: Locale) -> str:
    """12月29日 or 29 Dec: on which weekday it falls is another one every year."""
    said = spoken_date(day, locale=locale)
    return said.partition("（")[0] if locale == "ja" else said.partition(" ")[2]
