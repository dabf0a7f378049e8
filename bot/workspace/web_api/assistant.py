"""assistant.threads.*: what the app is doing, what a thread is called, what could be asked."""

from __future__ import annotations

from bot.workspace.errors import ApiError
from bot.workspace.records import Channel
from bot.workspace.web_api.arguments import refused
from bot.workspace.web_api.call import Body, Call, Method

MOST_PROMPTS = 4
MOST_LOADING_MESSAGES = 10


def set_status(call: Call) -> Body:
    """assistant.threads.setStatus: an empty status clears it."""
    channel, thread_ts = _thread(call)
    if "status" not in call.arguments:
        raise refused("missing required field: status")
    loading = call.arguments.names("loading_messages")
    if len(loading) > MOST_LOADING_MESSAGES:
        raise refused(f"no more than {MOST_LOADING_MESSAGES} items allowed: loading_messages")
    call.state.set_status(channel.id, thread_ts, call.arguments.text("status"), loading)
    return {"ok": True}


def set_title(call: Call) -> Body:
    """assistant.threads.setTitle."""
    channel, thread_ts = _thread(call)
    call.state.set_thread_title(channel.id, thread_ts, call.arguments.required("title"))
    return {"ok": True}


def set_suggested_prompts(call: Call) -> Body:
    """assistant.threads.setSuggestedPrompts: in a thread, or without `thread_ts` in the whole DM."""
    arguments = call.arguments
    channel = _channel(call)
    thread_ts = _existing(call, channel) if arguments.text("thread_ts") else None
    prompts = arguments.parsed("prompts", error="invalid_arguments")
    if not isinstance(prompts, list) or not prompts:
        raise refused("missing required field: prompts")
    if len(prompts) > MOST_PROMPTS:
        raise refused(f"no more than {MOST_PROMPTS} items allowed: prompts")
    for prompt in prompts:
        match prompt:
            case {"title": str(title), "message": str(message)} if title and message:
                continue
        raise refused("each prompt needs a title and a message")
    call.state.set_prompts(channel.id, thread_ts, arguments.text("title"), prompts)
    return {"ok": True}


def _channel(call: Call) -> Channel:
    channel = call.visible_channel("channel_id")
    if call.bot not in channel.members:
        raise ApiError("channel_not_found")
    return channel


def _thread(call: Call) -> tuple[Channel, str]:
    channel = _channel(call)
    call.arguments.required("thread_ts")
    return channel, _existing(call, channel)


def _existing(call: Call, channel: Channel) -> str:
    thread_ts = call.arguments.ts("thread_ts", error="invalid_thread_ts")
    message = call.state.messages.get(channel.id, {}).get(thread_ts)
    if message is None:
        raise ApiError("invalid_thread_ts")
    return message.thread_ts or thread_ts


_ASSISTANT = ("assistant:write",)

METHODS = {
    "assistant.threads.setStatus": Method(handler=set_status, scopes=("chat:write", *_ASSISTANT), tier=5),
    "assistant.threads.setTitle": Method(handler=set_title, scopes=_ASSISTANT, tier=4),
    "assistant.threads.setSuggestedPrompts": Method(handler=set_suggested_prompts, scopes=_ASSISTANT, tier=4),
}
