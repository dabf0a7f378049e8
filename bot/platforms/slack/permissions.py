"""What Minori may do in Slack, and what each permission is for: the least that its calls and events need.

https://docs.slack.dev/reference/scopes; `minori check` holds manifest.yaml and the calls in the code to this table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Needed:
    """What needs a scope. `methods` of the Web API, `events` as in a manifest, `features` of the manifest."""

    methods: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    features: tuple[str, ...] = ()


_READ_THREADS = ("conversations.history", "conversations.replies")
_READ_MEMBERS = ("conversations.members",)

SCOPES: Mapping[str, Needed] = {
    "app_mentions:read": Needed(events=("app_mention",)),
    "assistant:write": Needed(methods=("assistant.threads.setSuggestedPrompts",), features=("agent_view",)),
    "channels:history": Needed(methods=_READ_THREADS, events=("message.channels",)),
    "channels:read": Needed(methods=_READ_MEMBERS, events=("member_joined_channel",)),
    "chat:write": Needed(
        methods=(
            "assistant.threads.setStatus",
            "chat.appendStream",
            "chat.delete",
            "chat.postEphemeral",
            "chat.postMessage",
            "chat.startStream",
            "chat.stopStream",
            "chat.update",
        )
    ),
    "commands": Needed(features=("shortcuts", "slash_commands")),
    "files:read": Needed(methods=("files.info",), features=("files",)),
    "files:write": Needed(methods=("files.completeUploadExternal", "files.delete", "files.getUploadURLExternal")),
    "groups:history": Needed(methods=_READ_THREADS, events=("message.groups",)),
    "groups:read": Needed(methods=_READ_MEMBERS, events=("member_joined_channel",)),
    "im:history": Needed(methods=_READ_THREADS, events=("message.im",)),
    "im:write": Needed(methods=("conversations.open",)),
    "mpim:history": Needed(methods=_READ_THREADS, events=("message.mpim",)),
    "mpim:read": Needed(methods=_READ_MEMBERS),
    "users:read": Needed(methods=("users.info", "users.list"), events=("user_change",)),
    "users:read.email": Needed(features=("email",)),
}
"""Bot scope → what needs it. A method with several scopes needs that of the kind of conversation it is used in."""

WITHOUT_SCOPE = frozenset(
    {"apps.connections.open", "auth.test", "views.open", "views.publish", "views.push", "views.update"}
)
"""Methods that any bot token, or for the connection the app token, may call."""


def scopes_missing(granted: frozenset[str]) -> tuple[str, ...]:
    """Scopes that Minori needs and the token does not have, sorted."""
    return tuple(sorted(SCOPES.keys() - granted))
