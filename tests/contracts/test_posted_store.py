"""What was posted is on record until it is taken back, on both databases: through crashes, and told once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select

from bot.adapters.storage.database import Database, open_database
from bot.adapters.storage.deliveries import owe
from bot.adapters.storage.engine import reading, writing
from bot.adapters.storage.erasing import erase_posted, withdraw_posted
from bot.adapters.storage.tables import delivery, handover_turn, posted_words, question, rating
from bot.core.audited import Audited
from bot.core.coaching.cards.models import SubjectKind
from bot.core.coaching.walks.models import ChangeKind, Walk, WalkChange, WalkLength
from bot.core.owed import Owed
from bot.core.posted import Posted, PostedKind, ToTakeBack

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=400)
WALK, CARD = "a" * 32, "b" * 32
ROOT = Posted(kind=PostedKind.MESSAGE, message="1.0", conversation="D1")
REPLY = Posted(kind=PostedKind.MESSAGE, message="2.0", conversation="D1", thread="1.0")
FILE = Posted(kind=PostedKind.FILE, message="F1")
ASKED = Posted(kind=PostedKind.QUESTION, message="q1")
TOLD = Owed(kind="taken_back", subject_id=WALK, occurrence="once", person="U1")


@pytest.fixture
def database(database_address: str) -> Iterator[Database]:
    opened = open_database(database_address)
    yield opened
    opened.close()


def erase(database: Database, subject: str = WALK, *, kind: str = "walk", with_id: str = "") -> None:
    line = Audited(
        id=f"erased {subject}",
        at=NOW,
        by_id="tanaka",
        action="erased",
        subject_kind=kind,
        subject_id=subject,
        company_id="aoi",
    )
    with writing(database.engine) as connection:
        erase_posted(connection, line, workspace_id=database.workspace_id, with_id=with_id)


def due(database: Database, *, now: datetime = LATER) -> list[ToTakeBack]:
    return list(database.posted.due(now=now, limit=10))


def ask(database: Database, id: str) -> None:
    database.questions.record(
        question_id=id,
        conversation_id="D1",
        asked_at=NOW,
        locale="ja",
        text="ひみつの製法",
        state="answered",
        answer={"text": "ひみつの製法"},
        duration_ms=1,
        asker="U1",
    )
    database.questions.rate(question_id=id, address="U1", is_useful=True)


def count(database: Database, table: object) -> int:
    with reading(database.engine) as connection:
        return len(connection.execute(select(table)).all())  # type: ignore[call-overload]


def test_nothing_is_owed_before_a_deletion_and_everything_of_it_afterwards(database: Database) -> None:
    for one in (ROOT, REPLY, FILE, REPLY):
        database.posted.note({WALK}, one)
    database.posted.note({CARD}, Posted(kind=PostedKind.MESSAGE, message="3.0", conversation="D1"))
    assert due(database) == []

    erase(database)

    # What stands under a message goes before it.
    assert [one.posted for one in due(database)] == [REPLY, FILE, ROOT]
    assert {one.subject_id for one in due(database)} == {WALK}


def walk_of(database: Database, company_id: str) -> None:
    """A walk of this firm is on record."""
    at = NOW
    row = Walk(
        id=WALK,
        company_id=company_id,
        subject_kind=SubjectKind.TECHNOLOGY,
        trade="",
        length=WalkLength.WHOLE,
        script="s",
        script_version=1,
        locale="ja",
        owner_id="sato",
        created_by="sato",
        created_at=at,
        updated_at=at,
        counts_from=at.date(),
    )
    change = WalkChange(id="c1", walk_id=WALK, kind=ChangeKind.STARTED, by_id="sato", at=at)
    database.walks.add(row, change=change, scheduled=())


@pytest.mark.parametrize(("company_id", "kind"), [("momiji", PostedKind.SHARED), ("aoi", PostedKind.MESSAGE)])
def test_a_message_of_another_firms_walk_stays_without_the_words_of_a_deleted_card(
    company_id: str, kind: PostedKind, database: Database
) -> None:
    walk_of(database, company_id)
    database.posted.note({WALK, CARD}, ROOT)
    database.posted.note({CARD}, REPLY)
    erase(database, CARD, kind="value_card")
    owed = {(one.subject_id, one.posted) for one in due(database)}
    assert owed == {(CARD, replace(ROOT, kind=kind)), (CARD, REPLY)}
    for one in due(database):
        database.posted.done(one)
    assert due(database) == []
    erase(database)
    assert [one.posted for one in due(database)] == [ROOT]


@pytest.mark.parametrize(("company_id", "count"), [("momiji", 1), ("aoi", 0)])
def test_what_is_not_shared_any_more_goes_from_messages_of_other_firms_walks_alone(
    company_id: str, count: int, database: Database
) -> None:
    walk_of(database, company_id)
    database.posted.note({WALK, CARD}, ROOT)
    database.posted.note({CARD}, REPLY)
    with writing(database.engine) as connection:
        withdraw_posted(connection, CARD, "aoi", workspace_id=database.workspace_id)
    assert [one.posted.kind for one in due(database)] == [PostedKind.SHARED] * count
    for one in due(database):
        database.posted.done(one)
    assert (due(database), database.posted.through()) == ([], [])


def test_what_is_posted_after_the_deletion_is_owed_at_once(database: Database) -> None:
    erase(database)
    database.posted.note({WALK}, ROOT)
    assert [one.posted for one in due(database)] == [ROOT]


def test_a_message_that_says_something_else_by_now_stays(database: Database) -> None:
    database.posted.note({WALK, CARD}, ROOT)
    erase(database)
    database.posted.forget("D1", "1.0")
    assert due(database) == []


def test_it_is_counted_once_and_told_once(database: Database) -> None:
    database.posted.note({WALK}, ROOT)
    database.posted.note({WALK}, FILE)
    erase(database)
    assert not database.posted.through()
    for one in due(database) * 2:
        database.posted.done(one)

    (ended,) = database.posted.through()
    assert (ended.messages, ended.files, ended.by_id) == (1, 1, "tanaka")
    for _ in range(2):
        database.posted.tell(ended, [TOLD])
    assert not database.posted.through()
    assert count(database, delivery) == 1
    kept = database.posted.erasure(WALK)
    assert kept is not None
    assert kept.finished_at


def test_what_cannot_be_taken_back_is_put_off_and_then_left_with_its_address(database: Database) -> None:
    database.posted.note({WALK}, ROOT)
    erase(database)
    (one,) = due(database)
    database.posted.put_off(one, next_at=LATER, failing_since=NOW)
    assert due(database, now=LATER - timedelta(seconds=1)) == []
    (again,) = due(database)
    assert (again.attempts, again.failing_since) == (1, NOW)

    for _ in range(2):
        database.posted.give_up(again, address="https://slack.example/1")

    (ended,) = database.posted.through()
    assert (ended.left, ended.messages) == (("https://slack.example/1",), 0)


def test_what_a_card_posted_is_told_together_with_the_walk_it_goes_with(database: Database) -> None:
    database.posted.note({WALK, CARD}, ROOT)
    database.posted.note({CARD}, FILE)
    erase(database)
    erase(database, CARD, kind="value_card", with_id=WALK)

    assert sorted(one.posted.message for one in due(database)) == ["1.0", "F1"]
    for one in due(database):
        database.posted.done(one)
    told = {one.subject_id: one.by_id for one in database.posted.through()}
    assert told == {WALK: "tanaka", CARD: ""}


@pytest.mark.parametrize("state", ["sent", "sending", "ambiguous", "pending", "dropped"])
def test_what_was_owed_about_it_is_taken_back_once_it_has_arrived(state: str, database: Database) -> None:
    owed = Owed(kind="walk_asked", subject_id=WALK, occurrence="1", person="U2")
    with writing(database.engine) as connection:
        owe(connection, [owed], workspace_id=database.workspace_id, at=NOW)
        there = {"state": state, "sent_conversation": "D2", "sent_message": "9.0"}
        connection.execute(delivery.update().values(**there))
    database.posted.note({WALK}, Posted(kind=PostedKind.DELIVERY, message=owed.delivery_id(database.workspace_id)))
    erase(database)

    found = [(one.posted.conversation, one.posted.message) for one in due(database, now=NOW)]

    assert found == ([("D2", "9.0")] if state == "sent" else [])
    # What is on its way is waited for; what was not sent is composed anew, without the words.
    assert bool(database.posted.through()) is (state in ("pending", "dropped"))


def test_a_question_in_the_words_of_a_walk_goes_with_it(database: Database) -> None:
    for id in ("q1", "q2"):
        ask(database, id)
    database.posted.note({WALK}, ASKED)
    erase(database)

    assert database.questions.by_id("q1") is None
    assert database.questions.by_id("q2") is not None
    assert (count(database, rating), count(database, question), count(database, posted_words)) == (1, 1, 0)


def test_a_question_that_a_coordinator_was_asked_stays_and_what_was_not_sent_goes(database: Database) -> None:
    ask(database, "q1")
    handed = database.questions.hand_over(question_id="q1", conversation_id="D1", text="ひみつの製法", locale="ja")
    draft = {"workspace_id": database.workspace_id, "id": "t1", "handover_id": handed, "ordinal": 1, "kind": "draft"}
    with writing(database.engine) as connection:
        connection.execute(
            insert(handover_turn).values(**draft, by_address="U1", text="もう一つのひみつ", happened_at=NOW)
        )
    database.posted.note({WALK}, ASKED)
    erase(database)

    asked = database.questions.by_id("q1")
    assert asked is not None
    assert asked.state == "handed_over"
    turn = database.handovers.turn("t1")
    assert turn is not None
    assert (turn.text, str(turn.kind)) == ("", "dropped")


def test_a_question_that_is_asked_after_the_deletion_keeps_nothing_waiting(database: Database) -> None:
    erase(database)
    database.posted.note({WALK}, ASKED)
    assert due(database) == []
    assert [one.subject_id for one in database.posted.through()] == [WALK]


def test_a_page_has_the_words_that_it_was_drawn_with_last(database: Database) -> None:
    database.posted.page({WALK, CARD}, "U1")
    database.posted.page({WALK}, "U2")
    database.posted.page({CARD}, "U1")
    erase(database)
    page = Posted(kind=PostedKind.PAGE, message="page", conversation="U2")
    assert [one.posted for one in due(database)] == [page]
    database.posted.done(due(database)[0])
    (erased,) = database.posted.erased()
    assert (erased.messages, erased.files) == (0, 0)


def test_a_page_that_was_drawn_anew_meanwhile_is_left(database: Database) -> None:
    database.posted.page({WALK}, "U1")
    erase(database)
    assert len(due(database)) == 1
    database.posted.page(set(), "U1")
    assert due(database) == []
    # Drawn from what was there a moment ago.
    database.posted.page({WALK}, "U1")
    assert len(due(database)) == 1
