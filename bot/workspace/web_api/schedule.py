"""Messages to be posted later, at the workspace's time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.workspace.errors import ApiError
from bot.workspace.records import Change
from bot.workspace.state import WorkspaceState

LONGEST_S = 120 * 24 * 3600
WINDOW_S = 300
WINDOW_LIMIT = 30
_LONGEST_SLEEP_S = 3600.0


@dataclass(slots=True, kw_only=True)
class Scheduled:
    """A message for later; `post_at` and `created` in unix seconds, `fields` as for add_message."""

    id: str
    channel: str
    post_at: int
    created: int
    fields: dict[str, Any] = field(default_factory=dict)


class Schedule:
    """Posts what has come due whenever the workspace's clock has moved, by itself or by hand."""

    def __init__(self, state: WorkspaceState) -> None:
        self.waiting: dict[str, Scheduled] = {}
        self._state = state
        self._timer: asyncio.TimerHandle | None = None
        self._end: Callable[[], None] = lambda: None

    def start(self) -> None:
        """Begin to post; needs a running loop."""
        self._end = self._state.subscribe(self._seen)
        self.post_due()

    def stop(self) -> None:
        """Post nothing any more."""
        self._end()
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def add(self, channel_id: str, post_at: int, fields: dict[str, Any]) -> Scheduled:
        """Keep a message for later. Raises ApiError time_in_past, time_too_far, restricted_too_many."""
        now = int(self._state.clock.timestamp())
        if post_at <= now:
            raise ApiError("time_in_past")
        if post_at > now + LONGEST_S:
            raise ApiError("time_too_far")
        near = [
            one
            for one in self.waiting.values()
            if one.channel == channel_id and one.post_at // WINDOW_S == post_at // WINDOW_S
        ]
        if len(near) >= WINDOW_LIMIT:
            raise ApiError("restricted_too_many")
        scheduled = Scheduled(
            id=self._state.new_id("Q"), channel=channel_id, post_at=post_at, created=now, fields=fields
        )
        self.waiting[scheduled.id] = scheduled
        self._arm()
        return scheduled

    def cancel(self, channel_id: str, scheduled_id: str) -> None:
        """Drop a message. Raises ApiError invalid_scheduled_message_id."""
        found = self.waiting.get(scheduled_id)
        if found is None or found.channel != channel_id:
            raise ApiError("invalid_scheduled_message_id")
        del self.waiting[scheduled_id]

    def post_due(self) -> None:
        """Post what is due, oldest first."""
        now = self._state.clock.timestamp()
        for one in sorted(self.waiting.values(), key=lambda one: one.post_at):
            if one.post_at > now:
                break
            del self.waiting[one.id]
            self._post(one)
        self._arm()

    def _post(self, one: Scheduled) -> None:
        # Slack's own defect, kept: a scheduled message with metadata is accepted and never posted.
        if one.fields.get("metadata"):
            return
        fields = dict(one.fields)
        thread_ts = fields.pop("thread_ts", None)
        if thread_ts in self._state.messages.get(one.channel, {}):
            fields["thread_ts"] = thread_ts
        self._state.add_message(one.channel, self._state.seed.bot_user_id, **fields)

    def _seen(self, change: Change) -> None:
        if change.kind == "clock":
            self.post_due()

    def _arm(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if not self.waiting:
            return
        wait_s = min(one.post_at for one in self.waiting.values()) - self._state.clock.timestamp()
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(min(max(wait_s, 0.0), _LONGEST_SLEEP_S), self.post_due)
