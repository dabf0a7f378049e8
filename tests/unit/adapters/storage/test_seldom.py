"""What changes seldom is kept in memory, and read again as soon as anybody has changed it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time

import pytest
from sqlalchemy import event

from bot.adapters.storage.database import Database, open_database
from bot.core.membership.models import Changes, Snapshot
from bot.core.nudges.models import CadenceChoice, Pace, Preference
from bot.core.people import Company, Member, Role
from tests.databases import DATABASES, MakeAddress

NOW = datetime(2026, 4, 1, tzinfo=UTC)
FIRM = Company(id="f1", name="北浜金属")
SATO = Member(id="p1", address="U1", name="佐藤", roles=frozenset({Role.MEMBER}), company=FIRM, added_at=NOW)


@pytest.fixture(params=DATABASES)
def two(request: pytest.FixtureRequest, make_address: MakeAddress) -> Iterator[tuple[Database, Database]]:
    """Two programs with one database."""
    address = make_address(request.param)
    here, there = open_database(address), open_database(address)
    here.people.change(lambda _: Changes(companies=(FIRM,), people=(SATO,)))
    yield here, there
    here.close()
    there.close()


def rename(database: Database, name: str) -> None:
    database.people.change(lambda _: Changes(people=(replace(SATO, name=name),)))


def name(database: Database) -> str:
    found = database.people.by_id("p1")
    return found.name if found else ""


def test_everybody_is_read_once_while_nobody_changes(two: tuple[Database, Database]) -> None:
    said: list[str] = []
    event.listen(two[0].engine, "before_cursor_execute", lambda *given: said.append(given[2]))
    assert [name(two[0]) for _ in range(5)] == ["佐藤"] * 5
    assert two[0].people.by_address("U1") == two[0].people.people()[0] == SATO
    assert two[0].people.company("f1") == two[0].people.companies()[0] == FIRM
    assert sum("FROM person" in one for one in said) == 1


def test_what_another_program_changes_is_seen_with_the_next_look(two: tuple[Database, Database]) -> None:
    here, there = two
    assert name(here) == name(there) == "佐藤"
    rename(there, "鈴木")
    assert name(here) == "鈴木"
    there.people.leave("p1", NOW)
    left = here.people.by_address("U1")
    assert left is not None
    assert left.has_left
    assert there.people.rejoin("p1")
    assert here.people.by_id("p1") == replace(SATO, name="鈴木")


def test_every_way_of_changing_people_is_seen(two: tuple[Database, Database]) -> None:
    here, there = two
    assert name(here) == "佐藤"
    there.people.mark_welcomed("p1", NOW)
    found = here.people.by_id("p1")
    assert found is not None
    assert found.welcomed_at == NOW
    there.people.mark_sharing_asked("f1", NOW)
    firm = here.people.company("f1")
    assert firm is not None
    assert firm.sharing_asked_at == NOW


def test_a_change_that_fails_changes_nothing_that_is_seen(two: tuple[Database, Database]) -> None:
    def fails(_: Snapshot) -> Changes:
        raise RuntimeError

    assert name(two[0]) == "佐藤"
    with pytest.raises(RuntimeError):
        two[0].people.change(fails)
    assert name(two[0]) == name(two[1]) == "佐藤"
    rename(two[1], "鈴木")
    assert name(two[0]) == "鈴木"


def test_a_change_in_a_piece_of_work_is_seen_in_it(two: tuple[Database, Database]) -> None:
    with two[0].memory.piece_of_work():
        assert name(two[0]) == "佐藤"
        rename(two[0], "鈴木")
        assert name(two[0]) == "鈴木"


def test_what_people_wish_is_seen_at_once_elsewhere(two: tuple[Database, Database]) -> None:
    here, there = two[0].nudge_wishes, two[1].nudge_wishes
    assert here.preference("p1") == Preference(person_id="p1")
    wish = Preference(person_id="p1", pace=Pace.LIGHTER, times=(time(10, 0),))
    there.put_preference(wish, NOW)
    assert here.preference("p1") == here.preferences(["p1", "p2"])["p1"] == wish
    there.mute("p1", "encounter", "e1", NOW)
    assert list(here.muted("p1")) == list(here.mutes(["p1"])["p1"]) == [("encounter", "e1")]
    there.unmute("p1", "encounter", "e1")
    assert not here.muted("p1")
    choice = CadenceChoice(
        company_id="f1", scope="event", name="展示会", cadence="short", chosen_by="p1", chosen_at=NOW
    )
    there.put_choice(choice)
    assert list(here.choices("f1")) == [choice]
    assert list(here.choices("f2")) == []
