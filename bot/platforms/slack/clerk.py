"""The clerk: takes requests to the router and brings replies to Slack, for whoever listens, presses or opens."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.core import actions
from bot.core.messages import Asked, Locale, Place, Pressed, Reply, Request, Sentences
from bot.core.router import Outcome, Router
from bot.platforms.slack.drawing import SlackDrawing
from bot.platforms.slack.inbox_writer import InboxWriter
from bot.platforms.slack.ports import Identity, InboxItem
from bot.platforms.slack.presenting import Presentation
from bot.platforms.slack.profiles import SlackProfiles
from bot.platforms.slack.recovery import posted_before
from bot.platforms.slack.workers import Workers

_SLOW_PRESSES = {actions.ASK, actions.DRAFT_TO_GUIDES, actions.GUIDE_PUBLISH, actions.GUIDE_UNDO}
TROUBLE = (SlackApiError, OSError, TimeoutError)
"""What may come of a call that can be done without."""


class Clerk:
    """Its methods run in the event loop; the router runs in the workers' threads."""

    def __init__(
        self,
        *,
        client: AsyncWebClient,
        identity: Identity,
        workers: Workers,
        inbox: InboxWriter,
        router: Router,
        sentences: Sentences,
    ) -> None:
        self.client, self.identity = client, identity
        self.profiles = SlackProfiles(client, identity.team_id, identity.bot_user_id)
        self._workers, self._inbox, self._router, self._sentences = workers, inbox, router, sentences

    async def handle(self, request: Request) -> Outcome:
        """What the router says, found in a worker thread."""
        profile = await self.profiles.profile(request.address)
        is_slow = isinstance(request, Pressed) and request.action in _SLOW_PRESSES
        run = self._workers.run_slow if is_slow else self._workers.run_quick
        return await run(partial(self._router.handle, request, profile))

    async def present(self, item: InboxItem, request: Request, posted: str) -> None:
        """Answer in the thread: a status, the parts as they come, the whole."""
        place = request.place
        profile = await self.profiles.profile(request.address)
        drawing = self.drawing(await self._workers.run_quick(lambda: self._router.locale_of(profile)))
        presentation = Presentation(
            client=self.client,
            drawing=drawing,
            channel=place.conversation,
            thread=place.thread,
            team_id=self.identity.team_id,
            user_id=request.address,
            item_id=request.id,
            note=partial(self._inbox.note_reply, item.id),
            posted=posted,
        )
        handle = partial(self._router.handle, request, profile, hear=presentation.hear)
        if isinstance(request, Asked) and not request.is_addressed:
            # It may be no question to us at all: no status before that is known.
            outcome = await self._workers.run_slow(handle)
            if outcome.reply is not None:
                await presentation.finish(outcome.reply)
            return
        await presentation.follow(self._reply_of(handle))

    async def _reply_of(self, handle: Callable[[], Outcome]) -> Reply | None:
        return (await self._workers.run_slow(handle)).reply

    async def greet(self, user: str, channel: str) -> None:
        """The first words in a direct conversation, and questions to begin with beside it."""
        profile = await self.profiles.profile(user)
        greeting = await self._workers.run_quick(lambda: self._router.greet(profile))
        for reply in greeting.replies:
            await self.say(channel, greeting.locale, reply)
        prompts = [{"title": starter[:75], "message": starter} for starter in greeting.starters]
        if prompts and not greeting.replies:
            with suppress(*TROUBLE):
                await self.client.assistant_threads_setSuggestedPrompts(channel_id=channel, prompts=prompts)

    async def place(self, conversation: str, thread: str, user: str, *, is_direct: bool) -> Place:
        """A place with everybody who can read there."""
        present = frozenset({user}) if is_direct else await self.profiles.present(conversation)
        return Place(conversation=conversation, thread=thread, is_direct=is_direct, present=present)

    async def direct_place(self, user: str) -> Place:
        """The direct conversation with somebody, outside of any thread."""
        opened = await self.client.conversations_open(users=user)
        channel = str((opened.get("channel") or {}).get("id") or "")
        return await self.place(channel, "", user, is_direct=True)

    async def posted(self, item: InboxItem, request: Request, after: str, *, streams: bool = True) -> str:
        """The message with which an earlier attempt has begun to answer a request, or ""."""
        if item.reply is not None and streams:
            return item.reply[1]
        return await posted_before(
            self.client,
            item_id=request.id,
            place=request.place,
            after=after,
            bot=self.identity.bot_user_id,
            streams=streams,
        )

    async def say(self, channel: str, locale: Locale, reply: Reply, *, thread: str = "") -> None:
        """Post a message of its own. Raises SlackApiError."""
        drawn = self.drawing(locale).message(reply)
        await self.client.chat_postMessage(
            channel=channel,
            thread_ts=thread or None,
            text=drawn.text,
            blocks=drawn.blocks,
            unfurl_links=False,
            unfurl_media=False,
        )

    async def publish(self, user: str, outcome: Outcome) -> None:
        """Draw somebody's page. Raises SlackApiError."""
        if outcome.reply is not None:
            await self.client.views_publish(user_id=user, view=self.drawing(outcome.locale).home(outcome.reply))

    def drawing(self, locale: Locale) -> SlackDrawing:
        """The pen for a language."""
        return SlackDrawing(self._sentences, locale)
