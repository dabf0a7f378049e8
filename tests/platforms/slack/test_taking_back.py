"""Messages and files of ours are taken out of a Slack that answers as Slack documents it; nobody else's are."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.core.posted import Posted, PostedKind
from bot.core.taking_back import Gone, NotYet, Tried
from bot.platforms.slack.taking_back import SlackRemover
from bot.workspace.records import Message
from bot.workspace.server import Workspace
from tests.platforms.slack.local_slack import BOT_USER, CHANNEL, PERSON, TOKENS, local_workspace

pytestmark = pytest.mark.loopback
INSTEAD = "この価値の棚卸しは削除されました。"


def ours(workspace: Workspace, text: str, **where: str) -> Message:
    seed = workspace.state.seed
    return workspace.state.add_message(CHANNEL, BOT_USER, text=text, bot_id=seed.bot_id, app_id=seed.app_id, **where)


def posted(message: Message) -> Posted:
    return Posted(
        kind=PostedKind.MESSAGE, message=message.ts, conversation=message.channel, thread=message.thread_ts or ""
    )


def taken(prepare: Callable[[Workspace], Posted], *, times: int = 1) -> tuple[list[Tried], list[str], list[str]]:
    """What came of it, each time; every text in the channel afterwards; the files that are left."""

    async def scenario() -> tuple[list[Tried], list[str], list[str]]:
        async with asyncio.timeout(30), local_workspace(faults=True) as workspace:
            one = prepare(workspace)
            remover = SlackRemover(token=TOKENS.bot_token, api_url=workspace.api_url, bot=BOT_USER, url="https://t/")
            tried = [await asyncio.to_thread(remover.take_back, one, instead=INSTEAD) for _ in range(times)]
            said = [message.text for message in workspace.state.messages.get(CHANNEL, {}).values()]
            return tried, said, [file.name for file in workspace.state.files.values()]

    return asyncio.run(scenario())


def test_a_message_is_deleted_and_a_second_time_it_is_gone_already() -> None:
    tried, said, _ = taken(lambda workspace: posted(ours(workspace, "ひみつ")), times=2)
    assert tried == [Gone(), Gone()]
    assert "ひみつ" not in said


def test_under_what_people_answered_to_it_only_its_words_go() -> None:
    def prepare(workspace: Workspace) -> Posted:
        root = ours(workspace, "ひみつ")
        workspace.state.say(PERSON, CHANNEL, "わたしの返事", thread_ts=root.ts)
        return posted(root)

    tried, said, _ = taken(prepare, times=2)
    assert tried == [Gone(), Gone()]
    assert said == [INSTEAD, "わたしの返事"]


def test_a_root_with_nothing_but_our_own_replies_is_deleted() -> None:
    def prepare(workspace: Workspace) -> Posted:
        root = ours(workspace, "ひみつ")
        ours(workspace, "続き", thread_ts=root.ts)
        return posted(root)

    assert INSTEAD not in taken(prepare)[1]


def test_a_message_of_another_firm_stays_without_the_words_that_are_taken_back() -> None:
    def prepare(workspace: Workspace) -> Posted:
        return replace(posted(ours(workspace, "ひみつ")), kind=PostedKind.SHARED)

    tried, said, _ = taken(prepare, times=2)
    assert tried == [Gone(), Gone()]
    assert said == [INSTEAD]


def test_a_file_goes_with_the_message_that_carried_it() -> None:
    def prepare(workspace: Workspace) -> Posted:
        seed = workspace.state.seed
        file = workspace.state.add_file(BOT_USER, "ひみつ.pdf", b"%PDF")
        workspace.state.share_files(BOT_USER, CHANNEL, [file.id], "ひみつ", bot_id=seed.bot_id, app_id=seed.app_id)
        workspace.state.share_files(PERSON, CHANNEL, [file.id], "わたしからも")
        return Posted(kind=PostedKind.FILE, message=file.id)

    tried, said, files = taken(prepare, times=2)
    assert tried == [Gone(), Gone()]
    assert (said, files) == (["わたしからも"], [])


def test_what_somebody_wrote_themselves_is_refused_and_stays() -> None:
    def prepare(workspace: Workspace) -> Posted:
        return posted(workspace.state.say(PERSON, CHANNEL, "わたしの言葉"))

    tried, said, _ = taken(prepare)
    assert tried == [NotYet("cant_delete_message")]
    assert said == ["わたしの言葉"]


def test_where_it_stands_is_an_address_as_slack_makes_it() -> None:
    remover = SlackRemover(token="x", api_url="http://127.0.0.1:1/", bot=BOT_USER, url="https://minori.slack.com/")
    reply = Posted(kind=PostedKind.MESSAGE, message="12.34", conversation="C1", thread="11.00")
    assert remover.address_of(reply) == "https://minori.slack.com/archives/C1/p1234?thread_ts=11.00&cid=C1"


def test_a_page_says_that_there_is_something_new_until_it_is_opened() -> None:
    async def scenario() -> None:
        async with asyncio.timeout(30), local_workspace() as workspace:
            remover = SlackRemover(token=TOKENS.bot_token, api_url=workspace.api_url, bot=BOT_USER, url="https://t/")
            page = Posted(kind=PostedKind.PAGE, message="page", conversation=PERSON)
            assert await asyncio.to_thread(remover.take_back, page, instead=INSTEAD) == Gone()
            assert INSTEAD in str(workspace.state.home(PERSON))

    asyncio.run(scenario())
