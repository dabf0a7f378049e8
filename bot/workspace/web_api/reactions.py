"""reactions.add and reactions.remove."""

from __future__ import annotations

import re

from bot.workspace.errors import ApiError
from bot.workspace.web_api.call import Body, Call, Method

_NAME = re.compile(r"[a-z0-9_+'\-]+(?:::skin-tone-[2-6])?")


def add(call: Call) -> Body:
    """reactions.add."""
    if not _react(call, add=True):
        raise ApiError("already_reacted")
    return {"ok": True}


def remove(call: Call) -> Body:
    """reactions.remove."""
    if not _react(call, add=False):
        raise ApiError("no_reaction")
    return {"ok": True}


def _react(call: Call, *, add: bool) -> bool:
    name = call.arguments.required("name").strip(":")
    if not _NAME.fullmatch(name):
        raise ApiError("invalid_name")
    if "channel" not in call.arguments or "timestamp" not in call.arguments:
        raise ApiError("no_item_specified")
    channel = call.visible_channel()
    ts = call.arguments.ts("timestamp", error="bad_timestamp")
    message = call.state.messages.get(channel.id, {}).get(ts)
    if message is None or message.deleted:
        raise ApiError("message_not_found")
    if channel.is_archived:
        raise ApiError("is_archived")
    return call.state.react(message, name, call.bot, add=add)


METHODS = {
    "reactions.add": Method(handler=add, scopes=("reactions:write",)),
    "reactions.remove": Method(handler=remove, scopes=("reactions:write",), tier=2),
}
