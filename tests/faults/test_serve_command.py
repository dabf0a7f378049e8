"""`minori serve` itself, with its guides, against a local workspace: killed, started again, and stopped."""

from __future__ import annotations

import asyncio
import os
import random
import sys
from asyncio.subprocess import PIPE, Process, create_subprocess_exec
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.adapters.storage.database import open_database
from bot.platforms.slack.options import APP_TOKEN, BOT_TOKEN
from bot.workspace.records import Message
from bot.workspace.server import Workspace
from tests.platforms.slack.local_slack import BOT_USER, PERSON, TOKENS, local_workspace

pytestmark = pytest.mark.loopback
ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 60
QUESTIONS = ("名刺交換のあと、いつまでに連絡すればいい？", "実証の前に何を決めますか", "三つの壁とは何ですか")


@asynccontextmanager
async def minori_serve(workspace: Workspace) -> AsyncIterator[Process]:
    """The command in a process of its own, once it says that it is at work."""
    environment = {
        **os.environ,
        "SLACK_API_URL": workspace.api_url,
        BOT_TOKEN: TOKENS.bot_token,
        APP_TOKEN: TOKENS.app_token,
        "MINORI_LOCALE": "en",
    }
    running = await create_subprocess_exec(
        sys.executable, "-m", "bot", "serve", stdout=PIPE, stderr=PIPE, cwd=ROOT, env=environment
    )
    assert running.stderr is not None
    said: list[str] = []
    try:
        async with asyncio.timeout(PATIENCE_S):
            while not said or "At work" not in said[-1]:
                line = await running.stderr.readline()
                assert line, said
                said.append(line.decode())
        drain = asyncio.create_task(running.stderr.read())
        yield running
        if running.returncode is None:
            running.kill()
        await drain
    finally:
        if running.returncode is None:
            running.kill()
        await running.wait()


def answers(workspace: Workspace, ts: str) -> list[Message]:
    """Messages of the bot in the thread that have ended; a stream that was cut off and went on is one message."""
    thread = workspace.state.thread(workspace.state.im_between(PERSON, BOT_USER).id, ts)
    return [one for one in thread if one.user == BOT_USER and not one.streaming]


async def until(workspace: Workspace, happened: list[str], database: Path) -> None:
    """Wait until every question has an answer and nothing is left in the inbox."""
    async with asyncio.timeout(PATIENCE_S):
        while not (all(answers(workspace, ts) for ts in happened) and _is_empty(database)):
            await asyncio.sleep(0.05)


def _is_empty(path: Path) -> bool:
    database = open_database(path)
    try:
        return not database.inbox.unfinished()
    finally:
        database.close()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_question_is_answered_once_across_a_kill_at_any_moment(used_data: Path, seed: int) -> None:
    chance, database = random.Random(seed), used_data / "minori.sqlite3"

    async def run() -> None:
        async with local_workspace() as workspace:
            direct = workspace.state.im_between(PERSON, BOT_USER).id
            async with minori_serve(workspace) as first:
                asked = [workspace.state.say(PERSON, direct, question).ts for question in QUESTIONS]
                await asyncio.sleep(chance.uniform(0.0, 0.6))
                first.kill()
                await first.wait()
            async with minori_serve(workspace) as second:
                await until(workspace, asked, database)
                second.terminate()
                assert await second.wait() == 0
            found = {ts: len([one for one in answers(workspace, ts) if one.blocks]) for ts in asked}
            assert set(found.values()) == {1}, found

    asyncio.run(run())
