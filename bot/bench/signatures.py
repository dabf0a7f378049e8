"""Requests that are not Slack's, by the thousand, against the HTTP side: none may be taken, none may be a 5xx."""

from __future__ import annotations

import asyncio
import random
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiohttp

from bot.bench.slack_line import now, our_http_side, question, signature, signed
from bot.platforms.slack.ports import Body, InboxItem

Headers = dict[str, str]
Forgery = Callable[[random.Random, Headers, bytes], tuple[Headers, bytes]]
Progress = Callable[[int, int], None]

_TIMESTAMP, _SIGNATURE = "X-Slack-Request-Timestamp", "X-Slack-Signature"
_SENDERS = 16
_ODD_TIMESTAMPS = (
    "", " ", "-1", "0", "+5", "1e9", "12.5", "0x10", "nan", "inf", "９９９９９９９９９９", "١٢٣", "9" * 13, "9" * 400,
    "1763700000;", "１763700000", "1_000", "true", "null", "２０２６",
)  # fmt: skip
_ODD_SIGNATURES = (
    "", "v0=", "v0", "v1=" + "0" * 64, "v0=" + "0" * 63, "v0=" + "0" * 65, "v0=" + "G" * 64, "v0=" + "０" * 64,
    "v0=" + "0" * 64 + " ", "=" * 67, "v0=" + "é" * 64, "\u202ev0=" + "0" * 64, "v0=" + "0" * 5000, "none", "v0=null",
)  # fmt: skip
_NONSENSE = (b"[]", b"{", b"null", b"[" * 100_000, b'{"event": []}', b'{"event": 1, "type": 2}', b"3")


class _CountingDesk:
    """Counts what reaches it."""

    def __init__(self) -> None:
        self.taken = 0

    async def open_sheet(self, body: Body) -> str | None:
        return None

    def acknowledgement(self, body: Body) -> Body | None:
        return None

    async def take(self, item: InboxItem) -> None:
        self.taken += 1

    async def take_up(self, item: InboxItem) -> None:
        self.taken += 1

    async def apologise(self, body: Body, *, view_id: str | None) -> None:
        self.taken += 1


def measure_signatures(count: int, *, seed: int = 1, progress: Progress | None = None) -> dict[str, Any]:
    """Send `count` forged requests, and a genuine one after every thousand to see that those are still taken."""
    with tempfile.TemporaryDirectory(prefix="minori-bench-") as folder:
        return asyncio.run(_measure(count, Path(folder), random.Random(seed), progress))  # noqa: S311 — to repeat a run


async def _measure(count: int, folder: Path, chance: random.Random, progress: Progress | None) -> dict[str, Any]:
    desk, statuses = _CountingDesk(), Counter[int]()
    genuine = max(1, count // 1000)
    async with our_http_side(folder, desk) as address, aiohttp.ClientSession() as session:
        waiting = iter(range(count))

        async def send() -> None:
            for number in waiting:
                headers, body = chance.choice(FORGERIES)(chance, signed(question(number)), question(number))
                async with session.post(address, data=body, headers=headers) as answer:
                    statuses[answer.status] += 1
                if progress and number % 500 == 0:
                    progress(number, count)

        await asyncio.gather(*(send() for _ in range(_SENDERS)))
        forged_taken = desk.taken
        for number in range(genuine):
            body = question(number, channel="D0GENUINE")
            async with session.post(address, data=body, headers=signed(body)) as answer:
                answer.raise_for_status()
    return {
        "forged": count,
        "accepted": sum(times for status, times in statuses.items() if status < 400) + forged_taken,
        "server_errors": sum(times for status, times in statuses.items() if status >= 500),
        "statuses": {str(status): times for status, times in sorted(statuses.items())},
        "genuine": genuine,
    }


def _without(*names: str) -> Forgery:
    def forge(_: random.Random, headers: Headers, body: bytes) -> tuple[Headers, bytes]:
        return {name: value for name, value in headers.items() if name not in names}, body

    return forge


def _odd_timestamp(chance: random.Random, headers: Headers, body: bytes) -> tuple[Headers, bytes]:
    odd = chance.choice(_ODD_TIMESTAMPS)
    return {**headers, _TIMESTAMP: odd, _SIGNATURE: signature(body, odd)}, body


def _odd_signature(chance: random.Random, headers: Headers, body: bytes) -> tuple[Headers, bytes]:
    return {**headers, _SIGNATURE: chance.choice(_ODD_SIGNATURES)}, body


def _one_digit_off(chance: random.Random, headers: Headers, body: bytes) -> tuple[Headers, bytes]:
    genuine = headers[_SIGNATURE]
    place = chance.randrange(3, len(genuine))
    other = chance.choice([digit for digit in "0123456789abcdef" if digit != genuine[place]])
    return {**headers, _SIGNATURE: genuine[:place] + other + genuine[place + 1 :]}, body


def _upper_case(_: random.Random, headers: Headers, body: bytes) -> tuple[Headers, bytes]:
    return {**headers, _SIGNATURE: "v0=" + headers[_SIGNATURE][3:].upper()}, body


def _another_body(chance: random.Random, headers: Headers, body: bytes) -> tuple[Headers, bytes]:
    place = chance.randrange(len(body))
    return headers, body[:place] + bytes([body[place] ^ 1]) + body[place + 1 :]


def _another_secret(chance: random.Random, headers: Headers, body: bytes) -> tuple[Headers, bytes]:
    secret = chance.choice(["", " ", "secret", headers[_SIGNATURE]])
    return {**headers, _SIGNATURE: signature(body, headers[_TIMESTAMP], secret=secret)}, body


def _too_old_or_too_new(chance: random.Random, headers: Headers, body: bytes) -> tuple[Headers, bytes]:
    away = chance.choice([-1, 1]) * chance.choice([330, 3_600, 86_400, 10_000_000])
    moment = str(int(now()) + away)
    return {**headers, _TIMESTAMP: moment, _SIGNATURE: signature(body, moment)}, body


def _not_utf8(chance: random.Random, headers: Headers, body: bytes) -> tuple[Headers, bytes]:
    broken = body + chance.choice([b"\xff", b"\xc3", b"\xed\xa0\x80", b"\x80\x80"])
    return {**headers, _SIGNATURE: signature(broken, headers[_TIMESTAMP])}, broken


def _signed_nonsense(chance: random.Random, headers: Headers, _: bytes) -> tuple[Headers, bytes]:
    """Rightly signed, and nothing that Slack would ever send."""
    nonsense = chance.choice(_NONSENSE)
    return {**headers, _SIGNATURE: signature(nonsense, headers[_TIMESTAMP])}, nonsense


FORGERIES: tuple[Forgery, ...] = (
    _without(_TIMESTAMP),
    _without(_SIGNATURE),
    _without(_TIMESTAMP, _SIGNATURE),
    _odd_timestamp,
    _odd_signature,
    _one_digit_off,
    _upper_case,
    _another_body,
    _another_secret,
    _too_old_or_too_new,
    _not_utf8,
    _signed_nonsense,
)
