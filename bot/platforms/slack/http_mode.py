"""HTTP mode: a server that Slack sends its requests to, with the guard in front of Bolt."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import structlog
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest

from bot.errors import UsageError
from bot.platforms.slack.request_guard import CONTENT_TYPES, LARGEST_BODY, RequestGuard

EVENTS_PATH, HEALTH_PATH = "/slack/events", "/healthz"
_READING_S = 10.0
_STOPPING_S = 5.0


class HttpMode:
    """Listens at `host` and `port` (0: a free one). Events, buttons, forms and commands all come to one path."""

    def __init__(self, app: AsyncApp, guard: RequestGuard, *, host: str, port: int) -> None:
        self._app, self._guard, self._host, self._port = app, guard, host, port
        self._runner: web.AppRunner | None = None

    @property
    def address(self) -> str:
        """Where it listens, once it does."""
        if self._runner is None or not self._runner.addresses:
            return ""
        host, port = self._runner.addresses[0][:2]
        return f"http://{f'[{host}]' if ':' in host else host}:{port}{EVENTS_PATH}"

    async def start(self) -> None:
        """Begin to listen. Raises UsageError where that is not possible, most often for a port that is taken."""
        application = web.Application(client_max_size=LARGEST_BODY)
        application.add_routes([web.post(EVENTS_PATH, self._receive), web.get(HEALTH_PATH, _healthy)])
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=_STOPPING_S)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._host, self._port).start()
        except OSError as error:
            await self._runner.cleanup()
            raise UsageError("serve-cannot-listen", host=self._host, port=str(self._port)) from error

    async def stop(self) -> None:
        """Take nothing more in; what is being acknowledged is acknowledged first."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _receive(self, request: web.Request) -> web.Response:
        if request.content_type not in CONTENT_TYPES:
            return web.Response(status=404)
        if not self._guard.looks_signed(request.headers):
            return web.Response(status=401)
        body = await _body_of(request)
        if not self._guard.is_genuine(request.headers, body):
            return web.Response(status=401)
        return await self._dispatch(request, body)

    async def _dispatch(self, request: web.Request, body: bytes) -> web.Response:
        try:
            text = body.decode("utf-8")
            headers: dict[str, str | Sequence[str]] = dict(request.headers.items())
            received = AsyncBoltRequest(body=text, query=request.query_string, headers=headers)
            if not _has_a_shape(received.body):
                return web.Response(status=400)
            answer = await self._app.async_dispatch(received)
        except (ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
            _log().info("unreadable_request", length=len(body), error=type(error).__name__)
            return web.Response(status=400)
        if answer.status == 500:
            # Bolt's own: it could not find its way in the payload and has logged it. Ours is 503 for a busy inbox.
            return web.Response(status=400)
        return await to_aiohttp_response(answer)


async def _body_of(request: web.Request) -> bytes:
    """The body. Answers 413 to one that is too large, 408 to one that does not come, 400 to a broken one."""
    try:
        async with asyncio.timeout(_READING_S):
            return await request.read()
    except web.HTTPException:
        raise
    except TimeoutError:
        raise web.HTTPRequestTimeout from None
    except Exception as error:
        _log().info("broken_request", error=type(error).__name__)
        raise web.HTTPBadRequest from None


def _has_a_shape(body: object) -> bool:
    """True where Bolt's own middleware can look into the payload."""
    if not isinstance(body, dict):
        return False
    event, actions = body.get("event", {}), body.get("actions", [{}])
    return isinstance(event, dict) and isinstance(actions, list) and all(isinstance(one, dict) for one in actions[:1])


async def _healthy(_request: web.Request) -> web.Response:
    return web.json_response({"ok": True})


def _log() -> structlog.typing.FilteringBoundLogger:
    log: structlog.typing.FilteringBoundLogger = structlog.get_logger(__name__)
    return log
