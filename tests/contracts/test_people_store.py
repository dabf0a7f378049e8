"""What every PeopleStore must do: the database and the fake of the service's tests."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from bot.adapters.storage.database import Database, open_database
from bot.adapters.storage.engine import writing
from bot.adapters.storage.tables import rating
from bot.core.audited import Audited
from bot.core.membership.models import Changes, Edit, EditState, Erased, KeptChange, SharingChoice, Snapshot
from bot.core.membership.ports import PeopleStore
from bot.core.owed import Owed
from bot.core.people import Company, Member, Role, Sharing
from bot.errors import StorageError
from tests.databases import DATABASES, MakeAddress
from tests.fakes.people import FakePeople

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
FIRM = Company(id="f1", name="株式会社山田製作所", coordinator_id="p2")
SATO = Member(
    id="p1",
    address="U0SATO",
    name="佐藤 一郎",
    email="ichiro@yamada.example.jp",
    roles=frozenset({Role.MEMBER, Role.ADMIN}),
    company=FIRM,
    locale="en",
    time_zone="Europe/Berlin",
    works_from=time(8, 30),
    works_until=time(16, 45),
    works_on=frozenset({1, 3, 7}),
    added_by="鈴木 花子",
    added_at=AT,
)
SUZUKI = Member(
    id="p2", address="", name="鈴木 花子", email="h@minato.example.jp", roles=frozenset({Role.COORDINATOR}), added_at=AT
)


@contextmanager
def opened(address: str | Path) -> Iterator[Database]:
    database = open_database(address)
    yield database
    assert database.check() == []
    database.close()


@pytest.fixture
def database(database_address: str | Path) -> Iterator[Database]:
    with opened(database_address) as database:
        yield database


@pytest.fixture(params=[*DATABASES, "fake"])
def store(request: pytest.FixtureRequest, make_address: MakeAddress) -> Iterator[PeopleStore]:
    with ExitStack() as open_ones:
        is_fake = request.param == "fake"
        made: PeopleStore = (
            FakePeople() if is_fake else open_ones.enter_context(opened(make_address(request.param))).people
        )
        made.change(lambda snapshot: Changes(companies=(FIRM,), people=(SATO, SUZUKI)))
        yield made


def test_people_and_firms_come_back_as_they_were_put(store: PeopleStore) -> None:
    assert store.by_id("p1") == SATO
    assert store.by_address("U0SATO") == SATO
    assert store.by_email("h@minato.example.jp") == [SUZUKI]
    assert store.company("f1") == FIRM
    assert store.companies() == [FIRM]
    assert store.people() == [SATO, SUZUKI]


def test_nobody_is_found_by_an_empty_address(store: PeopleStore) -> None:
    assert store.by_address("") is None
    assert store.by_email("") == []
    assert store.by_id("p9") is None
    assert store.company("f9") is None


def test_people_of_a_role_and_of_a_firm(store: PeopleStore) -> None:
    assert store.people(role=Role.COORDINATOR) == [SUZUKI]
    assert store.people(company_id="f1") == [SATO]
    assert store.people(role=Role.COORDINATOR, company_id="f1") == []


def test_a_change_sees_everything_and_is_written_whole(store: PeopleStore) -> None:
    def decide(snapshot: Snapshot) -> Changes:
        assert snapshot == Snapshot(people=[SATO, SUZUKI], companies=[FIRM])
        return Changes(removed=("p1",), people=(replace(SUZUKI, address="U0SATO"),))

    store.change(decide)
    assert store.people() == [replace(SUZUKI, address="U0SATO")]


def test_an_address_can_go_from_one_to_another_in_one_change(store: PeopleStore) -> None:
    swapped = (replace(SUZUKI, address="U0SATO"), replace(SATO, address="U0NEW"))
    store.change(lambda snapshot: Changes(people=swapped))
    found = store.by_address("U0SATO"), store.by_address("U0NEW")
    assert [one.id for one in found if one] == ["p2", "p1"]


def test_what_is_decided_against_changes_nothing(store: PeopleStore) -> None:
    def refuse(snapshot: Snapshot) -> Changes:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        store.change(refuse)
    assert store.people() == [SATO, SUZUKI]


def test_a_firm_is_seen_through_its_people(store: PeopleStore) -> None:
    renamed = replace(FIRM, coordinator_id=None)
    store.change(lambda snapshot: Changes(companies=(renamed,)))
    assert store.by_id("p1") == replace(SATO, company=renamed)


def test_one_caller_welcomes_and_one_asks(store: PeopleStore) -> None:
    assert [store.mark_welcomed("p1", AT), store.mark_welcomed("p1", AT)] == [True, False]
    assert [store.mark_sharing_asked("f1", AT), store.mark_sharing_asked("f1", AT)] == [True, False]
    assert not store.mark_welcomed("p9", AT)
    person, firm = store.by_id("p1"), store.company("f1")
    assert person is not None
    assert firm is not None
    assert (person.welcomed_at, firm.sharing_asked_at) == (AT, AT)


def test_every_choice_is_kept_and_the_newest_counts(store: PeopleStore) -> None:
    choices = [
        SharingChoice(company_id="f1", sharing=sharing, chosen_by="p1", chosen_at=AT.replace(hour=hour))
        for hour, sharing in ((4, Sharing.OUTLINE), (5, Sharing.OUTLINE), (6, Sharing.NOTHING))
    ]
    assert [store.choose_sharing(choice) for choice in choices] == [True, False, True]
    assert store.sharing_choices("f1") == [choices[0], choices[2]]
    firm = store.company("f1")
    assert firm is not None
    assert (firm.sharing, firm.sharing_by, firm.sharing_at) == (Sharing.NOTHING, "p1", AT.replace(hour=6))
    assert not store.choose_sharing(replace(choices[0], company_id="f9"))


def test_leaving_and_coming_back(store: PeopleStore) -> None:
    assert store.leave("p1", AT) == Erased()
    assert store.leave("p1", AT) is None
    assert store.leave("p9", AT) is None
    left = store.by_address("U0SATO")
    assert left is not None
    assert left.left_at == AT
    assert store.leave("p2", AT) == Erased(), "somebody who never came can be taken out"
    assert [store.rejoin("p1"), store.rejoin("p1"), store.rejoin("p9")] == [True, False, False]
    assert store.by_id("p1") == SATO


def test_leaving_erases_what_the_person_asked_and_said_and_nothing_else(database: Database) -> None:
    people = database.people
    people.change(lambda snapshot: Changes(companies=(FIRM,), people=(SATO, replace(SUZUKI, address="U0SUZU"))))
    for number, asker in enumerate(("U0SATO", "U0SATO", "U0SUZU", "")):
        database.questions.record(
            question_id=f"q{number}",
            conversation_id="D1",
            asked_at=AT,
            locale="ja",
            text="お礼はいつ送りますか",
            state="answered",
            answer={},
            duration_ms=1,
            asker=asker,
        )
    rated = [("q0", "U0SATO"), ("q0", "U0SUZU"), ("q2", "U0SATO"), ("q2", "U0SUZU")]
    rows = [
        {"workspace_id": "local", "question_id": question, "by_address": by, "is_useful": True, "rated_at": AT}
        for question, by in rated
    ]
    with writing(database.engine) as connection:
        connection.execute(insert(rating), rows)
    assert people.leave("p1", AT) == Erased(questions=2, ratings=3)
    assert {one.id for one in database.questions.latest("D1")} == {"q2", "q3"}


def test_two_workspaces_do_not_see_each_other(tmp_path: Path) -> None:
    first = open_database(tmp_path / "minori.sqlite3")
    second = open_database(tmp_path / "minori.sqlite3", workspace_id="other")
    first.people.change(lambda snapshot: Changes(companies=(FIRM,), people=(SATO,)))
    assert second.people.people() == []
    second.people.change(lambda snapshot: Changes(companies=(FIRM,), people=(SATO,)))
    assert second.people.leave("p1", AT) is not None
    assert first.people.by_id("p1") == SATO
    first.close()
    second.close()


def test_of_many_at_once_one_welcomes(database: Database) -> None:
    database.people.change(lambda snapshot: Changes(companies=(FIRM,), people=(SATO,)))
    marked: list[bool] = []
    threads = [
        threading.Thread(target=lambda: marked.append(database.people.mark_welcomed("p1", AT))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(marked) == [False] * 7 + [True]


def test_the_same_address_twice_is_refused(database: Database) -> None:
    twice = (SATO, replace(SUZUKI, address="U0SATO"))
    with pytest.raises(StorageError):
        database.people.change(lambda snapshot: Changes(companies=(FIRM,), people=twice))
    assert database.people.people() == []


def test_what_an_admin_changes_is_kept_with_its_line_and_what_is_owed(store: PeopleStore) -> None:
    edit = Edit(kind="person", id="p1", field="name", before="佐藤 一郎", after="佐藤 二郎")
    change = KeptChange(id="c1", by_id="p2", at=AT, state=EditState.PROPOSED, edits=(edit,))
    store.change(lambda _: Changes(kept=(change,)))
    assert store.kept_changes() == (change,)
    done = replace(change, state=EditState.DONE)
    line = Audited(id="a1", at=AT, by_id="p2", action="setup", subject_kind="person", subject_id="p1", company_id="f1")
    owed = Owed(kind="roster_roles", subject_id="p1", occurrence="c1", person="U0SATO")
    store.change(lambda _: Changes(kept=(done,), audited=(line,), owed=(owed, owed)))
    seen: list[Snapshot] = []
    store.change(lambda snapshot: seen.append(snapshot) or Changes())  # type: ignore[func-returns-value]
    assert seen[0].kept == (done,)


def test_what_an_admin_changed_is_forgotten_after_a_day(database: Database) -> None:
    old = KeptChange(id="c1", by_id="p2", at=AT, state=EditState.DONE, edits=())
    database.people.change(lambda _: Changes(kept=(old,)))
    new = replace(old, id="c2", at=AT + timedelta(days=1, seconds=1))
    database.people.change(lambda _: Changes(kept=(new,)))
    assert database.people.kept_changes() == (new,)


def test_who_ended_somebodys_use_is_kept(store: PeopleStore) -> None:
    store.change(lambda _: Changes(people=(replace(SATO, left_at=AT, ended_by="workspace"),)))
    found = store.by_id("p1")
    assert found is not None
    assert found.ended_by == "workspace"
