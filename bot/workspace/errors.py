"""What the Web API answers where it refuses."""

from __future__ import annotations

from collections.abc import Sequence


class ApiError(Exception):
    """A refused call: `error` is Slack's name for it, `messages` go into response_metadata, `extra` beside `error`."""

    def __init__(self, error: str, *, messages: Sequence[str] = (), **extra: object) -> None:
        super().__init__(error)
        self.error = error
        self.messages = tuple(messages)
        self.extra = extra
