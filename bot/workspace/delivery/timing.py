"""Slack's time limits and counts for what it sends to an app, as settings: a test makes them small, not waits."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Every duration in real seconds. `retry_delays_s` is waited before the first, second and third repeat of an event.

    Three seconds to acknowledge, repeats at once, after one and after five minutes:
    https://docs.slack.dev/apis/events-api/#retries; five uses in thirty minutes for a response_url:
    https://docs.slack.dev/interactivity/handling-user-interaction#message_responses.
    """

    acknowledge_s: float = 3.0
    retry_delays_s: tuple[float, ...] = (0.0, 60.0, 300.0)
    trigger_s: float = 3.0
    ticket_s: float = 30.0
    response_url_s: float = 1800.0
    response_url_uses: int = 5
    max_sockets: int = 10
    ping_s: float = 30.0
    leaving_s: float = 10.0
