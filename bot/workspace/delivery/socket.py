"""One socket of an app: what was sent over it and is waiting to be acknowledged."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable

from aiohttp import web

from bot.workspace.delivery.transport import Json, Unacknowledged

_LOG = logging.getLogger(__name__)


class Socket:
    """An open WebSocket to the app."""

    def __init__(self, ws: web.WebSocketResponse, request: web.Request) -> None:
        self.ws = ws
        self._request = request
        self._waiting: dict[str, asyncio.Future[Json]] = {}
        self._when_gone: list[Callable[[], object]] = []

    async def send(self, message: Json) -> None:
        """Send a message. Raises Unacknowledged if the socket is gone."""
        try:
            await self.ws.send_str(json.dumps(message, ensure_ascii=False))
        except (ConnectionError, RuntimeError) as gone:  # aiohttp: RuntimeError once the socket is closing
            raise Unacknowledged("timeout") from gone

    async def ask(self, envelope: Json) -> Json:
        """Send an envelope and return the payload of its acknowledgement ({} if none). Raises Unacknowledged."""
        answer: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        envelope_id: str = envelope["envelope_id"]
        self._waiting[envelope_id] = answer
        try:
            await self.send(envelope)
            return await answer
        finally:
            self._waiting.pop(envelope_id, None)

    def heard(self, text: str) -> None:
        """Take what the app sent: an acknowledgement, or something that is logged and ignored."""
        try:
            message = json.loads(text)
        except (ValueError, RecursionError):
            message = None
        if not isinstance(message, dict) or not isinstance(message.get("envelope_id"), str):
            _LOG.warning("the app sent something without an envelope_id (%d characters)", len(text))
            return
        answer = self._waiting.get(message["envelope_id"])
        payload = message.get("payload") or {}
        if answer is None or answer.done():
            _LOG.warning("acknowledged too late, or not at all ours: %s", message["envelope_id"])
        elif not isinstance(payload, dict):
            _LOG.warning("the payload of an acknowledgement must be an object: %s", message["envelope_id"])
        else:
            answer.set_result(payload)

    def on_gone(self, callback: Callable[[], object]) -> None:
        """Call back once the socket is gone."""
        self._when_gone.append(callback)

    def cut(self) -> None:
        """End the connection without a closing handshake."""
        if self._request.transport is not None:
            self._request.transport.abort()
        self.gone()

    def gone(self) -> None:
        """Nothing will be acknowledged over this socket any more."""
        for answer in self._waiting.values():
            if not answer.done():
                answer.set_exception(Unacknowledged("timeout"))
        for callback in self._when_gone:
            callback()
        self._when_gone.clear()
