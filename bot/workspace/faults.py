"""Faults on command: what goes wrong between an app and Slack, as often as a test says and no oftener.

The faults of the Web API are a middleware; those of the way to the app reach into its delivery. As a method, `*` means
any, and `upload` the address that a file's bytes are posted to.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Literal

from aiohttp import web
from aiohttp.typedefs import Middleware

from bot.workspace.delivery import Delivery
from bot.workspace.errors import RateLimited
from bot.workspace.records import Change, Json
from bot.workspace.state import WorkspaceState

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
CallFaultKind = Literal["accept_then_hang_up", "delay", "rate_limit", "server_error", "lose_response"]

_API, _UPLOADS = "/api/", "/upload/v1/"
_REMEMBERED = 10_000
_LAGGING = frozenset({"conversations.history", "conversations.replies"})


@dataclass(slots=True)
class _CallFault:
    kind: CallFaultKind
    method: str
    left: int
    seconds: float = 0.0


class Faults:
    """What will go wrong next. Faults of one method happen in the order in which they were asked for."""

    def __init__(
        self,
        state: WorkspaceState,
        delivery: Delivery,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._delivery = delivery
        self._monotonic = monotonic
        self._sleep = sleep
        self._calls: list[_CallFault] = []
        self._lag_s = 0.0
        self._posted: dict[str, float] = {}  # ts, which no two messages share, to real monotonic seconds
        state.subscribe(self._noticed)

    # -- the way to the app --------------------------------------------------------------------------------------

    def drop_socket(self, count: int | None = None) -> int:
        """Cut `count` sockets, the next in turn first, all if None; return how many there were to cut."""
        return self._delivery.sockets.drop(count)

    def refuse_sockets(self, n: int) -> None:
        """Turn the next n connections away with HTTP 503."""
        self._delivery.sockets.refuse_next = n

    async def disconnect(self, reason: str = "refresh_requested") -> None:
        """Ask every socket to go, as Slack does before it takes a server away (`warning`, `refresh_requested`)."""
        await self._delivery.sockets.disconnect(reason)

    def repeat_event(self, n: int) -> None:
        """Deliver every event n more times from now on, under the same event_id."""
        self._delivery.courier.extra = n

    # -- the Web API ---------------------------------------------------------------------------------------------

    def accept_then_hang_up(self, method: str, times: int = 1) -> None:
        """Take the call and close the connection: nothing happens, and nothing is answered."""
        self._calls.append(_CallFault("accept_then_hang_up", method, times))

    def lose_response(self, method: str, times: int = 1) -> None:
        """Carry the call out and close the connection without an answer."""
        self._calls.append(_CallFault("lose_response", method, times))

    def delay(self, method: str, seconds: float, times: int = 1) -> None:
        """Wait before the call is carried out (real seconds)."""
        self._calls.append(_CallFault("delay", method, times, seconds))

    def rate_limit(self, method: str, times: int = 1, retry_after: int = 1) -> None:
        """Answer 429 with Retry-After (whole seconds)."""
        self._calls.append(_CallFault("rate_limit", method, times, retry_after))

    def server_error(self, method: str, times: int = 1) -> None:
        """Answer 500, with nothing carried out."""
        self._calls.append(_CallFault("server_error", method, times))

    def lag_history(self, seconds: float) -> None:
        """Let history and replies show a message only when it is this many real seconds old."""
        self._lag_s = seconds

    def clear(self) -> None:
        """Let everything go right again; sockets that were cut stay cut."""
        self._calls.clear()
        self._lag_s = 0.0
        self.refuse_sockets(0)
        self.repeat_event(0)

    def pending(self) -> list[Json]:
        """Return the calls' faults that have not happened yet."""
        return [{"fault": fault.kind, "method": fault.method, "times": fault.left} for fault in self._calls]

    # -- at work -------------------------------------------------------------------------------------------------

    @property
    def middleware(self) -> Middleware:
        """The faults of the Web API, for the server that serves it."""

        @web.middleware
        async def faulty(request: web.Request, handler: Handler) -> web.StreamResponse:
            if not request.path.startswith((_API, _UPLOADS)):
                return await handler(request)
            method = "upload" if request.path.startswith(_UPLOADS) else request.path.removeprefix(_API)
            response = await self._call(request, handler, self._take(method))
            if self._lag_s and method in _LAGGING and isinstance(response, web.Response):
                return self._without_recent(response)
            return response

        return faulty

    async def _call(self, request: web.Request, handler: Handler, fault: _CallFault | None) -> web.StreamResponse:
        kind = None if fault is None else fault.kind
        if fault is not None and kind == "delay":
            await self._sleep(fault.seconds)
        if fault is not None and kind == "rate_limit":
            refused = RateLimited(int(fault.seconds))
            return web.json_response(refused.body(), status=429, headers={"Retry-After": str(refused.retry_after)})
        if kind == "server_error":
            return web.Response(status=500, text="fault on command")
        if kind == "accept_then_hang_up":
            await request.read()
            return _hang_up(request)
        response = await handler(request)
        return _hang_up(request) if kind == "lose_response" else response

    def _take(self, method: str) -> _CallFault | None:
        for fault in self._calls:
            if fault.method in (method, "*"):
                fault.left -= 1
                if fault.left <= 0:
                    self._calls.remove(fault)
                return fault
        return None

    def _noticed(self, change: Change) -> None:
        if change.kind == "message":
            self._posted[change.data["message"].ts] = self._monotonic()
            while len(self._posted) > _REMEMBERED:
                del self._posted[next(iter(self._posted))]

    def _without_recent(self, response: web.Response) -> web.Response:
        body: Any = json.loads(response.text or "{}")
        if not body.get("ok"):
            return response
        recent = {ts for ts, at in self._posted.items() if self._monotonic() - at < self._lag_s}
        body["messages"] = [message for message in body["messages"] if message["ts"] not in recent]
        return web.json_response(body)


def _hang_up(request: web.Request) -> web.Response:
    """Close the connection; the response that aiohttp wants is written to nobody."""
    if request.transport is not None:
        request.transport.close()
    return web.Response()
