"""HTTP mode: signed posts to the app's request urls (https://docs.slack.dev/apis/events-api/using-http-request-urls/)."""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import aiohttp

from bot.workspace.delivery.signing import signed_headers
from bot.workspace.delivery.timing import Timing
from bot.workspace.delivery.transport import InteractionKind, Json, Retry, Unacknowledged

_AGENT = "Slackbot 1.0 (+https://api.slack.com/robots)"
_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"
_MAX_REDIRECTS = 2


class UrlNotVerified(Exception):
    """The app did not answer the challenge; the message is what Slack's settings page would say."""


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: dict[str, str]
    text: str


class HttpPush:
    """Posts to one app. Timestamps are real time: the app compares them with its own clock."""

    def __init__(
        self,
        signing_secret: str,
        timing: Timing,
        *,
        event_url: str | None,
        interactivity_url: str | None,
        real_time: Callable[[], float] = time.time,
    ) -> None:
        self.event_url = event_url
        self.interactivity_url = interactivity_url
        self._secret = signing_secret
        self._timing = timing
        self._real_time = real_time
        self._session: aiohttp.ClientSession | None = None

    async def verify(self, url: str, token: str) -> None:
        """Send the `url_verification` challenge. Raises UrlNotVerified."""
        challenge = secrets.token_urlsafe(39)
        body = json.dumps({"token": token, "challenge": challenge, "type": "url_verification"}).encode()
        try:
            answer = await self._post(url, body, _JSON, {})
        except Unacknowledged as refused:
            raise UrlNotVerified(f"{url}: {refused.reason}") from refused
        if challenge not in _challenge_answers(answer.text):
            raise UrlNotVerified(f"{url}: your URL didn't respond with the value of the challenge parameter")

    async def event(self, body: Json, retry: Retry) -> None:
        """Post an event; anything but 2xx in time is no acknowledgement. Raises Unacknowledged."""
        if self.event_url is None:
            raise Unacknowledged("connection_failed", final=True)
        headers: dict[str, str] = {}
        if retry.attempt:
            headers = {"X-Slack-Retry-Num": str(retry.attempt), "X-Slack-Retry-Reason": retry.reason}
        await self._post(self.event_url, json.dumps(body, ensure_ascii=False).encode(), _JSON, headers)

    async def interaction(self, kind: InteractionKind, payload: Json) -> Json:
        """Post what a person did; a plain text answer is returned as `{"text": …}`. Raises Unacknowledged."""
        if self.interactivity_url is None:
            raise Unacknowledged("no_url")
        fields = payload if kind == "slash_commands" else {"payload": json.dumps(payload, ensure_ascii=False)}
        answer = await self._post(self.interactivity_url, urlencode(fields).encode(), _FORM, {})
        if not answer.text.strip():
            return {}
        if not answer.headers.get("content-type", "").startswith(_JSON):
            return {"text": answer.text}
        return _object(answer)

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _post(self, url: str, body: bytes, content_type: str, headers: dict[str, str]) -> _Answer:
        signed = signed_headers(self._secret, int(self._real_time()), body)
        everything = {"User-Agent": _AGENT, "Content-Type": content_type, **signed, **headers}
        try:
            async with self._open_session().post(
                url, data=body, headers=everything, max_redirects=_MAX_REDIRECTS
            ) as response:
                text = (await response.read()).decode("utf-8", errors="replace")
                answer = _Answer(response.status, {k.lower(): v for k, v in response.headers.items()}, text)
        except (TimeoutError, aiohttp.ClientError, ValueError) as failed:
            raise Unacknowledged(_reason(failed)) from failed
        if not 200 <= answer.status < 300:
            final = answer.headers.get("x-slack-no-retry") == "1"
            raise Unacknowledged("http_error", final=final, status=answer.status)
        return answer

    def _open_session(self) -> aiohttp.ClientSession:
        if self._session is None:
            timeout = aiohttp.ClientTimeout(total=self._timing.acknowledge_s)
            self._session = aiohttp.ClientSession(timeout=timeout, trust_env=False)
        return self._session


def _reason(failed: Exception) -> str:
    """Return Slack's word for a failed post: https://docs.slack.dev/apis/events-api/#error-handling."""
    if isinstance(failed, TimeoutError):
        return "http_timeout"
    if isinstance(failed, aiohttp.TooManyRedirects):
        return "too_many_redirects"
    if isinstance(failed, aiohttp.ClientSSLError):
        return "ssl_error"
    if isinstance(failed, aiohttp.ClientConnectionError):
        return "connection_failed"
    return "unknown_error"


def _challenge_answers(text: str) -> set[str]:
    """Return what counts as the answer: the plain text, or `challenge` of a JSON object."""
    found = {text.strip()}
    try:
        parsed: Any = json.loads(text)
    except ValueError:
        return found
    if isinstance(parsed, dict):
        found.add(str(parsed.get("challenge")))
    return found


def _object(answer: _Answer) -> Json:
    try:
        parsed: Any = json.loads(answer.text)
    except ValueError as broken:
        raise Unacknowledged("http_error", status=answer.status) from broken
    if not isinstance(parsed, dict):
        raise Unacknowledged("http_error", status=answer.status)
    return parsed
