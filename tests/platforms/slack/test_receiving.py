"""What comes in is written down, acknowledged and handed on exactly once; through the real app and a real database."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.storage.database import Database, open_database
from bot.errors import StorageError
from bot.platforms.slack.app import make_app
from bot.platforms.slack.inbox_writer import InboxWriter
from bot.platforms.slack.ports import Identity, Inbox, InboxItem, InboxRows, Kind
from bot.platforms.slack.receiving import MOST_ATTEMPTS, Receiving
from tests.databases import prepared_sqlite
from tests.fakes.slack_desk import RecordingDesk
from tests.platforms.slack.payloads import (
    BOT,
    BOT_USER,
    CHANNEL,
    TEAM,
    command,
    event,
    mention,
    press,
    said,
    shortcut,
    submission,
)

IDENTITY = Identity(team_id=TEAM, team_name="Minori", bot_user_id=BOT_USER, bot_id=BOT)
Scenario = Callable[["Line"], Awaitable[None]]


class Line:
    """The app with everything behind it, as one payload after the other reaches it."""

    def __init__(self, inbox: Inbox, desk: RecordingDesk) -> None:
        self.desk = desk
        self.writer = InboxWriter(inbox)
        self.receiving = Receiving(desk=desk, inbox=self.writer, bot_user_id=BOT_USER)
        client = AsyncWebClient(token="xoxb-test", base_url="http://127.0.0.1:9/api/")
        self.app: AsyncApp = make_app(client=client, identity=IDENTITY, receiving=self.receiving)

    async def send(self, body: dict[str, Any]) -> BoltResponse:
        return await self.app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=body))

    async def settled(self) -> None:
        assert await self.receiving.drain(timeout_s=10) == 0


def play(inbox: Inbox, desk: RecordingDesk, scenario: Scenario) -> None:
    async def run() -> None:
        line = Line(inbox, desk)
        try:
            await scenario(line)
            await line.settled()
        finally:
            await line.receiving.drain(timeout_s=0)
            line.writer.close()

    asyncio.run(run())


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(prepared_sqlite(tmp_path / "minori.sqlite3"))
    yield opened
    opened.close()


@pytest.fixture
def desk() -> RecordingDesk:
    return RecordingDesk()


@pytest.mark.parametrize(
    ("body", "kind", "name"),
    [
        (said(), Kind.EVENT, "message"),
        (said(subtype="file_share", files=[{"id": "F1"}]), Kind.EVENT, "message"),
        (said(f"<@{BOT_USER}> あれは？", channel=CHANNEL, channel_type="channel"), Kind.EVENT, "message"),
        (
            said("続きは？", channel=CHANNEL, channel_type="channel", thread_ts="1763600000.000100"),
            Kind.EVENT,
            "message",
        ),
        (mention(), Kind.EVENT, "app_mention"),
        (event("app_home_opened", user="U0SATO", channel="D0SATO", tab="home"), Kind.EVENT, "app_home_opened"),
        (event("member_joined_channel", user="U1", channel=CHANNEL), Kind.EVENT, "member_joined_channel"),
        (press("rate_useful.1"), Kind.ACTION, "rate_useful"),
        (press("ask"), Kind.ACTION, "ask"),
        (shortcut(), Kind.SHORTCUT, "note_message"),
        (submission(), Kind.SUBMISSION, "answer_send"),
        ({**submission(), "type": "view_closed", "is_cleared": False}, Kind.CLOSED, "answer_send"),
        (command("使い方"), Kind.COMMAND, "/minori"),
    ],
)
def test_what_is_for_us_is_handed_on_and_finished(
    database: Database, desk: RecordingDesk, body: dict[str, Any], kind: Kind, name: str
) -> None:
    async def scenario(line: Line) -> None:
        assert (await line.send(body)).status == 200
        await desk.until(lambda: bool(desk.taken))

    play(database.inbox, desk, scenario)
    assert [(item.kind, item.name, item.body, item.attempts) for item in desk.taken] == [(kind, name, body, 1)]
    assert database.inbox.unfinished() == []


@pytest.mark.parametrize(
    "body",
    [
        said("うちの話", channel=CHANNEL, channel_type="channel"),
        said(subtype="message_changed", message={"text": "直した", "ts": "1763700000.000100"}, user=None),
        said(subtype="message_deleted", user=None),
        said(subtype="channel_join"),
        said("自動の知らせ", bot_id="B9", subtype="bot_message"),
        said("わたしの返事", user=BOT_USER, bot_id=BOT),
        event("reaction_added", user="U0SATO"),
        event("message"),
        {"type": "event_callback", "event": ["odd"], "event_id": "Ev9"},
        {"type": "block_actions", "actions": [], "user": {"id": "U1"}},
        shortcut("of_another_version"),
        {**shortcut(), "type": "shortcut"},
        {"type": "something_new"},
    ],
)
def test_what_is_not_for_us_is_acknowledged_and_leaves_no_trace(
    database: Database, desk: RecordingDesk, body: dict[str, Any]
) -> None:
    async def scenario(line: Line) -> None:
        if not isinstance(body.get("event", {}), dict) or body.get("actions") == []:
            # Bolt itself cannot read it; over HTTP this becomes a 400.
            assert (await line.receiving.write_down(body, {}, _nobody)).status == 200
        else:
            assert (await line.send(body)).status == 200

    play(database.inbox, desk, scenario)
    assert (desk.taken, desk.sheets) == ([], [])
    with database.inbox.writing() as rows:
        assert rows.claim("said:D0SATO:1763700000.000100", "event", {})


@pytest.mark.parametrize(
    "bodies",
    [
        [said(), said()],
        [mention(), said(f"<@{BOT_USER}> 名刺交換のあとは？", channel=CHANNEL, channel_type="channel")],
        [said(event_id="Ev1", client_msg_id="m1"), said(event_id="Ev2", client_msg_id="m1")],
        [press(), press()],
        [shortcut(), shortcut()],
        [submission(), submission()],
        [command(), command()],
        [event("app_home_opened", user="U1", tab="home"), event("app_home_opened", user="U1", tab="home")],
    ],
)
def test_what_comes_twice_is_handed_on_once(
    database: Database, desk: RecordingDesk, bodies: list[dict[str, Any]]
) -> None:
    async def scenario(line: Line) -> None:
        answers = await asyncio.gather(*(line.send(body) for body in bodies * 5))
        assert {answer.status for answer in answers} == {200}
        await desk.until(lambda: bool(desk.taken))
        await line.settled()
        assert (await line.send(bodies[0])).status == 200

    play(database.inbox, desk, scenario)
    assert len(desk.taken) == 1


@pytest.mark.parametrize(
    "bodies",
    [
        [said(ts="1763700000.000100"), said(ts="1763700000.000200")],
        [press(at="1763700001.1"), press(at="1763700001.2")],
        [press("ask.1"), press("ask.2")],
        [shortcut(at="1763700002.1"), shortcut(at="1763700002.2")],
        [submission(trigger_id="1"), submission(trigger_id="2")],
        [mention(), said(f"<@{BOT_USER}> 直した", channel=CHANNEL, channel_type="channel", edited={"ts": "2"})],
    ],
)
def test_what_only_looks_alike_is_handed_on_twice(
    database: Database, desk: RecordingDesk, bodies: list[dict[str, Any]]
) -> None:
    async def scenario(line: Line) -> None:
        for body in bodies:
            await line.send(body)
        await desk.until(lambda: len(desk.taken) == 2)

    play(database.inbox, desk, scenario)


def test_a_very_long_id_is_claimed_all_the_same(database: Database, desk: RecordingDesk) -> None:
    async def scenario(line: Line) -> None:
        for end in ("a", "b", "a"):
            await line.send(press("x" * 254 + end))
        await desk.until(lambda: len(desk.taken) == 2)

    play(database.inbox, desk, scenario)


def test_half_a_character_is_written_down(database: Database, desk: RecordingDesk) -> None:
    async def scenario(line: Line) -> None:
        assert (await line.send(said("絵文字\ud83d"))).status == 200
        await desk.until(lambda: bool(desk.taken))

    play(database.inbox, desk, scenario)


def test_a_sheet_is_opened_before_the_database_is_touched(database: Database) -> None:
    order: list[str] = []
    gate = asyncio.Event()

    class Desk(RecordingDesk):
        async def open_sheet(self, body: Any) -> str | None:
            order.append("sheet")
            gate.set()
            return await super().open_sheet(body)

    class Writer(InboxWriter):
        async def claim(self, *arguments: Any) -> bool:
            await gate.wait()
            order.append("claim")
            return await super().claim(*arguments)

    async def scenario(line: Line) -> None:
        line.receiving._inbox = Writer(database.inbox)
        await line.send(press("show_passage.1"))
        await shown.until(lambda: bool(shown.taken))
        await line.settled()
        line.receiving._inbox.close()

    shown = Desk()
    play(database.inbox, shown, scenario)
    assert order == ["sheet", "claim"]
    assert [item.view_id for item in shown.taken] == ["V1"]


def test_a_form_is_acknowledged_as_the_desk_says(database: Database) -> None:
    desk = RecordingDesk(answer={"response_action": "update", "view": {"type": "modal"}})

    async def scenario(line: Line) -> None:
        answer = await line.send(submission())
        assert (answer.status, answer.body) == (200, '{"response_action": "update", "view": {"type": "modal"}}')
        await desk.until(lambda: bool(desk.taken))

    play(database.inbox, desk, scenario)
    assert desk.taken[0].view_id == "V0FORM"


def test_a_form_that_is_sent_back_has_not_come_in(database: Database) -> None:
    desk = RecordingDesk(answer={"response_action": "errors", "errors": {"text": "…"}})

    async def scenario(line: Line) -> None:
        assert "errors" in (await line.send(submission())).body
        await line.settled()
        desk.answer = None
        assert (await line.send(submission())).body == ""
        await desk.until(lambda: bool(desk.taken))

    play(database.inbox, desk, scenario)
    assert len(desk.taken) == 1


class Refusing:
    """An inbox whose database refuses for a while."""

    def __init__(self, inbox: Inbox, times: int) -> None:
        self.inbox, self.times = inbox, times

    def writing(self) -> AbstractContextManager[InboxRows]:
        if self.times:
            self.times -= 1
            raise StorageError("database", "locked")
        return self.inbox.writing()


def test_an_event_that_cannot_be_written_down_is_not_acknowledged(database: Database, desk: RecordingDesk) -> None:
    async def scenario(line: Line) -> None:
        assert (await line.send(said())).status == 503
        assert (await line.send(said())).status == 200
        await desk.until(lambda: bool(desk.taken))

    play(Refusing(database.inbox, 1), desk, scenario)
    assert (len(desk.taken), desk.apologies) == (1, [])


@pytest.mark.parametrize(
    ("body", "view_id"), [(press(), None), (press("show_passage.1"), "V1"), (submission(), "V0FORM")]
)
def test_a_press_that_cannot_be_written_down_gets_an_apology(
    database: Database, desk: RecordingDesk, body: dict[str, Any], view_id: str | None
) -> None:
    async def scenario(line: Line) -> None:
        assert (await line.send(body)).status == 200

    play(Refusing(database.inbox, 1), desk, scenario)
    assert (desk.taken, desk.apologies) == ([], [(body, view_id)])


def test_what_failed_is_taken_up_again_and_given_up_with_an_apology_in_the_end(database: Database) -> None:
    async def fail(item: InboxItem) -> None:
        raise RuntimeError

    desk = RecordingDesk(fail)

    async def scenario(line: Line) -> None:
        await line.send(said())
        await desk.until(lambda: bool(desk.taken))
        await line.settled()
        for expected in (1, 1, 1, 0):
            assert await line.receiving.take_up_unfinished() == expected
            await line.settled()

    play(database.inbox, desk, scenario)
    assert [item.attempts for item in desk.taken + desk.taken_up] == list(range(1, MOST_ATTEMPTS + 1))
    assert desk.taken_up[0].name == "message"
    assert len(desk.apologies) == 1
    assert database.inbox.unfinished() == []


def test_what_is_under_way_is_not_taken_up_a_second_time(database: Database) -> None:
    gate = asyncio.Event()

    async def wait(item: InboxItem) -> None:
        await gate.wait()

    desk = RecordingDesk(wait)

    async def scenario(line: Line) -> None:
        # The repeat is claimed and refused while the first one is under way.
        await asyncio.gather(line.send(said()), line.send(said()))
        assert await line.receiving.take_up_unfinished() == 0
        gate.set()

    play(database.inbox, desk, scenario)
    assert (len(desk.taken), desk.taken_up) == (1, [])


def test_what_is_left_at_the_end_stays_in_the_inbox_with_what_was_answered(database: Database) -> None:
    async def never(item: InboxItem) -> None:
        await asyncio.Event().wait()

    desk = RecordingDesk(never)

    async def first(line: Line) -> None:
        await line.send(said())
        await desk.until(lambda: bool(desk.taken))
        await line.writer.note_reply(desk.taken[0].id, "D0SATO", "1763700002.000100")
        assert await line.receiving.drain(timeout_s=0) == 1

    play(database.inbox, desk, first)

    async def second(line: Line) -> None:
        assert (await line.send(said())).status == 200
        assert await line.receiving.take_up_unfinished() == 1

    later = RecordingDesk()
    play(database.inbox, later, second)
    assert (later.taken, len(later.taken_up)) == ([], 1)
    assert later.taken_up[0].reply == ("D0SATO", "1763700002.000100")
    assert later.taken_up[0].body == {name: value for name, value in said().items() if name != "token"}
    assert database.inbox.unfinished() == []


async def _nobody() -> BoltResponse:
    raise AssertionError("handed on")
