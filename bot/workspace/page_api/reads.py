"""What the page asks for: its own files, and what a person may see."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from urllib.parse import quote

from aiohttp import web

from bot.workspace.errors import ApiError
from bot.workspace.page_api.shapes import PageShapes
from bot.workspace.records import Channel, File, User
from bot.workspace.state import WorkspaceState

PAGE_FOLDER = Path(__file__).parent.parent / "page"
_PAGE_OF_HISTORY = 60
# Kinds a browser shows without running anything in them; SVG is not one.
_SHOWN = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "text/plain"})
_TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html", ".svg": "image/svg+xml"}


def viewer_of(request: web.Request, state: WorkspaceState) -> User:
    """Return the person the page is shown for. Raises ApiError user_not_found."""
    user = state.user(request.query.get("as", ""))
    if user.is_bot:
        raise ApiError("user_not_found")
    return user


def joined_channel(state: WorkspaceState, user: User, channel_id: str) -> Channel:
    """Return a conversation the person is in. Raises ApiError channel_not_found, not_in_channel."""
    channel = state.channel(channel_id)
    if user.id not in channel.members:
        raise ApiError("not_in_channel")
    return channel


class Reads:
    """GET routes under /page/."""

    def __init__(self, state: WorkspaceState, shapes: PageShapes) -> None:
        self._state = state
        self._shapes = shapes

    def routes(self) -> list[web.RouteDef]:
        """Return the routes, the page's own files last."""
        return [
            web.get("/api/people", self.people),
            web.get("/api/boot", self.boot),
            web.get("/api/history", self.history),
            web.get("/api/thread", self.thread),
            web.get("/api/threads", self.threads),
            web.get("/files/{id}/{name}", self.file),
            web.get("/{path:.*}", self.asset),
        ]

    async def people(self, request: web.Request) -> web.Response:
        """Who the page can be shown for, and the team's name."""
        people = [self._shapes.user(user) for user in self._state.users.values() if not user.is_bot]
        return web.json_response({"ok": True, "users": people, "team": {"name": self._state.seed.team_name}})

    async def boot(self, request: web.Request) -> web.Response:
        """All that is drawn at first."""
        return web.json_response(self._shapes.boot(viewer_of(request, self._state)))

    async def history(self, request: web.Request) -> web.Response:
        """A page of a conversation, oldest first, with what is shown to this person only."""
        viewer = viewer_of(request, self._state)
        channel = joined_channel(self._state, viewer, request.query.get("channel", ""))
        latest = request.query.get("latest", "")
        found = self._state.history(channel.id, latest=latest, limit=_PAGE_OF_HISTORY + 1)
        page = found[:_PAGE_OF_HISTORY]
        oldest = page[-1].ts if len(found) > _PAGE_OF_HISTORY else ""
        own = [
            message
            for message in self._state.ephemerals.values()
            if message.ephemeral_to == viewer.id and message.channel == channel.id and message.ts > oldest
        ]
        if not latest:
            page = sorted([*page, *own], key=lambda message: message.ts, reverse=True)
        return web.json_response(
            {
                "ok": True,
                "messages": [self._shapes.message(message, viewer.id) for message in reversed(page)],
                "has_more": len(found) > _PAGE_OF_HISTORY,
                "channel": self._shapes.channel(channel, viewer.id),
            }
        )

    async def thread(self, request: web.Request) -> web.Response:
        """A whole thread, root first."""
        viewer = viewer_of(request, self._state)
        channel = joined_channel(self._state, viewer, request.query.get("channel", ""))
        messages = self._state.thread(channel.id, request.query.get("ts", ""))
        return web.json_response(
            {"ok": True, "messages": [self._shapes.message(message, viewer.id) for message in messages]}
        )

    async def threads(self, request: web.Request) -> web.Response:
        """The threads a person takes part in."""
        return web.json_response({"ok": True, "threads": self._shapes.threads(viewer_of(request, self._state).id)})

    async def file(self, request: web.Request) -> web.Response:
        """A file's content, to its owner and to those in a conversation it was shared in."""
        viewer = viewer_of(request, self._state)
        file = self._state.file(request.match_info["id"])
        if viewer.id != file.user and not any(self._shapes.sees(viewer.id, channel) for channel in file.channels):
            raise ApiError("file_not_found")
        return _file_response(file, keep="download" in request.query)

    async def asset(self, request: web.Request) -> web.StreamResponse:
        """One of the page's own files."""
        path = (PAGE_FOLDER / (request.match_info["path"] or "index.html")).resolve()
        if not path.is_relative_to(PAGE_FOLDER.resolve()) or not path.is_file() or path.suffix not in _TYPES:
            raise web.HTTPNotFound
        kind = _TYPES[path.suffix]
        return web.Response(body=path.read_bytes(), content_type=kind, charset="utf-8")


def _file_response(file: File, *, keep: bool) -> web.Response:
    kind = file.mimetype if file.mimetype in _SHOWN else "application/octet-stream"
    way = "inline" if file.mimetype in _SHOWN and not keep else "attachment"
    headers = {
        "Content-Disposition": f"{way}; filename*=UTF-8''{quote(file.name)}",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    charset = "utf-8" if kind == "text/plain" and not mimetypes.guess_type(file.name)[1] else None
    return web.Response(body=file.content, content_type=kind, charset=charset, headers=headers)
