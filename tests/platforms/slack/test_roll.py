"""Who is still there, asked of a Slack that answers as Slack documents it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import pytest
from slack_sdk import WebClient

from bot.platforms.slack import roll as module
from bot.platforms.slack.roll import SlackRoll
from tests.platforms.slack.local_slack import PERSON, TOKENS, local_workspace

pytestmark = pytest.mark.loopback


def said(*addresses: str, gone: tuple[str, ...] = (), times: int = 1) -> list[Mapping[str, bool]]:
    async def scenario() -> list[Mapping[str, bool]]:
        async with asyncio.timeout(30), local_workspace() as workspace:
            for one in gone:
                workspace.state.set_deactivated(one, True)
            roll = SlackRoll(token=TOKENS.bot_token, api_url=workspace.api_url)
            return [await asyncio.to_thread(roll.are_gone, addresses) for _ in range(times)]

    return asyncio.run(scenario())


def test_whoever_was_deactivated_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    # One to a page, so that they are turned.
    monkeypatch.setattr(module, "_PAGE", 1)
    assert said(PERSON) == [{PERSON: False}]
    assert said(PERSON, gone=(PERSON,)) == [{PERSON: True}]


def test_who_is_not_known_there_is_left_out() -> None:
    assert said(PERSON, "U0NOBODY") == [{PERSON: False}]


def test_more_strangers_than_are_asked_for_at_once_have_their_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_ASKED", 1)
    asked: list[str] = []
    info = WebClient.users_info

    def noting(self: WebClient, *, user: str) -> object:
        asked.append(user)
        return info(self, user=user)

    monkeypatch.setattr(WebClient, "users_info", noting)
    said("U0NOBODY1", "U0NOBODY2", times=3)
    assert asked == ["U0NOBODY1", "U0NOBODY2", "U0NOBODY1"]
