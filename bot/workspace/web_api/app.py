"""The Web API over HTTP: reads the call, checks token, scopes and pace, answers as Slack does."""

from __future__ import annotations

import hmac
import json
from typing import Any

from aiohttp import web

from bot.workspace.errors import ApiError, RateLimited
from bot.workspace.web_api.arguments import Arguments
from bot.workspace.web_api.call import Body, Call, Method, Services
from bot.workspace.web_api.pace import PaceKeeper
from bot.workspace.web_api.registry import METHODS

_FORMS = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})
_JSON = "application/json"
_NO_TYPE = "application/octet-stream"  # what aiohttp says where the header is missing


class WebApi:
    """Answers /api/{method}. Without `pace` nothing is too fast."""

    def __init__(self, services: Services, pace: PaceKeeper | None = None) -> None:
        self._services = services
        self._pace = pace
        scopes = ",".join(sorted(services.state.app.scopes))
        self._headers = {"X-OAuth-Scopes": scopes, "Cache-Control": "private, no-cache, no-store, must-revalidate"}

    def routes(self) -> list[web.RouteDef]:
        """Return the addresses of the Web API."""
        path = "/api/{method}"
        return [web.post(path, self.answer), web.get(path, self.answer)]

    async def answer(self, request: web.Request) -> web.Response:
        """Answer one call: HTTP 200 whatever Slack's verdict, but 429 for a call too many."""
        name = request.match_info["method"]
        try:
            method = METHODS.get(name)
            if method is None:
                raise ApiError("unknown_method", req_method=name)
            arguments = Arguments(await _given(request, method))
            body = self._called(request, name, method, arguments)
        except RateLimited as refused:
            return self._response(refused.body(), status=429, retry_after=refused.retry_after)
        except ApiError as refused:
            return self._response(refused.body())
        return self._response(body)

    def _called(self, request: web.Request, name: str, method: Method, arguments: Arguments) -> Body:
        if method.post_only and request.method != "POST":
            raise ApiError("insecure_request")
        if not method.anybody:
            self._check_token(_token(request, arguments), method)
            self._check_scopes(method)
        if self._pace is not None:
            self._pace.count(name, method.tier, arguments.text("channel") if name == "chat.postMessage" else "")
        return method.handler(Call(self._services, arguments))

    def _check_token(self, token: str, method: Method) -> None:
        app = self._services.state.app
        right, other = (app.app_token, app.bot_token) if method.app_level else (app.bot_token, app.app_token)
        if not token:
            raise ApiError("not_authed")
        if _same(token, other):
            raise ApiError("not_allowed_token_type")
        if not _same(token, right):
            raise ApiError("invalid_auth")

    def _check_scopes(self, method: Method) -> None:
        granted = self._services.state.app.scopes
        if method.scopes and not granted.intersection(method.scopes):
            raise ApiError("missing_scope", needed=",".join(method.scopes), provided=",".join(sorted(granted)))

    def _response(self, body: Body, *, status: int = 200, retry_after: int = 0) -> web.Response:
        headers = {**self._headers, "Retry-After": str(retry_after)} if retry_after else self._headers
        text = json.dumps(body, ensure_ascii=False)
        return web.Response(text=text, status=status, headers=headers, content_type=_JSON, charset="utf-8")


async def _given(request: web.Request, method: Method) -> dict[str, Any]:
    """Return query and body together. Raises ApiError invalid_json, json_not_object, invalid_post_type, …"""
    given: dict[str, Any] = dict(request.query)
    if request.method != "POST" or not request.can_read_body:
        return given
    kind = request.content_type
    if kind == _JSON:
        body = _object(await request.read())
        # Methods that read query and form only see nothing of a JSON body: an old trap of Slack's, kept.
        return {**given, **body} if method.takes_json else given
    if kind in _FORMS:
        return {**given, **await _form(request)}
    if kind == _NO_TYPE:
        raise ApiError("missing_post_type")
    raise ApiError("invalid_post_type")


def _object(body: bytes) -> dict[str, Any]:
    try:
        parsed = json.loads(body or b"{}")
    except (ValueError, RecursionError):
        raise ApiError("invalid_json") from None
    if not isinstance(parsed, dict):
        raise ApiError("json_not_object")
    return parsed


async def _form(request: web.Request) -> dict[str, str]:
    try:
        form = await request.post()
    except LookupError:
        raise ApiError("invalid_charset") from None
    except (ValueError, UnicodeDecodeError):
        raise ApiError("invalid_form_data") from None
    return {name: value for name, value in form.items() if isinstance(value, str)}


def _token(request: web.Request, arguments: Arguments) -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else arguments.text("token")


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())
