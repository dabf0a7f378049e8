"""The business clock of a demonstration: it follows the clock of a local workspace, which a person moves forward."""

from __future__ import annotations

import json
import threading
import urllib.request
from datetime import UTC, datetime, timedelta
from http.client import HTTPException
from typing import Self

import structlog

_EVERY_S = 0.5
_PATIENCE_S = 2.0
_FURTHEST = timedelta(days=50 * 366)
_LONGEST_ANSWER = 10_000


class FollowingClock:
    """A Clock that reads how far another one is ahead, every half second in a thread of its own. A context manager.

    Between two readings it goes on by itself; like every business clock it only moves forward.
    """

    def __init__(self, url: str) -> None:
        """`url` answers with `{"offset_s": seconds}`."""
        if not url.startswith(("http://", "https://")):
            raise ValueError("the clock's address must be http or https")
        self._url, self._offset = url, timedelta(0)
        self._is_read = False
        # The workspace is on this machine: a proxy of the environment knows nothing of it.
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._follow, name="clock", daemon=True)

    def __enter__(self) -> Self:
        self.read()
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join(_PATIENCE_S)

    def now(self) -> datetime:
        return datetime.now(UTC) + self._offset

    def read(self) -> None:
        """Ask once. An answer that cannot be had or read changes nothing."""
        try:
            with self._opener.open(self._url, timeout=_PATIENCE_S) as answer:
                offset = timedelta(seconds=float(json.loads(answer.read(_LONGEST_ANSWER))["offset_s"]))
            if abs(offset) > _FURTHEST:
                raise OverflowError("further ahead than dates go")
        except (OSError, HTTPException, ValueError, KeyError, TypeError, OverflowError) as error:
            structlog.get_logger(__name__).warning("clock_not_read", reason=type(error).__name__)
            return
        # The first reading says where it stands, which may be in the past; from then on it only moves forward.
        self._offset = max(self._offset, offset) if self._is_read else offset
        self._is_read = True

    def _follow(self) -> None:
        while not self._stop.wait(_EVERY_S):
            self.read()
