"""Dropped files in the database: kept once, decided once, forgotten when decided."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.adapters.storage.database import Database, open_database
from bot.core.guides.proposals import Proposal, ProposalState

CONTENT = bytes(range(256)) * 10


@pytest.fixture
def database(database_address: str | Path) -> Iterator[Database]:
    opened = open_database(database_address)
    yield opened
    opened.close()


def proposal(id: str = "said:D1:1#1", **changes: object) -> Proposal:
    given: dict[str, object] = {
        "id": id,
        "by_address": "U1",
        "file_name": "手引き（改訂）.pdf",
        "content": CONTENT,
        "state": ProposalState.WAITING,
    }
    return Proposal(**{**given, **changes})  # type: ignore[arg-type]


def test_a_file_is_given_back_as_it_was_dropped(database: Database) -> None:
    database.proposals.keep(proposal())
    assert database.proposals.by_id("said:D1:1#1") == proposal()


@pytest.mark.parametrize("unknown", ["", "x", "said:D1:1", "%", "said:D1:1#1' OR '1'='1", "x" * 2_000, "\x00"])
def test_an_unknown_file_is_none(database: Database, unknown: str) -> None:
    database.proposals.keep(proposal())
    assert database.proposals.by_id(unknown) is None
    assert not database.proposals.decide(unknown, seen=ProposalState.WAITING, state=ProposalState.PUT_AWAY)


def test_the_same_file_again_changes_nothing(database: Database) -> None:
    database.proposals.keep(proposal())
    database.proposals.decide("said:D1:1#1", seen=ProposalState.WAITING, state=ProposalState.PUT_AWAY)
    database.proposals.keep(proposal(content=b"other", file_name="other.pdf"))
    kept = database.proposals.by_id("said:D1:1#1")
    assert kept is not None
    assert (kept.state, kept.file_name, kept.content) == (ProposalState.PUT_AWAY, "手引き（改訂）.pdf", b"")


def test_what_is_published_knows_its_guide_and_forgets_the_file(database: Database) -> None:
    database.proposals.keep(proposal())
    assert database.proposals.decide(
        "said:D1:1#1", seen=ProposalState.WAITING, state=ProposalState.PUBLISHED, guide_id="guide", number=2
    )
    published = proposal(content=b"", state=ProposalState.PUBLISHED, guide_id="guide", number=2)
    assert database.proposals.by_id("said:D1:1#1") == published
    assert database.proposals.decide("said:D1:1#1", seen=ProposalState.PUBLISHED, state=ProposalState.UNDONE)
    undone = database.proposals.by_id("said:D1:1#1")
    assert undone is not None
    assert (undone.state, undone.guide_id, undone.number) == (ProposalState.UNDONE, "guide", 2)


def test_of_many_who_decide_at_once_one_does(database: Database) -> None:
    database.proposals.keep(proposal())
    decided: list[bool] = []
    together = threading.Barrier(6)

    def decide(state: ProposalState) -> None:
        together.wait()
        decided.append(database.proposals.decide("said:D1:1#1", seen=ProposalState.WAITING, state=state))

    states = [ProposalState.PUBLISHED, ProposalState.PUT_AWAY] * 3
    threads = [threading.Thread(target=decide, args=(state,)) for state in states]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(decided) == [False] * 5 + [True]


def test_what_was_dropped_is_there_after_a_restart(database_address: str | Path) -> None:
    first = open_database(database_address)
    first.proposals.keep(proposal())
    first.close()
    second = open_database(database_address)
    assert second.proposals.by_id("said:D1:1#1") == proposal()
    second.close()
