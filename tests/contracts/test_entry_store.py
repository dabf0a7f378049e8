"""What an EntryStore must do on both databases; and what stands among the guides of an entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.adapters.storage.database import Database, open_database
from bot.bootstrap_entries import EntryShelf
from bot.core.entries.models import LONGEST_ANSWER, Entry, EntryState
from bot.core.owed import Owed
from tests.databases import DATABASES, MakeAddress

NOW = datetime(2026, 11, 16, 0, 0, tzinfo=UTC)
ENTRY = Entry(
    id="e1",
    handover_id="h1",
    guide_id="qa-e1",
    state=EntryState.PROPOSED,
    question="溶接の煙を減らすには",
    answer="局所排気をお使いください。\n# 次に、換気です。\n---",
    author_id="takahashi",
    owner_id="takahashi",
    valid_until=date(2027, 11, 16),
    made_at=NOW,
)
OWED = Owed(kind="entry_review", subject_id="e1", occurrence="1-nakamura", person="U5")


class _Clock:
    def now(self) -> datetime:
        return NOW


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest, make_address: MakeAddress) -> Iterator[Database]:
    opened = open_database(make_address(request.param), clock=_Clock())
    yield opened
    opened.close()


def test_an_entry_is_kept_once_with_what_is_owed(database: Database) -> None:
    assert database.entries.add(ENTRY, owed=[OWED])
    assert not database.entries.add(replace(ENTRY, question="x"), owed=[])
    assert database.entries.by_id("e1") == ENTRY
    assert list(database.entries.of_handover("h1")) == [ENTRY]
    assert sum(database.deliveries.counts().values()) == 1


def test_whoever_comes_second_changes_nothing_and_owes_nothing(database: Database) -> None:
    database.entries.add(ENTRY, owed=[])
    after = replace(ENTRY, state=EntryState.PUBLISHED, version=2, number=1)
    assert database.entries.change(ENTRY, after, owed=[OWED])
    late = replace(ENTRY, state=EntryState.SENT_BACK, version=2)
    assert not database.entries.change(ENTRY, late, owed=[replace(OWED, occurrence="x")])
    assert list(database.entries.in_state({EntryState.PUBLISHED})) == [after]
    assert not database.entries.in_state({EntryState.PROPOSED, EntryState.SENT_BACK})
    assert sum(database.deliveries.counts().values()) == 1


def test_an_entry_is_one_passage_and_an_edition_of_its_own(database: Database) -> None:
    shelf = EntryShelf(database, _Clock())
    assert shelf.publish(ENTRY, owner="高橋 由美") == 1
    assert shelf.publish(ENTRY, owner="高橋 由美") == 1, "the same again"
    assert shelf.publish(replace(ENTRY, answer="あ" * LONGEST_ANSWER), owner="高橋 由美") == 2
    release = database.current_releases()["qa-e1"]
    assert (release.number, release.passage_count, release.details.is_coordinators) == (2, 1, True)
    (first,) = database.passages_by_id(["qa-e1@1/1"]).values()
    assert first.text == "局所排気をお使いください。\n# 次に、換気です。\n---", "no mark of it is a heading"
    shelf.retire("qa-e1")
    shelf.retire("qa-e1")
    assert "qa-e1" not in shelf.cited()
    assert shelf.publish(ENTRY, owner="高橋 由美") == 3, "back again"
