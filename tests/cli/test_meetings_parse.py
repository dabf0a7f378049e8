"""`minori meetings parse`: the JSON contract, files, wrong use, help."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import inside, minori, write

LINE = "昨日、展示会で山田製作所の田中さんと名刺交換。来週水曜10時にサンプルを送る"
KEYS = ["t", "company", "person", "title", "event", "met_on", "next_step", "due_on", "due_time"]
EXPECTED = {
    "t": LINE,
    "company": "山田製作所",
    "person": "田中",
    "title": None,
    "event": "展示会",
    "met_on": "2026-11-19",
    "next_step": "サンプルを送る",
    "due_on": "2026-11-25",
    "due_time": "10:00",
}


def test_json_is_exactly_the_contract(data_dir: Path) -> None:
    ran = minori("meetings", "parse", LINE, "--on", "2026-11-20", "--json")
    (row,) = ran.rows
    assert (list(row), row, ran.err) == (KEYS, EXPECTED, "")
    assert not data_dir.exists(), "nothing is stored"


def test_a_file_of_lines_with_other_keys(tmp_path: Path) -> None:
    rows = [{"t": LINE, "on": "2026-11-20", "id": 3}, {"on": "2026-11-20", "t": "名前のない控え", "company": "x"}]
    path = write(tmp_path, "lines.jsonl", "\ufeff" + "\n\n".join(json.dumps(row, ensure_ascii=False) for row in rows))
    first, second = inside("meetings", "parse", "--file", path, "--json").rows
    assert first == EXPECTED
    assert list(second) == KEYS
    assert second["company"] is None


def test_people_are_shown_the_words_a_field_was_read_from() -> None:
    out = inside("meetings", "parse", LINE, "--on", "2026-11-20").out
    assert "会社・団体: 山田製作所" in out
    assert "2026-11-25（「来週水曜」から）" in out
    assert "お役職: （書かれていません）" in out


def test_notes_are_beside_the_result() -> None:
    ran = inside("meetings", "parse", "12月7日（火）に送る", "--on", "2026-11-20", env={"MINORI_LOCALE": "en"})
    assert "2026-12-07" in ran.out
    assert "do not agree" in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((LINE, "--on", "2026-13-01"), "2026-13-01"),
        (("  ",), "空です"),
        ((), "どちらか一つ"),
        (("--file", "no-such.jsonl"), "no-such.jsonl"),
    ],
)
def test_wrong_use_says_what_to_do(arguments: tuple[str, ...], said: str) -> None:
    ran = inside("meetings", "parse", *arguments, status=2)
    assert ran.out == ""
    assert said in ran.err


@pytest.mark.parametrize("line", ["not json", '{"on": "2026-11-20"}', '{"t": ""}', '{"t": "x", "on": "soon"}', "[]"])
def test_a_bad_line_is_named_and_nothing_is_printed(line: str, tmp_path: Path) -> None:
    path = write(tmp_path, "lines.jsonl", '{"t": "昨日会った"}\n' + line)
    ran = inside("meetings", "parse", "--file", path, status=2)
    assert ran.out == ""
    assert "2 行目" in ran.err


def test_help_teaches() -> None:
    assert "minori meetings parse --file" in inside("meetings", "parse", "--help").out
