"""What Slack tells us of: people's words and files, their page opened, somebody coming into a conversation."""

from __future__ import annotations

from dataclasses import replace

from bot.core.messages import Asked, Dropped, Message, Opened, Place, Reply, Said
from bot.errors import PersonError
from bot.platforms.slack import reading
from bot.platforms.slack.clerk import Clerk
from bot.platforms.slack.files import FileNotReceived, fetch_file
from bot.platforms.slack.ports import Body, InboxItem


class Hearing:
    """Takes events."""

    def __init__(self, clerk: Clerk) -> None:
        self._clerk = clerk

    async def take(self, item: InboxItem, *, is_again: bool) -> None:
        """Work on an event. Raises what may come of a call (`TROUBLE`), and what another attempt may do better with."""
        event: Body = item.body.get("event") or {}
        name = str(event.get("type"))
        if name == "user_change":
            await self._changed(event)
            return
        user = str(event.get("user") or "")
        if name == "app_home_opened":
            await self._opened(item, event, user)
        elif name == "member_joined_channel":
            await self._joined(item, event, user, is_again)
        elif reading.is_said_by_person(event, bot=self._clerk.identity.bot_user_id):
            await self._said(item, event, user, is_again)

    async def _joined(self, item: InboxItem, event: Body, user: str, is_again: bool) -> None:
        """Whoever came in reads along from now on; if it is us, we say so, in the language of whoever invited us."""
        channel = str(event.get("channel") or "")
        self._clerk.profiles.forget_present(channel)
        if user == self._clerk.identity.bot_user_id:
            place = Place(conversation=channel, is_direct=False)
            arrived = Opened(id=item.id, address=str(event.get("inviter") or user), place=place)
            reply = Reply(parts=(Said(Message("joined-channel")),))
            await self._clerk.answer(item, arrived, reply, is_again=is_again)

    async def _changed(self, event: Body) -> None:
        """Somebody was deactivated, or is there (again): whoever is gone is refused from now on."""
        user: Body = event.get("user") or {}
        await self._clerk.came_or_went(str(user.get("id") or ""), is_gone=bool(user.get("deleted")))

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
        if event.get("files"):
            await self._dropped(item, event, user, place, is_again)
            return
        asked = Asked(id=item.id, address=user, place=place, text=self._text_of(event), is_addressed=is_addressed)
        await self._clerk.present(item, asked, after=where.message, is_again=is_again)

    async def _dropped(self, item: InboxItem, event: Body, user: str, place: Place, is_again: bool) -> None:
        """Each file has its own message and its own press, and the words that came with all of them."""
        after = reading.where_said(event).message
        files = reading.files_of(event)
        given = Dropped(id=item.id, address=user, place=place, file_name="", content=b"", text=self._text_of(event))
        for number, file in enumerate(files, start=1):
            request = replace(given, id=f"{item.id}#{number}", file_name=file.name)
            try:
                content = await fetch_file(
                    file, token=self._clerk.client.token or "", api_url=self._clerk.client.base_url
                )
            except PersonError as error:
                await self._clerk.answer(item, request, _said(error), after=after, is_again=is_again)
            else:
                await self._clerk.present(item, replace(request, content=content), after=after, is_again=is_again)
        if not files:
            # Slack names a file without giving it: deleted meanwhile, or of another workspace.
            gone = _said(FileNotReceived("guides-file-gone", file=_first_name(event)))
            await self._clerk.answer(item, given, gone, after=after, is_again=is_again)

    def _text_of(self, event: Body) -> str:
        return reading.text_of(event, bot=self._clerk.identity.bot_user_id)


def _said(error: PersonError) -> Reply:
    return Reply(parts=(Said(Message(error.key, dict(error.arguments))),))


def _first_name(event: Body) -> str:
    files = event.get("files")
    first = files[0] if isinstance(files, list) and files and isinstance(files[0], dict) else {}
    return str(first.get("name") or first.get("title") or "?")
