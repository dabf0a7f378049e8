"""A short simulation counts nothing wrong; with a safeguard broken, the counters say so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from bot.adapters.holiday_file import shipped_calendar
from bot.adapters.storage.nudges import NudgeRepository
from bot.bootstrap import Library
from bot.bootstrap_meetings import Meetings, make_meetings
from bot.core.deliveries.models import Delivery, NotFound, ReadBack
from bot.core.meetings.names import same_company_key
from bot.core.nudges import slots
from bot.core.owed import Addressed, Owed
from bot.core.work_calendars import WorkCalendars
from bot.simulation.habits import Habits, load_habits
from bot.simulation.mailbox import Mailbox
from bot.simulation.year import Changed, Wanted, Year, simulate

GOLDEN_WEEK = date(2026, 4, 20)


@pytest.fixture(scope="module")
def habits() -> Habits:
    return load_habits()


def lived(habits: Habits, *, days: int = 21, first: date = GOLDEN_WEEK, changed: Changed | None = None) -> Year:
    wanted = Wanted(first=first, days=days, firms=4, encounters=60, seed=7)
    return simulate(wanted, habits, changed=changed)


def test_a_short_year_loses_and_doubles_nothing(habits: Habits) -> None:
    year = simulate(Wanted(first=date(2026, 4, 1), days=30, firms=10, encounters=200, seed=7), habits)
    count = year.count
    assert (count.lost, count.duplicates, count.outside_hours, count.on_holiday) == (0, 0, 0, 0), count.examples
    assert (count.about_closed, count.unnamed, year.missing, year.errors) == (0, 0, {}, []), count.examples
    assert count.nudges > 200
    assert count.most_a_day <= 3
    assert count.beyond_pace == 0, count.examples
    assert 0 < count.acted_on < count.nudges
    assert (year.encounters, sum(year.states.values())) == (200, 200)


def test_the_same_seed_is_the_same_year(habits: Habits) -> None:
    one, again = (replace(lived(habits), seconds=0, peak_mb=0) for _ in range(2))
    assert one == again


def test_a_planner_that_knows_no_holidays_is_seen(habits: Habits) -> None:
    def without_holidays(library: Library, _: Meetings) -> Meetings:
        shipped = shipped_calendar()
        calendars = WorkCalendars(
            store=library.database.calendars,
            shipped=shipped.model_copy(update={"holidays": shipped.holidays[:1]}),
            clock=library.clock,
            directory=library.database.people,
            partner_key=same_company_key,
            monotonic=lambda: 0.0,
        )
        return make_meetings(replace(library, calendars=calendars), real_now=library.clock.now)

    assert lived(habits, changed=Changed(joined=without_holidays)).count.on_holiday > 0


def test_a_tick_that_does_not_advance_is_seen(habits: Habits, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(NudgeRepository, "_advance", lambda *_: None)
    monkeypatch.setattr(NudgeRepository, "steps_told", lambda *_: {})
    # The database refuses to tell the same step twice: so it shows as lost what follows.
    count = lived(habits).count
    assert count.lost + count.duplicates > 0


def test_a_reading_back_that_finds_nothing_is_seen(habits: Habits, monkeypatch: pytest.MonkeyPatch) -> None:
    def find(_mailbox: Mailbox, *, delivery: Delivery, since: object) -> ReadBack:
        return NotFound()

    monkeypatch.setattr(Mailbox, "find", find)
    often = habits.model_copy(update={"trouble": habits.trouble.model_copy(update={"dropped": 0.3})})
    assert lived(often).count.duplicates > 0


def test_what_is_dropped_in_silence_is_seen(habits: Habits) -> None:
    def forgetful(_: Library, meetings: Meetings) -> Meetings:
        nudge = meetings.composers["nudge"]

        def compose(owed: Owed) -> Addressed | None:
            return None if owed.person.endswith("1") else nudge(owed)

        return replace(meetings, composers={**meetings.composers, "nudge": compose})

    assert lived(habits, changed=Changed(joined=forgetful)).count.lost > 0


def test_a_slot_at_night_is_seen(habits: Habits, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slots, "hours_of", lambda _: (time(0), time(23, 59)))
    monkeypatch.setattr(slots, "times_of", lambda *_: (time(0),))
    assert lived(habits).count.outside_hours > 0
