"""The workspace as a whole: its addresses, and a Bolt app that lives in it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp

from bot.workspace.server import Workspace
from tests.unit.workspace.clients import BOT, SATO, SEED, Running, running, until

pytestmark = pytest.mark.loopback

BUTTON = {
    "type": "actions",
    "elements": [{"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "進む"}, "value": "1"}],
}
MODAL = {"type": "modal", "title": {"type": "plain_text", "text": "題"}, "blocks": [{"type": "divider"}]}


def test_a_bolt_app_hears_answers_and_opens_a_modal() -> None:
    async def scenario() -> None:
        async with running() as one:
            app = _app(one)
            handler: Any = AsyncSocketModeHandler(app, one.state.app.app_token)
            await handler.connect_async()
            try:
                asked = one.said("質問", channel=one.dm().id)
                await until(lambda: len(one.state.replies(asked.channel, asked.ts)) == 1)
                answer = one.state.thread(asked.channel, asked.ts)[1]
                assert (answer.user, answer.text) == (BOT, "聞きました: 質問")
                action = answer.blocks[0]["elements"][0]
                pressed = await one.workspace.delivery.press(
                    SATO, answer, {**action, "block_id": answer.blocks[0]["block_id"]}, {}
                )
                assert pressed["ok"]
                await until(lambda: len(one.state.stack(SATO)) == 1)
            finally:
                await handler.close_async()

    asyncio.run(scenario())


def _app(one: Running) -> AsyncApp:
    app = AsyncApp(client=one.client, signing_secret=one.state.app.signing_secret)

    @app.event("message")
    async def heard(event: dict[str, Any], say: Any) -> None:
        if "bot_id" not in event:
            await say(text=f"聞きました: {event['text']}", blocks=[BUTTON], thread_ts=event["ts"])

    @app.action("go")
    async def go(ack: Any, body: dict[str, Any], client: Any) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=MODAL)

    return app


def test_page_and_clock_are_served_beside_the_api() -> None:
    async def scenario() -> None:
        async with running() as one, ClientSession() as session:
            async with session.get(one.workspace.url) as answer:
                assert (answer.status, answer.url.path) == (200, "/page/")
            async with session.get(f"{one.workspace.url}/clock") as answer:
                assert (await answer.json())["offset_s"] == 0
            async with session.post(f"{one.workspace.url}/clock", json={"advance_s": 60}) as answer:
                assert answer.status == 200
            assert one.workspace.clock.offset.total_seconds() == 60

    asyncio.run(scenario())


@pytest.mark.parametrize(("faults", "status"), [(True, 200), (False, 404)])
def test_faults_can_be_commanded_only_where_asked_for(faults: bool, status: int) -> None:
    async def scenario() -> int:
        async with running(faults=faults) as one, ClientSession() as session:
            answer = await session.post(f"{one.workspace.url}/faults", json={"fault": "clear"})
            answer.release()
            return answer.status

    assert asyncio.run(scenario()) == status


def test_a_taken_port_is_said_and_the_state_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "workspace.json"
    path.write_bytes(b"another's")

    async def scenario() -> None:
        async with running() as one:
            second = Workspace(SEED, state_file=path)
            with pytest.raises(OSError, match="in use"):
                await second.start(int(one.workspace.url.rpartition(":")[2]))
            await second.stop()

    asyncio.run(scenario())
    assert path.read_bytes() == b"another's"


def test_it_listens_on_this_machine_only() -> None:
    async def scenario() -> None:
        async with running() as one:
            runner = one.workspace._runner
            assert runner is not None
            assert {address[0] for address in runner.addresses} == {"127.0.0.1"}

    asyncio.run(scenario())
