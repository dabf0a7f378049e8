"""response_url: answering an interaction later (…/interactivity/handling-user-interaction#message_responses)."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.workspace.blocks import validate_blocks, validate_metadata
from bot.workspace.delivery.grants import GrantRefused, Grants
from bot.workspace.delivery.timing import Timing
from bot.workspace.errors import ApiError
from bot.workspace.message_text import app_text
from bot.workspace.records import Json, Message
from bot.workspace.state import WorkspaceState

PATH = "/response/"
_REFUSALS = {"unknown": "no_such_url", "spent": "used_url", "expired": "expired_url"}
_LONGEST_TEXT = 40_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """What an answer answers: who acted, where, and the message it was in (None for a command or a modal)."""

    user: str
    channel: str
    ts: str | None = None


class Responses:
    """Addresses that take a few messages each for half an hour, without a token."""

    def __init__(self, state: WorkspaceState, timing: Timing, *, monotonic: Callable[[], float]) -> None:
        self._state = state
        self._urls: Grants[Original] = Grants(
            lifetime_s=timing.response_url_s,
            uses=timing.response_url_uses,
            monotonic=monotonic,
            new_name=lambda: secrets.token_urlsafe(24),
        )

    def new_url(self, original: Original) -> str:
        """Return an address for answers to this."""
        return f"{self._state.base_url}{PATH}{self._urls.issue(original)}"

    async def handle(self, request: web.Request) -> web.Response:
        """POST /response/{name}: Slack answers the two letters ok, or 404 once the address is used up or too old."""
        try:
            original = self._urls.look(request.match_info["name"])
            answer = await _answer_in(request)
            self._urls.use(request.match_info["name"])
            self.post(original, answer)
        except GrantRefused as refused:
            return web.json_response({"ok": False, "error": _REFUSALS[refused.refusal]}, status=404)
        except ApiError as refused:
            return web.json_response(refused.body(), status=400)
        return web.Response(text="ok")

    def post(self, original: Original, answer: Json) -> None:
        """Carry out an answer; to the person alone unless it says in_channel. Raises ApiError."""
        if _said(answer.get("delete_original")):
            self._state.delete_message(self._message(original))
            return
        fields = _fields(answer)
        if _said(answer.get("replace_original")) and original.ts is not None:
            message = self._message(original)
            self._state.update_message(message, **fields, edited_ts=self._state.next_ts())
            return
        if answer.get("response_type") != "in_channel":
            fields["ephemeral_to"] = original.user
        seed = self._state.seed
        fields |= {"bot_id": seed.bot_id, "app_id": seed.app_id, "thread_ts": answer.get("thread_ts")}
        self._state.add_message(original.channel, seed.bot_user_id, **fields)

    def _message(self, original: Original) -> Message:
        if original.ts is None:
            raise ApiError("message_not_found")
        return self._state.message(original.channel, original.ts)


def _said(flag: object) -> bool:
    """Slack's own examples write these flags as "true"."""
    return flag is True or flag == "true"


def _fields(answer: Json) -> Json:
    text, blocks = answer.get("text") or "", answer.get("blocks") or []
    if not isinstance(text, str) or not (text or blocks or answer.get("attachments")):
        raise ApiError("no_text")
    if len(text) > _LONGEST_TEXT:
        raise ApiError("msg_too_long")
    if blocks:
        validate_blocks(blocks, "message")
    fields: Json = {"text": app_text(text), "blocks": blocks, "attachments": answer.get("attachments") or []}
    if answer.get("metadata"):
        validate_metadata(answer["metadata"])
        fields["metadata"] = answer["metadata"]
    return fields


async def _answer_in(request: web.Request) -> Json:
    """Return the JSON object in the body, or in the form field `payload`. Raises ApiError invalid_payload."""
    try:
        if request.content_type == "application/json":
            answer: Any = json.loads(await request.text())
        else:
            answer = json.loads(str((await request.post()).get("payload", "")))
    except (ValueError, RecursionError) as broken:
        raise ApiError("invalid_payload") from broken
    if not isinstance(answer, dict):
        raise ApiError("invalid_payload")
    return answer
