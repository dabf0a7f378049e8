"""The scenario of plain deliveries: the real worker, the real store, the real sender over HTTP."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any

from sqlalchemy import Engine, event

from bot.adapters.storage.deliveries import owe
from bot.adapters.storage.engine import writing
from bot.core.deliveries.checkpoints import Checkpoint
from bot.core.deliveries.service import DeliveryWorker
from bot.core.messages import Message, Reply, Said
from bot.core.owed import Addressed, Owed
from bot.platforms.slack.sending import SlackSender
from tests.faults.storm.children import Switch
from tests.faults.storm.place import Place
from tests.faults.storm.receiving import PEOPLE
from tests.platforms.slack.local_slack import TOKENS


class Unheard:
    """An operator's log that nobody reads: a storm is nothing but warnings."""

    def warning(self, event: str, **details: Any) -> None:
        return None

    def error(self, event: str, **details: Any) -> None:
        return None


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


@dataclass(frozen=True)
class Scenario:
    """What can be stormed: how work is made (again and again, it must stay the same work), how it is done until
    nothing is due, and what people are to receive: delivery id → subject.

    `groups` has every place that the two pass, put together for the table: those of `plan_points` are passed by
    `plan`, those of `second_round` only by whoever comes after one that was killed at `lead_up`. Of the two subjects
    in `closing`, the first is closed before a worker comes and the second in the middle; `close` does it, in a child.
    Anything else with checkpoints of its own, such as the tick of nudges, is one more of these.
    """

    name: str
    plan: Callable[[Place, Switch, int], None]
    drive: Callable[[Place, Switch], None]
    expected: Callable[[Place, int], Mapping[str, str]]
    groups: Mapping[str, Sequence[str]]
    plan_points: Collection[str]
    second_round: Collection[str]
    lead_up: str
    closing: tuple[str, str]
    close: Callable[[Place, str], None]

    @property
    def points(self) -> list[str]:
        return [point for points in self.groups.values() for point in points]


def owed_to_people(count: int, tenant: str) -> list[Owed]:
    """What the planner of this scenario finds due: the same every time."""
    first = sum(tenant.encode())
    return [
        Owed(kind="nudge", subject_id=f"s{number}", occurrence="0", person=PEOPLE[(first + number) % len(PEOPLE)])
        for number in range(count)
    ]


def plan(place: Place, switch: Switch, count: int) -> None:
    """Write down what is owed, as a feature does in the transaction of its own fact."""
    watch_commits(switch)
    database = place.open()
    switch.reach(BEFORE_PLAN)
    with writing(database.engine) as connection:
        owe(connection, owed_to_people(count, place.tenant), workspace_id=place.tenant, at=place.clock.now())
    switch.reach(PLANNED)
    database.close()


def drive(place: Place, switch: Switch) -> None:
    """Work until nothing is due."""
    watch_commits(switch)
    watch_requests(switch)
    database = place.open()
    sender = SlackSender(
        token=TOKENS.bot_token, api_url=place.side.api_url, sentences=place.sentences, timing=place.timing
    )
    worker = DeliveryWorker(
        store=database.deliveries,
        sender=sender,
        composers={"nudge": lambda owed: composed(place, owed)},
        clock=place.clock,
        real_now=place.clock.now,
        monotonic=place.clock.monotonic,
        log=Unheard(),
        timing=place.timing,
        checkpoint=switch.reach,
    )
    while worker.run_once():
        pass
    database.close()


def composed(place: Place, owed: Owed) -> Addressed | None:
    """What is said, from what is true now."""
    if owed.subject_id in place.closed:
        return None
    return Addressed(reply=Reply(parts=(Said(Message("courtesy-thanks")),)), locale="ja")


def expected(place: Place, count: int) -> Mapping[str, str]:
    """Every message that is to arrive once, unless its subject is closed."""
    return {one.delivery_id(place.tenant): one.subject_id for one in owed_to_people(count, place.tenant)}


def watch_commits(switch: Switch) -> None:
    """Every commit is a point, named after the checkpoint before it."""

    def before_commit(_connection: Any) -> None:
        if switch.last in COMMITS:
            switch.strike(COMMITS[switch.last])

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


_READING_BACK = (Checkpoint.BEFORE_READ_BACK, Checkpoint.READ_BACK, "clearing-up", Checkpoint.CLEARED_UP)

DELIVERIES = Scenario(
    name="deliveries",
    plan=plan,
    drive=drive,
    expected=expected,
    plan_points=(BEFORE_PLAN, PLANNING, PLANNED),
    second_round=_READING_BACK,
    lead_up=Checkpoint.ANSWERED,
    closing=("s1", "s2"),
    # What is said asks the place itself (`composed`).
    close=lambda place, subject: None,
    groups={
        "planning": (BEFORE_PLAN, PLANNING, PLANNED),
        "claiming": (Checkpoint.BEFORE_CLAIM, "claiming", Checkpoint.CLAIMED, Checkpoint.COMPOSED),
        "dropping": (Checkpoint.BEFORE_DROP, "dropping", Checkpoint.DROPPED),
        "sending": (Checkpoint.BEFORE_SEND, REQUEST_WRITTEN, Checkpoint.ANSWERED),
        "recording": ("recording", Checkpoint.RECORDED),
        "reading back": _READING_BACK,
    },
)
