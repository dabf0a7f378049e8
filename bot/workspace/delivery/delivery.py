"""Everything between the workspace and its app but the app's own calls of the Web API."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable

from aiohttp import web

from bot.workspace.delivery import events, responses, sockets
from bot.workspace.delivery.courier import Courier
from bot.workspace.delivery.grants import GrantRefused, Grants, Refusal
from bot.workspace.delivery.http_push import HttpPush
from bot.workspace.delivery.interactions import Interactions
from bot.workspace.delivery.payloads import Payloads
from bot.workspace.delivery.responses import Responses
from bot.workspace.delivery.sockets import Sockets
from bot.workspace.delivery.timing import Timing
from bot.workspace.delivery.transport import Transport
from bot.workspace.errors import ApiError
from bot.workspace.records import Change, Json
from bot.workspace.state import WorkspaceState

# https://docs.slack.dev/reference/methods/views.open#errors
_TRIGGER_ERRORS: dict[Refusal, str] = {
    "unknown": "invalid_trigger_id",
    "spent": "exchanged_trigger_id",
    "expired": "expired_trigger_id",
}


class Delivery(Interactions):
    """Brings events and what people do to the app: by HTTP if it has an event url, else over its sockets.

    `monotonic` times tickets, trigger ids and response urls.
    """

    def __init__(
        self,
        state: WorkspaceState,
        *,
        timing: Timing | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.timing = timing or Timing()
        self.sockets = Sockets(state.seed.app_id, self.timing, monotonic=monotonic)
        self.http = HttpPush(
            state.app.signing_secret,
            self.timing,
            event_url=state.app.event_url,
            interactivity_url=state.app.interactivity_url,
        )
        self.courier = Courier(self._way, self.timing.retry_delays_s)
        self.responses = Responses(state, self.timing, monotonic=monotonic)
        self._triggers: Grants[str] = Grants(
            lifetime_s=self.timing.trigger_s, uses=1, monotonic=monotonic, new_name=_new_trigger_id
        )
        self._unsubscribe: Callable[[], None] | None = None
        payloads = Payloads(state, self._triggers.issue, self.responses.new_url)
        super().__init__(state, payloads, self.responses, self._way)

    def routes(self) -> list[web.RouteDef]:
        """Return the addresses that apps use without a token: sockets and response urls."""
        return [
            web.get(sockets.PATH, self.sockets.connect),
            web.post(f"{responses.PATH}{{name}}", self.responses.handle),
        ]

    async def start(self) -> None:
        """Begin to turn changes into events."""
        self._unsubscribe = self._state.subscribe(self._noticed)

    async def stop(self) -> None:
        """Close every connection; what is under way is given up."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        await self.courier.stop()
        await self.sockets.close()
        await self.http.close()

    def open_ticket(self) -> str:
        """Return what apps.connections.open answers: a ws:// url, good once and for a short time."""
        return self.sockets.ticket_url(self._state.base_url)

    def use_trigger(self, trigger_id: str) -> str:
        """Return whose trigger id it is, and use it up. Raises ApiError {invalid,exchanged,expired}_trigger_id."""
        try:
            return self._triggers.use(trigger_id)
        except GrantRefused as refused:
            raise ApiError(_TRIGGER_ERRORS[refused.refusal]) from refused

    async def set_urls(self, event_url: str | None, interactivity_url: str | None) -> None:
        """Switch to HTTP, or back to sockets with None; the event url must answer the challenge.

        Raises UrlNotVerified, and then nothing has changed.
        """
        if event_url is not None:
            await self.http.verify(event_url, events.VERIFICATION_TOKEN)
        self.http.event_url = event_url
        self.http.interactivity_url = interactivity_url

    async def home_opened(self, user: str, tab: str) -> None:
        """Tell the app that a person opened its `home` or `messages` tab. Raises ApiError user_not_found."""
        self._send_event(*events.home_opened(self._state, user, tab))

    def _way(self) -> Transport:
        return self.http if self.http.event_url is not None else self.sockets

    def _noticed(self, change: Change) -> None:
        for subscription, event in events.events_of(self._state, change):
            self._send_event(subscription, event)

    def _send_event(self, subscription: str, event: Json) -> None:
        if subscription in self._state.app.events:
            self.courier.send(events.wrapped(self._state, event))


def _new_trigger_id() -> str:
    """Return one in the form of Slack's: two numbers and 32 hex digits."""
    numbers = f"{secrets.randbelow(10**13)}.{secrets.randbelow(10**12)}"
    return f"{numbers}.{secrets.token_hex(16)}"
