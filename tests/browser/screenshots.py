"""The pictures of the README: `make screenshots` lets people use the demonstration, and takes them anew."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser import encounter_pictures, region_pictures, value_pictures
from tests.browser.camera import Camera, opened, to_nine, top
from tests.browser.conftest import DESKTOP, PHONE, Visits, chromium
from tests.browser.minori import (
    ABE,
    GUIDE,
    ITO,
    NAKAMURA,
    NOT_IN_GUIDES,
    PATIENCE_MS,
    SATO,
    TAKAHASHI,
    TRADE_FAIR,
    YAMADA,
    Demonstration,
    ask,
    confirm,
    drop,
    minori_in,
    press,
    said,
    send,
    sheet,
    to_minori,
)
from tests.browser.slow_model import SlowModel
from tests.fakes.openai_server import OpenAIServer

IMAGES = Path(__file__).resolve().parents[2] / "docs" / "images"
THANKS = "名刺交換のあと、いつまでにお礼を送ればいいですか"
ANSWER = (
    "ご相談ありがとうございます。損害保険の代理店で、一回ごとに掛けられます。"
    "品名、金額、送り先、発送日をお知らせください。代理店をご紹介します。"
)


def welcome_and_answer(visits: Visits, camera: Camera) -> None:
    """What 山田 is told first; a question, its answer, and where it comes from."""
    page = opened(visits, YAMADA)
    expect(page.locator(".channel-pane")).to_contain_text("何も見せない", timeout=PATIENCE_MS)
    top(page, ".channel-pane .message-scroll")
    camera.take(page, "welcome", size=(DESKTOP[0], 1300))
    press(page, "日付・段階・壁だけ見せる", where=".channel-pane")
    ask(page, THANKS)
    said(page, "回答（ガイドから）", "コーディネーターに相談する")
    top(page)
    camera.take(page, "answer", size=(DESKTOP[0], 1000))
    press(page, "原文を見る [1]")
    sheet(page, "引用元の原文", "次の一歩には、担当者と日付と時刻まで書く")
    camera.take(page, "passage")
    page.keyboard.press("Escape")


def a_person_answers(visits: Visits, camera: Camera) -> None:
    """What the guides do not say goes to a coordinator, and the answer comes back."""
    asker, coordinator = opened(visits, YAMADA), opened(visits, TAKAHASHI, channel="C01ZENTAI")
    ask(asker, NOT_IN_GUIDES)
    said(asker, "ガイドに記載がありません")
    camera.take(asker, "declined")
    press(asker, "コーディネーターに相談する")
    confirm(asker)
    said(asker, "お預かりしました")
    minori_in(coordinator).click()
    expect(coordinator.locator(".channel-pane")).to_contain_text("止まった案件を", timeout=PATIENCE_MS)
    top(coordinator, ".channel-pane .message-scroll")
    camera.take(coordinator, "notice", size=(DESKTOP[0], 880))
    coordinator.locator(".clock").click()
    camera.take(coordinator, "clock")
    coordinator.keyboard.press("Escape")
    to_minori(coordinator, "ホーム")
    expect(coordinator.locator(".home")).to_contain_text(NOT_IN_GUIDES, timeout=PATIENCE_MS)
    camera.take(coordinator, "home-coordinator")
    press(coordinator, "回答する", where=".home")
    sheet(coordinator, NOT_IN_GUIDES).locator("textarea").fill(ANSWER)
    camera.take(coordinator, "coordinator-answers")
    send(coordinator)
    sheet(coordinator, "ありがとうございます")
    coordinator.keyboard.press("Escape")
    said(asker, "からのお返事です")
    camera.take(asker, "reply")


def a_guide(visits: Visits, camera: Camera) -> None:
    """A file becomes a guide, and is quoted."""
    admin, asker = opened(visits, NAKAMURA), opened(visits, SATO)
    drop(admin, "試作品を送るときの決まり.md", GUIDE.encode(), "text/markdown")
    said(admin, "を読みました", "公開")
    camera.take(admin, "guide-dropped")
    press(admin, "公開")
    confirm(admin)
    said(admin, "公開しました")
    ask(asker, NOT_IN_GUIDES)
    said(asker, "回答（ガイドから）", "試作品を送るときの決まり")
    camera.take(asker, "guide-quoted")


def homes_and_phone(visits: Visits, camera: Camera) -> None:
    """Everybody's own page; a phone."""
    for who, name in ((YAMADA, "member"), (NAKAMURA, "admin"), (ABE, "guest")):
        page = opened(visits, who, tab="ホーム")
        expect(page.locator(".home")).to_contain_text("利用をやめる", timeout=PATIENCE_MS)
        camera.take(page, f"home-{name}")
    phone = opened(visits, SATO, size=PHONE)
    ask(phone, THANKS)
    said(phone, "回答（ガイドから）", "コーディネーターに相談する")
    top(phone)
    camera.take(phone, "phone")


