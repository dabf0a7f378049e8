"""The addresses that carry file contents: private ones, which need the app's token, and those for uploads."""

from __future__ import annotations

import hmac
from urllib.parse import quote

from aiohttp import web

from bot.workspace.errors import ApiError
from bot.workspace.records import File
from bot.workspace.web_api.call import Services

_LOGIN = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Sign in</title></head>
<body><h1>Sign in to your workspace</h1><p>This file is private: its address needs the app's token.</p></body></html>
"""


class FileUrls:
    """Serves and takes file contents."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def routes(self) -> list[web.RouteDef]:
        """Return the addresses."""
        return [
            web.get("/files-pri/{team}-{file}/{name}", self.serve),
            web.get("/files-pri/{team}-{file}/download/{name}", self.serve),
            web.get("/login", self.login),
            web.post("/upload/v1/{secret}", self.take),
        ]

    async def serve(self, request: web.Request) -> web.Response:
        """Send a file to its app; everybody else is sent to a page to sign in, as Slack does."""
        if not self._is_app(request):
            raise web.HTTPFound(f"/login?redir={quote(request.path, safe='')}")
        state = self._services.state
        file = state.files.get(request.match_info["file"])
        if file is None or not self._sees(file):
            raise web.HTTPNotFound(text="file_not_found")
        disposition = "attachment" if "/download/" in request.path else "inline"
        return web.Response(
            body=file.content,
            content_type=file.mimetype,
            headers={
                "Content-Disposition": f"{disposition}; filename*=UTF-8''{quote(file.name)}",
                "X-Content-Type-Options": "nosniff",
                "Content-Security-Policy": "sandbox; default-src 'none'",
            },
        )

    async def login(self, request: web.Request) -> web.Response:
        """Show what somebody without a token sees."""
        return web.Response(text=_LOGIN, content_type="text/html")

    async def take(self, request: web.Request) -> web.Response:
        """Take an announced upload, as the body itself or as a file in a form."""
        try:
            upload = self._services.uploads.receive(request.match_info["secret"], await _content(request))
        except ApiError as refused:
            return web.Response(status=404 if refused.error == "not_found" else 400, text=refused.error)
        return web.Response(text=f"OK - {upload.length}")

    def _is_app(self, request: web.Request) -> bool:
        app = self._services.state.app
        given = request.headers.get("Authorization", "")
        return "files:read" in app.scopes and hmac.compare_digest(given.encode(), f"Bearer {app.bot_token}".encode())

    def _sees(self, file: File) -> bool:
        bot = self._services.state.seed.bot_user_id
        channels = self._services.state.channels
        return file.user == bot or any(bot in channels[channel].members for channel in file.channels)


async def _content(request: web.Request) -> bytes:
    if request.content_type != "multipart/form-data":
        return await request.read()
    for value in (await request.post()).values():
        if isinstance(value, web.FileField):
            return value.file.read()
        if isinstance(value, str):
            return value.encode()
    return b""
