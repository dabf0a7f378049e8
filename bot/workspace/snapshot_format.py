"""What a snapshot keeps of the state, as JSON, and how it comes back."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import timedelta
from typing import Any

from bot.workspace.records import Channel, File, Json, Message, Prompts, User, View
from bot.workspace.state import WorkspaceState
from bot.workspace.web_api.schedule import Schedule, Scheduled

FORMAT = 1
_NOT_KEPT = frozenset({"stream_touched", "content"})


def _flat(record: Any) -> Json:
    return {one.name: getattr(record, one.name) for one in fields(record) if one.name not in _NOT_KEPT}


def as_json(state: WorkspaceState, schedule: Schedule) -> Json:
    """Return copies of what is kept; what records hold is replaced, never changed in place, so it is not copied."""
    return {
        "format": FORMAT,
        "team_id": state.seed.team_id,
        "offset_s": state.clock.offset.total_seconds(),
        "last_ts": state.last_ts,
        "users": [_flat(user) for user in state.users.values()],
        "channels": [_flat(channel) for channel in state.channels.values()],
        "messages": [_flat(message) for held in state.messages.values() for message in held.values()],
        "homes": [_home(view) for view in map(state.home, state.homes) if view is not None],
        "files": [_flat(file) for file in state.files.values()],
        "prompts": [_flat(prompts) for prompts in state.prompts.values()],
        "thread_titles": [[*place, title] for place, title in state.thread_titles.items()],
        "scheduled": [_flat(one) for one in schedule.waiting.values()],
    }


def _home(view: View) -> Json:
    # `content` of a view is its blocks; that of a file is its bytes, which lie in a file of their own.
    return {**_flat(view), "content": view.content}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A snapshot read and understood."""

    offset_s: float
    last_ts: str
    users: list[User]
    channels: list[Channel]
    messages: list[Message]
    homes: list[View]
    files: list[File]
    prompts: list[Prompts]
    thread_titles: list[tuple[str, str, str]]
    scheduled: list[Scheduled]


def from_json(kept: Any, team_id: str) -> Kept:
    """Return a snapshot; files come without their content. Raises ValueError, KeyError, TypeError, AttributeError."""
    if kept.get("format") != FORMAT or kept.get("team_id") != team_id:
        raise ValueError("another format, or another workspace")
    return Kept(
        offset_s=float(kept["offset_s"]),
        last_ts=str(kept["last_ts"]),
        users=[User(**one) for one in kept["users"]],
        channels=[Channel(**one) for one in kept["channels"]],
        # A stream of before the restart has ended; nobody can append to it.
        messages=[Message(**{**one, "streaming": False}) for one in kept["messages"]],
        homes=[View(**one) for one in kept["homes"]],
        files=[File(**one) for one in kept["files"]],
        prompts=[Prompts(**one) for one in kept["prompts"]],
        thread_titles=[(channel, thread_ts, title) for channel, thread_ts, title in kept["thread_titles"]],
        scheduled=[Scheduled(**one) for one in kept["scheduled"]],
    )


def restore(state: WorkspaceState, schedule: Schedule, kept: Kept) -> None:
    """Put everything in its place, beside what the seed has; nobody is told."""
    state.clock.resume(timedelta(seconds=kept.offset_s))
    state.last_ts = kept.last_ts
    state.users.update((user.id, user) for user in kept.users)
    state.channels.update((channel.id, channel) for channel in kept.channels)
    state.files.update((file.id, file) for file in kept.files)
    for message in kept.messages:
        state.restore_message(message)
    for view in kept.homes:
        state.views[view.id], state.homes[view.user] = view, view.id
    for prompts in kept.prompts:
        state.prompts[(prompts.channel, prompts.thread_ts)] = prompts
    for channel_id, thread_ts, title in kept.thread_titles:
        state.thread_titles[(channel_id, thread_ts)] = title
    schedule.waiting.update((one.id, one) for one in kept.scheduled)
