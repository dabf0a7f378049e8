"""Messages, threads, streams, statuses and suggested prompts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import Any

from bot.workspace.block_ids import with_block_ids
from bot.workspace.clock import WorkspaceClock
from bot.workspace.errors import ApiError
from bot.workspace.message_text import person_text
from bot.workspace.records import Json, Message, Prompts
from bot.workspace.seed import Seed
from bot.workspace.state_people import People


class Messages(People):
    """What was said. Messages keep the order of their ts; roots and replies are listed apart."""

    def __init__(self, seed: Seed, clock: WorkspaceClock) -> None:
        super().__init__(seed, clock)
        self.messages: dict[str, dict[str, Message]] = {}
        self.ephemerals: dict[tuple[str, str], Message] = {}
        self.statuses: dict[tuple[str, str], str] = {}
        self.thread_titles: dict[tuple[str, str], str] = {}
        self.prompts: dict[tuple[str, str | None], Prompts] = {}
        self._roots: dict[str, list[str]] = {}
        self._replies: dict[tuple[str, str], list[str]] = {}

    # -- reading -------------------------------------------------------------------------------------------------

    def message(self, channel_id: str, ts: str) -> Message:
        """Return a message, an ephemeral one too. Raises ApiError message_not_found."""
        found = self.messages.get(channel_id, {}).get(ts) or self.ephemerals.get((channel_id, ts))
        if found is None:
            raise ApiError("message_not_found")
        return found

    def history(self, channel_id: str, latest: str = "", oldest: str = "", limit: int = 100) -> list[Message]:
        """Return up to `limit` messages with oldest < ts < latest, newest first: roots and broadcast replies."""
        order, held = self._roots.get(channel_id, []), self.messages.get(channel_id, {})
        end = bisect_left(order, latest) if latest else len(order)
        start = bisect_right(order, oldest) if oldest else 0
        return [held[ts] for ts in reversed(order[max(start, end - limit) : end])]

    def thread(self, channel_id: str, ts: str) -> list[Message]:
        """Return a thread, root first. Raises ApiError thread_not_found."""
        held = self.messages.get(channel_id, {})
        if ts not in held:
            raise ApiError("thread_not_found")
        return [held[ts], *(held[reply] for reply in self._replies.get((channel_id, ts), []))]

    def replies(self, channel_id: str, ts: str) -> list[str]:
        """Return the ts of a thread's replies, oldest first."""
        return self._replies.get((channel_id, ts), [])

    def unread_count(self, channel_id: str, user_id: str) -> int:
        """Return how many messages of others a user has not read, replies in their own threads included."""
        channel = self.channel(channel_id)
        read = channel.last_read.get(user_id, "")
        held, unread = self.messages.get(channel_id, {}), 0
        for message in reversed(held.values()):
            if message.ts <= read:
                break
            mine = message.user == user_id
            unread += not mine and self._reaches(message, user_id, in_dm=channel.kind == "im")
        return unread

    def _reaches(self, message: Message, user_id: str, *, in_dm: bool) -> bool:
        if message.thread_ts in (None, message.ts) or in_dm or message.reply_broadcast:
            return True
        return any(
            said.user == user_id or f"<@{user_id}>" in said.text
            for said in self.thread(message.channel, str(message.thread_ts))
        )

    # -- saying --------------------------------------------------------------------------------------------------

    def say(self, user_id: str, channel_id: str, text: str, **fields: Any) -> Message:
        """Post what a person typed: escaped, names after @ made mentions, links made links. `fields` as in Message."""
        written = person_text(text, self.users.values(), self.channels.values())
        return self.add_message(channel_id, user_id, text=written, client_msg_id=self.new_id("m"), **fields)

    def add_message(self, channel_id: str, user_id: str, *, text: str = "", **fields: Any) -> Message:
        """Post a message (change "message"), or show it to one person (`ephemeral_to`: change "ephemeral").

        `fields` are those of Message. Raises ApiError channel_not_found, thread_not_found.
        """
        channel = self.channel(channel_id)
        thread_ts = fields.get("thread_ts")
        held = self.messages.setdefault(channel.id, {})
        if thread_ts is not None and thread_ts not in held:
            raise ApiError("thread_not_found")
        if thread_ts is not None:  # a reply to a reply goes to the thread's root
            fields["thread_ts"] = held[thread_ts].thread_ts or thread_ts
        fields["blocks"] = with_block_ids(fields.get("blocks") or [])
        message = Message(channel=channel.id, ts=self.next_ts(), user=user_id, text=text, **fields)
        if message.ephemeral_to:
            self.ephemerals[(channel.id, message.ts)] = message
            self.emit("ephemeral", channel.id, message.ephemeral_to, message=message, happened="posted")
            return message
        self.restore_message(message)
        if message.app_id and message.thread_ts and self.statuses.get((channel.id, message.thread_ts)):
            self.set_status(channel.id, message.thread_ts, "")
        self.emit("message", channel.id, user_id, message=message)
        return message

    def restore_message(self, message: Message) -> None:
        """Put a message in its place without telling anybody; for snapshots."""
        self.messages.setdefault(message.channel, {})[message.ts] = message
        if message.thread_ts is not None and message.thread_ts != message.ts:
            self._replies.setdefault((message.channel, message.thread_ts), []).append(message.ts)
            if not message.reply_broadcast:
                return
        self._roots.setdefault(message.channel, []).append(message.ts)

    def update_message(self, message: Message, **fields: Any) -> Message:
        """Change a message in place; `edited_ts` is for the caller to set (change "message_changed", data previous)."""
        previous = replace(message)
        if "blocks" in fields:
            fields["blocks"] = with_block_ids(fields["blocks"] or [])
        for name, value in fields.items():
            setattr(message, name, value)
        if message.ephemeral_to:
            self.emit("ephemeral", message.channel, message.ephemeral_to, message=message, happened="changed")
        else:
            self.emit("message_changed", message.channel, message.user, message=message, previous=previous)
        return message

    def delete_message(self, message: Message) -> None:
        """Remove a message (change "message_deleted"). A root with replies stays as Slack's tombstone."""
        previous = replace(message)
        if message.ephemeral_to:
            self.ephemerals.pop((message.channel, message.ts), None)
            self.emit("ephemeral", message.channel, message.ephemeral_to, message=previous, happened="deleted")
            return
        message.deleted = True
        if self._replies.get((message.channel, message.ts)):
            message.subtype, message.text, message.blocks = "tombstone", "This message was deleted.", []
            message.files, message.metadata, message.reactions = [], None, {}
        else:
            self._remove(message)
        self.emit("message_deleted", message.channel, message.user, message=message, previous=previous)

    def _remove(self, message: Message) -> None:
        del self.messages[message.channel][message.ts]
        lists = [self._roots.get(message.channel, [])]
        if message.thread_ts is not None:
            lists.append(self._replies.get((message.channel, message.thread_ts), []))
        for order in lists:
            if message.ts in order:
                order.remove(message.ts)

    def react(self, message: Message, name: str, user_id: str, *, add: bool) -> bool:
        """Add or take away a reaction (change "message_changed"); False if nothing changed."""
        people = message.reactions.get(name, [])
        if (user_id in people) is add:
            return False
        now = [*people, user_id] if add else [one for one in people if one != user_id]
        kept = {key: value for key, value in {**message.reactions, name: now}.items() if value}
        self.update_message(message, reactions=kept)
        return True

    # -- an assistant's thread -----------------------------------------------------------------------------------

    def set_status(self, channel_id: str, thread_ts: str, text: str, loading_messages: list[str] | None = None) -> None:
        """Show what the app is doing in a thread; "" clears (change "status")."""
        key = (channel_id, thread_ts)
        if text:
            self.statuses[key] = text
        elif self.statuses.pop(key, None) is None:
            return
        self.emit("status", channel_id, thread_ts=thread_ts, text=text, loading_messages=loading_messages or [])

    def set_thread_title(self, channel_id: str, thread_ts: str, title: str) -> None:
        """Name a thread (change "channel", data thread_ts and title)."""
        self.thread_titles[(channel_id, thread_ts)] = title
        self.emit("channel", channel_id, thread_ts=thread_ts, title=title)

    def set_prompts(self, channel_id: str, thread_ts: str | None, title: str, prompts: list[Json]) -> None:
        """Suggest what to ask, in a thread or in the whole DM (change "suggested_prompts")."""
        self.prompts[(channel_id, thread_ts)] = Prompts(
            channel=channel_id, thread_ts=thread_ts, title=title, prompts=prompts
        )
        self.emit("suggested_prompts", channel_id, thread_ts=thread_ts, title=title, prompts=prompts)
