"""An app shows blocks, streams, modals and its Home on the workspace's page, and hears what people press."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Bot, Json, Running, Visits

pytestmark = pytest.mark.loopback


def _text(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def _button(action_id: str, text: str, **more: Any) -> Json:
    return {"type": "button", "action_id": action_id, "text": _text(text), **more}


def _post(running: Running, *blocks: Json, channel: str = "C0ALL") -> Json:
    return running.api("chat.postMessage", channel=channel, text="ブロック", blocks=list(blocks))


def _actions(running: Running) -> list[Json]:
    return [payload["actions"][0] for payload in running.bot.heard if payload.get("type") == "block_actions"]


def test_a_pressed_button_waits_for_the_app_and_then_shows_what_it_made_of_it(visits: Visits, running: Running) -> None:
    ready = asyncio.Event()

    async def answer(bot: Bot, payload: Json) -> None:
        if payload.get("type") == "block_actions":
            await ready.wait()
            place = {"channel": payload["channel"]["id"], "ts": payload["message"]["ts"]}
            await bot.client.chat_update(**place, text="受け取りました", blocks=[])

    running.bot.answer = answer
    _post(running, {"type": "actions", "elements": [_button("take", "受け取る", value="7")]})
    page = visits.open("U0SATO")
    button = page.locator(".message").get_by_role("button", name="受け取る")
    button.click()
    expect(button).to_have_attribute("aria-busy", "true")
    expect(button).to_be_disabled()
    running.loop.call_soon_threadsafe(ready.set)
    expect(page.locator(".message .text")).to_have_text("受け取りました（編集済み）")
    assert [(action["action_id"], action["value"]) for action in _actions(running)] == [("take", "7")]


@pytest.mark.parametrize("running", [0.2], indirect=True)
def test_an_app_that_does_not_answer_in_time_is_told_to_the_person(visits: Visits, running: Running) -> None:
    async def answer(bot: Bot, payload: Json) -> None:
        if payload.get("type") == "block_actions":
            await asyncio.Event().wait()

    running.bot.answer = answer
    _post(running, {"type": "actions", "elements": [_button("take", "受け取る")]})
    page = visits.open("U0SATO")
    page.get_by_role("button", name="受け取る").click()
    expect(page.locator(".block-problem")).to_contain_text("もう一度お試しください")
    expect(page.get_by_role("button", name="受け取る")).to_be_enabled()


def test_a_confirm_question_is_asked_first(visits: Visits, running: Running) -> None:
    question = {
        "title": _text("取り消しますか？"),
        "text": _text("元に戻せません。"),
        "confirm": _text("取り消す"),
        "deny": _text("やめる"),
    }
    _post(running, {"type": "actions", "elements": [_button("undo", "消す", confirm=question)]})
    page = visits.open("U0SATO")
    for answer in ("やめる", "取り消す"):
        page.locator(".message").get_by_role("button", name="消す").click()
        page.get_by_role("dialog", name="取り消しますか？").get_by_role("button", name=answer).click()
        expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".message .busy")).to_have_count(0)
    assert [action["action_id"] for action in _actions(running)] == ["undo"]


def test_choices_in_a_message_reach_the_app_at_once(visits: Visits, running: Running) -> None:
    options = [{"text": _text(name), "value": name} for name in ("見積り", "サンプル", "訪問")]
    _post(
        running,
        {
            "type": "actions",
            "elements": [
                {"type": "static_select", "action_id": "one", "placeholder": _text("次の一歩"), "options": options},
                {"type": "datepicker", "action_id": "day", "initial_date": "2026-12-01"},
                {"type": "timepicker", "action_id": "time", "placeholder": _text("時刻")},
                {"type": "overflow", "action_id": "more", "options": options[:2]},
                {"type": "checkboxes", "action_id": "ticks", "options": options},
            ],
        },
        {
            "type": "input",
            "dispatch_action": True,
            "label": _text("メモ"),
            "element": {"type": "plain_text_input", "action_id": "memo"},
        },
    )
    page = visits.open("U0SATO")
    message = page.locator(".message")
    message.get_by_role("button", name="次の一歩").click()
    page.get_by_role("option", name="サンプル").click()
    message.get_by_role("button", name="2026年12月1日").click()
    page.get_by_role("button", name="2026年12月24日").click()
    message.get_by_role("button", name="時刻").click()
    page.get_by_role("textbox", name="時刻を選ぶ").fill("９時１５分")
    page.get_by_role("option", name="09:15").click()
    message.locator(".overflow").click()
    page.get_by_role("menuitem", name="見積り").click()
    message.get_by_label("訪問").check()
    message.get_by_label("メモ").fill("金曜まで")
    message.get_by_label("メモ").press("Enter")
    page.wait_for_function("() => !document.querySelector('.message .busy')")
    running.run(_until(lambda: len(_actions(running)) == 6))
    chosen = {action["action_id"]: action for action in _actions(running)}
    assert chosen["one"]["selected_option"]["value"] == "サンプル"
    assert chosen["day"]["selected_date"] == "2026-12-24"
    assert chosen["time"]["selected_time"] == "09:15"
    assert chosen["more"]["selected_option"]["value"] == "見積り"
    assert [option["value"] for option in chosen["ticks"]["selected_options"]] == ["訪問"]
    assert chosen["memo"]["value"] == "金曜まで"
    state = running.bot.heard[-1]["state"]["values"]
    assert any("day" in held and held["day"]["selected_date"] == "2026-12-24" for held in state.values())


def test_options_come_from_the_app_as_they_are_typed_and_many_are_kept(visits: Visits, running: Running) -> None:
    async def answer(bot: Bot, payload: Json) -> Json | None:
        if payload.get("type") != "block_suggestion":
            return None
        return {"options": [{"text": _text(f"{payload['value']}機械"), "value": "m"}]}

    running.bot.answer = answer
    external = {"type": "external_select", "action_id": "firm", "placeholder": _text("会社"), "min_query_length": 1}
    people = {"type": "multi_users_select", "action_id": "people", "placeholder": _text("参加者")}
    _post(running, {"type": "actions", "elements": [external, people]})
    page = visits.open("U0SATO")
    message = page.locator(".message")
    message.get_by_role("button", name="会社").click()
    page.get_by_role("textbox", name="検索").fill("港")
    page.get_by_role("option", name="港機械").click()
    expect(message.locator(".select-face").first).to_have_text("港機械")
    message.get_by_role("button", name="参加者").click()
    page.get_by_role("option", name="田中 一郎").click()
    page.get_by_role("option", name="Emma Brown").click()
    page.keyboard.press("Escape")
    expect(message.locator(".chip")).to_have_text(["田中 一郎", "Emma Brown"])
    running.run(_until(lambda: len(_actions(running)) == 3))
    assert _actions(running)[-1]["selected_users"] == ["U0TANAKA", "U0EMMA"]


async def _until(holds: Any) -> None:
    while not holds():
        await asyncio.sleep(0.01)


def test_a_stream_grows_in_the_thread_and_ends_without_its_caret(visits: Visits, running: Running) -> None:
    page = visits.open("U0SATO", channel="D0SATO")
    page.locator(".channel-pane .composer-field").fill("見積りの作り方は？")
    page.keyboard.press("Enter")
    expect(page.locator(".channel-pane .message")).to_have_count(1)
    root = running.call(running.workspace.state.history, "D0SATO")[0].ts
    where = {"channel": "D0SATO", "thread_ts": root}
    running.api("assistant.threads.setStatus", channel_id="D0SATO", thread_ts=root, status="が調べています…")
    expect(page.locator(".thread-pane .status-line")).to_have_text("みのり が調べています…")
    stream = running.api("chat.startStream", **where, markdown_text="まず**図面**を", recipient_user_id="U0SATO")
    answer = page.locator(".thread-pane .message").nth(1)
    expect(answer.locator(".markdown")).to_have_text("まず図面を")
    expect(page.locator(".thread-pane .status-line")).to_be_empty()
    expect(answer.locator(".caret")).to_have_count(1)
    running.api(
        "chat.appendStream", channel="D0SATO", ts=stream["ts"], markdown_text="見ます。\n\n1. 材料費\n2. 加工費"
    )
    expect(answer.locator("li")).to_have_text(["材料費", "加工費"])
    running.api("chat.stopStream", channel="D0SATO", ts=stream["ts"])
    expect(answer.locator(".caret")).to_have_count(0)
    expect(answer.locator("b")).to_have_text("図面")
