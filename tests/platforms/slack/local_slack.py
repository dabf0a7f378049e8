"""The bot in Slack's local stand-in, both in one event loop: a workspace, and one run of the bot at its address."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from bot.platforms.slack.options import SlackOptions
from bot.platforms.slack.ports import Desk, Inbox
from bot.platforms.slack.serving import Office, Serving, Started
from bot.workspace.delivery.timing import Timing
from bot.workspace.seed import AppCredentials, Seed, SeedChannel, SeedUser
from bot.workspace.server import Workspace

BOT_USER, PERSON, OTHER, CHANNEL = "U0MINORI", "U0SATO", "U0SUZUKI", "C0ALL"
TOKENS = AppCredentials(bot_token="xoxb-local", app_token="xapp-local", signing_secret="local-secret")
SEED = Seed(
    team_id="T0MINORI",
    team_name="みのり支援センター",
    users=(
        SeedUser(id=PERSON, name="sato", real_name="佐藤 花子", email="sato@example.jp"),
        SeedUser(id=OTHER, name="suzuki", real_name="鈴木 一郎", email="suzuki@example.jp"),
    ),
    channels=(SeedChannel(id=CHANNEL, name="all", members=(PERSON, OTHER, BOT_USER)),),
    app_name="Minori",
    bot_user_id=BOT_USER,
    bot_id="B0MINORI",
    app_id="A0MINORI",
)


@asynccontextmanager
async def local_workspace(**settings: Any) -> AsyncIterator[Workspace]:
    """A workspace on a free port, which repeats what is not acknowledged at once and then every tenth of a second."""
    timing = settings.pop("timing", Timing(retry_delays_s=(0.0, *([0.1] * 50))))
    workspace = Workspace(SEED, app=TOKENS, timing=timing, **settings)
    await workspace.start()
    try:
        yield workspace
    finally:
        await workspace.stop()


def options_for(workspace: Workspace, transport: str, **changes: Any) -> SlackOptions:
    """How the bot reaches the workspace by `socket` or `http`."""
    secrets = {"app_token": TOKENS.app_token} if transport == "socket" else {"signing_secret": TOKENS.signing_secret}
    return SlackOptions(bot_token=TOKENS.bot_token, api_url=workspace.api_url, port=0, **{**secrets, **changes})


class Run:
    """One run of the bot; `left` is known after `stop`."""

    def __init__(self, serving: Serving) -> None:
        self._serving = serving
        self._stop = asyncio.Event()
        self._started: asyncio.Future[Started] = asyncio.get_running_loop().create_future()
        self._task = asyncio.create_task(self._serving.run(self._stop, self._started.set_result))

    async def started(self) -> Started:
        """Wait until it takes things in. Raises what kept it from starting."""
        either: set[asyncio.Future[Any]] = {self._task, self._started}
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED, timeout=20)
        if self._task.done():
            self._task.result()
        return self._started.result()

    async def stop(self) -> int:
        """Ask it to end and return what it leaves in the inbox."""
        self._stop.set()
        async with asyncio.timeout(20):
            return await self._task


@asynccontextmanager
async def bot_at(workspace: Workspace, inbox: Inbox, desk: Desk, transport: str) -> AsyncIterator[Run]:
    """The bot, started and known to the workspace."""
    run = Run(Serving(options_for(workspace, transport), inbox=inbox, make_office=lambda _: Office(desk=desk)))
    started = await run.started()
    if transport == "http":
        await workspace.delivery.set_urls(started.address, started.address)
    try:
        yield run
    finally:
        await run.stop()
