"""What the page needs of the way to the app (`bot/workspace/delivery`)."""

from __future__ import annotations

from typing import Any, Protocol

from bot.workspace.records import Message, View

Json = dict[str, Any]


class AppDoor(Protocol):
    """What a person does that the app hears of. Each returns when the app has acknowledged, or has not in time.

    The person is given as a user id. Refusals are ApiError.
    """

    async def press(self, user: str, surface: Message | View, action: Json, state: Json) -> Any:
        """A person used an element of a message or view; `state` is `state.values`."""

    async def submit_view(self, user: str, view_id: str, state: Json) -> Json:
        """A person sent a modal off; the result may have `errors`, by block_id."""

    async def close_view(self, user: str, view_id: str, *, cleared: bool = False) -> Any:
        """A person closed a modal, or (`cleared`) all of them."""

    async def options(self, user: str, surface: Message | View, block_id: str, action_id: str, value: str) -> Json:
        """What an external select offers for what was typed: `options` or `option_groups`."""

    async def slash(self, user: str, channel: str, command: str, text: str) -> Any:
        """A person typed a slash command."""

    async def shortcut(self, user: str, callback_id: str, message: Message | None = None) -> Any:
        """A person chose a shortcut, of a message if one is given."""

    def home_opened(self, user: str, tab: str) -> Any:
        """A person opened the app's DM on the tab "home" or "messages"."""
