"""Everything in the workspace, in memory, on one loop.

Observers are called right after each change. What `Change.channel`, `.user` and `.data` are, by kind:

| kind | user | data |
| --- | --- | --- |
| message | the author | message: Message |
| message_changed, message_deleted | the author | message, previous (the Message as it was) |
| ephemeral | who sees it | message, happened: "posted", "changed" or "deleted" |
| status | | thread_ts, text ("" when cleared), loading_messages |
| suggested_prompts | | thread_ts or None, title, prompts |
| home, view_opened, view_updated | who sees it | view: View |
| view_closed | who saw it | views: list[View], top first; cleared: no modal is left |
| channel | | opened, archived, or thread_ts and title |
| member | who joined or left | joined: bool, inviter |
| read | the reader | ts |
| user | the person | joined |
| file | the owner | file: File, shared or deleted |
| clock | | now (unix s), offset_s |
| app_error | who sees it | where, error, text, and the place; from `delivery`: the app was late or refused |
"""

from __future__ import annotations

from typing import Any

from bot.workspace.api_shapes import message_shape
from bot.workspace.clock import WorkspaceClock
from bot.workspace.records import Change, Channel, File, Message, Prompts, User, View
from bot.workspace.seed import AppCredentials, Seed
from bot.workspace.state_files import Files
from bot.workspace.state_views import as_api_view

__all__ = ["Change", "Channel", "File", "Message", "Prompts", "User", "View", "WorkspaceState"]


class WorkspaceState(Files):
    """People, channels, messages, views and files of one workspace, and the one app installed in it."""

    def __init__(self, seed: Seed, app: AppCredentials | None = None, clock: WorkspaceClock | None = None) -> None:
        super().__init__(seed, clock or WorkspaceClock())
        self.app = app or AppCredentials()
        self.base_url = ""  # the server's own, once it listens; file URLs begin with it

    def as_api_message(self, message: Message, viewer_token: str | None = None) -> dict[str, Any]:
        """Return a message as Slack shows it; its metadata only to the app that wrote it, known by its token."""
        owned = viewer_token == self.app.bot_token and message.app_id == self.seed.app_id
        return message_shape(self, message, metadata=owned)

    def as_api_view(self, view: View) -> dict[str, Any]:
        """Return a view as Slack shows it."""
        return as_api_view(view, self.seed.bot_id)
