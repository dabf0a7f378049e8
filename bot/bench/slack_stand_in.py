"""As much of Slack's Web API as Minori calls, fast enough for a busy workspace: it says ok and notes the answers.

`bot.workspace` keeps everything and shows it to people; here nothing is kept but the moment of each answer.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections import deque
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

from bot.bench.slack_line import IDENTITY
from bot.bench.traffic import Press
from bot.core.actions import RATE_OFF, RATE_USEFUL, SHOW_PASSAGE

TAKES_S = 0.1
"""What a call takes in Slack itself, roughly."""
_PRESSED = (RATE_USEFUL, RATE_OFF, SHOW_PASSAGE)
_MOST_PRESSABLE = 200


class SlackStandIn:
    """`replied`: the monotonic second at which the whole reply to an item was there; `answered`: with quotes."""

    def __init__(self) -> None:
        self.replied: dict[str, float] = {}
        self.answered: set[str] = set()
        self.pressable: deque[Press] = deque(maxlen=_MOST_PRESSABLE)
        self._number = 0

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[str]:
        """Serve at a free port of this machine; gives the address of the API."""
        application = web.Application(client_max_size=10_000_000)
        application.add_routes([web.route("*", "/api/{method}", self._called)])
        runner = web.AppRunner(application, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        try:
            yield f"http://127.0.0.1:{runner.addresses[0][1]}/api/"
        finally:
            await runner.cleanup()

    async def _called(self, request: web.Request) -> web.Response:
        given = await _arguments(request)
        await asyncio.sleep(TAKES_S)
        method = request.match_info["method"]
        if method in ("chat.postMessage", "chat.update"):
            self._note(given)
        return web.json_response({"ok": True, **self._answer(method, given)})

    def _answer(self, method: str, given: Mapping[str, Any]) -> dict[str, Any]:
        match method:
            case "auth.test":
                name = {"user_id": IDENTITY.bot_user_id, "bot_id": IDENTITY.bot_id}
                return {"team_id": IDENTITY.team_id, "team": IDENTITY.team_name, "url": "", **name}
            case "users.info":
                user = given.get("user")
                profile = {"real_name": f"社員 {user}", "email": f"{user}@example.com"}
                return {"user": {"id": user, "team_id": IDENTITY.team_id, "locale": "ja-JP", "profile": profile}}
            case "conversations.members":
                return {"members": [f"U0BENCH{number:04d}" for number in range(20)] + [IDENTITY.bot_user_id]}
            case "conversations.open":
                return {"channel": {"id": str(given.get("users", "")).replace("U", "D", 1)}}
            case "conversations.replies" | "conversations.history":
                return {"messages": []}
            case "views.open" | "views.push" | "views.update" | "views.publish":
                return {"view": {"id": given.get("view_id") or f"V{self._next()}", "hash": "1"}}
        return {"channel": given.get("channel"), "ts": given.get("ts") or f"1800000000.{self._next():06d}"}

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _note(self, given: Mapping[str, Any]) -> None:
        """Metadata names the item; an update has the message's `ts`, a new message has none that could be pressed."""
        payload = (given.get("metadata") or {}).get("event_payload") or {}
        item = str(payload.get("item") or "")
        if not item or item in self.replied:
            return
        self.replied[item] = time.monotonic()
        message, thread = str(given.get("ts") or ""), item.rpartition(":")[2]
        for action_id, value in _buttons(given.get("blocks") or []):
            word = action_id.rpartition(".")[0]
            if word == RATE_USEFUL:
                self.answered.add(item)
            if word in _PRESSED and message:
                self.pressable.append(Press(str(given.get("channel")), message, thread, action_id, value))


def _buttons(blocks: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        for element in [*block.get("elements", []), block.get("accessory") or {}]:
            if element.get("type") == "button":
                yield str(element.get("action_id")), str(element.get("value"))


async def _arguments(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        given: dict[str, Any] = json.loads(await request.read() or b"{}")
        return given
    sent = {**request.query, **{name: str(value) for name, value in (await request.post()).items()}}
    return {name: _unpacked(value) for name, value in sent.items()}


def _unpacked(value: str) -> Any:
    """Lists and objects come as JSON within a form."""
    return json.loads(value) if value[:1] in ("[", "{") else value
