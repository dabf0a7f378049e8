"""Files that people drop: fetched with the bot's token from Slack alone, and never more of them than we read."""

from __future__ import annotations

from urllib.parse import urlsplit

import aiohttp

from bot.errors import PersonError
from bot.platforms.slack.connection import is_on_this_machine
from bot.platforms.slack.reading import FileDropped

LARGEST_FILE = 50_000_000
"""Bytes; what a reader takes is decided there, and said in its own words."""
_CHUNK = 1 << 16
_PATIENCE_S = 60.0


class FileNotReceived(PersonError):
    """A file could not be fetched."""


async def fetch_file(file: FileDropped, *, token: str, api_url: str) -> bytes:
    """The content of a file. Raises FileNotReceived, with what the person can do."""
    if file.size > LARGEST_FILE:
        raise FileNotReceived("guides-file-too-large", file=file.name, limit_mb=LARGEST_FILE // 1_000_000)
    if not is_slack(file.url, api_url):
        raise FileNotReceived("guides-file-gone", file=file.name)
    timeout = aiohttp.ClientTimeout(total=_PATIENCE_S)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout, trust_env=not is_on_this_machine(file.url)) as session,
            # Slack answers a token without the right to a file with its log-in page, by way of a redirect.
            session.get(file.url, headers={"Authorization": f"Bearer {token}"}, allow_redirects=False) as answer,
        ):
            if answer.status != 200 or _is_log_in_page(answer, file):
                raise FileNotReceived("guides-file-gone", file=file.name)
            return await _limited(answer, file)
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise FileNotReceived("guides-file-gone", file=file.name) from error


async def _limited(answer: aiohttp.ClientResponse, file: FileDropped) -> bytes:
    content = bytearray()
    async for chunk in answer.content.iter_chunked(_CHUNK):
        content += chunk
        if len(content) > LARGEST_FILE:
            raise FileNotReceived("guides-file-too-large", file=file.name, limit_mb=LARGEST_FILE // 1_000_000)
    return bytes(content)


def _is_log_in_page(answer: aiohttp.ClientResponse, file: FileDropped) -> bool:
    """A page where the file is no page: what Slack shows to whoever may not have it."""
    return answer.content_type == "text/html" and not file.name.lower().endswith((".html", ".htm", ".xhtml"))


def is_slack(url: str, api_url: str) -> bool:
    """The token is given to Slack, or to the server that stands for it, and to nobody else."""
    try:
        asked, ours = urlsplit(url), urlsplit(api_url)
    except ValueError:
        return False
    if "\\" in url or "@" in asked.netloc:
        # Readers of addresses differ in where the host begins; Slack's have none of these.
        return False
    if (asked.scheme, asked.netloc) == (ours.scheme, ours.netloc):
        return True
    host = asked.hostname or ""
    return asked.scheme == "https" and (host == "slack.com" or host.endswith(".slack.com"))
