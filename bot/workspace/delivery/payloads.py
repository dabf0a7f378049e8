"""Slack's interaction payloads (https://docs.slack.dev/reference/interaction-payloads)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.workspace.delivery.elements import action_of, elements_of
from bot.workspace.delivery.events import VERIFICATION_TOKEN
from bot.workspace.delivery.responses import Original
from bot.workspace.records import Channel, Json, Message, View
from bot.workspace.state import WorkspaceState

TEAM_DOMAIN = "local-workspace"


class Payloads:
    """Builds payloads; `new_trigger` makes a trigger id for a user, `new_response_url` an address to answer at."""

    def __init__(
        self,
        state: WorkspaceState,
        new_trigger: Callable[[str], str],
        new_response_url: Callable[[Original], str],
    ) -> None:
        self._state = state
        self._new_trigger = new_trigger
        self._new_response_url = new_response_url

    def block_actions(self, user_id: str, target: Message | View, chosen: Json, values: Json) -> Json:
        """A button, a choice, a typed text in a message or view. Raises ApiError if the element is not there."""
        blocks = target.blocks if isinstance(target, Message) else target.content.get("blocks", [])
        action = action_of(blocks, chosen, self._state.next_ts())
        payload = self._begin("block_actions", user_id) | self._where(target)
        payload["trigger_id"] = self._new_trigger(user_id)
        if isinstance(target, Message):
            payload["state"] = {"values": values}
            payload["response_url"] = self._response_url(user_id, target)
        return {**payload, "actions": [action]}

    def block_suggestion(self, user_id: str, target: Message | View, block_id: str, action_id: str, value: str) -> Json:
        """What was typed into a select with an external source."""
        asked = {"block_id": block_id, "action_id": action_id, "value": value}
        return self._begin("block_suggestion", user_id) | self._where(target) | asked

    def view_submission(self, user_id: str, view: View) -> Json:
        """A modal's submit button; what was entered is in the view's state."""
        return {
            **self._begin("view_submission", user_id),
            "trigger_id": self._new_trigger(user_id),
            "view": self._state.as_api_view(view),
            "response_urls": self._response_urls(user_id, view),
        }

    def view_closed(self, user_id: str, view: View, *, cleared: bool) -> Json:
        """A modal closed without submitting."""
        shown = self._state.as_api_view(view)
        return {**self._begin("view_closed", user_id), "view": shown, "is_cleared": cleared}

    def shortcut(self, user_id: str, callback_id: str, message: Message | None) -> Json:
        """A shortcut: a message's own (`message_action`), or one for everywhere."""
        kind = "shortcut" if message is None else "message_action"
        payload = self._begin(kind, user_id)
        del payload["api_app_id"]  # in neither of Slack's types for them
        if message is None:
            del payload["user"]["name"]
        payload |= {"callback_id": callback_id, "trigger_id": self._new_trigger(user_id)}
        payload["action_ts"] = self._state.next_ts()
        if message is not None:
            payload["channel"] = self._channel(self._state.channel(message.channel))
            payload |= {"message_ts": message.ts, "message": self._state.as_api_message(message)}
            payload["response_url"] = self._response_url(user_id, message)
        return payload

    def slash_command(self, user_id: str, channel: Channel, command: str, text: str) -> Json:
        """A slash command: form fields, all of them strings."""
        user, shown = self._state.user(user_id), self._channel(channel)
        original = Original(user=user_id, channel=channel.id)
        return {
            "token": VERIFICATION_TOKEN,
            "team_id": self._state.seed.team_id,
            "team_domain": TEAM_DOMAIN,
            "channel_id": shown["id"],
            "channel_name": shown["name"],
            "user_id": user.id,
            "user_name": user.name,
            "command": command,
            "text": text,
            "api_app_id": self._state.seed.app_id,
            "is_enterprise_install": "false",
            "response_url": self._new_response_url(original),
            "trigger_id": self._new_trigger(user_id),
        }

    def _begin(self, kind: str, user_id: str) -> Json:
        user, team_id = self._state.user(user_id), self._state.seed.team_id
        return {
            "type": kind,
            "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": team_id},
            "api_app_id": self._state.seed.app_id,
            "token": VERIFICATION_TOKEN,
            "team": {"id": team_id, "domain": TEAM_DOMAIN},
            "enterprise": None,
            "is_enterprise_install": False,
        }

    def _where(self, target: Message | View) -> Json:
        if isinstance(target, View):
            container: Json = {"type": "view", "view_id": target.id}
            return {"container": container, "view": self._state.as_api_view(target)}
        ephemeral = target.ephemeral_to is not None
        container = {
            "type": "message",
            "message_ts": target.ts,
            "channel_id": target.channel,
            "is_ephemeral": ephemeral,
        }
        if target.thread_ts:
            container["thread_ts"] = target.thread_ts
        where: Json = {"container": container, "channel": self._channel(self._state.channel(target.channel))}
        if not ephemeral:  # Slack keeps no ephemeral message, so the payload has none
            where["message"] = self._state.as_api_message(target, self._state.app.bot_token)
        return where

    def _channel(self, channel: Channel) -> dict[str, str]:
        name = {"im": "directmessage", "private": "privategroup"}.get(channel.kind, channel.name)
        return {"id": channel.id, "name": name}

    def _response_url(self, user_id: str, message: Message) -> str:
        return self._new_response_url(Original(user=user_id, channel=message.channel, ts=message.ts))

    def _response_urls(self, user_id: str, view: View) -> list[Json]:
        urls: list[Json] = []
        for block_id, element in elements_of(view.content.get("blocks", [])):
            value: dict[str, Any] = view.values.get(block_id, {}).get(element["action_id"]) or {}
            channel_id = value.get("selected_conversation") or value.get("selected_channel")
            if element.get("response_url_enabled") and channel_id:
                url = self._new_response_url(Original(user=user_id, channel=channel_id))
                names = {"block_id": block_id, "action_id": element["action_id"], "channel_id": channel_id}
                urls.append({**names, "response_url": url})
        return urls
