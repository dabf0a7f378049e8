"""The life of the bot in Slack: check, take up what was left, take in, work, and stop without losing anything."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from bot.core.clock import SystemClock
from bot.errors import StorageError
from bot.platforms.slack.app import make_app
from bot.platforms.slack.connection import identify, open_client, refusals_said
from bot.platforms.slack.http_mode import HttpMode
from bot.platforms.slack.inbox_writer import InboxWriter
from bot.platforms.slack.options import APP_TOKEN, SlackOptions
from bot.platforms.slack.ports import Desk, Identity, Inbox
from bot.platforms.slack.receiving import Receiving
from bot.platforms.slack.request_guard import RequestGuard
from bot.platforms.slack.socket_mode import SocketMode
from bot.platforms.slack.workers import Workers, quick_switching

_TAKE_UP_S = 60.0
_SWEEP_S = 3600.0


@dataclass(frozen=True, kw_only=True, slots=True)
class SlackParts:
    """What a desk is made with. `client` is the interactive one: it waits where Slack says so, and repeats nothing."""

    client: AsyncWebClient
    identity: Identity
    workers: Workers
    inbox: InboxWriter


@dataclass(frozen=True, kw_only=True, slots=True)
class Routine:
    """Something done every `every_s` seconds in a thread, and again at once while it returns more than 0."""

    name: str
    every_s: float
    work: Callable[[], int | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Office:
    """The desk, and what is done beside it: deliveries, reminders."""

    desk: Desk
    routines: Sequence[Routine] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Started:
    """Said once, when the bot takes things in. `address` is "" in Socket Mode; `taken_up` counts what was left."""

    identity: Identity
    address: str
    taken_up: int


class Transport(Protocol):
    """Socket Mode or HTTP."""

    @property
    def address(self) -> str: ...
    async def start(self) -> None: ...
    async def stop(self) -> None: ...


MakeOffice: TypeAlias = Callable[[SlackParts], Office]


class Serving:
    """One run of the bot. `grace_s`: how long what is under way may take after the end was asked for."""

    def __init__(
        self,
        options: SlackOptions,
        *,
        inbox: Inbox,
        make_office: MakeOffice,
        grace_s: float = 8.0,
        real_time: Callable[[], float] = lambda: SystemClock().now().timestamp(),
    ) -> None:
        options.check()
        self._options, self._inbox, self._make_office = options, inbox, make_office
        self._grace_s, self._real_time = grace_s, real_time

    async def run(self, stop: asyncio.Event, on_started: Callable[[Started], None]) -> int:
        """Serve until `stop` is set; returns how many items are left in the inbox for the next start.

        Raises UsageError or DependencyError where it cannot start.
        """
        with quick_switching():
            return await self._open(stop, on_started)

    async def _open(self, stop: asyncio.Event, on_started: Callable[[Started], None]) -> int:
        async with open_client(self._options) as client:
            identity = await identify(client)
            parts = SlackParts(client=client, identity=identity, workers=Workers(), inbox=InboxWriter(self._inbox))
            try:
                return await self._run(parts, stop, on_started)
            finally:
                parts.workers.close(timeout_s=1.0)
                parts.inbox.close()

    async def _run(self, parts: SlackParts, stop: asyncio.Event, on_started: Callable[[Started], None]) -> int:
        office = self._make_office(parts)
        receiving = Receiving(desk=office.desk, inbox=parts.inbox, bot_user_id=parts.identity.bot_user_id)
        transport = self._transport(parts, receiving)
        routines: list[asyncio.Task[None]] = []
        threads = ThreadPoolExecutor(max(1, len(office.routines)), thread_name_prefix="routine")
        try:
            taken_up = await receiving.take_up_unfinished()
            await refusals_said(transport.start(), variable=APP_TOKEN)
            routines += [asyncio.create_task(_repeat(routine, stop, threads)) for routine in office.routines]
            routines.append(asyncio.create_task(_keep_house(receiving, parts.inbox, stop)))
            on_started(Started(identity=parts.identity, address=transport.address, taken_up=taken_up))
            await stop.wait()
        finally:
            stop.set()
            await transport.stop()
            left = await receiving.drain(timeout_s=self._grace_s)
            if routines:
                await asyncio.wait(routines, timeout=self._grace_s)
            threads.shutdown(wait=False, cancel_futures=True)
        return left

    def _transport(self, parts: SlackParts, receiving: Receiving) -> Transport:
        options = self._options
        secret = options.signing_secret if options.transport == "http" else None
        app = make_app(client=parts.client, identity=parts.identity, receiving=receiving, signing_secret=secret)
        if secret is None:
            return SocketMode(app, app_token=options.app_token, client=parts.client)
        return HttpMode(app, RequestGuard(secret, real_time=self._real_time), host=options.host, port=options.port)


async def _repeat(routine: Routine, stop: asyncio.Event, threads: ThreadPoolExecutor) -> None:
    """Do it, wait, do it again; a failure is written to the log and does not end it."""
    while not stop.is_set():
        done = None
        try:
            done = await asyncio.get_running_loop().run_in_executor(threads, routine.work)
        except Exception as error:
            _log().error("routine_failed", routine=routine.name, exc_info=error)
        if not done:
            await _wait(stop, routine.every_s)


async def _keep_house(receiving: Receiving, inbox: InboxWriter, stop: asyncio.Event) -> None:
    """Take up what failed, now and then, and forget what is long finished."""
    sweep_in = 0.0
    while not stop.is_set():
        try:
            if sweep_in <= 0:
                await inbox.sweep()
                sweep_in = _SWEEP_S
            await _wait(stop, _TAKE_UP_S)
            sweep_in -= _TAKE_UP_S
            if not stop.is_set():
                await receiving.take_up_unfinished()
        except StorageError as error:
            _log().error("routine_failed", routine="inbox", exc_info=error)
            await _wait(stop, _TAKE_UP_S)


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)


def _log() -> structlog.typing.FilteringBoundLogger:
    log: structlog.typing.FilteringBoundLogger = structlog.get_logger(__name__)
    return log
