"""Replies that stand beside their message, and presses of one message that come at the same moment."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from bot.core import actions
from bot.core.messages import Field, Message, Offer, Opened, Pressed, Quoted, Reply, Request
from bot.platforms.slack.turns import Turns
from tests.fakes.router import ScriptedRouter
from tests.platforms.slack.desk_world import DeskWorld, play
from tests.platforms.slack.local_slack import CHANNEL
from tests.platforms.slack.test_pressing import form

pytestmark = pytest.mark.loopback
BEHIND = Reply(parts=(Quoted("記録した面談"),))
NOTED = Reply(parts=(Quoted("ありがとうございます"),), behind=BEHIND)
NEXT = replace(
    NOTED,
    parts=(*NOTED.parts, Field(name="text", label=Message("handover-label-answered"))),
    submit=Offer(actions.ANSWER_SEND, "h-1", Message("offer-useful")),
)
REASON = replace(NOTED, is_aside=True)


@pytest.mark.parametrize("reply", [NOTED, NEXT, REASON], ids=["done", "the next question", "a reason"])
def test_the_sheet_says_one_thing_and_the_message_becomes_another(reply: Reply, tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        notice = world.posted("前の面談")
        body = form(world, actions.ANSWER_SEND, upon=(notice.channel, notice.ts))
        await world.take(body)
        assert notice.text == "記録した面談"
        assert "ありがとうございます" in str(world.state.views[body["view"]["id"]].content)
        assert not world.whispered()

    play(scenario, tmp_path, ScriptedRouter(lambda _: reply))


def test_from_the_page_the_page_is_drawn_again(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        body = form(world, actions.ANSWER_SEND)
        await world.take(body)
        assert "ありがとうございます" in str(world.state.views[body["view"]["id"]].content)
        assert [type(one) for one in world.router.asked] == [Pressed, Opened]
        assert world.state.home("U0SATO") is not None
        assert not world.ours()

    play(scenario, tmp_path, ScriptedRouter(lambda _: NOTED))


def test_a_sheet_that_is_opened_can_change_its_message_too(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        view, message = world.sheet(), world.posted("前の面談")
        await world.take(world.pressed(actions.SHOW_PASSAGE, "q-1:1", upon=message), view_id=view.id)
        assert message.text == "記録した面談"
        assert "ありがとうございます" in str(world.state.views[view.id].content)

    play(scenario, tmp_path, ScriptedRouter(lambda _: NOTED))


def test_a_reason_is_whispered_while_the_message_shows_how_things_stand(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        message = world.posted("前の面談", channel=CHANNEL)
        await world.take(world.pressed(actions.WITHDRAW, upon=message))
        assert message.text == "記録した面談"
        assert ["ありがとうございます" in one.text for one in world.whispered()] == [True]

    play(scenario, tmp_path, ScriptedRouter(lambda _: REASON))


@pytest.mark.parametrize("is_form", [False, True], ids=["a press", "a form"])
def test_what_cannot_be_shown_in_its_message_any_more_is_whispered(is_form: bool, tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        message = world.posted("前の面談")
        upon = (message.channel, message.ts)
        body = form(world, actions.ANSWER_SEND, upon=upon) if is_form else world.pressed(actions.LEAVE, upon=message)
        world.state.delete_message(message)
        await world.take(body)
        assert [one.text for one in world.whispered()] == ["記録した面談"]

    play(scenario, tmp_path, ScriptedRouter(lambda _: NOTED if is_form else BEHIND))


class TwoAtOnce:
    """Counts presses. The first one's reply, made first, is held back until the second is through, or cannot be."""

    def __init__(self) -> None:
        self.count, self.first_made, self.second_done = 0, threading.Event(), threading.Event()

    def __call__(self, request: Request) -> Reply:
        if not isinstance(request, Pressed):
            return Reply()
        self.count += 1
        reply = Reply(parts=(Quoted(f"{self.count}番目の状態"),))
        if self.count == 1:
            self.first_made.set()
            self.second_done.wait(0.5)
        return reply


def test_of_two_presses_of_one_message_the_later_state_stays(tmp_path: Path) -> None:
    script = TwoAtOnce()

    async def scenario(world: DeskWorld) -> None:
        message = world.posted("一覧")
        first = await world.arrived(world.pressed(actions.WITHDRAW, "q-1", upon=message, at="1763700001.1"))
        second = await world.arrived(world.pressed(actions.LEAVE, "q-2", upon=message, at="1763700001.2"))

        async def press_second() -> None:
            await asyncio.to_thread(script.first_made.wait, 5)
            await world.desk.take(second)
            script.second_done.set()

        await asyncio.gather(world.desk.take(first), press_second())
        assert script.count == 2
        assert message.text == "2番目の状態"

    play(scenario, tmp_path, ScriptedRouter(script))


def test_presses_of_different_messages_do_not_wait_for_each_other() -> None:
    async def scenario() -> None:
        turns = Turns()
        async with turns.of("D1", "1.1"):
            assert turns.of("D1", "1.1").locked()
            assert not turns.of("D1", "1.2").locked()
            assert not turns.of("D2", "1.1").locked()
        assert not turns.of("D1", "1.1").locked()

    asyncio.run(scenario())
