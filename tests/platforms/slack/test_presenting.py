"""An answer on its way into the chat, and everything that can go wrong with Slack meanwhile: whole, and once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from structlog.testing import capture_logs

from bot.core.messages import Quoted, Reply
from bot.errors import StorageError
from bot.platforms.slack.troubles import TROUBLE
from bot.workspace.records import Message
from tests.fakes.router import SAID, WHOLE, ScriptedRouter
from tests.platforms.slack.desk_world import DeskWorld, in_channel, play
from tests.platforms.slack.local_slack import CHANNEL, PERSON

pytestmark = pytest.mark.loopback


def only_answer(world: DeskWorld, channel: str = "") -> Message:
    """The one message of ours, with the whole text in its blocks and in its notice, and no stream any more."""
    (answer,) = world.ours(channel)
    assert all(part in answer.text for part in SAID), answer.text
    assert all(part in str(answer.blocks) for part in SAID) or not answer.blocks
    assert not answer.streaming
    return answer


def no_status(world: DeskWorld) -> bool:
    return not any(world.state.statuses.values())


def test_an_answer_streams_under_a_status_and_ends_whole(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        body = world.said()
        world.part_by_part()
        await world.take(body)
        answer = only_answer(world)
        assert world.client.calls.count("chat.appendStream") == len(SAID) - 1
        assert answer.thread_ts == body["event"]["ts"]
        assert answer.metadata is not None
        assert {"assistant.threads.setStatus", "chat.startStream", "chat.stopStream", "chat.update"} <= set(
            world.client.calls
        )
        assert no_status(world)

    play(scenario, tmp_path)


def test_in_a_channel_it_streams_as_well(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        await world.take(in_channel(world.said(channel=CHANNEL)))
        only_answer(world, CHANNEL)
        assert "chat.startStream" in world.client.calls
        assert "chat.postMessage" not in world.client.calls

    play(scenario, tmp_path)


_MANY = 20
FAULTS: dict[str, Callable[[DeskWorld], object]] = {
    "no stream: a server error": lambda world: world.faults.server_error("chat.startStream"),
    "no stream: hung up before": lambda world: world.faults.accept_then_hang_up("chat.startStream"),
    "no stream: hung up after": lambda world: world.faults.lose_response("chat.startStream"),
    "no stream: not so fast, three times": lambda world: world.faults.rate_limit("chat.startStream", times=3),
    "an append fails": lambda world: world.faults.server_error("chat.appendStream"),
    "an append hangs up after": lambda world: world.faults.lose_response("chat.appendStream"),
    "the stop fails": lambda world: world.faults.server_error("chat.stopStream"),
    "the stop hangs up after": lambda world: world.faults.lose_response("chat.stopStream"),
    "no status: an error": lambda world: world.faults.server_error("assistant.threads.setStatus", times=_MANY),
    "no status: hung up": lambda world: world.faults.accept_then_hang_up("assistant.threads.setStatus", times=_MANY),
    "no profile: hung up": lambda world: world.faults.accept_then_hang_up("users.info", times=_MANY),
    "not so fast, at the end": lambda world: world.faults.rate_limit("chat.update"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_slack_does_not_have_is_done_without(fault: str, tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        FAULTS[fault](world)
        world.part_by_part()
        item = await world.arrived(world.said())
        try:
            await world.desk.take(item)
        except TROUBLE:
            # It stays in the inbox, and is taken up a little later.
            assert await world.take_up() == 1
        only_answer(world)
        assert no_status(world)
        assert all(one["times"] > _MANY / 2 for one in world.faults.pending()), "it has not come to it"

    play(scenario, tmp_path)


@pytest.mark.parametrize("fault", ["server_error", "accept_then_hang_up", "lose_response"])
@pytest.mark.parametrize("method", ["chat.postMessage", "chat.update"])
def test_what_breaks_off_at_the_end_is_looked_for_before_it_is_said_again(
    method: str, fault: str, tmp_path: Path
) -> None:
    """Nobody knows whether it arrived: it stays in the inbox, and the next attempt reads back."""

    async def scenario(world: DeskWorld) -> None:
        if method == "chat.postMessage":
            world.faults.server_error("chat.startStream")
        getattr(world.faults, fault)(method)
        item = await world.arrived(world.said())
        with capture_logs() as logs, pytest.raises(TROUBLE):
            await world.desk.take(item)
        assert not [one for one in logs if one["event"] == "slack_refused"]
        world.restart()
        assert await world.take_up() == 1
        only_answer(world)

    play(scenario, tmp_path)


def test_not_so_fast_is_waited_for_and_said_once(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        world.faults.server_error("chat.startStream")
        world.faults.rate_limit("chat.postMessage", times=2, retry_after=1)
        await world.take(world.said())
        only_answer(world)

    play(scenario, tmp_path)


def test_too_many_not_so_fast_leave_it_for_later(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        world.faults.server_error("chat.startStream")
        world.faults.rate_limit("chat.postMessage", times=3, retry_after=0)
        item = await world.arrived(world.said())
        with pytest.raises(SlackApiError):
            await world.desk.take(item)
        assert await world.take_up() == 1
        only_answer(world)

    play(scenario, tmp_path)


def test_a_stream_that_died_of_old_age_is_replaced(tmp_path: Path) -> None:
    now = [0.0]

    async def scenario(world: DeskWorld) -> None:
        world.part_by_part()
        stream = world.router.pace

        def age() -> None:
            stream()
            now[0] += 400

        world.router.pace = age
        with capture_logs() as logs:
            await world.take(world.said())
        only_answer(world)
        assert "message_not_in_streaming_state" in [one.get("reason") for one in logs]

    play(scenario, tmp_path, monotonic=lambda: now[0], stream_lifetime_s=300)


def test_a_message_that_somebody_took_away_is_said_anew(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        body = world.said()
        item = await world.arrived(body)
        begun = world.posted("はじめの", thread_ts=body["event"]["ts"])
        await world.inbox.note_reply(item.id, world.dm, begun.ts)
        world.state.delete_message(begun)
        assert await world.take_up() == 1
        only_answer(world)

    play(scenario, tmp_path)


def test_an_inbox_that_cannot_note_the_message_does_not_keep_the_answer_back(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        async def broken(id: str, conversation: str, message: str) -> None:
            raise StorageError("database", "locked")

        world.inbox.note_reply = broken  # type: ignore[method-assign]
        await world.take(world.said())
        only_answer(world)

    play(scenario, tmp_path)


def test_blocks_that_slack_refuses_are_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario(world: DeskWorld) -> None:
        drawing = type(world.desk._clerk.drawing("ja"))
        drawn = drawing.message

        def wrong(self: Any, reply: Reply) -> Any:
            found = drawn(self, reply)
            return type(found)(found.text, [{"type": "nonsense"}], found.cut)

        monkeypatch.setattr(drawing, "message", wrong)
        world.faults.server_error("chat.startStream")
        await world.take(world.said())
        assert not only_answer(world).blocks

    play(scenario, tmp_path)


def test_a_reply_without_parts_to_hear_is_posted_once(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        await world.take(world.said())
        (answer,) = world.ours()
        assert "chat.startStream" not in world.client.calls
        assert answer.unfurl_links is False
        assert answer.unfurl_media is False

    play(scenario, tmp_path, ScriptedRouter(lambda _: Reply(parts=WHOLE.parts[:0])))


def test_what_is_no_question_to_us_gets_neither_status_nor_answer(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        root = world.state.say(PERSON, CHANNEL, "はじめ")
        await world.take(world.said("そうですね", channel=CHANNEL, thread_ts=root.ts))
        assert not world.ours(CHANNEL)
        assert not world.state.statuses

    play(scenario, tmp_path, ScriptedRouter(lambda _: None))


def test_nothing_that_streams_can_act(tmp_path: Path) -> None:
    attack = (
        "<!channel> <@U0SUZUKI> [押して](https://evil.example) https://evil.example ![x](https://evil.example/x.png)"
    )

    async def scenario(world: DeskWorld) -> None:
        streamed: list[str] = []
        world.state.subscribe(
            lambda change: streamed.append(getattr(change.data.get("message"), "markdown", None) or "")
        )
        world.faults.server_error("chat.update")
        with pytest.raises(SlackApiError):
            await world.take(world.said())
        text = "".join(streamed)
        assert "押して" in text
        assert "<!channel>" not in text
        assert "](https://" not in text
        assert "https://evil" not in text

    play(scenario, tmp_path, ScriptedRouter(lambda _: Reply(state="answered", parts=(Quoted(attack, 1),))))
