"""What has come of a step: every surface that somebody sees anew, once each, as it stands at the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.workspace.message_text import unescape
from bot.workspace.records import Change, File, Message, View
from bot.workspace.state import WorkspaceState
from tests.chat.looks import Look, look_at
from tests.chat.stack import key_of
from tests.chat.transcripts import What


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing that appeared. `place` is a channel's name or a person's key, `root` the ts of its thread or ""."""

    what: What
    place: str
    who: str
    look: Look
    message: Message | None = None
    files: tuple[File, ...] = ()

    @property
    def root(self) -> str:
        """The thread it stands in, "" outside of one."""
        thread = self.message.thread_ts if self.message else None
        return thread if thread and self.message and thread != self.message.ts else ""

    def told(self) -> str:
        """For a reader of the play."""
        where = f"{self.what} in {self.place}" + (f" for {self.who}" if self.who else "")
        where += " in a thread" if self.root else ""
        lines = [f"  → {where}", *(f"      {line}" for line in self.look.text.split("\n") if line)]
        lines += [f"      ▤ {file.name} ({file.size} B): {file.title}" for file in self.files]
        buttons = [f"[{one.label}]" + (f"(asks: {one.confirm})" if one.confirm else "") for one in self.look.buttons]
        return "\n".join(lines + ([f"      {' '.join(buttons)}"] if buttons else []))


def observed(state: WorkspaceState, changes: Iterable[Change]) -> list[Seen]:
    """Fold the changes. A message that was posted and then changed is one message; so is a sheet that was filled."""
    messages: dict[tuple[What, str, str], Message] = {}
    views: dict[tuple[What, str], View] = {}
    for change in changes:
        assert change.kind != "app_error", f"the app failed: {change.data}"
        message = change.data.get("message")
        if isinstance(message, Message) and _is_ours(state, message):
            _keep(messages, change, message)
        elif change.kind in ("home", "view_opened", "view_updated"):
            what: What = "home" if change.kind == "home" else "sheet"
            views[what, str(change.user)] = change.data["view"]
    return [
        *(_of_message(state, what, message) for (what, _, _), message in messages.items()),
        *(_of_view(state, what, user) for what, user in views),
    ]


def _keep(messages: dict[tuple[What, str, str], Message], change: Change, message: Message) -> None:
    place = (message.channel, message.ts)
    if change.kind == "message_deleted":
        # What the step says of it: `taken_back`.
        messages.pop(("message", *place), None)
        messages.pop(("changed", *place), None)
    elif change.kind == "ephemeral":
        messages["whisper", *place] = message
    elif change.kind == "message":
        messages["message", *place] = message
    elif ("message", *place) not in messages:
        messages["changed", *place] = message


def taken_back(state: WorkspaceState, changes: Iterable[Change]) -> int:
    """How many messages of ours were deleted."""
    deleted = (change.data["message"] for change in changes if change.kind == "message_deleted")
    return sum(_is_ours(state, message) for message in deleted)


def _is_ours(state: WorkspaceState, message: Message) -> bool:
    return message.user == state.seed.bot_user_id


def place_of(state: WorkspaceState, channel_id: str) -> str:
    """What a transcript calls a conversation."""
    channel = state.channel(channel_id)
    if channel.kind != "im":
        return channel.name
    return next(key_of(one) for one in channel.members if one != state.seed.bot_user_id)


def _of_message(state: WorkspaceState, what: What, message: Message) -> Seen:
    assert not message.streaming, f"it still streams: {message.markdown}"
    who = key_of(message.ephemeral_to) if message.ephemeral_to else ""
    look = look_at(message.blocks) if message.blocks else look_at([], unescape(message.text))
    files = tuple(state.file(id) for id in message.files)
    assert message.text.strip() or files, f"nothing to be read aloud: {look.text}"
    return Seen(what, place_of(state, message.channel), who, look, message, files)


def _of_view(state: WorkspaceState, what: What, user: str) -> Seen:
    stack = state.stack(user)
    view = state.home(user) if what == "home" else (stack[-1] if stack else None)
    assert view is not None, f"{user} has no {what}"
    title, submit = (str((view.content.get(name) or {}).get("text", "")) for name in ("title", "submit"))
    look = look_at(view.content["blocks"], *([title] if title else []), *([f"<{submit}>"] if submit else []))
    return Seen(what, key_of(user), key_of(user), look)
