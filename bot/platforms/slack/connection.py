"""The way to Slack: a client, who we are there, and what is said where Slack refuses."""

from __future__ import annotations

import ipaddress
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from typing import TypeVar
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import DependencyError, UsageError
from bot.platforms.slack.options import BOT_TOKEN, SlackOptions
from bot.platforms.slack.ports import Identity

Answer = TypeVar("Answer")

_ANSWER_S = 30
_ABOUT_THE_TOKEN = frozenset(
    "access_denied account_inactive ekm_access_denied invalid_auth missing_scope not_allowed_token_type not_authed "
    "no_permission org_login_required team_access_not_granted token_expired token_revoked".split()
)
"""Errors that another token, or installing the app again, puts right."""


@asynccontextmanager
async def open_client(options: SlackOptions) -> AsyncIterator[AsyncWebClient]:
    """A client with one pool of connections. It repeats a 429 only: what broke off may have been done all the same."""
    timeout, is_local = aiohttp.ClientTimeout(total=_ANSWER_S), is_on_this_machine(options.api_url)
    async with aiohttp.ClientSession(timeout=timeout, trust_env=not is_local) as session:
        client = AsyncWebClient(
            token=options.bot_token,
            base_url=options.api_url,
            timeout=_ANSWER_S,
            session=session,
            retry_handlers=[AsyncRateLimitErrorRetryHandler(max_retry_count=2)],
        )
        if is_local:
            # slack_sdk sends everything through HTTPS_PROXY, this machine's own servers included.
            client.proxy = None
        yield client


def is_on_this_machine(url: str) -> bool:
    """Does a server of this machine stand in for Slack?"""
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


async def identify(client: AsyncWebClient) -> Identity:
    """Ask Slack who we are. Raises UsageError for a refused token, DependencyError where Slack cannot be reached."""
    answer = await refusals_said(client.auth_test(), variable=BOT_TOKEN)
    if not answer.get("bot_id"):
        raise UsageError("serve-wrong-token", variable=BOT_TOKEN, beginning="xoxb-")
    return Identity(
        team_id=answer["team_id"],
        team_name=answer.get("team") or "",
        bot_user_id=answer["user_id"],
        bot_id=answer["bot_id"],
        url=answer.get("url") or "",
    )


async def refusals_said(call: Awaitable[Answer], *, variable: str) -> Answer:
    """What the call answers; Slack's refusal of the token in `variable` as UsageError, all else as DependencyError."""
    try:
        return await call
    except SlackApiError as refused:
        error = str(refused.response.get("error", "unknown_error"))
        if error in _ABOUT_THE_TOKEN:
            raise UsageError("serve-token-refused", variable=variable, error=error) from None
        raise DependencyError("Slack", error) from refused
    except (aiohttp.ClientError, TimeoutError) as error:
        raise DependencyError("Slack", f"it cannot be reached ({type(error).__name__})") from error
