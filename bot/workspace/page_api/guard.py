"""Who may talk to the page's side of the server: a browser on this machine, from the page itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

from bot.workspace.errors import ApiError

_HERE = frozenset({"127.0.0.1", "localhost", "::1"})
# No other site's form or script can set it without asking, and nobody answers that question.
ACT_HEADER = "X-Workspace-Page"
_READING = frozenset({"GET", "HEAD"})

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse other hosts, other origins and acts without the page's header; set the page's security headers."""
    if not _is_here(f"//{request.host}"):
        raise web.HTTPForbidden(text="this workspace answers on this machine only")
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        raise web.HTTPForbidden(text="another site may not use this workspace")
    if request.method not in _READING and ACT_HEADER not in request.headers:
        raise web.HTTPForbidden(text=f"the header {ACT_HEADER} is missing")
    try:
        response = await handler(request)
    except ApiError as refused:
        response = web.json_response(refused.body(), status=200)
    if not response.prepared:
        _protect(response, request.host)
    return response


def _is_here(address: str) -> bool:
    try:
        return urlsplit(address).hostname in _HERE
    except ValueError:
        return False


def _protect(response: web.StreamResponse, host: str) -> None:
    headers = response.headers
    headers.setdefault(
        "Content-Security-Policy",
        f"default-src 'self'; img-src 'self' data: blob:; connect-src 'self' ws://{host}; object-src 'none'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "no-referrer")
    headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
    headers.setdefault("Cache-Control", "no-cache")
