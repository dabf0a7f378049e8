"""The files of a reply: made and brought to Slack before the reply is shown, put beside it afterwards.

So nearly everything that can fail is known before anything is seen, and is said in the reply itself: why, what to do,
and what the file says. What fails only when the file is shown follows in words of its own.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from bot.core.messages import Locale, Message, OutgoingFile, Part, Place, Reply, Said, Say, Sentences
from bot.core.outgoing import FileNotSent, MadeFile, instead, made, named
from bot.core.posted import about_of
from bot.platforms.slack.recovery import files_posted
from bot.platforms.slack.troubles import TROUBLE, is_refusal, reason_of
from bot.platforms.slack.uploading import UPLOAD_TROUBLE, Uploaded, share, upload, why_not
from bot.platforms.slack.workers import Workers

ReferenceOf = Callable[[BaseException], str]
"""Keeps what broke, and returns the reference under which it is found again."""


class NoteFiles(Protocol):
    """Remembers whose words files have. Raises StorageError."""

    async def __call__(self, about: Reply, files: Sequence[str]) -> None: ...


class SayIn(Protocol):
    """Posts a message of its own. Raises what may come of a call (`TROUBLE`)."""

    async def __call__(self, channel: str, locale: Locale, reply: Reply, *, thread: str = "") -> None: ...


@dataclass(frozen=True, slots=True)
class Ready:
    """A file that only needs to be shown."""

    file: OutgoingFile
    uploaded: Uploaded


@dataclass(frozen=True, slots=True)
class Carried:
    """A reply in which the files that could not be brought are said in words, and the others, ready to be shown."""

    reply: Reply
    locale: Locale
    files: tuple[Ready, ...] = ()


class Carrier:
    """Carries files. Its methods run in the event loop; files are made in the workers' threads.

    `since` is the timestamp behind which what we do can stand; `is_again`: an earlier attempt may have done it.
    """

    def __init__(
        self,
        *,
        client: AsyncWebClient,
        workers: Workers,
        sentences: Sentences,
        bot: str,
        reference_of: ReferenceOf,
        say: SayIn,
        note: NoteFiles,
    ) -> None:
        self._note = note
        self._client, self._workers, self._sentences = client, workers, sentences
        self._bot, self._reference_of, self._say = bot, reference_of, say

    async def prepare(
        self, reply: Reply, locale: Locale, place: Place, since: str, *, is_again: bool = False
    ) -> Carried:
        """Make the files and bring them to Slack; those that stand there from an earlier attempt are done.

        Raises what may come of reading those (`TROUBLE`), and otherwise nothing.
        """
        locale = reply.locale or locale
        if not reply.files:
            return Carried(reply, locale)
        say: Say = partial(self._sentences.say, locale=locale)
        there = await self._posted(place, since) if is_again else {}
        ready: list[Ready] = []
        words: list[Part] = []
        for file in reply.files:
            if named(say(file.name), file.media_type) in there.values():
                continue
            content = await self._workers.run_slow(partial(make, file, say, self._reference_of))
            brought = await bring(self._client, file, content) if isinstance(content, MadeFile) else content
            if isinstance(brought, Ready):
                ready.append(brought)
            else:
                words += brought
        return Carried(replace(reply, parts=(*reply.parts, *words), files=()), locale, tuple(ready))

    async def show(self, carried: Carried, place: Place, since: str) -> None:
        """Put the files into a conversation, or say that it failed. Raises what may come of saying that (`TROUBLE`)."""
        if carried.files:
            await self._note(carried.reply, [one.uploaded.id for one in carried.files])
        trouble = await self._trouble(carried.files, place, since) if carried.files else ()
        if trouble:
            said = Reply(parts=tuple(trouble), about=tuple(sorted(about_of(carried.reply))))
            await self._say(place.conversation, carried.locale, said, thread=place.thread)

    async def beside(self, reply: Reply, locale: Locale, place: Place, since: str, *, is_again: bool = False) -> None:
        """The files of a reply that is shown elsewhere: in a message that changed, a sheet, a page."""
        alone = Reply(files=reply.files, locale=reply.locale, about=tuple(sorted(about_of(reply))))
        carried = await self.prepare(alone, locale, place, since, is_again=is_again)
        if carried.reply.parts:
            await self._say(place.conversation, locale, carried.reply, thread=place.thread)
        await self.show(carried, place, since)

    async def _trouble(self, files: Sequence[Ready], place: Place, since: str) -> Sequence[Part]:
        """Show them; what is to be said where that failed."""
        return await shown(
            self._client,
            files,
            channel=place.conversation,
            thread=place.thread,
            there=lambda: self._posted(place, since),
        )

    async def _posted(self, place: Place, since: str) -> Mapping[str, str]:
        return await files_posted(self._client, place=place, after=since, bot=self._bot)


async def shown(
    client: AsyncWebClient,
    files: Sequence[Ready],
    *,
    channel: str,
    thread: str,
    there: Callable[[], Awaitable[Mapping[str, str]]],
) -> Sequence[Part]:
    """Show files; what is to be said where that failed. `there` reads back which stand there, by their id."""
    try:
        await share(client, [one.uploaded for one in files], channel=channel, thread=thread)
    except TROUBLE as error:
        _log().warning("file_not_shown", reason=reason_of(error))
        if is_refusal(error):
            return [part for one in files for part in instead(one.file, why_not(error, one.uploaded.title))]
        # Slack may have shown them all the same. It does so a little later: not to be there proves nothing.
        try:
            found = await there()
        except TROUBLE as unreadable:
            _log().warning("files_not_read_back", reason=reason_of(unreadable))
            found = {}
        unsure = [one.uploaded.title for one in files if one.uploaded.id not in found]
        return [Said(Message("file-unsure", {"file": title})) for title in unsure]
    return ()


def make(file: OutgoingFile, say: Say, reference_of: ReferenceOf) -> MadeFile | Sequence[Part]:
    """Make a file, or say why not. For a worker's thread."""
    try:
        return made(file, say)
    except FileNotSent as error:
        return instead(file, Message(error.key, dict(error.arguments)))
    except Exception as error:
        reference = reference_of(error)
        return instead(file, Message("file-failed", {"file": say(file.title), "reference": reference}))


async def bring(client: AsyncWebClient, file: OutgoingFile, content: MadeFile) -> Ready | Sequence[Part]:
    """Bring a file to Slack, or say why that was not possible."""
    try:
        return Ready(file, await upload(client, content))
    except UPLOAD_TROUBLE as error:
        return not_brought(file, content, error)


def not_brought(file: OutgoingFile, content: MadeFile, error: BaseException) -> Sequence[Part]:
    """Why a file could not be brought, with what it says."""
    _log().warning("file_not_uploaded", reason=reason_of(error), bytes=len(content.content))
    return instead(file, why_not(error, content.title))


def _log() -> structlog.typing.FilteringBoundLogger:
    log: structlog.typing.FilteringBoundLogger = structlog.get_logger(__name__)
    return log
