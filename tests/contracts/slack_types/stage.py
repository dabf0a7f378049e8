"""A workspace with somebody else's app in it, running as a process of its own, and a person who does things."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from bot.workspace.records import Change, Message, View
from bot.workspace.seed import AppCredentials, Seed, SeedChannel, SeedUser
from bot.workspace.server import Workspace

T = TypeVar("T")
DEADLINE_S = 30.0
SATO, MILLER, BOT, GENERAL = "U0SATO", "U0MILLER", "U0BOT", "C0GENERAL"
SEED = Seed(
    team_id="T0LOCAL",
    team_name="Local",
    users=(
        SeedUser(id=SATO, name="sato", real_name="佐藤 花子"),
        SeedUser(id=MILLER, name="miller", real_name="Ann Miller", locale="en-US"),
    ),
    channels=(SeedChannel(id=GENERAL, name="general", members=(SATO, MILLER, BOT)),),
    app_name="Stranger",
    bot_user_id=BOT,
    bot_id="B0BOT",
    app_id="A0APP",
)


@dataclass
class Stage:
    """The workspace, what happened in it, and what the app has printed."""

    workspace: Workspace
    changes: list[Change] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    _stirred: asyncio.Event = field(default_factory=asyncio.Event)

    def noticed(self, change: Change) -> None:
        self.changes.append(change)
        self._stirred.set()

    def app_printed(self, line: str) -> None:
        self.printed.append(line)
        self._stirred.set()

    async def until(self, look: Callable[[], T | None], what: str) -> T:
        """Wait until `look` finds something; fails with what the app has printed."""
        try:
            async with asyncio.timeout(DEADLINE_S):
                while (found := look()) is None:
                    self._stirred.clear()
                    await self._stirred.wait()
                return found
        except TimeoutError:
            raise AssertionError(f"no {what}; the app printed:\n" + "\n".join(self.printed[-40:])) from None

    def said_by_app(self, part: str) -> Message | None:
        """The app's last message with these words, an ephemeral one too."""
        for change in reversed(self.changes):
            message = change.data.get("message")
            if isinstance(message, Message) and message.user == BOT and part in message.text:
                return message
        return None

    async def answer(self, part: str) -> Message:
        return await self.until(lambda: self.said_by_app(part), f"message with {part!r}")

    async def modal(self, title: str) -> View:
        """The modal on top, once it has this title."""

        def look() -> View | None:
            stack = self.workspace.state.stack(SATO)
            return stack[-1] if stack and stack[-1].content["title"]["text"] == title else None

        return await self.until(look, f"modal {title!r}")

    async def press(self, surface: Message | View, action_id: str, **chosen: Any) -> dict[str, Any]:
        """Act on an element of a message or view."""
        blocks = surface.blocks if isinstance(surface, Message) else surface.content["blocks"]
        for block in blocks:
            for element in [block.get("accessory"), block.get("element"), *block.get("elements", [])]:
                if element and element.get("action_id") == action_id:
                    action = {"block_id": block["block_id"], "action_id": action_id, **chosen}
                    return await self.workspace.delivery.press(SATO, surface, action)
        raise AssertionError(f"no {action_id} in {blocks}")

    def say(self, text: str, channel: str = GENERAL, **fields: Any) -> Message:
        return self.workspace.state.say(SATO, channel, text, **fields)


@asynccontextmanager
async def stage(
    command: Sequence[str], folder: Path, *, app: AppCredentials | None = None, more: Mapping[str, str] | None = None
) -> AsyncIterator[Stage]:
    """Start a workspace and an app in it; the app finds it by SLACK_API_URL. Ends when the app's socket is open."""
    workspace = Workspace(SEED, app=app)
    await workspace.start()
    found = Stage(workspace)
    workspace.state.subscribe(found.noticed)
    credentials = workspace.state.app
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "MINORI_"))},
        "SLACK_BOT_TOKEN": credentials.bot_token,
        "SLACK_APP_TOKEN": credentials.app_token,
        "SLACK_SIGNING_SECRET": credentials.signing_secret,
        "SLACK_API_URL": workspace.api_url,
        "NO_PROXY": "127.0.0.1",
        **(more or {}),
    }
    process = await asyncio.create_subprocess_exec(
        *command, cwd=folder, env=environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    reading = asyncio.create_task(_read(process, found))
    try:
        yield found
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
        await reading
        await workspace.stop()


async def connected(scene: Stage) -> None:
    """Wait until the app has a socket open (the server tells nobody, so this looks again and again)."""
    async with asyncio.timeout(DEADLINE_S):
        while not scene.workspace.delivery.sockets.open_count:
            await asyncio.sleep(0.05)


async def _read(process: asyncio.subprocess.Process, scene: Stage) -> None:
    assert process.stdout is not None
    async for line in process.stdout:
        scene.app_printed(line.decode(errors="replace").rstrip())
    scene.app_printed("(the app has ended)")


def python() -> str:
    return sys.executable
