"""Stands in for a language model that takes its time: real HTTP, true quotes."""

from __future__ import annotations

import json
import threading

from tests.fakes.openai_server import Exchange

_DEADLINE_S = 60.0


class SlowModel:
    """Quotes the first sentences of the passages it was sent: the first `at_once`, the others when `goes_on` is set."""

    def __init__(self, *, at_once: int) -> None:
        self.goes_on = threading.Event()
        self._at_once = at_once

    def __call__(self, exchange: Exchange) -> None:
        user = exchange.server.requests[-1].texts[-1]
        sent = [json.loads(line) for line in user.splitlines() if line.startswith("{")]
        exchange.begin()
        for number, passage in enumerate(sent[:3]):
            if number == self._at_once:
                self.goes_on.wait(_DEADLINE_S)
            quote = passage["text"].partition("。")[0] + "。"
            claim = {"claim": quote, "quote": quote, "source": passage["source"]}
            exchange.text(json.dumps(claim, ensure_ascii=False) + "\n")
        exchange.done()
