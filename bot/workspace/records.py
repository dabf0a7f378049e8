"""What a workspace holds. Fields that the API shows keep Slack's own JSON shapes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from bot.workspace.seed import ChannelKind

Json = dict[str, Any]
ViewType = Literal["modal", "home"]


@dataclass(slots=True, kw_only=True)
class User:
    """A person or the app's bot. `tz_offset` in seconds east of UTC, `colour` six hex digits."""

    id: str
    team_id: str
    name: str
    real_name: str
    display_name: str = ""
    title: str = ""
    email: str = ""
    locale: str = "ja-JP"
    tz: str = "Asia/Tokyo"
    tz_offset: int = 32_400
    colour: str = "4a154b"
    is_bot: bool = False
    is_admin: bool = False
    is_guest: bool = False
    deleted: bool = False


@dataclass(slots=True, kw_only=True)
class Channel:
    """A conversation of any kind. `created` in unix seconds; `last_read` maps a user to the ts read last."""

    id: str
    name: str
    kind: ChannelKind
    members: list[str] = field(default_factory=list)
    topic: str = ""
    created: int = 0
    last_read: dict[str, str] = field(default_factory=dict)
    is_archived: bool = False


@dataclass(slots=True, kw_only=True)
class Message:
    """A message. `stream_touched` is real monotonic seconds; `markdown` is what a stream has said, in Markdown.

    Lists and dicts in it are replaced, never changed in place: a snapshot may be reading them.
    """

    channel: str
    ts: str
    user: str
    text: str = ""
    blocks: list[Json] = field(default_factory=list)
    thread_ts: str | None = None
    files: list[str] = field(default_factory=list)
    metadata: Json | None = None
    edited_ts: str | None = None
    subtype: str | None = None
    bot_id: str | None = None
    app_id: str | None = None
    client_msg_id: str | None = None
    ephemeral_to: str | None = None
    markdown: str | None = None
    streaming: bool = False
    stream_touched: float = 0.0
    stream_tasks: list[Json] = field(default_factory=list)
    stream_recipient: str | None = None
    deleted: bool = False
    unfurl_links: bool | None = None
    unfurl_media: bool | None = None
    reply_broadcast: bool = False
    attachments: list[Json] = field(default_factory=list)
    reactions: dict[str, list[str]] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class View:
    """A modal or a Home. `content` has blocks, title, submit, close and the flags; `values` is `state.values`."""

    id: str
    type: ViewType
    team_id: str
    user: str
    app_id: str
    callback_id: str = ""
    private_metadata: str = ""
    content: Json = field(default_factory=dict)
    hash: str = ""
    values: Json = field(default_factory=dict)
    root_view_id: str = ""
    previous_view_id: str | None = None
    external_id: str = ""


@dataclass(slots=True, kw_only=True)
class File:
    """A file with its content. `created` in unix seconds; `channels` are where it was shared; `alt_txt` is in place of
    a picture for whoever cannot see it."""

    id: str
    name: str
    mimetype: str
    user: str
    title: str = ""
    size: int = 0
    created: int = 0
    content: bytes = b""
    alt_txt: str = ""
    channels: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Prompts:
    """Suggested prompts of an assistant thread, or of a whole DM when `thread_ts` is None."""

    channel: str
    thread_ts: str | None
    title: str
    prompts: list[Json]


@dataclass(frozen=True, slots=True)
class Change:
    """Something that happened; what `data` has for each kind is written at `WorkspaceState`."""

    kind: str
    channel: str | None = None
    user: str | None = None
    data: Json = field(default_factory=dict)
