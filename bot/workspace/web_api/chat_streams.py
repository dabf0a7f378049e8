"""chat.startStream, appendStream, stopStream: text that comes while the app is still at it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.workspace.blocks import validate_blocks
from bot.workspace.errors import ApiError
from bot.workspace.message_text import app_text
from bot.workspace.records import Channel, Message
from bot.workspace.web_api.arguments import Arguments
from bot.workspace.web_api.call import Body, Call, Method, Services
from bot.workspace.web_api.content import LONGEST_TEXT, block_list, markdown_text, metadata

_TASK_STATES = frozenset({"pending", "in_progress", "complete", "error"})
_MOST_BLOCKS = 50


@dataclass(slots=True)
class _Piece:
    """What one call adds: Markdown, tasks by id, blocks, and the title of the plan if it was changed."""

    markdown: str = ""
    tasks: list[dict[str, Any]] = field(default_factory=list)
    blocks: list[dict[str, Any]] = field(default_factory=list)
    plan_title: str | None = None

    @property
    def is_empty(self) -> bool:
        return not (self.markdown or self.tasks or self.blocks or self.plan_title is not None)


def start(call: Call) -> Body:
    """chat.startStream: a reply to somebody; in a channel it must say to whom."""
    arguments, state = call.arguments, call.state
    channel = call.writable_channel()
    thread_ts = _root_ts(call, channel)
    recipient = _recipient(call, channel)
    if arguments.text("task_display_mode", "timeline") not in ("timeline", "plan"):
        raise ApiError("invalid_arguments", messages=["[ERROR] must be timeline or plan: task_display_mode"])
    fields = _applied(Message(channel=channel.id, ts="", user=call.bot), _piece(arguments))
    message = state.add_message(
        channel.id,
        call.bot,
        **fields,
        thread_ts=thread_ts,
        streaming=True,
        stream_recipient=recipient,
        stream_touched=call.services.monotonic(),
        bot_id=state.seed.bot_id,
        app_id=state.seed.app_id,
    )
    return {"ok": True, "channel": channel.id, "ts": message.ts}


def append(call: Call) -> Body:
    """chat.appendStream."""
    channel, message = _running(call)
    piece = _piece(call.arguments)
    if piece.is_empty:
        raise ApiError("no_text")
    call.state.update_message(message, **_applied(message, piece), stream_touched=call.services.monotonic())
    return {"ok": True, "channel": channel.id, "ts": message.ts}


def stop(call: Call) -> Body:
    """chat.stopStream: the last words, blocks below them, metadata."""
    channel, message = _running(call)
    fields = _applied(message, _piece(call.arguments))
    below = block_list(call.arguments) or []
    fields["blocks"] = _together(fields.get("blocks", message.blocks), below)
    if not (fields.get("markdown", message.markdown) or fields["blocks"] or message.stream_tasks):
        raise ApiError("no_text")
    if "metadata" in call.arguments:
        fields["metadata"] = metadata(call.arguments)
    call.state.update_message(message, **fields, streaming=False)
    return {"ok": True, "channel": channel.id, "ts": message.ts, "message": call.shape(message)}


def expire(services: Services, message: Message) -> None:
    """End a stream that was not touched for too long."""
    if message.streaming and services.monotonic() - message.stream_touched > services.stream_lifetime_s:
        services.state.update_message(message, streaming=False)


def _running(call: Call) -> tuple[Channel, Message]:
    channel = call.visible_channel()
    message = call.own_message(channel, otherwise="message_not_owned_by_app")
    expire(call.services, message)
    if not message.streaming:
        raise ApiError("message_not_in_streaming_state")
    return channel, message


def _root_ts(call: Call, channel: Channel) -> str:
    call.arguments.required("thread_ts")
    thread_ts = call.arguments.ts("thread_ts", error="invalid_thread_ts")
    root = call.state.messages.get(channel.id, {}).get(thread_ts)
    if root is None or root.deleted:
        raise ApiError("invalid_thread_ts")
    return thread_ts


def _recipient(call: Call, channel: Channel) -> str | None:
    team, user = call.arguments.text("recipient_team_id"), call.arguments.text("recipient_user_id")
    if channel.kind == "im":
        return user or None
    if not team:
        raise ApiError("missing_recipient_team_id")
    if not user:
        raise ApiError("missing_recipient_user_id")
    if team != call.state.seed.team_id:
        raise ApiError("team_not_found")
    return call.state.user(user).id


def _applied(message: Message, piece: _Piece) -> dict[str, Any]:
    """Return the fields of the message as they are with the piece added. Raises ApiError msg_too_long, …"""
    fields: dict[str, Any] = {}
    if piece.markdown or message.markdown is None:
        markdown = (message.markdown or "") + piece.markdown
        if len(markdown) > LONGEST_TEXT:
            raise ApiError("msg_too_long")
        fields |= {"markdown": markdown, "text": app_text(markdown)}
    if piece.tasks or piece.plan_title is not None:
        tasks = {task["id"]: task for task in message.stream_tasks}
        for task in piece.tasks:
            tasks[task["id"]] = {**tasks.get(task["id"], {}), **task}
        if piece.plan_title is not None:
            tasks[""] = {"id": "", "type": "plan_update", "title": piece.plan_title}
        fields["stream_tasks"] = list(tasks.values())
    if piece.blocks:
        fields["blocks"] = _together(message.blocks, piece.blocks)
    return fields


def _together(before: list[dict[str, Any]], more: list[dict[str, Any]]) -> list[dict[str, Any]]:
    if len(before) + len(more) > _MOST_BLOCKS:
        raise ApiError("msg_blocks_too_many")
    if before and more:
        validate_blocks([*before, *more], "message")
    return [*before, *more]


def _piece(arguments: Arguments) -> _Piece:
    piece = _Piece(markdown=markdown_text(arguments))
    chunks = arguments.parsed("chunks", error="invalid_chunks")
    if chunks is None:
        return piece
    if not isinstance(chunks, list):
        raise ApiError("invalid_chunks")
    if piece.markdown and chunks:
        raise ApiError("invalid_arguments", messages=["[ERROR] markdown_text and chunks exclude each other"])
    for chunk in chunks:
        _take(piece, chunk)
    return piece


def _take(piece: _Piece, chunk: Any) -> None:
    match chunk:
        case {"type": "markdown_text", "text": str(text)}:
            piece.markdown += text
        case {"type": "task_update", "id": str(task_id), "title": str(), "status": str(status)}:
            if not task_id or status not in _TASK_STATES:
                raise ApiError("invalid_chunks")
            piece.tasks.append(dict(chunk))
        case {"type": "plan_update", "title": str(title)}:
            piece.plan_title = title
        case {"type": "blocks", "blocks": list(blocks)}:
            validate_blocks(blocks, "message")
            piece.blocks.extend(blocks)
        case _:
            raise ApiError("invalid_chunks")


_WRITE = ("chat:write",)

METHODS = {
    "chat.startStream": Method(handler=start, scopes=_WRITE, tier=2),
    "chat.appendStream": Method(handler=append, scopes=_WRITE, tier=4),
    "chat.stopStream": Method(handler=stop, scopes=_WRITE, tier=2),
}
