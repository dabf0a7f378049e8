"""What stands before Bolt in HTTP mode: only requests that Slack signed get any further.

Bolt parses a body before it checks the signature, and answers some malformed headers with 500 (seen with 1.30).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from slack_sdk.signature import Clock, SignatureVerifier

LARGEST_BODY = 1_000_000
"""Bytes. Slack's own payloads stay well below 100,000."""
CONTENT_TYPES = frozenset({"application/json", "application/x-www-form-urlencoded"})
_TIMESTAMP = re.compile(r"[0-9]{1,12}")
_SIGNATURE = re.compile(r"v0=[0-9a-f]{64}")


class RequestGuard:
    """Tells Slack's requests from all others. `real_time`: Unix seconds. Raises ValueError for an empty secret."""

    def __init__(self, signing_secret: str, *, real_time: Callable[[], float]) -> None:
        clock = Clock()
        clock.now = real_time  # type: ignore[method-assign]
        self._verifier = SignatureVerifier(signing_secret, clock)

    def looks_signed(self, headers: Mapping[str, str]) -> bool:
        """True where timestamp and signature have the form that Slack gives them; worth reading the body for."""
        timestamp, signature = _signed(headers)
        return bool(_TIMESTAMP.fullmatch(timestamp) and _SIGNATURE.fullmatch(signature))

    def is_genuine(self, headers: Mapping[str, str], body: bytes) -> bool:
        """True where the signature is Slack's, over this very body, and at most 300 seconds old."""
        timestamp, signature = _signed(headers)
        if not self.looks_signed(headers) or not _is_utf8(body):
            return False
        return self._verifier.is_valid(body, timestamp, signature)


def _signed(headers: Mapping[str, str]) -> tuple[str, str]:
    return headers.get("X-Slack-Request-Timestamp", ""), headers.get("X-Slack-Signature", "")


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
