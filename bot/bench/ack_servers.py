"""The two systems that `minori bench acks` loads, each in a process of its own: ours, and Bolt's plain `App`.

Both do the same with a message: one that says `compute` keeps a core busy until the end, any other waits for a model
that does not answer before the end. Both do nothing but acknowledge for a button. Both say their address over the pipe
and serve until it is closed.
"""

from __future__ import annotations

import asyncio
import logging
import os
import tempfile
import threading
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from slack_bolt import Ack, App
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_bolt.authorization import AuthorizeResult

from bot.bench.slack_line import IDENTITY, SECRET, our_http_side
from bot.platforms.slack.ports import Body, InboxItem, Kind
from bot.platforms.slack.workers import Workers, quick_switching

COMPUTE = "compute"


def work_on(text: str, ended: threading.Event) -> None:
    """What a message costs."""
    if text != COMPUTE:
        ended.wait()
    while not ended.is_set():
        sum(number * number for number in range(10_000))


def serve_ours(pipe: Connection) -> None:
    """The transport of `minori serve` in HTTP mode, with its database and its setting of the interpreter."""
    with quick_switching(), tempfile.TemporaryDirectory(prefix="minori-bench-") as folder:
        asyncio.run(_serve_ours(pipe, Path(folder)))


async def _serve_ours(pipe: Connection, folder: Path) -> None:
    workers, ended = Workers(), threading.Event()
    async with our_http_side(folder, _Desk(workers, ended)) as address:
        pipe.send(address)
        await asyncio.to_thread(_until_closed, pipe)
        ended.set()
        workers.close(timeout_s=5)


class _Desk:
    """Questions to the slow pool, those that compute in a CPU slot; buttons to the quick pool."""

    def __init__(self, workers: Workers, ended: threading.Event) -> None:
        self._workers, self._ended = workers, ended
        # As many as the answering side gives (bot/bootstrap.py).
        self._slots = threading.BoundedSemaphore(os.cpu_count() or 1)

    async def open_sheet(self, body: Body) -> str | None:
        return None

    def acknowledgement(self, body: Body) -> Body | None:
        return None

    async def take(self, item: InboxItem) -> None:
        if item.kind is Kind.EVENT:
            await self._workers.run_slow(partial(self._answer, str(item.body["event"]["text"])))
        else:
            await self._workers.run_quick(lambda: None)

    async def take_up(self, item: InboxItem) -> None:
        await self.take(item)

    async def apologise(self, body: Body, *, view_id: str | None) -> None:
        return None

    def _answer(self, text: str) -> None:
        if text == COMPUTE:
            with self._slots:
                work_on(text, self._ended)
        else:
            work_on(text, self._ended)


class _ThreadingServer(ThreadingMixIn, WSGIServer):
    """A thread a request, so that not the server but Bolt is measured."""

    daemon_threads = True
    request_queue_size = 128


class _Quiet(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        return None


def serve_plain(pipe: Connection) -> None:
    """Bolt's `App` as its guide shows it: the listener does the work, in one of five threads."""
    logging.disable(logging.CRITICAL)
    ended = threading.Event()
    server = make_server("127.0.0.1", 0, SlackRequestHandler(_plain_app(ended)), _ThreadingServer, _Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    pipe.send(f"http://127.0.0.1:{server.server_port}/slack/events")
    _until_closed(pipe)
    ended.set()
    server.shutdown()
    server.server_close()


def _plain_app(ended: threading.Event) -> App:
    def authorize() -> AuthorizeResult:
        # Known beforehand, as ours is: nobody is asked over a network.
        return AuthorizeResult(
            enterprise_id=None,
            team_id=IDENTITY.team_id,
            bot_user_id=IDENTITY.bot_user_id,
            bot_id=IDENTITY.bot_id,
            bot_token="xoxb-bench",  # noqa: S106 — nothing is ever sent
        )

    app = App(signing_secret=SECRET, authorize=authorize)

    @app.event("message")
    def on_message(event: dict[str, Any]) -> None:
        work_on(str(event["text"]), ended)

    @app.action("rate_useful.1")
    def on_press(ack: Ack) -> None:
        ack()

    return app


def _until_closed(pipe: Connection) -> None:
    try:
        pipe.recv()
    except EOFError:
        return


SERVERS: dict[str, Callable[[Connection], None]] = {"minori": serve_ours, "plain_app": serve_plain}
