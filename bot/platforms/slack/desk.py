"""The desk: what came in becomes a request, the router answers, and the reply goes where it belongs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.core import actions
from bot.core.actions import SHOWN, Shown
from bot.core.messages import Asked, Dropped, Locale, Message, Opened, Place, Pressed, Reply, Request, Said, Sentences
from bot.core.router import Outcome, Router
from bot.errors import PersonError
from bot.platforms.slack import reading
from bot.platforms.slack.drawing import SlackDrawing
from bot.platforms.slack.files import fetch_file
from bot.platforms.slack.inbox_writer import InboxWriter
from bot.platforms.slack.ports import Body, Identity, InboxItem, Kind
from bot.platforms.slack.presenting import Presentation, reason_of
from bot.platforms.slack.profiles import SlackProfiles
from bot.platforms.slack.recovery import posted_before
from bot.platforms.slack.workers import Workers

_OPENING_S = 2.5
_TRY_AGAIN = {"ratelimited", "internal_error", "fatal_error", "service_unavailable", "request_timeout"}
_SLOW_PRESSES = {actions.ASK, actions.DRAFT_TO_GUIDES, actions.GUIDE_PUBLISH, actions.GUIDE_UNDO}


class SlackDesk:
    """The `Desk` of Slack. Its methods run in the event loop; the router runs in the workers' threads."""

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
        self._client, self._identity, self._workers = client, identity, workers
        self._inbox, self._router, self._sentences = inbox, router, sentences
        self._profiles = SlackProfiles(client, identity.team_id, identity.bot_user_id)

    async def open_sheet(self, body: Body) -> str | None:
        """Open an empty sheet on the press's trigger, over the sheet that is open already if there is one."""
        drawing = self._drawing(self._profiles.locale(_user_of(body)))
        open_ = self._client.views_push if _in_sheet(body) else self._client.views_open
        try:
            trigger = str(body.get("trigger_id") or "")
            opened = await asyncio.wait_for(open_(trigger_id=trigger, view=drawing.opening_sheet()), _OPENING_S)
        except (SlackApiError, OSError, TimeoutError) as error:
            _log().warning("sheet_not_opened", reason=reason_of(error))
            return None
        return str((opened.get("view") or {}).get("id") or "") or None

    def acknowledgement(self, body: Body) -> Body | None:
        """A sent form stays open, empty, until what came of it is known."""
        drawing = self._drawing(self._profiles.locale(_user_of(body)))
        return {"response_action": "update", "view": drawing.opening_sheet()}

    async def take(self, item: InboxItem) -> None:
        """Work on an item that has just come in."""
        await self._work(item, is_again=False)

    async def take_up(self, item: InboxItem) -> None:
        """Work on an item that an earlier process did not finish."""
        await self._work(item, is_again=True)

    async def apologise(self, body: Body, *, view_id: str | None) -> None:
        """Say that something could not be taken in."""
        user, where = _user_of(body), reading.where_of(body)
        drawing = self._drawing(self._profiles.locale(user))
        message = Message("not-taken-in")
        with suppress(SlackApiError, OSError, TimeoutError):
            if view_id:
                await self._client.views_update(view_id=view_id, view=drawing.sheet(Reply(parts=(Said(message),))))
            elif where.conversation and user:
                thread = where.thread or None
                text = drawing.say(message)
                await self._client.chat_postEphemeral(
                    channel=where.conversation, user=user, text=text, thread_ts=thread
                )

    async def _work(self, item: InboxItem, *, is_again: bool) -> None:
        """Raises where another attempt may do better; what Slack refuses for good is written to the log."""
        try:
            if item.kind is Kind.EVENT:
                await self._event(item, item.body.get("event") or {}, is_again)
            elif item.kind in (Kind.ACTION, Kind.SUBMISSION):
                await self._press(item, is_again)
            elif item.kind is Kind.COMMAND:
                await self._command(item)
        except SlackApiError as error:
            if reason_of(error) in _TRY_AGAIN:
                raise
            _log().error("slack_refused", item=item.id, reason=reason_of(error))

    async def _event(self, item: InboxItem, event: Body, is_again: bool) -> None:
        name, user = str(event.get("type")), str(event.get("user") or "")
        if name == "app_home_opened":
            await self._opened(item, event, user)
        elif name == "member_joined_channel":
            self._profiles.forget_present(str(event.get("channel")))
            if user == self._identity.bot_user_id:
                await self._say(str(event.get("channel")), "ja", Reply(parts=(Said(Message("joined-channel")),)))
        elif reading.is_said_by_person(event, bot=self._identity.bot_user_id):
            await self._said(item, event, user, is_again)

    async def _opened(self, item: InboxItem, event: Body, user: str) -> None:
        if event.get("tab") == "messages":
            await self._greet(user, str(event.get("channel") or ""))
        else:
            place = Place(conversation="", present=frozenset({user}))
            outcome = await self._handle(Opened(id=item.id, address=user, place=place))
            await self._publish(user, outcome)

    async def _greet(self, user: str, channel: str) -> None:
        profile = await self._profiles.profile(user)
        greeting = await self._workers.run_quick(lambda: self._router.greet(profile))
        for reply in greeting.replies:
            await self._say(channel, greeting.locale, reply)
        prompts = [{"title": starter[:75], "message": starter} for starter in greeting.starters]
        if prompts and not greeting.replies:
            with suppress(SlackApiError, OSError, TimeoutError):
                await self._client.assistant_threads_setSuggestedPrompts(channel_id=channel, prompts=prompts)

    async def _said(self, item: InboxItem, event: Body, user: str, is_again: bool) -> None:
        where = reading.where_said(event)
        is_direct = event.get("channel_type") == "im" or where.conversation.startswith("D")
        mentioned = reading.mentions_of(event)
        is_addressed = is_direct or event.get("type") == "app_mention" or self._identity.bot_user_id in mentioned
        if not is_addressed and (mentioned or event.get("files")):
            # Said to somebody else, or shown to everybody: no business of ours.
            return
        place = await self._place(where.conversation, where.thread or where.message, user, is_direct=is_direct)
        if is_direct:
            await self._greet(user, where.conversation)
        posted = await self._posted(item, place, where.message) if is_again else ""
        files = reading.files_of(event)
        if files:
            await self._dropped(item, files, user, place)
            return
        text = reading.text_of(event, bot=self._identity.bot_user_id)
        asked = Asked(id=item.id, address=user, place=place, text=text, is_addressed=is_addressed)
        await self._present(item, asked, posted)

    async def _dropped(self, item: InboxItem, files: Sequence[reading.FileDropped], user: str, place: Place) -> None:
        """Each file has its own message and its own press. An earlier attempt's message is replaced by none of them."""
        for number, file in enumerate(files, start=1):
            try:
                content = await fetch_file(file, token=self._client.token or "", api_url=self._client.base_url)
            except PersonError as error:
                locale = (await self._profiles.profile(user)).locale or "ja"
                reply = Reply(parts=(Said(Message(error.key, dict(error.arguments))),))
                await self._say(place.conversation, locale, reply, thread=place.thread)
                continue
            request = Dropped(id=f"{item.id}#{number}", address=user, place=place, file_name=file.name, content=content)
            await self._present(item, request, "")

    async def _present(self, item: InboxItem, request: Request, posted: str) -> None:
        """Answer in the thread: a status, the parts as they come, the whole."""
        place = request.place
        profile = await self._profiles.profile(request.address)
        drawing = self._drawing(await self._workers.run_quick(lambda: self._router.locale_of(profile)))
        presentation = Presentation(
            client=self._client,
            drawing=drawing,
            channel=place.conversation,
            thread=place.thread,
            team_id=self._identity.team_id,
            user_id=request.address,
            item_id=item.id,
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

    async def _press(self, item: InboxItem, is_again: bool) -> None:
        is_form = item.kind is Kind.SUBMISSION
        press = reading.submitted_of(item.body) if is_form else reading.pressed_of(item.body)
        if press.action not in SHOWN:
            return
        user, where = _user_of(item.body), _where(item.body)
        is_direct = where.conversation.startswith("D") or not where.conversation
        place = await self._place(where.conversation, where.thread or where.message, user, is_direct=is_direct)
        request = Pressed(
            id=item.id,
            address=user,
            place=place,
            action=press.action,
            reference=press.reference,
            values=press.values,
        )
        if SHOWN[press.action] is Shown.SAID:
            if not where.conversation:
                request = replace(request, place=await self._direct_place(user))
            posted = await self._posted(item, request.place, where.message) if is_again else ""
            await self._present(item, request, posted)
            return
        await self._show(item, where, await self._handle(request), request)

    async def _show(self, item: InboxItem, where: reading.Where, outcome: Outcome, pressed: Pressed) -> None:
        """Put the reply of a press where it belongs: the sheet, the message, the page."""
        if outcome.reply is None:
            return
        drawing = self._drawing(outcome.locale)
        shown, is_form = SHOWN[pressed.action], item.kind is Kind.SUBMISSION
        in_sheet = is_form or _in_sheet(item.body)
        if item.view_id or in_sheet:
            private = {"conversation": where.conversation, "thread": where.thread, "message": where.message}
            view_id = item.view_id or str((item.body.get("view") or {}).get("id"))
            await self._client.views_update(view_id=view_id, view=drawing.sheet(outcome.reply, private=private))
        if where.message and (is_form or (shown is not Shown.SHEET and not in_sheet)):
            drawn = drawing.message(outcome.reply)
            await self._client.chat_update(
                channel=where.conversation, ts=where.message, text=drawn.text, blocks=drawn.blocks
            )
        if shown is Shown.HOME and not where.message:
            await self._publish(pressed.address, outcome)
        elif is_form or (not where.conversation and shown is not Shown.SHEET):
            place = Place(conversation="", present=frozenset({pressed.address}))
            opened = Opened(id=f"{item.id}#home", address=pressed.address, place=place)
            await self._publish(pressed.address, await self._handle(opened))

    async def _command(self, item: InboxItem) -> None:
        """`/minori …` is answered in the direct conversation, where nobody reads along."""
        user = str(item.body.get("user_id") or "")
        place = await self._direct_place(user)
        await self._greet(user, place.conversation)
        text = str(item.body.get("text") or "").strip() or "help"
        await self._present(item, Asked(id=item.id, address=user, place=place, text=text), "")
        if str(item.body.get("channel_id") or "") != place.conversation:
            profile = await self._profiles.profile(user)
            said = self._drawing(profile.locale or "ja").say(Message("answered-directly"))
            with suppress(SlackApiError, OSError, TimeoutError):
                await self._client.chat_postEphemeral(channel=str(item.body.get("channel_id")), user=user, text=said)

    async def _handle(self, request: Request) -> Outcome:
        profile = await self._profiles.profile(request.address)
        is_slow = isinstance(request, Pressed) and request.action in _SLOW_PRESSES
        run = self._workers.run_slow if is_slow else self._workers.run_quick
        return await run(partial(self._router.handle, request, profile))

    async def _direct_place(self, user: str) -> Place:
        """The direct conversation with somebody, outside of any thread."""
        opened = await self._client.conversations_open(users=user)
        channel = str((opened.get("channel") or {}).get("id") or "")
        return await self._place(channel, "", user, is_direct=True)

    async def _place(self, conversation: str, thread: str, user: str, *, is_direct: bool) -> Place:
        present = frozenset({user}) if is_direct else await self._profiles.present(conversation)
        return Place(conversation=conversation, thread=thread, is_direct=is_direct, present=present)

    async def _posted(self, item: InboxItem, place: Place, after: str) -> str:
        """The message with which an earlier attempt has begun to answer, or ""."""
        if item.reply is not None:
            return item.reply[1]
        return await posted_before(
            self._client, item_id=item.id, place=place, after=after, bot=self._identity.bot_user_id
        )

    async def _say(self, channel: str, locale: Locale, reply: Reply, *, thread: str = "") -> None:
        drawn = self._drawing(locale).message(reply)
        await self._client.chat_postMessage(
            channel=channel,
            thread_ts=thread or None,
            text=drawn.text,
            blocks=drawn.blocks,
            unfurl_links=False,
            unfurl_media=False,
        )

    async def _publish(self, user: str, outcome: Outcome) -> None:
        if outcome.reply is not None:
            await self._client.views_publish(user_id=user, view=self._drawing(outcome.locale).home(outcome.reply))

    def _drawing(self, locale: Locale) -> SlackDrawing:
        return SlackDrawing(self._sentences, locale)


def _user_of(body: Body) -> str:
    user = body.get("user")
    return str(user.get("id") or "") if isinstance(user, dict) else str(body.get("user_id") or "")


def _in_sheet(body: Body) -> bool:
    view: Any = body.get("view")
    return isinstance(view, dict) and view.get("type") == "modal"


def _where(body: Body) -> reading.Where:
    """Where the button stands; from a sheet, where the press stood that opened it."""
    where = reading.where_of(body)
    if where.conversation:
        return where
    private = reading.private_of(body)
    return reading.Where(*(private.get(name, "") for name in ("conversation", "message", "thread")))


def _log() -> structlog.typing.FilteringBoundLogger:
    log: structlog.typing.FilteringBoundLogger = structlog.get_logger(__name__)
    return log
