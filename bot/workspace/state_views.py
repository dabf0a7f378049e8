"""Modals and Homes."""

from __future__ import annotations

import secrets
from typing import Any

from bot.workspace.block_ids import with_block_ids
from bot.workspace.clock import WorkspaceClock
from bot.workspace.errors import ApiError
from bot.workspace.records import Json, View, ViewType
from bot.workspace.seed import Seed
from bot.workspace.state_messages import Messages

STACK_LIMIT = 3
_APART = ("type", "callback_id", "private_metadata", "external_id")


class Views(Messages):
    """Each person's stack of modals (the last one is on top) and their Home."""

    def __init__(self, seed: Seed, clock: WorkspaceClock) -> None:
        super().__init__(seed, clock)
        self.views: dict[str, View] = {}
        self.stacks: dict[str, list[str]] = {}
        self.homes: dict[str, str] = {}

    def view(self, view_id: str = "", external_id: str = "") -> View:
        """Return a view that is open or a Home. Raises ApiError not_found."""
        if external_id:
            for view in self.views.values():
                if view.external_id == external_id:
                    return view
        found = self.views.get(view_id)
        if found is None:
            raise ApiError("not_found")
        return found

    def home(self, user_id: str) -> View | None:
        """Return a person's Home; None if the app has published none."""
        return self.views.get(self.homes.get(user_id, ""))

    def stack(self, user_id: str) -> list[View]:
        """Return the modals a person has open, the one on top last."""
        return [self.views[view_id] for view_id in self.stacks.get(user_id, [])]

    def publish_home(self, user_id: str, content: Json, hash_: str | None = None) -> View:
        """Set a person's Home from a view as the app sends it (change "home"). Raises ApiError hash_conflict."""
        self.user(user_id)
        view = self.home(user_id)
        if view is None:
            view = self._new("home", user_id, content)
            self.homes[user_id] = view.id
        else:
            self._fill(view, content, hash_)
        self.emit("home", user=user_id, view=view)
        return view

    def open_view(self, user_id: str, content: Json) -> View:
        """Open a modal, in place of any stack (change "view_opened"). Raises ApiError for a used external_id."""
        view = self._new("modal", user_id, content)
        for old in self.stacks.pop(user_id, []):
            self.views.pop(old, None)
        self.stacks[user_id] = [view.id]
        self.emit("view_opened", user=user_id, view=view)
        return view

    def push_view(self, user_id: str, content: Json) -> View:
        """Put a modal on top (change "view_opened"). Raises ApiError not_found, push_limit_reached."""
        stack = self.stacks.get(user_id)
        if not stack:
            raise ApiError("not_found")
        if len(stack) >= STACK_LIMIT:
            raise ApiError("push_limit_reached")
        view = self._new("modal", user_id, content)
        view.root_view_id, view.previous_view_id = stack[0], stack[-1]
        self.stacks[user_id] = [*stack, view.id]
        self.emit("view_opened", user=user_id, view=view)
        return view

    def update_view(self, view: View, content: Json, hash_: str | None = None) -> View:
        """Replace a view's content (change "view_updated", for a Home "home"). Raises ApiError hash_conflict."""
        self._fill(view, content, hash_)
        self.emit("home" if view.type == "home" else "view_updated", user=view.user, view=view)
        return view

    def close_view(self, view_id: str, *, clear: bool = False) -> list[View]:
        """Close a modal and those above it, or the whole stack (change "view_closed"); returns the closed, top first.

        Raises ApiError not_found.
        """
        view = self.view(view_id)
        stack = self.stacks.get(view.user, [])
        if view_id not in stack:
            raise ApiError("not_found")
        kept = [] if clear else stack[: stack.index(view_id)]
        closed = [self.views.pop(closing) for closing in reversed(stack[len(kept) :])]
        if kept:
            self.stacks[view.user] = kept
        else:
            del self.stacks[view.user]
        self.emit("view_closed", user=view.user, views=closed, cleared=not kept)
        return closed

    def set_view_values(self, view_id: str, values: Json) -> View:
        """Keep what a person has entered, `state.values`. Raises ApiError not_found."""
        view = self.view(view_id)
        view.values = values
        return view

    def _new(self, kind: ViewType, user_id: str, content: Json) -> View:
        self._refuse_used(str(content.get("external_id") or ""), None)
        seed = self.seed
        view_id = self.new_id("V")
        view = View(id=view_id, type=kind, team_id=seed.team_id, user=user_id, app_id=seed.app_id, root_view_id=view_id)
        self._fill(view, content, None)
        self.views[view_id] = view
        return view

    def _fill(self, view: View, content: Json, hash_: str | None) -> None:
        if hash_ and hash_ != view.hash:
            raise ApiError("hash_conflict")
        external_id = str(content.get("external_id") or "")
        self._refuse_used(external_id, view)
        view.callback_id = str(content.get("callback_id") or "")
        view.private_metadata = str(content.get("private_metadata") or "")
        view.external_id = external_id
        view.content = {key: value for key, value in content.items() if key not in _APART}
        view.content["blocks"] = with_block_ids(content.get("blocks") or [])
        names = {block["block_id"] for block in view.content["blocks"]}
        view.values = {name: value for name, value in view.values.items() if name in names}
        view.hash = f"{int(self.clock.timestamp())}.{secrets.token_hex(4)}"

    def _refuse_used(self, external_id: str, view: View | None) -> None:
        if external_id and any(one.external_id == external_id and one is not view for one in self.views.values()):
            raise ApiError("duplicate_external_id")


def as_api_view(view: View, bot_id: str) -> dict[str, Any]:
    """Return a view as Slack's answers and payloads show it."""
    content = view.content
    return {
        "id": view.id,
        "team_id": view.team_id,
        "type": view.type,
        "blocks": content.get("blocks", []),
        "private_metadata": view.private_metadata,
        "callback_id": view.callback_id,
        "state": {"values": view.values},
        "hash": view.hash,
        "title": content.get("title") or {"type": "plain_text", "text": "View Title", "emoji": True},
        "clear_on_close": bool(content.get("clear_on_close")),
        "notify_on_close": bool(content.get("notify_on_close")),
        "close": content.get("close"),
        "submit": content.get("submit"),
        "previous_view_id": view.previous_view_id,
        "root_view_id": view.root_view_id,
        "app_id": view.app_id,
        "external_id": view.external_id,
        "app_installed_team_id": view.team_id,
        "bot_id": bot_id,
    }
