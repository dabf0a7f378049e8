"""A hand-over pack that Slack does not take: why, what to do, and what it would have said; nothing of it is lost."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from bot.workspace.records import Message
from tests.chat.acting import People
from tests.chat.observing import Seen, observed
from tests.chat.stack import stacked
from tests.chat.transcripts import Step, Transcript

pytestmark = pytest.mark.loopback
MET = "昨日、展示会で丸山工業の佐々木さんと名刺交換。来週水曜10時に見積もりを送る"


async def _seen(people: People, **step: object) -> list[Seen]:
    await people.act(Step.model_validate({"who": "yamada", "sees": [], **step}))
    await people.stack.settled()
    return observed(people.state, people.stack.taken())


def _message(seen: list[Seen]) -> Message:
    assert seen[-1].message is not None
    return seen[-1].message


async def _play(data: Path) -> list[Seen]:
    about = Transcript.model_validate({"about": "x", "steps": [{"who": "yamada", "says": "x", "sees": []}]})
    async with stacked(about, data) as stack:
        people = People(stack)
        people.called["line"] = _message(await _seen(people, says=MET))
        await _seen(people, presses="記録する", upon="line")
        app = stack.workspace.state.app
        stack.workspace.state.app = replace(app, scopes=app.scopes - {"files:write"})
        return await _seen(people, says="引き継ぎ資料")


def test_without_permission_it_is_said_in_words(used_data: Path) -> None:
    [_, seen] = asyncio.run(_play(used_data))
    print(seen.told())  # noqa: T201 - shown where the test fails
    assert seen.files == ()
    for words in ("再インストール", "内容は、次のとおりです。", "丸山工業", "佐々木", "見積もりを送る", "名刺交換"):
        assert words in seen.look.text, words
