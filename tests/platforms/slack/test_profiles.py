"""Who writes and who reads along, asked of a real server: remembered for a while, never for more than is known."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.core.membership.models import Profile
from bot.platforms.slack.profiles import SlackProfiles
from bot.workspace.seed import SeedChannel, SeedUser
from bot.workspace.server import Workspace
from tests.platforms.slack.local_slack import BOT_USER, CHANNEL, OTHER, PERSON, SEED, TOKENS

pytestmark = pytest.mark.loopback
ROOM = "C0ROOM"
MANY = tuple(f"U0MANY{number:03}" for number in range(450))
CROWD = replace(
    SEED,
    users=(*SEED.users, *(SeedUser(id=one, name=one.lower(), real_name=one, locale="en-US") for one in MANY)),
    channels=(*SEED.channels, SeedChannel(id=ROOM, name="room", members=(PERSON, BOT_USER, *MANY))),
)


@dataclass
class World:
    workspace: Workspace
    profiles: SlackProfiles
    seconds: list[float]


def play(scenario: Callable[[World], Awaitable[None]]) -> None:
    async def in_time() -> None:
        workspace = Workspace(CROWD, app=TOKENS, faults=True)
        await workspace.start()
        client = AsyncWebClient(token=TOKENS.bot_token, base_url=workspace.api_url, retry_handlers=[])
        seconds = [1000.0]
        profiles = SlackProfiles(client, SEED.team_id, BOT_USER, monotonic=lambda: seconds[0])
        try:
            async with asyncio.timeout(30):
                await scenario(World(workspace, profiles, seconds))
        finally:
            await workspace.stop()

    asyncio.run(in_time())


def fail(world: World, fault: str, method: str) -> None:
    # What only reads is asked again by aiohttp when the line breaks off.
    times = 1 if fault in ("server_error", "rate_limit") else 2
    getattr(world.workspace.faults, fault)(method, times=times)


def test_somebody_is_as_slack_describes_them_and_is_asked_for_now_and_then() -> None:
    async def scenario(world: World) -> None:
        first = await world.profiles.profile(PERSON)
        assert (first.name, first.email, first.locale) == ("佐藤 花子", "sato@example.jp", "ja")
        assert not first.is_outside
        world.workspace.faults.server_error("users.info")
        assert await world.profiles.profile(PERSON) is first
        assert world.workspace.faults.pending(), "it is remembered"
        world.seconds[0] += 301
        assert await world.profiles.profile(PERSON) is first, "what was known is better than nothing"
        assert not world.workspace.faults.pending()

    play(scenario)


@pytest.mark.parametrize("fault", ["server_error", "accept_then_hang_up", "lose_response", "rate_limit"])
def test_of_whom_slack_says_nothing_only_the_address_is_known(fault: str) -> None:
    async def scenario(world: World) -> None:
        fail(world, fault, "users.info")
        assert await world.profiles.profile(PERSON) == Profile(address=PERSON, name=PERSON)
        assert (await world.profiles.profile(PERSON)).email, "a failure is not remembered"

    play(scenario)


def test_a_language_is_remembered_and_nobody_is_asked_for_it() -> None:
    async def scenario(world: World) -> None:
        assert world.profiles.locale(MANY[0]) == "ja", "before anything is known"
        await world.profiles.profile(MANY[0])
        assert world.profiles.locale(MANY[0]) == "en"
        world.profiles.note_locale(MANY[0], "ja")
        assert world.profiles.locale(MANY[0]) == "ja", "what people said of them goes before what Slack says"

    play(scenario)


def test_everybody_present_is_counted_page_by_page_and_not_ourselves() -> None:
    async def scenario(world: World) -> None:
        assert await world.profiles.present(ROOM) == frozenset({PERSON, *MANY})

    play(scenario)


@pytest.mark.parametrize("fault", ["server_error", "accept_then_hang_up", "lose_response", "rate_limit"])
def test_where_slack_does_not_say_nobody_knows_and_it_is_not_remembered(fault: str) -> None:
    async def scenario(world: World) -> None:
        fail(world, fault, "conversations.members")
        assert await world.profiles.present(ROOM) is None
        assert await world.profiles.present(ROOM) is not None
        assert await world.profiles.present("C0NOWHERE") is None

    play(scenario)


def test_half_of_the_pages_are_not_everybody() -> None:
    async def scenario(world: World) -> None:
        asked = world.profiles.client.conversations_members
        calls = [0]

        async def second_fails(**arguments: object) -> object:
            calls[0] += 1
            if calls[0] == 2:
                world.workspace.faults.server_error("conversations.members")
            return await asked(**arguments)  # type: ignore[arg-type]

        world.profiles.client.conversations_members = second_fails  # type: ignore[assignment, method-assign]
        assert await world.profiles.present(ROOM) is None

    play(scenario)


def test_somebody_who_comes_in_is_seen_by_the_event_or_a_little_later() -> None:
    async def scenario(world: World) -> None:
        members = world.workspace.state.channel(CHANNEL).members
        members.remove(OTHER)
        assert await world.profiles.present(CHANNEL) == frozenset({PERSON})
        members.append(OTHER)
        assert await world.profiles.present(CHANNEL) == frozenset({PERSON}), "remembered"
        world.profiles.forget_present(CHANNEL)
        assert await world.profiles.present(CHANNEL) == frozenset({PERSON, OTHER})
        members.remove(OTHER)
        world.seconds[0] += 21
        assert await world.profiles.present(CHANNEL) == frozenset({PERSON})

    play(scenario)


def test_who_comes_in_while_we_ask_is_not_forgotten() -> None:
    async def scenario(world: World) -> None:
        members = world.workspace.state.channel(CHANNEL).members
        members.remove(OTHER)
        asked = world.profiles.client.conversations_members

        async def meanwhile(**arguments: object) -> object:
            answer = await asked(**arguments)  # type: ignore[arg-type]
            if OTHER not in members:
                members.append(OTHER)
                world.profiles.forget_present(CHANNEL)
            return answer

        world.profiles.client.conversations_members = meanwhile  # type: ignore[assignment, method-assign]
        await world.profiles.present(CHANNEL)
        assert await world.profiles.present(CHANNEL) == frozenset({PERSON, OTHER})

    play(scenario)


@pytest.mark.parametrize("said", [{"is_stranger": True}, {"team_id": "T0ELSEWHERE"}])
def test_somebody_of_another_organisation_is_outside(said: dict[str, object]) -> None:
    async def scenario(world: World) -> None:
        asked = world.profiles.client.users_info

        async def elsewhere(**arguments: object) -> object:
            answer = await asked(**arguments)  # type: ignore[arg-type]
            return {"user": {**answer["user"], **said}}

        world.profiles.client.users_info = elsewhere  # type: ignore[assignment, method-assign]
        assert (await world.profiles.profile(PERSON)).is_outside

    play(scenario)
