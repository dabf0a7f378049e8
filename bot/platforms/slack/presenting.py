"""A reply on its way into the chat: a status while it is worked on, the text as it comes, the whole at the end.

What a plan or a conversation does not have (status, streaming) is done without. The message that answers is named to
`note` as soon as Slack has named it, so that a second attempt goes on with it instead of answering twice.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.core.messages import Headed, Message, Part, Reply
from bot.platforms.slack.drawing import SlackDrawing

METADATA = "minori_reply"
_TROUBLE = (SlackApiError, OSError, TimeoutError)
Note = Callable[[str, str], Awaitable[None]]
"""Remembers (conversation, ts) of the message that answers."""


class Presentation:
    """One answer in one thread. Parts come from a worker thread, everything else happens in the event loop."""

    def __init__(
        self,
        *,
        client: AsyncWebClient,
        drawing: SlackDrawing,
        channel: str,
        thread: str,
        team_id: str,
        user_id: str,
        item_id: str,
        note: Note,
        posted: str = "",
    ) -> None:
        """`thread` "" posts outside of one, without status and stream. `posted`: the message of an earlier attempt."""
        self._client, self._drawing, self._note = client, drawing, note
        self._channel, self._thread, self._ts = channel, thread, posted
        self._team_id, self._user_id = team_id, user_id
        self._metadata = {"event_type": METADATA, "event_payload": {"item": item_id}}
        self._loop = asyncio.get_running_loop()
        self._parts: asyncio.Queue[Part | None] = asyncio.Queue()
        self._streams = bool(thread) and not posted
        # What an earlier attempt has begun may still be a stream, which Slack lets nobody change before it is stopped.
        self._is_streaming = bool(posted)

    def hear(self, part: Part) -> None:
        """Take a part as it comes; called from a worker thread."""
        self._loop.call_soon_threadsafe(self._parts.put_nowait, part)

    async def follow(self, work: Awaitable[Reply | None]) -> Reply | None:
        """Show the status and the parts while the work goes on, then its reply. Raises what the work raises."""
        searching = self._drawing.say(Message("status-searching"))
        status = asyncio.create_task(self._status(searching)) if self._thread else None
        telling = asyncio.create_task(self._tell())
        try:
            reply = await work
        finally:
            # Parts were put in the loop's queue before the work ended; this stands behind them.
            self._parts.put_nowait(None)
            await telling
            if status:
                await status
        if reply is not None:
            await self.finish(reply)
        elif self._thread:
            await self._status("")
        return reply

    async def finish(self, reply: Reply) -> None:
        """Post the whole reply, or put it in the place of what has streamed. Raises SlackApiError."""
        drawn = self._drawing.message(reply)
        whole: dict[str, Any] = {"text": drawn.text, "blocks": drawn.blocks, "metadata": self._metadata}
        if self._is_streaming:
            await self._stop()
        if self._ts:
            await self._client.chat_update(channel=self._channel, ts=self._ts, **whole)
            return
        answered = await self._client.chat_postMessage(
            channel=self._channel, thread_ts=self._thread or None, unfurl_links=False, unfurl_media=False, **whole
        )
        await self._named(answered.data)

    async def _tell(self) -> None:
        while (part := await self._parts.get()) is not None:
            texts = [self._drawing.stream(part)]
            is_last = False
            while not self._parts.empty() and not is_last:
                following = self._parts.get_nowait()
                is_last = following is None
                texts += [self._drawing.stream(following)] if following is not None else []
            await self._stream("".join(texts))
            if is_last:
                return

    async def _stream(self, text: str) -> None:
        """Append to the stream, begun with the state. Where there is no streaming, the whole comes at the end."""
        if not self._streams:
            return
        try:
            if self._is_streaming:
                await self._client.chat_appendStream(channel=self._channel, ts=self._ts, markdown_text=text)
                return
            head = self._drawing.stream(Headed(Message("state-answered")))
            answered = await self._client.chat_startStream(
                channel=self._channel,
                thread_ts=self._thread,
                recipient_team_id=self._team_id,
                recipient_user_id=self._user_id,
                markdown_text=head + text,
            )
            self._is_streaming = True
            await self._named(answered.data)
        except _TROUBLE as error:
            self._streams = False
            _log().info("stream_unavailable", reason=reason_of(error))

    async def _stop(self) -> None:
        self._is_streaming = False
        try:
            await self._client.chat_stopStream(channel=self._channel, ts=self._ts, metadata=self._metadata)
        except _TROUBLE as error:
            # It has ended by itself, which streams do after a while; the whole replaces it in any case.
            _log().info("stream_ended", reason=reason_of(error))

    async def _status(self, text: str) -> None:
        try:
            await self._client.assistant_threads_setStatus(
                channel_id=self._channel, thread_ts=self._thread, status=text
            )
        except _TROUBLE as error:
            _log().info("status_unavailable", reason=reason_of(error))

    async def _named(self, data: Any) -> None:
        answered = data if isinstance(data, Mapping) else {}
        self._ts = str(answered.get("ts") or "")
        await self._note(self._channel, self._ts)


def reason_of(error: Exception) -> str:
    """Slack's error name, or the kind of trouble on the way."""
    if isinstance(error, SlackApiError):
        data = getattr(error.response, "data", error.response)
        if isinstance(data, Mapping):
            return str(data.get("error") or "unknown")
    return type(error).__name__


def _log() -> structlog.typing.FilteringBoundLogger:
    log: structlog.typing.FilteringBoundLogger = structlog.get_logger(__name__)
    return log
