"""What a DigestStore must do on both databases; and what digests read of many firms at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import null, update

from bot.adapters.storage.database import Database, open_database
from bot.adapters.storage.digest_paragraphs import DigestParagraphRepository
from bot.adapters.storage.digests import DigestRepository
from bot.adapters.storage.engine import insert_once, writing
from bot.adapters.storage.tables import digest_choice, question
from bot.core.audited import Audited
from bot.core.coaching.cards.models import CardField, Entry, EntryState, FieldGroup, Reach, SubjectKind
from bot.core.coaching.cards.service import CardService
from bot.core.digests.models import Digest, DigestChoice, DigestKind, Dismissal, FactKey, LineKind, Scope
from bot.core.digests.paragraph import Paragraph
from bot.core.digests.planning import digest_id
from bot.core.meetings.models import Change, ChangeKind, Encounter, Kind, State
from bot.core.membership.models import Changes
from bot.core.owed import Owed
from bot.core.people import Company, Member, Role
from tests.databases import DATABASES, MakeAddress

NOW = datetime(2026, 11, 16, 0, 0, tzinfo=UTC)
MONDAY = date(2026, 11, 16)
KEY: FactKey = (LineKind.QUESTION, "q1", "0")
OTHER: FactKey = (LineKind.SILENT, "yamada", "2026-09-01")


class _Clock:
    def now(self) -> datetime:
        return NOW


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest, make_address: MakeAddress) -> Iterator[Database]:
    opened = open_database(make_address(request.param), clock=_Clock())
    yield opened
    opened.close()


def digest(database: Database, *keys: FactKey, attempt: int = 1, day: date = MONDAY) -> Digest:
    return Digest(
        id=digest_id(database.workspace_id, "takahashi", DigestKind.WEEKLY, day),
        person_id="takahashi",
        kind=DigestKind.WEEKLY,
        day=day,
        created_at=NOW + (day - MONDAY),
        attempt=attempt,
        keys=frozenset(keys),
    )


def owed(one: Digest) -> Sequence[Owed]:
    return [Owed(kind="digest", subject_id=one.id, occurrence=str(one.attempt), person="U05")]


def test_a_choice_is_kept_and_the_newest_counts(database: Database) -> None:
    chosen = DigestChoice(
        person_id="takahashi",
        weekly_on=None,
        at=time(13, 30),
        is_daily=False,
        silent_days=45,
        scope=Scope.CHOSEN,
        firm_ids=("b", "a"),
        daily_on=(1, 4),
        daily_at=time(9, 5),
        daily_scope=Scope.CHOSEN,
        daily_firm_ids=("c", "b"),
        chosen_at=NOW,
    )
    assert database.digests.choices() == {}
    database.digests.put_choice(replace(chosen, weekly_on=5), NOW - timedelta(days=1))
    database.digests.put_choice(chosen, NOW)
    assert database.digests.choices() == {"takahashi": chosen}


def test_whoever_chose_before_the_daily_one_had_its_own_choices_has_those_of_the_weekly_one(database: Database) -> None:
    older = DigestChoice(person_id="takahashi", at=time(13, 30), scope=Scope.OWN, chosen_at=NOW)
    database.digests.put_choice(replace(older, daily_on=(1,), daily_at=time(9), daily_scope=Scope.ALL), NOW)
    unset = dict.fromkeys(("daily_on", "daily_at", "daily_scope", "daily_firm_ids"), null())
    with writing(database.engine) as connection:
        connection.execute(update(digest_choice).values(unset))
    again = DigestRepository(database.engine, workspace_id=database.workspace_id, clock=_Clock())
    assert again.choices() == {"takahashi": older}


def test_a_digest_is_planned_once_with_what_is_owed(database: Database) -> None:
    one = digest(database, KEY, OTHER)
    assert database.digests.plan(one, owed=owed(one))
    assert not database.digests.plan(replace(one, keys=frozenset()), owed=owed(one))
    assert database.digests.by_id(one.id) == one
    assert database.deliveries.counts() == {"pending": 1}
    assert database.digests.told("takahashi", since=NOW) == {KEY, OTHER}
    assert database.digests.told("takahashi", since=NOW + timedelta(seconds=1)) == set()
    assert database.digests.told("ito", since=NOW) == set()


def test_of_many_at_once_one_plans_it(database: Database) -> None:
    one = digest(database, KEY)
    with ThreadPoolExecutor(4) as pool:
        planned = list(pool.map(lambda _: database.digests.plan(one, owed=owed(one)), range(8)))
    assert sum(planned) == 1
    assert database.deliveries.counts() == {"pending": 1}


def test_what_is_given_back_is_planned_again_and_owed_again(database: Database) -> None:
    one = digest(database, KEY)
    database.digests.plan(one, owed=owed(one))
    assert database.digests.give_back(one)
    assert not database.digests.give_back(one)
    assert database.digests.told("takahashi", since=NOW) == set()
    assert not database.digests.plan(one, owed=owed(one))
    again = digest(database, OTHER, attempt=2)
    assert database.digests.plan(again, owed=owed(again))
    assert not database.digests.give_back(one)
    assert database.digests.by_id(one.id) == again
    assert database.deliveries.counts() == {"pending": 2}


def test_digests_of_a_person_the_latest_first(database: Database) -> None:
    first, second = digest(database, KEY), digest(database, day=MONDAY + timedelta(days=7))
    for one in (first, second):
        database.digests.plan(one, owed=())
    planned = database.digests.planned(["takahashi", "ito"], since=MONDAY)
    assert planned == {"takahashi": [second, replace(first, keys=frozenset())]}
    assert database.digests.planned(["takahashi"], since=MONDAY + timedelta(days=1)) == {"takahashi": [second]}
    assert database.digests.of_person("takahashi", since=NOW) == [second, first]
    assert database.digests.of_person("takahashi", since=NOW + timedelta(days=1)) == [second]


def test_what_was_put_away_and_taken_back(database: Database) -> None:
    later = NOW + timedelta(hours=1)
    database.digests.dismiss("takahashi", [Dismissal(key=KEY, dismissed_at=NOW, until=MONDAY)])
    database.digests.dismiss("takahashi", [Dismissal(key=one, dismissed_at=later) for one in (KEY, OTHER)])
    assert {one.key: one.until for one in database.digests.dismissed("takahashi")} == {KEY: None, OTHER: None}
    assert database.digests.dismissed("ito") == []
    assert database.digests.restore("takahashi", dismissed_at=NOW) == 0
    assert database.digests.restore("takahashi", dismissed_at=later) == 2
    assert database.digests.dismissed("takahashi") == []


def encounter(id: str, company_id: str, **given: Any) -> Encounter:
    known: dict[str, Any] = {"owner_id": "tanaka", "created_by": "tanaka", "last_contact_on": MONDAY}
    moments = {"created_at": NOW, "updated_at": NOW}
    return Encounter(id=id, company_id=company_id, **{**known, **moments, **given})


def put(database: Database, *encounters: Encounter) -> None:
    for one in encounters:
        change = Change(
            id=f"{one.id}-1", encounter_id=one.id, kind=ChangeKind.CAPTURED, by_id="tanaka", at=NOW, detail={}
        )
        database.encounters.add(one, change=change, scheduled=())


def settle(database: Database) -> None:
    """Two firms; Tanaka is of the first one."""
    firms = (Company(id="yamada", name="山田製作所"), Company(id="sato", name="佐藤食品"))
    member = Member(
        id="tanaka", address="U01", name="田中", roles=frozenset({Role.MEMBER}), company=firms[0], added_at=NOW
    )
    database.people.change(lambda _: Changes(companies=firms, people=(member,)))


def test_only_open_meetings_of_these_firms_are_read(database: Database) -> None:
    put(
        database,
        encounter("2", "yamada"),
        encounter("1", "yamada"),
        encounter("3", "yamada", kind=Kind.SUPPORT_VISIT),
        encounter("4", "yamada", state=State.SLEEPING, wakes_on=MONDAY),
        encounter("5", "sato"),
    )
    assert [one.id for one in database.digest_readings.open_encounters(["yamada", "nobody"])] == ["1", "2"]
    assert database.digest_readings.open_encounters([]) == []


def test_when_a_firm_was_last_heard_of(database: Database) -> None:
    settle(database)
    later = NOW + timedelta(days=3)
    put(database, encounter("1", "yamada", updated_at=later), encounter("2", "yamada"))
    assert database.digest_readings.last_heard(["yamada", "sato"]) == {"yamada": later, "sato": NOW}
    assert database.digest_readings.last_heard(["sato"]) == {"sato": NOW}


def test_a_question_is_a_sign_of_its_firm(database: Database) -> None:
    settle(database)
    for id, asker in (("q1", "U01"), ("q2", "U99"), ("q3", "")):
        values = {"workspace_id": database.workspace_id, "id": id, "asker": asker, "conversation_id": "c"}
        said = {"locale": "ja", "text": "?", "state": "answered", "answer": {}, "duration_ms": 1}
        with writing(database.engine) as connection:
            insert_once(connection, question, {**values, **said, "asked_at": NOW + timedelta(days=1)})
    heard = database.digest_readings.last_heard(["yamada", "sato"])
    assert heard == {"yamada": NOW + timedelta(days=1), "sato": NOW}


def test_when_a_card_was_last_shared(database: Database) -> None:
    settle(database)
    member = database.people.by_id("tanaka")
    assert member is not None
    cards = CardService(store=database.value_cards, directory=database.people, clock=_Clock())
    said = Entry(words="研磨", state=EntryState.SAID, by_id="tanaka", at=NOW)
    card = cards.made(
        walk_id="w1",
        company_id="yamada",
        subject_kind=SubjectKind.TECHNOLOGY,
        trade="metalworking",
        entries={CardField.SUBJECT: said},
        by_id="tanaka",
        confirmed_by="tanaka",
    )
    shared = database.digest_readings.shared_since
    assert shared([card.id], NOW) == {}
    cards.share(card.id, version=card.version, reach={FieldGroup.VALUE: Reach.COORDINATOR}, by=member)
    assert shared([card.id], NOW) == {card.id: NOW}
    assert shared([card.id], NOW + timedelta(seconds=1)) == {}


def paragraphs(database: Database) -> DigestParagraphRepository:
    return DigestParagraphRepository(database.engine, workspace_id=database.workspace_id)


def test_a_model_is_asked_once_for_a_digest_and_whose_data_it_is_told_is_kept(database: Database) -> None:
    store = paragraphs(database)
    line = Audited(
        id="a",
        at=NOW,
        by_id="takahashi",
        action="to_model",
        subject_kind="digest",
        subject_id="d1",
        company_id="yamada",
    )
    assert store.ask("d1", at=NOW, audited=[line])
    assert not store.ask("d1", at=NOW + timedelta(days=1), audited=[replace(line, id="b")])
    assert store.asked(["d1", "d2"]) == {"d1"}
    assert store.paragraph("d1") is None
    assert [one.audited.id for one in database.audit.chain()] == ["a"]


def test_what_passed_is_read_as_it_was_kept(database: Database) -> None:
    store = paragraphs(database)
    one = Paragraph(
        digest_id="d1", written_at=NOW, about="x" * 64, text="まず[F1]から。" * 40, company_ids=("sato", "yamada")
    )
    store.put(one)
    assert store.paragraph("d1") is None
    store.ask("d1", at=NOW)
    store.put(one)
    assert store.paragraph("d1") == one


def test_of_several_who_ask_at_once_one_asks(database: Database) -> None:
    with ThreadPoolExecutor(4) as pool:
        asked = list(pool.map(lambda _: paragraphs(database).ask("d1", at=NOW), range(4)))
    assert sorted(asked) == [False, False, False, True]
