"""Nothing has run for too long, over the whole of it: the admin is told once, the pages say it, and nobody else hears.

Heartbeats are counted in real time. A silence of three weeks has touched somebody's hours, whatever today is.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.adapters.storage.database import Database, open_database
from bot.adapters.storage.engine import writing
from bot.adapters.storage.tables import heartbeat
from bot.core.nudges.silence import TICK
from tests.chat.acting import People
from tests.chat.observing import Seen, observed
from tests.chat.stack import Stack, stacked
from tests.chat.transcripts import Step, Transcript

pytestmark = pytest.mark.loopback
LONG = timedelta(days=21)
TALK = Transcript(about="the pages", steps=[Step(who="nakamura", opens="home", sees=[])])


def stand_still(database: Database) -> None:
    """As if the last tick had been three weeks ago."""
    with writing(database.engine) as connection:
        of_tick = update(heartbeat).where(heartbeat.c.name == TICK)
        connection.execute(of_tick.values(beat_at=datetime.now(UTC) - LONG))


async def settled(stack: Stack) -> list[Seen]:
    await stack.settled()
    return observed(stack.workspace.state, stack.taken())


async def home_of(stack: Stack, who: str) -> str:
    await People(stack).act(Step(who=who, opens="home", sees=[]))
    (seen,) = [one for one in await settled(stack) if one.what == "home"]
    return seen.look.text


async def started_again(data: Path) -> list[list[Seen]]:
    told = []
    for _ in range(2):
        async with stacked(TALK, data) as stack:
            told.append(await settled(stack))
            assert "動いています（最後の見回りは" in await home_of(stack, "nakamura")
    return told


def test_whoever_comes_up_again_after_a_silence_tells_the_admin_once(used_data: Path) -> None:
    database = open_database(used_data / "minori.sqlite3")
    database.heartbeats.beat(TICK)
    stand_still(database)
    database.close()
    first, second = asyncio.run(started_again(used_data))
    (told,) = first
    assert told.place == "nakamura"
    assert "お知らせの見回りが止まっていました。いまは動いています。" in told.look.text
    assert "失われたお知らせはありません。" in told.look.text
    assert second == []


async def standing_still(data: Path) -> None:
    async with stacked(TALK, data) as stack:
        assert await settled(stack) == []
        for who in ("nakamura", "takahashi"):
            assert "動いています（最後の見回りは" in await home_of(stack, who)
        assert "お知らせの見回り" not in await home_of(stack, "yamada")
        # The thread of the tick hangs; the others go on.
        stack.routines[:] = [work for work in stack.routines if getattr(work, "__name__", "") != "tick"]
        stand_still(stack.library.database)
        (told,) = await settled(stack)
        assert told.place == "nakamura"
        assert "お知らせの見回りが15分以上止まっています。" in told.look.text
        assert await settled(stack) == []
        for who in ("nakamura", "takahashi"):
            assert "を最後に止まっています。管理者にお知らせください。" in await home_of(stack, who)


def test_while_it_runs_a_tick_that_stands_still_is_told_and_the_pages_say_it(used_data: Path) -> None:
    asyncio.run(standing_still(used_data))