def streaming(browser: Browser, data: Path, camera: Camera) -> None:
    """An answer of a model while it is being written."""
    model = SlowModel(at_once=2)
    with OpenAIServer(model) as server:
        settings = {"MINORI_CHAT_MODEL": "openai:test-model", "MINORI_CHAT_API_KEY": "sk-test"}
        with Demonstration(data, MINORI_CHAT_BASE_URL=server.base_url, **settings) as demonstration:
            visits = Visits(browser, demonstration)
            page = opened(visits, SATO)
            ask(page, TRADE_FAIR)
            expect(page.locator(".thread-pane .message.streaming")).to_contain_text("名刺交換", timeout=PATIENCE_MS)
            camera.take(page, "streaming")
            model.goes_on.set()
            said(page, "出典")
            visits.leave()


TAKEN = (
    welcome_and_answer,
    a_person_answers,
    a_guide,
    homes_and_phone,
    encounter_pictures.captured,
    encounter_pictures.reminded,
    encounter_pictures.at_the_coordinator,
    encounter_pictures.on_a_phone,
    encounter_pictures.digest,
    encounter_pictures.digest_on_a_phone,
)
TAKEN_OF_VALUE = (
    value_pictures.a_walk,
    value_pictures.a_card,
    value_pictures.found,
    value_pictures.on_a_phone,
    value_pictures.at_home,
)

TAKEN_OF_REGION = (
    region_pictures.digests,
    region_pictures.questions,
    region_pictures.cockpit,
    region_pictures.on_a_phone,
    region_pictures.admin,
)


def of_people(browser: Browser, data: Path, camera: Camera, taken: Sequence[Callable[[Visits, Camera], None]]) -> None:
    """Pictures of a demonstration of their own, one after the other, from nine in the morning."""
    with Demonstration(data) as demonstration:
        visits = Visits(browser, demonstration)
        to_nine(opened(visits, ITO, channel="C04SHITSU"))
        for take in taken:
            take(visits, camera)
        visits.leave()


def of_region(browser: Browser, data: Path, camera: Camera) -> None:
    """Pictures of half a year of 100 firms; it is lived first where the data folder does not have it."""
    with Demonstration(data, "--region") as demonstration:
        visits = Visits(browser, demonstration)
        for take in TAKEN_OF_REGION:
            take(visits, camera)
        region_pictures.introductions(visits, camera, region_pictures.names_of(data))
        visits.leave()


def main(arguments: Sequence[str] | None = None) -> None:
    """Take all pictures into docs/images, or into the folder that is named."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=IMAGES)
    folder: Path = parser.parse_args(arguments).folder
    folder.mkdir(parents=True, exist_ok=True)
    camera = Camera(folder)
    with tempfile.TemporaryDirectory() as data, chromium() as browser:
        of_people(browser, Path(data) / "guides-only", camera, TAKEN)
        of_people(browser, Path(data) / "value", camera, TAKEN_OF_VALUE)
        streaming(browser, Path(data) / "model", camera)
        of_region(browser, Path(data) / "region", camera)


if __name__ == "__main__":
    main()
