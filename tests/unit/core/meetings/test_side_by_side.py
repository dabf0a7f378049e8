"""Several people at one encounter at the same moment, on a real database."""

from __future__ import annotations

import threading
from pathlib import Path

from bot.adapters.storage.database import open_database
from bot.core.clock import VirtualClock
from bot.core.meetings.models import ChangeKind
from bot.core.meetings.service import MeetingService
from tests.fakes.meetings import PlainWeek, plain_planner
from tests.fakes.people import FakePeople
from tests.unit.core.meetings.office import CARD, EVERYBODY, FRIDAY, ITO, TANAKA, TODAY, done


def test_every_change_is_kept_and_none_is_lost(tmp_path: Path) -> None:
    database = open_database(tmp_path / "minori.sqlite3", clock=VirtualClock(FRIDAY))
    service = MeetingService(
        clock=VirtualClock(FRIDAY),
        store=database.encounters,
        directory=FakePeople(*EVERYBODY),
        planner=plain_planner,
        calendars=PlainWeek(),
    )
    captured = [threading.Thread(target=service.capture, args=(CARD,), kwargs={"by": TANAKA}) for _ in range(4)]
    _run(captured)
    assert len(database.encounters.changes("e1")) == 1

    def talk(number: int) -> None:
        done(service.contact("e1", by=(TANAKA, ITO)[number % 2], on=TODAY, note=str(number)))

    _run([threading.Thread(target=talk, args=(number,)) for number in range(6)])
    changes = database.encounters.changes("e1")
    assert sorted(one.detail["note"] for one in changes if one.kind == ChangeKind.CONTACT) == list("012345")
    now = database.encounters.by_id("e1")
    assert now is not None
    assert now.version == 7
    befores = [database.encounters.as_it_was("e1", version) for version in range(1, 8)]
    assert [one.version for one in befores if one] == [1, 2, 3, 4, 5, 6]
    coming = database.nudges.coming("tanaka", until=FRIDAY.replace(year=2027))
    assert [one.matter for one in coming] == ["no_next_step"]
    database.close()


def _run(threads: list[threading.Thread]) -> None:
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
