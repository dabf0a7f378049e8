"""The HTTP side: what is Slack's gets to Bolt, everything else gets a 4xx."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import urlencode

import aiohttp
import pytest
from slack_bolt.async_app import AsyncApp

from bot.bench.signatures import FORGERIES, measure_signatures
from bot.bench.slack_line import SECRET, our_http_side, question, signature, signed
from bot.errors import UsageError
from bot.platforms.slack.http_mode import HttpMode
from bot.platforms.slack.request_guard import LARGEST_BODY, RequestGuard
from tests.fakes.slack_desk import RecordingDesk

pytestmark = pytest.mark.loopback
NOW = 1_763_700_000.0


def against(
    tmp_path: Path, desk: RecordingDesk, scenario: Callable[[aiohttp.ClientSession, str], Awaitable[None]]
) -> None:
    async def run() -> None:
        async with our_http_side(tmp_path, desk) as address, aiohttp.ClientSession() as session:
            await scenario(session, address)

    asyncio.run(run())


def test_thousands_of_forged_requests_are_refused_without_a_server_error() -> None:
    row = measure_signatures(3000)
    assert (row["accepted"], row["server_errors"], row["genuine"]) == (0, 0, 3)
    assert sum(row["statuses"].values()) == 3000
    assert {"400", "401"} <= row["statuses"].keys() <= {"400", "401", "404"}
    assert len(FORGERIES) >= 12


def test_a_genuine_request_is_taken(tmp_path: Path) -> None:
    desk = RecordingDesk()

    async def scenario(session: aiohttp.ClientSession, address: str) -> None:
        body = question(1)
        async with session.post(address, data=body, headers=signed(body)) as answer:
            assert answer.status == 200
        await desk.until(lambda: bool(desk.taken))

    against(tmp_path, desk, scenario)
    assert desk.taken[0].name == "message"


def test_the_challenge_is_answered_only_when_it_is_signed(tmp_path: Path) -> None:
    body = b'{"type": "url_verification", "challenge": "abc", "token": "t"}'

    async def scenario(session: aiohttp.ClientSession, address: str) -> None:
        async with session.post(address, data=body, headers=signed(body)) as answer:
            assert (answer.status, await answer.json()) == (200, {"challenge": "abc"})
        async with session.post(address, data=body, headers={"Content-Type": "application/json"}) as answer:
            assert answer.status == 401

    against(tmp_path, RecordingDesk(), scenario)


def test_other_paths_methods_types_and_sizes_are_refused(tmp_path: Path) -> None:
    async def scenario(session: aiohttp.ClientSession, address: str) -> None:
        body, other = question(1), address.replace("/slack/events", "/slack/other")
        large = b" " * (LARGEST_BODY + 1)
        form = urlencode({"ssl_check": "1"}).encode()
        for status, method, url, data, headers in [
            (404, "POST", other, body, signed(body)),
            (405, "GET", address, None, {}),
            (405, "PUT", address, body, signed(body)),
            (404, "POST", address, body, {**signed(body), "Content-Type": "text/plain"}),
            (404, "POST", address, body, {**signed(body), "Content-Type": "multipart/form-data"}),
            (413, "POST", address, large, signed(large)),
            (200, "POST", address, form, {**signed(form), "Content-Type": "application/x-www-form-urlencoded"}),
            (401, "POST", address, form, {"Content-Type": "application/x-www-form-urlencoded"}),
        ]:
            async with session.request(method, url, data=data, headers=headers) as answer:
                assert (answer.status, url, method) == (status, url, method)
        async with session.get(address.replace("/slack/events", "/healthz")) as answer:
            assert (answer.status, await answer.json()) == (200, {"ok": True})

    against(tmp_path, RecordingDesk(), scenario)


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    async def scenario(session: aiohttp.ClientSession, address: str) -> None:
        port = int(address.split(":")[2].split("/")[0])
        second = HttpMode(
            AsyncApp(token="xoxb-1", signing_secret=SECRET),
            RequestGuard(SECRET, real_time=lambda: NOW),
            host="127.0.0.1",
            port=port,
        )
        with pytest.raises(UsageError) as caught:
            await second.start()
        assert (caught.value.key, caught.value.arguments["port"]) == ("serve-cannot-listen", str(port))

    against(tmp_path, RecordingDesk(), scenario)


@pytest.mark.parametrize(
    ("moment", "is_genuine"),
    [("1763700000", True), ("1763699701", True), ("1763700299", True), ("1763699699", False), ("1763700301", False)],
)
def test_a_signature_is_good_for_five_minutes(moment: str, is_genuine: bool) -> None:
    guard = RequestGuard(SECRET, real_time=lambda: NOW)
    headers = {"X-Slack-Request-Timestamp": moment, "X-Slack-Signature": signature(b"{}", moment)}
    assert guard.is_genuine(headers, b"{}") is is_genuine


def test_an_empty_secret_is_refused() -> None:
    with pytest.raises(ValueError, match="empty"):
        RequestGuard("", real_time=lambda: NOW)
