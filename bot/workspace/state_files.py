"""Files and where they were shared."""

from __future__ import annotations

import mimetypes
from typing import Any

from bot.workspace.clock import WorkspaceClock
from bot.workspace.errors import ApiError
from bot.workspace.records import File, Message
from bot.workspace.seed import Seed
from bot.workspace.state_views import Views

# The ones people drop here that Python's own table may lack.
_OWN_TYPES = {
    ".md": "text/markdown",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class Files(Views):
    """Files by id, with their content in memory."""

    def __init__(self, seed: Seed, clock: WorkspaceClock) -> None:
        super().__init__(seed, clock)
        self.files: dict[str, File] = {}

    def file(self, file_id: str) -> File:
        """Return a file. Raises ApiError file_not_found."""
        found = self.files.get(file_id)
        if found is None:
            raise ApiError("file_not_found")
        return found

    def add_file(
        self,
        user_id: str,
        name: str,
        content: bytes,
        *,
        title: str = "",
        mimetype: str = "",
        alt_txt: str = "",
        file_id: str = "",
    ) -> File:
        """Keep a file, shared nowhere yet (change "file", data shared=False); without `file_id` it gets a fresh one."""
        file = File(
            id=file_id or self.new_id("F"),
            name=name,
            mimetype=mimetype or mimetype_of(name),
            user=user_id,
            title=title or name,
            size=len(content),
            created=int(self.clock.timestamp()),
            content=content,
            alt_txt=alt_txt,
        )
        self.files[file.id] = file
        self.emit("file", user=user_id, file=file, shared=False, deleted=False)
        return file

    def share_files(
        self,
        user_id: str,
        channel_id: str,
        file_ids: list[str],
        text: str = "",
        *,
        thread_ts: str | None = None,
        **fields: Any,
    ) -> Message:
        """Post a message that carries files (changes "file" with shared=True, then "message" with file_share).

        `text` is stored as it is (`message_text.person_text` and `app_text` prepare it).
        Raises ApiError file_not_found, channel_not_found, thread_not_found.
        """
        channel, files = self.channel(channel_id), [self.file(file_id) for file_id in file_ids]
        if thread_ts is not None:
            self.thread(channel_id, thread_ts)
        for file in files:
            if channel.id not in file.channels:
                file.channels = [*file.channels, channel.id]
            self.emit("file", channel.id, user_id, file=file, shared=True, deleted=False)
        shared = [file.id for file in files]
        return self.add_message(
            channel_id, user_id, text=text, files=shared, subtype="file_share", thread_ts=thread_ts, **fields
        )

    def delete_file(self, file_id: str) -> None:
        """Remove a file and its content (change "file", deleted=True). Raises ApiError file_not_found."""
        file = self.file(file_id)
        del self.files[file_id]
        self.emit("file", user=file.user, file=file, shared=False, deleted=True)


def mimetype_of(name: str) -> str:
    """Return a file's type by its name; `application/octet-stream` if the name says nothing."""
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    return _OWN_TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
