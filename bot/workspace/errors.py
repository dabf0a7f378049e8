"""Slack's way of saying no: HTTP 200 with `ok: false` and a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


class ApiError(Exception):
    """A request that Slack would refuse, under the name Slack gives the refusal.

    `messages` go to `response_metadata.messages` (Slack writes them as `[ERROR] …`); `extra` is put beside `error`, as
    `needed` and `provided` are for `missing_scope`.
    """

    def __init__(self, error: str, *, messages: Sequence[str] = (), **extra: Any) -> None:
        super().__init__(error, *messages)
        self.error = error
        self.messages = tuple(messages)
        self.extra = extra

    def body(self) -> dict[str, Any]:
        """Return the JSON body of the refusal."""
        body: dict[str, Any] = {"ok": False, "error": self.error, **self.extra}
        if self.messages:
            body["response_metadata"] = {"messages": list(self.messages)}
        return body


class RateLimited(ApiError):
    """Too many calls: HTTP 429, and `Retry-After` in whole seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__("ratelimited")
        self.retry_after = retry_after
