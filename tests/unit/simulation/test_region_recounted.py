"""The numbers of a region as its coordinators see them: the list of firms on the screen, the digest's questions, the
workbook behind its pictures, the report to a funder. Each is what other code counts, straight from the rows.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

import pytest
from openpyxl import load_workbook

from bot.bootstrap import Application
from bot.bootstrap_chat import make_chat
from bot.bootstrap_figures import make_figures
from bot.core import actions
from bot.core.figures.periods import Period
from bot.core.figures.selecting import Wanted as Narrowed
from bot.core.figures.tables import Kind
from bot.core.membership.models import Profile
from bot.core.messages import Item, Message, Place, Pressed, Reply
from bot.core.outgoing import XLSX
from bot.core.people import Member, Role
from bot.core.router import Router
from bot.simulation.region.living import Wanted, live
from tests.unit.simulation.region_recounted import Cockpit

WANTED = Wanted(first=date(2026, 4, 1), last=date(2026, 5, 26), firms=14, seed=7)
_REPORT = {
    "visits": "figures-report-visits",
    "firms": "figures-report-firms",
    "cases": "figures-report-cases",
    "over": "figures-report-over",
    "moves": "figures-report-moves",
    "hand_overs": "figures-report-hand-overs",
}
_COUNTED = {"cockpit-open": "open", "cockpit-questions": "questions"} | {
    f"cockpit-count-wall_{number}": f"wall_{number}" for number in (1, 2, 3)
}
Table = dict[str, tuple[object, ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """What a coordinator sees, and what counts it beside."""

    lines: dict[str, dict[str, int]]
    questions: int
    stages: Table
    loads: Table
    report: dict[str, int]
    count: Cockpit


class Region:
    """What every coordinator sees at the end."""

    def __init__(self) -> None:
        self.shown: list[Shown] = []

    def look(self, application: Application) -> None:
        router = make_chat(application, real_now=application.library.clock.now).router
        for member in application.library.database.people.people(role=Role.COORDINATOR):
            if not member.has_left:
                self.shown.append(shown_to(member, application, router))


def shown_to(member: Member, application: Application, router: Router) -> Shown:
    library = application.library
    today = library.clock.now().date()
    period = Period(WANTED.first, today)
    report = make_figures(library).export(member, Kind.REPORT, Narrowed(period=period)).sheets[0].rows
    files = pressed(router, member, actions.DIGEST_PICTURES, "-").files
    say = partial(library.sentences.say, locale="ja")
    (book,) = [load_workbook(io.BytesIO(one.make(say))) for one in files if one.media_type == XLSX]
    count = Cockpit(
        library.database.engine, viewer=member.id, first=period.first, last=period.last, now=library.clock.now()
    )
    return Shown(
        lines=dict(lines_of(router, member)),
        questions=questions_in_digest(router, member),
        stages=table(book[say(Message("figures-sheet-stages"))]),
        loads=table(book[say(Message("figures-sheet-loads"))]),
        report={getattr(row[0], "key", ""): int(str(row[1])) for row in report},
        count=count,
    )


def pressed(router: Router, member: Member, action: str, reference: str) -> Reply:
    place = Place(conversation=f"D{member.address[1:]}", is_direct=True, present=frozenset({member.address}))
    press = Pressed(id=action, address=member.address, place=place, action=action, reference=reference)
    reply = router.handle(press, Profile(address=member.address, name=member.name)).reply
    assert reply is not None
    return reply


def pages(router: Router, member: Member, action: str, before: str = "") -> Iterator[Item]:
    """Every line of a list that is turned page by page."""
    for number in range(1, 30):
        reply = pressed(router, member, action, f"{before}{number}")
        yield from (part for part in reply.parts if isinstance(part, Item))
        if not any(one.label == Message("page-after") for one in reply.offers):
            return


def lines_of(router: Router, member: Member) -> Iterator[tuple[str, dict[str, int]]]:
    for item in pages(router, member, actions.COCKPIT_FIRMS):
        said = [one for one in item.details if isinstance(one, Message)]
        if isinstance(item.title, str) and said and said[0].key == "cockpit-open":
            counted = {_COUNTED[one.key]: int(one.arguments["count"]) for one in said if one.key in _COUNTED}
            stood = [int(one.arguments["days"]) for one in said if one.key == "cockpit-oldest"]
            yield item.title, counted | ({"oldest": stood[0]} if stood else {})


def questions_in_digest(router: Router, member: Member) -> int:
    found = pages(router, member, actions.DIGEST_MORE, "-:")
    return sum(any(one.action == actions.ANSWER_FORM for one in item.offers) for item in found)


def table(sheet: object) -> Table:
    """The rows of a sheet below its heads, by their first cell."""
    rows = list(sheet.iter_rows(values_only=True))  # type: ignore[attr-defined]
    return {str(row[0]): tuple(row[1:]) for row in rows if row and any(isinstance(one, int) for one in row[1:])}


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> list[Shown]:
    region = Region()
    live(WANTED, tmp_path_factory.mktemp("region"), ended=region.look)
    return region.shown


def test_there_is_enough_to_tell(shown: list[Shown]) -> None:
    assert len(shown) == 2
    assert sum(len(one.lines) for one in shown) >= 8
    assert all(one.report["figures-report-visits"] > 0 for one in shown)
    assert sum(sum(bar) for one in shown for bar in one.count.bars().values()) > 30
    assert sum(one.questions for one in shown) > 0


def test_each_line_of_the_list_of_firms(shown: list[Shown]) -> None:
    for one in shown:
        assert one.lines == {name: one.count.firm_line(id) for id, name in one.count.firms.items()}


def test_the_questions_in_the_digest(shown: list[Shown]) -> None:
    assert [one.questions for one in shown] == [len(one.count.waiting(one.count.viewer)) for one in shown]


def test_the_workbook_behind_the_pictures(shown: list[Shown]) -> None:
    for one in shown:
        assert list(one.stages.values()) == list(one.count.bars().values())
        assert one.loads == one.count.loads()


def test_the_report_to_a_funder(shown: list[Shown]) -> None:
    for one in shown:
        counted = one.count.report()
        assert counted == {name: one.report[_REPORT.get(name, f"meeting-stage-{name}")] for name in counted}
