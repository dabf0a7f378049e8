"""Messages that we owe somebody, sent once and looked for where it is not known whether they arrived.

This client repeats nothing at all (RELIABILITY: the SDK's own sends a POST again after a dropped connection, and the
message stood there twice). It is used by one thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from socket import gaierror
from typing import Any
from urllib.error import URLError

from slack_sdk import WebClient

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
from bot.core.deliveries.ports import Place
from bot.core.messages import Locale, Reply, Sentences
from bot.core.posted import NoNotes, Posted, PostedKind, PostedNotes, about_of
from bot.platforms.slack.carrying import Carried
from bot.platforms.slack.connection import is_on_this_machine
from bot.platforms.slack.drawing import SlackDrawing
from bot.platforms.slack.freight import Freight
from bot.platforms.slack.troubles import TROUBLE, is_rate_limit, is_refusal, reason_of

METADATA = "minori_delivery"
_NO_NOTES = NoNotes()
_A_PAGE = 200
_FOR_AN_OPERATOR = frozenset(
    "access_denied account_inactive ekm_access_denied invalid_auth missing_scope not_allowed_token_type not_authed "
    "no_permission org_login_required team_access_not_granted token_expired token_revoked".split()
)
"""Refusals of us, and not of the message: put right by whoever runs Minori, so that nothing owed dies of them."""


class SlackSender:
    """The `Sender` port over Slack's Web API."""

    def __init__(
        self,
        *,
        token: str,
        api_url: str,
        sentences: Sentences,
        timing: Timing | None = None,
        posted: PostedNotes = _NO_NOTES,
    ) -> None:
        self._posted = posted
        seconds = int((timing or Timing()).deadline.total_seconds())
        self._client = WebClient(token=token, base_url=api_url, timeout=seconds, retry_handlers=[])
        if is_on_this_machine(api_url):
            self._client.proxy = None
        # Files come first: together they take no longer than one message may.
        self._brisk = WebClient(token=token, base_url=api_url, timeout=max(1, seconds // 2), retry_handlers=[])
        self._brisk.proxy = self._client.proxy
        self._freight = Freight(token=token, api_url=api_url, sentences=sentences, seconds=max(1, seconds // 2))
        self._sentences = sentences
        self._direct: dict[str, str] = {}

    def send(
        self, *, delivery_id: str, person: str, conversation: str, thread: str, reply: Reply, locale: Locale
    ) -> Outcome:
        """Post it, marked with the delivery's id.

        Its files are brought to Slack before, where nobody sees them, and shown in its thread afterwards. What cannot
        be brought is said in words in the message; one that Slack does not show after all is said in the thread.
        """
        # Opening a direct conversation again changes nothing, so that any trouble with it proves nothing was sent.
        channel, refused = (conversation, None) if conversation else self._channel_of(person)
        if refused is not None:
            return refused
        loaded = self._freight.load(reply, locale, delivery_id=delivery_id)
        if isinstance(loaded, Refused):
            return loaded
        self._note(delivery_id, loaded)
        drawn = SlackDrawing(self._sentences, locale).message(loaded.reply)
        client = self._brisk if reply.files else self._client
        try:
            answered = client.chat_postMessage(
                channel=channel,
                thread_ts=thread or None,
                text=drawn.text,
                blocks=drawn.blocks,
                unfurl_links=False,
                unfurl_media=False,
                metadata={"event_type": METADATA, "event_payload": {"delivery": delivery_id}},
            )
        except (*TROUBLE, ValueError) as error:
            return _outcome_of(error)
        sent = Sent(str(answered["channel"]), str(answered["ts"]))
        self._freight.unload(loaded, channel=sent.conversation, thread=thread or sent.message)
        return sent

    def find(self, *, delivery: Delivery, since: datetime) -> ReadBack:
        """Read the conversation, or the thread, from `since` on, for the delivery's id."""
        owed = delivery.owed
        channel, refused = (owed.conversation, None) if owed.conversation else self._channel_of(owed.person)
        if refused is not None:
            return Unreadable(refused.reason)
        try:
            for message in self._messages(channel, owed.thread, since):
                if _delivery_of(message) == delivery.id:
                    return Found(channel, str(message["ts"]))
        except (*TROUBLE, ValueError) as error:
            return Unreadable(reason_of(error))
        return NotFound()

    def twins(self, place: Place) -> Mapping[str, Sequence[str]] | Unreadable:
        """The messages of every delivery that stands there more than once, the earliest first."""
        seen: dict[str, set[str]] = {}
        try:
            for message in self._messages(place.conversation, place.thread, place.since):
                if id := _delivery_of(message):
                    seen.setdefault(id, set()).add(str(message["ts"]))
        except (*TROUBLE, ValueError) as error:
            return Unreadable(reason_of(error))
        return {id: sorted(messages, key=float) for id, messages in seen.items() if len(messages) > 1}

    def remove(self, place: Place, message: str) -> bool:
        """Delete a message of ours; one that is gone already counts as removed."""
        try:
            self._client.chat_delete(channel=place.conversation, ts=message)
        except (*TROUBLE, ValueError) as error:
            return reason_of(error) == "message_not_found"
        return True

    def rewrite(self, conversation: str, message: str, reply: Reply, locale: Locale) -> bool:
        """Put other words in the place of a message of ours; True as well where it is gone. Its files stay."""
        drawn = SlackDrawing(self._sentences, locale).message(reply)
        try:
            self._client.chat_update(channel=conversation, ts=message, text=drawn.text, blocks=drawn.blocks)
        except (*TROUBLE, ValueError) as error:
            return reason_of(error) == "message_not_found"
        return True

    def _note(self, delivery_id: str, loaded: Carried) -> None:
        """Whose words are about to be sent: before, so that nothing arrives that cannot be taken back."""
        about = about_of(loaded.reply)
        if about:
            self._posted.note(about, Posted(kind=PostedKind.DELIVERY, message=delivery_id))
            for one in loaded.files:
                self._posted.note(about, Posted(kind=PostedKind.FILE, message=one.uploaded.id))

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
        except (*TROUBLE, ValueError) as error:
            outcome = _outcome_of(error)
            return "", outcome if isinstance(outcome, Refused) else Refused(reason=outcome.reason)
        self._direct[person] = str(opened["channel"]["id"])
        return self._direct[person], None


def _delivery_of(message: Mapping[str, Any]) -> str | None:
    """The id of the delivery that a message is."""
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != METADATA:
        return None
    id: str | None = (metadata.get("event_payload") or {}).get("delivery")
    return id


def _outcome_of(error: Exception) -> Refused | Unsure:
    if is_rate_limit(error):
        return Refused(reason="ratelimited", retry_after=timedelta(seconds=seconds_to_wait(error)))
    if is_refusal(error):
        name = reason_of(error)
        return Refused(reason=name, is_final=name not in _FOR_AN_OPERATOR)
    return _refused_before_a_byte(error) or Unsure(reason_of(error))


def seconds_to_wait(error: BaseException) -> float:
    """How long Slack wants nothing of us. The synchronous client gives headers as they came, their values as lists."""
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    value = {name.lower(): value for name, value in headers.items()}.get("retry-after", "")
    value = value[0] if isinstance(value, list) and value else value
    return float(value) if str(value).isdecimal() else 1.0


def _refused_before_a_byte(error: Exception) -> Refused | None:
    """Nothing was listening, or the name is unknown: proved not sent."""
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, ConnectionRefusedError | gaierror):
        return Refused(reason=type(reason).__name__)
    return None
