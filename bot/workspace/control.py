"""What a test or a demonstration asks of the workspace itself: the time, and faults. None of it is Slack's protocol.

Only for this machine, and only with JSON: no page of another site can send that here unasked.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from aiohttp import web

from bot.workspace.faults import Faults
from bot.workspace.records import Json
from bot.workspace.state import WorkspaceState

_LOCAL_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})
_HOSTS = _LOCAL_NAMES | {"[::1]"}
_LONGEST_STEP = timedelta(days=3660)
# What may be asked of Faults, and the arguments each takes.
_ASKED: dict[str, dict[str, type | tuple[type, ...]]] = {
    "drop_socket": {"count": int},
    "refuse_sockets": {"n": int},
    "disconnect": {"reason": str},
    "repeat_event": {"n": int},
    "accept_then_hang_up": {"method": str, "times": int},
    "lose_response": {"method": str, "times": int},
    "delay": {"method": str, "seconds": (int, float), "times": int},
    "rate_limit": {"method": str, "times": int, "retry_after": int},
    "server_error": {"method": str, "times": int},
    "lag_history": {"seconds": (int, float)},
    "clear": {},
}


class Refused(Exception):
    """The request cannot be carried out; the message says why."""


class Control:
    """GET and POST /clock; POST /faults where there are faults to command."""

    def __init__(self, state: WorkspaceState, faults: Faults | None = None) -> None:
        self._state = state
        self._faults = faults

    def routes(self) -> list[web.RouteDef]:
        """Return the addresses."""
        routes = [web.get("/clock", self.show_clock), web.post("/clock", self._answering(self._move_clock))]
        if self._faults is not None:
            routes.append(web.post("/faults", self._answering(self._command)))
        return routes

    async def show_clock(self, request: web.Request) -> web.Response:
        """GET /clock: `now` in unix seconds and `offset_s`, how far that is ahead of real time."""
        return web.json_response(self._clock())

    def _answering(self, act: Callable[[Json], Awaitable[Json]]) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def handle(request: web.Request) -> web.Response:
            if request.remote not in _LOCAL_NAMES or request.url.host not in _HOSTS:
                return web.json_response({"ok": False, "error": "only from this machine"}, status=403)
            if request.content_type != "application/json":
                return web.json_response({"ok": False, "error": "only JSON"}, status=415)
            try:
                body = await request.json()
                if not isinstance(body, dict):
                    raise Refused("an object is expected")
                return web.json_response({"ok": True, **await act(body)})
            except (Refused, ValueError, OverflowError) as wrong:
                return web.json_response({"ok": False, "error": str(wrong)}, status=400)

        return handle

    async def _move_clock(self, body: Json) -> Json:
        clock = self._state.clock
        if set(body) == {"advance_s"}:
            step = timedelta(seconds=_number(body["advance_s"]))
        elif set(body) == {"to"}:
            moment = datetime.fromisoformat(str(body["to"]))
            if moment.tzinfo is None:
                raise Refused("`to` needs its time zone")
            step = moment - clock.now()
        elif set(body) == {"to_next_working_day"}:
            hour = int(_number(body["to_next_working_day"]))
            step = clock.next_working_day(hour) - clock.now()
        else:
            raise Refused("one of advance_s, to, to_next_working_day is expected")
        if step > _LONGEST_STEP:
            raise Refused("the clock moves ten years at most")
        self._state.advance_clock(step)
        return self._clock()

    async def _command(self, body: Json) -> Json:
        if self._faults is None:
            raise Refused("there are no faults here")
        name = body.get("fault")
        arguments: dict[str, Any] = {key: value for key, value in body.items() if key != "fault"}
        expected = _ASKED.get(str(name))
        if expected is None:
            raise Refused(f"fault is one of {', '.join(_ASKED)}")
        for key, value in arguments.items():
            if key not in expected or not isinstance(value, expected[key]) or isinstance(value, bool):
                raise Refused(f"{name} takes {', '.join(expected) or 'nothing'}")
        try:
            done = getattr(self._faults, str(name))(**arguments)
        except TypeError as missing:
            raise Refused(f"{name} takes {', '.join(expected)}") from missing
        if inspect.isawaitable(done):
            await done
        return {"pending": self._faults.pending()}

    def _clock(self) -> Json:
        clock = self._state.clock
        return {"now": clock.timestamp(), "offset_s": clock.offset.total_seconds()}


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Refused("a number is expected")
    return float(value)
