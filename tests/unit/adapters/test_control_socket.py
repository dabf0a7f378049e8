"""One command asks another over this machine's loopback: who may, what comes back, and what is left behind."""

from __future__ import annotations

import errno
import json
import socket
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.control_socket import ControlClient, ControlServer
from bot.core.messages import Locale
from bot.errors import DependencyError, UsageError

pytestmark = pytest.mark.loopback


def answer(question: str, locale: Locale, hand_over: bool) -> dict[str, Any]:
    if question == "refuse":
        raise UsageError("question-too-long", limit=2_000, length=3_000)
    if question == "break":
        raise RuntimeError("not foreseen")
    return {"q": question, "locale": locale, "hand_over": hand_over}


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Where an owner listens."""
    with ControlServer(tmp_path, answer):
        yield tmp_path


def note(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "control.json").read_text(encoding="utf-8"))
    return found


def raw(folder: Path, line: bytes) -> bytes:
    """What the owner says to these bytes before it hangs up."""
    with socket.create_connection(("127.0.0.1", note(folder)["port"]), timeout=30) as plug:
        received = b""
        try:
            plug.sendall(line)
            plug.shutdown(socket.SHUT_WR)
            while piece := plug.recv(65_536):
                received += piece
        except OSError as error:
            # Hung up before it had read everything; whatever else is wrong is.
            if error.errno not in (errno.ECONNRESET, errno.EPIPE, errno.ENOTCONN):
                raise
        return received


def test_several_questions_are_answered_on_one_connection(folder: Path) -> None:
    with ControlClient(folder) as client:
        assert client.ask("名刺は?", "ja", False) == {"q": "名刺は?", "locale": "ja", "hand_over": False}
        assert client.ask("card?", "en", True) == {"q": "card?", "locale": "en", "hand_over": True}
        assert client.ask("長い" * 20_000, "ja", False)["q"] == "長い" * 20_000


def test_several_clients_are_answered_at_once(folder: Path) -> None:
    with ControlClient(folder) as one, ControlClient(folder) as other:
        assert [one.ask("甲", "ja", False)["q"], other.ask("乙", "ja", False)["q"]] == ["甲", "乙"]
        assert one.ask("丙", "ja", False)["q"] == "丙"


@pytest.mark.parametrize("text", ["改行\nと\u2028", '"\\', "\x00", "\udc80", "😀"])
def test_any_question_comes_back_as_it_was_asked(folder: Path, text: str) -> None:
    with ControlClient(folder) as client:
        assert client.ask(text, "ja", False)["q"] == text


def test_a_refused_question_carries_its_sentence_and_the_next_is_answered(folder: Path) -> None:
    with ControlClient(folder) as client:
        with pytest.raises(UsageError) as caught:
            client.ask("refuse", "ja", False)
        assert (caught.value.key, caught.value.arguments) == ("question-too-long", {"limit": 2_000, "length": 3_000})
        assert client.ask("名刺は?", "ja", False)["q"] == "名刺は?"


def test_an_owner_that_fails_is_reported_and_goes_on(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with ControlClient(folder) as client, pytest.raises(DependencyError, match="went away"):
        client.ask("break", "ja", False)
    with ControlClient(folder) as client:
        assert client.ask("名刺は?", "ja", False)["q"] == "名刺は?"
    assert "Traceback (most recent call last)" not in capfd.readouterr().err


@pytest.mark.parametrize("secret", ["", "0" * 64, "秘密", None, 7])
def test_a_wrong_secret_is_answered_with_nothing(folder: Path, secret: object) -> None:
    asked = {"secret": secret, "question": "名刺は?", "locale": "ja", "hand_over": False}
    assert raw(folder, json.dumps(asked).encode() + b"\n") == b""


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"garbage\n",
        b"\xff\xfe\x00\n",
        b"[1, 2]\n",
        b"null\n",
        b"{}\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"[" * 200_000 + b"\n",
        b"a" * 1_500_000 + b"\n",
        b"no end of line",
    ],
    ids=lambda line: repr(line[:12]),
)
def test_garbage_is_answered_with_nothing_and_harms_nobody(folder: Path, line: bytes) -> None:
    assert raw(folder, line) == b""
    with ControlClient(folder) as client:
        assert client.ask("名刺は?", "ja", False)["q"] == "名刺は?"


def test_a_question_without_all_its_keys_is_answered_with_nothing(folder: Path) -> None:
    assert raw(folder, json.dumps({"secret": note(folder)["secret"], "question": "?"}).encode() + b"\n") == b""


def test_only_its_own_user_reads_the_secret_and_nothing_is_left(tmp_path: Path) -> None:
    path = tmp_path / "control.json"
    secrets = []
    for _ in range(2):
        with ControlServer(tmp_path, answer):
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
            secrets.append(note(tmp_path)["secret"])
        assert list(tmp_path.iterdir()) == []
    assert secrets[0] != secrets[1]
    assert all(len(secret) == 64 for secret in secrets)


def test_it_listens_on_this_machine_only(tmp_path: Path) -> None:
    with ControlServer(tmp_path, answer) as server:
        assert server._server.server_address[0] == "127.0.0.1"


def test_what_a_crash_left_behind_gives_way(tmp_path: Path) -> None:
    (tmp_path / "control.json").write_text('{"port": 1, "secret": "old"}', encoding="utf-8")
    (tmp_path / "control.new").write_text("half", encoding="utf-8")
    with ControlServer(tmp_path, answer), ControlClient(tmp_path) as client:
        assert client.ask("名刺は?", "ja", False)["q"] == "名刺は?"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


@pytest.mark.parametrize(
    "left",
    [
        lambda: None,
        lambda: "",
        lambda: "garbage",
        lambda: "[]",
        lambda: '{"port": 1}',
        lambda: '{"port": "x", "secret": "s"}',
        lambda: '{"port": 99999, "secret": "s"}',
        lambda: json.dumps({"port": free_port(), "secret": "s"}),
    ],
)
def test_a_note_that_leads_nowhere_is_an_owner_that_does_not_answer(
    tmp_path: Path, left: Callable[[], str | None]
) -> None:
    text = left()
    if text is not None:
        (tmp_path / "control.json").write_text(text, encoding="utf-8")
    with pytest.raises(DependencyError, match="does not answer"), ControlClient(tmp_path):
        pass


@pytest.mark.parametrize("said", [b"", b"[]\n", b"half a li", b"not json\n", b"\xff\n"])
def test_an_owner_that_talks_nonsense_or_goes_away_is_reported(tmp_path: Path, said: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as stranger:
        (tmp_path / "control.json").write_text(json.dumps({"port": stranger.getsockname()[1], "secret": "s"}))
        with ControlClient(tmp_path) as client:
            accepted, _ = stranger.accept()
            accepted.sendall(said)
            accepted.shutdown(socket.SHUT_WR)
            with pytest.raises(DependencyError, match="went away"):
                client.ask("名刺は?", "ja", False)
            accepted.close()


def test_patience_ends(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        (tmp_path / "control.json").write_text(json.dumps({"port": silent.getsockname()[1], "secret": "s"}))
        with ControlClient(tmp_path, patience_s=0.05) as client, pytest.raises(DependencyError):
            client.ask("名刺は?", "ja", False)
