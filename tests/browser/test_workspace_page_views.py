"""An app's modals and Home on the workspace's page, what is for one person only, and what is never drawn."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Bot, Json, Running, Visits

pytestmark = pytest.mark.loopback


def _text(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def _button(action_id: str, text: str, **more: Any) -> Json:
    return {"type": "button", "action_id": action_id, "text": _text(text), **more}


def _post(running: Running, *blocks: Json, channel: str = "C0ALL") -> Json:
    return running.api("chat.postMessage", channel=channel, text="ブロック", blocks=list(blocks))


def _modal(*blocks: Json, title: str = "面談の記録") -> Json:
    return {"type": "modal", "title": _text(title), "submit": _text("保存する"), "blocks": list(blocks)}


_COMPANY: Json = {
    "type": "input",
    "block_id": "company",
    "label": _text("相手の会社"),
    "element": {"type": "plain_text_input", "action_id": "name"},
}


def test_a_modal_opens_shows_what_is_wrong_and_closes_when_it_is_right(visits: Visits, running: Running) -> None:
    async def answer(bot: Bot, payload: Json) -> Json | None:
        if payload.get("type") == "block_actions":
            await bot.client.views_open(trigger_id=payload["trigger_id"], view=_modal(_COMPANY))
        if payload.get("type") == "view_submission":
            name = payload["view"]["state"]["values"]["company"]["name"]["value"]
            if name == "港":
                return {"response_action": "errors", "errors": {"company": "正式な社名をお願いします。"}}
        return None

    running.bot.answer = answer
    _post(running, {"type": "actions", "elements": [_button("record", "記録する")]})
    page = visits.open("U0SATO")
    page.locator(".message").get_by_role("button", name="記録する").click()
    modal = page.get_by_role("dialog", name="面談の記録")
    field = modal.get_by_label("相手の会社")
    expect(field).to_be_focused()

    modal.get_by_role("button", name="保存する").click()
    expect(modal.locator(".field-error")).to_have_text("この項目は必須です")
    field.fill("港")
    expect(modal.locator(".field-error")).to_be_empty()
    field.press("Enter")
    expect(modal.locator(".field-error")).to_have_text("正式な社名をお願いします。")
    expect(field).to_have_attribute("aria-invalid", "true")
    field.fill("港機械株式会社")
    modal.get_by_role("button", name="保存する").click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_three_modals_stack_and_go_back_one_by_one(visits: Visits, running: Running) -> None:
    async def answer(bot: Bot, payload: Json) -> None:
        if payload.get("type") != "block_actions":
            return
        deep = len(await bot_stack(payload))
        button = {"type": "actions", "elements": [_button("deeper", "次へ")]}
        view = _modal(_COMPANY, button, title=f"{deep + 1}枚目")
        way = bot.client.views_push if deep else bot.client.views_open
        await way(trigger_id=payload["trigger_id"], view=view)

    async def bot_stack(payload: Json) -> list[Any]:
        return running.workspace.state.stack(payload["user"]["id"])

    running.bot.answer = answer
    _post(running, {"type": "actions", "elements": [_button("first", "開く")]})
    page = visits.open("U0SATO")
    page.locator(".message").get_by_role("button", name="開く").click()
    page.get_by_label("相手の会社").fill("一枚目の言葉")
    for number in (2, 3):
        page.get_by_role("dialog").get_by_role("button", name="次へ").click()
        expect(page.get_by_role("dialog", name=f"{number}枚目")).to_be_visible()
    for number in (2, 1):
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog", name=f"{number}枚目")).to_be_visible()
    expect(page.get_by_label("相手の会社")).to_have_value("一枚目の言葉")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_home_is_shown_and_published_anew(visits: Visits, running: Running) -> None:
    def home(text: str) -> Json:
        return {"type": "home", "blocks": [{"type": "header", "text": _text(text)}]}

    page = visits.open("U0SATO", channel="D0SATO")
    page.get_by_role("tab", name="ホーム").click()
    expect(page.locator(".home")).to_contain_text("まだ何もありません")
    running.api("views.publish", user_id="U0SATO", view=home("佐藤さん、こんにちは"))
    expect(page.locator(".home .header")).to_have_text("佐藤さん、こんにちは")
    running.api("views.publish", user_id="U0SATO", view=home("おかえりなさい"))
    expect(page.locator(".home .header")).to_have_text("おかえりなさい")
    opened = [payload["event"]["tab"] for payload in running.bot.heard if payload.get("event", {}).get("tab")]
    assert opened == ["messages", "home"]


def test_what_is_for_one_person_is_seen_by_that_person_only(visits: Visits, running: Running) -> None:
    sato, tanaka = visits.open("U0SATO"), visits.open("U0TANAKA")
    running.api("chat.postEphemeral", channel="C0ALL", user="U0SATO", text="あなたへのお知らせ")
    running.api("chat.postMessage", channel="C0ALL", text="みなさんへ")
    expect(sato.locator(".message .text")).to_have_text(["あなたへのお知らせ", "みなさんへ"])
    expect(sato.locator(".only-you")).to_have_text("あなただけに表示されています")
    expect(tanaka.locator(".message .text")).to_have_text(["みなさんへ"])


def test_a_suggested_prompt_is_said_when_it_is_pressed(visits: Visits, running: Running) -> None:
    prompts = [{"title": "締切", "message": "補助金の締切はいつですか"}]
    page = visits.open("U0SATO", channel="D0SATO")
    running.call(running.workspace.state.set_prompts, "D0SATO", None, "はじめの一言", prompts)
    page.get_by_role("button", name="締切").click()
    expect(page.locator(".channel-pane .message .text")).to_have_text("補助金の締切はいつですか")
    expect(page.locator(".prompt")).to_have_count(0)


def test_pictures_from_outside_are_not_fetched_and_nothing_written_becomes_markup(
    visits: Visits, running: Running
) -> None:
    evil = "<img src=x onerror=alert(1)>"
    _post(
        running,
        {"type": "image", "image_url": "https://example.com/a.png", "alt_text": "外の図"},
        {"type": "section", "text": {"type": "mrkdwn", "text": f"{evil} <javascript:alert(1)|押す>"}},
        {"type": "markdown", "text": f"{evil} [押す](javascript:alert(1)) ![図](https://example.com/b.png)"},
        {"type": "header", "text": _text(evil)},
    )
    page = visits.open("U0SATO")
    expect(page.locator(".message .header")).to_have_text(evil)
    expect(page.locator(".image-outside")).to_contain_text("外部の画像は表示しません")
    assert page.locator(".message img").count() == 0
    links: Locator = page.locator(".message .body a")
    assert [link.get_attribute("href") for link in links.all()] == ["https://example.com/b.png"]
    assert links.first.get_attribute("rel") == "noopener noreferrer"
