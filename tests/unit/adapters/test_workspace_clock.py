"""The clock of a demonstration: it follows another one forward, whatever that one answers."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from bot.adapters import workspace_clock
from bot.adapters.workspace_clock import FollowingClock

pytestmark = pytest.mark.loopback


class Ahead:
    """What the other clock answers; `asked` counts."""

    def __init__(self) -> None:
        self.body, self.status, self.url = b'{"offset_s": 0}', 200, ""
        self.asked = threading.Semaphore(0)

    def says(self, seconds: float) -> None:
        self.body = f'{{"offset_s": {seconds}}}'.encode()


@contextmanager
def other_clock() -> Iterator[Ahead]:
    ahead = Ahead()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(ahead.status)
            self.end_headers()
            self.wfile.write(ahead.body)
            ahead.asked.release()

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    ahead.url = f"http://127.0.0.1:{server.server_port}/clock"
    try:
        yield ahead
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def hours_ahead(clock: FollowingClock) -> int:
    return round((clock.now() - datetime.now(UTC)) / timedelta(hours=1))


def test_it_follows_forward_and_never_back() -> None:
    with other_clock() as other:
        clock = FollowingClock(other.url)
        assert hours_ahead(clock) == 0
        other.says(3 * 3600)
        clock.read()
        assert hours_ahead(clock) == 3
        other.says(3600)
        clock.read()
        assert hours_ahead(clock) == 3


@pytest.mark.parametrize(
    "body",
    [b"", b"not json", b"[]", b"{}", b'{"offset_s": null}', b'{"offset_s": "NaN"}', b'{"offset_s": 1e400}', b"\xff",
     b'{"offset_s": 1e300}', b'{"offset_s": 300000000000}', b'{"offset_s": -1e9}', b"x" * 20_000],
)  # fmt: skip
def test_an_answer_that_makes_no_sense_changes_nothing(body: bytes) -> None:
    with other_clock() as other:
        clock = FollowingClock(other.url)
        other.says(2 * 3600)
        clock.read()
        other.body = body
        clock.read()
        assert hours_ahead(clock) == 2


def test_a_server_that_fails_or_is_gone_changes_nothing() -> None:
    with other_clock() as other:
        clock = FollowingClock(other.url)
        other.says(2 * 3600)
        clock.read()
        other.status = 500
        clock.read()
    clock.read()
    assert hours_ahead(clock) == 2


def test_it_reads_at_once_and_then_again_until_it_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workspace_clock, "_EVERY_S", 0.01)
    with other_clock() as other:
        other.says(3600)
        with FollowingClock(other.url) as clock:
            assert hours_ahead(clock) == 1
            other.body = b"nonsense"
            assert other.asked.acquire(timeout=10)
            assert other.asked.acquire(timeout=10)
            other.says(5 * 3600)
            for _ in range(3):
                assert other.asked.acquire(timeout=10)
            assert hours_ahead(clock) == 5
        assert not any(thread.name == "clock" for thread in threading.enumerate())


def test_no_proxy_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The guard of the tests would see the name being looked up."""
    monkeypatch.setenv("http_proxy", "http://proxy.example:3128")
    with other_clock() as other:
        clock = FollowingClock(other.url)
        other.says(3600)
        clock.read()
        assert hours_ahead(clock) == 1


def test_only_http_is_followed() -> None:
    with pytest.raises(ValueError, match="http"):
        FollowingClock("file:///etc/passwd")
