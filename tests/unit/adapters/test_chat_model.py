"""The LangChain adapter: what it sends, what it keeps to itself, and how each failure is named. Real HTTP."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import time

import pytest

from bot.adapters.chat_model import ChatModelOptions, LangChainChatModel, build
from bot.core.answering.chat_port import ChatModelUnavailable, ModelFault
from tests.fakes.openai_behaviours import (
    drips,
    fails_midway,
    falls_silent,
    floods,
    hangs_up_after,
    refuses,
    says,
    sends,
    slow,
)
from tests.fakes.openai_server import Behaviour, OpenAIServer, closed_port

KEY = "sk-test-0123456789abcdef"
DEADLINE = 0.4


def _model(base_url: str, *, api_key: str | None = KEY, deadline: float = 5.0, retries: int = 1) -> LangChainChatModel:
    model = LangChainChatModel(
        ChatModelOptions(
            spec="openai:test-model", base_url=base_url, api_key=api_key, deadline=deadline, retries=retries
        )
    )
    model.check()  # imports and builds, so that no deadline below measures an import
    return model


def _failure(base_url: str, *, deadline: float = 5.0, retries: int = 0) -> tuple[ChatModelUnavailable, str]:
    got: list[str] = []
    model = _model(base_url, deadline=deadline, retries=retries)
    with pytest.raises(ChatModelUnavailable) as raised:
        got.extend(model.stream(system="s", user="u"))
    return raised.value, "".join(got)


@pytest.mark.loopback
def test_an_answer_is_streamed_and_nothing_else_is_sent() -> None:
    with OpenAIServer(says("一つ目。\n二つ目。", piece=2)) as server:
        pieces = list(_model(server.base_url).stream(system="rules", user="question"))
    assert len(pieces) > 2
    assert "".join(pieces) == "一つ目。\n二つ目。"
    (request,) = server.requests
    assert request.path == "/v1/chat/completions"
    assert request.texts == ["rules", "question"]
    assert set(request.body) == {"model", "messages", "stream"}
    assert request.headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.loopback
@pytest.mark.parametrize(
    ("behaviour", "fault"),
    [
        (refuses(400), ModelFault.BAD_SETTING),
        (refuses(401, f"wrong key {KEY}"), ModelFault.KEY_REFUSED),
        (refuses(403), ModelFault.KEY_REFUSED),
        (refuses(404), ModelFault.NOT_FOUND),
        (refuses(429), ModelFault.BUSY),
        (refuses(500), ModelFault.SERVER_ERROR),
        (refuses(503), ModelFault.SERVER_ERROR),
        (sends(b"data: {oops\n\n"), ModelFault.MALFORMED),
        (sends(b"<html>It works!</html>", content_type="text/html"), ModelFault.MALFORMED),
        (sends(b""), ModelFault.MALFORMED),
        (sends(b"\xff\xfe\x00\x01" * 50), ModelFault.MALFORMED),
        (says("", finish="content_filter"), ModelFault.REFUSED),
        (floods(10_000_000), ModelFault.TOO_LONG),
        (says("x", finish="length"), ModelFault.TOO_LONG),
    ],
)
def test_every_failure_has_its_name_and_never_the_vendors_words(behaviour: Behaviour, fault: ModelFault) -> None:
    with OpenAIServer(behaviour) as server:
        failure, _ = _failure(server.base_url)
    assert failure.fault is fault
    assert KEY not in str(failure)
    assert failure.__cause__ is None
    assert failure.__context__ is None


@pytest.mark.loopback
def test_nobody_listens() -> None:
    with closed_port() as address:
        failure, got = _failure(address)
    assert failure.fault is ModelFault.UNREACHABLE
    assert got == ""


@pytest.mark.loopback
@pytest.mark.parametrize("behaviour", [hangs_up_after("一つ目"), fails_midway("一つ目")])
def test_what_came_before_a_break_was_handed_on(behaviour: Behaviour) -> None:
    with OpenAIServer(behaviour) as server:
        failure, got = _failure(server.base_url, retries=1)
        assert len(server.requests) == 1
    assert got == "一つ目"
    assert failure.fault in {ModelFault.UNREACHABLE, ModelFault.MALFORMED}


@pytest.mark.loopback
@pytest.mark.parametrize(
    "behaviour",
    [slow(30, says("late")), drips("あいう", every=0.02), falls_silent(), drips("x", every=0.02, pings=True)],
    ids=["slow first byte", "drip of text", "silence", "drip of comments"],
)
def test_the_deadline_ends_every_call(behaviour: Behaviour) -> None:
    with OpenAIServer(behaviour) as server:
        model = _model(server.base_url, deadline=DEADLINE)
        started = time.monotonic()
        with pytest.raises(ChatModelUnavailable) as raised:
            list(model.stream(system="s", user="u"))
        assert time.monotonic() - started < DEADLINE + 0.5
    assert raised.value.fault is ModelFault.TIMED_OUT


@pytest.mark.loopback
def test_leaving_early_ends_the_call() -> None:
    with OpenAIServer(drips("あ", every=0.01)) as server:
        answer = _model(server.base_url).stream(system="s", user="u")
        next(iter(answer))
        answer.close()  # type: ignore[attr-defined]
        assert list(answer) == []


@pytest.mark.loopback
def test_a_stumble_is_retried_once_and_a_refusal_never() -> None:
    with OpenAIServer(refuses(500), says("はい")) as server:
        assert list(_model(server.base_url).stream(system="s", user="u")) == ["はい"]
        assert len(server.requests) == 2
    with OpenAIServer(refuses(500)) as server:
        _failure(server.base_url, retries=1)
        assert len(server.requests) == 2
    for status in (401, 429):
        with OpenAIServer(refuses(status)) as server:
            _failure(server.base_url, retries=1)
            assert len(server.requests) == 1


@pytest.mark.loopback
def test_logs_hold_neither_key_nor_text(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with OpenAIServer(says("ひみつの答え")) as server:
        list(_model(server.base_url).stream(system="ひみつの規則", user="ひみつの質問"))
    with OpenAIServer(refuses(401, "ひみつの質問")) as server:
        _failure(server.base_url)
    assert "ひみつ" not in caplog.text
    assert KEY not in caplog.text
    assert KEY not in repr(ChatModelOptions(spec="openai:x", api_key=KEY))


@pytest.mark.loopback
def test_no_key_of_the_environment_goes_to_a_server_of_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with OpenAIServer(says("はい")) as server:
        list(_model(server.base_url, api_key=None).stream(system="s", user="u"))
    assert KEY not in str(server.requests[0].headers)


@pytest.mark.loopback
def test_tracing_is_off_whatever_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    from langchain_core.tracers.langchain import wait_for_all_tracers

    with OpenAIServer(says("はい")) as collector, OpenAIServer(says("はい")) as server:
        for name in ("LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2", "LANGCHAIN_TRACING"):
            monkeypatch.setenv(name, "true")
        monkeypatch.setenv("LANGSMITH_ENDPOINT", collector.base_url)
        monkeypatch.setenv("LANGSMITH_GATEWAY", collector.base_url)
        monkeypatch.setenv("LANGSMITH_API_KEY", "lsv2_test")
        list(_model(server.base_url).stream(system="s", user="u"))
        assert os.environ["LANGSMITH_TRACING"] == os.environ["LANGSMITH_GATEWAY"] == "false"
        wait_for_all_tracers()
        assert collector.connections == 0


@pytest.mark.parametrize(
    ("spec", "fault", "detail"),
    [
        ("mistralai:small", ModelFault.NOT_INSTALLED, "langchain-mistralai"),
        ("nobody:model", ModelFault.BAD_SETTING, "ValueError"),
        ("openai:gpt-4.1-mini", ModelFault.BAD_SETTING, "OpenAIError"),
    ],
)
def test_what_cannot_be_built_says_why(spec: str, fault: ModelFault, detail: str) -> None:
    with pytest.raises(ChatModelUnavailable) as raised:
        build(ChatModelOptions(spec=spec))
    assert (raised.value.fault, raised.value.detail) == (fault, detail)
    assert raised.value.__context__ is None


@pytest.mark.parametrize("extra", ["openai", "anthropic", "ollama"])
def test_a_missing_package_names_the_extra_to_install(extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from langchain.chat_models import base

    base._get_chat_model_creator.cache_clear()
    monkeypatch.setitem(sys.modules, f"langchain_{extra}", None)
    with pytest.raises(ChatModelUnavailable) as raised:
        build(ChatModelOptions(spec=f"{extra}:model", base_url="http://127.0.0.1:9/v1"))
    assert (raised.value.fault, raised.value.detail) == (ModelFault.NOT_INSTALLED, f"minori[{extra}]")


def test_without_a_question_nothing_heavy_is_imported() -> None:
    code = (
        "import sys, bot.adapters.chat_model as m; m.LangChainChatModel(m.ChatModelOptions(spec='openai:x'));"
        "sys.exit(any(name.startswith(('langchain', 'openai', 'langsmith', 'pydantic')) for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
