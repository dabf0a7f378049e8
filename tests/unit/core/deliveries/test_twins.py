"""The hourly sweep: what it removes, what it keeps, how much it reads at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from bot.core.clock import VirtualClock
from bot.core.deliveries.models import Unreadable
from bot.core.deliveries.ports import Place
from bot.core.deliveries.twins import TwinSweep
from tests.fakes.deliveries import FakeLog, RealTime

NOW = datetime(2026, 11, 24, tzinfo=UTC)


class Chat:
    """Conversations with deliveries in them, and what was noted and removed."""

    def __init__(self, said: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        self.said, self.events, self.asked = said, list[tuple[str, str, str]](), list[str]()
        self.since: list[datetime] = []
        self.unreadable: set[str] = set()

    def recent_places(self, *, since: datetime) -> Sequence[Place]:
        self.since.append(since)
        return [Place(conversation, "", since) for conversation in self.said]

    def note_twin(self, id: str, *, conversation: str, kept: str, removed: str, at: datetime) -> None:
        self.events.append(("noted", conversation, f"{id} {kept} {removed}"))

    def twins(self, place: Place | None = None) -> Mapping[str, Sequence[str]] | Unreadable | int:
        assert place is not None
        self.asked.append(place.conversation)
        return Unreadable("x") if place.conversation in self.unreadable else self.said[place.conversation]

    def remove(self, place: Place, message: str) -> bool:
        self.events.append(("removed", place.conversation, message))
        return True


def sweep(chat: Chat, real: RealTime, log: FakeLog) -> TwinSweep:
    return TwinSweep(
        store=chat,  # type: ignore[arg-type]
        remover=chat,  # type: ignore[arg-type]
        clock=VirtualClock(NOW),
        monotonic=real.monotonic,
        log=log,
    )


def test_the_first_stays_and_the_later_ones_are_counted_and_removed() -> None:
    chat, real, log = Chat({"D1": {"a": ["1", "2", "3"]}, "D2": {}}), RealTime(), FakeLog()
    assert sweep(chat, real, log).run_once() == 2
    assert chat.events == [
        ("noted", "D1", "a 1 2"),
        ("removed", "D1", "2"),
        ("noted", "D1", "a 1 3"),
        ("removed", "D1", "3"),
    ]
    assert log.events("error") == ["delivery_twin", "delivery_twin"]


def test_it_looks_once_an_hour_and_a_few_conversations_a_minute() -> None:
    chat, real, log = Chat({f"D{number}": {} for number in range(40)}), RealTime(), FakeLog()
    one = sweep(chat, real, log)
    asked: list[int] = []
    for _ in range(61):
        one.run_once()
        asked.append(len(chat.asked))
        real.advance(timedelta(minutes=1))
    assert asked[:4] == [15, 30, 40, 40]
    assert asked[59:] == [40, 55]
    assert chat.since == [NOW - timedelta(hours=3)] * 2


def test_what_cannot_be_read_is_looked_at_by_the_next_sweep() -> None:
    chat, real, log = Chat({"D1": {"a": ["1", "2"]}}), RealTime(), FakeLog()
    chat.unreadable = {"D1"}
    one = sweep(chat, real, log)
    assert one.run_once() == 0
    assert log.events("warning") == ["delivery_twins_unreadable"]
    chat.unreadable.clear()
    real.advance(timedelta(hours=1))
    assert one.run_once() == 1
