"""What stands in everybody's conversation with Minori while a region is lived: kept as data, drawn at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.core.messages import Locale, Reply
from bot.core.outgoing import MadeFile


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """A message: a person's `text`, or our `reply`. `thread` is its root's timestamp, "" outside of one."""

    conversation: str
    ts: str
    thread: str = ""
    by: str = ""
    """Who typed it; "" for ourselves."""
    text: str = ""
    reply: Reply | None = None
    locale: Locale = "ja"
    delivery_id: str = ""
    files: tuple[MadeFile, ...] = ()
    is_changed: bool = False


@dataclass(slots=True)
class Conversations:
    """Messages by conversation and timestamp, in the order in which they were said."""

    standing: dict[tuple[str, str], Standing] = field(default_factory=dict)
    _last_us: int = 0

    def add(self, message: Standing, at: datetime) -> str:
        """Say it; the timestamp is later than any other."""
        self._last_us = max(self._last_us + 1, int(at.timestamp() * 1_000_000))
        ts = f"{self._last_us // 1_000_000}.{self._last_us % 1_000_000:06d}"
        self.standing[message.conversation, ts] = replace(message, ts=ts)
        return ts

    def add_with_files(self, message: Standing, at: datetime) -> str:
        """Its files follow in its thread, as they do in Slack."""
        ts = self.add(replace(message, files=()), at)
        if message.files:
            shown = Standing(conversation=message.conversation, ts="", thread=message.thread or ts, files=message.files)
            self.add(shown, at)
        return ts

    def change(self, conversation: str, ts: str, reply: Reply) -> bool:
        """It says something else from now on; False where it is not there."""
        before = self.standing.get((conversation, ts))
        if before is None or before.by:
            return before is None
        self.standing[conversation, ts] = replace(before, reply=reply, is_changed=True)
        return True

    def forget_before(self, moment: datetime) -> None:
        """Leave what is older away, but threads in which something has been said since."""
        keeps = {
            (one.conversation, one.thread)
            for one in self.standing.values()
            if one.thread and float(one.ts) >= moment.timestamp()
        }
        self.standing = {
            place: one
            for place, one in self.standing.items()
            if float(one.ts) >= moment.timestamp()
            or place in keeps
            or (one.conversation, one.thread) in keeps
            or _is_question(one)
        }

    def in_order(self) -> Iterator[Standing]:
        """The earliest first."""
        yield from sorted(self.standing.values(), key=lambda one: float(one.ts))

    def last_ts(self) -> str:
        """The latest timestamp."""
        return f"{self._last_us // 1_000_000}.{self._last_us % 1_000_000:06d}"


def _is_question(one: Standing) -> bool:
    """Questions and their answers stay: somebody may answer them much later."""
    return bool(one.text and one.by and not one.thread) or bool(one.reply and one.reply.state)
