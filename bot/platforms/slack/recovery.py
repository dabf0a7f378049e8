"""What an earlier process had already said: read back from the thread, so that nothing is answered twice."""

from __future__ import annotations

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.core.messages import Place
from bot.platforms.slack.presenting import METADATA

_MOST_READ = 200


async def posted_before(
    client: AsyncWebClient, *, item_id: str, place: Place, after: str, bot: str, streams: bool = True
) -> str:
    """The timestamp of our message that answers the item, or "" where there is none.

    A finished message carries the item's id. A stream carries nothing until it ends: a message of ours that does not
    and stands right behind the question is the one that was cut off, unless nothing streams (`streams` False).
    Raises SlackApiError: then nothing is known.
    """
    if not place.thread:
        return ""
    try:
        answered = await client.conversations_replies(
            channel=place.conversation,
            ts=place.thread,
            oldest=after,
            include_all_metadata=True,
            limit=_MOST_READ,
        )
    except SlackApiError as error:
        if error.response.get("error") == "thread_not_found":
            return ""
        raise
    cut_off = ""
    for message in answered.get("messages") or []:
        ts = str(message.get("ts") or "")
        if message.get("user") != bot or float(ts) <= float(after):
            if cut_off == "" and ts and float(ts) > float(after):
                # Somebody has written since: what follows answers them.
                break
            continue
        metadata = message.get("metadata") or {}
        if metadata.get("event_type") == METADATA:
            if (metadata.get("event_payload") or {}).get("item") == item_id:
                return ts
        elif streams and not metadata and not cut_off:
            cut_off = ts
    return cut_off
