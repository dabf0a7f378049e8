"""Of the threads that write, one does so at a time, and nobody waits for it longer than they said."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from bot.adapters.storage.database import open_database
from bot.adapters.storage.engine import writing
from bot.adapters.storage.turns import WriterTurns
from bot.errors import StorageError

PATIENCE_S = 20.0


def test_one_writes_at_a_time_and_everybody_comes_to_it() -> None:
    turns, began = WriterTurns(), threading.Barrier(10)
    writing_now, seen, written = 0, set[int](), 0

    def write(goes_first: bool) -> None:
        nonlocal writing_now, written
        began.wait(PATIENCE_S)
        for _ in range(50):
            with turns.turn(goes_first=goes_first, patience_s=PATIENCE_S):
                writing_now += 1
                seen.add(writing_now)
                written += 1
                threading.Event().wait(0.0001)
                writing_now -= 1

    threads = [threading.Thread(target=write, args=(number == 0,)) for number in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_S)
    assert (seen, written) == ({1}, 500)


def test_nobody_waits_longer_than_they_said() -> None:
    turns = WriterTurns()
    for goes_first in (True, False):
        with (
            turns.turn(goes_first=False, patience_s=PATIENCE_S),
            pytest.raises(TimeoutError),
            turns.turn(goes_first=goes_first, patience_s=0.01),
        ):
            pytest.fail("two writers at a time")
    with turns.turn(goes_first=True, patience_s=0.01):
        """What was waited for in vain is not held by whoever gave up."""


def test_a_turn_ends_with_what_fails_in_it(tmp_path: Path) -> None:
    database = open_database(tmp_path / "minori.sqlite3")
    try:
        with pytest.raises(ZeroDivisionError), writing(database.engine):
            raise ZeroDivisionError
        assert database.inbox.claim("a", "event", {})
        with writing(database.engine), pytest.raises(StorageError, match="another process has been writing"):
            database.inbox.claim("b", "event", {})
        assert database.inbox.claim("b", "event", {})
    finally:
        database.close()
