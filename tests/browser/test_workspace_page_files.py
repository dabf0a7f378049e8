"""Files that an app sends, on the workspace's page: a card to keep one by, a picture with its words, at any width."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Running, Visits
from tests.browser.minori import too_wide

pytestmark = pytest.mark.loopback
SHEET = b"PK\x03\x04" + bytes(range(256)) * 40
NAME = "引き継ぎ資料 2027-03-02.xlsx"


def png(width: int, height: int) -> bytes:
    """A picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\x00" + b"\x2f\x7d\x6b" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def _send(running: Running, name: str, content: bytes, **more: Any) -> None:
    upload = running.bot.client.files_upload_v2
    running.run(upload(channel="D0SATO", filename=name, content=content, **more))


@pytest.mark.parametrize("size", [(1280, 800), PHONE])
def test_a_file_of_the_app_is_a_card_with_name_and_size_and_is_kept_whole(
    visits: Visits, running: Running, tmp_path: Path, size: tuple[int, int]
) -> None:
    _send(running, NAME, SHEET, title="引き継ぎ資料（3月2日時点）")
    page = visits.open("U0SATO", channel="D0SATO", size=size)
    card = page.locator(".message .file-row")
    expect(card.locator(".file-name")).to_have_text("引き継ぎ資料（3月2日時点）")
    expect(card.locator(".file-note")).to_have_text("XLSX・10 KB")
    assert too_wide(page) == []
    with page.expect_download() as fetching:
        card.click()
    assert fetching.value.suggested_filename == NAME
    fetching.value.save_as(tmp_path / "kept.xlsx")
    assert (tmp_path / "kept.xlsx").read_bytes() == SHEET


@pytest.mark.parametrize("size", [(1280, 800), PHONE])
def test_a_picture_of_the_app_is_shown_with_its_words_and_can_be_kept(
    visits: Visits, running: Running, size: tuple[int, int]
) -> None:
    picture = png(640, 360)
    _send(running, "段階.png", picture, title="段階ごとの件数", alt_txt="名刺交換 3件、再面談 2件の棒グラフ")
    page = visits.open("U0SATO", channel="D0SATO", size=size)
    shown = page.locator(".message .picture img")
    expect(shown).to_have_attribute("alt", "名刺交換 3件、再面談 2件の棒グラフ")
    page.wait_for_function("() => document.querySelector('.message .picture img').naturalWidth === 640")
    expect(page.locator(".message figcaption")).to_contain_text("段階ごとの件数")
    assert too_wide(page) == []
    with page.expect_download() as fetching:
        page.get_by_role("link", name="ダウンロード: 段階.png").click()
    assert Path(fetching.value.path()).read_bytes() == picture


def test_a_file_in_a_direct_conversation_is_for_its_person_alone(visits: Visits, running: Running) -> None:
    _send(running, NAME, SHEET)
    page = visits.open("U0SATO", channel="D0SATO")
    address = str(page.locator(".message .file-row").get_attribute("href"))
    assert page.request.get(running.url + address).body() == SHEET
    refused = page.request.get(running.url + address.replace("U0SATO", "U0TANAKA"))
    assert refused.json()["error"] == "file_not_found"
    elsewhere = page.request.get(running.url + address, headers={"Origin": "https://example.com"})
    assert elsewhere.status == 403
