"""A file on its way from a person's browser: the body is the file, its name is in the query."""

from __future__ import annotations

from aiohttp import web

from bot.workspace.errors import ApiError
from bot.workspace.page_api.reads import viewer_of
from bot.workspace.state import WorkspaceState

LARGEST_FILE_BYTES = 64 * 1024 * 1024
_CHUNK_BYTES = 64 * 1024
_LONGEST_NAME = 255


class Uploads:
    """POST /page/api/upload."""

    def __init__(self, state: WorkspaceState, *, largest_bytes: int = LARGEST_FILE_BYTES) -> None:
        self._state = state
        self._largest_bytes = largest_bytes

    def routes(self) -> list[web.RouteDef]:
        """Return the one route."""
        return [web.post("/api/upload", self.upload)]

    async def upload(self, request: web.Request) -> web.Response:
        """Keep a file that is shared nowhere yet. Refusals: no_file_name, file_too_large."""
        viewer = viewer_of(request, self._state)
        name = request.query.get("name", "").replace("/", "_").replace("\\", "_").strip()[:_LONGEST_NAME]
        if not name:
            raise ApiError("no_file_name")
        content = bytearray()
        async for chunk in request.content.iter_chunked(_CHUNK_BYTES):
            content += chunk
            if len(content) > self._largest_bytes:
                raise ApiError("file_too_large")
        file = self._state.add_file(viewer.id, name, bytes(content))
        about = {"id": file.id, "name": file.name, "size": file.size, "mimetype": file.mimetype, "mode": "hosted"}
        return web.json_response({"ok": True, "file": about})
