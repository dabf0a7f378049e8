"""Socket Mode, the server's side (https://docs.slack.dev/apis/events-api/using-socket-mode/).

An envelope goes to one socket, in turn. It counts as taken when its `envelope_id` comes back in time; a socket that
goes away before has not taken it.
"""

from __future__ import annotations

import asyncio
import secrets
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit
from uuid import uuid4

from aiohttp import WSMsgType, web

from bot.workspace.delivery.grants import GrantRefused, Grants
from bot.workspace.delivery.socket import Socket
from bot.workspace.delivery.timing import Timing
from bot.workspace.delivery.transport import InteractionKind, Json, Retry, Unacknowledged

PATH = "/link/"
_TOO_MANY = "too_many_websockets"


class Sockets:
    """The sockets an app has open, as a transport. `refuse_next` is how many connections will be turned away."""

    def __init__(self, app_id: str, timing: Timing, *, monotonic: Callable[[], float]) -> None:
        self.refuse_next = 0
        self._app_id = app_id
        self._timing = timing
        self._tickets: Grants[None] = Grants(
            lifetime_s=timing.ticket_s, uses=1, monotonic=monotonic, new_name=lambda: secrets.token_urlsafe(24)
        )
        self._turns: deque[Socket] = deque()
        self._all: set[Socket] = set()  # with those that were asked to go and take nothing new
        self._any_open = asyncio.Event()

    @property
    def open_count(self) -> int:
        """How many sockets take envelopes now."""
        return len(self._turns)

    def ticket_url(self, workspace_url: str) -> str:
        """Return a ws:// address that opens one socket, for as long as a ticket lasts."""
        query = urlencode({"ticket": self._tickets.issue(None), "app_id": self._app_id})
        return urlunsplit(("ws", urlsplit(workspace_url).netloc, PATH, query, ""))

    async def connect(self, request: web.Request) -> web.StreamResponse:
        """Serve one socket until it closes. A refused one does not use up its ticket."""
        if self.refuse_next > 0:
            self.refuse_next -= 1
            return web.Response(status=503, text="refused on command")
        ws = web.WebSocketResponse(heartbeat=self._timing.ping_s, timeout=1.0)
        if not ws.can_prepare(request):
            return web.Response(status=400, text="this address is for a WebSocket")
        try:
            self._tickets.use(request.query.get("ticket", ""))
        except GrantRefused as refused:
            return web.Response(status=403, text=f"ticket {refused.refusal}")
        await ws.prepare(request)
        socket = Socket(ws, request)
        if len(self._turns) >= self._timing.max_sockets:
            await socket.send({"type": "disconnect", "reason": _TOO_MANY, "debug_info": self._debug_info()})
            await ws.close()
            return ws
        await self._serve(socket)
        return ws

    async def _serve(self, socket: Socket) -> None:
        self._turns.append(socket)
        self._all.add(socket)
        self._any_open.set()
        try:
            await socket.send(self._hello())
            async for message in socket.ws:
                if message.type is WSMsgType.TEXT:
                    socket.heard(message.data)
        except Unacknowledged:
            pass  # gone before the hello
        finally:
            self._leave(socket)
            self._all.discard(socket)
            socket.gone()

    async def event(self, body: Json, retry: Retry) -> None:
        """Send an event; without a socket, wait for one as long as for an acknowledgement. Raises Unacknowledged."""
        envelope = {
            "payload": body,
            "type": "events_api",
            "accepts_response_payload": False,
            "retry_attempt": retry.attempt,
            "retry_reason": retry.reason,
        }
        await self._ask(envelope, wait_for_socket=True)

    async def interaction(self, kind: InteractionKind, payload: Json) -> Json:
        """Send what a person did; without a socket it fails at once. Raises Unacknowledged."""
        envelope = {"payload": payload, "type": kind, "accepts_response_payload": True}
        return await self._ask(envelope, wait_for_socket=False)

    async def _ask(self, envelope: dict[str, Any], *, wait_for_socket: bool) -> Json:
        if not self._turns and not wait_for_socket:
            raise Unacknowledged("no_socket")
        try:
            async with asyncio.timeout(self._timing.acknowledge_s):
                while not self._turns:
                    await self._any_open.wait()
                socket = self._turns[0]
                self._turns.rotate(-1)
                return await socket.ask({"envelope_id": str(uuid4()), **envelope})
        except TimeoutError as late:
            raise Unacknowledged("timeout") from late

    def drop(self, count: int | None = None) -> int:
        """Cut `count` sockets, the next in turn first (all if None), without a word; return how many were cut."""
        cut = list(self._turns)[:count]
        for socket in cut:
            self._leave(socket)
            socket.cut()
        return len(cut)

    async def disconnect(self, reason: str = "refresh_requested") -> None:
        """Ask every socket to go (`warning` or `refresh_requested`); who has not gone after a while is cut."""
        for socket in list(self._turns):
            self._leave(socket)
            with suppress(Unacknowledged):  # it has gone by itself
                await socket.send({"type": "disconnect", "reason": reason, "debug_info": self._debug_info()})
            handle = asyncio.get_running_loop().call_later(self._timing.leaving_s, socket.cut)
            socket.on_gone(handle.cancel)

    async def close(self) -> None:
        """Close every socket, as a server does that goes down."""
        for socket in list(self._all):
            self._leave(socket)
            await socket.ws.close()

    def _leave(self, socket: Socket) -> None:
        if socket in self._turns:
            self._turns.remove(socket)
        if not self._turns:
            self._any_open.clear()

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self._turns),
            "debug_info": {**self._debug_info(), "approximate_connection_time": 18_060},
            "connection_info": {"app_id": self._app_id},
        }

    def _debug_info(self) -> Json:
        return {"host": "applink-local", "build_number": 1}
