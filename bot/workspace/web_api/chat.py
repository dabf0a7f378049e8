"""chat.*: messages said at once, to everybody or to one person, and changed or deleted later."""

from __future__ import annotations

from typing import Any

from bot.workspace.errors import ApiError
from bot.workspace.records import Channel, Message
from bot.workspace.web_api.arguments import Arguments
from bot.workspace.web_api.call import Body, Call, Method
from bot.workspace.web_api.chat_streams import expire
from bot.workspace.web_api.content import LONGEST_UPDATE, message_fields, need_something


def post_message(call: Call) -> Body:
    """chat.postMessage: a reply to a message that is gone is posted to the channel itself, as Slack does."""
    arguments, state = call.arguments, call.state
    channel = call.writable_channel()
    fields = message_fields(arguments)
    need_something(fields)
    thread_ts = existing_thread(call, channel)
    if thread_ts:
        fields |= {"thread_ts": thread_ts, "reply_broadcast": bool(arguments.flag("reply_broadcast"))}
    message = state.add_message(channel.id, call.bot, **fields, **as_app(call))
    return {"ok": True, "channel": channel.id, "ts": message.ts, "message": call.shape(message)}


def as_app(call: Call) -> dict[str, Any]:
    """Return the fields that say which app a message is from."""
    return {"bot_id": call.state.seed.bot_id, "app_id": call.state.seed.app_id}


def existing_thread(call: Call, channel: Channel) -> str | None:
    """Return `thread_ts` if such a message is there. Raises ApiError invalid_thread_ts for what is no timestamp."""
    thread_ts = thread_argument(call.arguments)
    root = call.state.messages.get(channel.id, {}).get(thread_ts)
    return None if root is None or root.deleted else thread_ts


def thread_argument(arguments: Arguments) -> str:
    """Return `thread_ts`, "" if absent. Raises ApiError invalid_thread_ts."""
    if not arguments.text("thread_ts"):
        return ""
    thread_ts = arguments.ts("thread_ts", error="invalid_thread_ts")
    if not thread_ts:
        raise ApiError(
            "invalid_thread_ts", messages=[f"[ERROR] {arguments.text('thread_ts')} is not a valid thread_ts"]
        )
    return thread_ts


def update(call: Call) -> Body:
    """chat.update: what is not given stays as it was."""
    channel = call.visible_channel()
    message = call.own_message(channel, otherwise="cant_update_message")
    if channel.is_archived:
        raise ApiError("is_inactive")
    expire(call.services, message)
    if message.streaming:
        raise ApiError("streaming_state_conflict")
    fields = message_fields(call.arguments, longest=LONGEST_UPDATE)
    need_something({**_present(message), **fields} if fields.keys() - {"text"} else fields)
    if "text" in fields or "blocks" in fields:
        fields |= {"edited_ts": call.state.next_ts(), "markdown": None, "stream_tasks": []}
    call.state.update_message(message, **fields)
    return {
        "ok": True,
        "channel": channel.id,
        "ts": message.ts,
        "text": message.text,
        "message": call.shape(message),
    }


def _present(message: Message) -> dict[str, Any]:
    return {"text": message.text, "blocks": message.blocks, "attachments": message.attachments}


def delete(call: Call) -> Body:
    """chat.delete."""
    channel = call.visible_channel()
    message = call.own_message(channel, otherwise="cant_delete_message")
    call.state.delete_message(message)
    return {"ok": True, "channel": channel.id, "ts": message.ts}


def post_ephemeral(call: Call) -> Body:
    """chat.postEphemeral: seen by one member until they leave the page."""
    arguments, state = call.arguments, call.state
    user = arguments.required("user")
    channel = call.writable_channel()
    if user not in channel.members:
        raise ApiError("user_not_in_channel")
    fields = message_fields(arguments)
    need_something(fields)
    thread_ts = existing_thread(call, channel)
    message = state.add_message(channel.id, call.bot, **fields, **as_app(call), thread_ts=thread_ts, ephemeral_to=user)
    return {"ok": True, "message_ts": message.ts}


def get_permalink(call: Call) -> Body:
    """chat.getPermalink."""
    channel, ts = call.visible_channel(), call.arguments.required("message_ts")
    message = call.state.messages.get(channel.id, {}).get(ts)
    if message is None:
        raise ApiError("message_not_found")
    link = f"{call.state.base_url}/archives/{channel.id}/p{ts.replace('.', '')}"
    if message.thread_ts not in (None, ts):
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"ok": True, "channel": channel.id, "permalink": link}


_WRITE = ("chat:write",)

METHODS = {
    "chat.postMessage": Method(handler=post_message, scopes=_WRITE, tier=5),
    "chat.update": Method(handler=update, scopes=_WRITE),
    "chat.delete": Method(handler=delete, scopes=_WRITE),
    "chat.postEphemeral": Method(handler=post_ephemeral, scopes=_WRITE, tier=4),
    "chat.getPermalink": Method(handler=get_permalink, tier=5, takes_json=False),
}
