"""`minori demo` in a process of its own: the page answers, a taken port is said, the end has a sentence."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.browser.slow_model import SlowModel
from tests.cli.commands import COMMAND, ROOT, environment, minori
from tests.fakes.openai_server import OpenAIServer

pytestmark = pytest.mark.loopback
PATIENCE_S = 60


class Demo:
    """A running demonstration and what it prints."""

    def __init__(self, *arguments: str, **changes: str) -> None:
        self.lines: list[str] = []
        self._changed = threading.Condition()
        self.process = subprocess.Popen(
            [*COMMAND, "demo", *arguments],
            cwd=ROOT,
            env=environment(**changes),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            with self._changed:
                self.lines.append(line)
                self._changed.notify_all()

    def says(self, words: str) -> str:
        """Wait for a line with these words."""
        with self._changed:
            assert self._changed.wait_for(lambda: any(words in line for line in self.lines), PATIENCE_S), self.lines
            return next(line for line in self.lines if words in line)

    @property
    def url(self) -> str:
        line = self.says("http://127.0.0.1:")
        return line[line.index("http://") :].split("（")[0].split(" ")[0].strip().rstrip(".")

    def end(self, sign: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
        """End it as an operator does; returns the status and what it wrote to standard error."""
        self.process.send_signal(sign)
        try:
            status = self.process.wait(PATIENCE_S)
        finally:
            self.process.kill()
            self._reader.join()
        assert self.process.stdout is not None
        assert self.process.stderr is not None
        with self.process.stdout, self.process.stderr:
            return status, self.process.stderr.read()


@contextmanager
def running(*arguments: str, **changes: str) -> Iterator[Demo]:
    demo = Demo(*arguments, **changes)
    try:
        yield demo
    finally:
        if demo.process.poll() is None:
            demo.end()


def got(url: str) -> str:
    with urllib.request.urlopen(url, timeout=10) as answer:
        return str(answer.read().decode())


def test_the_page_answers_a_question_is_answered_and_the_end_has_a_sentence(used_data: Path) -> None:
    with running("--port", "0", "--no-open") as demo:
        page = got(demo.url)
        assert "<html" in page
        assert "https://" not in page, "nothing from outside"
        demo.says("準備ができました")
        answered = minori("ask", "名刺交換のあとは何をすればいいですか", "--json")
        assert json.loads(answered.out.splitlines()[0]), "the command line is answered by the demonstration"
        status, trouble = demo.end()
    assert status == 0
    assert "終わりました" in demo.lines[-1]
    assert "Traceback" not in trouble
    assert (used_data / "workspace.json").exists()


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_it_can_be_ended_before_it_is_ready(used_data: Path, sign: signal.Signals) -> None:
    with running("--port", "0", "--no-open") as demo:
        demo.says("ページは http")
        status, trouble = demo.end(sign)
    assert status == 0
    assert "Traceback" not in trouble
    assert "終わりました" in demo.lines[-1]


def test_a_taken_port_is_said_and_nothing_is_left_running(data_dir: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        refused = minori("demo", "--port", port, "--no-open", status=2)
    assert port in refused.err
    assert "--port" in refused.err
    assert not (data_dir / "workspace.json").exists()


def test_a_taken_port_is_said_before_a_region_is_lived(data_dir: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        refused = minori("demo", "--region", "--firms", "1", "--months", "1", "--port", port, "--no-open", status=2)
    assert port in refused.err
    assert not (data_dir / "regions").exists()


def test_a_second_one_leaves_the_first_and_its_conversations_alone(used_data: Path) -> None:
    state = used_data / "workspace.json"
    with running("--port", "0", "--no-open") as demo:
        demo.says("準備ができました")
        state.write_bytes(b"of the first")
        refused = minori("demo", "--port", "0", "--no-open", "--fresh", status=2)
        assert "すでに動いています" in refused.err
        assert state.read_bytes() == b"of the first"
        assert "<html" in got(demo.url)
        assert demo.end()[0] == 0


def test_in_english_it_speaks_english(used_data: Path) -> None:
    with running("--port", "0", "--no-open", MINORI_LOCALE="en", LANG="en_US.UTF-8") as demo:
        assert "http://127.0.0.1:" in demo.says("http://")
        assert not any("ぁ" <= sign <= "ん" for line in demo.lines for sign in line)
        assert demo.end()[0] == 0


def test_a_state_file_that_cannot_be_read_does_not_keep_it_from_starting(used_data: Path) -> None:
    (used_data / "workspace.json").write_bytes(b"\xff nonsense")
    with running("--port", "0", "--no-open") as demo:
        assert "<html" in got(demo.url)
        assert demo.end()[0] == 0


def test_nonsense_for_a_port_is_a_usage_error(data_dir: Path) -> None:
    for port in ("99999", "-1", "eins"):
        minori("demo", "--no-open", f"--port={port}", status=2)


def test_a_model_that_never_answers_does_not_keep_it_from_ending(used_data: Path) -> None:
    model = SlowModel(at_once=0)
    with OpenAIServer(model) as server:
        slow = {
            "MINORI_CHAT_MODEL": "openai:any",
            "MINORI_CHAT_BASE_URL": server.base_url,
            "MINORI_CHAT_API_KEY": "none",
            "MINORI_CHAT_TIMEOUT_S": "600",
        }
        with running("--port", "0", "--no-open", **slow) as demo:
            demo.says("準備ができました")
            channel = acted(demo.url, "open_dm", user="U00MINORI")["channel"]["id"]
            acted(demo.url, "send", channel=channel, text="名刺交換のあとは何をすればいいですか")
            deadline = time.monotonic() + PATIENCE_S
            while not server.requests:
                assert time.monotonic() < deadline, "the model was never asked"
                time.sleep(0.05)
            status, trouble = demo.end()
        model.goes_on.set()
    assert status == 0
    assert "終わりました" in demo.lines[-1]
    assert "Traceback" not in trouble


def acted(url: str, act: str, **body: str) -> dict[str, Any]:
    """What somebody does in the page."""
    request = urllib.request.Request(
        f"{url}/page/api/{act}?as=U01YAMADA",
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json", "X-Workspace-Page": "1", "Origin": url},
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        done: dict[str, Any] = json.load(answer)
    return done
