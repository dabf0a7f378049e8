"""Each fact of a digest, on days with holidays around them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from bot.core.digests.models import Fact, LineKind, Next, Scope
from bot.core.digests.ports import Card, Ending, Introduction, Question, Request
from bot.core.people import Sharing
from tests.unit.core.digests.house import ITO, FakeRecords, at, facts_on, firm, matter

MONDAY = date(2026, 11, 16)
TRIAL = {"stage": "trial"}


def told(facts: list[Fact]) -> list[tuple[LineKind, str]]:
    return [(one.kind, one.subject_id) for one in facts]


@pytest.mark.parametrize(
    ("decision_on", "is_told"),
    [("2026-11-23", True), ("2026-11-24", False), ("2026-11-16", True), ("2026-10-01", True)],
)
def test_a_decision_is_told_from_seven_days_before_its_day(decision_on: str, is_told: bool) -> None:
    records = FakeRecords(known=[matter(decision_on=date.fromisoformat(decision_on), **TRIAL)])
    facts = facts_on(MONDAY, records, firm("yamada"))
    assert told(facts) == ([(LineKind.DECISION, "e1")] if is_told else [])


@pytest.mark.parametrize(("since", "is_told"), [("2026-11-09", True), ("2026-11-10", False)])
def test_a_first_wall_is_told_after_five_working_days(since: str, is_told: bool) -> None:
    records = FakeRecords(known=[matter(wall="wall_1", since=date.fromisoformat(since))])
    assert bool(facts_on(MONDAY, records, firm("yamada"))) is is_told


def test_holidays_are_no_working_days() -> None:
    # September 21 to 23, 2026 are holidays: of the week before, only Friday and Thursday count by the 24th.
    records = FakeRecords(known=[matter(wall="wall_1", since=date(2026, 9, 15))])
    assert facts_on(date(2026, 9, 24), records, firm("yamada")) == []
    assert told(facts_on(date(2026, 9, 25), records, firm("yamada"))) == [(LineKind.WALL_1, "e1")]


def test_the_other_walls_are_told_at_once_and_apart() -> None:
    development = matter("e2", wall="wall_2", missing=("market",), since=MONDAY, stage="joint_study")
    trial = matter("e3", wall="wall_3", missing=("payer",), since=MONDAY, **TRIAL)
    facts = facts_on(MONDAY, FakeRecords(known=[trial, development]), firm("yamada"))
    assert set(told(facts)) == {(LineKind.WALL_2, "e2"), (LineKind.WALL_3, "e3")}


@pytest.mark.parametrize(("day", "is_told"), [("2026-11-16", False), ("2026-11-17", True)])
def test_a_step_is_overdue_only_beyond_its_cadence(day: str, is_told: bool) -> None:
    # November 3 is a holiday: the eighth working day after November 4 is the 16th.
    records = FakeRecords(known=[matter(step_on=date(2026, 11, 4), patience=8)])
    assert bool(facts_on(date.fromisoformat(day), records, firm("yamada"))) is is_told


def test_of_one_encounter_only_the_first_fact_is_told() -> None:
    one = matter(decision_on=MONDAY, wall="wall_3", missing=("payer",), step_on=date(2026, 9, 1), **TRIAL)
    assert told(facts_on(MONDAY, FakeRecords(known=[one]), firm("yamada"))) == [(LineKind.DECISION, "e1")]


def test_what_was_put_off_waits_until_its_day() -> None:
    records = FakeRecords(known=[matter(wall="wall_1", put_off_until=date(2026, 11, 17))])
    assert facts_on(MONDAY, records, firm("yamada")) == []
    assert len(facts_on(date(2026, 11, 17), records, firm("yamada"))) == 1


@pytest.mark.parametrize(("days", "is_told"), [(30, True), (31, False), (14, True)])
def test_a_firm_is_silent_after_the_days_that_were_set(days: int, is_told: bool) -> None:
    records = FakeRecords(heard={"yamada": at(MONDAY - timedelta(days=30), 23)})
    facts = facts_on(MONDAY, records, firm("yamada"), silent_days=days)
    assert [(one.kind, one.next) for one in facts] == ([(LineKind.SILENT, Next.CALL)] if is_told else [])


def test_another_contact_makes_another_fact() -> None:
    before, after = (
        facts_on(MONDAY, FakeRecords(heard={"yamada": at(day)}), firm("yamada"))[0]
        for day in (date(2026, 9, 1), date(2026, 9, 2))
    )
    assert before.key != after.key


def test_cards_newly_shared_and_stuck() -> None:
    new = Card(id="c1", company_id="yamada", moved_at=at(MONDAY), shared_at=at(MONDAY), open=2, name="研磨")
    stuck = Card(id="c2", company_id="yamada", moved_at=at(date(2026, 11, 1)), open=1)
    done = Card(id="c3", company_id="yamada", moved_at=at(date(2026, 1, 1)))
    facts = facts_on(MONDAY, FakeRecords(held=[new, stuck, done]), firm("yamada"))
    assert told(facts) == [(LineKind.CARD_SHARED, "c1"), (LineKind.CARD_STUCK, "c2")]
    assert {one.about for one in facts} == {""}


def test_what_ends_and_whom_to_introduce() -> None:
    records = FakeRecords(
        ends=[Ending(id="p1", name="検査DX", last_day=date(2027, 3, 31))],
        found=[Introduction(id="i1", company_id="yamada", found_on=MONDAY)],
    )
    assert told(facts_on(MONDAY, records, firm("yamada"))) == [
        (LineKind.HAND_OVER, "p1"),
        (LineKind.INTRODUCTION, "i1"),
    ]


def test_what_a_colleague_asks_to_be_taken_over_is_told_without_a_firm() -> None:
    asked = Request(id="c1", asked_by="高橋 由美", firms=3, asked_at=at(date(2026, 11, 12), 23))
    (fact,) = facts_on(MONDAY, FakeRecords(offered=[asked]), firm("yamada"), member=ITO)
    assert (fact.kind, fact.next, fact.on) == (LineKind.HAND_OVER, Next.TAKE_OVER, date(2026, 11, 12))
    assert (fact.firm, fact.company_id, fact.about) == ("", None, "")
    assert fact.told_as == {"name": "高橋 由美", "firms": 3}


def test_a_question_of_a_firm_that_shares_nothing_names_no_firm() -> None:
    records = FakeRecords(asked=[Question(id="q", asked_at=at(MONDAY), mark="0", company_id="yamada")])
    hidden = facts_on(MONDAY, records, firm("yamada", Sharing.NOTHING))
    shared = facts_on(MONDAY, records, firm("yamada"))
    assert [(one.firm, one.company_id) for one in (*hidden, *shared)] == [("", None), ("株式会社yamada", "yamada")]


def test_what_came_later_stands_in_no_digest_of_an_earlier_day() -> None:
    records = FakeRecords(asked=[Question(id="q", asked_at=at(MONDAY), mark="0", company_id="yamada")])
    assert [len(facts_on(MONDAY + timedelta(days=ahead), records, firm("yamada"))) for ahead in (-1, 0)] == [0, 1]


def test_words_only_where_the_firm_shares_them() -> None:
    records = FakeRecords(known=[matter(wall="wall_1", partner="丸山工業")])
    abouts = [
        facts_on(MONDAY, records, firm("yamada", sharing))[0].about for sharing in (Sharing.OUTLINE, Sharing.WORDS)
    ]
    assert abouts == ["", "丸山工業"]


def test_the_firms_that_somebody_chose() -> None:
    records = FakeRecords(heard={id: at(date(2026, 1, 5)) for id in ("mine", "nobodys", "others")})
    firms = (firm("mine"), firm("nobodys", coordinator_id=None), firm("others", coordinator_id="ito"))

    def seen(**chosen: Any) -> list[str]:
        return [one.subject_id for one in facts_on(MONDAY, records, *firms, **chosen)]

    assert seen() == ["mine", "nobodys"]
    assert seen(scope=Scope.OWN) == ["mine"]
    assert seen(scope=Scope.CHOSEN, firm_ids=("nobodys", "others")) == ["nobodys"]
    assert [one.subject_id for one in facts_on(MONDAY, records, *firms, member=ITO)] == ["nobodys", "others"]
