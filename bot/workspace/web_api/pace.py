"""How fast an app may call: Slack's tiers, and one message a second into a channel."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.workspace.errors import RateLimited

_PER_MINUTE = {1: 1, 2: 20, 3: 50, 4: 100, 5: 300}  # https://docs.slack.dev/apis/web-api/rate-limits/


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """`posts_per_s` into one channel after a burst of `posts_burst`; tiers are Slack's times `tier_factor`."""

    posts_per_s: float = 1.0
    posts_burst: int = 10
    tier_factor: float = 5.0


@dataclass(slots=True)
class _Bucket:
    left: float
    filled_at: float


class PaceKeeper:
    """Refuses what comes too fast; `monotonic` in real seconds."""

    def __init__(self, pace: Pace, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._pace = pace
        self._monotonic = monotonic
        self._buckets: dict[tuple[str, str], _Bucket] = {}

    def count(self, method: str, tier: int, channel: str) -> None:
        """Count a call. Raises RateLimited."""
        if method == "chat.postMessage":
            self._take((method, channel), self._pace.posts_per_s, self._pace.posts_burst)
            return
        per_minute = _PER_MINUTE[tier] * self._pace.tier_factor
        self._take((method, ""), per_minute / 60, per_minute)

    def _take(self, key: tuple[str, str], per_s: float, burst: float) -> None:
        now = self._monotonic()
        bucket = self._buckets.setdefault(key, _Bucket(burst, now))
        bucket.left = min(burst, bucket.left + (now - bucket.filled_at) * per_s)
        bucket.filled_at = now
        if bucket.left < 1:
            raise RateLimited(max(1, math.ceil((1 - bucket.left) / per_s)))
        bucket.left -= 1
