"""Run by test_killed_while_serving.py as a process of its own: the real transport with a small desk, which kills it.

Usage: serving_process.py OPTIONS.json, with {"database", "transport", "api_url", "port", "kill_at"}. `kill_at` is "" or
a point: `claimed` (written down, not acknowledged), `acknowledged` (work begins), `answered` (the answer is posted, the
item is not finished), `noted` (the answer is also noted in the inbox). Prints one line with its address when it serves.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.adapters.storage.database import open_database
from bot.platforms.slack.inbox_writer import InboxWriter
from bot.platforms.slack.options import SlackOptions
from bot.platforms.slack.ports import Body, InboxItem
from bot.platforms.slack.serving import Office, Serving, SlackParts, Started
from tests.platforms.slack.local_slack import TOKENS


class AnsweringDesk:
    """Answers every message once in its thread; before a second attempt it reads the thread back."""

    def __init__(self, parts: SlackParts, kill_at: str) -> None:
        self._client, self._inbox, self._kill_at = parts.client, parts.inbox, kill_at

    async def open_sheet(self, body: Body) -> str | None:
        return None

    def acknowledgement(self, body: Body) -> Body | None:
        return None

    async def take(self, item: InboxItem) -> None:
        reach("acknowledged", self._kill_at)
        await self._answer(item)

    async def take_up(self, item: InboxItem) -> None:
        if item.reply is None and not await self._has_answered(item):
            await self._answer(item)

    async def apologise(self, body: Body, *, view_id: str | None) -> None:
        return None

    async def _answer(self, item: InboxItem) -> None:
        event = item.body["event"]
        about = {"event_type": "answer", "event_payload": {"item": item.id}}
        posted = await self._client.chat_postMessage(
            channel=event["channel"], thread_ts=event["ts"], text=f"答え: {event['text']}", metadata=about
        )
        reach("answered", self._kill_at)
        await self._inbox.note_reply(item.id, event["channel"], str(posted["ts"]))
        reach("noted", self._kill_at)

    async def _has_answered(self, item: InboxItem) -> bool:
        event = item.body["event"]
        thread = await self._client.conversations_replies(
            channel=event["channel"], ts=event["ts"], include_all_metadata=True
        )
        found = [message.get("metadata", {}) for message in thread["messages"]]
        return any(one.get("event_payload", {}).get("item") == item.id for one in found if one)


def reach(point: str, kill_at: str) -> None:
    if point == kill_at:
        os.kill(os.getpid(), signal.SIGKILL)


def watch_claims(kill_at: str) -> None:
    """The point between the inbox and the acknowledgement; nothing in the program knows of it."""
    claim = InboxWriter.claim

    async def watched(self: InboxWriter, *arguments: Any) -> bool:
        is_new = await claim(self, *arguments)
        reach("claimed", kill_at)
        return is_new

    InboxWriter.claim = watched  # type: ignore[method-assign,assignment]


async def serve(given: Mapping[str, Any]) -> None:
    database = open_database(Path(given["database"]))
    is_socket = given["transport"] == "socket"
    options = SlackOptions(
        bot_token=TOKENS.bot_token,
        app_token=TOKENS.app_token if is_socket else "",
        signing_secret=TOKENS.signing_secret,
        api_url=given["api_url"],
        port=given["port"],
    )
    kill_at = given["kill_at"]
    watch_claims(kill_at)
    serving = Serving(
        options, inbox=database.inbox, make_office=lambda parts: Office(desk=AnsweringDesk(parts, kill_at))
    )
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)

    def started(now: Started) -> None:
        sys.stdout.write(f"serving {now.address}\n")
        sys.stdout.flush()

    await serving.run(stop, started)
    database.close()


if __name__ == "__main__":
    asyncio.run(serve(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))))
