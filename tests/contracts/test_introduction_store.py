"""What an IntroductionStore must do on both databases, and what finding reads there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text

from bot.adapters.storage.database import Database, open_database
from bot.core.audited import Audited
from bot.core.introductions import owing
from bot.core.introductions.models import (
    Answer,
    Common,
    Introduction,
    Part,
    Place,
    Reason,
    Source,
    State,
    Told,
    introduction_of,
)
from bot.core.owed import Owed
from tests.databases import DATABASES, MakeAddress

NOW = datetime(2026, 11, 16, 1, 0, tzinfo=UTC)
WORDS = "お話だけでもいかがですか。"


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest, make_address: MakeAddress) -> Iterator[Database]:
    opened = open_database(make_address(request.param))
    yield opened
    opened.close()


def _found(giver: str = "yamada", needer: str = "sato", *, day: int = 16) -> Introduction:
    offer = Told(
        company_id=giver, place=Place(source=Source.CARD, id=f"{giver}-card", field="ladder"), text="けがをしない"
    )
    need = Told(company_id=needer, place=Place(source=Source.ENCOUNTER, id="e1", field="i1"), text="指を切る")
    common = Common(score=4.0, offer_quote=offer.text, need_quote=need.text, troubles=("injury",))
    return introduction_of(Reason(offer=offer, need=need, common=common), on=date(2026, 11, day), at=NOW)


def _asked(one: Introduction) -> Introduction:
    """Everything that a side can hold."""
    side = replace(
        one.needer,
        person_id="p2",
        text=WORDS,
        asked_at=NOW,
        answer=Answer.YES,
        answered_at=NOW,
        answers=1,
        asked_by="takahashi",
        closes_on=date(2026, 12, 16),
        let_be_at=NOW,
        let_be_until=date(2026, 12, 1),
    )
    later = NOW + timedelta(hours=1)
    return replace(one.having(Part.NEEDER, side), state=State.OPEN, version=one.version + 1, updated_at=later)


def test_what_is_kept_comes_back_whole_and_in_order(database: Database) -> None:
    store, first, second = database.introductions, _found(day=15), _found("mori", "sato")
    assert store.put_found([second, first], gone=[]) == 2
    assert list(store.in_state((State.FOUND,))) == [first, second]
    assert store.by_id(first.id) == first
    for part in Part:
        assert store.by_ask(first.side(part).ask_id) == first
    assert store.by_id("nobody") is None
    assert store.by_ask("nobody") is None
    assert not store.in_state((State.OPEN,))


def test_a_pair_is_found_once_and_forgotten_only_while_untouched(database: Database) -> None:
    store, one = database.introductions, _found()
    assert store.put_found([one], gone=[]) == 1
    assert store.put_found([_found()], gone=[]) == 0
    asked = _asked(one)
    assert store.change(one, asked)
    assert store.put_found([], gone=[one]) == 0
    assert store.by_id(one.id) == asked
    other = _found("mori", "sato")
    store.put_found([other], gone=[])
    assert store.put_found([], gone=[other]) == 1
    assert store.by_id(other.id) is None


def test_a_change_is_compared_and_set_with_all_that_follows_or_nothing(database: Database) -> None:
    store, one = database.introductions, _found()
    store.put_found([one], gone=[])
    asked = _asked(one)
    owed = [Owed(kind=owing.SOUNDING, subject_id=one.needer.ask_id, occurrence=owing.ONCE, person="U04")]
    line = Audited(
        id="a1",
        at=NOW,
        by_id="takahashi",
        action="sounded_out",
        subject_kind="introduction",
        subject_id=one.id,
        company_id="sato",
    )
    assert store.change(one, asked, owed=owed, audited=[line])
    # Somebody else decided upon what was there before: nothing of it is kept.
    late = [Owed(kind=owing.SOUNDING, subject_id=one.giver.ask_id, occurrence=owing.ONCE, person="U01")]
    assert not store.change(one, replace(asked, state=State.WITHDRAWN), owed=late, audited=[replace(line, id="a2")])
    assert store.by_id(one.id) == asked
    assert sum(database.deliveries.counts().values()) == 1
    assert [kept.id for kept in database.audit.lines(subject_id=one.id)] == ["a1"]


def test_those_of_late_are_told_from_those_long_ago(database: Database) -> None:
    store, one = database.introductions, _found()
    store.put_found([one], gone=[])
    store.change(one, _asked(one))
    assert store.in_state((State.OPEN,), since=NOW + timedelta(minutes=30))
    assert not store.in_state((State.OPEN,), since=NOW + timedelta(hours=2))


def test_what_was_written_is_sealed_where_it_lies(database: Database) -> None:
    store, one = database.introductions, _found()
    store.put_found([one], gone=[])
    store.change(one, _asked(one))
    with database.engine.connect() as connection:
        body = connection.execute(text("SELECT body FROM introduction")).scalar_one()
    assert WORDS.encode() not in bytes(body)


def test_finding_reads_nothing_where_nothing_is(database: Database) -> None:
    readings = database.introduction_readings
    assert not readings.open_issues(["yamada", "sato"])
    assert readings.stamp() == readings.stamp()
