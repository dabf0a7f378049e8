"""The scenario of plain deliveries: the real worker, the real store, the real sender over HTTP."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from bot.adapters.storage.deliveries import owe
from bot.adapters.storage.engine import writing
from bot.core.deliveries.service import DeliveryWorker
from bot.core.messages import Message, Reply, Said
from bot.core.owed import Addressed, Owed
from bot.platforms.slack.sending import SlackSender
from tests.faults.storm.children import Switch
from tests.faults.storm.place import Place
from tests.faults.storm.receiving import PEOPLE, Received
from tests.faults.storm.scenario import (
    BEFORE_PLAN,
    OF_WORKER,
    PLANNED,
    PLANNING,
    Scenario,
    Unheard,
    watch_commits,
    watch_requests,
)
from tests.faults.storm.trials import World
from tests.platforms.slack.local_slack import TOKENS


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
    worker = DeliveryWorker(
        store=database.deliveries,
        sender=sender_of(place),
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


def sender_of(place: Place) -> SlackSender:
    """The real sender, to the receiving side."""
    return SlackSender(
        token=TOKENS.bot_token, api_url=place.side.api_url, sentences=place.sentences, timing=place.timing
    )


def composed(place: Place, owed: Owed) -> Addressed | None:
    """What is said, from what is true now."""
    if owed.subject_id in place.closed:
        return None
    return Addressed(reply=Reply(parts=(Said(Message("courtesy-thanks")),)), locale="ja")


def expected(place: Place, count: int) -> Mapping[str, str]:
    """Every message that is to arrive once, unless its subject is closed: delivery id → subject."""
    return {one.delivery_id(place.tenant): one.subject_id for one in owed_to_people(count, place.tenant)}


def count(worlds: Sequence[World], received: Iterable[Received]) -> int:
    """Complete every world's tally, message by message."""
    arrived: dict[str, list[float]] = defaultdict(list)
    for one in received:
        arrived[one.delivery_id].append(one.at)
    for world in worlds:
        for id, subject in world.owed.items():
            times, closed_at = arrived.pop(id, []), world.closed.get(subject)
            world.tally.lost += not times and closed_at is None
            world.tally.twice += len(times) > 1
            world.tally.closed += closed_at is not None and any(at > closed_at for at in times)
    return sum(len(times) for times in arrived.values())


DELIVERIES = Scenario(
    name="deliveries",
    plan=plan,
    drive=drive,
    owed=expected,
    count=count,
    plan_points=(BEFORE_PLAN, PLANNING, PLANNED),
    # What is said asks the place itself (`composed`).
    closing=lambda owed: (("s1",), ("s2",)),
    groups={"planning": (BEFORE_PLAN, PLANNING, PLANNED), **OF_WORKER},
)
