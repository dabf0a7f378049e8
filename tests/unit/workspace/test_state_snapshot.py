"""What survives a restart, and what happens to a file that cannot be read."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from pathlib import Path

import pytest

from bot.workspace.seed import SeedUser
from bot.workspace.snapshot import Snapshot
from bot.workspace.state import WorkspaceState
from bot.workspace.web_api import Schedule
from tests.unit.workspace.clients import BOT, GENERAL, MILLER, OTHERS, SATO, SEED, running, until

HOME = {"type": "home", "private_metadata": "x", "blocks": [{"type": "divider", "block_id": "line"}]}
APP = {"bot_id": "B0BOT", "app_id": "A0APP"}


async def _fill(path: Path) -> tuple[str, str, str]:
    async with running(state_file=path) as one:
        state = one.state
        state.advance_clock(timedelta(days=3))
        state.add_user(SeedUser(id="U0NEW", name="abe", real_name="阿部"))
        state.join(OTHERS, BOT)
        root = one.said("質問")
        state.add_message(GENERAL, BOT, text="答え", thread_ts=root.ts, metadata={"event_type": "a"}, **APP)
        state.add_message(GENERAL, BOT, thread_ts=root.ts, streaming=True, markdown="途中", **APP)
        state.mark_read(GENERAL, MILLER, root.ts)
        state.publish_home(SATO, HOME)
        file = state.add_file(SATO, "要領.pdf", b"%PDF")
        state.share_files(SATO, GENERAL, [file.id])
        state.set_prompts(one.dm().id, None, "例", [{"title": "a", "message": "b"}])
        at = int(state.clock.timestamp()) + 60
        await one.call("chat.scheduleMessage", channel=GENERAL, text="後で", post_at=at)
        return root.ts, file.id, state.last_ts


async def _look(path: Path, root_ts: str, file_id: str, last_ts: str) -> None:
    async with running(state_file=path) as one:
        state = one.state
        assert state.clock.offset == timedelta(days=3)
        assert state.next_ts() > last_ts
        assert state.user("U0NEW").real_name == "阿部"
        assert BOT in state.channel(OTHERS).members
        thread = state.thread(GENERAL, root_ts)
        assert [(said.text, said.metadata, said.streaming) for said in thread] == [
            ("質問", None, False),
            ("答え", {"event_type": "a"}, False),
            ("", None, False),
        ]
        assert thread[2].markdown == "途中"
        assert state.unread_count(GENERAL, MILLER) == 1  # the file that Sato shared afterwards
        home = state.home(SATO)
        assert home is not None
        assert (home.private_metadata, home.content["blocks"]) == ("x", HOME["blocks"])
        assert state.file(file_id).content == b"%PDF"
        assert state.prompts[(one.dm().id, None)].title == "例"
        state.advance_clock(timedelta(seconds=61))
        assert state.history(GENERAL)[0].text == "後で"


@pytest.mark.loopback
def test_everything_people_would_miss_is_there_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "workspace.json"
    asyncio.run(_look(path, *asyncio.run(_fill(path))))


def test_changes_are_written_while_the_workspace_runs(tmp_path: Path) -> None:
    path = tmp_path / "workspace.json"

    async def scenario() -> None:
        state = WorkspaceState(SEED)
        snapshot = Snapshot(path, state, Schedule(state), delay_s=0)
        await snapshot.start()
        file = state.add_file(SATO, "a.txt", b"a")
        state.share_files(SATO, GENERAL, [file.id], "書かれる")
        await until(lambda: path.exists() and "書かれる" in path.read_text(encoding="utf-8"))
        kept = tmp_path / "workspace-files" / file.id
        assert kept.read_bytes() == b"a"
        state.delete_file(file.id)
        await until(lambda: not kept.exists())
        await snapshot.stop()
        assert sorted(found.name for found in tmp_path.iterdir()) == ["workspace-files", "workspace.json"]

    asyncio.run(scenario())


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"[]",
        b'{"format": 1}',
        b'{"format": 99, "team_id": "T0LOCAL"}',
        b'{"format": 1, "team_id": "T0OTHER"}',
        b'{"format": 1, "team_id": "T0LOCAL", "offset_s": 0, "last_ts": "1.0", "users": [{"unknown": 1}]}',
    ],
)
def test_a_file_that_cannot_be_used_is_put_aside_and_a_new_workspace_begins(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "workspace.json"
    path.write_bytes(content)

    async def scenario() -> None:
        state = WorkspaceState(SEED)
        snapshot = Snapshot(path, state, Schedule(state), delay_s=0)
        await snapshot.start()
        assert set(state.users) == {SATO, MILLER, BOT}
        await snapshot.stop()

    asyncio.run(scenario())
    assert (tmp_path / "workspace.unreadable").read_bytes() == content
    assert json.loads(path.read_text(encoding="utf-8"))["team_id"] == "T0LOCAL"


def test_a_state_whose_file_has_lost_a_content_is_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "workspace.json"

    async def scenario() -> None:
        for _ in range(2):
            state = WorkspaceState(SEED)
            snapshot = Snapshot(path, state, Schedule(state), delay_s=0)
            await snapshot.start()
            file = state.add_file(SATO, "a.txt", b"a")
            await snapshot.stop()
            (tmp_path / "workspace-files" / file.id).unlink()

    asyncio.run(scenario())
    assert (tmp_path / "workspace.unreadable").exists()
