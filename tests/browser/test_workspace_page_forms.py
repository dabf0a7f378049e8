"""Forms with days, times and ticks, the menu of a message, and buttons pressed faster than an app answers."""

from __future__ import annotations

import asyncio
import time
from datetime import datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Bot, Json, Running, Visits

pytestmark = pytest.mark.loopback
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
MENU = "次の一歩にする / Next step"
NARROW = "document.documentElement.scrollWidth <= window.innerWidth"


def _text(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def _button(action_id: str, text: str) -> Json:
    return {"type": "button", "action_id": action_id, "text": _text(text)}


def _input(name: str, label: str, kind: str, **element: Any) -> Json:
    held = {"type": kind, "action_id": "value", **element}
    return {"type": "input", "block_id": name, "label": _text(label), "optional": True, "element": held}


def _form(*blocks: Json, title: str = "次の一歩") -> Json:
    return {
        "type": "modal",
        "callback_id": "step",
        "title": _text(title),
        "submit": _text("記録する"),
        "close": _text("やめる"),
        "blocks": list(blocks),
    }


KINDS = [{"text": _text(name), "value": name} for name in ("技術", "法規", "費用")]
STEP = _form(
    _input("due_on", "期日", "datepicker", initial_date="2026-12-01"),
    _input("due_time", "時刻", "timepicker", initial_time="10:00"),
    _input("wake_on", "再開する日", "datepicker", initial_date="2026-12-08"),
    _input("wake_time", "再開する時刻", "timepicker", initial_time="13:00"),
    _input("kinds", "課題の種類", "checkboxes", options=KINDS, initial_options=KINDS[:1]),
)


def _opens(view: Json) -> Any:
    """A bot that opens a sheet whenever something is chosen."""

    async def answer(bot: Bot, payload: Json) -> Json | None:
        if payload.get("type") in ("block_actions", "message_action"):
            await bot.client.views_open(trigger_id=payload["trigger_id"], view=view)
        return None

    return answer


def _post(running: Running, *buttons: Json) -> Json:
    return running.api(
        "chat.postMessage", channel="C0ALL", text="次の一歩", blocks=[{"type": "actions", "elements": list(buttons)}]
    )


def _heard(running: Running, kind: str) -> list[Json]:
    return [payload for payload in running.bot.heard if payload.get("type") == kind]


def _wait_for(running: Running, kind: str, count: int = 1) -> list[Json]:
    async def until() -> None:
        async with asyncio.timeout(10):
            while len(_heard(running, kind)) < count:
                await asyncio.sleep(0.01)

    running.run(until())
    return _heard(running, kind)


@SIZES
def test_days_times_and_ticks_are_seen_changed_emptied_and_sent(
    visits: Visits, running: Running, size: tuple[int, int]
) -> None:
    running.bot.answer = _opens(STEP)
    _post(running, _button("step", "日時を決める"))
    page = visits.open("U0SATO", size=size)
    page.locator(".message").get_by_role("button", name="日時を決める").click()
    sheet = page.get_by_role("dialog", name="次の一歩")
    expect(sheet.get_by_label("技術")).to_be_checked()
    assert page.evaluate(NARROW)
    sheet.get_by_role("button", name="期日: 2026年12月1日").click()
    page.get_by_role("button", name="2026年12月24日").click()
    sheet.get_by_role("button", name="時刻: 10:00", exact=True).click()
    page.get_by_role("textbox", name="時刻を選ぶ").fill("九")
    page.get_by_role("textbox", name="時刻を選ぶ").fill("９時半")
    page.get_by_role("option", name="09:30").click()
    sheet.get_by_role("button", name="空にする: 再開する日").click()
    sheet.get_by_role("button", name="空にする: 再開する時刻").click()
    expect(sheet.get_by_role("button", name="空にする: 再開する日")).to_have_count(0)
    sheet.get_by_label("法規").check()
    sheet.get_by_label("技術").uncheck()
    sheet.get_by_role("button", name="記録する").click()
    values = _wait_for(running, "view_submission")[0]["view"]["state"]["values"]
    assert values["due_on"]["value"]["selected_date"] == "2026-12-24"
    assert values["due_time"]["value"]["selected_time"] == "09:30"
    assert values["wake_on"]["value"]["selected_date"] is None
    assert values["wake_time"]["value"]["selected_time"] is None
    assert [one["value"] for one in values["kinds"]["value"]["selected_options"]] == ["法規"]


def test_the_next_question_of_a_sheet_does_not_begin_with_the_answer_to_the_last(
    visits: Visits, running: Running
) -> None:
    first, second = (_form(_input("words", label, "plain_text_input"), title=label) for label in ("市場", "使う人"))
    waiting = {**_form(title="お待ちください"), "blocks": [{"type": "section", "text": _text("…")}]}
    open_first = _opens(first)

    async def answer(bot: Bot, payload: Json) -> Json | None:
        if payload.get("type") == "view_submission":
            return {"response_action": "update", "view": waiting}
        return await open_first(bot, payload)  # type: ignore[no-any-return]

    running.bot.answer = answer
    _post(running, _button("step", "埋める"))
    page = visits.open("U0SATO")
    page.locator(".message").get_by_role("button", name="埋める").click()
    page.get_by_role("textbox", name="市場").fill("東北の食品工場")
    page.get_by_role("button", name="記録する").click()
    view = _wait_for(running, "view_submission")[0]["view"]["id"]
    expect(page.get_by_role("dialog", name="お待ちください")).to_be_visible()
    running.api("views.update", view_id=view, view=second)
    expect(page.get_by_role("textbox", name="使う人")).to_have_value("")


def _open_menu(page: Page, words: str) -> None:
    message = page.locator(".message", has_text=words)
    # On a phone there is no pointer to hover with: a tap shows the same bar.
    message.locator(".text").click()
    message.get_by_role("button", name="その他").click()


@SIZES
def test_the_menu_of_anybodys_message_has_what_the_app_offers(
    visits: Visits, running: Running, size: tuple[int, int]
) -> None:
    running.bot.answer = _opens(STEP)
    ts = running.say("U0TANAKA", "C0ALL", "来週水曜10時にサンプルをお送りします")
    page = visits.open("U0SATO", size=size)
    _open_menu(page, "サンプルをお送りします")
    assert page.evaluate(NARROW)
    page.get_by_role("menuitem", name=MENU).click()
    expect(page.get_by_role("dialog", name="次の一歩")).to_be_visible()
    (chosen,) = _heard(running, "message_action")
    assert (chosen["callback_id"], chosen["message"]["ts"]) == ("note_message", ts)
    assert chosen["message"]["text"] == "来週水曜10時にサンプルをお送りします"
    assert (chosen["user"]["id"], chosen["message"]["user"]) == ("U0SATO", "U0TANAKA")


def test_a_command_of_the_app_is_offered_as_it_is_typed(visits: Visits) -> None:
    page = visits.open("U0SATO")
    page.locator(".composer-field").first.press_sequentially("/mi")
    expect(page.get_by_role("option", name="/minori")).to_contain_text("たずねる")


def test_two_buttons_of_one_message_pressed_at_once_both_reach_the_app(visits: Visits, running: Running) -> None:
    both = asyncio.Event()

    async def answer(bot: Bot, payload: Json) -> None:
        if payload.get("type") != "block_actions":
            return
        if len(_heard(running, "block_actions")) == 2:
            both.set()
        await both.wait()
        place = {"channel": payload["channel"]["id"], "ts": payload["message"]["ts"]}
        count = sum(len(one["actions"]) for one in _heard(running, "block_actions"))
        await bot.client.chat_update(**place, text=f"{count}件を受け取りました", blocks=[])

    running.bot.answer = answer
    _post(running, _button("done", "完了"), _button("later", "延期"))
    page = visits.open("U0SATO")
    message = page.locator(".message")
    message.get_by_role("button", name="完了").click()
    message.get_by_role("button", name="延期").click()
    expect(message.locator(".text")).to_contain_text("2件を受け取りました")
    assert {one["actions"][0]["action_id"] for one in _heard(running, "block_actions")} == {"done", "later"}


def test_the_clock_goes_on_by_an_hour_and_to_a_chosen_moment_and_what_comes_then_is_seen(
    visits: Visits, running: Running
) -> None:
    page, clock = visits.open("U0SATO"), running.workspace.clock
    before = clock.now()
    page.locator(".clock").click()
    page.get_by_role("button", name="1時間進める").click()
    expect(page.locator(".clock-ahead")).to_contain_text("1時間")
    assert clock.now() - before >= timedelta(hours=1)
    page.locator(".clock").click()
    page.get_by_role("button", name="日時を選ぶ").click()
    wanted = (clock.now() + timedelta(days=1)).astimezone(clock.zone).date()
    page.locator(f'.clock-panel [data-day="{wanted}"]').click()
    page.get_by_role("textbox", name="時刻を選ぶ").fill("9:30")
    page.get_by_role("button", name="進める", exact=True).click()
    moment = datetime(wanted.year, wanted.month, wanted.day, 9, 30, tzinfo=clock.zone)
    deadline = time.monotonic() + 10
    while clock.now() < moment and time.monotonic() < deadline:
        page.wait_for_function("() => true")
    assert timedelta(0) <= clock.now() - moment < timedelta(minutes=5)
    running.api("chat.postMessage", channel="C0ALL", text="おはようございます")
    expect(page.locator(".message .text").last).to_have_text("おはようございます")
    expect(page.locator(".message .time").last).to_contain_text("9:3")
