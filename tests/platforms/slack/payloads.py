"""Payloads as Slack sends them, after its documentation and recorded ones; only what differs is given."""

from __future__ import annotations

from typing import Any

TEAM, BOT_USER, BOT, PERSON = "T0MINORI", "U0MINORI", "B0MINORI", "U0SATO"
DIRECT, CHANNEL = "D0SATO", "C0ALL"


def event(type_: str, *, event_id: str = "Ev01", **fields: Any) -> dict[str, Any]:
    """An Events API body."""
    return {
        "token": "verification-token",
        "team_id": TEAM,
        "context_team_id": TEAM,
        "api_app_id": "A0MINORI",
        "event": {"type": type_, "event_ts": "1763700000.000100", **fields},
        "type": "event_callback",
        "event_id": event_id,
        "event_time": 1763700000,
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": TEAM,
                "user_id": BOT_USER,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
        "event_context": "4-message",
    }


def said(text: str = "名刺交換のあとは？", *, ts: str = "1763700000.000100", **fields: Any) -> dict[str, Any]:
    """A message in the direct conversation; `channel=CHANNEL, channel_type="channel"` for one in a channel."""
    told = {"user": PERSON, "text": text, "ts": ts, "team": TEAM, "channel": DIRECT, "channel_type": "im"}
    return event("message", event_id=fields.pop("event_id", f"Ev{ts}"), **{**told, **fields})


def mention(text: str = f"<@{BOT_USER}> 名刺交換のあとは？", *, ts: str = "1763700000.000100") -> dict[str, Any]:
    """The other event of a mention in a channel; it has no channel type."""
    return event("app_mention", event_id=f"EvM{ts}", user=PERSON, text=text, ts=ts, team=TEAM, channel=CHANNEL)


def press(action_id: str = "rate_useful.1", *, at: str = "1763700001.100000", **fields: Any) -> dict[str, Any]:
    """A button of a message."""
    return {
        "type": "block_actions",
        "user": {"id": PERSON, "username": "sato", "name": "sato", "team_id": TEAM},
        "api_app_id": "A0MINORI",
        "token": "verification-token",
        "container": {
            "type": "message",
            "message_ts": "1763700000.000200",
            "channel_id": DIRECT,
            "is_ephemeral": False,
        },
        "trigger_id": f"12345.{at}",
        "team": {"id": TEAM, "domain": "minori"},
        "enterprise": None,
        "is_enterprise_install": False,
        "channel": {"id": DIRECT, "name": "directmessage"},
        "message": {"type": "message", "ts": "1763700000.000200", "text": "…", "blocks": []},
        "state": {"values": {}},
        "response_url": "https://hooks.slack.com/actions/T0MINORI/1/abc",
        "actions": [
            {
                "action_id": action_id,
                "block_id": "offers",
                "text": {"type": "plain_text", "text": "役に立った", "emoji": True},
                "value": "q-1",
                "type": "button",
                "action_ts": at,
            }
        ],
        **fields,
    }


def submission(callback_id: str = "answer_send", *, trigger_id: str = "999.1", **view: Any) -> dict[str, Any]:
    """A form that was sent."""
    return {
        "type": "view_submission",
        "team": {"id": TEAM, "domain": "minori"},
        "user": {"id": PERSON, "username": "sato", "name": "sato", "team_id": TEAM},
        "api_app_id": "A0MINORI",
        "token": "verification-token",
        "trigger_id": trigger_id,
        "view": {
            "id": "V0FORM",
            "team_id": TEAM,
            "type": "modal",
            "callback_id": callback_id,
            "private_metadata": '{"reference": "h-1"}',
            "hash": "1763700000.abcdef",
            "state": {"values": {"text": {"value": {"type": "plain_text_input", "value": "お答えします。"}}}},
            **view,
        },
        "response_urls": [],
        "is_enterprise_install": False,
        "enterprise": None,
    }


def command(text: str = "", *, trigger_id: str = "888.1") -> dict[str, Any]:
    """The slash command, as its form fields."""
    return {
        "token": "verification-token",
        "team_id": TEAM,
        "team_domain": "minori",
        "channel_id": CHANNEL,
        "channel_name": "all",
        "user_id": PERSON,
        "user_name": "sato",
        "command": "/minori",
        "text": text,
        "api_app_id": "A0MINORI",
        "is_enterprise_install": "false",
        "response_url": "https://hooks.slack.com/commands/T0MINORI/1/abc",
        "trigger_id": trigger_id,
    }


def shortcut(callback_id: str = "note_message", *, at: str = "1763700002.200000", **message: Any) -> dict[str, Any]:
    """An entry in the menu of somebody's message."""
    return {
        "type": "message_action",
        "token": "verification-token",
        "action_ts": at,
        "team": {"id": TEAM, "domain": "minori"},
        "user": {"id": PERSON, "username": "sato", "name": "sato", "team_id": TEAM},
        "channel": {"id": CHANNEL, "name": "all"},
        "is_enterprise_install": False,
        "enterprise": None,
        "callback_id": callback_id,
        "trigger_id": f"777.{at}",
        "response_url": "https://hooks.slack.com/app/T0MINORI/1/abc",
        "message_ts": "1763600000.000200",
        "message": {
            "type": "message",
            "user": PERSON,
            "ts": "1763600000.000200",
            "text": "来週お送りします",
            **message,
        },
    }
