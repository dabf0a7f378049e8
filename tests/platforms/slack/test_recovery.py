"""Killed at any call to Slack and taken up again: one answer, whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.core.messages import Place
from bot.platforms.slack.recovery import posted_before
from bot.workspace.records import Message
from tests.fakes.router import SAID
from tests.platforms.slack import payloads
from tests.platforms.slack.desk_world import DeskWorld, Died, Json, Scenario, in_channel, play
from tests.platforms.slack.local_slack import BOT_USER, CHANNEL, OTHER, PERSON

pytestmark = pytest.mark.loopback
Start = Callable[[DeskWorld], Json]


def _asked(world: DeskWorld) -> Json:
    return world.said()


def _mentioned(world: DeskWorld) -> Json:
    return in_channel(world.said(channel=CHANNEL))


def _in_a_thread(world: DeskWorld) -> Json:
    root = world.state.say(PERSON, world.dm, "はじめまして")
    world.posted("前の答え", thread_ts=root.ts, metadata={"event_type": "minori_reply", "event_payload": {"item": "x"}})
    return world.said(thread_ts=root.ts)


def _offered(world: DeskWorld) -> Json:
    root = world.state.say(PERSON, world.dm, "はじめに")
    return world.pressed("ask", "ねじは?", upon=world.posted(thread_ts=root.ts))


def _from_the_page(world: DeskWorld) -> Json:
    return world.pressed("ask", "ねじは?")


def _command(world: DeskWorld) -> Json:
    return payloads.command("ねじは?")


def answers(world: DeskWorld) -> list[Message]:
    """Everything of ours that holds a part of the answer."""
    everywhere = [*world.ours(), *world.ours(CHANNEL)]
    return [one for one in everywhere if any(part in one.text + (one.markdown or "") for part in SAID)]


@pytest.mark.parametrize(
    "start", [_asked, _mentioned, _in_a_thread, _offered, _from_the_page, _command], ids=lambda start: start.__name__
)
def test_killed_at_any_call_and_taken_up_there_is_one_answer_and_it_is_whole(start: Start, tmp_path: Path) -> None:
    async def undisturbed(world: DeskWorld) -> None:
        _stream_if_it_can(world, start)
        await world.take(start(world))
        _is_one_and_whole(world)
        calls.extend(world.client.calls)

    calls: list[str] = []
    play(undisturbed, tmp_path)
    assert "chat.postMessage" in calls or "chat.startStream" in calls
    for number in range(len(calls)):
        for moment in ("dies_before", "dies_after"):
            play(_killed(start, moment, number), tmp_path)


def _stream_if_it_can(world: DeskWorld, start: Start) -> None:
    # Outside of a thread nothing streams.
    if start not in (_from_the_page, _command):
        world.part_by_part()


def _killed(start: Start, moment: str, number: int) -> Scenario:
    async def scenario(world: DeskWorld) -> None:
        item = await world.arrived(start(world))
        _stream_if_it_can(world, start)
        setattr(world.client, moment, number)
        with pytest.raises(Died):
            await world.desk.take(item)
        world.restart()
        assert await world.take_up() == 1
        _is_one_and_whole(world, f"{moment} {number} {world.client.calls}")

    return scenario


def _is_one_and_whole(world: DeskWorld, when: str = "") -> None:
    found = answers(world)
    assert len(found) == 1, (when, [(one.text, one.markdown) for one in found])
    assert all(part in found[0].text for part in SAID), when
    assert not found[0].streaming, when


def test_two_attempts_that_die_leave_one_answer_to_the_third(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        item = await world.arrived(world.said())
        world.faults.lose_response("chat.startStream")
        world.faults.lose_response("chat.stopStream")
        world.faults.lose_response("chat.update", times=2)
        for attempt in (world.desk.take(item), world.take_up()):
            with pytest.raises(Exception, match=r".*"):
                await attempt
            world.restart()
        assert await world.take_up() == 1
        _is_one_and_whole(world)

    play(scenario, tmp_path)


def test_only_what_answers_this_question_is_taken_for_its_answer(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        root = world.state.say(PERSON, CHANNEL, "はじめ")
        place = Place(conversation=CHANNEL, thread=root.ts, is_direct=False)

        async def found(after: str, item: str = "said:1", *, streams: bool = True) -> str:
            return await posted_before(
                world.client, item_id=item, place=place, after=after, bot=BOT_USER, streams=streams
            )

        before = world.posted("前のもの", channel=CHANNEL, thread_ts=root.ts)
        question = world.state.say(PERSON, CHANNEL, "ねじは?", thread_ts=root.ts)
        assert await found(question.ts) == "", "what stands before the question answers another"
        owed = {"event_type": "minori_delivery", "event_payload": {"delivery": "d-1"}}
        world.posted("コーディネーターから", channel=CHANNEL, thread_ts=root.ts, metadata=owed)
        assert await found(question.ts) == "", "what was owed is no answer"
        cut_off = world.posted("切れた", channel=CHANNEL, thread_ts=root.ts)
        assert await found(question.ts) == cut_off.ts
        assert await found(question.ts, streams=False) == ""
        world.state.say(OTHER, CHANNEL, "ほかの話", thread_ts=root.ts)
        world.posted("ほかへの答え", channel=CHANNEL, thread_ts=root.ts)
        whole = {"event_type": "minori_reply", "event_payload": {"item": "said:1"}}
        answer = world.posted("答え", channel=CHANNEL, thread_ts=root.ts, metadata=whole)
        assert await found(question.ts) == answer.ts, "the mark goes before the guess"
        assert await found(before.ts, "said:other") == "", "somebody had written before the cut-off one"

    play(scenario, tmp_path)


def test_a_long_thread_is_read_to_its_end(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        question = world.state.say(PERSON, CHANNEL, "ねじは?")
        for number in range(450):
            world.state.say(OTHER, CHANNEL, f"{number}", thread_ts=question.ts)
        whole = {"event_type": "minori_reply", "event_payload": {"item": "said:1"}}
        answer = world.posted("答え", channel=CHANNEL, thread_ts=question.ts, metadata=whole)
        place = Place(conversation=CHANNEL, thread=question.ts, is_direct=False)
        found = await posted_before(world.client, item_id="said:1", place=place, after=question.ts, bot=BOT_USER)
        assert found == answer.ts

    play(scenario, tmp_path)


def test_a_thread_that_is_gone_holds_no_answer(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        place = Place(conversation=CHANNEL, thread="1700000000.000100", is_direct=False)
        found = await posted_before(world.client, item_id="x", place=place, after="1700000000.000100", bot=BOT_USER)
        assert found == ""

    play(scenario, tmp_path)
