"""The files of what is owed: brought before its message, shown below it; from a worker's thread.

A message owed arrives once and is looked for where that is not known. Its files are not: Slack's message with a file
takes no mark of ours. They follow a message that has arrived; where the process ends between the two, the file is
missing, and whoever wants it asks again by the button that stands with it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TypeVar

import aiohttp
import structlog
from slack_sdk.web.async_client import AsyncWebClient

from bot.core.deliveries.models import Refused
from bot.core.messages import Locale, OutgoingFile, Part, Reply, Say, Sentences
from bot.core.outgoing import MadeFile
from bot.platforms.slack.carrying import Carried, Ready, make, not_brought, shown
from bot.platforms.slack.connection import is_on_this_machine
from bot.platforms.slack.drawing import SlackDrawing
from bot.platforms.slack.troubles import TROUBLE, is_rate_limit, reason_of
from bot.platforms.slack.uploading import UPLOAD_TROUBLE, upload

Result = TypeVar("Result")
_NOT_SO_FAST = timedelta(seconds=30)


class Freight:
    """Files of messages owed. `seconds` is how long bringing those of one message may take."""

    def __init__(self, *, token: str, api_url: str, sentences: Sentences, seconds: int) -> None:
        self._token, self._api_url, self._sentences, self._seconds = token, api_url, sentences, seconds

    def load(self, reply: Reply, locale: Locale, *, delivery_id: str) -> Carried | Refused:
        """Make the files and bring them to Slack; Refused where Slack wants us to wait: nothing was sent then."""
        if not reply.files:
            return Carried(reply, locale)
        say: Say = partial(self._sentences.say, locale=locale)
        contents = [(file, make(file, say, partial(_noted, delivery_id))) for file in reply.files]
        words = [part for _, content in contents if not isinstance(content, MadeFile) for part in content]
        given = [(file, content) for file, content in contents if isinstance(content, MadeFile)]
        ready: list[Ready] = []
        try:
            refused = self._run(partial(_bring_all, given=given, ready=ready))
        except TimeoutError as error:
            for file, content in given:
                if all(one.file is not file for one in ready):
                    words += not_brought(file, content, error)
        else:
            if isinstance(refused, Refused):
                return refused
            words += refused
        return Carried(replace(reply, parts=(*reply.parts, *words), files=()), locale, tuple(ready))

    def unload(self, carried: Carried, *, channel: str, thread: str) -> None:
        """Show the files below the message, or say there that it failed. Raises nothing."""
        if not carried.files:
            return
        with suppress(*TROUBLE):
            self._run(partial(self._unload, carried=carried, channel=channel, thread=thread))

    async def _unload(self, client: AsyncWebClient, *, carried: Carried, channel: str, thread: str) -> None:
        trouble = await shown(client, carried.files, channel=channel, thread=thread, there=_nothing_known)
        if trouble:
            drawn = SlackDrawing(self._sentences, carried.locale).message(Reply(parts=tuple(trouble)))
            await client.chat_postMessage(channel=channel, thread_ts=thread, text=drawn.text, blocks=drawn.blocks)

    def _run(self, work: Callable[[AsyncWebClient], Awaitable[Result]]) -> Result:
        """In a loop of its own, with a client that repeats nothing. Raises what the work raises, or TimeoutError."""

        async def in_time() -> Result:
            timeout, is_local = aiohttp.ClientTimeout(total=self._seconds), is_on_this_machine(self._api_url)
            async with (
                asyncio.timeout(self._seconds),
                aiohttp.ClientSession(timeout=timeout, trust_env=not is_local) as session,
            ):
                client = AsyncWebClient(
                    token=self._token,
                    base_url=self._api_url,
                    timeout=self._seconds,
                    session=session,
                    retry_handlers=[],
                )
                if is_local:
                    client.proxy = None
                return await work(client)

        return asyncio.run(in_time())


async def _bring_all(
    client: AsyncWebClient, *, given: Sequence[tuple[OutgoingFile, MadeFile]], ready: list[Ready]
) -> list[Part] | Refused:
    """Those that could be brought are added to `ready`; what is said of the others comes back."""
    words: list[Part] = []
    for file, content in given:
        try:
            ready.append(Ready(file, await upload(client, content)))
        except UPLOAD_TROUBLE as error:
            if is_rate_limit(error):
                return Refused(reason="ratelimited", retry_after=_NOT_SO_FAST)
            words += not_brought(file, content, error)
    return words


async def _nothing_known() -> Mapping[str, str]:
    return {}


def _noted(delivery_id: str, error: BaseException) -> str:
    """Into the log, with the beginning of the delivery's id as its reference."""
    _log().error("file_not_made", delivery=delivery_id, reason=reason_of(error), exc_info=error)
    return delivery_id[:8]


def _log() -> structlog.typing.FilteringBoundLogger:
    log: structlog.typing.FilteringBoundLogger = structlog.get_logger(__name__)
    return log
