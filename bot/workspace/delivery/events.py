"""Which events of Slack's Events API a change in the workspace is (https://docs.slack.dev/reference/events).

Every function returns pairs of the subscription's name, as in an app's manifest, and the event.
"""

from __future__ import annotations

import base64
import json
import re
import secrets
import string
from collections.abc import Callable
from dataclasses import replace

from bot.workspace.api_shapes import user_shape
from bot.workspace.records import Change, Channel, File, Json, Message
from bot.workspace.state import WorkspaceState

# Deprecated by Slack for the signature, and still in every payload.
VERIFICATION_TOKEN = "local-verification-token"  # noqa: S105

Named = tuple[str, Json]

_KINDS = {
    "public": ("channel", "message.channels"),
    "private": ("group", "message.groups"),
    "im": ("im", "message.im"),
    "mpim": ("mpim", "message.mpim"),
}
_ID_LETTERS = string.ascii_uppercase + string.digits


def events_of(state: WorkspaceState, change: Change) -> list[Named]:
    """Return the events of a change, none where the app's bot would not notice it."""
    translate = _TRANSLATIONS.get(change.kind)
    if translate is None:
        return []
    if change.channel is not None and state.seed.bot_user_id not in state.channel(change.channel).members:
        return []
    return translate(state, change)


def home_opened(state: WorkspaceState, user_id: str, tab: str) -> Named:
    """Return `app_home_opened`; with the view as it is, when the Home tab is opened and has been published."""
    channel = state.im_between(user_id, state.seed.bot_user_id)
    event: Json = {"type": "app_home_opened", "user": user_id, "channel": channel.id, "tab": tab}
    view = state.home(user_id)
    if tab == "home" and view is not None:
        event["view"] = state.as_api_view(view)
    return "app_home_opened", {**event, "event_ts": state.next_ts()}


def wrapped(state: WorkspaceState, event: Json) -> Json:
    """Return the event in the envelope of the Events API, with an event_id of its own."""
    seed = state.seed
    channel = event.get("channel") or event.get("channel_id")
    context = {"et": event["type"], "tid": seed.team_id, "aid": seed.app_id, "cid": channel}
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": seed.team_id,
        "context_team_id": seed.team_id,
        "context_enterprise_id": None,
        "api_app_id": seed.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": "Ev" + "".join(secrets.choice(_ID_LETTERS) for _ in range(10)),
        "event_time": int(float(event["event_ts"])),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": seed.team_id,
                "user_id": seed.bot_user_id,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
        "event_context": "4-" + base64.urlsafe_b64encode(json.dumps(context).encode()).decode().rstrip("="),
    }


def _posted(state: WorkspaceState, change: Change) -> list[Named]:
    message: Message = change.data["message"]
    channel = state.channel(message.channel)
    channel_type, subscription = _KINDS[channel.kind]
    said = {**state.as_api_message(message), "channel": channel.id, "event_ts": message.ts}
    events: list[Named] = [(subscription, {**said, "channel_type": channel_type})]
    if _mentions(state.seed.bot_user_id, message, channel):
        # Not for direct messages: https://docs.slack.dev/reference/events/app_mention
        mention = {key: value for key, value in said.items() if key != "subtype"}
        events.append(("app_mention", {**mention, "type": "app_mention"}))
    return events


def _mentions(bot_user_id: str, message: Message, channel: Channel) -> bool:
    by_a_person = message.user != bot_user_id
    return channel.kind != "im" and by_a_person and re.search(f"<@{bot_user_id}[|>]", message.text) is not None


def _changed(state: WorkspaceState, change: Change) -> list[Named]:
    message: Message = change.data["message"]
    previous: Message = change.data["previous"]
    if message.streaming or replace(previous, reactions=message.reactions) == message:
        return []  # a stream is told of when it ends; a reaction is not a change of the message
    return [_hidden(state, "message_changed", previous, message=state.as_api_message(message))]


def _deleted(state: WorkspaceState, change: Change) -> list[Named]:
    message: Message = change.data["message"]
    previous: Message = change.data["previous"]
    if message.subtype == "tombstone":  # a root with replies stays, and that is a change
        return [_hidden(state, "message_changed", previous, message=state.as_api_message(message))]
    return [_hidden(state, "message_deleted", previous, deleted_ts=message.ts)]


def _hidden(state: WorkspaceState, subtype: str, previous: Message, **fields: object) -> Named:
    channel_type, subscription = _KINDS[state.channel(previous.channel).kind]
    event_ts = state.next_ts()
    event: Json = {"type": "message", "subtype": subtype, **fields, "previous_message": state.as_api_message(previous)}
    event |= {"channel": previous.channel, "hidden": True, "ts": event_ts, "event_ts": event_ts}
    return subscription, {**event, "channel_type": channel_type}


def _member(state: WorkspaceState, change: Change) -> list[Named]:
    channel = state.channel(str(change.channel))
    name = "member_joined_channel" if change.data["joined"] else "member_left_channel"
    event: Json = {
        "type": name,
        "user": change.user,
        "channel": channel.id,
        "channel_type": "C" if channel.kind == "public" else "G",
        "team": state.seed.team_id,
        "event_ts": state.next_ts(),
    }
    if change.data["inviter"]:
        event["inviter"] = change.data["inviter"]
    return [(name, event)]


def _file(state: WorkspaceState, change: Change) -> list[Named]:
    if not change.data["shared"]:
        return []
    file: File = change.data["file"]
    event: Json = {"type": "file_shared", "channel_id": change.channel, "file_id": file.id, "user_id": change.user}
    return [("file_shared", {**event, "file": {"id": file.id}, "event_ts": state.next_ts()})]


def _user(state: WorkspaceState, change: Change) -> list[Named]:
    name = "team_join" if change.data["joined"] else "user_change"
    shape = user_shape(state, state.user(str(change.user)), email="users:read.email" in state.app.scopes)
    shape["locale"] = state.user(str(change.user)).locale
    now = int(state.clock.timestamp())
    return [(name, {"type": name, "user": shape, "cache_ts": now, "event_ts": state.next_ts()})]


_TRANSLATIONS: dict[str, Callable[[WorkspaceState, Change], list[Named]]] = {
    "message": _posted,
    "message_changed": _changed,
    "message_deleted": _deleted,
    "member": _member,
    "file": _file,
    "user": _user,
}
