"""Files with a row a line: looked over first, then handed out one by one; a pipe as well."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

import pytest

from bot.cli.json_lines import BadLine, Unreadable, rows_of, whole
from tests.cli.commands import inside, write


def _number(line: str) -> int:
    return int(json.loads(line)["n"])


def test_rows_are_made_one_at_a_time_once_all_were_looked_at(tmp_path: Path) -> None:
    made: list[int] = []

    def read(line: str) -> int:
        made.append(_number(line))
        return made[-1]

    path = tmp_path / "f.jsonl"
    path.write_text("\ufeff" + "\r\n".join(json.dumps({"n": n}) for n in range(4)) + "\n\n", encoding="utf-8")
    rows = rows_of(path, read)
    assert made == [0, 1, 2, 3]
    assert next(rows) == 0
    assert made == [0, 1, 2, 3, 0], "the second row is not made before the first was used"
    assert list(rows) == [1, 2, 3]


def test_a_bad_line_is_told_before_any_row(tmp_path: Path) -> None:
    path = tmp_path / "f.jsonl"
    path.write_text('{"n": 1}\n\n{"m": 2}\n', encoding="utf-8")
    with pytest.raises(BadLine) as told:
        rows_of(path, _number)
    assert told.value.number == 3


def test_a_folder_and_another_encoding_are_unreadable(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        rows_of(tmp_path, _number)
    path = tmp_path / "f.jsonl"
    path.write_bytes('{"n": 1, "t": "精度"}'.encode("cp932"))
    with pytest.raises(Unreadable, match="UTF-8"):
        rows_of(path, _number)


def test_a_pipe_is_read_as_a_file_is(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_text, args=('{"n": 1}\n{"n": 2}\n',))
    writer.start()
    assert list(rows_of(path, _number)) == [1, 2]
    writer.join()


def test_half_a_character_is_a_bad_line_and_does_not_stop_a_typed_sentence(tmp_path: Path) -> None:
    path = write(tmp_path, "f.jsonl", '{"t": "\\ud800 met Ken"}')
    for command in (("coach", "check"), ("meetings", "parse")):
        ran = inside(*command, "--file", path, status=2)
        assert ran.out == ""
        assert "1 行目" in ran.err
    assert whole("a\udced") == "a\ufffd"
    assert inside("meetings", "parse", "\udced met Ken Tanaka", "--on", "2026-11-20", "--json").rows
