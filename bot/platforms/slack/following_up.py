"""What a reply has promised for later (`Reply.later`): worked out in a worker's thread, and posted as a message of its
own with its files. Until it is there the item stands in the inbox: after a crash it is worked on again, and what the
earlier attempt has posted is looked for first.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from slack_sdk.web.async_client import AsyncWebClient

from bot.core.messages import Locale, Message, Place, Reply, Said
from bot.platforms.slack.carrying import Carrier, ReferenceOf
from bot.platforms.slack.drawing import SlackDrawing
from bot.platforms.slack.ports import Identity
from bot.platforms.slack.presenting import Presentation
from bot.platforms.slack.recovery import posted_before
from bot.platforms.slack.remembering import Remembering
from bot.platforms.slack.workers import Workers

_LATER = "#later"
"""It is another message than the one that promises it."""


class FollowingUp:
    """Keeps promises. Runs in the event loop."""

    def __init__(
        self,
        *,
        client: AsyncWebClient,
        identity: Identity,
        workers: Workers,
        carrier: Carrier,
        remembering: Remembering,
        drawing: Callable[[Locale], SlackDrawing],
        reference_of: ReferenceOf,
    ) -> None:
        self._client, self._identity, self._workers, self._carrier = client, identity, workers, carrier
        self._remembering, self._drawing, self._reference_of = remembering, drawing, reference_of

    async def keep(
        self, item_id: str, user: str, reply: Reply, locale: Locale, place: Place, since: str, *, is_again: bool
    ) -> None:
        """Say and send what is promised, in a place, once. Raises what may come of a call (`TROUBLE`)."""
        if reply.later is None:
            return
        later = await self._workers.run_slow(partial(self._worked_out, reply.later))
        presentation = await self._presentation(f"{item_id}{_LATER}", user, locale, place, since, is_again=is_again)
        carried = await self._carrier.prepare(later, locale, place, since, is_again=is_again)
        await presentation.finish(carried.reply)
        await self._remembering.message(carried.reply, place.conversation, presentation.message, place.thread)
        await self._carrier.show(carried, place, since)

    def _worked_out(self, later: Callable[[], Reply]) -> Reply:
        """What was promised, or what to do where that failed."""
        try:
            return later()
        except Exception as error:
            return Reply(parts=(Said(Message("later-failed", {"reference": self._reference_of(error)})),))

    async def _presentation(
        self, id: str, user: str, locale: Locale, place: Place, since: str, *, is_again: bool
    ) -> Presentation:
        bot = self._identity.bot_user_id
        find = partial(posted_before, self._client, item_id=id, place=place, after=since, bot=bot, streams=False)
        return Presentation(
            client=self._client,
            drawing=self._drawing(locale),
            channel=place.conversation,
            thread=place.thread,
            team_id=self._identity.team_id,
            user_id=user,
            item_id=id,
            note=_not_noted,
            find=find,
            posted=await find() if is_again else "",
        )


async def _not_noted(_: str, __: str) -> None:
    """An item remembers the message that answered it; what follows is read back from Slack."""
