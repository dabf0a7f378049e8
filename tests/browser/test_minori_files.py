"""A file that Minori sends, in the page: asked for in words, fetched, opened; and on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from tests.browser.camera import opened
from tests.browser.conftest import PHONE, Visits
from tests.browser.minori import PATIENCE_MS, SUZUKI, Demonstration, ask, press, said, too_wide

pytestmark = pytest.mark.loopback
MET = "今日、ものづくりフェアで大和精機の佐々木部長と名刺交換。明日10時にサンプルを送る"


@pytest.fixture(scope="module")
def people(browser: Browser, guides_loaded: Callable[[], Path]) -> Iterator[Visits]:
    """A demonstration for all tests of this module."""
    with Demonstration(guides_loaded()) as demonstration:
        visits = Visits(browser, demonstration)
        page = opened(visits, SUZUKI)
        ask(page, MET)
        said(page, "大和精機", "まだ記録していません")
        press(page, "記録する")
        said(page, "記録しました")
        yield visits
        visits.leave()


def _fetched(page: Page, to: Path, kind: str) -> Path:
    card = page.locator(".thread-pane .file-row", has_text=f"{kind}・")
    expect(card.locator(".file-name")).to_contain_text("引き継ぎ資料", timeout=PATIENCE_MS)
    with page.expect_download() as fetching:
        card.click()
    path = to / fetching.value.suggested_filename
    fetching.value.save_as(path)
    return path


@pytest.mark.parametrize("size", [(1280, 800), PHONE])
def test_the_hand_over_pack_is_asked_for_in_words_and_opens(
    people: Visits, tmp_path: Path, size: tuple[int, int]
) -> None:
    page = opened(people, SUZUKI, size=size)
    ask(page, f"引き継ぎ資料をください{'。' if size == PHONE else ''}")
    expect(page.locator(".thread-pane")).to_contain_text("1件分", timeout=PATIENCE_MS)
    path = _fetched(page, tmp_path, "XLSX")
    assert path.suffix == ".xlsx"
    rows = list(load_workbook(path)["進行中の出会い"].iter_rows(values_only=True))
    assert len(rows) == 2
    assert {"大和精機", "佐々木", "名刺交換", "サンプルを送る"} <= set(rows[1])
    assert _fetched(page, tmp_path, "PDF").read_bytes().startswith(b"%PDF-")
    assert b"BEGIN:VEVENT" in _fetched(page, tmp_path, "ICS").read_bytes()
    assert too_wide(page) == []
