"""How a busy workspace is held: signed events and buttons at a steady rate to `minori serve`, its own process.

The product is the real one, over the bundled guides and without a model. What stands in for Slack sends, and answers
the Web API, in this process. An acknowledgement is timed from the moment at which its request was due, so that a sender
that lags cannot make it look quicker; over three seconds counts as not acknowledged, as Slack counts it.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import aiohttp
import numpy as np

from bot.adapters.storage.database import Database, open_database
from bot.bench.served_product import ServedProduct
from bot.bench.slack_stand_in import TAKES_S, SlackStandIn
from bot.bench.traffic import KINDS, Posted, Traffic

Progress = Callable[[int, int], None]
GIVES_UP_S = 3.0
_WARMING = 10
_WARMING_S = 60.0
_LOOK_S = 0.2
_SAMPLE_S = 60.0
_FINISHING_S = 10.0
Row = dict[str, Any]


def measure_arrivals(
    *, rate: float, seconds: float, questions: float, settle_s: float, progress: Progress | None = None
) -> list[Row]:
    """Send `rate` a second for so many seconds, of which the share `questions` (0 to 0.8) are questions.

    `settle_s`: how long it is waited afterwards until everything is answered. Raises RuntimeError where the product
    does not start.
    """
    with tempfile.TemporaryDirectory(prefix="minori-bench-") as folder:
        run = _Run(Path(folder), rate=rate, seconds=seconds, questions=questions, progress=progress)
        return asyncio.run(run.measure(settle_s))


class _Run:
    def __init__(
        self, folder: Path, *, rate: float, seconds: float, questions: float, progress: Progress | None
    ) -> None:
        self._folder, self._rate, self._seconds, self._progress = folder, rate, seconds, progress
        self._share, self._traffic, self._slack = questions, Traffic(questions=questions), SlackStandIn()
        self._acks: dict[str, list[float]] = defaultdict(list)
        self._asked: dict[str, float] = {}
        self._resident: list[float] = []

    async def measure(self, settle_s: float) -> list[Row]:
        connector, timeout = aiohttp.TCPConnector(limit=0), aiohttp.ClientTimeout(total=GIVES_UP_S)
        async with (
            self._slack.listening() as api,
            ServedProduct(self._folder, api_url=api) as product,
            aiohttp.ClientSession(connector=connector, timeout=timeout) as session,
        ):
            with closing(open_database(self._folder / "minori.sqlite3")) as database:
                await self._warm(session, product)
                sampling = asyncio.create_task(self._sample(product))
                taken_s = await self._send(session, product.address)
                sampling.cancel()
                ended = {"replied_while_sending": self._replied()}
                inbox, memory = {"left_at_end": _left_in(database)}, {"end_mb": product.resident_mb()}
                if await self._until(lambda: self._replied() == len(self._asked), settle_s):
                    await self._until(lambda: _left_in(database) == 0, _FINISHING_S)
                inbox["left_later"], memory["settled_mb"] = _left_in(database), product.resident_mb()
                said = list(product.said)
        return [
            self._load(taken_s),
            *self._acknowledgements(),
            {"what": "questions", **self._answering(), **ended},
            {"what": "inbox", **inbox},
            {"what": "memory", "start_mb": self._resident[0], "each_minute_mb": self._resident[1:], **memory},
            {"what": "log", "lines": len(said), **Counter(_event_of(line) for line in said)},
        ]

    async def _warm(self, session: aiohttp.ClientSession, product: ServedProduct) -> None:
        """A few questions first: what is read or imported at the first one is no growth."""
        asked = [self._traffic.question() for _ in range(_WARMING)]
        for one in asked:
            await self._post(session, product.address, one, time.monotonic())
        if not await self._until(lambda: all(one.item in self._slack.replied for one in asked), _WARMING_S):
            raise RuntimeError("no answer came: " + " / ".join(product.said[-3:]))
        self._acks.clear()
        self._asked.clear()
        self._resident.append(product.resident_mb())

    async def _send(self, session: aiohttp.ClientSession, address: str) -> float:
        began, count, sending = time.monotonic(), round(self._rate * self._seconds), set[asyncio.Task[None]]()
        for number in range(count):
            due = began + number / self._rate
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            task = asyncio.create_task(self._post(session, address, self._traffic.next(self._slack.pressable), due))
            sending.add(task)
            task.add_done_callback(sending.discard)
            if self._progress and number % 50 == 0:
                self._progress(number, count)
        taken_s = time.monotonic() - began
        await asyncio.gather(*sending)
        return taken_s

    async def _post(self, session: aiohttp.ClientSession, address: str, posted: Posted, due: float) -> None:
        if posted.item:
            self._asked[posted.item] = due
        try:
            async with session.post(address, data=posted.body, headers=posted.headers) as answer:
                await answer.read()
                is_acknowledged = answer.status == 200
        except (aiohttp.ClientError, TimeoutError):
            is_acknowledged = False
        taken = time.monotonic() - due
        self._acks[posted.kind].append(taken * 1000 if is_acknowledged and taken <= GIVES_UP_S else float("inf"))

    async def _sample(self, product: ServedProduct) -> None:
        while True:
            await asyncio.sleep(_SAMPLE_S)
            self._resident.append(product.resident_mb())

    async def _until(self, is_so: Callable[[], bool], seconds: float) -> bool:
        end = time.monotonic() + seconds
        while not is_so():
            if time.monotonic() > end:
                return False
            await asyncio.sleep(_LOOK_S)
        return True

    def _replied(self) -> int:
        return sum(item in self._slack.replied for item in self._asked)

    def _load(self, taken_s: float) -> Row:
        counts: Row = {kind: len(self._acks[kind]) for kind in KINDS}
        asked = {"rate": self._rate, "seconds": self._seconds, "questions_share": self._share, "api_call_s": TAKES_S}
        sent = sum(counts.values())
        return {"what": "load", **asked, "sent": sent, "sent_a_second": round(sent / max(taken_s, 1e-9), 1), **counts}

    def _acknowledgements(self) -> list[Row]:
        times = {"all": [taken for kind in KINDS for taken in self._acks[kind]], **self._acks}
        return [{"what": "acks", "kind": kind, **_acks(times[kind])} for kind in ("all", *KINDS) if times.get(kind)]

    def _answering(self) -> Row:
        """Seconds from the arrival of a question to its whole reply, of those that were replied to."""
        taken = [self._slack.replied[item] - due for item, due in self._asked.items() if item in self._slack.replied]
        figures = {f"after_{name}_s": value for name, value in _spread(taken, digits=2).items()} if taken else {}
        quoted = sum(item in self._slack.answered for item in self._asked)
        return {"asked": len(self._asked), "replied": len(taken), "with_quotes": quoted, **figures}


def _left_in(database: Database) -> int:
    return len(database.inbox.unfinished())


def _event_of(line: str) -> str:
    found = re.search(r'"event": "(\w+)"', line)
    return found[1] if found else "other"


def _acks(times: Sequence[float]) -> Row:
    capped = [min(taken, GIVES_UP_S * 1000) for taken in times]
    missed = sum(taken == float("inf") for taken in times)
    figures = {f"{name}_ms": value for name, value in _spread(capped, digits=1).items()}
    return {"count": len(times), "not_acknowledged": missed, **figures}


def _spread(values: Sequence[float], *, digits: int) -> dict[str, float]:
    at = {f"p{percent}": round(float(np.percentile(values, percent)), digits) for percent in (50, 95, 99)}
    return {**at, "max": round(max(values), digits)}
