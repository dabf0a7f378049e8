"""What can come of a call to Slack, and what it proves."""

from __future__ import annotations

from collections.abc import Mapping
from http.client import HTTPException

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError

TROUBLE = (SlackClientError, aiohttp.ClientError, HTTPException, OSError, TimeoutError)
"""What may come of a call. A server that hangs up is an `aiohttp.ClientError` and no `OSError`."""

RATE_LIMITED = frozenset({"ratelimited", "rate_limited"})
UNSURE = frozenset({"internal_error", "fatal_error", "request_timeout", "service_unavailable", "team_added_to_org"})
"""Slack's errors after which the call may have been carried out all the same."""

GONE = frozenset({"message_not_found", "cant_update_message", "edit_window_closed"})
"""Refusals of a message that is there no more, or cannot be changed any more."""


def reason_of(error: BaseException) -> str:
    """Slack's error name, or the kind of trouble on the way. Never words of anybody."""
    return _named(error) or type(error).__name__


def is_refusal(error: BaseException) -> bool:
    """True where Slack has said no by name: the call was not carried out. A rate limit is one.

    An error page of a server in between, a 5xx and a broken line prove nothing.
    """
    if not isinstance(error, SlackApiError):
        return False
    name, status = _named(error), getattr(error.response, "status_code", 200)
    return status == 429 or (bool(name) and status < 500 and name not in UNSURE)


def is_rate_limit(error: BaseException) -> bool:
    """True for Slack's "not so fast"."""
    return getattr(getattr(error, "response", None), "status_code", 200) == 429 or _named(error) in RATE_LIMITED


def _named(error: BaseException) -> str:
    """The name in Slack's own answer; "" for an answer that is not Slack's, which the SDK hands on as text."""
    response = getattr(error, "response", None)
    data = getattr(response, "data", response)
    name = data.get("error") if isinstance(data, Mapping) else None
    # For what is not JSON the synchronous client puts a sentence, with the answer's beginning, in its place.
    return name if isinstance(name, str) and name.replace("_", "").isalnum() and name.isascii() else ""
