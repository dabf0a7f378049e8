"""What a person does on the page."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from aiohttp import web

from bot.workspace.errors import ApiError
from bot.workspace.message_text import person_text
from bot.workspace.page_api.app_door import AppDoor
from bot.workspace.page_api.reads import joined_channel, viewer_of
from bot.workspace.page_api.shapes import PageShapes
from bot.workspace.records import Message, User, View
from bot.workspace.state import WorkspaceState

Json = dict[str, Any]
Act = Callable[[User, Json], Awaitable[Json]]
_LONGEST_STEP = timedelta(days=3660)


class Acts:
    """POST routes under /page/api/: JSON in, JSON out (`ok`, or `error` under Slack's name where there is one)."""

    def __init__(self, state: WorkspaceState, shapes: PageShapes, door: AppDoor) -> None:
        self._state = state
        self._shapes = shapes
        self._door = door

    def routes(self) -> list[web.RouteDef]:
        """Return a route for every act."""
        acts: list[Act] = [
            self.send,
            self.edit,
            self.delete,
            self.react,
            self.mark,
            self.open_dm,
            self.press,
            self.submit_view,
            self.close_view,
            self.options,
            self.slash,
            self.shortcut,
            self.home_opened,
            self.clock,
        ]
        return [web.post(f"/api/{act.__name__}", self._handler(act)) for act in acts]

    def _handler(self, act: Act) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def handle(request: web.Request) -> web.Response:
            viewer = viewer_of(request, self._state)
            try:
                body = await request.json()
            except ValueError as broken:
                raise ApiError("invalid_json") from broken
            if not isinstance(body, dict):
                raise ApiError("invalid_json")
            return web.json_response({"ok": True, **await act(viewer, body)})

        return handle

    async def send(self, viewer: User, body: Json) -> Json:
        """Say something: `channel`, `text`, and where wanted `thread_ts`, `files` (ids), `broadcast`."""
        channel = joined_channel(self._state, viewer, _text(body, "channel"))
        text, files = _text(body, "text"), [str(file) for file in body.get("files") or []]
        if channel.is_archived:
            raise ApiError("is_archived")
        if not text.strip() and not files:
            raise ApiError("no_text")
        fields: Json = {"thread_ts": body.get("thread_ts") or None, "reply_broadcast": bool(body.get("broadcast"))}
        if files:
            fields |= {"files": files, "subtype": "file_share"}
            self._share(viewer, channel.id, files)
        message = self._state.say(viewer.id, channel.id, text, **fields)
        self._state.mark_read(channel.id, viewer.id, message.ts)
        return {"message": self._shapes.message(message, viewer.id)}

    def _share(self, viewer: User, channel_id: str, file_ids: list[str]) -> None:
        for file_id in file_ids:
            file = self._state.file(file_id)
            if file.user != viewer.id:
                raise ApiError("file_not_found")
            if channel_id not in file.channels:
                file.channels = [*file.channels, channel_id]
            self._state.emit("file", channel_id, viewer.id, file=file, shared=True, deleted=False)

    def _message(self, viewer: User, body: Json) -> Message:
        joined_channel(self._state, viewer, _text(body, "channel"))
        message = self._state.message(_text(body, "channel"), _text(body, "ts"))
        if message.ephemeral_to not in (None, viewer.id):
            raise ApiError("message_not_found")
        return message

    def _own(self, viewer: User, body: Json) -> Message:
        message = self._message(viewer, body)
        if message.user != viewer.id:
            raise ApiError("cant_update_message")
        return message

    async def edit(self, viewer: User, body: Json) -> Json:
        """Put other words in one's own message."""
        message, text = self._own(viewer, body), _text(body, "text")
        if not text.strip():
            raise ApiError("no_text")
        written = person_text(text, self._state.users.values(), self._state.channels.values())
        self._state.update_message(message, text=written, edited_ts=self._state.next_ts())
        return {}

    async def delete(self, viewer: User, body: Json) -> Json:
        """Take one's own message back."""
        self._state.delete_message(self._own(viewer, body))
        return {}

    async def react(self, viewer: User, body: Json) -> Json:
        """Set a reaction, or take it away if it is there."""
        message, name = self._message(viewer, body), _text(body, "name")
        if message.ephemeral_to or not name:
            raise ApiError("message_not_found")
        add = viewer.id not in message.reactions.get(name, [])
        self._state.react(message, name, viewer.id, add=add)
        return {}

    async def mark(self, viewer: User, body: Json) -> Json:
        """Have read a conversation up to `ts`, or a thread of it (`thread_ts`); never back."""
        channel = joined_channel(self._state, viewer, _text(body, "channel"))
        ts = _text(body, "ts")
        if body.get("thread_ts"):
            self._shapes.read_thread(viewer.id, channel.id, _text(body, "thread_ts"), ts)
        if ts > channel.last_read.get(viewer.id, ""):
            self._state.mark_read(channel.id, viewer.id, ts)
        return {}

    async def open_dm(self, viewer: User, body: Json) -> Json:
        """Open a DM with `user`."""
        channel = self._state.im_between(viewer.id, _text(body, "user"))
        return {"channel": self._shapes.channel(channel, viewer.id)}

    def _surface(self, viewer: User, body: Json) -> Message | View:
        if body.get("view"):
            view = self._state.view(_text(body, "view"))
            if view.user != viewer.id:
                raise ApiError("not_found")
            return view
        return self._message(viewer, body)

    async def press(self, viewer: User, body: Json) -> Json:
        """Use an element of a message (`channel`, `ts`) or a view: `action`, and `state` as `state.values`."""
        surface = self._surface(viewer, body)
        return _result(await self._door.press(viewer.id, surface, _object(body, "action"), _object(body, "state")))

    async def submit_view(self, viewer: User, body: Json) -> Json:
        """Send a modal off; the answer may have `errors` by block_id."""
        self._surface(viewer, body)
        return _result(await self._door.submit_view(viewer.id, _text(body, "view"), _object(body, "state")))

    async def close_view(self, viewer: User, body: Json) -> Json:
        """Close a modal, or with `cleared` all of them."""
        self._surface(viewer, body)
        cleared = bool(body.get("cleared"))
        return _result(await self._door.close_view(viewer.id, _text(body, "view"), cleared=cleared))

    async def options(self, viewer: User, body: Json) -> Json:
        """What an external select offers for `value`."""
        surface = self._surface(viewer, body)
        block_id, action_id = _text(body, "block_id"), _text(body, "action_id")
        return _result(await self._door.options(viewer.id, surface, block_id, action_id, _text(body, "value")))

    async def slash(self, viewer: User, body: Json) -> Json:
        """Type a slash command."""
        channel = joined_channel(self._state, viewer, _text(body, "channel"))
        return _result(await self._door.slash(viewer.id, channel.id, _text(body, "command"), _text(body, "text")))

    async def shortcut(self, viewer: User, body: Json) -> Json:
        """Choose a shortcut, of a message if `ts` is given."""
        message = self._message(viewer, body) if body.get("ts") else None
        return _result(await self._door.shortcut(viewer.id, _text(body, "callback_id"), message))

    async def home_opened(self, viewer: User, body: Json) -> Json:
        """Look at the app's DM: `tab` is "home" or "messages"."""
        tab = "home" if body.get("tab") == "home" else "messages"
        told = self._door.home_opened(viewer.id, tab)
        if inspect.isawaitable(told):
            await told
        return {}

    async def clock(self, viewer: User, body: Json) -> Json:
        """Move the clock forward: `advance_s`, `to` (ISO, with its zone) or `to_next_working_day` (an hour)."""
        clock = self._state.clock
        try:
            if "advance_s" in body:
                step = timedelta(seconds=float(body["advance_s"]))
            elif "to_next_working_day" in body:
                step = clock.next_working_day(int(body["to_next_working_day"])) - clock.now()
            else:
                step = datetime.fromisoformat(_text(body, "to")) - clock.now()
            if step > _LONGEST_STEP:
                raise ApiError("invalid_arguments")
            self._state.advance_clock(step)
        except (ValueError, TypeError, OverflowError) as wrong:
            raise ApiError("invalid_arguments", messages=[str(wrong)]) from wrong
        return {"clock": self._shapes.clock()}


def _text(body: Json, key: str) -> str:
    value = body.get(key)
    return value if isinstance(value, str) else ""


def _object(body: Json, key: str) -> Json:
    value = body.get(key)
    return value if isinstance(value, dict) else {}


def _result(answer: object) -> Json:
    if isinstance(answer, dict):
        return answer
    return {"ok": answer is not False}
