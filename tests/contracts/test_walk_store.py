"""What every WalkStore must do: the database, SQLite and PostgreSQL, and the fake of the tests of walks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine, select, text

from bot.adapters.storage.audit import AuditLog
from bot.adapters.storage.database import open_database
from bot.adapters.storage.deliveries import DeliveryRepository
from bot.adapters.storage.people import PeopleRepository
from bot.adapters.storage.tables import metadata
from bot.adapters.storage.value_walks import WalkRepository
from bot.core.audited import Audited
from bot.core.clock import VirtualClock
from bot.core.coaching.cards.models import EntryState, SubjectKind
from bot.core.coaching.walks.ending import erased
from bot.core.coaching.walks.models import (
    Answer,
    ChangeKind,
    FollowUp,
    FollowUpKind,
    Said,
    Walk,
    WalkChange,
    WalkLength,
    WalkState,
)
from bot.core.coaching.walks.ports import WalkStore
from bot.core.membership.models import Changes
from bot.core.owed import Owed
from bot.core.people import Company
from bot.core.scheduled import Scheduled
from tests.databases import DATABASES, MakeAddress
from tests.fakes.deliveries import FakeDeliveries
from tests.fakes.people import FakePeople
from tests.fakes.walks import FakeWalks

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
DAY = date(2026, 11, 20)
SECRET = "手を切らない薄板\n😀"
ANSWER = Answer(
    question="who",
    state=EntryState.SAID,
    at=NOW,
    by_id="tanaka",
    parts=(Said(words=SECRET, by_id="tanaka", at=NOW, typed_by="sato"), Said(words="二つめ", by_id="ito", at=NOW)),
    earlier=(Said(words="前の言葉", by_id="tanaka", at=NOW),),
    marks=("empty_praise",),
    asked=("empty_praise",),
    asked_again=2,
)
WALK = Walk(
    id="w1",
    company_id="aoi",
    subject_kind=SubjectKind.KNOW_HOW,
    trade="metalworking",
    length=WalkLength.THIRTY_MINUTES,
    script="d" * 64,
    script_version=3,
    locale="en",
    owner_id="tanaka",
    created_by="sato",
    created_at=NOW,
    updated_at=NOW,
    counts_from=DAY,
    subject=SECRET,
    typist_id="sato",
    conversation="C1",
    thread="1.5",
    is_direct=False,
    at="who",
    follow_up=FollowUp(
        kind=FollowUpKind.LISTENER, signs=("no_change",), quoted="板", key="hear-x", arguments={"words": "板", "n": 2}
    ),
    answers=(ANSWER,),
    paused_until=DAY,
    asked_id="ito",
    asked_by="tanaka",
    follows="w0",
    finished_at=NOW,
)
OWED = Owed(kind="walk_asked", subject_id="w1", occurrence="2", person="U-ito")
_ESCAPED = ("薄板", "二つめ", "前の言葉", r"\u8584", r"\u524d")
"""Words of the walk, as they are and as JSON may write them."""
LINE = Audited(id="a1", at=NOW, by_id="tanaka", action="erased", subject_kind="walk", subject_id="w1", company_id="aoi")


@dataclass
class Kept:
    """A store, and what is beside it: messages owed, audit lines, all text that the database holds."""

    store: WalkStore
    engine: Engine | None
    fake: FakeWalks | None

    def owed(self) -> list[str]:
        if self.fake is not None:
            return [row.owed.kind for row in self.fake.deliveries.rows.values()]
        return [row[0] for row in self._rows("SELECT kind FROM delivery ORDER BY kind")]

    def coming(self) -> list[tuple[str, str]]:
        if self.fake is not None:
            return [(one.matter, one.person_id) for one in self.fake.coming()]
        return [(row[0], row[1]) for row in self._rows("SELECT matter, person_id FROM nudge")]

    def audited(self) -> list[Audited]:
        if self.fake is not None:
            return self.fake.audited
        assert self.engine is not None
        return list(AuditLog(self.engine, workspace_id="local").lines())

    def everything(self) -> str:
        """All that is kept, as text; what is sealed is opened."""
        if self.fake is not None:
            return repr(self.fake)
        assert self.engine is not None
        with self.engine.connect() as connection:
            return repr([tuple(row) for table in metadata.sorted_tables for row in connection.execute(select(table))])

    def _rows(self, statement: str) -> list[tuple[str, ...]]:
        assert self.engine is not None
        with self.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(statement))]


@pytest.fixture(params=[*DATABASES, "fake"])
def kept(request: pytest.FixtureRequest, make_address: MakeAddress) -> Iterator[Kept]:
    clock = VirtualClock(NOW)
    if request.param == "fake":
        fake = FakeWalks(FakeDeliveries(), clock)
        yield Kept(fake, None, fake)
        return
    database = open_database(make_address(request.param))
    repository = WalkRepository(database.engine, workspace_id=database.workspace_id, clock=clock)
    yield Kept(repository, database.engine, None)
    database.close()


def change(
    version: int, before: Walk | None = None, kind: ChangeKind = ChangeKind.ANSWERED, of: str = "w1"
) -> WalkChange:
    return WalkChange(
        id=f"{of}-{version}", walk_id=of, kind=kind, by_id="tanaka", at=NOW, detail={"q": "who"}, before=before
    )


def nudge(walk_id: str = "w1", person_id: str = "tanaka") -> Scheduled:
    return Scheduled(
        subject_kind="walk",
        subject_id=walk_id,
        matter="walk",
        person_id=person_id,
        company_id="aoi",
        cadence="default",
        since=DAY,
        step=0,
        due_on=DAY,
        due_at=NOW,
    )


def begun(kept: Kept, walk: Walk = WALK) -> Walk:
    return kept.store.add(walk, change=change(1, kind=ChangeKind.STARTED, of=walk.id), scheduled=[nudge(walk.id)])


def test_a_walk_is_kept_whole(kept: Kept) -> None:
    assert begun(kept) is WALK
    assert kept.store.by_id("w1") == WALK
    assert kept.store.by_id("w2") is None
    assert kept.coming() == [("walk", "tanaka")]


def test_the_same_walk_twice_stays_as_it_is(kept: Kept) -> None:
    begun(kept)
    other = replace(WALK, subject="x")

    assert kept.store.add(other, change=change(1), scheduled=[]) == WALK
    assert kept.coming() == [("walk", "tanaka")]
    assert len(kept.store.changes("w1")) == 1


def test_a_change_is_compared_and_set_with_all_that_follows(kept: Kept) -> None:
    begun(kept)
    after = replace(WALK, at="today", version=2)

    assert kept.store.change(WALK, after, change=change(2, WALK), scheduled=[nudge(person_id="ito")], owed=[OWED])
    assert not kept.store.change(WALK, after, change=change(3, WALK), scheduled=[], owed=[OWED])
    assert kept.store.by_id("w1") == after
    assert kept.coming() == [("walk", "ito")]
    assert kept.owed() == ["walk_asked"]


def test_only_the_newest_change_keeps_how_it_was(kept: Kept) -> None:
    begun(kept)
    second, third = replace(WALK, version=2), replace(WALK, version=3)
    kept.store.change(WALK, second, change=change(2, WALK), scheduled=[])
    kept.store.change(second, third, change=change(3, second), scheduled=[])

    assert [one.before for one in kept.store.changes("w1")] == [None, None, second]
    assert kept.store.change_by_id("w1-2") == change(2)
    assert kept.store.change_by_id("x") is None


def test_a_change_is_taken_back_once(kept: Kept) -> None:
    begun(kept)
    second, third = replace(WALK, version=2), replace(WALK, version=3)
    kept.store.change(WALK, second, change=change(2, WALK), scheduled=[])

    undone = change(3, second, ChangeKind.UNDONE)
    assert kept.store.change(second, third, change=undone, scheduled=[], undoes="w1-2")
    assert [one.is_undone for one in kept.store.changes("w1")] == [False, True, False]
    again = change(4, third, ChangeKind.UNDONE)
    assert not kept.store.change(third, replace(WALK, version=4), change=again, scheduled=[], undoes="w1-2")
    assert kept.store.by_id("w1") == third


def test_walks_are_found_by_firm_person_and_place_the_latest_first(kept: Kept) -> None:
    begun(kept)
    later = replace(WALK, id="w2", updated_at=NOW + timedelta(hours=1), owner_id="ito", typist_id="", asked_id="")
    begun(kept, later)
    elsewhere = replace(WALK, id="w3", company_id="midori", owner_id="mori", typist_id="", asked_id="", thread="")
    begun(kept, replace(elsewhere, state=WalkState.PAUSED))

    assert [one.id for one in kept.store.of_company("aoi")] == ["w2", "w1"]
    assert [one.id for one in kept.store.of_company("midori", states=[WalkState.OPEN])] == []
    assert [one.id for one in kept.store.of_person("sato")] == ["w1"]
    assert [one.id for one in kept.store.of_person("ito", states=[WalkState.OPEN])] == ["w2", "w1"]
    found = kept.store.in_place("C1", "1.5")
    assert found is not None
    assert found.id == "w2"
    assert kept.store.in_place("C1", "") is None


def test_erasing_leaves_no_word_anywhere_and_a_line_in_the_audit_log(kept: Kept) -> None:
    begun(kept)
    second = replace(WALK, version=2)
    kept.store.change(WALK, second, change=change(2, WALK), scheduled=[nudge()], owed=[OWED])
    gone = replace(erased(second), version=3)
    assert any(words in kept.everything() for words in _ESCAPED)

    told = replace(OWED, kind="walk_not_kept", occurrence="3")
    assert kept.store.change(
        second, gone, change=change(3, kind=ChangeKind.ERASED), scheduled=[], owed=[told], audited=LINE
    )

    for words in _ESCAPED:
        assert words not in kept.everything()
    assert kept.owed() == ["walk_not_kept"]
    assert kept.coming() == []
    assert kept.audited() == [LINE]
    assert kept.store.of_company("aoi") == []
    assert kept.store.of_person("tanaka") == []
    assert kept.store.by_id("w1") == gone


def test_a_card_behind_its_walk_is_found_until_it_is_made(kept: Kept) -> None:
    begun(kept)
    assert list(kept.store.unmade()) == []
    finished = replace(WALK, state=WalkState.DONE, version=2)
    kept.store.change(WALK, finished, change=change(2, WALK), scheduled=[])
    assert list(kept.store.unmade()) == [finished]

    kept.store.mark_made("w1", 2)
    kept.store.mark_made("w1", 1)
    assert list(kept.store.unmade()) == []


def test_the_text_of_a_script_is_kept_once(kept: Kept) -> None:
    kept.store.keep_script("d1", "version: 1 試す\n")
    kept.store.keep_script("d1", "something else")
    assert kept.store.script("d1") == "version: 1 試す\n"
    assert kept.store.script("d2") is None


def test_a_delivery_on_its_way_is_not_taken_back_by_erasing(kept: Kept) -> None:
    if kept.engine is None:
        pytest.skip("the fake has no leases")
    begun(kept)
    second = replace(WALK, version=2)
    kept.store.change(WALK, second, change=change(2, WALK), scheduled=[], owed=[OWED])
    deliveries = DeliveryRepository(kept.engine, workspace_id="local", database_clock=False)
    real = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
    assert deliveries.claim(token="t", now=real, until=real + timedelta(minutes=1)) is not None

    gone = replace(erased(second), version=3)
    kept.store.change(second, gone, change=change(3, kind=ChangeKind.ERASED), scheduled=[], audited=LINE)

    assert kept.owed() == ["walk_asked"]


@pytest.mark.parametrize("name", [*DATABASES, "fake"])
def test_the_trade_of_a_firm_is_set_once(name: str, make_address: MakeAddress) -> None:
    firm = Company(id="aoi", name="あおい精機")
    if name == "fake":
        fake = FakePeople()
        fake.change(lambda _: Changes(companies=(firm,)))
        assert [fake.set_trade("aoi", "food"), fake.set_trade("aoi", "plastics")] == [True, False]
        assert fake.company("aoi") == replace(firm, trade="food")
        return
    database = open_database(make_address(name))
    people = PeopleRepository(database.engine, workspace_id=database.workspace_id, clock=VirtualClock(NOW))
    people.change(lambda _: Changes(companies=(firm,)))
    assert [people.set_trade("aoi", "food"), people.set_trade("aoi", "plastics")] == [True, False]
    assert people.set_trade("nobody", "food") is False
    assert people.company("aoi") == replace(firm, trade="food")
    database.close()
