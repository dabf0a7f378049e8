"""What Slack tells us of: people's words and files, their page opened, somebody coming into a conversation."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.messages import Asked, Dropped, Message, Opened, Place, Reply, Said
from bot.errors import PersonError
from bot.platforms.slack import reading
from bot.platforms.slack.clerk import Clerk
from bot.platforms.slack.files import fetch_file
from bot.platforms.slack.ports import Body, InboxItem


class Hearing:
    """Takes events."""

    def __init__(self, clerk: Clerk) -> None:
        self._clerk = clerk

    async def take(self, item: InboxItem, *, is_again: bool) -> None:
        """Work on an event. Raises SlackApiError, and what another attempt may do better with."""
        event: Body = item.body.get("event") or {}
        name, user = str(event.get("type")), str(event.get("user") or "")
        if name == "app_home_opened":
            await self._opened(item, event, user)
        elif name == "member_joined_channel":
            self._clerk.profiles.forget_present(str(event.get("channel")))
            if user == self._clerk.identity.bot_user_id:
                await self._clerk.say(str(event.get("channel")), "ja", Reply(parts=(Said(Message("joined-channel")),)))
        elif reading.is_said_by_person(event, bot=self._clerk.identity.bot_user_id):
            await self._said(item, event, user, is_again)

    async def _opened(self, item: InboxItem, event: Body, user: str) -> None:
        if event.get("tab") == "messages":
            await self._clerk.greet(user, str(event.get("channel") or ""))
        else:
            place = Place(conversation="", present=frozenset({user}))
            outcome = await self._clerk.handle(Opened(id=item.id, address=user, place=place))
            await self._clerk.publish(user, outcome)

    async def _said(self, item: InboxItem, event: Body, user: str, is_again: bool) -> None:
        where = reading.where_said(event)
        is_direct = event.get("channel_type") == "im" or where.conversation.startswith("D")
        mentioned = reading.mentions_of(event)
        is_addressed = is_direct or event.get("type") == "app_mention" or self._clerk.identity.bot_user_id in mentioned
        if not is_addressed and (mentioned or event.get("files")):
            # Said to somebody else, or shown to everybody: no business of ours.
            return
        place = await self._clerk.place(where.conversation, where.thread or where.message, user, is_direct=is_direct)
        if is_direct:
            await self._clerk.greet(user, where.conversation)
        files = reading.files_of(event)
        if files:
            await self._dropped(item, files, user, place, after=where.message if is_again else "")
            return
        text = reading.text_of(event, bot=self._clerk.identity.bot_user_id)
        asked = Asked(id=item.id, address=user, place=place, text=text, is_addressed=is_addressed)
        posted = await self._clerk.posted(item, asked, where.message) if is_again else ""
        await self._clerk.present(item, asked, posted)

    async def _dropped(
        self, item: InboxItem, files: Sequence[reading.FileDropped], user: str, place: Place, *, after: str
    ) -> None:
        """Each file has its own message and its own press. `after`: where an earlier attempt's messages may stand."""
        for number, file in enumerate(files, start=1):
            try:
                content = await fetch_file(
                    file, token=self._clerk.client.token or "", api_url=self._clerk.client.base_url
                )
            except PersonError as error:
                locale = (await self._clerk.profiles.profile(user)).locale or "ja"
                reply = Reply(parts=(Said(Message(error.key, dict(error.arguments))),))
                await self._clerk.say(place.conversation, locale, reply, thread=place.thread)
                continue
            request = Dropped(id=f"{item.id}#{number}", address=user, place=place, file_name=file.name, content=content)
            posted = await self._clerk.posted(item, request, after, streams=False) if after else ""
            await self._clerk.present(item, request, posted)
