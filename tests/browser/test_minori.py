"""Minori in the page, as people use it: a question, a person's answer, a guide, everybody's own page, a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas

from tests.browser.conftest import PHONE, Visits
from tests.browser.minori import (
    ABE,
    CLARK,
    GUIDE,
    ITO,
    NAKAMURA,
    NOT_IN_GUIDES,
    PATIENCE_MS,
    SATO,
    SUZUKI,
    TAKAHASHI,
    TRADE_FAIR,
    YAMADA,
    Demonstration,
    ask,
    confirm,
    drop,
    minori_in,
    press,
    reply,
    said,
    send,
    sheet,
    to_minori,
    too_wide,
)

pytestmark = pytest.mark.loopback


@pytest.fixture(scope="module")
def demonstration(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    with Demonstration(tmp_path_factory.mktemp("demonstration")) as started:
        yield started


@pytest.fixture
def people(browser: Browser, demonstration: Demonstration) -> Iterator[Visits]:
    visits = Visits(browser, demonstration)
    yield visits
    visits.leave()


def _open(people: Visits, who: str, *, channel: str = "", size: tuple[int, int] = (1280, 800)) -> Page:
    page = people.open(who, channel=channel, size=size)
    if not channel:
        to_minori(page)
    return page


def test_a_question_is_answered_from_the_guides_and_the_passage_can_be_read(people: Visits) -> None:
    page = _open(people, YAMADA)
    expect(page.locator(".channel-pane")).to_contain_text("山田 健一様、はじめまして", timeout=PATIENCE_MS)
    ask(page, TRADE_FAIR)
    answer = said(
        page, "回答（ガイドから）", "名刺交換のお礼は、翌営業日に", "出典", "出会いのあとのフォロー / 2026-10-01 版"
    )
    expect(answer.locator(".quote").first).to_be_visible()
    press(page, "原文を見る [1]")
    sheet(
        page,
        "引用元の原文",
        "名刺交換の翌営業日に、次の一歩を添えてお礼を送る",
        "次の一歩には、担当者と日付と時刻まで書く",
    )
    page.keyboard.press("Escape")
    press(page, "役に立った")
    said(page, "ありがとうございます")
    reply(page, "面談の前に何を決めておけばいいですか")
    said(page, "回答（ガイドから）", "出会いの準備")


def test_somebody_who_reads_english_is_spoken_to_in_english(people: Visits) -> None:
    page = _open(people, CLARK)
    expect(page.locator(".channel-pane")).to_contain_text("Hello Emma Clark", timeout=PATIENCE_MS)
    ask(page, "What should I do next after exchanging business cards at a trade fair?")
    said(page, "The guides are in Japanese", "Sources", "Show the passage [1]")
    page.get_by_role("tab", name="Home").click()
    expect(page.locator(".home")).to_contain_text("What should I decide before a meeting?", timeout=PATIENCE_MS)


def test_a_question_that_the_guides_do_not_answer_is_answered_by_a_person(people: Visits) -> None:
    asker, coordinator = _open(people, SUZUKI), _open(people, TAKAHASHI, channel="C01ZENTAI")
    waiting = minori_in(coordinator)
    ask(asker, NOT_IN_GUIDES)
    said(asker, "ガイドに記載がありません")
    press(asker, "コーディネーターに相談する")
    confirm(asker)
    said(asker, "コーディネーターにお預かりしました", "高橋 由美さん")

    expect(waiting).to_have_class(re.compile("unread"), timeout=PATIENCE_MS)
    waiting.click()
    notice = coordinator.locator(".message", has_text=NOT_IN_GUIDES)
    expect(notice).to_contain_text("鈴木 美咲", timeout=PATIENCE_MS)
    press(coordinator, "回答する", where=".channel-pane")
    sheet(coordinator, "鈴木 美咲", NOT_IN_GUIDES).locator("textarea").fill("損害保険の代理店に、一回ごとに頼めます。")
    send(coordinator)
    sheet(coordinator, "ありがとうございます")

    said(asker, "高橋 由美さんからのお返事です", "損害保険の代理店に、一回ごとに頼めます。")
    expect(coordinator.locator(".channel-pane")).not_to_contain_text("確認したいことがある", timeout=PATIENCE_MS)


def test_a_file_becomes_a_guide_and_answers(people: Visits) -> None:
    admin, asker = _open(people, NAKAMURA), _open(people, SATO)
    drop(admin, "試作品を送るときの決まり.md", GUIDE.encode(), "text/markdown")
    shown = said(admin, "を読みました", "引用するときは、このようにお見せします")
    for heading in re.findall(r"^## (.*)$", GUIDE, re.MULTILINE):
        expect(shown).to_contain_text(heading)
    press(admin, "公開")
    confirm(admin)
    said(admin, "公開しました", "元に戻す")

    ask(asker, NOT_IN_GUIDES)
    said(asker, "回答（ガイドから）", "試作品を送る前に、運送保険を損害保険の代理店に頼みます。")
    press(admin, "元に戻す")
    confirm(admin)
    expect(admin.locator(".thread-pane")).not_to_contain_text("公開しました", timeout=PATIENCE_MS)


def test_a_pdf_is_shown_as_it_would_be_quoted_and_put_away(people: Visits) -> None:
    admin = _open(people, NAKAMURA)
    registerFont(UnicodeCIDFont("HeiseiKakuGo-W5"))
    canvas = Canvas("")
    canvas.setFont("HeiseiKakuGo-W5", 12)
    canvas.drawString(72, 720, "見本の貸し出しは、一回につき二週間までとします。")
    drop(admin, "見本の貸し出し.pdf", canvas.getpdfdata(), "application/pdf")
    said(admin, "を読みました", "見本の貸し出しは、一回につき二週間までとします。")
    press(admin, "やめる")
    expect(admin.locator(".thread-pane").get_by_role("button", name="公開")).to_have_count(0, timeout=PATIENCE_MS)


@pytest.mark.parametrize(
    ("who", "words"),
    [
        (YAMADA, ("面談の前に何を決めておけばいいですか", "共有の範囲", "利用をやめる")),
        (ITO, ("お返事を待っているご質問", "止まった案件を動かすには", "利用をやめる")),
        (NAKAMURA, ("ガイドのファイル", "地域の六つの資本とは何ですか", "出会いのあとのフォロー")),
        (ABE, ("困りごとを相談するには、どの窓口へ行けばいいですか", "利用をやめる")),
    ],
    ids=["member", "coordinator", "admin", "guest"],
)
def test_everybodys_own_page_is_for_their_role(people: Visits, who: str, words: tuple[str, ...]) -> None:
    page = _open(people, who)
    to_minori(page, tab="ホーム")
    for one in words:
        expect(page.locator(".home")).to_contain_text(one, timeout=PATIENCE_MS)
    page.locator(".home").get_by_role("button", name="尋ねる").first.click()
    page.get_by_role("tab", name="メッセージ").click()
    expect(page.locator(".channel-pane .message").last).to_contain_text("回答（ガイドから）", timeout=PATIENCE_MS)


def test_everything_is_within_reach_on_a_phone(people: Visits) -> None:
    page = _open(people, SATO, size=PHONE)
    ask(page, TRADE_FAIR)
    answer = said(page, "回答（ガイドから）", "出典")
    assert too_wide(page) == []
    for button in answer.locator(".body button").all():
        button.scroll_into_view_if_needed()
        expect(button).to_be_in_viewport(ratio=0.9)
    press(page, "原文を見る [1]")
    sheet(page, "引用元の原文")
    assert too_wide(page) == []
    expect(page.get_by_role("dialog").get_by_role("button", name="閉じる").last).to_be_in_viewport()
    page.keyboard.press("Escape")
    press(page, "コーディネーターに相談する")
    assert too_wide(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="スレッドを閉じる").first.click()
    to_minori(page, tab="ホーム")
    expect(page.locator(".home")).to_contain_text("利用をやめる", timeout=PATIENCE_MS)
    assert too_wide(page) == []
    page.locator(".clock").click()
    assert too_wide(page) == []
