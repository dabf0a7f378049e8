"""The oracle by itself: what it calls lost, and what too many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.simulation.ledger import MAIN, REQUEST, Lead, Ledger
from bot.simulation.mailbox import Noted
from bot.simulation.oracle import Count, Oracle
from bot.simulation.rules import Calendar
from bot.simulation.town import Firm, Person, Town

MONDAY = date(2026, 6, 1)
OWNER = Person(address="U2", name="鈴木", firm="北浜金属", opens=time(9, 0), closes=time(17, 30))
LATE = Person(address="U1", name="佐藤", firm="北浜金属", opens=time(10, 0), closes=time(19, 0))
TOWN = Town(
    first=MONDAY,
    last=date(2026, 6, 30),
    firms=(Firm(name="北浜金属", coordinator="U9", people=("U1", "U2")),),
    people=(LATE, OWNER),
    partners=(),
)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of June by the clock in Japan."""
    return datetime(2026, 6, day, hour - 9, minute, tzinfo=UTC)


def told(*moments: datetime) -> Sequence[Noted]:
    return [
        Noted(delivery_id=str(one), address="U1", at=one, is_nudge=True, told=(("丹波製作所", MAIN),))
        for one in moments
    ]


def judged(began: datetime, until: datetime, noted: Sequence[Noted]) -> Count:
    """Somebody wrote down an encounter of a week ago, without a next step, and closed it."""
    met = date(2026, 5, 25)
    lead = Lead(key="丹波製作所", owner="U1", firm="北浜金属", partner="丹波製作所", contact_on=met, counts_from=met)
    ledger = Ledger()
    ledger.put(lead, began)
    ledger.settle(lead.key, until)
    return Oracle(TOWN, Calendar(TOWN), ledger).judge(noted)


def test_what_waited_a_whole_day_and_was_not_told_is_lost() -> None:
    assert judged(at(1, 9, 0), at(1, 19, 30), []).lost == 1


def test_what_was_told_is_not_lost() -> None:
    assert judged(at(1, 9, 0), at(1, 19, 30), told(at(1, 10, 0))).lost == 0


@pytest.mark.parametrize("minute", [1, 30, 59])
def test_what_began_within_the_hour_before_they_open_may_come_on_the_next_day(minute: int) -> None:
    began = at(1, 9, minute)
    assert judged(began, at(1, 19, 30), []).lost == 0
    assert judged(began, at(2, 19, 30), []).lost == 1
    assert judged(began, at(2, 19, 30), told(at(2, 10, 0))).lost == 0


def test_a_second_message_on_a_day_is_more_than_they_want() -> None:
    assert judged(at(1, 9, 0), at(2, 12, 0), told(at(1, 10, 0), at(2, 10, 0))).beyond_pace == 0
    assert judged(at(1, 9, 0), at(2, 12, 0), told(at(1, 10, 0), at(1, 15, 0))).beyond_pace == 1


def asked_twice(*moments: datetime) -> Count:
    """On the 1st and on the 3rd somebody asks the same colleague for two things; nobody answers until the 5th."""
    met = date(2026, 6, 1)
    lead = Lead(
        key="丹波製作所",
        owner="U2",
        firm="北浜金属",
        partner="丹波製作所",
        contact_on=met,
        counts_from=met,
        asked=(("U1", date(2026, 6, 1), "見積を送る"),),
    )
    ledger = Ledger()
    ledger.put(lead, at(1, 9, 0))
    ledger.put(replace(lead, asked=(*lead.asked, ("U1", date(2026, 6, 3), "図面を借りる"))), at(3, 12, 0))
    ledger.settle(lead.key, at(5, 19, 30))
    noted = [
        Noted(delivery_id=str(one), address="U1", at=one, is_nudge=True, told=(("丹波製作所", REQUEST),))
        for one in moments
    ]
    return Oracle(TOWN, Calendar(TOWN), ledger).judge(noted)


def test_two_requests_to_the_same_colleague_have_reminders_of_their_own() -> None:
    # The first is told on its next working day and two days later, the second on its own next one.
    own = at(2, 10, 0), at(4, 10, 0)
    assert asked_twice(*own).duplicates == 0
    assert asked_twice(*own, at(4, 10, 5)).duplicates == 0
    assert asked_twice(*own, at(4, 10, 5), at(5, 10, 0)).duplicates == 1


def test_before_the_second_request_no_more_come_than_of_the_first() -> None:
    assert asked_twice(at(2, 10, 0), at(3, 10, 0)).duplicates == 1


def test_one_message_more_than_were_due_is_once_too_often() -> None:
    assert judged(at(1, 9, 0), at(1, 19, 30), told(at(1, 10, 0))).duplicates == 0
    assert judged(at(1, 9, 0), at(1, 19, 30), told(at(1, 10, 0), at(1, 15, 0))).duplicates == 1
