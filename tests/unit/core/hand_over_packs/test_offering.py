"""Unasked: before the fiscal year ends and before a long leave, once for each."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.core.hand_over_packs.offering import Leave
from bot.core.hand_over_packs.year_ends import year_ends
from bot.core.membership.models import Changes
from bot.core.owed import Owed
from bot.core.people import Company
from tests.unit.core.hand_over_packs.house import House, full, say

AUTUMN = datetime(2026, 10, 5, 1, 0, tzinfo=UTC)


def owed(house: House) -> list[Owed]:
    return list(house.owed_ids.values())


def said(house: House) -> list[str]:
    found = [house.service.composers[one.kind](one) for one in owed(house)]
    return [say(one.reply.parts[0].message) for one in found if one is not None]  # type: ignore[union-attr]


def test_weeks_before_the_fiscal_year_ends_it_is_offered_once_to_whoever_has_firms() -> None:
    house = full()
    house.moment = datetime(2027, 3, 2, 1, 0, tzinfo=UTC)
    assert house.service.tick() == 0
    house.moment = datetime(2027, 3, 4, 1, 0, tzinfo=UTC)
    assert house.service.tick() == 1
    assert [house.service.tick() for _ in range(3)] == [0, 0, 0]
    # Another day, the same year: not again.
    house.moment = datetime(2027, 3, 30, 1, 0, tzinfo=UTC)
    assert house.service.tick() == 0
    assert {one.person for one in owed(house)} == {"U05"}
    [text] = said(house)
    assert "3月31日（水）" in text


def test_whoever_is_asked_about_that_day_anyway_is_not_also_offered_it() -> None:
    house = full()
    house.endings = [date(2027, 3, 31)]
    house.moment = datetime(2027, 3, 8, 1, 0, tzinfo=UTC)
    assert house.service.tick() == 0


def test_a_long_leave_is_an_occasion_and_a_short_one_is_none() -> None:
    house = full()
    house.moment = AUTUMN
    house.leaves = [Leave(id="short", first_on=date(2026, 11, 2), last_on=date(2026, 11, 14))]
    assert house.service.tick() == 0
    house.leaves.append(Leave(id="long", first_on=date(2026, 11, 2), last_on=date(2026, 11, 15)))
    assert (house.service.tick(), house.service.tick()) == (1, 0)
    [text] = said(house)
    assert "11月2日（月）〜11月15日（日）" in text


def test_what_is_not_wanted_any_more_is_not_sent() -> None:
    house = full()
    house.moment = AUTUMN
    house.leaves = [Leave(id="long", first_on=date(2026, 11, 2), last_on=date(2026, 12, 15))]
    house.service.tick()
    assert len(said(house)) == 1
    house.leaves = []
    assert said(house) == []
    house.leaves = [Leave(id="long", first_on=date(2026, 11, 2), last_on=date(2026, 12, 15))]
    house.people.change(lambda _: Changes(companies=_of_another_coordinator(house)))
    assert said(house) == []


def _of_another_coordinator(house: House) -> tuple[Company, ...]:
    return tuple(replace(one, coordinator_id="ito") for one in house.people.companies())


@pytest.mark.parametrize("moment", [datetime(2027, 3, 6, 1, 0, tzinfo=UTC), datetime(2027, 3, 8, 12, 0, tzinfo=UTC)])
def test_on_a_day_off_and_after_hours_nobody_is_told(moment: datetime) -> None:
    house = full()
    house.moment = moment
    assert house.service.tick() == 0


def test_when_fiscal_years_end_is_read_from_a_line() -> None:
    ends = year_ends("03-31; みなと産業 支援センター=09-30 ;北機構=02-29")
    assert ends.next_end("どこか", date(2026, 4, 1)) == date(2027, 3, 31)
    assert ends.next_end("どこか", date(2027, 3, 31)) == date(2027, 3, 31)
    assert ends.next_end("みなと産業支援センター", date(2026, 4, 1)) == date(2026, 9, 30)
    assert ends.next_end("北機構", date(2027, 1, 1)) == date(2027, 2, 28)


@pytest.mark.parametrize("text", ["", "3/31", "13-01", "02-30", "03-31;=09-30", "03-31;x"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        year_ends(text)
