"""An answer of a language model grows on the screen while the model is still writing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visits
from tests.browser.minori import PATIENCE_MS, TRADE_FAIR, YAMADA, Demonstration, ask, said, to_minori
from tests.browser.slow_model import SlowModel
from tests.fakes.openai_server import OpenAIServer

pytestmark = pytest.mark.loopback


def test_the_text_grows_while_the_model_writes(browser: Browser, guides_loaded: Callable[[], Path]) -> None:
    model = SlowModel(at_once=1)
    with (
        OpenAIServer(model) as server,
        Demonstration(
            guides_loaded(),
            MINORI_CHAT_MODEL="openai:test-model",
            MINORI_CHAT_BASE_URL=server.base_url,
            MINORI_CHAT_API_KEY="sk-test",
            MINORI_CHAT_TIMEOUT_S="60",
        ) as demonstration,
    ):
        visits = Visits(browser, demonstration)
        page = visits.open(YAMADA, channel="")
        to_minori(page)
        ask(page, TRADE_FAIR)
        growing = page.locator(".thread-pane .message.streaming")
        expect(growing).to_contain_text("名刺交換のお礼は", timeout=PATIENCE_MS)
        expect(page.locator(".thread-pane")).not_to_contain_text("出典")
        model.goes_on.set()
        said(page, "名刺交換のお礼は", "出典", "原文を見る [2]")
        expect(page.locator(".thread-pane .message.streaming")).to_have_count(0)
        visits.leave()
