"""What people do with an app: each act is sent once, and who acted sees an error if the app does not answer in time.

Every result is a dict for the page: `ok`, and with `ok: false` an `error` and a `text` to show. The same failure is
also told to the state's observers as the change "app_error".
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from bot.workspace.blocks import validate_options
from bot.workspace.delivery import modals
from bot.workspace.delivery.payloads import Payloads
from bot.workspace.delivery.responses import Original, Responses
from bot.workspace.delivery.sentences import Where, app_error_text
from bot.workspace.delivery.transport import InteractionKind, Transport, Unacknowledged
from bot.workspace.errors import ApiError
from bot.workspace.records import Json, Message, View
from bot.workspace.state import WorkspaceState

_LOG = logging.getLogger(__name__)
_MOST_OPTIONS = 100


class Interactions:
    """The entry points for a page."""

    def __init__(
        self, state: WorkspaceState, payloads: Payloads, responses: Responses, transport: Callable[[], Transport]
    ) -> None:
        self._state = state
        self._payloads = payloads
        self._responses = responses
        self._transport = transport

    async def press(self, user: str, surface: Message | View, action: Json, state: Json | None = None) -> Json:
        """Act on an element: `action` has its block_id, action_id and the choice as Slack names it.

        `state` is what else has been entered (`state.values`). Raises ApiError not_found for an element not there.
        """
        if isinstance(surface, View) and state is not None:
            self._state.set_view_values(surface.id, state)
        payload = self._payloads.block_actions(user, surface, action, state or {})
        try:
            await self._send("interactive", payload)
        except Unacknowledged as refused:
            return self._failed("action", user, refused, **_place(surface))
        return {"ok": True}

    async def submit_view(self, user: str, view_id: str, state: Json) -> Json:
        """Submit a modal; the result is that of `modals.answer_submission`. Raises ApiError not_found."""
        view = self._own_view(user, view_id)
        self._state.set_view_values(view_id, state)
        try:
            answer = await self._send("interactive", self._payloads.view_submission(user, view))
            return {"ok": True, **modals.answer_submission(self._state, view_id, answer)}
        except Unacknowledged as refused:
            return self._failed("view", user, refused, view_id=view_id)
        except ApiError as refused:
            _LOG.warning("the answer to a submission was refused: %s %s", refused.error, refused.messages)
            return self._failed("view", user, Unacknowledged(refused.error), view_id=view_id)

    async def close_view(self, user: str, view_id: str, *, cleared: bool = False) -> Json:
        """Close a modal and those above it (all if `cleared`), and tell an app that asked to be. Raises ApiError."""
        self._own_view(user, view_id)
        told, nothing_left = modals.close(self._state, view_id, clear=cleared)
        for view in told:
            try:
                await self._send("interactive", self._payloads.view_closed(user, view, cleared=nothing_left))
            except Unacknowledged as refused:  # the modal is gone: there is nothing to show a person
                _LOG.warning("view_closed was not acknowledged: %s", refused.reason)
        return {"ok": True}

    async def options(self, user: str, surface: Message | View, block_id: str, action_id: str, value: str = "") -> Json:
        """Ask for the options of a select with an external source; `options` or `option_groups` in the result."""
        payload = self._payloads.block_suggestion(user, surface, block_id, action_id, value)
        try:
            answer = await self._send("interactive", payload)
            lists = {name: one for name, one in answer.items() if isinstance(one, list)}
            shown = {name: one[:_MOST_OPTIONS] for name, one in lists.items()}
            validate_options(shown)
        except Unacknowledged as refused:
            return self._failed("options", user, refused, **_place(surface))
        except ApiError as refused:
            _LOG.warning("the options were refused: %s", refused.messages)
            return self._failed("options", user, Unacknowledged(refused.error), **_place(surface))
        return {"ok": True, **shown}

    async def slash(self, user: str, channel: str, command: str, text: str = "") -> Json:
        """Use a slash command; what the acknowledgement says is posted. Raises ApiError channel_not_found."""
        payload = self._payloads.slash_command(user, self._state.channel(channel), command, text)
        try:
            answer = await self._send("slash_commands", payload)
            if answer:
                self._responses.post(Original(user=user, channel=channel), answer)
        except Unacknowledged as refused:
            return self._failed("command", user, refused, channel=channel, command=command)
        except ApiError as refused:
            unfit = Unacknowledged(refused.error)
            return self._failed("command", user, unfit, channel=channel, command=command)
        return {"ok": True}

    async def shortcut(self, user: str, callback_id: str, message: Message | None = None) -> Json:
        """Use a shortcut, a message's own if a message is given."""
        try:
            await self._send("interactive", self._payloads.shortcut(user, callback_id, message))
        except Unacknowledged as refused:
            return self._failed("shortcut", user, refused)
        return {"ok": True}

    async def _send(self, kind: InteractionKind, payload: Json) -> Json:
        return await self._transport().interaction(kind, payload)

    def _own_view(self, user_id: str, view_id: str) -> View:
        if view_id not in self._state.stacks.get(user_id, []):
            raise ApiError("not_found")
        return self._state.view(view_id)

    def _failed(
        self,
        where: Where,
        user_id: str,
        refused: Unacknowledged,
        *,
        channel: str | None = None,
        command: str = "",
        **place: Any,
    ) -> Json:
        error = _error_name(refused.reason)
        text = app_error_text(where, self._state.user(user_id).locale, error=error, command=command)
        _LOG.warning("%s failed: %s (HTTP status %s)", where, refused.reason, refused.status)
        self._state.emit("app_error", channel, user_id, where=where, error=error, text=text, **place)
        return {"ok": False, "error": error, "text": text}


def _place(surface: Message | View) -> Json:
    if isinstance(surface, View):
        return {"view_id": surface.id}
    return {"channel": surface.channel, "message_ts": surface.ts}


def _error_name(reason: str) -> str:
    """Return the name that Slack shows a person: the app was late, or could not be reached or understood."""
    return "operation_timeout" if reason in ("timeout", "http_timeout") else "dispatch_failed"
