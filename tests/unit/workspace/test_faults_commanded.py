"""Faults and the clock over HTTP: what is understood, and who may ask."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from bot.workspace.seed import AppCredentials
from bot.workspace.server import Workspace
from tests.unit.workspace.delivery_host import (
    SEED,
    Host,
    Json,
    hosted,
    run,
)

pytestmark = pytest.mark.loopback


async def _post(host: Host, path: str, body: object, **options: Any) -> tuple[int, Json]:
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{host.workspace.url}{path}", json=body, **options) as response,
    ):
        answer: Json = await response.json()
        return response.status, answer


@pytest.mark.parametrize(
    "body",
    [
        {"fault": "drop_socket"},
        {"fault": "refuse_sockets", "n": 1},
        {"fault": "disconnect", "reason": "refresh_requested"},
        {"fault": "repeat_event", "n": 1},
        {"fault": "accept_then_hang_up", "method": "chat.update", "times": 2},
        {"fault": "lose_response", "method": "chat.update"},
        {"fault": "delay", "method": "chat.update", "seconds": 0.5, "times": 1},
        {"fault": "rate_limit", "method": "chat.update", "retry_after": 3},
        {"fault": "server_error", "method": "chat.update"},
        {"fault": "lag_history", "seconds": 2},
        {"fault": "clear"},
    ],
    ids=lambda body: str(body["fault"]),
)
def test_every_fault_can_be_commanded_over_http(body: Json) -> None:
    async def scenario() -> None:
        async with hosted() as host:
            status, answer = await _post(host, "/faults", body)
            assert (status, answer["ok"]) == (200, True)
            of_a_call = "method" in body
            assert [fault["fault"] for fault in answer["pending"]] == ([body["fault"]] if of_a_call else [])

    run(scenario)


@pytest.mark.parametrize(
    "body",
    [
        {},
        [],
        {"fault": "middleware"},
        {"fault": "rate_limit"},
        {"fault": "rate_limit", "method": 5},
        {"fault": "repeat_event", "n": True},
        {"fault": "clear", "n": 1},
    ],
    ids=json.dumps,
)
def test_a_command_that_makes_no_sense_is_refused(body: object) -> None:
    async def scenario() -> None:
        async with hosted() as host:
            status, answer = await _post(host, "/faults", body)
            assert (status, answer["ok"]) == (400, False)
            assert host.faults.pending() == []

    run(scenario)


def test_no_form_of_another_site_and_no_borrowed_name_commands_anything() -> None:
    async def scenario() -> None:
        async with hosted() as host, aiohttp.ClientSession() as session:
            body = json.dumps({"advance_s": 60})
            plain = {"Content-Type": "text/plain"}
            borrowed = {"Content-Type": "application/json", "Host": "workspace.example.com"}
            for headers, status in ((plain, 415), (borrowed, 403)):
                async with session.post(f"{host.workspace.url}/clock", data=body, headers=headers) as refused:
                    assert refused.status == status
            assert host.state.clock.offset == timedelta(0)

    run(scenario)


def test_faults_are_served_only_where_they_were_asked_for() -> None:
    async def scenario() -> None:
        workspace = Workspace(SEED, app=AppCredentials())
        await workspace.start()
        try:
            async with (
                aiohttp.ClientSession() as session,
                session.post(f"{workspace.url}/faults", json={"fault": "clear"}) as response,
            ):
                assert response.status == 404
        finally:
            await workspace.stop()

    run(scenario)


def test_the_clock_is_read_and_moved_forward_only() -> None:
    async def scenario() -> None:
        async with hosted() as host:
            status, moved = await _post(host, "/clock", {"advance_s": 90})
            assert (status, moved["offset_s"]) == (200, 90.0)
            async with aiohttp.ClientSession() as session, session.get(f"{host.workspace.url}/clock") as response:
                shown = await response.json()
            assert shown["offset_s"] == 90.0
            assert shown["now"] >= moved["now"]
            status, moved = await _post(host, "/clock", {"to_next_working_day": 9})
            assert status == 200
            there = host.state.clock.now().astimezone(host.state.clock.zone)
            assert (there.hour, host.state.clock.is_working_day(there.date())) == (9, True)
            later = (there + timedelta(hours=1)).isoformat()
            status, moved = await _post(host, "/clock", {"to": later})
            assert status == 200
            for wrong in (
                {"advance_s": -1},
                {"advance_s": 1e12},
                {"to": "2020-01-01T00:00:00+09:00"},
                {"to": "2099-01-01T00:00:00"},
                {"advance_s": "60"},
                {"to_next_working_day": 25},
                {},
            ):
                status, _ = await _post(host, "/clock", wrong)
                assert status == 400, wrong

    run(scenario)
