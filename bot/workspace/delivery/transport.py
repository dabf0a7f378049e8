"""The two ways to an app, and what both promise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, Protocol

Json = dict[str, Any]
InteractionKind = Literal["interactive", "slash_commands"]


class Unacknowledged(Exception):
    """The app did not take what was sent.

    `reason` is Slack's word for it (`timeout`, `http_timeout`, `http_error`, `connection_failed` …); `final` when the
    app asked not to get it again; `status` is the HTTP status it answered with, if it answered.
    """

    def __init__(self, reason: str, *, final: bool = False, status: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.final = final
        self.status = status


@dataclass(frozen=True, slots=True)
class Retry:
    """Which delivery of an event this is: `attempt` 0 is the first; `reason` is why the one before failed."""

    attempt: int = 0
    reason: str = ""


class Transport(Protocol):
    """A way to the app."""

    async def event(self, body: Json, retry: Retry) -> None:
        """Bring an event to the app. Raises Unacknowledged."""
        ...

    async def interaction(self, kind: InteractionKind, payload: Json) -> Json:
        """Bring what a person did to the app and return what its acknowledgement carries. Raises Unacknowledged."""
        ...
