"""What can be stormed, and the points of a process that are nobody's own: commits and requests."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, event

from bot.core.deliveries.checkpoints import Checkpoint
from tests.faults.storm.children import Switch
from tests.faults.storm.place import Place
from tests.faults.storm.receiving import Received

if TYPE_CHECKING:
    from tests.faults.storm.trials import World


BEFORE_PLAN, PLANNING, PLANNED = "before-plan", "planning", "planned"
REQUEST_WRITTEN = "request-written"
# A commit is a place of its own: all is written, and nothing is kept yet.
COMMITS: Mapping[str, str] = {
    BEFORE_PLAN: PLANNING,
    Checkpoint.BEFORE_CLAIM: "claiming",
    Checkpoint.BEFORE_DROP: "dropping",
    Checkpoint.ANSWERED: "recording",
    Checkpoint.READ_BACK: "clearing-up",
}
READING_BACK = (Checkpoint.BEFORE_READ_BACK, Checkpoint.READ_BACK, "clearing-up", Checkpoint.CLEARED_UP)
OF_WORKER: Mapping[str, Sequence[str]] = {
    "claiming": (Checkpoint.BEFORE_CLAIM, "claiming", Checkpoint.CLAIMED, Checkpoint.COMPOSED),
    "dropping": (Checkpoint.BEFORE_DROP, "dropping", Checkpoint.DROPPED),
    "sending": (Checkpoint.BEFORE_SEND, REQUEST_WRITTEN, Checkpoint.ANSWERED),
    "recording": ("recording", Checkpoint.RECORDED),
    "reading back": READING_BACK,
}
"""The places of the worker, put together for the tables."""


def nothing_passes(_place: Place) -> None:
    """No time passes."""


@dataclass(frozen=True)
class Scenario:
    """How work comes to be (again and again, it must stay the same work), how it is done until nothing is due, and
    what came of it.

    `begin` and `plan` make the work, `drive` does it: each in a child, telling it every point that it passes. `groups`
    has all of these points, put together for the tables: those of `begin_points` are passed by `begin`, those of
    `plan_points` by `plan`, those of `second_round` only by whoever comes after one that was killed at `lead_up`.

    `closing` are the subjects that people settle between planning and sending, and those they settle in the middle;
    `close`, in a child, does it. `outage` is what passes before anything is planned, `night` what passes between
    planning and sending in an `overnight` trial; `afterwards` is what is still to happen, in a child, when nothing is
    open any more. `count` completes the tallies of worlds from the receiving
    side, and returns how many messages nobody was owed. `owed` is what a trial of that size is to bring,
    `number_owed` how many times people are to be told something of it.
    """

    name: str
    plan: Callable[[Place, Switch, int], None]
    drive: Callable[[Place, Switch], None]
    owed: Callable[[Place, int], Mapping[str, Any]]
    count: Callable[[Sequence[World], Iterable[Received]], int]
    groups: Mapping[str, Sequence[str]]
    plan_points: Collection[str]
    closing: Callable[[int], tuple[Sequence[str], Sequence[str]]]
    second_round: Collection[str] = READING_BACK
    lead_up: str = Checkpoint.ANSWERED
    number_owed: Callable[[Mapping[str, Any]], int] = len
    begin: Callable[[Place, Switch, int], None] | None = None
    begin_points: Collection[str] = ()
    close: Callable[[Place, int], None] | None = None
    outage: Callable[[Place], None] = nothing_passes
    night: Callable[[Place], None] = nothing_passes
    afterwards: Callable[[Place], None] | None = None

    @property
    def points(self) -> list[str]:
        return [point for points in self.groups.values() for point in points]


class Unheard:
    """An operator's log that nobody reads: a storm is nothing but warnings."""

    def warning(self, event: str, **details: Any) -> None:
        return None

    def error(self, event: str, **details: Any) -> None:
        return None


def watch_commits(switch: Switch, commits: Mapping[str, str] = COMMITS) -> None:
    """Every commit is a point, named after the checkpoint before it."""

    def before_commit(_connection: Any) -> None:
        if switch.last in commits:
            switch.strike(commits[switch.last])

    event.listen(Engine, "commit", before_commit)


def watch_requests(switch: Switch) -> None:
    """The point between the last byte of a message and the first of its answer."""
    put, answer = HTTPConnection.putrequest, HTTPConnection.getresponse

    def putrequest(self: Any, method: str, url: str, *arguments: Any, **named: Any) -> None:
        self.storm_url = url
        put(self, method, url, *arguments, **named)

    def getresponse(self: Any) -> Any:
        if self.storm_url.endswith("chat.postMessage"):
            switch.strike(REQUEST_WRITTEN)
        return answer(self)

    HTTPConnection.putrequest = putrequest  # type: ignore[method-assign]
    HTTPConnection.getresponse = getresponse  # type: ignore[method-assign]
