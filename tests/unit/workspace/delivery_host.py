"""A running workspace with two people and an app, and ways to be that app, for tests of the way between them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse, web
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.workspace.delivery import Delivery, Timing
from bot.workspace.faults import Faults
from bot.workspace.records import Change, Message, View
from bot.workspace.seed import AppCredentials, Seed, SeedChannel, SeedUser
from bot.workspace.server import Workspace
from bot.workspace.state import WorkspaceState

Json = dict[str, Any]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
DEADLINE_S = 10.0
BOT = "U0BOT"
SATO = "U0SATO"
MILLER = "U0MILLER"
GENERAL = "C0GENERAL"
SECRET_ROOM = "C0SECRET"
OTHERS = "C0OTHERS"
SEED = Seed(
    team_id="T0LOCAL",
    team_name="Local",
    users=(
        SeedUser(id=SATO, name="sato", real_name="佐藤 花子"),
        SeedUser(id=MILLER, name="miller", real_name="Ann Miller", locale="en-US"),
    ),
    channels=(
        SeedChannel(id=GENERAL, name="general", members=(SATO, MILLER, BOT)),
        SeedChannel(id=SECRET_ROOM, name="secret", kind="private", members=(SATO, BOT)),
        SeedChannel(id=OTHERS, name="others", members=(SATO, MILLER)),
    ),
    app_name="Minori",
    bot_user_id=BOT,
    bot_id="B0BOT",
    app_id="A0APP",
)
BUTTON: Json = {
    "type": "actions",
    "block_id": "row",
    "elements": [
        {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Go"}, "value": "ref-1"},
    ],
}
MODAL: Json = {
    "type": "modal",
    "callback_id": "form",
    "title": {"type": "plain_text", "text": "Form"},
    "submit": {"type": "plain_text", "text": "Send"},
    "notify_on_close": True,
    "blocks": [
        {
            "type": "input",
            "block_id": "name",
            "label": {"type": "plain_text", "text": "Name"},
            "element": {"type": "plain_text_input", "action_id": "typed"},
        }
    ],
}
ENTERED: Json = {"name": {"typed": {"type": "plain_text_input", "value": "ねじ"}}}


@dataclass
class HandClock:
    """Monotonic seconds that a test moves."""

    seconds: float = 1000.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Host:
    """The running workspace, and every change in it."""

    workspace: Workspace
    changes: list[Change] = field(default_factory=list)

    @property
    def state(self) -> WorkspaceState:
        return self.workspace.state

    @property
    def delivery(self) -> Delivery:
        return self.workspace.delivery

    @property
    def faults(self) -> Faults:
        return self.workspace.faults

    def client(self) -> AsyncWebClient:
        """Return a client with the bot's token that tries nothing twice."""
        return AsyncWebClient(token=self.state.app.bot_token, base_url=self.workspace.api_url, retry_handlers=[])

    def bolt(self, **options: Any) -> AsyncApp:
        """Return a Bolt app of this workspace, with nothing listened to yet."""
        return AsyncApp(client=self.client(), signing_secret=self.state.app.signing_secret, **options)

    def ask(self, channel: str = GENERAL, **fields: Any) -> Message:
        """Post the app's message with a button."""
        blocks = fields.pop("blocks", [BUTTON])
        return self.state.add_message(channel, BOT, text="Go?", blocks=blocks, bot_id="B0BOT", app_id="A0APP", **fields)

    def modal(self, **fields: Any) -> View:
        """Open a modal with one input for Sato."""
        return self.state.open_view(SATO, {**MODAL, **fields})

    def errors_shown(self) -> list[Json]:
        """Return what people were told had gone wrong."""
        return [change.data for change in self.changes if change.kind == "app_error"]


@asynccontextmanager
async def hosted(
    *,
    timing: Timing | None = None,
    monotonic: Callable[[], float] = time.monotonic,
    app: AppCredentials | None = None,
) -> AsyncIterator[Host]:
    """Serve a workspace on a free port of this machine."""
    workspace = Workspace(SEED, app=app, faults=True, timing=timing, monotonic=monotonic)
    host = Host(workspace)
    workspace.state.subscribe(host.changes.append)
    await workspace.start()
    try:
        yield host
    finally:
        await workspace.stop()


@asynccontextmanager
async def listening(host: Host, app: AsyncApp, *, ping_interval: float = 10.0) -> AsyncIterator[AsyncSocketModeHandler]:
    """Connect a Bolt app by Socket Mode."""
    handler = AsyncSocketModeHandler(app, host.state.app.app_token, ping_interval=ping_interval)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    try:
        yield handler
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]


@asynccontextmanager
async def answering(answer: Callable[[AsyncApp], None], **options: Any) -> AsyncIterator[Host]:
    """Serve a workspace with a connected Bolt app, whose listeners `answer` sets."""
    async with hosted(**options) as host:
        app = host.bolt()
        answer(app)
        async with listening(host, app):
            yield host


@asynccontextmanager
async def served(handler: Handler) -> AsyncIterator[str]:
    """Serve an app's request url; yields it."""
    server = web.Application()
    server.router.add_post("/slack/events", handler)
    runner = web.AppRunner(server, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def raw_socket(host: Host) -> AsyncIterator[ClientWebSocketResponse]:
    """Connect by hand: what arrives is read and acknowledged by the test. The hello is already read."""
    async with ClientSession() as session, session.ws_connect(host.delivery.open_ticket()) as socket:
        assert (await heard(socket))["type"] == "hello"
        yield socket


def run(scenario: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run a scenario; one that hangs fails."""

    async def in_time() -> None:
        async with asyncio.timeout(3 * DEADLINE_S):
            await scenario()

    asyncio.run(in_time())


async def heard(socket: ClientWebSocketResponse) -> Json:
    """Return the next message of a socket."""
    async with asyncio.timeout(DEADLINE_S):
        message: Json = await socket.receive_json()
        return message


async def soon(queue: asyncio.Queue[Any]) -> Any:
    """Return the next thing in a queue."""
    async with asyncio.timeout(DEADLINE_S):
        return await queue.get()


async def settled(host: Host) -> None:
    """Wait until every event is acknowledged or given up."""
    async with asyncio.timeout(DEADLINE_S):
        await host.delivery.courier.settled()


async def connected(host: Host, count: int) -> None:
    """Wait until this many sockets are open."""
    async with asyncio.timeout(DEADLINE_S):
        while host.delivery.sockets.open_count != count:
            await asyncio.sleep(0)
