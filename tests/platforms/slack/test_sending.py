"""What is owed, sent to a real server in every way it can go wrong: what each outcome proves."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import pytest
from aiohttp import web

from bot.adapters.sentences import FluentSentences
from bot.core.deliveries.models import (
    Delivery,
    DeliveryState,
    Found,
    NotFound,
    Outcome,
    Refused,
    Sent,
    Timing,
    Unreadable,
    Unsure,
)
from bot.core.deliveries.ports import Place
from bot.core.messages import Message, Quoted, Reply, Said
from bot.core.owed import Owed
from bot.platforms.slack.sending import SlackSender
from bot.workspace.server import Workspace
from tests.platforms.slack.local_slack import BOT_USER, CHANNEL, PERSON, TOKENS, local_workspace

pytestmark = pytest.mark.loopback
REPLY = Reply(parts=(Said(Message("courtesy-thanks")), Quoted("<!channel> ねじは測ります。", 0)))
SINCE = datetime(2020, 1, 1, tzinfo=UTC)
Result = TypeVar("Result")


def sender(sentences: FluentSentences, api_url: str, *, deadline_s: int = 5) -> SlackSender:
    timing = Timing(deadline=timedelta(seconds=deadline_s))
    return SlackSender(token=TOKENS.bot_token, api_url=api_url, sentences=sentences, timing=timing)


def send(one: SlackSender, *, person: str = PERSON, conversation: str = "", thread: str = "") -> Outcome:
    return one.send(
        delivery_id="d-1", person=person, conversation=conversation, thread=thread, reply=REPLY, locale="ja"
    )


def delivery(id: str = "d-1", **where: str) -> Delivery:
    return Delivery(
        id=id,
        owed=Owed(kind="k", subject_id="s", occurrence="o", **(where or {"person": PERSON})),
        state=DeliveryState.AMBIGUOUS,
        created_at=SINCE,
        next_at=SINCE,
    )


def run(scenario: Callable[[Workspace], Awaitable[Result]]) -> Result:
    async def in_time() -> Result:
        async with asyncio.timeout(30), local_workspace(faults=True) as workspace:
            return await scenario(workspace)

    return asyncio.run(in_time())


def sent_with(sentences: FluentSentences, prepare: Callable[[Workspace], object], **where: str) -> Outcome:
    async def scenario(workspace: Workspace) -> Outcome:
        prepare(workspace)
        return await asyncio.to_thread(send, sender(sentences, workspace.api_url), **where)

    return run(scenario)


def test_what_is_accepted_is_sent_once_and_carries_its_id(sentences: FluentSentences) -> None:
    async def scenario(workspace: Workspace) -> None:
        outcome = await asyncio.to_thread(send, sender(sentences, workspace.api_url))
        (message,) = workspace.state.messages[workspace.state.im_between(PERSON, BOT_USER).id].values()
        assert outcome == Sent(message.channel, message.ts)
        assert message.metadata == {"event_type": "minori_delivery", "event_payload": {"delivery": "d-1"}}
        assert (message.unfurl_links, message.unfurl_media) == (False, False)
        assert "<!channel>" not in message.text

    run(scenario)


def test_it_goes_into_a_thread(sentences: FluentSentences) -> None:
    async def scenario(workspace: Workspace) -> None:
        root = workspace.state.say(PERSON, CHANNEL, "はじめ")
        one = sender(sentences, workspace.api_url)
        outcome = await asyncio.to_thread(send, one, person="", conversation=CHANNEL, thread=root.ts)
        assert isinstance(outcome, Sent)
        assert workspace.state.message(CHANNEL, outcome.message).thread_ts == root.ts
        found = await asyncio.to_thread(one.find, delivery=delivery(conversation=CHANNEL, thread=root.ts), since=SINCE)
        assert found == Found(CHANNEL, outcome.message)
        elsewhere = await asyncio.to_thread(one.find, delivery=delivery(conversation=CHANNEL), since=SINCE)
        assert elsewhere == NotFound(), "what stands in a thread stands nowhere else"

    run(scenario)


def test_not_so_fast_says_how_long_to_wait(sentences: FluentSentences) -> None:
    outcome = sent_with(sentences, lambda slack: slack.faults.rate_limit("chat.postMessage", retry_after=17))
    assert outcome == Refused(reason="ratelimited", retry_after=timedelta(seconds=17))


@pytest.mark.parametrize("fault", ["server_error", "accept_then_hang_up", "lose_response"])
def test_what_proves_nothing_is_unsure(sentences: FluentSentences, fault: str) -> None:
    outcome = sent_with(sentences, lambda slack: getattr(slack.faults, fault)("chat.postMessage"))
    assert isinstance(outcome, Unsure), outcome


def test_running_out_of_time_is_unsure(sentences: FluentSentences) -> None:
    async def scenario(workspace: Workspace) -> Outcome:
        workspace.faults.delay("chat.postMessage", 3)
        return await asyncio.to_thread(send, sender(sentences, workspace.api_url, deadline_s=1))

    assert isinstance(run(scenario), Unsure)


def test_what_slack_refuses_for_good_is_final(sentences: FluentSentences) -> None:
    assert sent_with(sentences, lambda _: None, person="", conversation="C0NOWHERE") == Refused(
        reason="channel_not_found", is_final=True
    )
    assert sent_with(sentences, lambda _: None, person="U0NOBODY") == Refused(reason="user_not_found", is_final=True)


def test_a_refused_token_is_no_reason_for_what_is_owed_to_die(sentences: FluentSentences) -> None:
    async def scenario(workspace: Workspace) -> Outcome:
        one = SlackSender(token="xoxb-revoked", api_url=workspace.api_url, sentences=sentences)
        return await asyncio.to_thread(send, one, person="", conversation=CHANNEL)

    assert run(scenario) == Refused(reason="invalid_auth", is_final=False)


@pytest.mark.parametrize("fault", ["server_error", "accept_then_hang_up", "lose_response"])
def test_trouble_before_anything_is_posted_proves_that_it_was_not(sentences: FluentSentences, fault: str) -> None:
    outcome = sent_with(sentences, lambda slack: getattr(slack.faults, fault)("conversations.open"))
    assert isinstance(outcome, Refused)
    assert not outcome.is_final


def test_where_nothing_listens_nothing_was_sent(sentences: FluentSentences) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    outcome = send(sender(sentences, f"http://127.0.0.1:{port}/api/"), person="", conversation=CHANNEL)
    assert outcome == Refused(reason="ConnectionRefusedError")


ODD_ANSWERS: dict[str, Callable[[], web.Response]] = {
    "a page with 200": lambda: web.Response(text="<html>maintenance</html>", content_type="text/html"),
    "a page with 403": lambda: web.Response(status=403, text="<html>proxy</html>", content_type="text/html"),
    "a page with 502": lambda: web.Response(status=502, text="<html>bad gateway</html>", content_type="text/html"),
    "nothing": lambda: web.Response(),
    "half of an answer": lambda: web.Response(text='{"ok": tru', content_type="application/json"),
    "no name": lambda: web.json_response({"ok": False}),
    "a fatal error": lambda: web.json_response({"ok": False, "error": "fatal_error"}),
    "a name with 503": lambda: web.json_response({"ok": False, "error": "channel_not_found"}, status=503),
}


@pytest.mark.parametrize("answer", ODD_ANSWERS)
def test_an_answer_that_is_not_slacks_proves_nothing(sentences: FluentSentences, answer: str) -> None:
    async def scenario() -> tuple[Outcome, Any]:
        async with _answering(ODD_ANSWERS[answer]) as url:
            one = sender(sentences, url)
            outcome = await asyncio.to_thread(send, one, person="", conversation=CHANNEL)
            found = await asyncio.to_thread(one.find, delivery=delivery(conversation=CHANNEL), since=SINCE)
            return outcome, found

    outcome, found = asyncio.run(scenario())
    assert isinstance(outcome, Unsure), outcome
    assert isinstance(found, Unreadable), found


@asynccontextmanager
async def _answering(answer: Callable[[], web.Response]) -> AsyncIterator[str]:
    async def handle(_: web.Request) -> web.Response:
        return answer()

    application = web.Application()
    application.router.add_route("*", "/{anything:.*}", handle)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/api/"
    finally:
        await runner.cleanup()


def test_it_is_found_behind_hundreds_of_others_and_by_its_own_id_only(sentences: FluentSentences) -> None:
    async def scenario(workspace: Workspace) -> None:
        workspace.faults.lose_response("chat.postMessage")
        one = sender(sentences, workspace.api_url)
        assert isinstance(await asyncio.to_thread(send, one), Unsure)
        dm = workspace.state.im_between(PERSON, BOT_USER).id
        for number in range(450):
            workspace.state.say(PERSON, dm, f"{number}")
        found = await asyncio.to_thread(one.find, delivery=delivery(), since=SINCE)
        assert isinstance(found, Found)
        assert workspace.state.message(dm, found.message).metadata is not None
        assert await asyncio.to_thread(one.find, delivery=delivery("d-2"), since=SINCE) == NotFound()
        later = datetime.fromtimestamp(workspace.clock.timestamp() + 1, UTC)
        assert await asyncio.to_thread(one.find, delivery=delivery(), since=later) == NotFound()

    run(scenario)


@pytest.mark.parametrize("fault", ["server_error", "accept_then_hang_up", "lose_response", "rate_limit"])
def test_what_cannot_be_read_is_not_taken_for_missing(sentences: FluentSentences, fault: str) -> None:
    async def scenario(workspace: Workspace) -> None:
        getattr(workspace.faults, fault)("conversations.history")
        found = await asyncio.to_thread(sender(sentences, workspace.api_url).find, delivery=delivery(), since=SINCE)
        assert isinstance(found, Unreadable), found

    run(scenario)


def test_what_stands_there_twice_is_found_and_the_later_one_removed(sentences: FluentSentences) -> None:
    async def scenario(workspace: Workspace) -> None:
        one = sender(sentences, workspace.api_url)
        for id in ("d-1", "d-2", "d-1", "d-1"):
            await asyncio.to_thread(
                one.send, delivery_id=id, person=PERSON, conversation="", thread="", reply=REPLY, locale="ja"
            )
        dm = workspace.state.im_between(PERSON, BOT_USER).id
        place = Place(dm, "", SINCE)
        seen = await asyncio.to_thread(one.twins, place)
        assert not isinstance(seen, Unreadable)
        first, second, third = seen["d-1"]
        assert list(seen) == ["d-1"]
        assert first < second < third
        for later in (second, third):
            assert await asyncio.to_thread(one.remove, place, later)
        # Somebody else was quicker: it is gone, and that is all we want.
        assert await asyncio.to_thread(one.remove, place, third)
        assert await asyncio.to_thread(one.twins, place) == {}
        assert len(workspace.state.messages[dm]) == 2
        workspace.faults.rate_limit("*", times=2)
        assert isinstance(await asyncio.to_thread(one.twins, place), Unreadable)
        assert not await asyncio.to_thread(one.remove, place, first)

    run(scenario)


def test_a_message_is_rewritten_and_stays_the_same_delivery(sentences: FluentSentences) -> None:
    async def scenario(workspace: Workspace) -> None:
        one = sender(sentences, workspace.api_url)
        sent = await asyncio.to_thread(send, one)
        assert isinstance(sent, Sent)
        other = Reply(parts=(Said(Message("digest-all-settled")),))
        assert await asyncio.to_thread(one.rewrite, sent.conversation, sent.message, other, "ja")
        message = workspace.state.message(sent.conversation, sent.message)
        assert "すべて片付いています" in message.text
        assert await asyncio.to_thread(one.find, delivery=delivery(), since=SINCE) == Found(
            sent.conversation, sent.message
        )
        workspace.faults.rate_limit("chat.update", retry_after=1)
        assert not await asyncio.to_thread(one.rewrite, sent.conversation, sent.message, other, "ja")
        assert await asyncio.to_thread(one.rewrite, sent.conversation, "1.000001", other, "ja"), "nothing is left to do"

    run(scenario)
