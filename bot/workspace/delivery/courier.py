"""Events on their way to the app: sent, sent again until acknowledged, given up after the last repeat."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bot.workspace.delivery.transport import Json, Retry, Transport, Unacknowledged

_LOG = logging.getLogger(__name__)


class Courier:
    """Carries events over the transport of the moment, each on its own.

    `extra` is how many more times every event is delivered from now on (same event_id: Slack may do that);
    `lost` counts the events that were given up.
    """

    def __init__(
        self,
        transport: Callable[[], Transport],
        delays_s: tuple[float, ...],
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.extra = 0
        self.lost = 0
        self._transport = transport
        self._delays_s = delays_s
        self._sleep = sleep
        self._running: set[asyncio.Task[None]] = set()

    def send(self, body: Json) -> None:
        """Start bringing an event to the app; needs a running loop."""
        for _ in range(1 + self.extra):
            task = asyncio.get_running_loop().create_task(self._carry(body))
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    async def settled(self) -> None:
        """Wait until every event under way is acknowledged or given up."""
        while self._running:
            await asyncio.gather(*self._running)

    async def stop(self) -> None:
        """Give up everything under way."""
        running = list(self._running)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    async def _carry(self, body: Json) -> None:
        retry = Retry()
        for delay_s in (0.0, *self._delays_s):
            if delay_s:
                await self._sleep(delay_s)
            try:
                await self._transport().event(body, retry)
            except Unacknowledged as refused:
                retry = Retry(retry.attempt + 1, refused.reason)
                if refused.final:
                    break
            else:
                return
        self.lost += 1
        _LOG.warning("event %s given up after %d deliveries: %s", body.get("event_id"), retry.attempt, retry.reason)
