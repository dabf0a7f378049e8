"""A reply on its way into the chat: a status while it is worked on, the text as it comes, the whole at the end.

What a plan or a conversation does not have (status, streaming) is done without. The message that answers is named to
`note` as soon as Slack has named it, so that a second attempt goes on with it instead of answering twice.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.core.messages import Headed, Message, Part, Reply
from bot.errors import StorageError
from bot.platforms.slack.drawing import SlackDrawing
from bot.platforms.slack.troubles import GONE, TROUBLE, is_refusal, reason_of

METADATA = "minori_reply"
_STATUS_S = 3.0
_NOT_DRAWN = frozenset({"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"})
Note = Callable[[str, str], Awaitable[None]]
"""Remembers (conversation, ts) of the message that answers."""
Find = Callable[[], Awaitable[str]]
"""Looks in Slack for the message that answers, "" for none. Raises SlackApiError."""


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
        find: Find,
        posted: str = "",
    ) -> None:
        """`thread` "" posts outside of one, without status and stream. `posted`: the message of an earlier attempt."""
        self._client, self._drawing, self._note, self._find = client, drawing, note, find
        self._channel, self._thread, self._ts = channel, thread, posted
        self._team_id, self._user_id = team_id, user_id
        self._metadata = {"event_type": METADATA, "event_payload": {"item": item_id}}
        self._loop = asyncio.get_running_loop()
        self._parts: asyncio.Queue[Part | None] = asyncio.Queue()
        self.begun = posted
        """The message that an earlier attempt has posted: what comes after the reply can stand behind it only."""
        self._is_again = bool(posted)
        self._streams = bool(thread) and not posted
        # What an earlier attempt has begun may be streaming still, and takes no other words until it is stopped.
        self._is_streaming = bool(posted)
        self._may_have_begun = False

    @property
    def message(self) -> str:
        """The message that answers, "" while there is none."""
        return self._ts

    def hear(self, part: Part) -> None:
        """Take a part as it comes; called from a worker thread."""
        self._loop.call_soon_threadsafe(self._parts.put_nowait, part)

    async def follow(self, work: Awaitable[Reply | None]) -> Reply | None:
        """Show the status and the parts while the work goes on, then its reply. Raises what the work raises."""
        searching = self._drawing.say(Message("status-searching"))
        shows_status = bool(self._thread) and not self._is_again
        status = asyncio.create_task(self._status(searching)) if shows_status else None
        telling = asyncio.create_task(self._tell())
        try:
            reply = await work
        finally:
            # Parts were put in the loop's queue before the work ended; this stands behind them.
            self._parts.put_nowait(None)
            await telling
            if status:
                with suppress(TimeoutError):
                    await asyncio.wait_for(status, _STATUS_S)
        if reply is not None:
            await self.finish(reply)
        elif shows_status:
            await self._status("")
        return reply

    async def finish(self, reply: Reply) -> None:
        """Post the whole reply, or put it in the place of what has streamed.

        Raises what may come of a call (`TROUBLE`): then it is not known whether it stands there.
        """
        drawn = self._drawing.message(reply)
        if self._is_streaming:
            await self._stop()
        elif self._may_have_begun and not self._ts:
            self._ts = await self._find()
            if self._ts:
                await self._stop()
        try:
            await self._put({"text": drawn.text, "blocks": drawn.blocks})
        except SlackApiError as error:
            if reason_of(error) not in _NOT_DRAWN:
                raise
            _log().error("blocks_refused", reason=reason_of(error))
            await self._put({"text": drawn.text, "blocks": []})

    async def _put(self, drawn: Mapping[str, Any]) -> None:
        whole = {**drawn, "metadata": self._metadata}
        if self._ts:
            try:
                await self._client.chat_update(channel=self._channel, ts=self._ts, **whole)
                return
            except SlackApiError as error:
                if reason_of(error) not in GONE:
                    raise
                # Somebody has taken it away meanwhile: the answer is a message of its own then.
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
        except TROUBLE as error:
            self._streams = False
            # Where the answer was lost on the way, the stream may stand there all the same.
            self._may_have_begun = not is_refusal(error)
            _log().info("stream_unavailable", reason=reason_of(error))

    async def _stop(self) -> None:
        self._is_streaming = False
        try:
            await self._client.chat_stopStream(channel=self._channel, ts=self._ts, metadata=self._metadata)
        except TROUBLE as error:
            # It has ended by itself, which streams do after a while; the whole replaces it in any case.
            _log().info("stream_ended", reason=reason_of(error))

    async def _status(self, text: str) -> None:
        try:
            await self._client.assistant_threads_setStatus(
                channel_id=self._channel, thread_ts=self._thread, status=text
            )
        except TROUBLE as error:
            _log().info("status_unavailable", reason=reason_of(error))

    async def _named(self, data: Any) -> None:
        answered = data if isinstance(data, Mapping) else {}
        self._ts = str(answered.get("ts") or "")
        try:
            await self._note(self._channel, self._ts)
        except StorageError as error:
            # A second attempt reads it back from Slack instead.
            _log().warning("reply_not_noted", reason=type(error).__name__)


def _log() -> structlog.typing.FilteringBoundLogger:
    log: structlog.typing.FilteringBoundLogger = structlog.get_logger(__name__)
    return log
