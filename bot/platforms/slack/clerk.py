"""The clerk: takes requests to the router and brings replies to Slack, for whoever listens, presses or opens."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from bot.core import actions
from bot.core.messages import Asked, Dropped, Locale, Message, Place, Pressed, Reply, Request, Said, Sentences
from bot.core.posted import PostedNotes
from bot.core.router import Outcome, Router
from bot.errors import StorageError
from bot.platforms.slack.carrying import Carried, Carrier
from bot.platforms.slack.drawing import SlackDrawing
from bot.platforms.slack.following_up import FollowingUp
from bot.platforms.slack.inbox_writer import InboxWriter
from bot.platforms.slack.ports import Identity, InboxItem
from bot.platforms.slack.presenting import METADATA, Presentation
from bot.platforms.slack.profiles import SlackProfiles
from bot.platforms.slack.recovery import posted_before
from bot.platforms.slack.remembering import Remembering
from bot.platforms.slack.troubles import TROUBLE, reason_of
from bot.platforms.slack.workers import Workers

_SLOW_PRESSES = {
    actions.ASK,
    actions.DRAFT_TO_GUIDES,
    actions.GUIDE_PUBLISH,
    actions.GUIDE_PUBLISH_PLAN,
    actions.GUIDE_UNDO,
}
_CLOCKS_DIFFER = timedelta(hours=1)
"""How far back Slack's timestamps are looked through from when something came in by our clock."""

_FIRST_WORDS_S = 3.0
"""How long an answer waits for the welcome before it."""


