"""What changes hands in one transaction, on both databases: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.adapters.storage.changeovers import Load
from bot.bootstrap import open_library
from bot.core.changeovers.models import Carried, Changeover, Reason, State, What
from bot.core.clock import VirtualClock
from bot.core.digests.models import DigestChoice, Scope
from bot.core.introductions.models import Introduction, Place, Side, Source, pair_id
from bot.core.introductions.models import State as IntroductionState
from bot.settings import Settings
from tests.databases import DATABASES, MakeAddress
from tests.unit.core.changeovers.house import GIVER, OPEN_FIRM, RECEIVER, STAFF, START, House


@pytest.fixture(params=DATABASES)
def house(request: pytest.FixtureRequest, make_address: MakeAddress, tmp_path: Path) -> Iterator[House]:
    address, clock = make_address(request.param), VirtualClock(START)
    url = None if isinstance(address, Path) else SecretStr(address)
    data_dir = address.parent if isinstance(address, Path) else tmp_path / "data"
    with open_library(Settings(data_dir=data_dir, database_url=url), clock=clock) as library:
        yield House(library, clock)


def under_way(house: House, one: str, other: str) -> str:
    """An introduction that the giver has begun."""
    place = Place(source=Source.CARD, id="c", field="function")
    made = Introduction(
        id=pair_id(one, other),
        giver=Side(company_id=one, ask_id=f"{one}-{other}-1"),
        needer=Side(company_id=other, ask_id=f"{one}-{other}-2"),
        offer=place,
        need=place,
        troubles=(),
        found_on=house.today,
        updated_at=START,
        state=IntroductionState.OPEN,
        coordinator_id=GIVER.id,
    )
    house.database.introductions.put_found([made], gone=())
    return made.id


def record(**given: object) -> Changeover:
    made = Changeover(
        id="x",
        what=What.FIRMS,
        giver_id=GIVER.id,
        receiver_id=RECEIVER.id,
        started_by=GIVER.id,
        items=("open",),
        accepted=("open",),
        reason=Reason.OTHER,
        from_on=START.date(),
        made_at=START,
        updated_at=START,
        state=State.MOVING,
    )
    return replace(made, **given)  # type: ignore[arg-type]


def coordinator_of(house: House, id: str) -> str:
    found = house.database.introductions.by_id(id)
    assert found is not None
    return found.coordinator_id


def test_an_introduction_goes_along_where_both_firms_do(house: House) -> None:
    both, half = under_way(house, "open", "shy"), under_way(house, "shy", "mute")
    house.accept(house.asked(scope="chosen", items="open,shy"))
    assert (coordinator_of(house, both), coordinator_of(house, half)) == (RECEIVER.id, GIVER.id)


def test_whose_digest_names_its_firms_has_the_new_ones_in_it(house: House) -> None:
    chosen = DigestChoice(person_id=RECEIVER.id, scope=Scope.CHOSEN, firm_ids=("other",), chosen_at=START)
    house.database.digests.put_choice(chosen, START)
    house.accept(house.asked(scope="chosen", items="open"))
    assert house.database.digests.choices()[RECEIVER.id].firm_ids == ("other", "open")


@pytest.mark.parametrize("wrong", ["firm", "encounter", "version"])
def test_where_one_thing_has_changed_nothing_is_changed(house: House, wrong: str) -> None:
    visit = house.visit("v", OPEN_FIRM)
    house.question("q", STAFF)
    before = record()
    house.database.changeovers.add(before)
    prepared = house.meetings.given(["v"], giver=GIVER, receiver=RECEIVER, agreed="x")
    firms = ("open", "strange") if wrong == "firm" else ("open",)
    if wrong == "encounter":
        prepared = [replace(one, before=replace(one.before, version=7)) for one in prepared]
    if wrong == "version":
        before = replace(before, version=9)
    carried = Carried(from_id=GIVER.id, to_id=RECEIVER.id, company_ids=firms, encounter_ids=("v",))
    load = Load(prepared=prepared, reply_by=START + timedelta(days=2))
    after = before.becomes(State.MOVED, START)
    assert not house.database.changeovers.carry(before, after, carried, load, owed=(), audited=())
    assert (house.coordinator(OPEN_FIRM), house.owner_of("q")) == (GIVER.id, GIVER.id)
    assert house.meetings_of("v") == visit
    assert house.one("x") == record()


def test_somebodys_are_listed_the_last_changed_first(house: House) -> None:
    house.database.changeovers.add(record(id="a", state=State.ASKED))
    house.database.changeovers.add(record(id="b", state=State.ASKED, updated_at=START + timedelta(days=1)))
    house.database.changeovers.add(record(id="c", state=State.PREPARED))
    house.database.changeovers.add(record(id="d", giver_id="x", receiver_id="y", started_by="x"))
    assert [one.id for one in house.database.changeovers.of_person(GIVER.id, limit=8)] == ["b", "a"]
