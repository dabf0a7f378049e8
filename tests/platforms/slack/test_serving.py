"""The bot against a workspace on this machine, by both transports: taken in once, through repeats and broken lines."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest

from bot.adapters.storage.database import Database, open_database
from bot.errors import DependencyError, UsageError
from bot.platforms.slack.options import SlackOptions
from bot.platforms.slack.ports import InboxItem
from bot.platforms.slack.serving import MakeOffice, Office, Routine, Serving
from bot.workspace.delivery.timing import Timing
from bot.workspace.server import Workspace
from tests.databases import prepared_sqlite
from tests.fakes.slack_desk import RecordingDesk
from tests.platforms.slack.local_slack import (
    BOT_USER,
    CHANNEL,
    PERSON,
    TOKENS,
    Run,
    bot_at,
    local_workspace,
    options_for,
)

pytestmark = pytest.mark.loopback
Scenario = Callable[[Workspace, Run], Awaitable[None]]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(prepared_sqlite(tmp_path / "minori.sqlite3"))
    yield opened
    opened.close()


@pytest.fixture(params=["socket", "http"])
def transport(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def play(
    database: Database, desk: RecordingDesk, transport: str, scenario: Scenario, timing: Timing | None = None
) -> None:
    async def run() -> None:
        settings = {"timing": timing} if timing else {}
        async with local_workspace(**settings) as workspace, bot_at(workspace, database.inbox, desk, transport) as bot:
            await scenario(workspace, bot)

    asyncio.run(run())


def ask(workspace: Workspace, text: str) -> str:
    """Somebody writes to the bot directly; returns the timestamp."""
    return workspace.state.say(PERSON, workspace.state.im_between(PERSON, BOT_USER).id, text).ts


def at_work(desk: RecordingDesk) -> MakeOffice:
    return lambda parts: Office(desk=desk)


def texts(desk: RecordingDesk) -> list[str]:
    return [item.body["event"]["text"] for item in desk.taken]


def test_what_is_said_is_taken_once_however_often_it_is_sent(database: Database, transport: str) -> None:
    desk = RecordingDesk()

    async def scenario(workspace: Workspace, bot: Run) -> None:
        workspace.faults.repeat_event(4)
        for number in range(5):
            ask(workspace, f"質問{number}")
        workspace.state.add_message(CHANNEL, PERSON, text=f"<@{BOT_USER}> 名刺交換のあとは？")
        workspace.state.say(PERSON, CHANNEL, "ここは内輪の話")
        await desk.until(lambda: len(desk.taken) >= 6)

    play(database, desk, transport, scenario)
    assert sorted(texts(desk)) == sorted([*(f"質問{n}" for n in range(5)), f"<@{BOT_USER}> 名刺交換のあとは？"])
    assert database.inbox.unfinished() == []


def test_a_button_is_acknowledged_and_its_sheet_opened(database: Database, transport: str) -> None:
    desk = RecordingDesk()

    async def scenario(workspace: Workspace, bot: Run) -> None:
        button = {"type": "button", "action_id": "show_passage.1", "text": {"type": "plain_text", "text": "原文"}}
        blocks = [{"type": "actions", "block_id": "offers", "elements": [{**button, "value": "p-1"}]}]
        direct = workspace.state.im_between(PERSON, BOT_USER).id
        message = workspace.state.add_message(direct, BOT_USER, text="…", blocks=blocks, bot_id="B0MINORI")
        told = {**button, "block_id": "offers", "value": "p-1"}
        assert (await workspace.delivery.press(PERSON, message, told)).get("ok", True)
        await desk.until(lambda: bool(desk.taken))

    play(database, desk, transport, scenario)
    assert [(item.name, item.view_id) for item in desk.taken] == [("show_passage", "V1")]


def test_a_proxy_is_for_others_than_this_machine(
    database: Database, transport: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    desk = RecordingDesk()

    async def scenario(workspace: Workspace, bot: Run) -> None:
        if transport == "socket":
            ask(workspace, "質問")
            await desk.until(lambda: bool(desk.taken))

    play(database, desk, transport, scenario)


def test_a_server_that_comes_back_is_found_again(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """The address of a connection is good for a short time; slack_sdk alone would go on trying the old one."""
    monkeypatch.setattr("bot.platforms.slack.socket_mode._PING_S", 0.1)
    desk = RecordingDesk()

    async def scenario(workspace: Workspace, bot: Run) -> None:
        ask(workspace, "まえ")
        await desk.until(lambda: len(desk.taken) == 1)
        workspace.faults.refuse_sockets(10)
        workspace.faults.drop_socket()
        ask(workspace, "あと")
        await desk.until(lambda: len(desk.taken) == 2, timeout_s=20)

    retries = (0.0, *([0.1] * 250))
    play(database, desk, "socket", scenario, Timing(ticket_s=0.3, retry_delays_s=retries))


def test_a_socket_that_breaks_is_opened_again(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.platforms.slack.socket_mode._PING_S", 0.1)
    desk = RecordingDesk()

    async def scenario(workspace: Workspace, bot: Run) -> None:
        ask(workspace, "まえ")
        await desk.until(lambda: len(desk.taken) == 1)
        workspace.faults.drop_socket()
        ask(workspace, "切れたあと")
        await desk.until(lambda: len(desk.taken) == 2, timeout_s=40)
        await workspace.faults.disconnect()
        ask(workspace, "入れ替えのあと")
        await desk.until(lambda: len(desk.taken) == 3, timeout_s=40)

    play(database, desk, "socket", scenario)
    assert texts(desk) == ["まえ", "切れたあと", "入れ替えのあと"]


def test_the_end_waits_for_what_is_under_way(database: Database, transport: str) -> None:
    gate = asyncio.Event()

    async def wait(item: InboxItem) -> None:
        await gate.wait()

    desk = RecordingDesk(wait)

    async def scenario(workspace: Workspace, bot: Run) -> None:
        ask(workspace, "最後の質問")
        await desk.until(lambda: bool(desk.taken))
        ending = asyncio.create_task(bot.stop())
        asyncio.get_running_loop().call_later(0.05, gate.set)
        assert await ending == 0

    play(database, desk, transport, scenario)
    assert database.inbox.unfinished() == []


def test_what_is_left_is_taken_up_by_the_next_run(database: Database, transport: str) -> None:
    async def never(item: InboxItem) -> None:
        await asyncio.Event().wait()

    desk, later = RecordingDesk(never), RecordingDesk()

    async def run() -> None:
        async with local_workspace() as workspace:
            options = options_for(workspace, transport)
            for one, grace_s in ((desk, 0.0), (later, 8.0)):
                serving = Serving(options, inbox=database.inbox, make_office=at_work(one), grace_s=grace_s)
                bot = Run(serving)
                started = await bot.started()
                if one is desk:
                    if transport == "http":
                        await workspace.delivery.set_urls(started.address, started.address)
                    ask(workspace, "消えない質問")
                    await desk.until(lambda: bool(desk.taken))
                assert started.taken_up == (one is later)
                assert await bot.stop() == (one is desk)

    asyncio.run(run())
    assert [item.body["event"]["text"] for item in later.taken_up] == ["消えない質問"]
    assert (later.taken, database.inbox.unfinished()) == ([], [])


def test_routines_go_on_after_a_failure(database: Database) -> None:
    calls: list[str] = []

    def work() -> int:
        calls.append("call")
        if len(calls) == 1:
            raise RuntimeError("not today")
        return 1 if len(calls) < 5 else 0

    async def run() -> None:
        async with local_workspace() as workspace:
            office = Office(desk=RecordingDesk(), routines=(Routine(name="count", every_s=0.01, work=work),))
            options = options_for(workspace, "socket")
            bot = Run(Serving(options, inbox=database.inbox, make_office=lambda _: office))
            await bot.started()
            async with asyncio.timeout(10):
                while len(calls) < 5:
                    await asyncio.sleep(0)
            await bot.stop()

    asyncio.run(run())


@pytest.mark.parametrize(
    ("bot_token", "app_token", "variable"),
    [("xoxb-wrong", TOKENS.app_token, "SLACK_BOT_TOKEN"), (TOKENS.bot_token, "xapp-wrong", "SLACK_APP_TOKEN")],
)
def test_a_token_that_slack_refuses_is_named(database: Database, bot_token: str, app_token: str, variable: str) -> None:
    async def run() -> None:
        async with local_workspace() as workspace:
            options = SlackOptions(bot_token=bot_token, app_token=app_token, api_url=workspace.api_url)
            bot = Run(Serving(options, inbox=database.inbox, make_office=at_work(RecordingDesk())))
            await bot.started()

    with pytest.raises(UsageError) as caught:
        asyncio.run(run())
    assert (caught.value.key, caught.value.arguments["variable"]) == ("serve-token-refused", variable)
    assert "wrong" not in str(caught.value.arguments)


def test_a_slack_that_cannot_be_reached_is_said(database: Database) -> None:
    options = SlackOptions(bot_token="xoxb-1", app_token="xapp-1", api_url="http://127.0.0.1:9/api/")

    async def run() -> None:
        await Run(Serving(options, inbox=database.inbox, make_office=at_work(RecordingDesk()))).started()

    with pytest.raises(DependencyError, match="Slack"):
        asyncio.run(run())


@pytest.mark.parametrize(
    ("options", "key"),
    [
        (SlackOptions(), "serve-no-bot-token"),
        (SlackOptions(bot_token="xapp-1", app_token="xapp-1"), "serve-wrong-token"),
        (SlackOptions(bot_token="xoxb-1", app_token="xoxb-1"), "serve-wrong-token"),
        (SlackOptions(bot_token="xoxb-1"), "serve-no-transport"),
        (SlackOptions(bot_token="xoxb-1", signing_secret=" "), "serve-no-transport"),
        (SlackOptions(bot_token="xoxb-1", signing_secret="xapp-1"), "serve-secret-is-token"),
    ],
)
def test_settings_that_cannot_work_are_refused_at_the_start(
    database: Database, options: SlackOptions, key: str
) -> None:
    with pytest.raises(UsageError) as caught:
        Serving(options, inbox=database.inbox, make_office=at_work(RecordingDesk()))
    assert caught.value.key == key
    assert "xoxb-1" not in repr(options)
