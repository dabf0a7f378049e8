"""When a digest is due: moved by holidays and leave, never at night, once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest

from bot.bootstrap import load_working_days
from bot.core.digests.models import Digest, DigestChoice, DigestKind, Scope
from bot.core.digests.timing import Moment, due, next_weekly
from bot.core.people import Member
from bot.core.person_days import PersonDays
from tests.unit.core.digests.house import TAKAHASHI, at

COUNTRY = load_working_days()
WEEKLY, DAILY = DigestKind.WEEKLY, DigestKind.DAILY
Due = tuple[DigestKind, date] | None


def look(
    now: datetime,
    *planned: Digest,
    away: tuple[date, date] | None = None,
    member: Member = TAKAHASHI,
    choice: DigestChoice | None = None,
) -> Due:
    moment = Moment(
        member=member,
        choice=choice or DigestChoice(person_id=member.id),
        now=now,
        days=PersonDays(COUNTRY, away=away),
        hours=(time(9), time(17, 30)),
    )
    return due(moment, planned)


def had(kind: DigestKind, day: date, on: date | None = None, *, is_given_back: bool = False) -> Digest:
    created = at(on or day)
    return Digest(id="x", person_id="takahashi", kind=kind, day=day, created_at=created, is_given_back=is_given_back)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at(date(2026, 11, 16), 8, 59), None),
        (at(date(2026, 11, 16)), (WEEKLY, date(2026, 11, 16))),
        (at(date(2026, 11, 16), 17, 29), (WEEKLY, date(2026, 11, 16))),
        (at(date(2026, 11, 16), 17, 30), None),
        (at(date(2026, 11, 15)), None),
        # November 23 is a holiday.
        (at(date(2026, 11, 23)), None),
        (at(date(2026, 11, 24)), (WEEKLY, date(2026, 11, 23))),
        (at(date(2026, 11, 25)), (DAILY, date(2026, 11, 25))),
    ],
)
def test_weekly_on_the_first_working_day_from_monday(now: datetime, expected: Due) -> None:
    assert look(now) == expected


def test_after_leave_it_comes_once_on_the_first_day_back() -> None:
    away = (date(2026, 11, 5), date(2026, 11, 18))
    assert look(at(date(2026, 11, 16)), away=away) is None
    assert look(at(date(2026, 11, 18)), away=away) == (WEEKLY, date(2026, 11, 16))


def test_once_and_with_no_daily_one_on_its_day() -> None:
    monday = date(2026, 11, 16)
    assert look(at(monday, 10), had(WEEKLY, monday)) is None
    assert look(at(date(2026, 11, 17)), had(WEEKLY, monday)) == (DAILY, date(2026, 11, 17))
    assert look(at(date(2026, 11, 17), 10), had(WEEKLY, monday), had(DAILY, date(2026, 11, 17))) is None


def test_what_an_outage_kept_comes_on_the_next_working_day() -> None:
    week_before, monday = had(WEEKLY, date(2026, 11, 9)), date(2026, 11, 16)
    assert look(at(date(2026, 11, 17)), week_before) == (WEEKLY, monday)
    given_back = had(WEEKLY, monday, is_given_back=True)
    assert look(at(date(2026, 11, 17)), week_before, given_back) == (WEEKLY, monday)


def test_nothing_late_for_whoever_has_just_come_or_chosen() -> None:
    monday, week_before = date(2026, 11, 16), had(WEEKLY, date(2026, 11, 9))
    new = replace(TAKAHASHI, added_at=at(monday, 9, 30))
    assert look(at(monday, 10), member=new) is None
    chosen = DigestChoice(person_id="takahashi", weekly_on=4, chosen_at=at(date(2026, 11, 17), 8))
    assert look(at(date(2026, 11, 17)), week_before, choice=chosen) == (DAILY, date(2026, 11, 17))
    assert look(at(date(2026, 11, 19)), week_before, choice=chosen) == (WEEKLY, date(2026, 11, 19))


def test_by_their_own_day_hour_and_zone() -> None:
    chosen = DigestChoice(person_id="takahashi", weekly_on=3, at=time(13), is_daily=False)
    assert look(at(date(2026, 11, 18), 12, 59), choice=chosen) is None
    assert look(at(date(2026, 11, 18), 13), choice=chosen) == (WEEKLY, date(2026, 11, 18))
    assert look(at(date(2026, 11, 19), 13), choice=chosen) is None
    berlin = replace(TAKAHASHI, time_zone="Europe/Berlin")
    assert look(at(date(2026, 11, 16), 16, 59), member=berlin) is None
    assert look(at(date(2026, 11, 16), 17), member=berlin) == (WEEKLY, date(2026, 11, 16))


def test_the_daily_one_by_its_own_days_and_hour() -> None:
    chosen = DigestChoice(person_id="takahashi", daily_on=(2, 4), daily_at=time(15))
    had_weekly = had(WEEKLY, date(2026, 11, 16))
    assert look(at(date(2026, 11, 17), 14, 59), had_weekly, choice=chosen) is None
    assert look(at(date(2026, 11, 17), 15), had_weekly, choice=chosen) == (DAILY, date(2026, 11, 17))
    assert look(at(date(2026, 11, 18), 15), had_weekly, choice=chosen) is None
    late = replace(chosen, chosen_at=at(date(2026, 11, 17), 15, 1))
    assert look(at(date(2026, 11, 17), 15, 2), had_weekly, choice=late) is None


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        # What it would say stands in the weekly one.
        ({}, None),
        ({"daily_at": time(9)}, None),
        ({"daily_scope": Scope.ALL}, None),
        # What is new since the morning, or of other firms, does not.
        ({"daily_at": time(15)}, (DAILY, date(2026, 11, 16))),
        ({"daily_scope": Scope.OWN}, (DAILY, date(2026, 11, 16))),
    ],
)
def test_on_the_day_of_the_weekly_one_only_with_an_hour_or_firms_of_its_own(own: dict[str, Any], expected: Due) -> None:
    chosen = DigestChoice(person_id="takahashi", **own)
    assert look(at(date(2026, 11, 16), 15), had(WEEKLY, date(2026, 11, 16)), choice=chosen) == expected


def test_the_earlier_of_both_does_not_wait_for_the_other() -> None:
    monday, chosen = date(2026, 11, 16), DigestChoice(person_id="takahashi", at=time(13), daily_at=time(9, 30))
    assert look(at(monday, 9, 29), choice=chosen) is None
    assert look(at(monday, 9, 30), choice=chosen) == (DAILY, monday)
    assert look(at(monday, 12), had(DAILY, monday), choice=chosen) is None
    assert look(at(monday, 13), had(DAILY, monday), choice=chosen) == (WEEKLY, monday)


def test_an_hour_outside_of_theirs_is_at_its_edge() -> None:
    late = DigestChoice(person_id="takahashi", at=time(20))
    assert look(at(date(2026, 11, 16)), choice=late) == (WEEKLY, date(2026, 11, 16))


@pytest.mark.parametrize(
    ("now", "expected"), [(at(date(2026, 11, 16)), date(2026, 11, 24)), (at(date(2026, 11, 13)), date(2026, 11, 16))]
)
def test_when_the_next_one_comes(now: datetime, expected: date) -> None:
    days: Sequence[date] = [expected]
    moment = Moment(
        member=TAKAHASHI,
        choice=DigestChoice(person_id="takahashi"),
        now=now,
        days=PersonDays(COUNTRY),
        hours=(time(9), time(17, 30)),
    )
    assert [next_weekly(moment)] == list(days)
