"""Help and wrong use: every command teaches with an example, in both languages."""

from __future__ import annotations

import re
import signal
from pathlib import Path

import pytest

from bot.cli.app import run
from tests.cli.commands import finish, lines, minori, read_until, start

COMMANDS = [
    "",
    "ask",
    "chat",
    "guides",
    "guides add",
    "guides list",
    "guides show",
    "guides rollback",
    "guides retire",
    "people",
    "people import",
    "people list",
    "people show",
    "people remove",
    "doctor",
    "check",
    "backup",
    "restore",
    "bench",
    "bench retrieval",
    "bench answers",
    "bench arrivals",
]
WRONG = [
    (["frobnicate"], "frobnicate"),
    (["ask", "--nope"], "--nope"),
    (["guides", "show"], "ID"),
    (["guides", "rollback", "x", "--to", "two"], "--to"),
    (["ask", "--file"], "--file"),
    (["bench", "retrieval"], "--passages"),
    (["guides", "lst"], "lst"),
    (["people", "show"], "WHO"),
    (["people", "import"], "FILE.csv"),
]


def told(arguments: list[str], status: int, capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    """Run in this process; help and wrong use touch nothing."""
    with pytest.raises(SystemExit) as ended:
        run(arguments)
    assert ended.value.code == status
    captured = capsys.readouterr()
    return captured.out, captured.err


@pytest.mark.parametrize("locale", ["ja", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_help_teaches_with_an_example(
    command: str, locale: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MINORI_LOCALE", locale)
    out, err = told([*command.split(), "--help"], 0, capsys)
    assert err == ""
    assert f"minori {command}".strip() in out
    assert len(re.findall(r"^.*(?:例: |Example: |　|  )minori \w+", out, re.MULTILINE)) >= 1
    assert not re.search(r"\[help-|\{ ?\$|\x08", out)
    has_japanese = bool(re.search(r"[ぁ-ん]{2}", re.sub(r'"[^"]*"', "", out)))
    assert has_japanese == (locale == "ja")


@pytest.mark.parametrize("locale", ["ja", "en"])
@pytest.mark.parametrize(("arguments", "named"), WRONG)
def test_wrong_use_is_said_in_the_persons_language(
    arguments: list[str],
    named: str,
    locale: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("MINORI_LOCALE", locale)
    out, err = told(arguments, 2, capsys)
    assert out == ""
    assert named in err
    assert "--help" in err
    assert bool(re.search(r"[ぁ-ん]", err)) == (locale == "ja")
    assert locale == "en" or "No such" not in err


@pytest.mark.parametrize("arguments", [[], ["guides"], ["bench"]])
def test_a_command_without_its_rest_shows_help(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    out, err = told(arguments, 2, capsys)
    assert out == ""
    assert "minori" in err


def test_wrong_settings_are_all_named() -> None:
    env = {"MINORI_LOCALE": "fr", "MINORI_CHAT_TIMEOUT_S": "soon"}
    ran = minori("ask", "質問", status=2, env=env)
    assert "MINORI_LOCALE=fr" in ran.err
    assert "MINORI_CHAT_TIMEOUT_S=soon" in ran.err


def test_an_unknown_setting_is_pointed_out() -> None:
    ran = minori("guides", "list", env={"MINORI_BUNDLED_GUIDE": "off", "MINORI_BUNDLED_GUIDES": "off"})
    assert "MINORI_BUNDLED_GUIDE" in ran.err


def test_interrupting_an_answer_is_quiet(used_data: Path, tmp_path: Path) -> None:
    path = lines(
        tmp_path / "q.jsonl", [{"q": f"実証シートの{number}番の欄には何を書きますか"} for number in range(2000)]
    )
    process = start("ask", "--file", str(path))
    read_until(process, '"q"')
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert err == ""


def test_python_minus_m() -> None:
    process = start("--help")
    assert "minori ask" in finish(process).out
