"""Files on their way in: a url to post the content to, and the content until it is shared."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from bot.workspace.errors import ApiError


@dataclass(slots=True)
class Upload:
    """A file announced with its length in bytes; `content` is None until it was posted."""

    file_id: str
    name: str
    length: int
    alt_txt: str = ""
    content: bytes | None = None


class Uploads:
    """Announced uploads, by the secret in their url and by file id."""

    def __init__(self) -> None:
        self._by_secret: dict[str, Upload] = {}
        self._by_id: dict[str, Upload] = {}

    def announce(self, file_id: str, name: str, length: int, alt_txt: str = "") -> str:
        """Return the secret under which the content may be posted, once."""
        secret = secrets.token_urlsafe(24)
        self._by_secret[secret] = self._by_id[file_id] = Upload(file_id, name, length, alt_txt)
        return secret

    def receive(self, secret: str, content: bytes) -> Upload:
        """Take the content. Raises ApiError not_found for a url that is unknown or used, invalid_size otherwise."""
        upload = self._by_secret.pop(secret, None)
        if upload is None:
            raise ApiError("not_found")
        if len(content) != upload.length:
            del self._by_id[upload.file_id]
            raise ApiError("invalid_size")
        upload.content = content
        return upload

    def find(self, file_id: str) -> Upload:
        """Return an upload whose content is there. Raises ApiError file_not_found."""
        upload = self._by_id.get(file_id)
        if upload is None or upload.content is None:
            raise ApiError("file_not_found")
        return upload

    def forget(self, file_id: str) -> None:
        """The upload has become a file."""
        self._by_id.pop(file_id, None)
