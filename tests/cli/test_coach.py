"""`minori coach check`: the JSON contract, files, wrong use, help."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import inside, minori, write

TALK = "当社は±5ミクロンの高精度加工が可能です"
VALUE = "組立の職人さんの合わせ直しが、1日8回から1回に減りました"
QUESTION = "ありがとうございます。「±5ミクロン」とのこと、それでいちばん助かるのはどなたでしょうか？"


def test_json_is_exactly_the_contract(data_dir: Path) -> None:
    ran = minori("coach", "check", TALK, "--json")
    (row,) = ran.rows
    assert list(row) == ["t", "needs_question", "flags", "question"]
    assert (row["t"], row["needs_question"], row["question"], ran.err) == (TALK, True, QUESTION, "")
    assert {"kind": "numbers_without_person", "words": "±5ミクロン"} in row["flags"]
    assert not data_dir.exists(), "nothing is stored"


def test_value_has_no_flag_and_no_question() -> None:
    (row,) = inside("coach", "check", VALUE, "--json").rows
    assert row == {"t": VALUE, "needs_question": False, "flags": [], "question": None}


def test_a_file_of_sentences_with_other_keys(tmp_path: Path) -> None:
    lines: list[dict[str, object]] = [
        {"t": TALK, "trade": 3},
        {"label": True, "t": f" {VALUE}"},
        {"t": "We have 12 lathes."},
    ]
    path = write(tmp_path, "f.jsonl", "\ufeff" + "\n\n".join(json.dumps(row, ensure_ascii=False) for row in lines))
    rows = inside("coach", "check", "--file", path).rows
    assert [row["t"] for row in rows] == [line["t"] for line in lines]
    assert [row["needs_question"] for row in rows] == [True, False, True]
    assert inside("coach", "check", "--file", path, "--json").rows == rows


def test_people_read_the_question_alone() -> None:
    assert inside("coach", "check", TALK).out == QUESTION + "\n"
    assert "伺うことはありません" in inside("coach", "check", VALUE).out


def test_the_language_of_the_question() -> None:
    assert inside("coach", "check", TALK, "--lang", "en").out.startswith("Thank you.")
    assert inside("coach", "check", "We have 12 lathes.", "--lang", "ja").out.startswith("ありがとうございます。")
    assert inside("coach", "check", TALK, env={"MINORI_LOCALE": "en"}).out.startswith("Thank you.")


def test_the_trade_is_one_that_is_known() -> None:
    assert inside("coach", "check", "レトルト殺菌", "--trade", "food", "--json").rows[0]["needs_question"]
    inside("coach", "check", TALK, "--trade", "shipbuilding", status=2)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("  ",), "空です"),
        ((), "どちらか一つ"),
        ((TALK, "--file", "x.jsonl"), "どちらか一つ"),
        (("--file", "no-such.jsonl"), "no-such.jsonl"),
        ((TALK, "--lang", "fr"), "fr"),
    ],
)
def test_wrong_use_says_what_to_do(arguments: tuple[str, ...], said: str) -> None:
    ran = inside("coach", "check", *arguments, status=2)
    assert ran.out == ""
    assert said in ran.err


@pytest.mark.parametrize("line", ["not json", '{"on": "x"}', '{"t": ""}', '{"t": 3}', "[]", '"t"', '{"t": "\\ud800"}'])
def test_a_bad_line_is_named_and_nothing_is_printed(line: str, tmp_path: Path) -> None:
    path = write(tmp_path, "f.jsonl", '{"t": "昨日の話"}\n' + line)
    ran = inside("coach", "check", "--file", path, status=2)
    assert ran.out == ""
    assert "2 行目" in ran.err


def test_a_line_is_named_in_english_as_well(tmp_path: Path) -> None:
    path = write(tmp_path, "f.jsonl", '{"t": "We have 12 lathes."}\n{"x": 1}')
    assert "Line 2 of" in inside("coach", "check", "--file", path, status=2, env={"MINORI_LOCALE": "en"}).err


def test_a_file_of_another_encoding_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "cp932.jsonl"
    path.write_bytes('{"t": "高精度です。"}'.encode("cp932"))
    ran = inside("coach", "check", "--file", str(path), status=2)
    assert (ran.out, "UTF-8" in ran.err) == ("", True)


def test_signs_and_very_long_sentences_are_read(tmp_path: Path) -> None:
    long = "当社は±5ミクロンの加工が可能で、" * 600
    lines = [{"t": "😀✨うちの味噌は旨い👍"}, {"t": long}]
    path = write(tmp_path, "f.jsonl", "\r\n".join(json.dumps(row, ensure_ascii=False) for row in lines) + "\r\n")
    first, second = inside("coach", "check", "--file", path).rows
    assert {"kind": "own_company_subject", "words": "うちの味噌"} in first["flags"]
    assert second["t"] == long
    assert len(second["question"]) < 100


def test_help_teaches() -> None:
    assert "minori coach check --file" in inside("coach", "check", "--help").out
