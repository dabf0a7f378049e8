"""What the transport hands on, and what it needs of the rest: the desk that works, the inbox that remembers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol, TypeAlias

Body: TypeAlias = Mapping[str, Any]
"""A payload as Slack sent it."""


class Kind(StrEnum):
    """What sort of payload came in."""

    EVENT = "event"
    ACTION = "action"
    SUBMISSION = "submission"
    CLOSED = "closed"
    COMMAND = "command"
    SHORTCUT = "shortcut"


@dataclass(frozen=True, kw_only=True, slots=True)
class InboxItem:
    """One thing that came in, written down before it was acknowledged.

    `name` is the type of an event, the action word of a press, the callback id of a form or shortcut, or the command.
    `view_id` is the sheet that was opened, or is open, for the reply. `reply` is the message (conversation, ts) that an
    earlier attempt has already posted for it; `attempts` counts this one as well.
    """

    id: str
    kind: Kind
    name: str
    body: Body = field(repr=False)
    received_at: datetime
    attempts: int = 1
    view_id: str | None = None
    reply: tuple[str, str] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Identity:
    """Who the bot is in its Slack workspace, as `auth.test` says."""

    team_id: str
    team_name: str
    bot_user_id: str
    bot_id: str
    url: str = ""


class Desk(Protocol):
    """Turns what came in into requests for the core, and draws what comes back. Called in the event loop.

    Each item is worked on in a task of its own. `take` and `take_up` return when the item is done with, apologies
    included: then it is marked as finished. An error that escapes them, or a kill, leaves it to be taken up later. A
    mention in a channel comes as `app_mention` or as `message`, whichever is first; `channel_type` is not in both.
    """

    async def open_sheet(self, body: Body) -> str | None:
        """Open an empty sheet for a press or shortcut whose reply is shown in one, and return its view id, or None.

        Called first, as the trigger lives for three seconds: touches no database and no model, and never raises.
        """
        ...

    def acknowledgement(self, body: Body) -> Body | None:
        """What a sent form is acknowledged with, such as `{"response_action": "update", "view": …}`; None closes it.

        Called in the event loop before anything else: no waiting, no database.
        """
        ...

    async def take(self, item: InboxItem) -> None:
        """Work on an item."""
        ...

    async def take_up(self, item: InboxItem) -> None:
        """Work on an item that an earlier process took in and did not finish: its reply may be out already."""
        ...

    async def apologise(self, body: Body, *, view_id: str | None) -> None:
        """Tell somebody that what they pressed, sent or asked could not be taken in. No database; never raises."""
        ...


class KeptItem(Protocol):
    """A row of the inbox as the storage gives it back."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def body(self) -> Body: ...
    @property
    def received_at(self) -> datetime: ...
    @property
    def attempts(self) -> int: ...
    @property
    def reply(self) -> tuple[str, str] | None: ...


class InboxRows(Protocol):
    """The inbox within one write transaction."""

    def claim(self, id: str, kind: str, body: Body) -> bool:
        """Write an item down; False where its id has come in before."""
        ...

    def note_reply(self, id: str, conversation: str, message: str) -> None:
        """Remember which message answers the item, so that a second attempt goes on with it."""
        ...

    def finish(self, id: str) -> None:
        """The item is done with: its body is erased, its id stays known."""
        ...

    def take_up_unfinished(self, *, underway: Collection[str]) -> Sequence[KeptItem]:
        """Items that are neither finished nor under way, oldest first, each counted as attempted once more."""
        ...

    def sweep(self) -> int:
        """Forget finished items after a day, and return how many."""
        ...


class Inbox(Protocol):
    """What came in (bot/adapters/storage/inbox.py)."""

    def writing(self) -> AbstractContextManager[InboxRows]:
        """One write transaction: kept at the end, undone by any exception. Waits a second for other writers.

        Raises StorageError.
        """
        ...
