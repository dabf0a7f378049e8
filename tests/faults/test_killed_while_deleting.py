"""The process is killed between deleting a card and taking back what was posted about it: the next one goes on."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.adapters.storage.database import Database, open_database
from bot.core.clock import SystemClock
from bot.core.coaching.cards.models import CardField, Entry, EntryState, SubjectKind, ValueCard
from bot.core.coaching.cards.records import CardVersion, VersionKind
from bot.core.posted import Posted, PostedKind

ID = "c" * 32
DELETES = """
import os, signal, sys
from datetime import UTC, datetime
from bot.adapters.storage import value_cards
from bot.adapters.storage.database import open_database
from bot.core.audited import Audited

where, path, id = sys.argv[1:]
def killed(*_):
    os.kill(os.getpid(), signal.SIGKILL)
if where == "before it is written":
    value_cards.erase_posted = lambda *_, **__: killed()
else:
    value_cards.Traces.left = killed
at = datetime(2026, 11, 21, tzinfo=UTC)
line = Audited(id="e", at=at, by_id="", action="erased", subject_kind="value_card", subject_id=id, company_id="aoi")
open_database(path).value_cards.remove(id, audited=line)
"""


def add_card(database: Database, id: str) -> None:
    """A card is on record."""
    at = SystemClock().now()
    entries = {CardField.SUBJECT: Entry(words="装置", state=EntryState.SAID)}
    card = ValueCard(
        id=id,
        company_id="aoi",
        walk_id="",
        subject_kind=SubjectKind.TECHNOLOGY,
        trade="",
        version=1,
        by_id="",
        at=at,
        entries=entries,
    )
    version = CardVersion(card_id=id, number=1, kind=VersionKind.CORRECTED, by_id="", at=at, entries=entries)
    database.value_cards.add(card, version=version)


@pytest.mark.parametrize(("where", "owed"), [("before it is written", 0), ("before anything is taken back", 1)])
def test_either_nothing_is_deleted_or_everything_is_still_taken_back(where: str, owed: int, tmp_path: Path) -> None:
    path = tmp_path / "minori.sqlite3"
    database = open_database(path)
    add_card(database, ID)
    database.posted.note({ID}, Posted(kind=PostedKind.MESSAGE, message="1.0", conversation="D1"))
    database.close()
    ended = subprocess.run([sys.executable, "-c", DELETES, where, str(path), ID], timeout=60, check=False)
    assert ended.returncode == -signal.SIGKILL
    database = open_database(path)
    assert (database.value_cards.by_id(ID) is None) == bool(owed)
    assert len(database.posted.due(now=SystemClock().now(), limit=9)) == owed
    assert len(database.posted.erased()) == owed
    # What the files still hold is overwritten by the next process.
    assert database.value_cards.leave_no_traces() == 1
    database.close()
