"""A camera for pages, and what is done before a picture is taken."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, Visits
from tests.browser.minori import PATIENCE_MS, to_minori

MOST_BYTES = 150_000


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


def to_nine(page: Page) -> None:
    """Move the workspace's clock to the beginning of the next working day."""
    page.locator(".clock").click()
    page.get_by_role("button", name="次の営業日 9:00").click()
    expect(page.locator(".clock-face")).to_contain_text("9:00", timeout=PATIENCE_MS)
