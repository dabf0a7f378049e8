"""Two processes over one data folder: the one that owns the indexes answers for the other."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.adapters.control_socket import ControlClient, ControlServer
from bot.errors import DependencyError, UsageError
from tests.cli.commands import ROOT, environment, finish, minori, read_until, start, write

_OWN_THE_INDEXES = """
import sys
from pathlib import Path
from bot.adapters.index_lock import IndexLock
lock = IndexLock(Path(sys.argv[1]) / "indexes")
print("owned", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def chat(used_data: Path) -> Iterator[subprocess.Popen[str]]:
    process = start("chat")
    read_until(process, "/終了")
    yield process
    if process.poll() is None:
        process.kill()
        process.communicate()


def say(process: subprocess.Popen[str], text: str, until: str) -> str:
    assert process.stdin is not None
    process.stdin.write(text + "\n")
    process.stdin.flush()
    return read_until(process, until)


def test_asking_and_adding_beside_an_open_conversation(chat: subprocess.Popen[str], tmp_path: Path) -> None:
    (row,) = minori("ask", "実証シートには何を書きますか？", "--json").rows
    assert (row["state"], list(row)) == ("answered", ["q", "state", "text", "citations", "ms"])
    too_long = minori("ask", "x" * 2001, status=2)
    assert "2,001" in too_long.err

    guide = write(tmp_path, "鍵.txt", "鍵の貸出\n\n倉庫の鍵は、総務課の赤い棚で貸し出しています。\n")
    minori("guides", "add", guide, "--id", "keys", "--edition", "2026-10-01")
    said = say(chat, "倉庫の鍵はどこで貸し出していますか", "/原文")
    assert "総務課の赤い棚" in said
    assert "使っています" in minori("doctor").out
    ran = finish(chat, given="/終了\n")
    assert "ありがとうございました" in ran.out
    assert ran.err == ""


def test_interrupting_a_conversation(chat: subprocess.Popen[str], used_data: Path) -> None:
    assert (used_data / "control.json").stat().st_mode & 0o777 == 0o600
    chat.send_signal(signal.SIGINT)
    finish(chat)
    assert not (used_data / "control.json").exists()


def test_a_killed_conversation_blocks_nobody(chat: subprocess.Popen[str]) -> None:
    chat.kill()
    chat.communicate()
    assert minori("ask", "実証シートには何を書きますか？", "--json").rows[0]["state"] == "answered"


def test_questions_at_the_same_time_are_all_answered(used_data: Path) -> None:
    runs = [start("ask", "実証シートには何を書きますか？", "--json") for _ in range(3)]
    states = [json.loads(finish(run).out)["state"] for run in runs]
    assert states == ["answered"] * 3


def test_an_owner_that_does_not_answer_is_said_plainly(used_data: Path) -> None:
    owner = subprocess.Popen(
        [sys.executable, "-c", _OWN_THE_INDEXES, str(used_data)],
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    read_until(owner, "owned")
    ran = minori("ask", "実証シートには何を書きますか？", status=1)
    owner.communicate("", timeout=60)
    assert "minori doctor" in ran.err
    assert ran.out == ""


@pytest.mark.loopback
def test_an_owner_that_hangs_is_not_waited_for_for_ever(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        note = {"port": silent.getsockname()[1], "secret": "x"}
        (tmp_path / "control.json").write_text(json.dumps(note), encoding="utf-8")
        client = ControlClient(tmp_path, patience_s=0.1)
        with client, pytest.raises(DependencyError):
            client.ask("質問", "ja", False)


@pytest.mark.loopback
def test_only_whoever_knows_the_secret_is_answered(tmp_path: Path) -> None:
    with ControlServer(tmp_path, lambda question, locale, hand_over: {"state": question}):
        with ControlClient(tmp_path) as client:
            assert client.ask("質問", "ja", False) == {"state": "質問"}
        note = json.loads((tmp_path / "control.json").read_text(encoding="utf-8"))
        (tmp_path / "control.json").write_text(json.dumps({**note, "secret": "é"}), encoding="utf-8")
        with ControlClient(tmp_path) as stranger, pytest.raises(DependencyError):
            stranger.ask("質問", "ja", False)


@pytest.mark.loopback
def test_what_the_owner_refuses_is_refused_and_what_breaks_it_shows_no_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def answer(question: str, locale: str, hand_over: bool) -> dict[str, object]:
        if question == "空":
            raise UsageError("question-empty")
        raise RuntimeError("broken")

    with ControlServer(tmp_path, answer):
        with ControlClient(tmp_path) as client, pytest.raises(UsageError, match="question-empty"):
            client.ask("空", "ja", False)
        with ControlClient(tmp_path) as client, pytest.raises(DependencyError):
            client.ask("質問", "ja", False)
    assert "Traceback" not in capsys.readouterr().err
