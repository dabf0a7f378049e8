"""The demonstration as a person starts it, and what people do on its page. Tests and the pictures share this."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from playwright.sync_api import Locator, Page, expect

YAMADA, SUZUKI, CLARK, SATO = "U01YAMADA", "U02SUZUKI", "U03CLARK", "U04SATO"
TAKAHASHI, ITO, NAKAMURA, ABE = "U05TAKAHASHI", "U06ITO", "U07NAKAMURA", "U08ABE"
TRADE_FAIR = "展示会で名刺を交換した相手に、次に何をすればよいですか"
NOT_IN_GUIDES = "試作品の運送保険は、どこに頼めばよいですか"
GUIDE = """---
edition: 2026-11-01
---

# 試作品を送るときの決まり

## 運送保険は、損害保険の代理店に一回ごとに頼む

試作品を送る前に、運送保険を損害保険の代理店に頼みます。
保険の金額は、作り直しにかかる費用を目安にします。
頼むときは、品名、金額、送り先、発送日の四つを伝えます。

## 送り状には、壊れやすい面を書く

送り状には、上にする面と、押してはいけない面を書きます。
受け取った日に、相手に開けて確かめてもらいます。

## 戻りの便の費用は、送る前に決める

戻りの便の費用をどちらが払うかは、送る前に書面で決めます。
"""
PATIENCE_MS = 20_000
_URL = re.compile(r"http://127\.0\.0\.1:\d+")


class Demonstration:
    """`minori demo` in a process of its own, with `arguments` of its own; `url` is its page."""

    def __init__(self, data_dir: Path, *arguments: str, **settings: str) -> None:
        own = {name: value for name, value in os.environ.items() if not name.startswith(("MINORI_", "SLACK_"))}
        given = {"MINORI_DATA_DIR": str(data_dir), "MINORI_LOCALE": "ja", **settings}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bot", "demo", "--port", "0", "--no-open", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=own | given,
            text=True,
            encoding="utf-8",
        )
        self.url = ""

    def __enter__(self) -> Self:
        """Wait until Minori has read its guides. Raises RuntimeError when the process ends before."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            found = _URL.search(line)
            if found and self.url:
                return self
            self.url = found[0] if found else self.url
        self._end()
        raise RuntimeError("the demonstration did not start")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def _end(self) -> None:
        self._process.terminate()
        try:
            self._process.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()
            raise


def to_minori(page: Page, tab: str = "") -> None:
    """Open the direct conversation with Minori, and one of its tabs where one is named."""
    if page.get_by_role("button", name="メニューを開く").first.is_visible():
        page.get_by_role("button", name="メニューを開く").first.click()
    minori_in(page).click()
    # Until it is there, what is typed goes to the conversation before.
    expect(page.locator(".main-head .title-name").first).to_have_text("Minori", timeout=PATIENCE_MS)
    if tab:
        page.get_by_role("tab", name=tab, exact=True).click()


def minori_in(page: Page) -> Locator:
    """Minori's line in the list of conversations."""
    return page.locator(".sidebar-item", has_text="Minori")


def ask(page: Page, words: str) -> None:
    """Say something in the conversation that is open, and look at its thread."""
    field = page.locator(".channel-pane .composer-field")
    field.fill(words)
    field.press("Enter")
    # It opens by itself, unless another message of Minori came meanwhile.
    asked = page.locator(".channel-pane .message", has_text=words.splitlines()[0]).last
    expect(asked).to_be_attached()
    asked.locator(".thread-line").dispatch_event("click", timeout=PATIENCE_MS)


def reply(page: Page, words: str) -> None:
    """Say something in the thread that is open."""
    field = page.locator(".thread-pane .composer-field")
    field.fill(words)
    field.press("Enter")


def said(page: Page, *words: str, where: str = ".thread-pane") -> Locator:
    """The last message of the open thread (or of another pane), once it has all of the words."""
    last = page.locator(f"{where} .message").last
    for one in words:
        expect(last).to_contain_text(one, timeout=PATIENCE_MS)
    return last


def drop(page: Page, name: str, content: bytes, kind: str) -> None:
    """Drop a file onto the conversation that is open, and send it."""
    page.evaluate(_CARRY, [name, list(content), kind])
    carried = page.evaluate_handle("() => window.carried")
    for event in ("dragenter", "drop"):
        page.dispatch_event(".channel-pane", event, {"dataTransfer": carried})
    expect(page.locator(".composer .file-chip-name").first).to_have_text(name)
    page.locator(".channel-pane").get_by_role("button", name="送信する").click()
    dropped = page.locator(".channel-pane .message", has_text=name).last
    dropped.locator(".thread-line").dispatch_event("click", timeout=PATIENCE_MS)


_CARRY = """([name, bytes, type]) => {
  window.carried = new DataTransfer();
  window.carried.items.add(new File([new Uint8Array(bytes)], name, {type}));
}"""


def press(page: Page, name: str, *, where: str = ".thread-pane") -> None:
    """Press the last button of that name in a pane."""
    page.locator(where).get_by_role("button", name=name, exact=True).last.click(timeout=PATIENCE_MS)


def confirm(page: Page) -> None:
    """Say yes to the question that a press is followed by."""
    page.locator("[role=dialog] footer button").last.click()


def send(page: Page) -> None:
    """Send the form that is open."""
    page.locator("[role=dialog] button.primary").last.click()


def sheet(page: Page, *words: str) -> Locator:
    """The sheet on top, once it has all of the words."""
    top = page.locator("[role=dialog]").last
    for one in words:
        expect(top).to_contain_text(one, timeout=PATIENCE_MS)
    return top


def too_wide(page: Page) -> Sequence[str]:
    """What reaches over the right edge of the screen, or can be scrolled sideways, by tag and class."""
    found: list[str] = page.evaluate(_TOO_WIDE)
    return found


_TOO_WIDE = """() => {
  const wide = document.documentElement.scrollWidth > innerWidth ? ["page"] : [];
  for (const node of document.querySelectorAll("body *")) {
    const box = node.getBoundingClientRect(), style = getComputedStyle(node);
    if (!box.width || !box.height || style.visibility === "hidden" || node.closest(".sidebar, .rail, .skip")) continue;
    const scrolls = node.scrollWidth > node.clientWidth + 1 && ["auto", "scroll"].includes(style.overflowX);
    if (box.right > innerWidth + 1 || scrolls) wide.push(`${node.tagName} ${node.className}`);
  }
  return wide;
}"""
