"""One call of the Web API, and what every method may use to answer it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from bot.workspace.errors import ApiError
from bot.workspace.records import Channel, Message
from bot.workspace.seed import ChannelKind
from bot.workspace.state import WorkspaceState
from bot.workspace.web_api.arguments import Arguments
from bot.workspace.web_api.schedule import Schedule
from bot.workspace.web_api.uploads import Uploads

Body = dict[str, Any]

_PREFIX: dict[ChannelKind, str] = {"public": "channels", "private": "groups", "im": "im", "mpim": "mpim"}


class AppSide(Protocol):
    """What the methods need of the way to the app."""

    def open_ticket(self) -> str:
        """Return a fresh address for one WebSocket of the app, good once."""
        ...

    def use_trigger(self, trigger_id: str) -> str:
        """Spend a trigger and return whose act it came from (a user id). Raises ApiError expired_trigger_id, …"""
        ...


@dataclass(slots=True, kw_only=True)
class Services:
    """What lives as long as the workspace. `stream_lifetime_s` is real time without a touch."""

    state: WorkspaceState
    schedule: Schedule
    uploads: Uploads
    app_side: AppSide
    stream_lifetime_s: float = 300.0
    monotonic: Callable[[], float] = field(default=time.monotonic)


@dataclass(frozen=True, slots=True)
class Call:
    """A method called with arguments by the app (its token and scopes are already checked)."""

    services: Services
    arguments: Arguments

    @property
    def state(self) -> WorkspaceState:
        """The workspace's state."""
        return self.services.state

    @property
    def bot(self) -> str:
        """The user id of the app's bot."""
        return self.state.seed.bot_user_id

    def shape(self, message: Message, *, metadata: bool = True) -> Body:
        """Return a message as the app sees it."""
        return self.state.as_api_message(message, self.state.app.bot_token if metadata else None)

    def visible_channel(self, argument: str = "channel") -> Channel:
        """Return the channel named in an argument. Raises ApiError channel_not_found, also where it is not visible."""
        found = self.state.channels.get(self.arguments.required(argument))
        if found is None or (found.kind != "public" and self.bot not in found.members):
            raise ApiError("channel_not_found")
        return found

    def need_scope(self, channel: Channel, right: Literal["read", "history"]) -> None:
        """Raise ApiError missing_scope unless the app may do this in conversations of this kind."""
        self.need_one_of(f"{_PREFIX[channel.kind]}:{right}")

    def need_one_of(self, *scopes: str) -> None:
        """Raise ApiError missing_scope unless the app has one of these scopes."""
        granted = self.state.app.scopes
        if not granted.intersection(scopes):
            raise ApiError("missing_scope", needed=",".join(scopes), provided=",".join(sorted(granted)))

    def writable_channel(self, argument: str = "channel") -> Channel:
        """Return the channel to write to: by id, #name, or the person whose DM it is.

        Raises ApiError channel_not_found, not_in_channel, is_archived.
        """
        channel = self._addressed(self.arguments.required(argument))
        if self.bot not in channel.members:
            raise ApiError("not_in_channel" if channel.kind == "public" else "channel_not_found")
        if channel.is_archived:
            raise ApiError("is_archived")
        return channel

    def _addressed(self, address: str) -> Channel:
        state = self.state
        if address in state.channels:
            return state.channels[address]
        if address in state.users and address != self.bot:
            return state.im_between(self.bot, address)
        name = address.removeprefix("#")
        for channel in state.channels.values():
            if channel.name == name and channel.kind in ("public", "private"):
                return channel
        raise ApiError("channel_not_found")

    def own_message(self, channel: Channel, *, otherwise: str) -> Message:
        """Return the app's own message at `ts`. Raises ApiError message_not_found, or `otherwise` for another's."""
        message = self.state.messages.get(channel.id, {}).get(self.arguments.required("ts"))
        if message is None or message.deleted:
            raise ApiError("message_not_found")
        if message.app_id != self.state.seed.app_id:
            raise ApiError(otherwise)
        return message


Handler = Callable[[Call], Body]


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A method: who may call it and how often.

    `scopes`: one of them is enough; none means that any token of the right type will do. `tier` is Slack's (1–4), 5 for
    those with a rule of their own. `takes_json` is false for methods that read only query and form;
    `app_level` ones want the app-level token, and `anybody` may call without one.
    """

    handler: Handler
    scopes: tuple[str, ...] = ()
    tier: int = 3
    takes_json: bool = True
    app_level: bool = False
    anybody: bool = False
    post_only: bool = False
