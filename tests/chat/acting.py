"""What people do in the workspace, through the same entry points as its page."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from bot.workspace.records import Message, View
from bot.workspace.state import WorkspaceState
from tests.chat.looks import look_at, standing_in
from tests.chat.stack import Stack, key_of
from tests.chat.transcripts import Drops, Step

Json = dict[str, Any]
Entered = str | list[str]


@dataclass
class People:
    """Everybody in the workspace, with what they call the messages they see."""

    stack: Stack
    called: dict[str, Message] = field(default_factory=dict)

    @property
    def state(self) -> WorkspaceState:
        return self.stack.workspace.state

    def id_of(self, key: str) -> str:
        """The user id of somebody."""
        return next(id for id in self.state.users if key_of(id) == key)

    def channel(self, name: str) -> str:
        """The id of a channel by its name, or of somebody's conversation with Minori by their key."""
        named = [
            channel.id for channel in self.state.channels.values() if channel.name == name and channel.kind != "im"
        ]
        return named[0] if named else self.state.im_between(self.state.seed.bot_user_id, self.id_of(name)).id

    async def act(self, step: Step) -> Message | None:
        """Do what a step says; returns the message it is about: what was said, or what has the button."""
        if step.says is not None:
            return self._say(step, step.says)
        if step.presses is not None:
            return await self._press(step, step.presses)
        if step.submits is not None:
            await self._submit(step, step.submits)
        elif step.shortcut is not None:
            await self._choose(step, step.shortcut)
        elif step.drops is not None:
            return self._drop(step, step.drops)
        elif step.opens is not None:
            await self.stack.workspace.delivery.home_opened(self.id_of(step.who), step.opens)
        elif step.command is not None:
            where = self.channel(step.at or step.who)
            name, _, text = step.command.partition(" ")
            result = await self.stack.workspace.delivery.slash(self.id_of(step.who), where, name, text)
            assert result["ok"], result
        elif step.joins is not None:
            self.state.join(self.channel(step.joins), self.id_of(step.who))
        elif step.account in ("missed", "back unnoticed"):
            # Without a word to anybody, as while nothing is running.
            self.state.user(self.id_of(step.who)).deleted = step.account == "missed"
            await asyncio.to_thread(self.stack.roll_call)
        elif step.account is not None:
            self.state.set_deactivated(self.id_of(step.who), step.account == "deactivated")
        elif step.clock is not None:
            clock = self.state.clock
            self.state.move_clock(clock.next_working_day() if step.clock == "next working day" else step.clock)
        return None

    def _say(self, step: Step, text: str) -> Message:
        thread = self.called[step.under].ts if step.under else None
        return self.state.say(self.id_of(step.who), self.channel(step.at or step.who), text, thread_ts=thread)

    def _drop(self, step: Step, drops: Sequence[Drops]) -> Message:
        user, thread = self.id_of(step.who), self.called[step.under].ts if step.under else None
        files = [self.state.add_file(user, one.file, one.content()).id for one in drops]
        mention = f"<@{self.state.seed.bot_user_id}> " if step.mentions else ""
        text = (mention + step.beside).strip()
        return self.state.share_files(user, self.channel(step.at or step.who), files, text, thread_ts=thread)

    async def _press(self, step: Step, label: str) -> Message | None:
        surface, user = self._surface(step), self.id_of(step.who)
        blocks = surface.blocks if isinstance(surface, Message) else surface.content["blocks"]
        look = look_at(blocks)
        found = [button for button in look.buttons if button.label == label]
        assert len(found) >= step.nth, f"no button {label!r} among {look.labels}"
        button = found[step.nth - 1]
        assert bool(button.confirm) == bool(step.confirms), f"{label!r} asks {button.confirm!r}"
        assert step.confirms in button.confirm, f"{label!r} asks {button.confirm!r}"
        action = {"block_id": button.block_id, "action_id": button.action_id}
        press = self.stack.workspace.delivery.press
        for result in await asyncio.gather(*(press(user, surface, action) for _ in range(step.times))):
            assert result["ok"], result
        return surface if isinstance(surface, Message) else None

    def _surface(self, step: Step) -> Message | View:
        if step.upon == "sheet":
            return self._sheet(step.who)
        if step.upon == "home":
            home = self.state.home(self.id_of(step.who))
            assert home is not None, f"{step.who} has no page"
            return home
        return self.called[step.upon]

    def _sheet(self, who: str) -> View:
        stack = self.state.stack(self.id_of(who))
        assert stack, f"{who} has no sheet open"
        return stack[-1]

    async def _choose(self, step: Step, name: str) -> None:
        """An entry in the menu of anybody's message."""
        offered = {one.name: one.callback_id for one in self.state.seed.shortcuts}
        assert name in offered, f"no {name!r} in the menu: {list(offered)}"
        chosen = self.stack.workspace.delivery.shortcut
        result = await chosen(self.id_of(step.who), offered[name], self.called[step.upon])
        assert result["ok"], result

    async def _submit(self, step: Step, filled: dict[str, Entered]) -> None:
        view = self._sheet(step.who)
        inputs = {str(block["label"]["text"]): block for block in look_at(view.content["blocks"]).inputs}
        unknown = set(filled) - set(inputs)
        assert not unknown, f"no field {unknown} among {list(inputs)}"
        values = {}
        for label, block in inputs.items():
            entered = filled[label] if label in filled else standing_in(block["element"])
            assert entered or block.get("optional"), f"{label} is to be filled in"
            values[block["block_id"]] = entered_into(block["element"], entered)
        result = await self.stack.workspace.delivery.submit_view(self.id_of(step.who), view.id, values)
        assert result["ok"], result


def options_of(element: Json) -> list[Json]:
    """What can be chosen, in groups or not."""
    groups = element.get("option_groups") or [element]
    return [option for group in groups for option in group.get("options", [])]


def entered_into(element: Json, entered: Entered) -> Json:
    """The state of a field, as Slack sends it."""
    kind = str(element["type"])
    typed = {"plain_text_input": "value", "datepicker": "selected_date", "timepicker": "selected_time"}
    typed["users_select"] = "selected_user"
    if kind in typed:
        assert isinstance(entered, str), f"{entered!r} is typed into a field"
        _check_form(kind, entered)
        return {element["action_id"]: {"type": kind, typed[kind]: entered or None}}
    labels = {str(option["text"]["text"]): option for option in options_of(element)}
    chosen = [entered] if isinstance(entered, str) and entered else list(entered)
    assert set(chosen) <= set(labels), f"{chosen!r} is no choice among {list(labels)}"
    options = [labels[one] for one in labels if one in chosen]
    if kind in ("checkboxes", "multi_static_select"):
        return {element["action_id"]: {"type": kind, "selected_options": options}}
    assert len(options) <= 1, f"{chosen!r}: one of them can be chosen"
    return {element["action_id"]: {"type": kind, "selected_option": options[0] if options else None}}


def _check_form(kind: str, entered: str) -> None:
    """A picker gives nothing but a day or a time."""
    if entered and kind == "datepicker":
        assert date.fromisoformat(entered).isoformat() == entered, f"{entered!r} is no day"
    if entered and kind == "timepicker":
        assert time.fromisoformat(entered).isoformat("minutes") == entered, f"{entered!r} is no time"
