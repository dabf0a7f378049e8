"""An answer of a language model grows on the screen while the model is still writing."""

from __future__ import annotations

import json
import threading

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visits
from tests.browser.minori import PATIENCE_MS, TRADE_FAIR, YAMADA, Demonstration, ask, said, to_minori
from tests.fakes.openai_server import Exchange, OpenAIServer

pytestmark = pytest.mark.loopback
_DEADLINE_S = 60.0


class Model:
    """Quotes the first sentences of the passages it was sent: one at once, the others when `goes_on` is set."""

    def __init__(self) -> None:
        self.goes_on = threading.Event()

    def __call__(self, exchange: Exchange) -> None:
        user = exchange.server.requests[-1].texts[-1]
        sent = [json.loads(line) for line in user.splitlines() if line.startswith("{")]
        exchange.begin()
        for number, passage in enumerate(sent[:3]):
            if number == 1:
                self.goes_on.wait(_DEADLINE_S)
            quote = passage["text"].partition("。")[0] + "。"
            claim = {"claim": quote, "quote": quote, "source": passage["source"]}
            exchange.text(json.dumps(claim, ensure_ascii=False) + "\n")
        exchange.done()


def test_the_text_grows_while_the_model_writes(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> None:
    model = Model()
    with (
        OpenAIServer(model) as server,
        Demonstration(
            tmp_path_factory.mktemp("demonstration"),
            MINORI_CHAT_MODEL="openai:test-model",
            MINORI_CHAT_BASE_URL=server.base_url,
            MINORI_CHAT_API_KEY="sk-test",
            MINORI_CHAT_TIMEOUT_S=str(int(_DEADLINE_S)),
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
