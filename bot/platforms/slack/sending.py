"""Messages that we owe somebody, sent once and looked for where it is not known whether they arrived.

This client repeats nothing at all (RELIABILITY: the SDK's own sends a POST again after a dropped connection, and the
message stood there twice). It is used by one thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any
from urllib.error import URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.core.deliveries.models import (
    Delivery,
    Found,
    NotFound,
    Outcome,
    ReadBack,
    Refused,
    Sent,
    Timing,
    Unreadable,
    Unsure,
)
from bot.core.messages import Locale, Reply, Sentences
from bot.platforms.slack.connection import is_on_this_machine
from bot.platforms.slack.drawing import SlackDrawing

METADATA = "minori_delivery"
_A_PAGE = 200
_UNSURE = {"internal_error", "fatal_error", "request_timeout", "service_unavailable", "team_added_to_org"}
"""Slack's errors after which a message may stand there all the same."""
_AGAIN = {"ratelimited", "rate_limited"}


class SlackSender:
    """The `Sender` port over Slack's Web API."""

    def __init__(self, *, token: str, api_url: str, sentences: Sentences, timing: Timing | None = None) -> None:
        seconds = int((timing or Timing()).deadline.total_seconds())
        self._client = WebClient(token=token, base_url=api_url, timeout=seconds, retry_handlers=[])
        if is_on_this_machine(api_url):
            self._client.proxy = None
        self._sentences = sentences
        self._direct: dict[str, str] = {}

    def send(
        self, *, delivery_id: str, person: str, conversation: str, thread: str, reply: Reply, locale: Locale
    ) -> Outcome:
        """Post it, marked with the delivery's id."""
        # Opening a direct conversation again changes nothing, so that any trouble with it proves nothing was sent.
        channel, refused = (conversation, None) if conversation else self._channel_of(person)
        if refused is not None:
            return refused
        drawn = SlackDrawing(self._sentences, locale).message(reply)
        try:
            answered = self._client.chat_postMessage(
                channel=channel,
                thread_ts=thread or None,
                text=drawn.text,
                blocks=drawn.blocks,
                unfurl_links=False,
                unfurl_media=False,
                metadata={"event_type": METADATA, "event_payload": {"delivery": delivery_id}},
            )
        except SlackApiError as error:
            return _outcome_of(error)
        except (SlackClientError, OSError, TimeoutError, ValueError) as error:
            return _refused_before_a_byte(error) or Unsure(type(error).__name__)
        return Sent(str(answered["channel"]), str(answered["ts"]))

    def find(self, *, delivery: Delivery, since: datetime) -> ReadBack:
        """Read the conversation, or the thread, from `since` on, for the delivery's id."""
        owed = delivery.owed
        channel, refused = (owed.conversation, None) if owed.conversation else self._channel_of(owed.person)
        if refused is not None:
            return Unreadable(refused.reason)
        try:
            for message in self._messages(channel, owed.thread, since):
                metadata = message.get("metadata") or {}
                payload = metadata.get("event_payload") or {}
                if metadata.get("event_type") == METADATA and payload.get("delivery") == delivery.id:
                    return Found(channel, str(message["ts"]))
        except SlackApiError as error:
            return Unreadable(_name_of(error))
        except (SlackClientError, OSError, TimeoutError, ValueError) as error:
            return Unreadable(type(error).__name__)
        return NotFound()

    def _messages(self, channel: str, thread: str, since: datetime) -> Iterator[dict[str, Any]]:
        """Every message since then, page by page."""
        read: Callable[..., Any] = self._client.conversations_history
        where: dict[str, Any] = {"channel": channel}
        if thread:
            read, where = self._client.conversations_replies, {"channel": channel, "ts": thread}
        cursor = ""
        while True:
            page = read(
                **where,
                oldest=f"{since.timestamp():.6f}",
                include_all_metadata=True,
                limit=_A_PAGE,
                cursor=cursor or None,
            )
            yield from page.get("messages") or []
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return

    def _channel_of(self, person: str) -> tuple[str, Refused | None]:
        """The direct conversation with somebody."""
        if person in self._direct:
            return self._direct[person], None
        try:
            opened = self._client.conversations_open(users=person)
        except SlackApiError as error:
            outcome = _outcome_of(error)
            return "", outcome if isinstance(outcome, Refused) else Refused(reason=outcome.reason)
        except (SlackClientError, OSError, TimeoutError, ValueError) as error:
            return "", Refused(reason=type(error).__name__)
        self._direct[person] = str(opened["channel"]["id"])
        return self._direct[person], None


def _outcome_of(error: SlackApiError) -> Refused | Unsure:
    name, response = _name_of(error), error.response
    status = getattr(response, "status_code", 200)
    if status == 429 or name in _AGAIN:
        return Refused(reason="ratelimited", retry_after=timedelta(seconds=_retry_after(response)))
    if status >= 500 or name in _UNSURE:
        return Unsure(name)
    return Refused(reason=name, is_final=True)


def _retry_after(response: Any) -> float:
    headers = {name.lower(): value for name, value in (getattr(response, "headers", None) or {}).items()}
    value = headers.get("retry-after", "")
    value = value[0] if isinstance(value, list) else value
    return float(value) if str(value).isdigit() else 1.0


def _refused_before_a_byte(error: Exception) -> Refused | None:
    """Nothing was listening, or the name is unknown: proved not sent."""
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, ConnectionRefusedError) or type(reason).__name__ == "gaierror":
        return Refused(reason=type(reason).__name__)
    return None


def _name_of(error: SlackApiError) -> str:
    data = getattr(error.response, "data", error.response)
    return str(data.get("error") or "unknown") if isinstance(data, dict) else "unknown"
