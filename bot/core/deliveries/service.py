"""The worker that brings what is owed: claim, compose, send once, read back where in doubt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from bot.core.clock import Clock
from bot.core.deliveries.models import Timing
from bot.core.deliveries.ports import DeliveryStore, Sender
from bot.core.owed import Composer


class DeliveryWorker:
    """Runs in one thread; several workers, in several processes, may share a store."""

    def __init__(
        self,
        *,
        store: DeliveryStore,
        sender: Sender,
        composers: Mapping[str, Composer],
        clock: Clock,
        real_now: Callable[[], datetime],
        monotonic: Callable[[], float],
        timing: Timing | None = None,
    ) -> None:
        raise NotImplementedError

    def run_once(self, *, limit: int = 50) -> int:
        """Read back what is in doubt, then send what is due, `limit` at most; return how many were dealt with.

        Raises StorageError; whatever was being sent then is read back later.
        """
        raise NotImplementedError
