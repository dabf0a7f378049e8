"""Calendars and cadences as the oracle reads them: from the data files alone, by few and plain rules.

It shares no code with the product on purpose, and is slower and shorter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from bot.resources import knowledge_folder, prompts_folder
from bot.simulation.ledger import Wait
from bot.simulation.town import Days, Person, Town

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder that must come: which step, on which day, from which hour on."""

    step: int
    on: date
    hour: time


class Calendar:
    """Whose days are working days."""

    def __init__(self, town: Town) -> None:
        read = yaml.safe_load((knowledge_folder() / "calendars" / "japan.yaml").read_text(encoding="utf-8"))
        self._holidays = {one["day"] for one in read["holidays"]}
        self._year_end = set(read["year_end"]["days"])
        self._town = town
        self._known: dict[tuple[str, date], bool] = {}
        self._off = {(firm.name, partner): days for firm in town.firms for partner, days in firm.days_off}

    def works(self, person: Person, day: date) -> bool:
        """Does somebody work on that day?"""
        known = self._known.get((person.address, day))
        if known is None:
            known = self._known[person.address, day] = self._works(person, day)
        return known

    def _works(self, person: Person, day: date) -> bool:
        if _within(day, person.leave):
            return False
        firm = self._town.by_firm.get(person.firm)
        if firm is not None and day in firm.working:
            return True
        is_closed = firm is not None and _within(day, firm.closed)
        return day.isoweekday() <= 5 and not self.is_holiday(day) and not is_closed

    def is_holiday(self, day: date) -> bool:
        """Is nobody in the country at work?"""
        return day in self._holidays or f"{day:%m-%d}" in self._year_end

    def is_open(self, firm: str, partner: str, day: date) -> bool:
        """Can an outside firm be reached, as far as a firm knows?"""
        off = self._off.get((firm, partner), frozenset({6, 7}))
        return day.isoweekday() not in off and not self.is_holiday(day)

    def hears(self, person: Person, day: date) -> bool:
        """Is it a day on which somebody wants to hear of us?"""
        if not self.works(person, day):
            return False
        monday = day - timedelta(days=day.weekday())
        earlier = (monday + timedelta(days=number) for number in range(day.weekday()))
        return person.pace != "lighter" or not any(self.works(person, one) for one in earlier)

    def from_on(self, person: Person, day: date) -> date:
        """The day itself, or the first one after it on which somebody works."""
        while not self.works(person, day):
            day += _DAY
        return day

    def back_to(self, person: Person, day: date) -> date:
        """The day itself, or the last one before it on which somebody works."""
        while not self.works(person, day):
            day -= _DAY
        return day

    def after(self, person: Person, day: date, count: int) -> date:
        """So many working days later, or earlier; 0 is the day itself or the next one."""
        for _ in range(abs(count)):
            day = self.from_on(person, day + _DAY) if count > 0 else self.back_to(person, day - _DAY)
        return self.from_on(person, day) if count == 0 else day


class Cadence:
    """The default cadence: prompts/cadences/default.yaml."""

    def __init__(self, calendar: Calendar) -> None:
        read = yaml.safe_load((prompts_folder() / "cadences" / "default.yaml").read_text(encoding="utf-8"))
        self._matters: Mapping[str, Any] = read["matters"]
        self._calendar = calendar

    def dues(self, wait: Wait, person: Person, began: datetime, last: date) -> list[Due]:
        """Every reminder of something that waits, from the one that counts when it begins, up to a last day."""
        today = began.astimezone(ZoneInfo(person.zone)).date()
        days = self._days(wait, person, last)
        opens = self._calendar.from_on(person, max(today, wait.not_before or today))
        passed = [number for number, day in enumerate(days) if day <= opens]
        first = passed[-1] if passed else 0
        found, latest = list[Due](), date.min
        for number, day in list(enumerate(days))[first:]:
            step = self._step(wait.matter, number)
            if number == first and (wait.not_before or day < today if passed else wait.comes_back):
                day = opens
            day = self._reached(step, wait, person, day)
            if wait.not_before and number > first:
                day = max(day, self._calendar.from_on(person, wait.not_before))
            latest = max(latest, day)
            found.append(Due(number, latest, time.fromisoformat(step.get("from_time", "00:00"))))
        return found

    def _step(self, matter: str, number: int) -> Mapping[str, Any]:
        steps = self._matters[matter]["steps"]
        found: Mapping[str, Any] = steps[min(number, len(steps) - 1)]
        return found

    def _days(self, wait: Wait, person: Person, last: date) -> list[date]:
        rule, days, latest = self._matters[wait.matter], list[date](), date.min
        for step in rule["steps"]:
            latest = max(latest, self._day(step, step["after"], wait.since, person, step["on_day_off"]))
            days.append(latest)
        while rule["repeat_every"] and latest <= last:
            latest = self._day(rule["steps"][-1], rule["repeat_every"], latest, person, "next_working_day")
            days.append(latest)
        return days

    def _day(self, step: Mapping[str, Any], count: int, since: date, person: Person, on_day_off: str) -> date:
        if step["counts"] == "working_days" and count:
            return self._calendar.after(person, since, count)
        day = since + timedelta(days=count)
        is_next = on_day_off == "next_working_day"
        return self._calendar.from_on(person, day) if is_next else self._calendar.back_to(person, day)

    def _reached(self, step: Mapping[str, Any], wait: Wait, person: Person, day: date) -> date:
        if not step.get("calls_partner") or not wait.partner:
            return day
        while not self._calendar.is_open(wait.firm, wait.partner, day):
            day = self._calendar.from_on(person, day + _DAY)
        return day


def known_until() -> date:
    """The last day whose holidays are known."""
    read = yaml.safe_load((knowledge_folder() / "calendars" / "japan.yaml").read_text(encoding="utf-8"))
    until: date = read["until"]
    return until


def moment(day: date, hour: time, zone: str) -> datetime:
    """What a clock on the wall shows, as an aware moment."""
    return datetime.combine(day, hour, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def _within(day: date, spans: tuple[Days, ...]) -> bool:
    return any(first <= day <= last for first, last in spans)
