"""Modals: what an app's answer to a submission does, and what it hears of a closing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from bot.workspace.delivery import Timing
from bot.workspace.errors import ApiError
from tests.unit.workspace.delivery_host import (
    BUTTON,
    ENTERED,
    MILLER,
    MODAL,
    SATO,
    Host,
    Json,
    hosted,
    listening,
    run,
    soon,
)

pytestmark = pytest.mark.loopback
SECOND: Json = {**MODAL, "callback_id": "second", "title": {"type": "plain_text", "text": "Second"}}


@asynccontextmanager
async def form_answered_with(answer: Json, got: asyncio.Queue[Json] | None = None) -> AsyncIterator[Host]:
    """Serve a workspace whose app acknowledges a submission of `form` with this."""
    async with hosted() as host:
        app = host.bolt()

        @app.view("form")
        async def on_form(ack: Any, body: Json) -> None:
            await ack(**answer)
            if got is not None:
                await got.put(body)

        async with listening(host, app):
            yield host


def test_a_submission_carries_what_was_entered_and_closes_the_modal() -> None:
    async def scenario() -> None:
        got: asyncio.Queue[Json] = asyncio.Queue()
        async with form_answered_with({}, got) as host:
            view = host.modal(private_metadata="ref-7")
            assert await host.delivery.submit_view(SATO, view.id, ENTERED) == {"ok": True, "action": "close"}
            body = await soon(got)
            assert body["type"] == "view_submission"
            assert body["view"]["state"]["values"] == ENTERED
            assert (body["view"]["id"], body["view"]["private_metadata"]) == (view.id, "ref-7")
            assert {"trigger_id", "response_urls", "user", "team"} <= set(body)
            assert host.state.stack(SATO) == []

    run(scenario)


def test_a_submission_of_the_upper_modal_shows_the_one_below() -> None:
    async def scenario() -> None:
        async with form_answered_with({}) as host:
            below = host.modal(callback_id="below")
            above = host.state.push_view(SATO, MODAL)
            await host.delivery.submit_view(SATO, above.id, ENTERED)
            assert host.state.stack(SATO) == [below]

    run(scenario)


def test_errors_are_shown_at_their_inputs_and_the_modal_stays() -> None:
    async def scenario() -> None:
        errors = {"name": "名前を入力してください"}
        async with form_answered_with({"response_action": "errors", "errors": errors}) as host:
            view = host.modal()
            result = await host.delivery.submit_view(SATO, view.id, ENTERED)
            assert result == {"ok": True, "action": "errors", "errors": errors}
            assert host.state.stack(SATO) == [view]

    run(scenario)


def test_update_puts_another_view_in_place_of_the_submitted_one() -> None:
    async def scenario() -> None:
        async with form_answered_with({"response_action": "update", "view": SECOND}) as host:
            view = host.modal()
            result = await host.delivery.submit_view(SATO, view.id, ENTERED)
            assert result == {"ok": True, "action": "update", "view_id": view.id}
            assert [(one.id, one.callback_id) for one in host.state.stack(SATO)] == [(view.id, "second")]

    run(scenario)


def test_push_puts_a_view_on_top() -> None:
    async def scenario() -> None:
        async with form_answered_with({"response_action": "push", "view": SECOND}) as host:
            view = host.modal()
            result = await host.delivery.submit_view(SATO, view.id, ENTERED)
            assert result["action"] == "push"
            assert [one.callback_id for one in host.state.stack(SATO)] == ["form", "second"]
            assert host.state.stack(SATO)[1].id == result["view_id"]

    run(scenario)


def test_clear_closes_the_whole_stack() -> None:
    async def scenario() -> None:
        async with form_answered_with({"response_action": "clear"}) as host:
            host.modal(callback_id="below")
            above = host.state.push_view(SATO, MODAL)
            result = await host.delivery.submit_view(SATO, above.id, ENTERED)
            assert result == {"ok": True, "action": "clear"}
            assert host.state.stack(SATO) == []

    run(scenario)


@pytest.mark.parametrize(
    "answer",
    [
        {"text": "thanks"},
        {"response_action": "other"},
        {"response_action": "errors", "errors": {"no_such_block": "?"}},
        {"response_action": "update", "view": {**MODAL, "type": "home"}},
        {"response_action": "push", "view": {**MODAL, "title": {"type": "plain_text", "text": "x" * 25}}},
        {"response_action": "update"},
    ],
    ids=["text", "unknown", "unknown block", "not a modal", "title too long", "no view"],
)
def test_an_answer_that_slack_would_not_take_is_an_error_to_the_person(answer: Json) -> None:
    async def scenario() -> None:
        async with form_answered_with(answer) as host:
            view = host.modal()
            result = await host.delivery.submit_view(SATO, view.id, ENTERED)
            assert result["ok"] is False
            assert [(shown["where"], shown["view_id"]) for shown in host.errors_shown()] == [("view", view.id)]
            assert [one.callback_id for one in host.state.stack(SATO)] == ["form"]

    run(scenario)


def test_a_submission_that_nobody_acknowledges_is_an_error_and_the_modal_stays() -> None:
    async def scenario() -> None:
        async with hosted(timing=Timing(acknowledge_s=0.2)) as host, listening(host, host.bolt()):
            view = host.modal()
            result = await host.delivery.submit_view(SATO, view.id, ENTERED)
            assert (result["ok"], result["error"]) == (False, "operation_timeout")
            assert host.errors_shown()[0]["text"] == "接続に問題が発生しました。もう一度お試しください。"
            assert host.state.stack(SATO) == [view]

    run(scenario)


def test_a_modal_closed_while_its_submission_is_answered_stays_closed() -> None:
    async def scenario() -> None:
        async with hosted() as host:
            app = host.bolt()

            @app.view("form")
            async def on_form(ack: Any) -> None:
                host.state.close_view(view.id)
                await ack(response_action="update", view=SECOND)

            async with listening(host, app):
                view = host.modal()
                assert await host.delivery.submit_view(SATO, view.id, ENTERED) == {"ok": True, "action": "gone"}
                assert host.state.stack(SATO) == []

    run(scenario)


def test_only_the_person_who_has_a_modal_can_submit_or_close_it() -> None:
    async def scenario() -> None:
        async with hosted() as host:
            view = host.modal()
            for act in (host.delivery.submit_view(MILLER, view.id, ENTERED), host.delivery.close_view(MILLER, view.id)):
                with pytest.raises(ApiError, match="not_found"):
                    await act

    run(scenario)


@pytest.mark.parametrize(("cleared", "left"), [(False, ["form"]), (True, [])])
def test_a_closing_is_told_to_an_app_that_wants_to_know(cleared: bool, left: list[str]) -> None:
    async def scenario() -> None:
        got: asyncio.Queue[Json] = asyncio.Queue()
        async with hosted() as host:
            app = host.bolt()

            @app.view_closed("second")
            async def on_closed(ack: Any, body: Json) -> None:
                await ack()
                await got.put(body)

            async with listening(host, app):
                host.modal(notify_on_close=False)
                above = host.state.push_view(SATO, SECOND)
                assert await host.delivery.close_view(SATO, above.id, cleared=cleared) == {"ok": True}
                body = await soon(got)
                assert (body["view"]["id"], body["is_cleared"]) == (above.id, cleared)
                assert [one.callback_id for one in host.state.stack(SATO)] == left
                assert got.empty()

    run(scenario)


def test_closing_a_modal_that_clears_on_close_closes_those_below_it_too() -> None:
    async def scenario() -> None:
        async with hosted() as host:
            host.modal(notify_on_close=False)
            above = host.state.push_view(SATO, {**SECOND, "clear_on_close": True, "notify_on_close": False})
            assert await host.delivery.close_view(SATO, above.id) == {"ok": True}
            assert host.state.stack(SATO) == []

    run(scenario)


def test_a_button_in_a_modal_brings_the_view_with_what_has_been_entered() -> None:
    async def scenario() -> None:
        got: asyncio.Queue[Json] = asyncio.Queue()
        async with hosted() as host:
            app = host.bolt()

            @app.action("go")
            async def on_go(ack: Any, body: Json) -> None:
                await ack()
                await got.put(body)

            async with listening(host, app):
                view = host.modal(blocks=[*MODAL["blocks"], BUTTON])
                assert await host.delivery.press(SATO, view, {"block_id": "row", "action_id": "go"}, ENTERED) == {
                    "ok": True
                }
                body = await soon(got)
                assert body["container"] == {"type": "view", "view_id": view.id}
                assert body["view"]["state"]["values"] == ENTERED
                assert "response_url" not in body

    run(scenario)
