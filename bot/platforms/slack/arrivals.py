"""What a payload is and under which id it is claimed. Pure; unknown or malformed payloads are nothing for us."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from bot.core.actions import NOTE_MESSAGE, SHOWN, Shown
from bot.platforms.slack.ports import Body, Kind

SUBSCRIBED = (
    "app_home_opened",
    "app_mention",
    "member_joined_channel",
    "message.channels",
    "message.groups",
    "message.im",
    "message.mpim",
    "user_change",
)
"""The events that Minori reads, as manifest.yaml names them; `minori check` holds the two equal."""
COMMAND = "/minori"
SHORTCUTS = (NOTE_MESSAGE,)
"""What the menu of a message offers, as manifest.yaml names it (`callback_id`): each is an action of the core."""

_SAID = frozenset({None, "file_share", "me_message", "thread_broadcast"})
"""Subtypes of messages that people write; all others are edits, deletions and notices."""
_LONGEST_ID = 255


@dataclass(frozen=True, slots=True)
class Arrival:
    """A payload that is for us: its id is the same however often Slack sends it."""

    id: str
    kind: Kind
    name: str

    @property
    def opens_sheet(self) -> bool:
        """True for a press whose reply is shown in a sheet, which has to be opened before anything else."""
        return self.kind in (Kind.ACTION, Kind.SHORTCUT) and SHOWN.get(self.name) is Shown.SHEET


def arrival_of(body: Body, *, bot_user_id: str) -> Arrival | None:
    """What came in; None for what Minori has nothing to do with, such as talk in a channel that does not mention it."""
    match body.get("type"):
        case "event_callback":
            return _event(body, bot_user_id)
        case "block_actions":
            return _press(body)
        case "message_action":
            return _shortcut(body)
        case "view_submission":
            return _form(body, Kind.SUBMISSION)
        case "view_closed":
            return _form(body, Kind.CLOSED)
    return _command(body)


def _event(body: Body, bot_user_id: str) -> Arrival | None:
    event = _mapping(body.get("event"))
    name = str(event.get("type"))
    if name in ("message", "app_mention"):
        return _said(event, name, bot_user_id)
    if name not in SUBSCRIBED:
        return None
    if name == "user_change":
        return _changed_person(body, event)
    fallback = f"{name}:{event.get('channel')}:{event.get('user')}:{event.get('event_ts')}"
    return Arrival(_short(str(body.get("event_id") or fallback)), Kind.EVENT, name)


def _changed_person(body: Body, event: Body) -> Arrival | None:
    """Somebody's profile changed: of what it says we only use whether they are in the workspace."""
    user = _mapping(event.get("user"))
    if not user.get("id") or user.get("is_bot"):
        return None
    fallback = f"user_change:{user['id']}:{event.get('event_ts')}"
    return Arrival(_short(str(body.get("event_id") or fallback)), Kind.EVENT, "user_change")


def _said(event: Body, name: str, bot_user_id: str) -> Arrival | None:
    """A message of a person, if it is said to us: directly, by mention, or in a thread (where the desk decides).

    A mention comes twice, as `app_mention` and as `message`, and in a shared channel once for each workspace: all of
    them have the channel and the timestamp in common. An edit that adds a mention is a new one.
    """
    channel, ts = event.get("channel"), event.get("ts")
    if event.get("subtype") not in _SAID or event.get("bot_id") or not (event.get("user") and channel and ts):
        return None
    is_direct = event.get("channel_type") == "im" or str(channel).startswith("D")
    is_in_thread = event.get("thread_ts") not in (None, ts)
    mentions_us = name == "app_mention" or f"<@{bot_user_id}" in str(event.get("text"))
    if not (is_direct or is_in_thread or mentions_us):
        return None
    edited = _mapping(event.get("edited")).get("ts")
    return Arrival(_short(f"said:{channel}:{ts}" + (f":{edited}" if edited else "")), Kind.EVENT, name)


def _press(body: Body) -> Arrival | None:
    actions = body.get("actions")
    pressed = _mapping(actions[0]) if isinstance(actions, list) and actions else {}
    action_id, at = pressed.get("action_id"), pressed.get("action_ts")
    if not action_id or not at:
        return None
    # Within a message an action id is unique by a number at its end: `ask.3`.
    word = str(action_id).rpartition(".")[0] or str(action_id)
    return Arrival(_short(f"press:{at}:{_user(body)}:{action_id}"), Kind.ACTION, word)


def _shortcut(body: Body) -> Arrival | None:
    name, at = str(body.get("callback_id")), body.get("action_ts") or body.get("trigger_id")
    if name not in SHORTCUTS or not at:
        return None
    return Arrival(_short(f"shortcut:{at}:{_user(body)}:{name}"), Kind.SHORTCUT, name)


def _form(body: Body, kind: Kind) -> Arrival | None:
    view = _mapping(body.get("view"))
    if not view.get("id"):
        return None
    # A form that was sent back with errors is sent again unchanged but for its trigger.
    occurrence = body.get("trigger_id") or view.get("hash")
    return Arrival(_short(f"{kind}:{view['id']}:{_user(body)}:{occurrence}"), kind, str(view.get("callback_id", "")))


def _command(body: Body) -> Arrival | None:
    if body.get("command") != COMMAND or not body.get("trigger_id"):
        return None
    return Arrival(_short(f"command:{body['trigger_id']}"), Kind.COMMAND, COMMAND)


def _user(body: Body) -> str:
    return str(_mapping(body.get("user")).get("id", ""))


def _mapping(value: Any) -> Body:
    return value if isinstance(value, dict) else {}


def _short(id: str) -> str:
    """The id as it fits the table; a longer one by its digest."""
    return id if len(id) <= _LONGEST_ID else f"sha256:{hashlib.sha256(id.encode('utf-8', 'replace')).hexdigest()}"
