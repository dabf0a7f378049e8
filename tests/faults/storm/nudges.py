"""The scenario of nudges, from an encounter that is captured to a message: the real use cases, tick, worker, sender."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import structlog

from bot import bootstrap_meetings
from bot.adapters.holiday_file import shipped_calendar
from bot.adapters.japanese import SudachiNames
from bot.adapters.storage.database import Database
from bot.bootstrap import Library, make_calendars, make_guides
from bot.bootstrap_meetings import Meetings, load_draft_texts, make_meetings
from bot.bootstrap_nudges import load_cadences
from bot.core.deliveries.checkpoints import Checkpoint
from bot.core.deliveries.service import DeliveryWorker
from bot.core.meetings.given import StepGiven
from bot.core.meetings.models import Reason
from bot.core.meetings.results import Done
from bot.core.meetings.service import MeetingService
from bot.core.membership.models import Changes
from bot.core.nudges.ticking import Checkpoint as Tick
from bot.core.people import Member
from bot.settings import Settings
from tests.faults.storm.children import Switch
from tests.faults.storm.deliveries import sender_of
from tests.faults.storm.nudge_counting import count
from tests.faults.storm.nudge_world import (
    BACK,
    DAYS,
    FIRM,
    PUT_OFF_TO,
    STEP_ON,
    Meeting,
    encounter_id,
    meetings,
    members,
    new,
    nine,
)
from tests.faults.storm.place import Place
from tests.faults.storm.scenario import COMMITS, OF_WORKER, Scenario, Unheard, watch_commits, watch_requests

BEFORE_CAPTURE, CAPTURING, CAPTURED = "before-capture", "capturing", "captured"
GIVING_BACK, BEATING = "giving-back", "beating"
_COMMITS = {
    **COMMITS,
    BEFORE_CAPTURE: CAPTURING,
    # The tick's own commit is `planning`, as Tick.BEFORE_PLAN is named like the planner's of plain deliveries.
    Tick.TICK_ENDED: BEATING,
    Checkpoint.CLAIMED: GIVING_BACK,
}
_TICK = (Tick.TICK_BEGUN, Tick.PEOPLE_READ, Tick.LISTENERS_READ, Tick.DUE_READ)
_PLANNING = (Tick.BEFORE_PLAN, "planning", Tick.PLANNED, Tick.TICK_ENDED, BEATING)


def owed(place: Place, people: int) -> Mapping[str, Meeting]:
    """Every encounter of a world, and when it is to be told."""
    # Made here, before the first fork, as what every process of this world needs.
    place.business.now()
    load_once()
    return meetings(place.tenant, people, overnight=place.overnight, closes=place.closes)


@cache
def load_once() -> Settings:
    """What a process reads when it starts; forked ones have it."""
    load_cadences()
    load_draft_texts()
    shipped_calendar()
    names = SudachiNames()
    vars(bootstrap_meetings)["SudachiNames"] = lambda: names
    return Settings(data_dir=Path("unused"))


def begin(place: Place, switch: Switch, people: int) -> None:
    """People come, and capture their encounters. Then nothing runs until the outage is over."""
    watch_commits(switch, _COMMITS)
    with _opened(place) as (database, joined):
        everybody = members(place.tenant, people)
        database.people.change(lambda _: Changes(companies=(FIRM,), people=everybody))
        for one in owed(place, people).values():
            if one.key != "late":
                switch.reach(BEFORE_CAPTURE)
                _done(joined.service.capture(new(one, place.tenant), by=everybody[one.person]))
                switch.reach(CAPTURED)
    switch.last = ""


def tick(place: Place, switch: Switch, _people: int) -> None:
    """Plan what is due, as a server does every two seconds."""
    watch_commits(switch, _COMMITS)
    with _opened(place, switch.reach) as (_, joined):
        joined.nudges.tick()


def drive(place: Place, switch: Switch) -> None:
    """Tick and send, until nothing is due."""
    watch_commits(switch, _COMMITS)
    watch_requests(switch)
    with _opened(place, switch.reach) as (database, joined):
        worker = DeliveryWorker(
            store=database.deliveries,
            sender=sender_of(place),
            composers=joined.composers,
            clock=place.business,
            real_now=place.clock.now,
            monotonic=place.clock.monotonic,
            log=Unheard(),
            timing=place.timing,
            checkpoint=switch.reach,
        )
        while joined.nudges.tick() + worker.run_once():
            pass


def close(place: Place, which: int) -> None:
    """People press: before anything is sent 今回は見送る, 延期, 日時を決める, and somebody captures one more for today;
    in the middle 今回は見送る."""
    with _opened(place) as (database, joined):
        service, by = joined.service, _people(database)
        if which == 1:
            _done(service.decline(encounter_id(place, "declined-later"), Reason.TIMING, by=by["m1"]))
            return
        _done(service.decline(encounter_id(place, "declined"), Reason.TIMING, by=by["m0"]))
        _done(service.postpone(encounter_id(place, "put-off"), PUT_OFF_TO, by=by["m1"]))
        step = StepGiven(text="お見積もり", due_on=STEP_ON, due_time="15:00")
        _done(service.set_step(encounter_id(place, "step-set"), step, by=by["m2"]))
        late = owed(place, len(by))["late"]
        _done(service.capture(new(late, place.tenant), by=by["m1"]))


def night(place: Place) -> None:
    """It is the next morning."""
    place.business.jump_to(nine(DAYS[0]))


def afterwards(place: Place) -> None:
    """Somebody declines and takes that back at once; then the days pass, and every morning it is done what is due."""
    with _opened(place) as (database, joined):
        _take_back(joined.service, encounter_id(place, "taken-back"), _people(database)["m2"])
    for day in DAYS:
        if place.business.now() < nine(day):
            place.business.jump_to(nine(day))
        drive(place, Switch.unharmed())


def _take_back(service: MeetingService, id: str, by: Member) -> None:
    declined = _done(service.decline(id, Reason.TIMING, by=by))
    assert declined.change
    _done(service.undo(declined.change.id, by=by))


@contextmanager
def _opened(place: Place, checkpoint: Callable[[str], None] = lambda _: None) -> Iterator[tuple[Database, Meetings]]:
    structlog.configure(processors=[_no_error])
    database = place.open(place.business)
    library = Library(
        settings=load_once(),
        clock=place.business,
        sentences=place.sentences,
        database=database,
        guides=make_guides(database, place.business),
        calendars=make_calendars(database, place.business),
    )
    try:
        yield database, make_meetings(library, real_now=place.clock.now, checkpoint=checkpoint)
    finally:
        database.close()


def _no_error(_logger: Any, method: str, event: Any) -> Any:
    """What is an error in the log is one of the storm."""
    if method == "error":
        raise RuntimeError(str(event))
    raise structlog.DropEvent


def _people(database: Database) -> dict[str, Member]:
    return {one.id: one for one in database.people.people()}


def _done(result: object) -> Done:
    if not isinstance(result, Done):
        raise TypeError(result)
    return result


NUDGES = Scenario(
    name="nudges",
    begin=begin,
    plan=tick,
    drive=drive,
    owed=owed,
    number_owed=lambda meetings: sum(one.owed for one in meetings.values()),
    count=count,
    begin_points=(BEFORE_CAPTURE, CAPTURING, CAPTURED),
    plan_points=(*_TICK, *_PLANNING),
    closing=lambda _: (("declined", "put-off", "step-set"), ("declined-later",)),
    close=close,
    outage=lambda place: place.business.jump_to(nine(BACK)),
    night=night,
    afterwards=afterwards,
    groups={
        "capturing": (BEFORE_CAPTURE, CAPTURING, CAPTURED),
        "ticking": _TICK,
        "planning": _PLANNING,
        **OF_WORKER,
        "after hours": (GIVING_BACK,),
    },
)
