"""The pictures of the README: `make screenshots` lets people use the demonstration, and takes them anew."""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, expect

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
MOST_BYTES = 150_000
THANKS = "名刺交換のあと、いつまでにお礼を送ればいいですか"
ANSWER = (
    "ご相談ありがとうございます。損害保険の代理店で、一回ごとに掛けられます。"
    "品名、金額、送り先、発送日をお知らせください。代理店をご紹介します。"
)


class Camera:
    """Takes what a page shows. `folder` is where the pictures go."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def take(self, page: Page, name: str, *, size: tuple[int, int] | None = None) -> None:
        """Take the page as it stands, with nothing pointed at, or in another size first.

        Raises ValueError for a picture that is too large.
        """
        page.mouse.move(2, 2)
        if size:
            page.set_viewport_size({"width": size[0], "height": size[1]})
        page.evaluate("document.fonts.ready")
        png = page.screenshot(animations="disabled", caret="hide")
        picture = Image.open(io.BytesIO(png)).convert("RGB").quantize(128, dither=Image.Dither.NONE)
        path = self._folder / f"{name}.png"
        picture.save(path, optimize=True)
        length = path.stat().st_size
        if length > MOST_BYTES:
            raise ValueError(f"{path.name} has {length} bytes, and {MOST_BYTES} are allowed")
        sys.stdout.write(f"{path.name}: {length // 1024} KiB\n")
        if size:
            page.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})


def top(page: Page, where: str = ".thread-pane .message-scroll") -> None:
    """Scroll to the beginning."""
    page.locator(where).evaluate("node => node.scrollTo(0, 0)")


def opened(visits: Visits, who: str, *, size: tuple[int, int] = DESKTOP, channel: str = "", tab: str = "") -> Page:
    """The page as somebody, in the conversation with Minori or in another one."""
    page = visits.open(who, size=size, channel=channel)
    if not channel:
        to_minori(page, tab)
    return page


def at_nine(visits: Visits) -> None:
    """Begin at the beginning of a working day, whenever the pictures are taken."""
    page = opened(visits, ITO, channel="C04SHITSU")
    page.locator(".clock").click()
    page.get_by_role("button", name="次の営業日 9:00").click()
    expect(page.locator(".clock-face")).to_contain_text("9:00", timeout=PATIENCE_MS)


def welcome_and_answer(visits: Visits, camera: Camera) -> None:
    """What 山田 is told first; a question, its answer, and where it comes from."""
    page = opened(visits, YAMADA)
    expect(page.locator(".channel-pane")).to_contain_text("何も見せない", timeout=PATIENCE_MS)
    top(page, ".channel-pane .message-scroll")
    camera.take(page, "welcome", size=(DESKTOP[0], 1220))
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
    camera.take(coordinator, "notice")
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


def main(arguments: Sequence[str] | None = None) -> None:
    """Take all pictures into docs/images, or into the folder that is named."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=IMAGES)
    folder: Path = parser.parse_args(arguments).folder
    folder.mkdir(parents=True, exist_ok=True)
    camera = Camera(folder)
    with tempfile.TemporaryDirectory() as data, chromium() as browser:
        with Demonstration(Path(data) / "guides-only") as demonstration:
            visits = Visits(browser, demonstration)
            at_nine(visits)
            for take in (welcome_and_answer, a_person_answers, a_guide, homes_and_phone):
                take(visits, camera)
            visits.leave()
        streaming(browser, Path(data) / "model", camera)


if __name__ == "__main__":
    main()
