"""Socket Mode: Slack's payloads over a WebSocket that the bot opens; nothing has to be reachable from outside."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

_Untyped: TypeAlias = Callable[[], Awaitable[None]]
"""What Bolt has left without types."""
_PING_S = 5.0
_ACKNOWLEDGING_S = 3.0


class _Handler(AsyncSocketModeHandler):
    """Bolt's handler, which can stop taking in and wait for what it is acknowledging."""

    def __init__(self, app: AsyncApp, app_token: str, web_client: AsyncWebClient, ping_s: float) -> None:
        super().__init__(app, app_token, web_client=web_client, ping_interval=ping_s)
        self._open = 0
        self._is_stopping = False
        self._idle = asyncio.Event()
        self._idle.set()

    async def handle(self, client: AsyncBaseSocketModeClient, req: SocketModeRequest) -> None:
        if self._is_stopping:
            # Not acknowledged: Slack gives it to another connection, or to the next start.
            return
        self._open += 1
        self._idle.clear()
        try:
            await super().handle(self.client, req)
        finally:
            self._open -= 1
            if not self._open:
                self._idle.set()

    async def stop(self) -> None:
        self._is_stopping = True
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._idle.wait(), _ACKNOWLEDGING_S)
        client = self.client
        running = [client.message_processor, client.current_session_monitor, client.message_receiver]
        close: _Untyped = self.close_async
        await close()
        await asyncio.gather(*(one for one in running if one is not None), return_exceptions=True)


class SocketMode:
    """Keeps a connection open, and opens another whenever it breaks."""

    address = ""

    def __init__(self, app: AsyncApp, *, app_token: str, client: AsyncWebClient) -> None:
        self._app, self._app_token, self._client, self._ping_s = app, app_token, client, _PING_S
        self._handler: _Handler | None = None
        self._watching: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Connect. Raises SlackApiError for a token that Slack refuses; afterwards it tries until it is stopped."""
        address = await self._client.apps_connections_open(app_token=self._app_token)
        self._handler = _Handler(self._app, self._app_token, self._client, self._ping_s)
        # As the client for the Web API goes, so does the connection: through a proxy or not.
        self._handler.client.proxy = self._client.proxy
        self._handler.client.wss_uri = str(address["url"])
        self._watching = asyncio.create_task(self._watch(self._handler.client))
        connect: _Untyped = self._handler.connect_async
        await connect()

    async def stop(self) -> None:
        """Take nothing more in, acknowledge what has come in, and disconnect."""
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)
        if self._handler is not None:
            await self._handler.stop()

    async def _watch(self, client: SocketModeClient) -> None:
        """Have the client ask for a new address whenever it is not connected.

        An address is good for one connection within half a minute; slack_sdk 3.47 goes on trying the same one for ever.
        """
        while True:
            await asyncio.sleep(self._ping_s)
            if not await client.is_connected():
                client.wss_uri = None
