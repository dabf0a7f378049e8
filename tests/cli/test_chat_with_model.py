"""A conversation with a language model: sentences appear while it still writes, and the state stands at the end."""

from __future__ import annotations

import json
import threading

import pytest

from tests.cli.commands import finish, read_until, start
from tests.fakes.openai_server import Exchange, OpenAIServer

QUOTE = "名刺交換のお礼は、翌営業日に、次の一歩の提案を添えて送ることを目安にします。"
CLAIM = "名刺交換のお礼は、翌営業日に次の一歩を添えて送るのが目安です。"


@pytest.mark.loopback
def test_a_checked_sentence_is_shown_before_the_model_has_finished() -> None:
    was_seen = threading.Event()

    def writes_on(exchange: Exchange) -> None:
        exchange.begin()
        exchange.text(json.dumps({"claim": CLAIM, "quote": QUOTE, "source": "P1"}, ensure_ascii=False) + "\n")
        assert was_seen.wait(60), "the sentence was not shown while the model was writing"
        exchange.text(
            json.dumps({"claim": "三十日以内で結構です。", "quote": QUOTE, "source": "P1"}, ensure_ascii=False)
        )
        exchange.done()

    with OpenAIServer(writes_on) as server:
        model = {"MINORI_CHAT_MODEL": "openai:test", "MINORI_CHAT_BASE_URL": server.base_url}
        chat = start("chat", env={**model, "MINORI_CHAT_API_KEY": "none"})
        assert chat.stdin is not None
        chat.stdin.write("名刺交換のお礼はいつ送ればよいですか\n")
        chat.stdin.flush()
        shown = read_until(chat, CLAIM)
        was_seen.set()
        ended = finish(chat, given="/quit\n")
    assert "■" not in shown
    assert "■ 回答（ガイドから）" in ended.out
    assert f"> {QUOTE}" in ended.out
    assert "三十日" not in ended.out
    assert CLAIM not in ended.out
