"""Messages and files of ours, taken out of Slack again.

https://docs.slack.dev/reference/methods/chat.delete: a bot deletes its own messages, and nobody else's; a deleted
message under which people answered stays as an empty place, so that its words are replaced instead and the answers
keep what they stand under. https://docs.slack.dev/reference/methods/files.delete: the file goes from everywhere; the
message that carried it stays until it is deleted as well, and comes first, since the file knows where it was shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.core.posted import Posted, PostedKind
from bot.core.taking_back import Gone, NotYet, Tried
from bot.platforms.slack.connection import is_on_this_machine
from bot.platforms.slack.sending import seconds_to_wait
from bot.platforms.slack.troubles import TROUBLE, is_rate_limit, reason_of

_GONE = frozenset({"message_not_found", "file_not_found", "file_deleted", "thread_not_found"})
_NOT_OURS = frozenset({"cant_delete_message", "channel_not_found", "not_in_channel"})
_TIMEOUT_S = 20


class SlackRemover:
    """The `Remover` port over Slack's Web API. `bot` is our own user id, `url` the workspace's address."""

    def __init__(self, *, token: str, api_url: str, bot: str, url: str) -> None:
        self._client = WebClient(token=token, base_url=api_url, timeout=_TIMEOUT_S, retry_handlers=[])
        if is_on_this_machine(api_url):
            self._client.proxy = None
        self._bot, self._url = bot, url

    def take_back(self, posted: Posted, *, instead: str) -> Tried:
        """Remove it; of what is SHARED, and of what people answered, only the words: then it says `instead`."""
        try:
            if posted.kind is PostedKind.FILE:
                self._file(posted.message, instead)
            elif posted.kind is PostedKind.PAGE:
                self._page(posted.conversation, instead)
            elif posted.kind is PostedKind.SHARED:
                self._emptied(posted.conversation, posted.message, instead)
            else:
                self._message(posted.conversation, posted.message, posted.thread, instead)
        except (*TROUBLE, ValueError) as error:
            if is_rate_limit(error):
                return NotYet("ratelimited", wait_all=timedelta(seconds=seconds_to_wait(error)))
            return Gone() if reason_of(error) in _GONE else NotYet(reason_of(error))
        return Gone()

    def address_of(self, posted: Posted) -> str:
        """The address of a message, as `chat.getPermalink` gives it; of a file, its id."""
        if posted.kind in (PostedKind.FILE, PostedKind.PAGE) or not self._url:
            return posted.message
        address = f"{self._url.rstrip('/')}/archives/{posted.conversation}/p{posted.message.replace('.', '')}"
        is_reply = posted.thread not in ("", posted.message)
        return f"{address}?thread_ts={posted.thread}&cid={posted.conversation}" if is_reply else address

    def _message(self, channel: str, ts: str, thread: str, instead: str) -> None:
        is_reply = thread not in ("", ts)
        if not is_reply and self._is_answered(channel, ts):
            self._emptied(channel, ts, instead)
        else:
            self._client.chat_delete(channel=channel, ts=ts)

    def _emptied(self, channel: str, ts: str, instead: str) -> None:
        self._client.chat_update(channel=channel, ts=ts, text=instead, blocks=[], attachments=[])

    def _page(self, user: str, instead: str) -> None:
        """Slack keeps what was published last; it is drawn again when it is opened."""
        said = {"type": "section", "text": {"type": "plain_text", "text": instead}}
        self._client.views_publish(user_id=user, view={"type": "home", "blocks": [said]})

    def _is_answered(self, channel: str, ts: str) -> bool:
        """Did anybody but us answer under it?"""
        cursor = ""
        while True:
            page = self._client.conversations_replies(channel=channel, ts=ts, limit=200, cursor=cursor or None)
            messages = page.get("messages") or []
            if any(one.get("thread_ts") == ts != one.get("ts") and one.get("user") != self._bot for one in messages):
                return True
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return False

    def _file(self, id: str, instead: str) -> None:
        """First the messages that carry it: once it is gone, nobody knows where it was."""
        shares = (self._client.files_info(file=id).get("file") or {}).get("shares") or {}
        for channel, ts, thread in _places(shares):
            try:
                self._message(channel, ts, thread, instead)
            except SlackApiError as error:
                # Somebody has shared it on: their message stays, and the file in it is gone in a moment.
                if reason_of(error) not in _GONE | _NOT_OURS:
                    raise
        self._client.files_delete(file=id)


def _places(shares: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for channels in shares.values():
        for channel, shown in channels.items():
            for one in shown:
                yield channel, str(one.get("ts") or ""), str(one.get("thread_ts") or "")
