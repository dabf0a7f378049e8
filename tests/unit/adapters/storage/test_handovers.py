"""Hand-overs over the database: what is owed is committed with its reason, or neither is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from bot.adapters.storage import handovers
from bot.adapters.storage.database import Database, open_database
from bot.core import actions
from bot.core.answering.models import Heading
from bot.core.clock import VirtualClock
from bot.core.handovers.models import OPEN_STATES
from bot.core.handovers.service import HandOverService
from bot.core.messages import Place, Pressed
from bot.errors import StorageError
from tests.fakes.calendars import calendar_file, work_calendars
from tests.unit.core.handovers.desk import KATO, SATO, SUZUKI, TANAKA, TUESDAY, Town

THERE = Place(conversation="C-aoi", thread="1.5", is_direct=False)


@pytest.fixture
def database(database_address: str | Path) -> Iterator[Database]:
    opened = open_database(database_address, clock=VirtualClock(TUESDAY))
    yield opened
    opened.close()


@pytest.fixture
def service(database: Database) -> HandOverService:
    return HandOverService(
        store=database.handovers,
        directory=Town(SATO, SUZUKI, KATO, TANAKA),
        posted=database.deliveries,
        calendars=work_calendars(calendar_file({date(2026, 11, 23)}), clock=VirtualClock(TUESDAY)),
        clock=VirtualClock(TUESDAY),
    )


def record(database: Database) -> None:
    near = [Heading("実証の進め方", "契約の前に", "p1"), Heading("相談先", "", "p2")]
    database.questions.record(
        question_id="q1",
        conversation_id=THERE.key,
        asked_at=TUESDAY,
        locale="ja",
        text="どの課ですか。",
        state="not_in_guides",
        answer={"nearest": [asdict(one) for one in near]},
        duration_ms=1,
    )


def test_handing_over_marks_the_question_and_owes_the_notice(database: Database, service: HandOverService) -> None:
    record(database)
    opened = service.open(question_id="q1", text="どの課ですか。", locale="ja", place=THERE, asker=TANAKA)
    assert database.handovers.by_question("q1") == opened
    assert database.questions.latest(THERE.key)[0].state == "handed_over"
    assert database.deliveries.counts() == {"pending": 1}
    assert list(database.handovers.nearest("q1")) == ["実証の進め方 > 契約の前に", "相談先"]
    again = database.questions.hand_over(question_id="q1", conversation_id="c", text="t", locale="ja")
    assert again == opened.id


def test_where_the_notice_cannot_be_owed_nothing_is_handed_over(
    database: Database, service: HandOverService, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(database)

    def full(*_: object, **__: object) -> None:
        raise StorageError("database", "the disk is full")

    monkeypatch.setattr(handovers, "owe", full)
    with pytest.raises(StorageError):
        service.open(question_id="q1", text="どの課ですか。", locale="ja", place=THERE, asker=TANAKA)
    assert database.handovers.in_state(OPEN_STATES) == []
    assert database.questions.latest(THERE.key)[0].state == "not_in_guides"
    assert database.deliveries.counts() == {}


def test_an_answer_and_its_delivery_are_one(
    database: Database, service: HandOverService, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = service.open(question_id="q1", text="どの課ですか。", locale="ja", place=THERE, asker=TANAKA)
    place = Place(conversation="D-U-sato")
    pressed = Pressed(
        id="p",
        address=SATO.address,
        place=place,
        action=actions.ANSWER_SEND,
        reference=opened.id,
        values={"text": "商工課です。"},
    )

    def full(*_: object, **__: object) -> None:
        raise StorageError("database", "the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(handovers, "owe", full)
        with pytest.raises(StorageError):
            service.handlers[actions.ANSWER_SEND](pressed, SATO)
    assert database.handovers.by_id(opened.id) == opened
    service.handlers[actions.ANSWER_SEND](pressed, SATO)
    service.handlers[actions.ANSWER_SEND](pressed, SATO)
    assert database.deliveries.counts() == {"pending": 2}
