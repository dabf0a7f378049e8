"""The workspace as one server on this machine: the Web API, the way to the app, the page, the clock."""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path

from aiohttp import web
from aiohttp.typedefs import Middleware

from bot.workspace.avatars import Avatars
from bot.workspace.clock import WorkspaceClock
from bot.workspace.control import Control
from bot.workspace.delivery import Delivery, Timing
from bot.workspace.faults import Faults
from bot.workspace.page_api import install_page
from bot.workspace.seed import AppCredentials, Seed
from bot.workspace.snapshot import Snapshot
from bot.workspace.state import WorkspaceState
from bot.workspace.web_api import FileUrls, Pace, PaceKeeper, Schedule, Services, Uploads, WebApi

_HOST = "127.0.0.1"
_LARGEST_BODY = 200_000_000  # bytes; uploads are held in memory
_CLOSING_S = 2.0

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Workspace:
    """A Slack-compatible workspace with one app in it; everything runs on the loop that starts it.

    `faults` True serves POST /faults; `self.faults` is there anyway. Without `pace` no call is too fast. `locale` ("ja"
    or "en") is the page's for people who have none. `stream_lifetime_s` and `monotonic` are in real seconds.
    """

    def __init__(
        self,
        seed: Seed,
        *,
        app: AppCredentials | None = None,
        holidays: frozenset[date] = frozenset(),
        state_file: Path | None = None,
        locale: str = "ja",
        faults: bool = False,
        pace: Pace | None = None,
        timing: Timing | None = None,
        stream_lifetime_s: float = 300.0,
        real_time: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.clock = WorkspaceClock(holidays, real=real_time)
        self.state = WorkspaceState(seed, app, self.clock)
        self.schedule = Schedule(self.state)
        self.delivery = Delivery(self.state, timing=timing, monotonic=monotonic)
        self.faults = Faults(self.state, self.delivery, monotonic=monotonic)
        self.url = ""
        self._locale = locale
        self._control = Control(self.state, self.faults if faults else None)
        self._pace = None if pace is None else PaceKeeper(pace, monotonic)
        self._services = Services(
            state=self.state,
            schedule=self.schedule,
            uploads=Uploads(),
            app_side=self.delivery,
            stream_lifetime_s=stream_lifetime_s,
            monotonic=monotonic,
        )
        self._snapshot = None if state_file is None else Snapshot(state_file, self.state, self.schedule)
        self._runner: web.AppRunner | None = None

    @property
    def api_url(self) -> str:
        """The base of the Web API, what an app sets in place of https://slack.com/api/."""
        return f"{self.url}/api/"

    async def start(self, port: int = 0) -> None:
        """Load the state if there is one, and listen on 127.0.0.1. Raises OSError for a port that is taken."""
        # The port is taken first: whoever does not get it must not touch the state file of whoever has it.
        listener = _bound(port)
        self.url = self.state.base_url = f"http://{_HOST}:{listener.getsockname()[1]}"
        if self._snapshot is not None:
            await self._snapshot.start()
        await self.delivery.start()
        self.schedule.start()
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=_CLOSING_S)
        await self._runner.setup()
        await web.SockSite(self._runner, listener).start()

    async def stop(self) -> None:
        """Close everything; what happened is in the state file."""
        self.schedule.stop()
        await self.delivery.stop()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
        if self._snapshot is not None:
            await self._snapshot.stop()

    def _application(self) -> web.Application:
        middlewares: list[Middleware] = [_this_machine_only, self.faults.middleware]
        application = web.Application(middlewares=middlewares, client_max_size=_LARGEST_BODY)
        application.add_routes(WebApi(self._services, self._pace).routes())
        application.add_routes(FileUrls(self._services).routes())
        application.add_routes(Avatars(self.state).routes())
        application.add_routes(self.delivery.routes())
        application.add_routes(self._control.routes())
        install_page(application, self.state, self.delivery, locale=self._locale)
        return application


def _bound(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((_HOST, port))
    except OSError:
        listener.close()
        raise
    return listener


@web.middleware
async def _this_machine_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse a name that merely resolves here, and pages of other sites: a browser would bring them unasked."""
    if not _is_here(request.url.host or ""):
        raise web.HTTPForbidden(text="this workspace answers on this machine only")
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"{request.url.scheme}://{request.host}":
        raise web.HTTPForbidden(text="another site may not use this workspace")
    return await handler(request)


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
