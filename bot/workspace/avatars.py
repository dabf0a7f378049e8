"""Pictures of people and of the app: squares of their colour, at addresses that need no token, as Slack's are."""

from __future__ import annotations

import hashlib
import struct
import zlib
from typing import TYPE_CHECKING

from aiohttp import web

from bot.workspace.errors import ApiError
from bot.workspace.records import User

if TYPE_CHECKING:
    from bot.workspace.state import WorkspaceState

PERSON_SIZES = (24, 32, 48, 72, 192, 512)  # pixels
APP_SIZES = (36, 48, 72)


def addresses(base_url: str, user_id: str, sizes: tuple[int, ...]) -> dict[str, str]:
    """Return the picture's addresses as profiles have them: image_24 and so on."""
    return {f"image_{size}": f"{base_url}/avatars/{user_id}/{size}.png" for size in sizes}


def avatar_hash(user: User) -> str:
    """Return a name for the picture as it is now."""
    return hashlib.sha256(f"{user.id}{user.colour}".encode()).hexdigest()[:12]


class Avatars:
    """Serves them."""

    def __init__(self, state: WorkspaceState) -> None:
        self._state = state

    def routes(self) -> list[web.RouteDef]:
        """Return the one address pattern."""
        return [web.get(r"/avatars/{user}/{size:\d{2,3}}.png", self._picture)]

    async def _picture(self, request: web.Request) -> web.Response:
        size = int(request.match_info["size"])
        try:
            user = self._state.user(request.match_info["user"])
        except ApiError:
            raise web.HTTPNotFound from None
        if size not in {*PERSON_SIZES, *APP_SIZES}:
            raise web.HTTPNotFound
        return web.Response(body=_square(bytes.fromhex(user.colour), size), content_type="image/png")


def _square(colour: bytes, size: int) -> bytes:
    """A PNG of one colour (https://www.w3.org/TR/png/): a palette of one entry, every pixel its number 0."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", size, size, 8, 3, 0, 0, 0)
    rows = zlib.compress(bytes(size * (size + 1)))
    parts = chunk(b"IHDR", header) + chunk(b"PLTE", colour) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts
