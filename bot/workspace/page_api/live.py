"""The socket on which a page hears of changes its person may see."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from aiohttp import WSCloseCode, web

from bot.workspace.page_api.reads import viewer_of
from bot.workspace.page_api.shapes import PageShapes
from bot.workspace.records import Change, Message
from bot.workspace.state import WorkspaceState

Json = dict[str, Any]
# A page that is this far behind reads everything anew instead.
_WAITING_AT_MOST = 2_000
_HEARTBEAT_S = 20.0


class Live:
    """GET /page/live: a WebSocket; the server speaks, the page listens."""

    def __init__(self, state: WorkspaceState, shapes: PageShapes) -> None:
        self._state = state
        self._shapes = shapes
        self._open: set[web.WebSocketResponse] = set()

    def routes(self) -> list[web.RouteDef]:
        """Return the one route."""
        return [web.get("/live", self.live)]

    async def stop(self, app: web.Application) -> None:
        """Close every socket."""
        for socket in list(self._open):
            await socket.close(code=WSCloseCode.GOING_AWAY)

    async def live(self, request: web.Request) -> web.WebSocketResponse:
        """Tell a page of changes until it leaves."""
        viewer = viewer_of(request, self._state).id
        socket = web.WebSocketResponse(heartbeat=_HEARTBEAT_S)
        await socket.prepare(request)
        waiting: asyncio.Queue[Json] = asyncio.Queue(_WAITING_AT_MOST)
        behind = asyncio.Event()

        def hear(change: Change) -> None:
            told = self.told(change, viewer)
            if told is None:
                return
            try:
                waiting.put_nowait(told)
            except asyncio.QueueFull:
                behind.set()

        leave = self._state.subscribe(hear)
        self._open.add(socket)
        sender = asyncio.create_task(_send(socket, waiting, behind))
        try:
            waiting.put_nowait({"kind": "hello"})
            async for _ in socket:
                pass
        finally:
            leave()
            self._open.discard(socket)
            sender.cancel()
            await asyncio.gather(sender, return_exceptions=True)
        return socket

    def told(self, change: Change, viewer: str) -> Json | None:
        """Return what a viewer's page is told of a change; None if it is none of theirs."""
        tell = _TELLERS.get(change.kind)
        told = tell(self, change, viewer) if tell is not None else None
        return None if told is None else {"kind": change.kind, **told}

    def _message(self, change: Change, viewer: str) -> Json | None:
        if not self._shapes.sees(viewer, change.channel):
            return None
        message: Message = change.data["message"]
        told: Json = {
            "message": self._shapes.message(message, viewer),
            "channel": self._shapes.channel(self._state.channel(message.channel), viewer),
        }
        root = self._state.messages.get(message.channel, {}).get(message.thread_ts or "")
        if root is not None and root is not message:
            told["root"] = self._shapes.message(root, viewer)
        if change.kind == "message_deleted":
            told["tombstone"] = message.subtype == "tombstone"
        return told

    def _ephemeral(self, change: Change, viewer: str) -> Json | None:
        if change.user != viewer:
            return None
        message: Message = change.data["message"]
        return {"message": self._shapes.message(message, viewer), "happened": change.data["happened"]}

    def _of_channel(self, change: Change, viewer: str) -> Json | None:
        if not self._shapes.sees(viewer, change.channel):
            return None
        return {"channel": change.channel, **change.data}

    def _channel(self, change: Change, viewer: str) -> Json | None:
        leaving = change.kind == "member" and change.user == viewer and not change.data["joined"]
        if leaving:
            return {"left": change.channel}
        if change.channel is None or not self._shapes.sees(viewer, change.channel):
            return None
        return {"channel": self._shapes.channel(self._state.channel(change.channel), viewer), "user": change.user}

    def _read(self, change: Change, viewer: str) -> Json | None:
        return self._channel(change, viewer) if change.user == viewer else None

    def _view(self, change: Change, viewer: str) -> Json | None:
        return {"view": self._shapes.view(change.data["view"])} if change.user == viewer else None

    def _view_closed(self, change: Change, viewer: str) -> Json | None:
        return {"views": [view.id for view in change.data["views"]]} if change.user == viewer else None

    def _user(self, change: Change, viewer: str) -> Json | None:
        return {"user": self._shapes.user(self._state.user(change.user or ""))}

    def _clock(self, change: Change, viewer: str) -> Json | None:
        return {"clock": self._shapes.clock()}

    def _app_error(self, change: Change, viewer: str) -> Json | None:
        return dict(change.data) if change.user == viewer else None

    def _file(self, change: Change, viewer: str) -> Json | None:
        return {"id": change.data["file"].id} if change.data.get("deleted") else None


async def _send(socket: web.WebSocketResponse, waiting: asyncio.Queue[Json], behind: asyncio.Event) -> None:
    try:
        while not behind.is_set():
            await socket.send_json(await waiting.get())
        await socket.close(code=WSCloseCode.TRY_AGAIN_LATER)
    except ConnectionError:
        return  # the page has left; the reader notices and ends


_Teller = Callable[[Live, Change, str], Json | None]
_TELLERS: dict[str, _Teller] = {
    "message": Live._message,
    "message_changed": Live._message,
    "message_deleted": Live._message,
    "ephemeral": Live._ephemeral,
    "status": Live._of_channel,
    "suggested_prompts": Live._of_channel,
    "home": Live._view,
    "view_opened": Live._view,
    "view_updated": Live._view,
    "view_closed": Live._view_closed,
    "channel": Live._channel,
    "member": Live._channel,
    "read": Live._read,
    "user": Live._user,
    "clock": Live._clock,
    "app_error": Live._app_error,
    "file": Live._file,
}