class Clerk:
    """Its methods run in the event loop; the router runs in the workers' threads, and so does `deliver`, which brings
    what is owed to people.
    """

    def __init__(
        self,
        *,
        client: AsyncWebClient,
        identity: Identity,
        workers: Workers,
        inbox: InboxWriter,
        router: Router,
        sentences: Sentences,
        deliver: Callable[[], object] | None = None,
        posted: PostedNotes | None = None,
    ) -> None:
        self.remembering = Remembering(workers, posted)
        self.client, self.identity = client, identity
        self.profiles = SlackProfiles(client, identity.team_id, identity.bot_user_id)
        self._workers, self._inbox, self._router, self._sentences = workers, inbox, router, sentences
        self._deliver = deliver
        self.carrier = Carrier(
            client=client,
            workers=workers,
            sentences=sentences,
            bot=identity.bot_user_id,
            reference_of=lambda error: router.reference_of(where="file", error=error),
            say=self.say,
            note=self.remembering.files,
        )
        self._following_up = FollowingUp(
            client=client,
            identity=identity,
            workers=workers,
            carrier=self.carrier,
            remembering=self.remembering,
            drawing=self.drawing,
            reference_of=lambda error: router.reference_of(where="later", error=error),
        )

    async def handle(self, request: Request) -> Outcome:
        """What the router says, found in a worker thread."""
        profile = await self.profiles.profile(request.address)
        is_slow = isinstance(request, Pressed) and request.action in _SLOW_PRESSES
        run = self._workers.run_slow if is_slow else self._workers.run_quick
        outcome = await run(partial(self._router.handle, request, profile))
        self.profiles.note_locale(request.address, outcome.locale)
        return outcome

    async def present(self, item: InboxItem, request: Request, *, after: str = "", is_again: bool = False) -> None:
        """Answer in the thread: a status, the parts as they come, the whole.

        `after`: the timestamp behind which an answer of ours can stand. `is_again`: an earlier attempt may have given
        it already, or begun to. Raises what may come of a call (`TROUBLE`).
        """
        presentation = await self._presentation(item, request, after, is_again)
        profile = await self.profiles.profile(request.address)
        handle = partial(self._router.handle, request, profile, hear=presentation.hear)
        place, since = request.place, presentation.begun or after or received(item)
        is_again = bool(presentation.begun)
        if isinstance(request, Asked) and not request.is_addressed:
            # It may be no question to us at all: no status before that is known.
            outcome = await self._workers.run_slow(handle)
            if outcome.reply is not None:
                carried = await self.carrier.prepare(outcome.reply, outcome.locale, place, since, is_again=is_again)
                await presentation.finish(carried.reply)
                await self.remembering.message(carried.reply, place.conversation, presentation.message, place.thread)
                await self.carrier.show(carried, place, since)
                await self.follow_up(item, request, carried.reply, outcome.locale, since, is_again=is_again)
            return
        work = self._reply_of(handle, request, since)
        followed = await self._follow(presentation, work, place, since, is_again=is_again)
        if followed is not None:
            await self.follow_up(item, request, followed.reply, followed.locale, since, is_again=is_again)

    async def _follow(
        self, presentation: Presentation, work: Awaitable[Outcome], place: Place, since: str, *, is_again: bool
    ) -> Carried | None:
        kept: list[Carried] = []

        async def reply() -> Reply | None:
            outcome = await work
            if outcome.reply is None:
                return None
            kept.append(await self.carrier.prepare(outcome.reply, outcome.locale, place, since, is_again=is_again))
            return kept[0].reply

        await presentation.follow(reply())
        for carried in kept:
            await self.remembering.message(carried.reply, place.conversation, presentation.message, place.thread)
            await self.carrier.show(carried, place, since)
        return kept[0] if kept else None

    async def follow_up(
        self, item: InboxItem, request: Request, reply: Reply, locale: Locale, since: str, *, is_again: bool
    ) -> None:
        """Keep what a reply has promised for later. Raises what may come of a call (`TROUBLE`)."""
        user, place = request.address, request.place
        await self._following_up.keep(item.id, user, reply, locale, place, since, is_again=is_again)

    async def answer(
        self, item: InboxItem, request: Request, reply: Reply, *, after: str = "", is_again: bool = False
    ) -> None:
        """Answer with what is known already, once like `present`."""
        await (await self._presentation(item, request, after, is_again)).finish(reply)

    async def _presentation(self, item: InboxItem, request: Request, after: str, is_again: bool) -> Presentation:
        place = request.place
        find = partial(self._posted, item, request, after)
        return Presentation(
            client=self.client,
            drawing=self.drawing(await self.locale(request.address)),
            channel=place.conversation,
            thread=place.thread,
            team_id=self.identity.team_id,
            user_id=request.address,
            item_id=request.id,
            note=partial(self._inbox.note_reply, item.id),
            find=find,
            posted=await find() if is_again else "",
        )

    async def locale(self, user: str) -> Locale:
        """Somebody's language: what is known of them goes before what Slack says."""
        profile = await self.profiles.profile(user)
        locale = await self._workers.run_quick(lambda: self._router.locale_of(profile))
        self.profiles.note_locale(user, locale)
        return locale

    async def _reply_of(self, handle: Callable[[], Outcome], request: Request, since: str) -> Outcome:
        """What is to be said to all who are there; what is for one of them alone is whispered."""
        outcome, place = await self._workers.run_slow(handle), request.place
        if outcome.reply is None or not outcome.reply.is_aside or place.is_direct:
            return outcome
        await self.whisper(place.conversation, place.thread, request.address, outcome.locale, outcome.reply)
        if outcome.reply.files:
            direct = await self.direct_place(request.address)
            await self.carrier.beside(outcome.reply, outcome.locale, direct, since)
        return Outcome(outcome.locale)

    async def greet(self, user: str, channel: str) -> None:
        """The first words in a direct conversation, and questions to begin with beside it."""
        profile = await self.profiles.profile(user)
        greeting = await self._workers.run_quick(lambda: self._router.greet(profile))
        prompts = [{"title": starter[:75], "message": starter} for starter in greeting.starters]
        if greeting.is_new:
            await self._deliver_now()
        elif prompts:
            with suppress(*TROUBLE):
                await self.client.assistant_threads_setSuggestedPrompts(channel_id=channel, prompts=prompts)

    async def came_or_went(self, user: str, *, is_gone: bool) -> None:
        """Somebody is, or is no longer, of the workspace. Raises StorageError, so that it is done later."""
        act = self._router.departed if is_gone else self._router.returned
        await self._workers.run_slow(partial(act, user))

    async def _deliver_now(self) -> None:
        """Bring what is owed, so that the first words come before the answer; what fails comes with the routine."""
        if self._deliver is None:
            return
        try:
            # It waits for Slack, message by message: among the quick ones it would hold up buttons.
            await asyncio.wait_for(self._workers.run_slow(self._deliver), _FIRST_WORDS_S)
        except (TimeoutError, StorageError) as error:
            _log().warning("not_delivered_at_once", reason=type(error).__name__)

    async def place(self, conversation: str, thread: str, user: str, *, is_direct: bool) -> Place:
        """A place with everybody who can read there."""
        present = frozenset({user}) if is_direct else await self.profiles.present(conversation)
        return Place(conversation=conversation, thread=thread, is_direct=is_direct, present=present)

    async def direct_place(self, user: str) -> Place:
        """The direct conversation with somebody, outside of any thread."""
        opened = await self.client.conversations_open(users=user)
        channel = str((opened.get("channel") or {}).get("id") or "")
        return await self.place(channel, "", user, is_direct=True)

    async def _posted(self, item: InboxItem, request: Request, after: str) -> str:
        """The message with which an earlier attempt has begun to answer a request, or ""."""
        # Of several files of one message each has its own; of those the item knows the last one only.
        is_one_of_several = isinstance(request, Dropped)
        if item.reply is not None and not is_one_of_several:
            return item.reply[1]
        return await posted_before(
            self.client,
            item_id=request.id,
            place=request.place,
            after=after or received(item),
            bot=self.identity.bot_user_id,
            streams=not is_one_of_several,
        )

    async def say(self, channel: str, locale: Locale, reply: Reply, *, thread: str = "") -> None:
        """Post a message of its own. Raises what may come of a call (`TROUBLE`)."""
        drawn = self.drawing(locale).message(reply)
        said = await self.client.chat_postMessage(
            channel=channel,
            thread_ts=thread or None,
            text=drawn.text,
            blocks=drawn.blocks,
            unfurl_links=False,
            unfurl_media=False,
            # Ours, and no answer to anything: it is not to be taken for one that was cut off.
            metadata={"event_type": METADATA, "event_payload": {"item": ""}},
        )
        await self.remembering.message(reply, channel, str(said.get("ts") or ""), thread)

    async def whisper(self, conversation: str, thread: str, user: str, locale: Locale, reply: Reply) -> None:
        """Say something to one person alone, where they are; nowhere in particular, in the direct conversation."""
        drawn = self.drawing(locale).message(reply)
        try:
            if conversation:
                await self.client.chat_postEphemeral(
                    channel=conversation, user=user, text=drawn.text, blocks=drawn.blocks, thread_ts=thread or None
                )
            else:
                await self.say((await self.direct_place(user)).conversation, locale, reply)
        except TROUBLE as error:
            _log().warning("not_whispered", reason=reason_of(error))

    async def whisper_sentence(self, conversation: str, thread: str, user: str, message: Message) -> None:
        """The same for one sentence of ours, in their language as far as it is remembered."""
        reply = Reply(parts=(Said(message),))
        await self.whisper(conversation, thread, user, self.profiles.locale(user), reply)

    async def publish(self, user: str, outcome: Outcome) -> None:
        """Draw somebody's page. Raises what may come of a call (`TROUBLE`)."""
        if outcome.reply is not None:
            await self.remembering.page(outcome.reply, user)
            await self.client.views_publish(user_id=user, view=self.drawing(outcome.locale).home(outcome.reply))

    def drawing(self, locale: Locale) -> SlackDrawing:
        """The pen for a language."""
        return SlackDrawing(self._sentences, locale)


def received(item: InboxItem) -> str:
    """The timestamp behind which an answer of ours can stand."""
    return f"{(item.received_at - _CLOCKS_DIFFER).timestamp():.6f}"


def _log() -> structlog.typing.FilteringBoundLogger:
    log: structlog.typing.FilteringBoundLogger = structlog.get_logger(__name__)
    return log
