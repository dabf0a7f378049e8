"""A running workspace and a client of its Web API, for tests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.workspace.records import Change, Channel, Message
from bot.workspace.seed import Seed, SeedChannel, SeedUser
from bot.workspace.server import Workspace
from bot.workspace.state import WorkspaceState

Json = dict[str, Any]
DEADLINE_S = 10.0
TEAM = "T0LOCAL"
BOT = "U0BOT"
SATO = "U0SATO"
MILLER = "U0MILLER"
GENERAL = "C0GENERAL"  # Sato, Miller and the bot
SECRET_ROOM = "C0SECRET"  # private: Sato and the bot
OTHERS = "C0OTHERS"  # public, without the bot
CLOSED_DOOR = "C0CLOSED"  # private, without the bot
SEED = Seed(
    team_id=TEAM,
    team_name="Local",
    users=(
        SeedUser(id=SATO, name="sato", real_name="佐藤 花子", email="Hanako@example.jp", title="専務"),
        SeedUser(id=MILLER, name="miller", real_name="Ann Miller", locale="en-US", tz="Europe/London"),
    ),
    channels=(
        SeedChannel(id=GENERAL, name="general", members=(SATO, MILLER, BOT), topic="ねじ"),
        SeedChannel(id=SECRET_ROOM, name="secret", kind="private", members=(SATO, BOT)),
        SeedChannel(id=OTHERS, name="others", members=(SATO, MILLER)),
        SeedChannel(id=CLOSED_DOOR, name="closed", kind="private", members=(SATO,)),
    ),
    app_name="Minori",
    bot_user_id=BOT,
    bot_id="B0BOT",
    app_id="A0APP",
)


@dataclass
class HandClock:
    """Seconds that a test moves."""

    seconds: float = 1_800_000_000.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Running:
    """A workspace that listens, the app's client, and everything that has changed since it began."""

    workspace: Workspace
    client: AsyncWebClient
    changes: list[Change] = field(default_factory=list)

    @property
    def state(self) -> WorkspaceState:
        return self.workspace.state

    async def call(self, method: str, **arguments: Any) -> Json:
        """Call by POST with JSON and return the answer. Raises SlackApiError."""
        return _body(await self.client.api_call(method, json=arguments))

    async def form(self, method: str, **arguments: Any) -> Json:
        """Call by POST with a form. Raises SlackApiError."""
        return _body(await self.client.api_call(method, data=arguments))

    async def get(self, method: str, **arguments: Any) -> Json:
        """Call by GET. Raises SlackApiError."""
        return _body(await self.client.api_call(method, http_verb="GET", params=arguments))

    async def refused(self, method: str, **arguments: Any) -> Json:
        """Call by POST with JSON and return the refusal."""
        try:
            body = await self.client.api_call(method, json=arguments)
        except SlackApiError as refusal:
            return _body(refusal.response)
        raise AssertionError(f"{method} was not refused: {_body(body)}")

    async def error(self, method: str, **arguments: Any) -> str:
        """Return the name of a refusal."""
        return str((await self.refused(method, **arguments))["error"])

    def dm(self, user: str = SATO) -> Channel:
        """Return the app's DM with a person."""
        return self.state.im_between(BOT, user)

    def said(self, text: str = "ねじについて", channel: str = GENERAL, user: str = SATO, **fields: Any) -> Message:
        """Let a person say something."""
        return self.state.say(user, channel, text, **fields)

    def kinds(self) -> list[str]:
        """Return what has happened, in order."""
        return [change.kind for change in self.changes]


def _body(response: Any) -> Json:
    data: Json = response.data
    return data


@asynccontextmanager
async def running(*, token: str | None = None, seed: Seed = SEED, **options: Any) -> AsyncIterator[Running]:
    """Start a workspace (`options` as for Workspace) on a free port, and a client with the app's token."""
    workspace = Workspace(seed, **options)
    await workspace.start()
    client = AsyncWebClient(
        token=workspace.state.app.bot_token if token is None else token, base_url=workspace.api_url, retry_handlers=[]
    )
    one = Running(workspace, client)
    workspace.state.subscribe(one.changes.append)
    try:
        yield one
    finally:
        await workspace.stop()


async def until(true: Callable[[], bool]) -> None:
    """Wait until something holds, at most until the deadline."""
    async with asyncio.timeout(DEADLINE_S):
        while not true():
            await asyncio.sleep(0)
