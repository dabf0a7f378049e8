"""How long an acknowledgement takes while a hundred questions wait for a slow model and the cores are busy.

Ours beside Bolt's plain `App`: on the same machine, in the same run, under the same load, one after the other. Measured
is the time from the POST to its answer, for events and for buttons apart; Slack gives up after three seconds, and so
does the measurement: such a one counts as `missed` and with three seconds.
"""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import os
import time
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

import aiohttp
import numpy as np

from bot.bench.ack_servers import COMPUTE, SERVERS
from bot.bench.slack_line import IDENTITY, now, question, signature, signed

Progress = Callable[[int, int], None]
GIVES_UP_S = 3.0
_STARTING_S = 60
_FORM = "application/x-www-form-urlencoded"
_KINDS = ("event", "button")


def measure_acks(
    *, waiting: int, count: int, per_second: float, progress: Progress | None = None
) -> list[dict[str, Any]]:
    """One row a system and kind, then one row a kind with the ratio of the two.

    `waiting` questions wait for the model; then `count` events and `count` buttons come, `per_second` of both.
    """
    rows: list[dict[str, Any]] = []
    for done, system in enumerate(SERVERS):
        times = _measure(system, waiting=waiting, count=count, per_second=per_second)
        rows += [{"system": system, "kind": kind, "waiting": waiting, **_figures(times[kind])} for kind in _KINDS]
        if progress:
            progress(done + 1, len(SERVERS))
    return rows + [_ratio(kind, rows) for kind in _KINDS]


def _measure(system: str, *, waiting: int, count: int, per_second: float) -> dict[str, list[float]]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=SERVERS[system], args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(_STARTING_S):
            raise RuntimeError(f"{system} did not start")
        return asyncio.run(_load(str(ours.recv()), waiting=waiting, count=count, per_second=per_second))
    finally:
        ours.close()
        process.join(10)
        if process.is_alive():
            process.kill()
            process.join()


async def _load(address: str, *, waiting: int, count: int, per_second: float) -> dict[str, list[float]]:
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector, timeout=aiohttp.ClientTimeout(total=GIVES_UP_S)) as session:
        # What keeps the cores busy comes first, so that it is under way in both systems.
        for number in range(os.cpu_count() or 1):
            await _timed(session, address, *_event(number, "D0COMPUTE", text=COMPUTE))
        for number in range(waiting):
            await _timed(session, address, *_event(number, "D0WAITING"))
        times: dict[str, list[float]] = {kind: [] for kind in _KINDS}

        async def send(kind: str, number: int) -> None:
            request = _event(number, "D0MEASURED") if kind == "event" else _button(number)
            times[kind].append(await _timed(session, address, *request))

        began, sending = time.perf_counter(), []
        for number in range(2 * count):
            await asyncio.sleep(max(0.0, began + number / per_second - time.perf_counter()))
            sending.append(asyncio.create_task(send(_KINDS[number % 2], number)))
        await asyncio.gather(*sending)
        return times


async def _timed(session: aiohttp.ClientSession, address: str, body: bytes, headers: dict[str, str]) -> float:
    """Milliseconds until it was acknowledged; infinite where it was not."""
    began = time.perf_counter()
    try:
        async with session.post(address, data=body, headers=headers) as answer:
            await answer.read()
            is_acknowledged = answer.status == 200
    except (aiohttp.ClientError, TimeoutError):
        is_acknowledged = False
    taken = time.perf_counter() - began
    return taken * 1000 if is_acknowledged and taken <= GIVES_UP_S else float("inf")


def _event(number: int, channel: str, *, text: str = "") -> tuple[bytes, dict[str, str]]:
    body = question(number, channel=channel, text=text) if text else question(number, channel=channel)
    return body, signed(body)


def _button(number: int) -> tuple[bytes, dict[str, str]]:
    moment = f"{now():.6f}"
    press = {"action_id": "rate_useful.1", "block_id": "offers", "type": "button", "value": "q-1"}
    payload: dict[str, Any] = {
        "type": "block_actions",
        "user": {"id": "U0PERSON", "team_id": IDENTITY.team_id},
        "team": {"id": IDENTITY.team_id},
        "trigger_id": f"{number}.{moment}",
        "container": {"type": "message", "message_ts": "1763700000.000100", "channel_id": "D0MEASURED"},
        "channel": {"id": "D0MEASURED"},
        "actions": [{**press, "action_ts": f"{moment}{number:06d}"}],
    }
    body = urlencode({"payload": json.dumps(payload)}).encode()
    timestamp = str(int(now()))
    headers = {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": signature(body, timestamp)}
    return body, {"Content-Type": _FORM, **headers}


def _figures(times: Sequence[float]) -> dict[str, Any]:
    missed = sum(taken == float("inf") for taken in times)
    capped = [min(taken, GIVES_UP_S * 1000) for taken in times]
    return {
        "count": len(times),
        "missed": missed,
        "p50_ms": round(float(np.percentile(capped, 50)), 1),
        "p99_ms": round(float(np.percentile(capped, 99)), 1),
        "max_ms": round(max(capped), 1),
    }


def _ratio(kind: str, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """How many times as long the plain app takes at the 99th percentile (at least, where it missed some)."""
    ours, plain = (next(row for row in rows if (row["system"], row["kind"]) == (system, kind)) for system in SERVERS)
    return {
        "ratio": "plain_app / minori",
        "kind": kind,
        "p99": round(plain["p99_ms"] / max(ours["p99_ms"], 0.1), 2),
        "is_at_least": plain["missed"] > 0,
    }
