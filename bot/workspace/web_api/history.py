"""conversations.history and conversations.replies."""

from __future__ import annotations

from collections.abc import Sequence

from bot.workspace.errors import ApiError
from bot.workspace.records import Message
from bot.workspace.web_api.call import Body, Call, Method
from bot.workspace.web_api.paging import cursor_for, limit_of, position_of

_MOST = 999
_AFTER_ALL = "9999999999.999999"


def history(call: Call) -> Body:
    """conversations.history: newest first, replies left out."""
    arguments = call.arguments
    channel = call.visible_channel()
    call.need_scope(channel, "history")
    if call.bot not in channel.members:
        raise ApiError("not_in_channel")
    oldest, latest = _span(call)
    position = position_of(arguments.text("cursor"))
    if position:
        latest = position
    limit = min(limit_of(arguments, 100, 1000), _MOST)
    found = call.state.history(channel.id, latest=latest, oldest=oldest, limit=limit + 1)
    shown, more = found[:limit], len(found) > limit
    # The cursor is the ts of the last one shown: what is older comes next.
    following = {"response_metadata": {"next_cursor": cursor_for(shown[-1].ts)}} if more else {}
    return {"ok": True, "messages": _shapes(call, shown), "has_more": more, "pin_count": 0, **following}


def replies(call: Call) -> Body:
    """conversations.replies: the root, then the replies, oldest first; a reply's ts shows that reply alone."""
    arguments, state = call.arguments, call.state
    channel = call.visible_channel()
    call.need_scope(channel, "history")
    if call.bot not in channel.members:
        raise ApiError("not_in_channel")
    arguments.required("ts")
    ts = arguments.ts("ts", error="thread_not_found")
    message = state.messages.get(channel.id, {}).get(ts)
    if message is None:
        raise ApiError("thread_not_found")
    thread = state.thread(channel.id, ts)
    oldest, latest = _span(call)
    oldest = max(oldest, position_of(arguments.text("cursor")))
    limit = limit_of(arguments, 1000, 1000)
    root, answers = thread[0], [one for one in thread[1:] if oldest < one.ts < (latest or _AFTER_ALL)]
    shown, more = answers[:limit], len(answers) > limit
    following = {"response_metadata": {"next_cursor": cursor_for(shown[-1].ts)}} if more else {}
    return {"ok": True, "messages": _shapes(call, [root, *shown]), "has_more": more, **following}


def _span(call: Call) -> tuple[str, str]:
    """Return the bounds, themselves outside; `inclusive` moves them by the smallest step."""
    oldest = call.arguments.ts("oldest", error="invalid_ts_oldest")
    latest = call.arguments.ts("latest", error="invalid_ts_latest")
    if call.arguments.flag("inclusive"):
        oldest, latest = _step(oldest, -1), _step(latest, 1)
    return oldest, latest


def _step(ts: str, microseconds: int) -> str:
    if not ts:
        return ""
    seconds, _, fraction = ts.partition(".")
    total = int(seconds) * 1_000_000 + int(fraction) + microseconds
    return f"{total // 1_000_000}.{total % 1_000_000:06d}"


def _shapes(call: Call, messages: Sequence[Message]) -> list[Body]:
    metadata = bool(call.arguments.flag("include_all_metadata"))
    return [call.shape(message, metadata=metadata) for message in messages]


_HISTORY = ("channels:history", "groups:history", "im:history", "mpim:history")

METHODS = {
    "conversations.history": Method(handler=history, scopes=_HISTORY),
    "conversations.replies": Method(handler=replies, scopes=_HISTORY, takes_json=False),
}
