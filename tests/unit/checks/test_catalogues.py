"""Each kind of defect in a catalogue is found, with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.checks.catalogues import check_catalogues

JA = "hello = { $name }さん\n-brand = 実り\nabout = { -brand }\n"
EN = "hello = Hello { $name }\n-brand = Minori\nabout = { -brand }\n"


def problems(folder: Path, ja: str = JA, en: str = EN) -> list[tuple[str, int | None, str]]:
    for locale, text in (("ja", ja), ("en", en)):
        (folder / locale).mkdir(parents=True, exist_ok=True)
        (folder / locale / "a.ftl").write_text(text, encoding="utf-8")
    return [(problem.path.parent.name, problem.line, problem.reason.key) for problem in check_catalogues(folder)]


def test_equal_catalogues_have_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path) == []


@pytest.mark.parametrize(
    ("ja", "en", "expected"),
    [
        (JA + "bad = { $x\n", EN, ("ja", 4, "check-unreadable")),
        (JA, EN + "hello = Again { $name }\n", ("en", 4, "check-key-twice")),
        (JA + "extra = 日本語だけ\n", EN, ("ja", 4, "check-no-translation")),
        (JA, EN + "extra = only English\n", ("en", 4, "check-no-translation")),
        (JA.replace("{ $name }さん", "こんにちは"), EN, ("en", 1, "check-argument-untranslated")),
        (JA, EN.replace("$name", "$nane"), ("ja", 1, "check-argument-untranslated")),
        (JA + "x = { absent }\n", EN + "x = x\n", ("ja", 4, "check-reference")),
        (JA + "x = { -absent }\n", EN + "x = x\n", ("ja", 4, "check-reference")),
        (JA + "x = { NUMBER($n) }\n", EN + "x = { $n }\n", ("ja", 4, "check-function")),
        (JA + "x =\n    .title = 題\n", EN + "x = x\n", ("ja", 4, "check-no-text")),
    ],
)
def test_every_defect_is_found(tmp_path: Path, ja: str, en: str, expected: tuple[str, int, str]) -> None:
    found = problems(tmp_path, ja, en)
    assert expected in [(locale, line, key) for locale, line, key in found]


def test_a_key_in_two_files_is_found(tmp_path: Path) -> None:
    problems(tmp_path)
    (tmp_path / "ja" / "b.ftl").write_text("\nhello = { $name }\n", encoding="utf-8")
    (found,) = check_catalogues(tmp_path)
    assert (found.path.name, found.line) == ("b.ftl", 2)
    assert found.reason.arguments == {"key": "hello", "first": "a.ftl:1"}


def test_arguments_inside_a_choice_count(tmp_path: Path) -> None:
    en = EN.replace("Hello { $name }", "{ $n ->\n    [one] Hello { $name }\n   *[other] Hello all\n}")
    assert problems(tmp_path, JA, en) == [("en", 1, "check-argument-untranslated")]
