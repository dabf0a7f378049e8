"""The other side: a local workspace in a process of its own, its faults on command, and what it has received."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from urllib.request import ProxyHandler, Request, build_opener

from bot.platforms.slack.sending import METADATA
from bot.workspace.seed import Seed, SeedUser
from bot.workspace.server import Workspace
from tests.faults.storm.shifted_clock import ShiftedClock
from tests.platforms.slack.local_slack import TOKENS

PEOPLE = tuple(f"U0STORM{number:02}" for number in range(24))
_SEED = Seed(
    team_id="T0STORM",
    team_name="嵐",
    users=tuple(SeedUser(id=id, name=id.lower(), real_name=id, email=f"{id}@example.jp") for id in PEOPLE),
    channels=(),
    app_name="Minori",
    bot_user_id="U0MINORI",
    bot_id="B0MINORI",
    app_id="A0MINORI",
)
_OPENER = build_opener(ProxyHandler({}))


@dataclass(frozen=True, slots=True)
class Received:
    """A message with a delivery's id; `at` in unix seconds of the workspace, `text` all that its reader sees."""

    delivery_id: str
    at: float
    person: str
    text: str


class ReceivingSide:
    """A workspace that runs beside the storm; `stop()` when done."""

    def __init__(self, clock: ShiftedClock) -> None:
        reading_end, writing_end = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            os.close(reading_end)
            try:
                asyncio.run(_serve(clock, writing_end))
            finally:
                os._exit(0)
        os.close(writing_end)
        with os.fdopen(reading_end) as pipe:
            self.url = pipe.readline().strip()

    @property
    def api_url(self) -> str:
        return f"{self.url}/api/"

    def fault(self, name: str, **arguments: Any) -> None:
        """Have something go wrong next (bot/workspace/faults.py)."""
        body = json.dumps({"fault": name, **arguments}).encode()
        request = Request(f"{self.url}/faults", body, {"Content-Type": "application/json"})
        with _OPENER.open(request, timeout=20) as response:
            assert json.load(response)["ok"]

    def received(self) -> list[Received]:
        """Every message of ours in every conversation, as the people in it see them."""
        return [one for person in PEOPLE for one in self._from(person)]

    def _from(self, person: str) -> Iterator[Received]:
        channel = self._call("conversations.open", users=person)["channel"]["id"]
        cursor = ""
        while True:
            page = self._call(
                "conversations.history", channel=channel, include_all_metadata="true", limit="900", cursor=cursor
            )
            for message in page["messages"]:
                metadata = message.get("metadata") or {}
                if metadata.get("event_type") == METADATA:
                    shown = json.dumps([message.get("blocks"), message.get("text")], ensure_ascii=False)
                    yield Received(metadata["event_payload"]["delivery"], float(message["ts"]), person, shown)
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return

    def _call(self, method: str, **arguments: str) -> Mapping[str, Any]:
        given = {name: value for name, value in arguments.items() if value}
        headers = {"Authorization": f"Bearer {TOKENS.bot_token}"}
        with _OPENER.open(Request(self.api_url + method, urlencode(given).encode(), headers), timeout=20) as response:
            answered: Mapping[str, Any] = json.load(response)
        assert answered["ok"], answered
        return answered

    def stop(self) -> None:
        """End it."""
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)


async def _serve(clock: ShiftedClock, pipe: int) -> None:
    # Whoever is killed leaves half a request behind, and the server says so each time.
    logging.disable(logging.CRITICAL)
    workspace = Workspace(_SEED, app=TOKENS, faults=True, real_time=clock.time, monotonic=clock.monotonic)
    await workspace.start()
    os.write(pipe, f"{workspace.url}\n".encode())
    os.close(pipe)
    await asyncio.Event().wait()
