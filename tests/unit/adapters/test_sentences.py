"""Sentences from Fluent catalogues: what is said, and what happens when one is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.adapters.sentences import FluentSentences
from bot.core.messages import Message
from bot.errors import DataFileError

JA = "greeting = { $name }さん、こんにちは\ncount = { $n }件\nonly-ja = 日本語だけ\n"
EN = "greeting = Hello { $name }\ncount = { $n ->\n    [one] one thing\n   *[other] { $n } things\n}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, JA, EN)


def write(folder: Path, ja: str, en: str) -> Path:
    for locale, text in (("ja", ja), ("en", en)):
        (folder / locale).mkdir(exist_ok=True)
        (folder / locale / "all.ftl").write_text(text, encoding="utf-8")
    return folder


def test_a_sentence_is_said_in_both_languages_without_isolating_marks(folder: Path) -> None:
    say = FluentSentences(folder, strict=True).say
    assert say(Message("greeting", {"name": "佐藤"}), locale="ja") == "佐藤さん、こんにちは"
    assert say(Message("greeting", {"name": "Sato"}), locale="en") == "Hello Sato"


@pytest.mark.parametrize(
    ("n", "ja", "en"),
    [
        (1, "1件", "one thing"),
        (0, "0件", "0 things"),
        (11144, "11,144件", "11,144 things"),
        (0.12345, "0.123件", "0.123 things"),
        ("2026", "2026件", "2026 things"),
    ],
)
def test_numbers_are_written_alike_and_strings_are_left_alone(folder: Path, n: int | str, ja: str, en: str) -> None:
    say = FluentSentences(folder, strict=True).say
    assert say(Message("count", {"n": n}), locale="ja") == ja
    assert say(Message("count", {"n": n}), locale="en") == en


def test_a_long_text_is_not_cut(folder: Path) -> None:
    long = "長い文。" * 5000
    assert FluentSentences(folder, strict=True).say(Message("greeting", {"name": long}), locale="en") == f"Hello {long}"


@pytest.mark.parametrize("message", [Message("absent"), Message("greeting"), Message("only-ja")])
def test_strict_catalogues_raise_for_a_missing_key_or_argument(folder: Path, message: Message) -> None:
    with pytest.raises(KeyError):
        FluentSentences(folder, strict=True).say(message, locale="en")


def test_at_run_time_nothing_is_raised_at_a_person(folder: Path) -> None:
    say = FluentSentences(folder).say
    with capture_logs() as logs:
        assert say(Message("only-ja"), locale="en") == "日本語だけ"
        assert say(Message("absent"), locale="ja") == "[absent]"
        assert say(Message("greeting"), locale="ja") == "[greeting]"
    assert {entry["key"] for entry in logs} == {"only-ja", "absent", "greeting"}


def test_a_file_that_does_not_parse_is_named_with_its_line(tmp_path: Path) -> None:
    write(tmp_path, "fine = よい\n\nbroken = { $name\n", "fine = fine\n")
    with pytest.raises(DataFileError) as caught:
        FluentSentences(tmp_path)
    assert caught.value.path.endswith("ja/all.ftl")
    assert caught.value.line == 3


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    write(tmp_path, JA, EN)
    (tmp_path / "ja" / "b.ftl").write_bytes("b = 日本".encode("cp932"))
    with pytest.raises(DataFileError, match="not UTF-8"):
        FluentSentences(tmp_path)


def test_a_missing_language_is_said(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="no sentences"):
        FluentSentences(tmp_path)
