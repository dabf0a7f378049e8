"""What every EncounterStore must know of outside firms and people: the database, and the fake of unit tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.adapters.storage.database import open_database
from bot.core.clock import VirtualClock
from bot.core.meetings.models import Change, ChangeKind, Encounter, State
from bot.core.meetings.names import same_company_key, same_person_key
from bot.core.meetings.parties import Joining, KnownParty, parties_of, written
from bot.core.meetings.ports import EncounterStore
from tests.databases import DATABASES, MakeAddress
from tests.fakes.deliveries import FakeDeliveries
from tests.fakes.meetings import FakeEncounters

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
E1 = Encounter(
    id="e1",
    company_id="aoi",
    owner_id="tanaka",
    created_by="tanaka",
    created_at=NOW,
    updated_at=NOW,
    last_contact_on=date(2026, 11, 20),
    partner="㈱山田製作所",
    contact="田中さん",
)
E2 = replace(E1, id="e2", partner="株式会社山田製作所", contact="田中様")
FIRM, PERSON = same_company_key("山田製作所"), same_person_key("田中")


@pytest.fixture(params=[*DATABASES, "fake"])
def store(request: pytest.FixtureRequest, make_address: MakeAddress) -> Iterator[EncounterStore]:
    clock = VirtualClock(NOW)
    if request.param == "fake":
        yield FakeEncounters(FakeDeliveries(), clock)
        return
    database = open_database(make_address(request.param), clock=clock)
    yield database.encounters
    assert database.check() == []
    database.close()


def change(one: Encounter, kind: ChangeKind = ChangeKind.CAPTURED) -> Change:
    return Change(id=f"{one.id}-{one.version}", encounter_id=one.id, kind=kind, by_id="tanaka", at=NOW, detail={})


def add(store: EncounterStore, one: Encounter, *, joins: Sequence[Joining] = ()) -> None:
    store.add(one, change=change(one), scheduled=[], joins=joins)


def take_back(store: EncounterStore, one: Encounter, *, joins: Sequence[Joining] = ()) -> None:
    gone = replace(one, version=2, state=State.TAKEN_BACK, partner="", contact="")
    assert store.change(one, gone, change=change(gone, ChangeKind.UNDONE), scheduled=[], joins=joins)


def met(store: EncounterStore, partner: str, contact: str = "") -> set[str]:
    return {one.id for one in store.met("aoi", partner=partner, contact=contact)}


def known(store: EncounterStore, kind: str, key: str) -> dict[str, KnownParty]:
    return {one.id: one for one in store.parties("aoi", kind=kind, key=key)}


def same_as_e1(second: Encounter = E2) -> list[Joining]:
    pairs = zip(parties_of(E1), parties_of(second), strict=True)
    return [Joining(id=here.id, into=kept.id) for kept, here in pairs]


def test_the_same_spelling_is_the_same_party(store: EncounterStore) -> None:
    add(store, E1)
    add(store, replace(E1, id="e2", partner=" (株)山田製作所 ", contact="田中"))
    add(store, replace(E1, id="e3", contact="佐藤"))
    add(store, replace(E1, id="e4", company_id="midori"))
    add(store, replace(E1, id="e5", partner=""))
    assert met(store, "㈱山田製作所") == {"e1", "e2", "e3"}
    assert met(store, "（株）山田製作所御中", "田中様") == {"e1", "e2"}
    assert met(store, "", "田中") == {"e5"}
    assert met(store, "") == set()
    assert list(store.met(None, partner="㈱山田製作所")) == []
    [firm] = known(store, "company", FIRM).values()
    assert (firm.name, firm.key, firm.company_id, firm.joined_into) == ("㈱山田製作所", FIRM, "aoi", None)
    assert {one.of_id for one in known(store, "person", PERSON).values()} == {firm.id, None}
    assert {one.name for one in store.people_of("aoi", [firm.id])} == {"田中さん", "佐藤"}
    assert list(store.people_of("midori", [firm.id])) == []


def test_another_spelling_is_another_party_until_somebody_says_so(store: EncounterStore) -> None:
    add(store, E1)
    add(store, E2)
    assert met(store, "㈱山田製作所", "田中") == met(store, "㈱山田製作所") == {"e1"}
    assert met(store, "株式会社山田製作所", "田中") == met(store, "株式会社山田製作所") == {"e2"}
    firms = known(store, "company", FIRM)
    assert {one.name for one in firms.values()} == {"㈱山田製作所", "株式会社山田製作所"}
    assert {one.joined_into for one in firms.values()} == {None}
    assert len(known(store, "person", PERSON)) == 2


def test_what_is_joined_with_an_encounter_is_met_together_and_parted_again(store: EncounterStore) -> None:
    add(store, E1)
    add(store, E2, joins=same_as_e1())
    for partner in (E1.partner, E2.partner):
        assert met(store, partner) == met(store, partner, "田中") == {"e1", "e2"}
    [firm, person] = parties_of(E1)
    assert {one.joined_into for one in known(store, "company", FIRM).values()} == {None, firm.id}
    assert {one.joined_into for one in store.people_of("aoi", [firm.id])} == {None, person.id}
    store.part_parties([one.id for one in parties_of(E2)])
    assert (met(store, E1.partner, "田中"), met(store, E2.partner, "田中")) == ({"e1"}, {"e2"})


def test_the_same_encounter_again_joins_nothing(store: EncounterStore) -> None:
    add(store, E1)
    add(store, E2)
    add(store, E2, joins=same_as_e1())
    assert met(store, E1.partner) == {"e1"}


def test_what_is_taken_back_is_parted_where_it_is_known_from_elsewhere(store: EncounterStore) -> None:
    add(store, E1)
    third = replace(E2, id="e3", contact="佐々木")
    add(store, third)
    add(store, E2, joins=same_as_e1())
    assert met(store, E1.partner) == {"e1", "e2", "e3"}
    take_back(store, E2, joins=[replace(one, into=None) for one in same_as_e1()])
    assert (met(store, E1.partner), met(store, E2.partner)) == ({"e1"}, {"e3"})
    assert {one.name for one in known(store, "person", PERSON).values()} == {"田中さん"}


def test_whoever_is_in_no_encounter_any_more_is_forgotten_by_spelling(store: EncounterStore) -> None:
    add(store, E1)
    add(store, E2)
    take_back(store, E1)
    assert {one.name for one in known(store, "company", FIRM).values()} == {"株式会社山田製作所"}
    assert {one.name for one in known(store, "person", PERSON).values()} == {"田中様"}


def test_where_the_kept_one_is_forgotten_the_others_stay_joined(store: EncounterStore) -> None:
    third = replace(E2, id="e3", partner="山田製作所")
    add(store, E1)
    add(store, E2, joins=same_as_e1())
    add(store, third, joins=same_as_e1(third))
    take_back(store, E1)
    for partner in (E2.partner, third.partner):
        assert met(store, partner) == met(store, partner, "田中") == {"e2", "e3"}


def test_two_firms_of_other_keys_are_the_same_only_after_somebody_said_so(store: EncounterStore) -> None:
    names = ("山田製作所", "ヤマダ製作所", "Yamada Mfg.")
    for number, name in enumerate(names, start=1):
        add(store, replace(E1, id=f"e{number}", partner=name))
    assert met(store, "ヤマダ製作所") == {"e2"}
    keep, other, third = (written("aoi", partner=name, contact="")[0] for name in names)
    assert keep is not None
    assert other is not None
    assert third is not None
    store.join_parties(other, [third])
    store.join_parties(keep, [other, keep])
    for name in names:
        assert met(store, name) == {"e1", "e2", "e3"}
        assert set(known(store, "company", same_company_key(name))) == {keep.id, other.id, third.id}
    store.part_parties([other.id])
    assert met(store, "ヤマダ製作所") == {"e2"}
