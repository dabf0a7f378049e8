"""What every CardStore must do: both databases, and the fake of the tests of cards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.adapters.storage.audit import AuditLog
from bot.adapters.storage.database import Database, open_database
from bot.adapters.storage.engine import reading, writing
from bot.adapters.storage.statements import addition
from bot.adapters.storage.tables import delivery, metadata
from bot.adapters.storage.value_cards import ValueCardRepository
from bot.core.audited import Audited
from bot.core.coaching.cards.models import (
    CardField,
    Decision,
    Entry,
    EntryState,
    FieldGroup,
    Reach,
    SubjectKind,
    Use,
    UseSource,
    ValueCard,
)
from bot.core.coaching.cards.ports import CardStore
from bot.core.coaching.cards.records import CardVersion, SharingRecord, VersionKind
from bot.core.coaching.walks.models import ChangeKind as WalkChangeKind
from bot.core.coaching.walks.models import Walk, WalkChange, WalkLength
from bot.core.owed import Owed
from tests.databases import DATABASES, MakeAddress
from tests.fakes.value_cards import FakeCards

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
SECRET = "ひみつの製法"
USE = Use(id="u1", source=UseSource.FIELD, reference="f-3", name="介護", suffers="重い", reason="軽くする")


@dataclass
class Stores:
    """A store, and the database behind it where there is one."""

    store: CardStore
    database: Database | None = None


@pytest.fixture(params=[*DATABASES, "fake"])
def stores(request: pytest.FixtureRequest, make_address: MakeAddress) -> Iterator[Stores]:
    if request.param == "fake":
        yield Stores(FakeCards())
        return
    database = open_database(make_address(request.param))
    yield Stores(ValueCardRepository(database.engine, workspace_id=database.workspace_id), database)
    database.close()


@pytest.fixture
def store(stores: Stores) -> CardStore:
    return stores.store


def made(id: str = "c1", company_id: str = "aoi", **more: object) -> ValueCard:
    said = Entry(words=f"{SECRET}\n😀{id}", state=EntryState.SAID, by_id="tanaka", at=NOW, marks=("praise",))
    card = ValueCard(
        id=id,
        company_id=company_id,
        walk_id=f"w-{id}",
        subject_kind=SubjectKind.KNOW_HOW,
        trade="food",
        version=1,
        by_id="tanaka",
        at=NOW,
        entries={CardField.FUNCTION: said, CardField.COST: Entry(state=EntryState.UNKNOWN)},
        confirmed_by="tanaka",
    )
    return replace(card, **more)  # type: ignore[arg-type]


def version(card: ValueCard, kind: VersionKind = VersionKind.MADE) -> CardVersion:
    return CardVersion(
        card_id=card.id,
        number=card.version,
        kind=kind,
        by_id=card.by_id,
        at=card.at,
        entries=card.entries,
        walked=card.entries,
    )


def add(store: CardStore, card: ValueCard) -> ValueCard:
    return store.add(card, version=version(card))


def next_of(card: ValueCard, **more: object) -> ValueCard:
    later = replace(card, version=card.version + 1, at=card.at + timedelta(minutes=1))
    return replace(later, **more)  # type: ignore[arg-type]


def audited(card_id: str) -> Audited:
    return Audited(
        id=f"a-{card_id}",
        at=NOW,
        by_id="tanaka",
        action="erased",
        subject_kind="value_card",
        subject_id=card_id,
        company_id="aoi",
    )


def test_a_card_is_kept_whole(store: CardStore) -> None:
    card = made(uses=(USE, replace(USE, id="u2", decision=Decision.TICKED, decided_by="sato", decided_at=NOW)))
    assert add(store, card) == card
    assert store.by_id("c1") == card
    assert store.by_walk("w-c1") == card
    assert store.versions("c1") == [version(card)]
    assert store.by_id("c9") is None
    assert store.by_walk("w-c9") is None


def test_the_same_card_twice_stays_as_it_is(store: CardStore) -> None:
    add(store, made())
    assert add(store, made(trade="software")).trade == "food"
    assert len(store.versions("c1")) == 1


def test_a_change_is_stored_only_on_the_version_it_was_made_from(store: CardStore) -> None:
    card = add(store, made())
    first, second = next_of(card, trade="plastics"), next_of(card, trade="textiles")
    assert store.change(card, first, version=version(first, VersionKind.CORRECTED))
    assert not store.change(card, second, version=version(second, VersionKind.CORRECTED))
    assert store.by_id("c1") == first
    assert [one.kind for one in store.versions("c1")] == [VersionKind.MADE, VersionKind.CORRECTED]
    missing = made("c9")
    assert not store.change(missing, next_of(missing), version=version(next_of(missing)))


def test_what_is_shared_is_found_and_recorded(store: CardStore) -> None:
    card, other = add(store, made()), add(store, made("c2", "umi"))
    assert store.shared() == []
    shared = next_of(card, reach={FieldGroup.VALUE: Reach.COORDINATOR})
    record = SharingRecord(
        id="s1",
        card_id="c1",
        company_id="aoi",
        group=FieldGroup.VALUE,
        reach=Reach.COORDINATOR,
        was=Reach.FIRM,
        by_id="tanaka",
        at=NOW,
    )
    assert store.change(card, shared, version=version(shared, VersionKind.SHARED), sharing=[record])
    assert store.shared() == [shared]
    assert store.sharing("c1") == [record]
    assert store.of_company("aoi") == [shared]
    assert store.of_company("umi") == [other]
    taken_back = next_of(shared, reach={FieldGroup.VALUE: Reach.FIRM})
    assert store.change(shared, taken_back, version=version(taken_back, VersionKind.SHARED))
    assert store.shared() == []


def test_uses_are_kept_in_their_order_and_changed_in_their_place(store: CardStore) -> None:
    add(store, made())
    second = replace(USE, id="a2")
    store.put_uses("c1", [USE, second])
    ticked = replace(USE, decision=Decision.TICKED, decided_by="sato", decided_at=NOW)
    store.put_uses("c1", [ticked])
    card = store.by_id("c1")
    assert card is not None
    assert card.uses == (ticked, second)
    store.put_uses("c9", [USE])
    assert store.by_id("c9") is None


def test_what_was_offered_from_a_card_goes_when_the_region_no_longer_sees_it_all(store: CardStore) -> None:
    other = add(store, made("c2", "umi"))
    card = add(store, made(reach={FieldGroup.VALUE: Reach.REGION}))
    offered = replace(USE, id="u9", source=UseSource.CARD, reference="c1", quote=SECRET, decision=Decision.TICKED)
    store.put_uses("c2", [USE, offered])
    more = next_of(card, entries=dict(card.entries) | {CardField.WHO: Entry(words="方", state=EntryState.SAID)})
    assert store.change(card, more, version=version(more))
    assert _uses_of(store, "c2") == ["u1", "u9"]
    others = next_of(more, entries=dict(more.entries) | {CardField.FUNCTION: Entry(words="x", state=EntryState.SAID)})
    assert store.change(more, others, version=version(others))
    assert _uses_of(store, "c2") == ["u1"]
    store.put_uses("c2", [offered])
    withdrawn = next_of(others, reach={FieldGroup.VALUE: Reach.COORDINATOR})
    assert store.change(others, withdrawn, version=version(withdrawn))
    assert _uses_of(store, "c2") == ["u1"]
    assert store.by_id("c2") == replace(other, uses=(USE,))


def test_a_card_is_deleted_everywhere(store: CardStore) -> None:
    card = add(store, made(reach={FieldGroup.VALUE: Reach.REGION}, uses=(USE,)))
    add(store, made("c2", "umi"))
    store.put_uses("c2", [replace(USE, id="u9", source=UseSource.CARD, reference="c1", quote=SECRET)])
    assert store.remove(card.id, audited=audited("c1"))
    assert not store.remove(card.id, audited=audited("c1"))
    assert store.by_id("c1") is None
    assert store.by_walk("w-c1") is None
    assert (store.versions("c1"), store.sharing("c1"), store.shared()) == ([], [], [])
    assert _uses_of(store, "c2") == []


def test_after_a_deletion_no_row_holds_a_word_of_it(stores: Stores) -> None:
    if stores.database is None:
        pytest.skip("of a database")
    database, store = stores.database, stores.store
    card = add(store, made(uses=(replace(USE, quote=SECRET),)))
    later = next_of(card, entries={CardField.WHO: Entry(words=SECRET, state=EntryState.SAID)})
    assert store.change(card, later, version=version(later))
    _owe(database, card.id)
    _decide_in_a_walk(database, replace(USE, id="u9", source=UseSource.CARD, reference="c1", quote=SECRET))
    store.remove(card.id, audited=audited(card.id))
    with reading(database.engine) as connection:
        for table in metadata.sorted_tables:
            held = [row for row in connection.execute(select(table)) if SECRET in str(row) or card.id in str(row)]
            assert len(held) == (1 if table.name in ("audit", "erasure") else 0), table.name
    walk = database.walks.by_id("other")
    assert walk is not None
    assert walk.uses == (USE,)
    assert AuditLog(database.engine, workspace_id=database.workspace_id).lines(subject_id="c1") == [audited("c1")]


def _decide_in_a_walk(database: Database, use: Use) -> None:
    """Another firm ticked in its walk what was offered from the card, and something else since."""
    walk = Walk(
        id="other",
        company_id="umi",
        subject_kind=SubjectKind.SERVICE,
        trade="food",
        length=WalkLength.WHOLE,
        script="d",
        script_version=1,
        locale="ja",
        owner_id="umino",
        created_by="umino",
        created_at=NOW,
        updated_at=NOW,
        counts_from=NOW.date(),
        uses=(use,),
    )
    later = replace(walk, uses=(use, USE), version=2)
    for one, before in ((walk, None), (later, walk)):
        told = WalkChange(
            id=f"ch{one.version}",
            walk_id="other",
            kind=WalkChangeKind.USE,
            by_id="umino",
            at=NOW,
            detail={},
            before=before,
        )
        if before is None:
            database.walks.add(one, change=told, scheduled=())
        else:
            assert database.walks.change(before, one, change=told, scheduled=())


def _owe(database: Database, card_id: str) -> None:
    owed = Owed(kind="value_card", subject_id=card_id, occurrence="1", person="U1")
    row = {
        "workspace_id": database.workspace_id,
        "id": owed.delivery_id(database.workspace_id),
        "kind": owed.kind,
        "subject_id": card_id,
        "occurrence": "1",
        "person": "U1",
        "conversation": "",
        "thread": "",
        "state": "pending",
        "created_at": NOW,
        "next_at": NOW,
        "attempts": 0,
    }
    with writing(database.engine) as connection:
        connection.execute(addition(delivery), row)


def _uses_of(store: CardStore, card_id: str) -> list[str]:
    card = store.by_id(card_id)
    return [use.id for use in card.uses] if card else []
