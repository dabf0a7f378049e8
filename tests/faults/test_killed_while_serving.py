"""The bot is killed on the way and started again: every question is answered, and answered once."""

from __future__ import annotations

import asyncio
import json
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process, create_subprocess_exec
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.storage.database import open_database
from bot.workspace.records import Message
from bot.workspace.server import Workspace
from tests.platforms.slack.local_slack import BOT_USER, PERSON, local_workspace

pytestmark = pytest.mark.loopback
ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("serving_process.py")
PATIENCE_S = 40


def free_port() -> int:
    """For HTTP: both runs listen at the same address."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@asynccontextmanager
async def process(folder: Path, given: dict[str, Any]) -> AsyncIterator[Process]:
    """The bot in a process of its own, serving."""
    file = folder / f"options-{given['kill_at'] or 'whole'}.json"
    file.write_text(json.dumps(given), encoding="utf-8")
    running = await create_subprocess_exec(sys.executable, str(SCRIPT), str(file), stdout=PIPE, cwd=ROOT, env=_env())
    try:
        assert running.stdout is not None
        async with asyncio.timeout(PATIENCE_S):
            assert (await running.stdout.readline()).startswith(b"serving")
        yield running
    finally:
        if running.returncode is None:
            running.kill()
        await running.wait()


def _env() -> dict[str, str]:
    return {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}


def answers(workspace: Workspace, ts: str) -> list[Message]:
    """What the bot has written in the thread."""
    direct = workspace.state.im_between(PERSON, BOT_USER).id
    return [one for one in workspace.state.thread(direct, ts) if one.user == BOT_USER]


async def until_answered(workspace: Workspace, asked: list[str]) -> None:
    """Wait for an answer to each."""
    changed = asyncio.Event()
    unsubscribe = workspace.state.subscribe(lambda _: changed.set())
    try:
        async with asyncio.timeout(PATIENCE_S):
            while not all(answers(workspace, ts) for ts in asked):
                changed.clear()
                await changed.wait()
    finally:
        unsubscribe()


@pytest.mark.parametrize("transport", ["socket", "http"])
@pytest.mark.parametrize("kill_at", ["claimed", "acknowledged", "answered", "noted"])
def test_a_question_is_answered_once_across_a_kill(tmp_path: Path, transport: str, kill_at: str) -> None:
    port = free_port()

    async def run() -> None:
        async with local_workspace() as workspace:
            given = {"database": str(tmp_path / "m.sqlite3"), "transport": transport, "port": port}
            given["api_url"] = workspace.api_url
            workspace.faults.repeat_event(2)
            async with process(tmp_path, {**given, "kill_at": kill_at}) as first:
                if transport == "http":
                    address = f"http://127.0.0.1:{port}/slack/events"
                    await workspace.delivery.set_urls(address, address)
                direct = workspace.state.im_between(PERSON, BOT_USER).id
                asked = [workspace.state.say(PERSON, direct, "一つ目").ts]
                async with asyncio.timeout(PATIENCE_S):
                    assert await first.wait() == -signal.SIGKILL
            asked.append(workspace.state.say(PERSON, direct, "止まっているあいだの質問").ts)
            async with process(tmp_path, {**given, "kill_at": ""}) as second:
                await until_answered(workspace, asked)
                asked.append(workspace.state.say(PERSON, direct, "そのあとの質問").ts)
                await until_answered(workspace, asked)
                second.terminate()
                assert await second.wait() == 0
            assert [len(answers(workspace, ts)) for ts in asked] == [1, 1, 1]

    asyncio.run(run())
    database = open_database(tmp_path / "m.sqlite3")
    try:
        assert database.inbox.unfinished() == []
    finally:
        database.close()
