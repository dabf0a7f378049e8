"""chat.scheduleMessage and what lists and cancels it; posted at the workspace's time."""

from __future__ import annotations

from bot.workspace.errors import ApiError
from bot.workspace.web_api.call import Body, Call, Method
from bot.workspace.web_api.chat import as_app, thread_argument
from bot.workspace.web_api.content import message_fields, need_something
from bot.workspace.web_api.paging import page_of


def schedule_message(call: Call) -> Body:
    """chat.scheduleMessage: `post_at` in unix seconds."""
    channel = call.writable_channel()
    fields = message_fields(call.arguments)
    need_something(fields)
    call.arguments.required("post_at")
    post_at = call.arguments.number("post_at", 0, error="invalid_time")
    thread_ts = thread_argument(call.arguments)
    kept = {**fields, **as_app(call), **({"thread_ts": thread_ts} if thread_ts else {})}
    scheduled = call.services.schedule.add(channel.id, post_at, kept)
    return {
        "ok": True,
        "channel": channel.id,
        "scheduled_message_id": scheduled.id,
        "post_at": str(post_at),
        "message": {"text": fields.get("text", ""), "type": "delayed_message", **as_app(call)},
    }


def delete_scheduled(call: Call) -> Body:
    """chat.deleteScheduledMessage."""
    channel = call.visible_channel()
    call.services.schedule.cancel(channel.id, call.arguments.required("scheduled_message_id"))
    return {"ok": True}


def list_scheduled(call: Call) -> Body:
    """chat.scheduledMessages.list: in one channel or in all, oldest first."""
    channel_id = call.arguments.text("channel")
    if channel_id and channel_id not in call.state.channels:
        raise ApiError("invalid_channel")
    oldest = call.arguments.number("oldest", 0)
    latest = call.arguments.number("latest", 0)
    found = [
        one
        for one in sorted(call.services.schedule.waiting.values(), key=lambda one: one.post_at)
        if channel_id in ("", one.channel) and oldest <= one.post_at and (not latest or one.post_at <= latest)
    ]
    part, following = page_of(found, call.arguments)
    shown = [
        {
            "id": one.id,
            "channel_id": one.channel,
            "post_at": one.post_at,
            "date_created": one.created,
            "text": one.fields.get("text", ""),
        }
        for one in part
    ]
    return {"ok": True, "scheduled_messages": shown, "response_metadata": following}


METHODS = {
    "chat.scheduleMessage": Method(handler=schedule_message, scopes=("chat:write",)),
    "chat.deleteScheduledMessage": Method(handler=delete_scheduled, scopes=("chat:write",)),
    "chat.scheduledMessages.list": Method(handler=list_scheduled),
}
