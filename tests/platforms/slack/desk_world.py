"""The desk in a real workspace on this machine, with a real inbox; only the router is scripted."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any, cast

import aiohttp
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.storage.database import Database, open_database
from bot.core.messages import Sentences
from bot.core.router import Router
from bot.platforms.slack.arrivals import arrival_of
from bot.platforms.slack.desk import SlackDesk
from bot.platforms.slack.inbox_writer import InboxWriter
from bot.platforms.slack.ports import Body, Identity, InboxItem, Kind
from bot.platforms.slack.workers import Workers
from bot.workspace.faults import Faults
from bot.workspace.records import Message, View
from bot.workspace.seed import Seed
from bot.workspace.server import Workspace
from bot.workspace.state import WorkspaceState
from tests.catalogues import strict_sentences
from tests.databases import prepared_sqlite
from tests.fakes.router import ScriptedRouter
from tests.platforms.slack import payloads
from tests.platforms.slack.local_slack import BOT_USER, CHANNEL, PERSON, SEED, TOKENS

IDENTITY = Identity(team_id=SEED.team_id, team_name="", bot_user_id=BOT_USER, bot_id=SEED.bot_id)
Json = dict[str, Any]
_NUMBERS = count(1)
"""Of worlds: one test has several in the same folder, each with a database of its own."""


class Died(BaseException):
    """The process ends here."""


class MortalClient(AsyncWebClient):
    """Remembers its calls, and dies before or after one of them where it is told to."""

    calls: list[str]
    streamed: threading.Event
    has_no_stream = False
    dies_before: int | None = None
    dies_after: int | None = None

    async def api_call(self, api_method: str, **arguments: Any) -> Any:
        number = len(self.calls)
        self.calls.append(api_method)
        try:
            if number == self.dies_before:
                raise Died
            answered = await super().api_call(api_method, **arguments)
            if number == self.dies_after:
                raise Died
        except BaseException:
            self.has_no_stream |= api_method.endswith("Stream")
            raise
        finally:
            if api_method.endswith("Stream"):
                self.streamed.set()
        return answered


@dataclass
class DeskWorld:
    """A workspace, and the desk of the process that runs just now."""

    workspace: Workspace
    database: Database
    router: ScriptedRouter
    sentences: Sentences
    session: aiohttp.ClientSession
    client: MortalClient
    desk: SlackDesk
    inbox: InboxWriter
    workers: Workers

    @property
    def state(self) -> WorkspaceState:
        return self.workspace.state

    @property
    def faults(self) -> Faults:
        return self.workspace.faults

    def part_by_part(self) -> None:
        """Have every part stand in the stream before the next one comes."""

        def wait() -> None:
            if not self.client.has_no_stream:
                self.client.streamed.wait(5)
                self.client.streamed.clear()

        self.router.pace = wait

    @property
    def dm(self) -> str:
        """The bot's direct conversation with the person."""
        return self.state.im_between(PERSON, BOT_USER).id

    def restart(self) -> None:
        """Another process, that remembers nothing."""
        self.workers.close()
        self.router.pace = lambda: None
        self.client = _client(self.workspace, self.session)
        self.workers = Workers(quick=2, slow=4)
        self.desk = _desk(self.client, self.workers, self.inbox, self.router, self.sentences)

    async def arrived(self, body: Body, *, view_id: str | None = None) -> InboxItem:
        """Write a payload down, as the receiving part does."""
        arrival = arrival_of(body, bot_user_id=BOT_USER)
        assert arrival is not None, body
        assert await self.inbox.claim(arrival.id, arrival.kind, body)
        now = datetime.now(UTC)
        return InboxItem(
            id=arrival.id, kind=arrival.kind, name=arrival.name, body=body, received_at=now, view_id=view_id
        )

    async def take(self, body: Body, *, view_id: str | None = None) -> InboxItem:
        """Take a payload and finish with it."""
        item = await self.arrived(body, view_id=view_id)
        await self.desk.take(item)
        await self.inbox.finish(item.id)
        return item

    async def take_up(self) -> int:
        """Take up what is not finished, and finish with it; returns how many there were."""
        kept = await self.inbox.take_up_unfinished(underway=frozenset())
        for row in kept:
            item = InboxItem(
                id=row.id,
                kind=Kind(row.kind),
                name="",
                body=row.body,
                received_at=row.received_at,
                attempts=row.attempts,
                reply=row.reply,
            )
            await self.desk.take_up(item)
            await self.inbox.finish(item.id)
        return len(kept)

    def said(self, text: str = "ねじは?", *, channel: str = "", **fields: Any) -> Json:
        """Somebody says something in the workspace; returns the event that comes of it."""
        place = channel or self.dm
        message = self.state.say(PERSON, place, text, **fields)
        kind = "channel" if place == CHANNEL else "im"
        more = {"thread_ts": message.thread_ts} if message.thread_ts else {}
        return payloads.said(message.text, ts=message.ts, channel=place, channel_type=kind, **more)

    def pressed(self, action: str, reference: str = "q-1", *, upon: Message | None = None, **fields: Any) -> Json:
        """Somebody presses a button of a message of ours, or of their page; `fields` change the body."""
        body = payloads.press(f"{action}.1", **fields)
        body["actions"][0]["value"] = reference
        if upon is None:
            body |= {"container": {"type": "view", "view_id": "V0HOME"}, "view": {"id": "V0HOME", "type": "home"}}
            return {name: value for name, value in body.items() if name not in ("message", "channel")}
        thread = {"thread_ts": upon.thread_ts} if upon.thread_ts else {}
        container = {"type": "message", "message_ts": upon.ts, "channel_id": upon.channel, **thread}
        return {**body, "container": container, "channel": {"id": upon.channel}, "message": {"ts": upon.ts, **thread}}

    def ours(self, channel: str = "") -> list[Message]:
        """What we have said in a conversation, seen by everybody there."""
        held = self.state.messages.get(channel or self.dm, {}).values()
        return [one for one in held if one.user == BOT_USER and not one.deleted]

    def posted(self, text: str = "…", *, channel: str = "", **fields: Any) -> Message:
        """A message of ours that stands there already."""
        return self.state.add_message(
            channel or self.dm, BOT_USER, text=text, bot_id=SEED.bot_id, app_id=SEED.app_id, **fields
        )

    def whispered(self) -> list[Message]:
        """What one person alone was shown."""
        return list(self.state.ephemerals.values())

    def sheet(self, **fields: Any) -> View:
        """A sheet of ours that is open."""
        drawn = SlackDesk.acknowledgement(self.desk, {"user": {"id": PERSON}})
        assert drawn is not None
        return self.state.open_view(PERSON, {**drawn["view"], **fields})


