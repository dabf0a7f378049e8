"""`minori ask`: states, the JSON contract, files of questions, hand-over."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from bot.cli.asking import read_questions
from bot.errors import UsageError
from tests.cli.commands import COMMAND, ROOT, environment, lines, minori, write

KEYS = ["q", "state", "text", "citations", "ms"]
CITATION = {"guide", "title", "edition", "page", "heading", "quote", "passage", "passage_id"}
ASKED = "実証シートには何を書きますか？"
DECLINED = "冥王星の衛星はいくつありますか"


def test_an_answer_is_drawn_with_its_state_first_and_its_sources(used_data: Path) -> None:
    ran = minori("ask", ASKED)
    assert ran.out.startswith("■ 回答（ガイドから）\n")
    assert "[1] 実証シートの書き方 / 2026-10-01 版 / " in ran.out
    assert ran.err == ""


def test_a_fresh_folder_needs_nothing_else(data_dir: Path) -> None:
    assert not data_dir.exists()
    ran = minori("ask", ASKED, "--json")
    assert ran.rows[0]["state"] == "answered"
    assert ran.rows[0]["citations"][0]["guide"] == "trial-sheet"


def test_json_is_exactly_the_contract(used_data: Path) -> None:
    (row,) = minori("ask", ASKED, "--json").rows
    assert list(row) == KEYS
    assert row["q"] == ASKED
    assert row["state"] == "answered"
    assert isinstance(row["ms"], int)
    for cited in row["citations"]:
        assert set(cited) == CITATION
        assert cited["quote"] in cited["passage"]
        assert len(cited["passage"]) <= 700
    assert "■" not in row["text"]


def test_declined_is_done_and_hand_over_is_asked_for(used_data: Path) -> None:
    declined = minori("ask", DECLINED)
    assert declined.out.startswith("■ ガイドに記載がありません\n")
    assert "--hand-over" in declined.out
    (row,) = minori("ask", DECLINED, "--json", "--hand-over").rows
    assert (row["state"], row["citations"]) == ("handed_over", [])
    assert "1" in next(line for line in minori("doctor").out.splitlines() if "コーディネーター" in line)


def test_a_file_of_questions_in_both_languages(used_data: Path, tmp_path: Path) -> None:
    asked: list[dict[str, object]] = [
        {"q": ASKED, "id": 7, "scope": "in"},
        {"note": "x", "q": "What should I do on the business day after exchanging business cards?"},
        {"q": DECLINED},
        {"q": "行の\u2028途中で分かれても、実証シートには何を書きますか"},
        {"q": "<b>\ud83d</b> 実証シートには何を書きますか？"},
    ]
    path = tmp_path / "questions.jsonl"
    path.write_text("\ufeff" + "\n\n".join(json.dumps(row) for row in asked[:3]), encoding="utf-8")
    with path.open("a", encoding="utf-8") as file:
        file.write("\n" + json.dumps(asked[3], ensure_ascii=False) + "\r\n" + json.dumps(asked[4]) + "\n")
    rows = minori("ask", "--file", path).rows
    assert [row["q"] for row in rows] == [row["q"] for row in asked]
    assert [row["state"] for row in rows] == ["answered", "answered", "not_in_guides", "answered", "answered"]
    assert "in their own words" in rows[1]["text"]


BAD_LINES = ['{"q": ""}', '{"q": "\\u0000 "}', '{"q": 5}', '{"p": "x"}', "[1]", '"q"', "null", "{", "[" * 5000]


@pytest.mark.parametrize("bad", BAD_LINES, ids=range(len(BAD_LINES)))
def test_a_bad_line_is_named(bad: str, tmp_path: Path) -> None:
    path = write(tmp_path, "questions.jsonl", f'{{"q": "よい質問"}}\n\n{bad}\n')
    with pytest.raises(UsageError) as refused:
        read_questions(path)
    assert (refused.value.key, refused.value.arguments["line"]) == ("ask-file-line", "3")


def test_with_a_bad_line_nothing_is_run(used_data: Path, tmp_path: Path) -> None:
    path = write(tmp_path, "questions.jsonl", json.dumps({"q": ASKED}) + "\n" + json.dumps({"q": "あ" * 2001}))
    for locale, said in (("ja", "2 行目"), ("en", "Line 2")):
        ran = minori("ask", "--file", path, status=2, env={"MINORI_LOCALE": locale})
        assert ran.out == ""
        assert said.lower() in ran.err.lower()
        assert "2,000" in ran.err


@pytest.mark.parametrize("arguments", [[], ["--file", "nowhere.jsonl"], ["x", "--file", "y"], [""], ["あ" * 2001]])
def test_wrong_use(arguments: list[str], data_dir: Path) -> None:
    ran = minori("ask", *arguments, status=2)
    assert ran.out == ""
    assert not data_dir.exists()


def test_a_question_of_any_bytes(used_data: Path) -> None:
    asked = "実証シートには何を書きますか？".encode() + b"\xff\xfe\x1b[31m"
    done = subprocess.run(
        [*map(str.encode, COMMAND), b"ask", b"--json", asked],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        timeout=90,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\x1b" not in done.stdout
    assert json.loads(done.stdout)["state"] == "answered"


def test_output_that_nobody_reads_ends_quietly(used_data: Path, tmp_path: Path) -> None:
    path = lines(tmp_path / "q.jsonl", [{"q": ASKED}, {"q": DECLINED}, {"q": ASKED}])
    script = f'"{COMMAND[0]}" -m bot ask --file "{path}" | head -n 1'
    done = subprocess.run(["sh", "-c", script], cwd=ROOT, env=environment(), capture_output=True, timeout=90)
    assert json.loads(done.stdout)["q"] == ASKED
    assert done.stderr == b""
