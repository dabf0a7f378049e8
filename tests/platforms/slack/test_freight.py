"""Files of what is owed: the message arrives once whatever becomes of them, and says so where they do not come."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

import pytest

from bot.adapters.sentences import FluentSentences
from bot.core.deliveries.models import Outcome, Refused, Sent, Timing
from bot.core.messages import Message, OutgoingFile, Quoted, Reply, Said, Say
from bot.core.outgoing import CSV
from bot.platforms.slack.sending import SlackSender
from bot.workspace.records import Message as Posted
from bot.workspace.server import Workspace
from tests.platforms.slack.local_slack import BOT_USER, PERSON, TOKENS, local_workspace

pytestmark = pytest.mark.loopback
IN_WORDS = "今週は三件です。"
TITLE = Message("handover-label-answered")
FILE = OutgoingFile(
    name=TITLE, title=TITLE, media_type=CSV, make=lambda say: say(TITLE).encode(), in_words=(Quoted(IN_WORDS),)
)
REPLY = Reply(parts=(Said(Message("courtesy-thanks")),), files=(FILE,))
Result = TypeVar("Result")


def run(scenario: Callable[[Workspace], Awaitable[Result]]) -> Result:
    async def in_time() -> Result:
        async with asyncio.timeout(30), local_workspace(faults=True) as workspace:
            return await scenario(workspace)

    return asyncio.run(in_time())


async def sent(workspace: Workspace, sentences: FluentSentences, reply: Reply = REPLY, seconds: int = 10) -> Outcome:
    timing = Timing(deadline=timedelta(seconds=seconds))
    one = SlackSender(token=TOKENS.bot_token, api_url=workspace.api_url, sentences=sentences, timing=timing)
    return await asyncio.to_thread(
        one.send, delivery_id="d-1", person=PERSON, conversation="", thread="", reply=reply, locale="ja"
    )


def messages(workspace: Workspace) -> list[Posted]:
    return list(workspace.state.messages.get(workspace.state.im_between(PERSON, BOT_USER).id, {}).values())


def test_the_file_stands_under_its_message(sentences: FluentSentences) -> None:
    async def scenario(workspace: Workspace) -> None:
        outcome = await sent(workspace, sentences)
        message, carrier = messages(workspace)
        assert outcome == Sent(message.channel, message.ts)
        assert carrier.thread_ts == message.ts
        assert workspace.state.file(carrier.files[0]).content == sentences.say(TITLE, locale="ja").encode()
        assert IN_WORDS not in message.text

    run(scenario)


@pytest.mark.parametrize(
    ("fault", "method", "told"),
    [
        ("server_error", "upload", "途中で切れました"),
        ("accept_then_hang_up", "files.getUploadURLExternal", "途中で切れました"),
    ],
)
def test_a_file_that_cannot_be_brought_is_said_in_the_message(
    sentences: FluentSentences, fault: str, method: str, told: str
) -> None:
    async def scenario(workspace: Workspace) -> None:
        getattr(workspace.faults, fault)(method)
        assert isinstance(await sent(workspace, sentences), Sent)
        (message,) = messages(workspace)
        assert told in message.text
        assert IN_WORDS in message.text

    run(scenario)


def test_bringing_it_takes_half_of_the_time_and_no_longer(sentences: FluentSentences) -> None:
    async def scenario(workspace: Workspace) -> None:
        workspace.faults.delay("upload", 25)
        assert isinstance(await sent(workspace, sentences, seconds=2), Sent)
        (message,) = messages(workspace)
        assert "途中で切れました" in message.text

    run(scenario)


def test_without_permission_the_message_arrives_all_the_same(sentences: FluentSentences) -> None:
    async def scenario(workspace: Workspace) -> None:
        workspace.state.app = replace(TOKENS, scopes=TOKENS.scopes - {"files:write"})
        assert isinstance(await sent(workspace, sentences), Sent)
        (message,) = messages(workspace)
        assert "再インストール" in message.text

    run(scenario)


def test_not_so_fast_puts_the_whole_off(sentences: FluentSentences) -> None:
    async def scenario(workspace: Workspace) -> None:
        workspace.faults.rate_limit("files.getUploadURLExternal")
        outcome = await sent(workspace, sentences)
        assert isinstance(outcome, Refused)
        assert (outcome.reason, outcome.is_final) == ("ratelimited", False)
        assert messages(workspace) == []

    run(scenario)


def test_a_file_that_is_not_shown_is_said_in_the_thread(sentences: FluentSentences) -> None:
    async def scenario(workspace: Workspace) -> None:
        workspace.faults.server_error("files.completeUploadExternal")
        assert isinstance(await sent(workspace, sentences), Sent)
        message, told = messages(workspace)
        assert (told.thread_ts, "確かめられませんでした" in told.text) == (message.ts, True)

    run(scenario)


def test_a_file_that_cannot_be_made_is_said_with_a_reference(sentences: FluentSentences) -> None:
    def broken(_: Say) -> bytes:
        raise RuntimeError("no room")

    async def scenario(workspace: Workspace) -> None:
        outcome = await sent(workspace, sentences, replace(REPLY, files=(replace(FILE, make=broken),)))
        assert isinstance(outcome, Sent)
        (message,) = messages(workspace)
        assert "番号 d-1" in message.text

    run(scenario)
