"""A browser that is there, a workspace with a bot in it, and pages that may ask nobody else for anything."""

from __future__ import annotations

import asyncio
import os
import shutil
import threading
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeVar

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Request,
    WebSocket,
    sync_playwright,
)
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.workspace.delivery import Timing
from bot.workspace.seed import AppCredentials, Seed, SeedChannel, SeedCommand, SeedShortcut, SeedUser
from bot.workspace.server import Workspace

T = TypeVar("T")
Json = dict[str, Any]
Answer = Callable[["Bot", Json], Awaitable[Json | None]]

# Read at import: a test's own environment has no MINORI_ variables.
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_CHROMIUM = os.environ.get("MINORI_TEST_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
_ARGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_DEADLINE_S = 10.0
DESKTOP = (1280, 800)
PHONE = (390, 844)

SEED = Seed(
    team_id="T0MINATO",
    team_name="みなと町ものづくり",
    users=(
        SeedUser(id="U0SATO", name="sato", real_name="佐藤 花子", title="佐藤製作所 営業", colour="2f7d6b"),
        SeedUser(id="U0TANAKA", name="tanaka", real_name="田中 一郎", title="田中木工 専務", colour="b3632b"),
        SeedUser(id="U0EMMA", name="emma", real_name="Emma Brown", locale="en-US", colour="a03a55"),
    ),
    channels=(
        SeedChannel(id="C0ALL", name="全体連絡", members=("U0SATO", "U0TANAKA", "U0EMMA", "U0BOT"), topic="お知らせ"),
        SeedChannel(id="C0TWO", name="見積り", members=("U0SATO", "U0TANAKA")),
        SeedChannel(id="D0SATO", name="", kind="im", members=("U0SATO", "U0BOT")),
    ),
    app_name="みのり",
    bot_user_id="U0BOT",
    bot_id="B0MINORI",
    app_id="A0MINORI",
    commands=(SeedCommand(command="/minori", description="たずねる"),),
    shortcuts=(SeedShortcut(callback_id="note_message", name="次の一歩にする / Next step"),),
)


@dataclass
class Bot:
    """An app over Socket Mode; `answer` is given every payload before its ack, and may return what that says."""

    client: AsyncWebClient
    answer: Answer | None = None
    heard: list[Json] = field(default_factory=list)

    async def listen(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        """Answer and acknowledge; an answer that never comes is not acknowledged."""
        self.heard.append(request.payload)
        said = await self.answer(self, request.payload) if self.answer is not None else None
        await client.send_socket_mode_response(SocketModeResponse(envelope_id=request.envelope_id, payload=said))


class Running:
    """A workspace on a loop of its own thread (Playwright has the test's); `bot` is connected to it."""

    def __init__(self, acknowledge_s: float) -> None:
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self._thread.start()
        credentials = AppCredentials()
        self.workspace = Workspace(SEED, app=credentials, timing=Timing(acknowledge_s=acknowledge_s))
        self.run(self.workspace.start())
        self.bot = Bot(AsyncWebClient(token=credentials.bot_token, base_url=self.workspace.api_url))
        self._socket = self.run(self._connect(credentials.app_token))

    @property
    def url(self) -> str:
        """Where it is served."""
        return self.workspace.url

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Do something on the workspace's loop and return what comes of it."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(_DEADLINE_S)

    def call(self, act: Callable[..., T], *arguments: Any, **named: Any) -> T:
        """Call something that is no coroutine on the workspace's loop."""

        async def on_loop() -> T:
            return act(*arguments, **named)

        return self.run(on_loop())

    def say(self, user: str, channel: str, text: str, **fields: Any) -> str:
        """Let a person say something; returns its ts."""
        return self.call(self.workspace.state.say, user, channel, text, **fields).ts

    def api(self, method: str, **arguments: Any) -> Json:
        """Let the bot call a method of the Web API."""
        answer = self.run(self.bot.client.api_call(method, json=arguments))
        assert isinstance(answer.data, dict)
        return answer.data

    async def _connect(self, app_token: str) -> SocketModeClient:
        client = SocketModeClient(app_token=app_token, web_client=self.bot.client)
        client.socket_mode_request_listeners.append(self.bot.listen)
        await client.connect()  # type: ignore[no-untyped-call]
        return client

    def stop(self) -> None:
        """Close everything."""
        self.run(self._socket.close())  # type: ignore[no-untyped-call]
        self.run(self.workspace.stop())
        self.run(self._rest())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(_DEADLINE_S)
        self.loop.close()

    async def _rest(self) -> None:
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium. Raises LookupError where none is found."""
    if _CHROMIUM is None:
        raise LookupError(f"no browser: set MINORI_TEST_CHROMIUM, or put one of {', '.join(_NAMES)} on the PATH")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=_CHROMIUM, args=_ARGS)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the tests of one module; closed with it, for its loop would be in the way of others."""
    with ExitStack() as stack:
        try:
            launched = stack.enter_context(chromium())
        except LookupError as missing:
            pytest.skip(str(missing))
        yield launched


@pytest.fixture(scope="session")
def guides_loaded(prepared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Makes data folders in which the bundled guides are loaded and indexed, each a copy of its own."""

    def make() -> Path:
        folder = tmp_path_factory.mktemp("demonstration")
        shutil.copytree(prepared_data, folder, dirs_exist_ok=True)
        return folder

    return make


@pytest.fixture
def running(request: pytest.FixtureRequest) -> Iterator[Running]:
    """A workspace with a bot that acknowledges everything; a parameter is how many seconds it has for that."""
    started = Running(getattr(request, "param", _DEADLINE_S))
    try:
        yield started
    finally:
        started.stop()


class Served(Protocol):
    """A workspace that runs; `url` is where its page is."""

    @property
    def url(self) -> str: ...


@dataclass
class Visits:
    """Opens pages as people; remembers every address they asked for and every complaint of the browser."""

    browser: Browser
    running: Served
    contexts: list[BrowserContext] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, user: str, *, channel: str = "C0ALL", size: tuple[int, int] = DESKTOP, **query: str) -> Page:
        """Open the page as a person in a conversation and wait until it hears of changes."""
        context = self.browser.new_context(viewport={"width": size[0], "height": size[1]}, locale="ja-JP")
        self.contexts.append(context)
        page = context.new_page()
        page.on("request", self._asked_for)
        page.on("websocket", self._asked_for)
        page.on("pageerror", self._broke)
        page.on("console", self._heard)
        words = "&".join(f"{key}={value}" for key, value in {"as": user, "channel": channel, **query}.items())
        with page.expect_websocket() as opened:
            page.goto(f"{self.running.url}/page/?{words}")
        opened.value.wait_for_event("framereceived")
        page.wait_for_selector("#app .sidebar", state="attached")
        return page

    def _asked_for(self, what: Request | WebSocket) -> None:
        self.asked.append(what.url)

    def _broke(self, error: Error) -> None:
        self.complaints.append(str(error))

    def _heard(self, said: ConsoleMessage) -> None:
        if said.type == "error" and "ERR_INTERNET_DISCONNECTED" not in said.text:
            self.complaints.append(said.text)

    def outside(self) -> list[str]:
        """Return the addresses that were not the workspace's own."""
        own = (f"{self.running.url}/", self.running.url.replace("http:", "ws:") + "/", "data:", "blob:")
        return [address for address in self.asked if not address.startswith(own)]

    def leave(self) -> None:
        """Close the pages; none may have asked anybody else for anything, and none may have complained."""
        for context in self.contexts:
            context.close()
        assert self.asked, "no page was opened"
        assert self.outside() == []
        assert self.complaints == []


@pytest.fixture
def visits(browser: Browser, running: Running) -> Iterator[Visits]:
    """Pages for this test."""
    made = Visits(browser, running)
    yield made
    made.leave()
