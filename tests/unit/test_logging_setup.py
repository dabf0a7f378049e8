"""The log: on standard error, in JSON lines, without people's words."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.errors import StorageError
from bot.logging_setup import set_up_logging


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    handlers, level = logging.root.handlers[:], logging.root.level
    yield
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)
    structlog.reset_defaults()


def test_ids_are_logged_and_words_are_not(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("info")
    structlog.get_logger().info("answered", passage_id="trial@1/3", question="秘密の試作品", other="語" * 500)
    captured = capsys.readouterr()
    line = json.loads(captured.err)
    assert captured.out == ""
    assert line["passage_id"] == "trial@1/3"
    assert line["question"] == "<6 characters>"
    assert line["other"].endswith("<500 characters>")
    assert "秘密" not in captured.err


def test_an_exception_is_logged_by_type_and_place_only(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("warning")
    try:
        raise ValueError("秘密の試作品")
    except ValueError:
        structlog.get_logger().exception("failed", reference="ab12")
    line = json.loads(capsys.readouterr().err)
    assert line["exception"].startswith("ValueError at test_logging_setup.py:")
    assert "秘密" not in json.dumps(line, ensure_ascii=False)


def test_the_reason_of_our_own_exception_is_logged(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("warning")
    structlog.get_logger().error("failed", exc_info=StorageError("sqlite", "disk full"))
    assert json.loads(capsys.readouterr().err)["exception"].startswith("StorageError: sqlite: disk full")


def test_the_level_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("error")
    structlog.get_logger().warning("quiet")
    logging.getLogger("some.library").warning("words of a person")
    assert capsys.readouterr().err == ""


def test_a_library_is_heard_without_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("debug")
    logging.getLogger("some.library").info("words")
    logging.getLogger("some.library").warning("words of a person")
    assert capsys.readouterr().err.startswith("WARNING some.library test_logging_setup.py:")
