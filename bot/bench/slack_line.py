"""What the measurements of the transport share: signed requests as Slack sends them, and a bot that takes them."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.storage.database import open_database
from bot.core.clock import SystemClock
from bot.platforms.slack.app import make_app
from bot.platforms.slack.http_mode import HttpMode
from bot.platforms.slack.inbox_writer import InboxWriter
from bot.platforms.slack.ports import Desk, Identity
from bot.platforms.slack.receiving import Receiving
from bot.platforms.slack.request_guard import RequestGuard

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"  # noqa: S105 — the example of Slack's own documentation
IDENTITY = Identity(team_id="T0BENCH", team_name="bench", bot_user_id="U0BENCH", bot_id="B0BENCH")


def now() -> float:
    """Unix seconds."""
    return SystemClock().now().timestamp()


def signature(body: bytes, timestamp: str, *, secret: str = SECRET) -> str:
    """What Slack signs a body with."""
    return "v0=" + hmac.new(secret.encode(), b"v0:" + timestamp.encode() + b":" + body, hashlib.sha256).hexdigest()


def signed(body: bytes) -> dict[str, str]:
    """The headers of a genuine event."""
    timestamp = str(int(now()))
    return {
        "Content-Type": "application/json",
        "X-Slack-Request-Timestamp": timestamp,
        "X-Slack-Signature": signature(body, timestamp),
    }


def question(
    number: int, *, channel: str = "D0BENCH", text: str = "展示会で名刺をもらったあと、何をすればいいですか？"
) -> bytes:
    """A direct message, as an Events API body."""
    body: dict[str, Any] = {
        "type": "event_callback",
        "team_id": IDENTITY.team_id,
        "api_app_id": "A0BENCH",
        "event_id": f"Ev{channel}{number:08d}",
        "event_time": 1763700000,
        "authorizations": [{"enterprise_id": None, "team_id": IDENTITY.team_id, "user_id": IDENTITY.bot_user_id}],
        "event": {
            "type": "message",
            "channel": channel,
            "channel_type": "im",
            "user": "U0PERSON",
            "text": text,
            "ts": f"1763700000.{number:06d}",
            "event_ts": f"1763700000.{number:06d}",
        },
    }
    return json.dumps(body, ensure_ascii=False).encode()


@asynccontextmanager
async def our_http_side(folder: Path, desk: Desk) -> AsyncIterator[str]:
    """The real app behind the real guard and server, over a database in `folder`; gives the address to post to."""
    database = open_database(folder / "minori.sqlite3")
    writer = InboxWriter(database.inbox)
    receiving = Receiving(desk=desk, inbox=writer, bot_user_id=IDENTITY.bot_user_id)
    client = AsyncWebClient(token="xoxb-bench")  # noqa: S106 — nothing is ever sent
    app = make_app(client=client, identity=IDENTITY, receiving=receiving, signing_secret=SECRET)
    server = HttpMode(app, RequestGuard(SECRET, real_time=now), host="127.0.0.1", port=0)
    await server.start()
    try:
        yield server.address
    finally:
        await server.stop()
        await receiving.drain(timeout_s=0)
        writer.close()
        database.close()
