"""Sentences against the code: missing keys, missing arguments, sentences nobody says."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.checks.keys import check_keys

ERRORS = """
class MinoriError(Exception): ...
class PersonError(MinoriError):
    def __init__(self, key, /, **args): ...
class Refused(PersonError): ...
class Special(Refused):
    def __init__(self, problems):
        super().__init__("special-refused", count=len(problems))
"""
CATALOGUE = "plain-greeting = hi { $name }\nspecial-refused = no\n"


def problems(folder: Path, code: str, catalogue: str = CATALOGUE) -> list[tuple[str, int | None, str]]:
    sentences = folder / "sentences"
    for locale in ("ja", "en"):
        (sentences / locale).mkdir(parents=True)
        (sentences / locale / "a.ftl").write_text(catalogue, encoding="utf-8")
    (folder / "bot").mkdir(exist_ok=True)
    (folder / "bot" / "errors.py").write_text(ERRORS, encoding="utf-8")
    (folder / "bot" / "code.py").write_text(code, encoding="utf-8")
    found = check_keys(folder / "bot", sentences)
    return [(problem.path.name, problem.line, problem.reason.key) for problem in found]


GREET = 'greet = Message("plain-greeting", {"name": name})\nspecial = "special-refused"\n'


def test_code_and_sentences_that_fit_have_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, GREET) == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('Message("absent-key")', ("code.py", 3, "check-key-missing")),
        ('messages.Message("absent-key", {})', ("code.py", 3, "check-key-missing")),
        ('raise Refused("absent-key", file=name)', ("code.py", 3, "check-key-missing")),
        ('Message("plain-greeting" if a else "absent-key", given)', ("code.py", 3, "check-key-missing")),
        ('Message("plain-greeting", {"nane": name})', ("code.py", 3, "check-argument-missing")),
        ('Message("plain-greeting")', ("code.py", 3, "check-argument-missing")),
    ],
)
def test_what_the_code_says_and_nobody_wrote_is_found(
    tmp_path: Path, code: str, expected: tuple[str, int, str]
) -> None:
    assert problems(tmp_path, GREET + code) == [expected]


@pytest.mark.parametrize("code", ['Message("plain-greeting", given)', 'Message("plain-greeting", {**given})'])
def test_arguments_that_cannot_be_read_off_are_left_to_the_tests(tmp_path: Path, code: str) -> None:
    assert problems(tmp_path, GREET + code) == []


def test_a_sentence_nobody_says_is_found(tmp_path: Path) -> None:
    assert problems(tmp_path, GREET, CATALOGUE + "old-sentence = gone\n") == [("a.ftl", 3, "check-key-unused")]


def test_a_key_that_is_put_together_counts_as_said(tmp_path: Path) -> None:
    catalogue = CATALOGUE + "fault-slow = slow\nfault-silent = silent\n"
    assert problems(tmp_path, GREET + 'Message(f"fault-{kind}")', catalogue) == []


def test_an_exception_with_a_key_of_its_own_is_not_misread(tmp_path: Path) -> None:
    assert problems(tmp_path, GREET + 'raise Special(["a-b"])') == []


def test_what_is_added_to_everything_a_reader_says_counts_as_given(tmp_path: Path) -> None:
    catalogue = CATALOGUE + "read-cut = { $file } is cut\n"
    (tmp_path / "bot" / "document_readers").mkdir(parents=True)
    (tmp_path / "bot" / "document_readers" / "csv.py").write_text('Message("read-cut", {})', encoding="utf-8")
    assert problems(tmp_path, GREET, catalogue) == []


def test_a_slip_of_the_pen_in_a_table_of_keys_is_found(tmp_path: Path) -> None:
    catalogue = CATALOGUE + "details-date-wrong = { $day }\n"
    code = GREET + 'TABLE = {"date": "details-date-wrong", "time": "details-date-wrnog"}'
    assert problems(tmp_path, code, catalogue) == [("code.py", 3, "check-key-missing")]
