"""What an UnansweredStore must do on both databases; and which questions and marks of a week are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from bot.adapters.storage.database import Database, open_database
from bot.core.digests.unanswered.models import Move, Moved, Place, Subject, Wish, WordingConsent
from bot.core.handovers.models import HandOver, HandOverState, Turn, TurnKind
from bot.core.membership.models import Changes
from bot.core.people import Company, Member, Role
from tests.databases import DATABASES, MakeAddress

START = datetime(2026, 11, 8, 15, 0, tzinfo=UTC)
END = START + timedelta(days=7)
HOUR = timedelta(hours=1)
DECLINED = "not_in_guides"
SOURCES = [
    {"guide": "trial", "title": "実証の手引", "heading": "費用", "page": 3},
    {"guide": "cards", "title": "名刺のあと", "heading": "お礼", "page": None},
]


class _Clock:
    def __init__(self) -> None:
        self.at = START + HOUR

    def now(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> _Clock:
    return _Clock()


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest, make_address: MakeAddress, clock: _Clock) -> Iterator[Database]:
    opened = open_database(make_address(request.param), clock=clock)
    firm = Company(id="yamada", name="山田製作所")
    member = Member(id="m", address="U1", name="山田", roles=frozenset({Role.MEMBER}), company=firm, added_at=START)
    opened.people.change(lambda _: Changes(companies=(firm,), people=(member,)))
    yield opened
    opened.close()


def ask(database: Database, id: str, *, at: datetime = START, state: str = DECLINED, **answer: Any) -> None:
    database.questions.record(
        question_id=id,
        conversation_id="D1",
        asked_at=at,
        locale="ja",
        text=f"質問 {id}",
        state=state,
        answer=answer,
        duration_ms=1,
        asker="U1",
    )


def hand_over(database: Database, id: str, **given: Any) -> HandOver:
    known: dict[str, Any] = {"state": HandOverState.WAITING, "asker": "U1", "conversation": "D1", "owner_id": "k"}
    one = HandOver(
        id=f"h-{id}",
        question_id=id,
        conversation_id="D1",
        text=f"質問 {id}",
        locale="ja",
        created_at=START + HOUR,
        **{**known, **given},
    )
    return database.handovers.open(one, turns=(), owed=())


def close(database: Database, one: HandOver, state: HandOverState, kind: TurnKind, at: datetime) -> None:
    turn = Turn(id=f"{one.id}-t", handover_id=one.id, kind=kind, by_address="UK", text="回答", happened_at=at)
    assert database.handovers.change(one, replace(one, state=state), turns=[turn])


def test_a_week_has_what_was_declined_and_what_a_person_has_not_answered(database: Database) -> None:
    ask(database, "declined", beyond="business-card-apps")
    ask(database, "answered", at=START + HOUR, state="answered")
    ask(database, "failed", at=START + HOUR, state="failed")
    ask(database, "before", at=START - HOUR)
    ask(database, "after", at=END)
    ask(database, "waiting", at=START + 2 * HOUR)
    hand_over(database, "waiting", reply_by=END)
    ask(database, "asked-back", at=START + 3 * HOUR)
    hand_over(database, "asked-back", state=HandOverState.ASKED_BACK)
    ask(database, "done", at=START + 4 * HOUR)
    close(database, hand_over(database, "done"), HandOverState.ANSWERED, TurnKind.ANSWERED, END)
    ask(database, "withdrawn", at=START + 5 * HOUR)
    close(database, hand_over(database, "withdrawn"), HandOverState.WITHDRAWN, TurnKind.WITHDRAWN, END)
    hand_over(database, "typed")
    found = {one.id: one for one in database.unanswered_readings.unanswered(START, END)}
    assert list(found) == ["declined", "typed", "waiting", "asked-back"]
    declined, waiting = found["declined"], found["waiting"]
    assert (declined.topic, declined.company_id, declined.is_handed_over) == ("business-card-apps", "yamada", False)
    assert (waiting.handover_id, waiting.owner_id, waiting.reply_by) == ("h-waiting", "k", END)
    assert (waiting.is_late(END - HOUR), waiting.is_late(END)) == (False, True)
    assert found["asked-back"].is_asked_back
    assert not found["asked-back"].is_late(END)
    assert found["typed"].is_stuck


def test_what_was_erased_is_not_there(database: Database) -> None:
    ask(database, "declined")
    hand_over(database, "typed")
    database.handovers.forget("U1")
    assert [one.id for one in database.unanswered_readings.unanswered(START, END)] == ["declined"]
    database.people.leave("m", END)
    assert database.unanswered_readings.unanswered(START, END) == []


def test_a_mark_counts_for_the_guides_until_a_coordinator_has_answered(database: Database, clock: _Clock) -> None:
    for id in ("guides", "before", "later", "useful", "nothing"):
        ask(database, id, state="answered", sources=[] if id == "nothing" else SOURCES)
        database.questions.rate(question_id=id, address="U1", is_useful=id == "useful")
    one, other = hand_over(database, "before"), hand_over(database, "later")
    close(database, one, HandOverState.ANSWERED, TurnKind.ANSWERED, START + 2 * HOUR)
    close(database, other, HandOverState.ANSWERED, TurnKind.ANSWERED, START)
    marked = database.unanswered_readings.marked_wrong(START, END)
    assert [one.question_id for one in marked] == ["before", "guides"]
    places = (("trial", "実証の手引", Place(heading="費用", page=3)), ("cards", "名刺のあと", Place(heading="お礼")))
    assert (marked[0].by, marked[0].marked_at, tuple(marked[0].cited)) == ("U1", START + HOUR, places)
    assert database.unanswered_readings.marked_wrong(START + 2 * HOUR, END) == []
    clock.at = START + 3 * HOUR
    database.questions.rate(question_id="guides", address="U1", is_useful=True)
    assert [one.question_id for one in database.unanswered_readings.marked_wrong(START, END)] == ["before"]


def test_the_newest_move_counts_and_is_taken_back(database: Database) -> None:
    first = Moved(kind=Subject.QUESTION, subject_id="q1", move=Move.SKIPPED, by_id="n", at=START)
    second = replace(first, move=Move.ADDING, by_id="o", at=END)
    guide = Moved(kind=Subject.GUIDE, subject_id="q1", move=Move.CORRECTED, by_id="n", at=START)
    database.unanswered.move([first, guide])
    database.unanswered.move([second])
    assert database.unanswered.moves(Subject.QUESTION, ["q1", "q2"]) == {"q1": second}
    assert database.unanswered.moves(Subject.GUIDE, ["q1"]) == {"q1": guide}
    assert database.unanswered.take_back(Subject.QUESTION, ["q1"]) == 1
    assert database.unanswered.take_back(Subject.QUESTION, ["q1"]) == 0
    assert database.unanswered.moves(Subject.QUESTION, ["q1"]) == {}
    assert database.unanswered.moves(Subject.GUIDE, ["q1"]) == {"q1": guide}


def test_wishes_and_what_firms_allow(database: Database) -> None:
    assert (database.unanswered.wishes(), database.unanswered.consents()) == ({}, {})
    wish = Wish(person_id="n", weekly_on=None, at=time(13, 30), chosen_at=START)
    database.unanswered.put_wish(replace(wish, weekly_on=3))
    database.unanswered.put_wish(wish)
    assert database.unanswered.wishes() == {"n": wish}
    given = WordingConsent(company_id="yamada", is_given=True, by_id="m", at=START)
    database.unanswered.put_consent(given)
    database.unanswered.put_consent(replace(given, by_id="x", at=END))
    assert database.unanswered.consents() == {"yamada": given}
    taken = replace(given, is_given=False, at=END)
    database.unanswered.put_consent(taken)
    assert database.unanswered.consents() == {"yamada": taken}
