"""Sheets that are open: putting what is known into them, without losing it to an acknowledgement on its way."""

from __future__ import annotations

import asyncio
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

_TRIES, _PAUSE_S = 20, 0.15


async def fill_sheet(client: AsyncWebClient, view_id: str, view: dict[str, Any], *, sent_hash: str = "") -> None:
    """Show `view` in a sheet that is open. Raises what may come of a call; SlackApiError not_found where it is closed.

    `sent_hash` is the hash of a form that was sent. Its acknowledgement empties the sheet and travels on another line:
    Slack may carry it out after our call, and what we have shown is gone. While the hash that we know is still the
    sheet's, the acknowledgement has not been there; once it has, the sheet is filled for good.
    """
    for _ in range(_TRIES if sent_hash else 0):
        sent_hash = await _while_held(client, view_id, view, sent_hash)
        if not sent_hash:
            break
        await asyncio.sleep(_PAUSE_S)
    else:
        if sent_hash:
            return
    await client.views_update(view_id=view_id, view=view)


async def _while_held(client: AsyncWebClient, view_id: str, view: dict[str, Any], held: str) -> str:
    """Show `view` if the sheet still has this hash, and return its new one; "" where it has another by now."""
    try:
        answer = await client.views_update(view_id=view_id, view=view, hash=held)
    except SlackApiError as error:
        if error.response.get("error") == "hash_conflict":
            return ""
        raise
    shown: Any = answer.get("view") or {}
    return str(shown.get("hash") or "")
