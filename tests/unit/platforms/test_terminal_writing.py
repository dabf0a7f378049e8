"""A reply's files in a folder: whole, private, and nothing that was there is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.core import outgoing
from bot.core.messages import Message, OutgoingFile, Reply
from bot.core.outgoing import CSV
from bot.platforms.terminal.writing import write_whole, written
from tests.catalogues import strict_sentences

TITLE = Message("state-answered")


def _say(message: Message) -> str:
    return strict_sentences().say(message, locale="ja")


def _reply(content: bytes) -> Reply:
    return Reply(files=(OutgoingFile(name=TITLE, title=TITLE, media_type=CSV, make=lambda _: content),))


def test_it_says_where_a_file_is_and_keeps_what_was_there(tmp_path: Path) -> None:
    [first], [second] = (list(written(_reply(content), tmp_path, _say)) for content in (b"1", b"2"))
    name = f"{_say(TITLE)}.csv"
    assert str(tmp_path / name) in first
    assert sorted(one.read_bytes() for one in tmp_path.iterdir()) == [b"1", b"2"]
    assert (tmp_path / name).read_bytes() == b"1"
    assert " (2).csv" in second
    assert all(one.stat().st_mode & 0o077 == 0 for one in tmp_path.iterdir())


def test_what_cannot_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [said] = written(_reply(b"1"), tmp_path / "nowhere", _say)
    assert "書き出せません" in said
    monkeypatch.setattr(outgoing, "LARGEST", 0)
    [said] = written(_reply(b"1"), tmp_path, _say)
    assert "MB を超える" in said
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_whole(tmp_path / "a", b"1")
    assert [one.name for one in tmp_path.iterdir()] == ["a"]
