"""The safeguards of deliveries, each with how it is taken away in a child and the trials that must notice it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from slack_sdk.http_retry import default_retry_handlers
from sqlalchemy import Connection, Select, update

from bot.adapters.storage import deliveries as stored
from bot.adapters.storage import engine as engines
from bot.adapters.storage.engine import writing
from bot.adapters.storage.tables import delivery
from bot.core.deliveries.models import DeliveryState, NotFound, Refused, Unsure
from bot.core.deliveries.service import DeliveryWorker
from bot.core.messages import Message, Reply, Said
from bot.core.owed import Addressed, Owed
from bot.platforms.slack.sending import SlackSender
from tests.faults.storm import deliveries as scenario
from tests.faults.storm.children import Blow
from tests.faults.storm.place import TIMING, Place
from tests.faults.storm.removed import Removed, nothing
from tests.faults.storm.trials import Trial

_ANSWERED = Blow("answered-before-record")
_LONG = TIMING.lease + TIMING.wait + timedelta(seconds=1)


def commit_before_the_network() -> None:
    claim = stored.DeliveryRepository.claim

    def forgotten(self: Any, *, token: str, now: datetime, until: datetime, resting: Collection[str] = ()) -> Any:
        taken = claim(self, token=token, now=now, until=until, resting=resting)
        if taken is not None:
            free = {"state": DeliveryState.PENDING.value, "next_at": now + timedelta(seconds=1)}
            with writing(self._engine) as connection:
                connection.execute(update(delivery).where(delivery.c.id == taken.id).values(**free))
        return taken

    stored.DeliveryRepository.claim = forgotten  # type: ignore[method-assign]
    _move_unfenced((DeliveryState.PENDING.value,))


def fence_of_the_lease() -> None:
    _move_unfenced(())


def _move_unfenced(states: Collection[str]) -> None:
    def move(self: Any, id: str, token: str, state: DeliveryState, **values: Any) -> bool:
        here = self._here(delivery.c.id == id)
        with writing(self._engine, beside_others=True) as connection:
            return connection.execute(update(delivery).where(here).values(state=state.value, **values)).rowcount == 1

    stored.DeliveryRepository._move = move  # type: ignore[method-assign]


def look_at_the_lease() -> None:
    DeliveryWorker._rest = lambda self, lease: timedelta(days=1)  # type: ignore[method-assign]


def read_back() -> None:
    SlackSender.find = lambda self, *, delivery, since: NotFound()  # type: ignore[method-assign]


def asking_at_all() -> None:
    stored.DeliveryRepository.doubtful = lambda self, **_: ()  # type: ignore[method-assign]


def difference_between_refused_and_unsure() -> None:
    settle = DeliveryWorker._settle

    def settled(self: Any, lease: Any, outcome: Any) -> None:
        settle(self, lease, Refused(reason=outcome.reason) if isinstance(outcome, Unsure) else outcome)

    DeliveryWorker._settle = settled  # type: ignore[method-assign]


def the_same_key_every_time() -> None:
    """Whoever plans again after a crash does not know that it is the same occurrence."""
    found = scenario.owed_to_people

    def anew(count: int, tenant: str) -> list[Owed]:
        return [replace(one, occurrence=uuid4().hex) for one in found(count, tenant)]

    scenario.owed_to_people = anew


def begin_immediate() -> None:
    """A write begins like a read: what was read may not be true any more when it writes."""

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    engines._begin_sqlite = begin


def skip_locked() -> None:
    Select.with_for_update = lambda self, **_: self  # type: ignore[method-assign]


def a_client_that_repeats_nothing() -> None:
    made = SlackSender.__init__

    def make(self: Any, **given: Any) -> None:
        made(self, **given)
        self._client.retry_handlers = default_retry_handlers()

    SlackSender.__init__ = make  # type: ignore[method-assign]


def a_look_at_what_is_true_now() -> None:
    def always(place: Place, owed: Owed) -> Addressed | None:
        return Addressed(reply=Reply(parts=(Said(Message("courtesy-thanks")),)), locale="ja")

    scenario.composed = always


def _crowd(times: int) -> list[Trial]:
    return [Trial("none", Blow(), 4) for _ in range(times)]


OF_DELIVERIES = (
    Removed("the same key every time", the_same_key_every_time, [Trial("none", Blow("planned"))]),
    Removed("commit before the network", commit_before_the_network, [Trial("none", _ANSWERED, 4)], is_short=True),
    Removed("fence of the lease", fence_of_the_lease, [Trial("429", replace(_ANSWERED, stops=True), shift=_LONG)]),
    Removed("look at the lease", look_at_the_lease, [Trial("none", Blow("composed", stops=True), shift=_LONG)]),
    Removed("read-back", read_back, [Trial("none", _ANSWERED, 4)]),
    Removed("asking at all", asking_at_all, [Trial("none", Blow("before-send"), 4)]),
    Removed("refused or unsure", difference_between_refused_and_unsure, [Trial("accepted, then dropped", Blow())]),
    Removed("wait", nothing, [Trial("lagging history", Blow())], wait=timedelta(0)),
    Removed("BEGIN IMMEDIATE", begin_immediate, _crowd(6), lanes=("SQLite",)),
    Removed("SKIP LOCKED", skip_locked, _crowd(3), lanes=("PostgreSQL",), is_short=True),
    Removed("no repeating client", a_client_that_repeats_nothing, [Trial("accepted, then dropped", Blow())]),
    Removed("look at what is true now", a_look_at_what_is_true_now, [Trial("none", Blow())]),
)
