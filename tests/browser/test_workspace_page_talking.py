"""People talk on the workspace's page: messages, threads, unread marks, files, an input method, a phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Running, Visits

pytestmark = pytest.mark.loopback


def _field(page: Page) -> str:
    return ".channel-pane .composer-field"


def test_a_message_appears_for_its_writer_and_as_unread_for_another(visits: Visits, running: Running) -> None:
    sato, tanaka = visits.open("U0SATO", channel="C0TWO"), visits.open("U0TANAKA", channel="C0ALL")
    quiet = tanaka.locator('.sidebar-item[data-key="C0TWO"]')
    expect(quiet).not_to_have_class(re.compile("unread"))

    sato.locator(_field(sato)).fill("金曜に<b>見積り</b>を送ります")
    sato.locator(_field(sato)).press("Enter")

    expect(sato.locator(".message .body").last).to_have_text("金曜に<b>見積り</b>を送ります")
    expect(sato.locator(_field(sato))).to_have_value("")
    expect(quiet).to_have_class(re.compile("unread"))
    expect(quiet.locator(".badge")).to_have_text("1")

    quiet.click()
    expect(tanaka.locator(".new-line")).to_be_visible()
    expect(tanaka.locator(".message .name").last).to_have_text("佐藤 花子")
    expect(quiet).not_to_have_class(re.compile("unread"))


def test_enter_of_an_input_method_does_not_send_and_shift_enter_breaks_the_line(visits: Visits) -> None:
    page = visits.open("U0SATO", channel="C0TWO")
    field = page.locator(_field(page))
    field.fill("みつもり")
    field.evaluate(
        "field => field.dispatchEvent(new KeyboardEvent('keydown', "
        "{key: 'Enter', isComposing: true, bubbles: true, cancelable: true}))"
    )
    expect(field).to_have_value("みつもり")
    field.press("Shift+Enter")
    field.press_sequentially("二行目")
    expect(field).to_have_value("みつもり\n二行目")
    field.press("Enter")
    expect(page.locator(".message .body")).to_have_text("みつもり二行目")
    expect(page.locator(".message .body br")).to_have_count(1)


def test_a_reply_stands_in_the_thread_and_the_root_counts_it(visits: Visits, running: Running) -> None:
    root = running.say("U0SATO", "C0TWO", "図面はありますか")
    running.say("U0TANAKA", "C0TWO", "あります", thread_ts=root)
    page = visits.open("U0SATO", channel="C0TWO")
    line = page.locator(".thread-line")
    expect(line).to_contain_text("1件の返信")
    expect(line.locator(".badge")).to_have_text("1")
    line.click()
    pane = page.locator(".thread-pane")
    expect(pane.locator(".message")).to_have_count(2)
    pane.locator(".composer-field").fill("送ってください")
    pane.locator(".composer-field").press("Enter")
    expect(pane.locator(".message .body").last).to_have_text("送ってください")
    expect(line).to_contain_text("2件の返信")
    expect(line.locator(".badge")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(pane).to_be_hidden()


def test_a_name_after_the_at_sign_is_offered_and_becomes_a_mention(visits: Visits, running: Running) -> None:
    page = visits.open("U0SATO", channel="C0TWO")
    page.locator(_field(page)).press_sequentially("@tana")
    expect(page.locator(".suggestion")).to_have_count(1)
    page.keyboard.press("Enter")
    page.keyboard.type("お願いします")
    page.keyboard.press("Enter")
    expect(page.locator(".message .mention")).to_have_text("@田中 一郎")
    said = running.call(running.workspace.state.history, "C0TWO")[0]
    assert said.text == "<@U0TANAKA> お願いします"


def test_a_message_is_edited_and_taken_back(visits: Visits, running: Running) -> None:
    running.say("U0SATO", "C0TWO", "木曜です")
    page = visits.open("U0SATO", channel="C0TWO")
    page.locator(".message").hover()
    page.get_by_role("toolbar", name="その他").get_by_role("button", name="その他").click()
    page.get_by_role("menuitem", name="編集する").click()
    page.locator(".dialog textarea").fill("金曜です")
    page.keyboard.press("Enter")
    expect(page.locator(".message .text")).to_have_text("金曜です（編集済み）")
    page.locator(".message").hover()
    page.get_by_role("toolbar", name="その他").get_by_role("button", name="その他").click()
    page.get_by_role("menuitem", name="削除する").click()
    page.locator(".dialog").get_by_role("button", name="削除する").click()
    expect(page.locator(".message")).to_have_count(0)


def test_a_dropped_file_is_attached_sent_and_can_be_fetched(visits: Visits, running: Running) -> None:
    page = visits.open("U0SATO", channel="C0TWO")
    carried = page.evaluate_handle(
        "() => { const all = new DataTransfer(); "
        "all.items.add(new File(['寸法,個数\\n35,4'], '寸法表.csv', {type: 'text/csv'})); return all; }"
    )
    page.dispatch_event(".channel-pane", "dragenter", {"dataTransfer": carried})
    expect(page.locator(".drop-card")).to_contain_text("#見積り")
    page.dispatch_event(".channel-pane", "drop", {"dataTransfer": carried})
    expect(page.locator(".composer .file-chip-name")).to_have_text("寸法表.csv")
    expect(page.get_by_role("button", name="送信する")).to_be_enabled()
    page.get_by_role("button", name="送信する").click()
    expect(page.locator(".message .file-name")).to_have_text("寸法表.csv")
    with page.expect_download() as fetched:
        page.locator(".message .file-row").click()
    assert fetched.value.path().read_text("utf-8") == "寸法,個数\n35,4"
    said = running.call(running.workspace.state.history, "C0TWO")[0]
    assert said.subtype == "file_share"
    assert said.text == ""


def test_nothing_is_wider_than_a_phone(visits: Visits, running: Running) -> None:
    wide = [{"type": "raw_text", "text": "とても長い見出しの列" * 2} for _ in range(6)]
    running.api(
        "chat.postMessage",
        channel="C0ALL",
        text="表",
        blocks=[
            {"type": "table", "rows": [wide, wide]},
            {"type": "section", "text": {"type": "mrkdwn", "text": "https://example.com/" + "a" * 300}},
            {"type": "actions", "elements": [_button(n) for n in range(5)]},
        ],
    )
    root = running.say("U0TANAKA", "C0ALL", "x" * 400)
    running.say("U0TANAKA", "C0ALL", "返信", thread_ts=root)
    page = visits.open("U0SATO", size=PHONE)
    expect(page.locator(".message")).to_have_count(2)
    assert page.evaluate("[document.documentElement.scrollWidth, document.body.scrollWidth]") == [PHONE[0], PHONE[0]]
    assert page.evaluate("document.querySelector('.message-scroll').scrollWidth") == PHONE[0]
    expect(page.locator(".sidebar")).to_be_hidden()
    page.get_by_role("button", name="メニューを開く").first.click()
    expect(page.locator(".sidebar")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".sidebar")).to_be_hidden()
    page.locator(".thread-line").click()
    box = page.locator(".thread-pane").bounding_box()
    assert box is not None
    assert (box["x"], box["width"]) == (0, PHONE[0])


def _button(n: int) -> dict[str, object]:
    return {
        "type": "button",
        "action_id": f"b{n}",
        "text": {"type": "plain_text", "text": "長い名前のボタン" * 3},
    }


def test_what_was_missed_while_away_is_there_after_the_line_is_back(visits: Visits, running: Running) -> None:
    page = visits.open("U0SATO", channel="C0TWO")
    page.context.set_offline(True)
    page.evaluate("() => 0")
    running.say("U0TANAKA", "C0TWO", "留守の間に")
    page.context.set_offline(False)
    expect(page.locator(".message .body")).to_have_text("留守の間に")


def test_the_clock_moves_to_the_next_working_day(visits: Visits, running: Running) -> None:
    page = visits.open("U0SATO")
    before = running.workspace.clock.next_working_day()
    page.locator(".clock").click()
    page.get_by_role("button", name="次の営業日 9:00").click()
    expect(page.locator(".clock-face")).to_contain_text("9:00")
    assert running.workspace.clock.now() >= before


def test_another_person_is_a_choice_away_and_reads_their_own_language(visits: Visits) -> None:
    page = visits.open("U0SATO")
    page.get_by_role("button", name="表示する人を切り替える").click()
    page.get_by_role("menuitem", name="Emma Brown").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("button", name="Change who you are")).to_contain_text("Emma Brown")
    expect(page.locator(_field(page))).to_have_attribute("placeholder", "Message みのり")
