"""Who and what is in a workspace when it first starts, and the one app that is installed in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ChannelKind = Literal["public", "private", "im", "mpim"]

DEFAULT_SCOPES = frozenset(
    {
        "app_mentions:read",
        "assistant:write",
        "channels:history",
        "channels:join",
        "channels:manage",
        "channels:read",
        "chat:write",
        "commands",
        "files:read",
        "files:write",
        "groups:history",
        "groups:read",
        "groups:write",
        "im:history",
        "im:read",
        "im:write",
        "mpim:history",
        "mpim:read",
        "mpim:write",
        "reactions:read",
        "reactions:write",
        "team:read",
        "users.profile:read",
        "users:read",
        "users:read.email",
    }
)

DEFAULT_EVENTS = frozenset(
    {
        "app_home_opened",
        "app_mention",
        "file_shared",
        "member_joined_channel",
        "member_left_channel",
        "message.channels",
        "message.groups",
        "message.im",
        "message.mpim",
        "team_join",
        "user_change",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AppCredentials:
    """How the installed app proves itself, what it may do, and where it is reached when it has no socket.

    `events` are named as in an app's manifest (`bot_events`).
    """

    bot_token: str = "xoxb-local-workspace"  # noqa: S105 — opens nothing but a workspace on this machine
    app_token: str = "xapp-local-workspace"  # noqa: S105
    signing_secret: str = "local-workspace"  # noqa: S105
    scopes: frozenset[str] = DEFAULT_SCOPES
    events: frozenset[str] = DEFAULT_EVENTS
    event_url: str | None = None
    interactivity_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedUser:
    """A person. `tz` is an IANA name, `colour` six hex digits, `locale` as Slack writes it."""

    id: str
    name: str
    real_name: str
    title: str = ""
    email: str = ""
    locale: str = "ja-JP"
    tz: str = "Asia/Tokyo"
    colour: str = "4a154b"
    is_guest: bool = False
    is_admin: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedChannel:
    """A channel; the app's bot is in it if `members` has its user id."""

    id: str
    name: str
    kind: ChannelKind = "public"
    members: tuple[str, ...] = ()
    topic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedCommand:
    """A slash command of the app, as people find it when they type its first letters."""

    command: str
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedShortcut:
    """A shortcut of the app in the menu of every message."""

    callback_id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """A whole workspace at its start."""

    team_id: str
    team_name: str
    users: tuple[SeedUser, ...]
    channels: tuple[SeedChannel, ...]
    app_name: str
    bot_user_id: str
    bot_id: str
    app_id: str
    commands: tuple[SeedCommand, ...] = ()
    shortcuts: tuple[SeedShortcut, ...] = ()
