"""What an earlier attempt had already said: read back from Slack, so that nothing is answered twice."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.core.messages import Place
from bot.platforms.slack.presenting import METADATA
from bot.platforms.slack.troubles import reason_of

_A_PAGE = 200
_NO_THREAD = {"thread_not_found", "invalid_thread_ts"}


async def posted_before(
    client: AsyncWebClient, *, item_id: str, place: Place, after: str, bot: str, streams: bool = True
) -> str:
    """The timestamp of our message that answers the item, or "" where there is none.

    Only what stands `after` a timestamp is looked at. A finished message carries the item's id. A stream carries
    nothing until it ends: a message of ours in the thread that does not and stands right behind the question is the
    one that was cut off, unless nothing streams (`streams` False). Raises SlackApiError: then nothing is known.
    """
    cut_off, is_talked_over = "", False
    async for message in _messages(client, place, after):
        ts = str(message.get("ts") or "")
        if _at(ts) <= _at(after):
            continue
        if message.get("user") != bot:
            # Somebody has written since: a stream that follows answers them.
            is_talked_over = True
            continue
        metadata = message.get("metadata") or {}
        if metadata.get("event_type") == METADATA:
            if (metadata.get("event_payload") or {}).get("item") == item_id:
                return ts
        elif streams and place.thread and not metadata and not (cut_off or is_talked_over):
            cut_off = ts
    return cut_off


async def files_posted(client: AsyncWebClient, *, place: Place, after: str, bot: str) -> Mapping[str, str]:
    """The files of ours that stand in a place since a timestamp: id → name. Raises what may come of a call."""
    return {
        str(file.get("id") or ""): str(file.get("name") or "")
        async for message in _messages(client, place, after)
        if message.get("user") == bot and _at(str(message.get("ts") or "")) > _at(after)
        for file in message.get("files") or []
    }


async def _messages(client: AsyncWebClient, place: Place, after: str) -> AsyncIterator[Mapping[str, Any]]:
    """The thread, oldest first, or the conversation outside of threads, newest first."""
    cursor = ""
    while True:
        where: dict[str, Any] = {"channel": place.conversation, "limit": _A_PAGE, "include_all_metadata": True}
        where |= {name: value for name, value in (("oldest", after), ("cursor", cursor)) if value}
        try:
            if place.thread:
                page = await client.conversations_replies(ts=place.thread, **where)
            else:
                page = await client.conversations_history(**where)
        except SlackApiError as error:
            if reason_of(error) in _NO_THREAD:
                return
            raise
        for message in page.get("messages") or []:
            yield message
        cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            return


def _at(ts: str) -> float:
    try:
        return float(ts)
    except ValueError:
        return 0.0