Scenario = Callable[[DeskWorld], Awaitable[None]]


def play(scenario: Scenario, folder: Path, router: ScriptedRouter | None = None, **settings: Any) -> None:
    """Run a scenario in a world of its own; one that hangs fails."""

    async def in_time() -> None:
        async with asyncio.timeout(60), desk_world(folder, router or ScriptedRouter(), **settings) as world:
            await scenario(world)

    asyncio.run(in_time())


@asynccontextmanager
async def desk_world(folder: Path, router: ScriptedRouter, **settings: Any) -> AsyncIterator[DeskWorld]:
    """A world. `settings` are the workspace's; `seed` another one than usual."""
    seed: Seed = settings.pop("seed", SEED)
    workspace = Workspace(seed, app=TOKENS, **settings)
    await workspace.start()
    database = open_database(prepared_sqlite(folder / f"world-{next(_NUMBERS)}.sqlite3"))
    inbox, workers = InboxWriter(database.inbox), Workers(quick=2, slow=4)
    sentences = strict_sentences()
    session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10))
    client = _client(workspace, session)
    desk = _desk(client, workers, inbox, router, sentences)
    world = DeskWorld(workspace, database, router, sentences, session, client, desk, inbox, workers)
    try:
        yield world
    finally:
        await session.close()
        world.workers.close(timeout_s=5)
        inbox.close()
        database.close()
        await workspace.stop()


def _client(workspace: Workspace, session: aiohttp.ClientSession) -> MortalClient:
    again = AsyncRateLimitErrorRetryHandler(max_retry_count=2)
    client = MortalClient(
        token=TOKENS.bot_token, base_url=workspace.api_url, session=session, retry_handlers=[again], timeout=10
    )
    client.calls, client.streamed = [], threading.Event()
    return client


def _desk(
    client: AsyncWebClient, workers: Workers, inbox: InboxWriter, router: ScriptedRouter, sentences: Sentences
) -> SlackDesk:
    return SlackDesk(
        client=client,
        identity=IDENTITY,
        workers=workers,
        inbox=inbox,
        router=cast(Router, router),
        sentences=sentences,
    )


def in_channel(body: Json) -> Json:
    """The event, in a channel with a mention of us."""
    return replace_event(body, text=f"<@{BOT_USER}> {body['event']['text']}")


def replace_event(body: Json, **changes: Any) -> Json:
    """The event with something changed."""
    return {**body, "event": {**body["event"], **changes}}
