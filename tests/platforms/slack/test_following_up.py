"""What is promised for later: the promise stands at once, what follows comes once, with its files, whatever dies."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.core import actions
from bot.core.messages import Message, Reply, Request, Said
from bot.workspace.records import Message as Posted
from tests.fakes.router import ScriptedRouter
from tests.platforms.slack.desk_world import DeskWorld, Died, play
from tests.platforms.slack.test_carrying import REPLY, TABLE, carrying, of

pytestmark = pytest.mark.loopback
PROMISE = Reply(parts=(Said(Message("pack-making")),), later=lambda: REPLY)


def words(world: DeskWorld) -> list[Posted]:
    return [one for one in world.ours() if not one.files]


def test_the_promise_stands_before_it_is_kept(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        seen: list[list[str]] = []

        def later() -> Reply:
            seen.append([one.text for one in words(world)])
            return REPLY

        world.router.script = of(replace(PROMISE, later=later)).script
        body = world.said()
        await world.take(body)
        making = world.sentences.say(Message("pack-making"), locale="ja")
        assert [[making in text for text in texts] for texts in seen] == [[True]]
        (carrier,) = carrying(world)
        promised, kept = words(world)
        assert making in promised.text
        assert making not in kept.text
        assert {carrier.thread_ts, kept.thread_ts, promised.thread_ts} == {body["event"]["ts"]}

    play(scenario, tmp_path, of(PROMISE))


def _calls(tmp_path: Path) -> int:
    counted: list[int] = []

    async def scenario(world: DeskWorld) -> None:
        await world.take(world.said())
        counted.append(len(world.client.calls))

    play(scenario, tmp_path, of(PROMISE))
    return counted[0]


def test_a_process_that_dies_anywhere_leaves_one_promise_one_message_and_one_file(tmp_path: Path) -> None:
    calls = _calls(tmp_path)
    assert calls >= 6
    for moment in ("dies_before", "dies_after"):
        for number in range(calls):

            async def scenario(world: DeskWorld, moment: str = moment, number: int = number) -> None:
                body = world.said()
                setattr(world.client, moment, number)
                item = await world.arrived(body)
                try:
                    await world.desk.take(item)
                    await world.inbox.finish(item.id)
                except Died:
                    world.restart()
                    await world.take_up()
                assert (len(words(world)), len(carrying(world))) == (2, 1), (moment, number, world.client.calls)

            play(scenario, tmp_path, of(PROMISE))


def test_where_it_fails_the_person_is_told_what_to_do(tmp_path: Path) -> None:
    def broken() -> Reply:
        raise RuntimeError("words of a firm")

    async def scenario(world: DeskWorld) -> None:
        await world.take(world.said())
        *_, told = words(world)
        assert "もう一度お申し付けください" in told.text
        assert "words of a firm" not in told.text
        assert carrying(world) == []

    play(scenario, tmp_path, of(replace(PROMISE, later=broken)))


@pytest.mark.parametrize("is_on_the_page", [False, True])
def test_what_a_press_promises_comes_where_it_was_pressed(is_on_the_page: bool, tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        upon = None if is_on_the_page else world.posted("前の答え")
        await world.take(world.pressed(actions.PACK, upon=upon))
        (carrier,) = carrying(world)
        assert carrier.channel == world.dm
        assert carrier.thread_ts == (upon.ts if upon else None)

    play(scenario, tmp_path, of(PROMISE))


def test_what_a_sheet_promises_comes_in_the_direct_conversation(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        await world.take(world.pressed(actions.CHANGEOVER_FILES, upon=None))
        (carrier,) = carrying(world)
        assert carrier.channel == world.dm

    def script(_: Request) -> Reply:
        return replace(PROMISE, parts=(*PROMISE.parts, Said(TABLE.title)))

    play(scenario, tmp_path, ScriptedRouter(script))
