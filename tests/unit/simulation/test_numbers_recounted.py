"""A small region lives a quarter; every number of it is what other code counts, straight from the rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from statistics import median

import pytest

from bot.adapters.storage.figure_readings import FigureReadings
from bot.bootstrap import Library
from bot.bootstrap_meetings import make_meetings
from bot.core.answering.models import State
from bot.core.figures.periods import Period
from bot.core.figures.ports import Seen, View
from bot.core.figures.reckoning import Figures, figures_of, journeys_of
from bot.core.figures.records import Held
from bot.core.figures.reporting import report_sheets
from bot.core.meetings.models import Outcome
from bot.core.people import Role
from bot.simulation.habits import load_habits
from bot.simulation.year import Changed, Wanted, Year, simulate
from tests.unit.simulation.recounted import JAPAN, Recount, day

WANTED = Wanted(first=date(2026, 4, 1), days=91, firms=6, encounters=150, seed=11)
PERIODS = (Period(date(2026, 4, 1), date(2027, 3, 31)), Period(date(2026, 5, 1), date(2026, 5, 31)))


def meet_and_ask(library: Library) -> None:
    """Nobody in a simulation says how a meeting went, or asks a question: so they do it here, as in the product."""
    database, service, now = library.database, make_meetings(library).service, library.clock.now()
    people = [one for one in database.people.people() if one.company]
    for place, one in enumerate(people):
        for number, state in enumerate(State):
            database.questions.record(
                question_id=f"q{place}-{number}",
                conversation_id="c",
                asked_at=now - timedelta(days=place * 3 + number * 20),
                locale="ja",
                text="",
                state=state.value,
                answer={},
                duration_ms=1,
                asker=one.address,
            )
        for number, met in enumerate(database.encounters.of_owner(one.id)):
            if number % 4 < len(Outcome):
                service.outcome(met.id, list(Outcome)[number % 4], by=one)
            else:
                meets_at = now + timedelta(days=1 if number % 8 == 3 else -1)
                service.prepare(met.id, by=one, goal="評価の日を決める", meets_at=meets_at)


class Looked:
    """What the product says, and what was counted beside it, for each period."""

    def __init__(self) -> None:
        self.figures: list[Figures] = []
        self.held: list[Held] = []
        self.counts: list[Recount] = []
        self.reports: list[dict[str, int]] = []
        self.year: Year | None = None

    def look(self, library: Library) -> None:
        database, now = library.database, library.clock.now()
        meet_and_ask(library)
        readings = FigureReadings(database.engine, workspace_id=database.workspace_id)
        firms = {one.id: Seen(name=one.name, has_words=False) for one in database.people.companies()}
        viewer = database.people.people(role=Role.COORDINATOR)[0].id
        for period in PERIODS:
            names = {id: seen.name for id, seen in firms.items()}
            view = View(viewer_id=viewer, firms=firms, names=names, period=period, zone=JAPAN)
            # As numbers on screen are read; what is kept from look to look is what is read anew.
            view = replace(view, has_words=False)
            held = readings.held(view)
            anew = FigureReadings(database.engine, workspace_id=database.workspace_id)
            assert held == readings.held(view) == anew.held(view)
            self.held.append(held)
            self.figures.append(figures_of(held, period, now=now, today=day(now)))
            rows = report_sheets(held, period)[0].rows
            self.reports.append({getattr(row[0], "key", ""): int(str(row[1])) for row in rows})
            count = Recount(database.engine, first=period.first, last=period.last, now=now)
            for table in (count.goals, count.steps, count.stalls, count.reminders, count.report, count.answers):
                table()
            self.counts.append(count)


@pytest.fixture(scope="module")
def seen() -> Looked:
    found = Looked()
    found.year = simulate(WANTED, load_habits(), changed=Changed(ended=found.look))
    return found


@pytest.fixture(params=range(len(PERIODS)), ids=["a year", "a month"])
def number(request: pytest.FixtureRequest) -> int:
    which: int = request.param
    return which


def test_there_is_enough_of_everything_to_tell(seen: Looked) -> None:
    year = seen.figures[0]
    assert year.cases > 100
    assert year.goals.hit.of > 10
    assert year.goals.not_recorded > 3
    assert sum(year.answers.values()) > 20
    assert sum(one.moved for one in year.steps) > 20
    assert sum(one.count for one in year.stalls) > 10
    assert sum(one.share.of for one in year.reminders) > 100
    assert len(seen.held[0].moves) > 20
    assert seen.reports[0]["figures-report-visits"] > 0


def test_goals(seen: Looked, number: int) -> None:
    goals = seen.figures[number].goals
    assert seen.counts[number].goals() == {
        "met": goals.met,
        "partly": goals.partly,
        "not_met": goals.not_met,
        "unsaid": goals.not_recorded,
    }


def test_stages(seen: Looked, number: int) -> None:
    steps = {one.stage: (one.moved, one.ended, one.on_the_way, one.median_days) for one in seen.figures[number].steps}
    assert seen.counts[number].steps() == steps


def test_walls(seen: Looked, number: int) -> None:
    for stall in seen.figures[number].stalls:
        ages = seen.counts[number].stalls()[stall.wall]
        expected = (len(ages), median(ages) if ages else None, max(ages, default=None))
        assert (stall.count, stall.median_age, stall.oldest) == expected


def test_reminders(seen: Looked, number: int) -> None:
    found = {
        (one.matter, one.step): [one.acted_on, one.passed_over, one.open] for one in seen.figures[number].reminders
    }
    assert seen.counts[number].reminders() == found


def test_answers(seen: Looked, number: int) -> None:
    assert seen.counts[number].answers() == dict(seen.figures[number].answers)


def test_the_report(seen: Looked, number: int) -> None:
    said, counted = seen.reports[number], seen.counts[number].report()
    names = {
        "visits": "figures-report-visits",
        "firms": "figures-report-firms",
        "cases": "figures-report-cases",
        "over": "figures-report-over",
        "moves": "figures-report-moves",
        "hand_overs": "figures-report-hand-overs",
    }
    assert counted == {name: said[names.get(name, f"meeting-stage-{name}")] for name in counted}


def test_the_stages_are_those_that_its_people_know_of(seen: Looked) -> None:
    """The ledger of the simulation was written by what people pressed; nothing of the product is asked there."""
    journeys = list(journeys_of(seen.held[0], today=seen.counts[0].today))
    assert seen.year is not None
    visited = {stage: sum(one.stage == stage for one in journeys) for stage in seen.year.reached}
    over = sum(seen.year.states.get(name, 0) for name in ("taken_back", "unconfirmed"))
    visits = sum(one.is_visit for one in seen.held[0].cases)
    assert {name: count for name, count in visited.items() if name != "cards"} == {
        name: count for name, count in seen.year.reached.items() if name != "cards"
    }
    assert visited["cards"] + visits + over == seen.year.encounters
