"""How the page is told of people, conversations, messages and threads."""

from __future__ import annotations

from typing import Any

from bot.workspace.errors import ApiError
from bot.workspace.records import Channel, Message, User, View
from bot.workspace.state import WorkspaceState

Json = dict[str, Any]


class PageShapes:
    """Slack's own JSON where there is one, with what only a page needs beside it.

    Keeps how far each person has read each thread: Slack counts that apart from the channel.
    """

    def __init__(self, state: WorkspaceState, locale: str = "ja") -> None:
        self._state = state
        self._locale = locale
        self._thread_reads: dict[tuple[str, str, str], str] = {}

    def boot(self, viewer: User) -> Json:
        """Return all a page needs to be drawn for a person."""
        state, seed = self._state, self._state.seed
        home = state.home(viewer.id)
        return {
            "ok": True,
            "me": viewer.id,
            "team": {"id": seed.team_id, "name": seed.team_name},
            "app": {"id": seed.app_id, "user": seed.bot_user_id, "name": seed.app_name},
            "commands": [{"command": one.command, "description": one.description} for one in seed.commands],
            "shortcuts": [
                {"type": "message", "callback_id": one.callback_id, "name": one.name} for one in seed.shortcuts
            ],
            "users": [self.user(user) for user in state.users.values()],
            "channels": [self.channel(channel, viewer.id) for channel in state.channels_of(viewer.id)],
            "threads": self.threads(viewer.id),
            "views": [state.as_api_view(view) for view in state.stack(viewer.id)],
            "home": state.as_api_view(home) if home is not None else None,
            "statuses": [
                {"channel": channel, "thread_ts": ts, "text": text}
                for (channel, ts), text in state.statuses.items()
                if self.sees(viewer.id, channel)
            ],
            "prompts": [
                {"channel": said.channel, "thread_ts": said.thread_ts, "title": said.title, "prompts": said.prompts}
                for said in state.prompts.values()
                if self.sees(viewer.id, said.channel)
            ],
            "clock": self.clock(),
        }

    def clock(self) -> Json:
        """Return the workspace's time and the next working day's morning, both in unix seconds."""
        clock = self._state.clock
        return {"now": clock.timestamp(), "next_working_day": clock.next_working_day().timestamp()}

    def user(self, user: User) -> Json:
        """Return a person as the page draws them."""
        return {
            "id": user.id,
            "name": user.name,
            "real_name": user.real_name,
            # Slack Japan shows full names; a handle is only for a person who has nothing else.
            "display_name": user.real_name or user.display_name or user.name,
            "title": user.title,
            "colour": user.colour,
            "locale": user.locale or self._locale,
            "tz": user.tz,
            "is_bot": user.is_bot,
            "is_admin": user.is_admin,
            "is_guest": user.is_guest,
        }

    def channel(self, channel: Channel, viewer: str) -> Json:
        """Return a conversation with how much of it the viewer has not read."""
        return {
            "id": channel.id,
            "name": channel.name,
            "kind": channel.kind,
            "members": channel.members,
            "topic": channel.topic,
            "archived": channel.is_archived,
            "last_read": channel.last_read.get(viewer, ""),
            "unread": self._state.unread_count(channel.id, viewer),
        }

    def message(self, message: Message, viewer: str) -> Json:
        """Return a message as the API shows it, and what a stream has said so far."""
        shape = self._state.as_api_message(message)
        shape["channel"] = message.channel
        if message.markdown is not None:
            shape["markdown"] = message.markdown
        if message.stream_tasks:
            shape["stream_tasks"] = message.stream_tasks
        shape["streaming"] = message.streaming
        if message.ephemeral_to:
            shape["ephemeral"] = True
            shape["thread_ts"] = message.thread_ts
        if shape.get("reply_count"):
            shape["thread_unread"] = self.thread_unread(message.channel, message.ts, viewer)
        return shape

    def view(self, view: View) -> Json:
        """Return a modal or Home as the API shows it."""
        return self._state.as_api_view(view)

    def sees(self, viewer: str, channel_id: str | None) -> bool:
        """Whether a person is in a conversation."""
        channel = self._state.channels.get(channel_id or "")
        return channel is not None and viewer in channel.members

    def threads(self, viewer: str, limit: int = 30) -> list[Json]:
        """Return the threads a person takes part in, the one with the newest reply first: root and last two replies."""
        found: list[tuple[str, list[Message]]] = []
        for channel in self._state.channels_of(viewer):
            for root in self._state.history(channel.id, limit=500):
                replies = self._state.replies(channel.id, root.ts)
                if not replies or root.reply_broadcast:
                    continue
                thread = self._state.thread(channel.id, root.ts)
                if any(said.user == viewer or f"<@{viewer}>" in said.text for said in thread):
                    found.append((replies[-1], thread))
        found.sort(key=lambda pair: pair[0], reverse=True)
        return [
            {
                "channel": thread[0].channel,
                "ts": thread[0].ts,
                "latest": latest,
                "messages": [self.message(one, viewer) for one in [thread[0], *thread[1:][-2:]]],
                "unread": self.thread_unread(thread[0].channel, thread[0].ts, viewer),
            }
            for latest, thread in found[:limit]
        ]

    def thread_unread(self, channel_id: str, ts: str, viewer: str) -> int:
        """Return how many replies of others a person has not seen, in a thread they take part in."""
        read = self._thread_reads.get((viewer, channel_id, ts), "")
        try:
            thread = self._state.thread(channel_id, ts)
        except ApiError:
            return 0
        own = [said.ts for said in thread if said.user == viewer]
        if not own and not any(f"<@{viewer}>" in said.text for said in thread):
            return 0
        after = max(read, own[-1] if own else "")
        return sum(1 for said in thread[1:] if said.ts > after and said.user != viewer)

    def read_thread(self, viewer: str, channel_id: str, thread_ts: str, ts: str) -> None:
        """Remember how far a person has read a thread; never back."""
        key = (viewer, channel_id, thread_ts)
        self._thread_reads[key] = max(self._thread_reads.get(key, ""), ts)
