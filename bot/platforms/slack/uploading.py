"""Files on their way into Slack: an address for each, its bytes, and only then the conversation.

https://docs.slack.dev/reference/methods/files.getUploadURLExternal: until `files.completeUploadExternal` names a
conversation nobody sees anything, so that whatever fails before that leaves no trace. Slack shows the file a little
later, when it has looked it over; the message that carries it takes no metadata and is found by the file's id.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.core.messages import Message
from bot.core.outgoing import MadeFile
from bot.platforms.slack.connection import is_on_this_machine
from bot.platforms.slack.files import is_slack
from bot.platforms.slack.troubles import TROUBLE, is_rate_limit, is_refusal, reason_of

_PATIENCE_S = 60.0
_WITHOUT_PERMISSION = frozenset({"missing_scope", "not_allowed_token_type", "no_permission"})
_SWITCHED_OFF = frozenset(
    {"file_uploads_disabled", "file_uploads_except_images_disabled", "file_type_not_allowed", "ekm_access_denied"}
)
_RESTRICTED = frozenset({"file_upload_size_restricted"})


class NotUploaded(Exception):
    """Slack did not take the bytes: nothing of the file is there. `status` is HTTP's."""

    def __init__(self, status: int) -> None:
        super().__init__(f"HTTP {status}")
        self.status = status


UPLOAD_TROUBLE = (*TROUBLE, NotUploaded)
"""What may come of an upload."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Uploaded:
    """A file that Slack holds and nobody sees yet."""

    id: str
    name: str
    title: str


async def upload(client: AsyncWebClient, file: MadeFile) -> Uploaded:
    """Bring a file's bytes to Slack. Raises `UPLOAD_TROUBLE`."""
    named = await client.files_getUploadURLExternal(
        filename=file.name, length=len(file.content), alt_txt=file.alt_text or None
    )
    await _bring(str(named["upload_url"]), file, api_url=client.base_url)
    return Uploaded(id=str(named["file_id"]), name=file.name, title=file.title)


async def share(client: AsyncWebClient, files: Sequence[Uploaded], *, channel: str, thread: str) -> None:
    """Show files in a conversation, or in a thread of it, as one message. Raises `TROUBLE`."""
    await client.files_completeUploadExternal(
        files=[{"id": file.id, "title": file.title} for file in files], channel_id=channel, thread_ts=thread or None
    )


async def _bring(url: str, file: MadeFile, *, api_url: str) -> None:
    """A firm's words go to Slack alone, or to the server that stands for it. No token is wanted there."""
    if not is_slack(url, api_url):
        raise NotUploaded(0)
    timeout, is_local = aiohttp.ClientTimeout(total=_PATIENCE_S), is_on_this_machine(url)
    async with (
        aiohttp.ClientSession(timeout=timeout, trust_env=not is_local) as session,
        session.post(url, data=file.content, allow_redirects=False) as answer,
    ):
        if answer.status != 200:
            raise NotUploaded(answer.status)


def is_passing(error: BaseException) -> bool:
    """Might the same upload go well a little later?"""
    if isinstance(error, NotUploaded):
        return error.status == 429 or error.status >= 500
    return is_rate_limit(error) or not is_refusal(error)


def why_not(error: BaseException, title: str) -> Message:
    """What somebody is told whose file could not be sent, with what to do."""
    reason, file = reason_of(error), {"file": title}
    if is_rate_limit(error) or (isinstance(error, NotUploaded) and error.status == 429):
        return Message("file-not-sent-busy", file)
    if reason in _WITHOUT_PERMISSION:
        return Message("file-not-sent-permission", file)
    if reason in _SWITCHED_OFF:
        return Message("file-not-sent-forbidden", {**file, "reason": reason})
    if reason in _RESTRICTED:
        return Message("file-not-sent-restricted", file)
    if isinstance(error, SlackApiError) and is_refusal(error):
        return Message("file-not-sent-refused", {**file, "reason": reason})
    if isinstance(error, NotUploaded) and not is_passing(error):
        return Message("file-not-sent-refused", {**file, "reason": f"HTTP {error.status}"})
    return Message("file-not-sent-broken", file)
