"""Before the first file is asked for: everything that draws has drawn once, and nothing of it reaches anybody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import structlog

from bot.adapters.pictures import hand_outs, typesetting
from bot.adapters.pictures.warming import start_warming, warm_up
from bot.adapters.sentences import FluentSentences
from bot.resources import prompts_folder

SENTENCES = FluentSentences(prompts_folder() / "sentences", strict=True)


def test_every_kind_of_file_is_made_once_and_the_fonts_are_read() -> None:
    typesetting.compiler.cache_clear()
    assert warm_up(SENTENCES) == 5
    assert typesetting.compiler.cache_info().currsize == 1


def test_it_stops_between_two_files_where_serving_is_over() -> None:
    asked: Iterator[bool] = iter([False, False, True])
    assert warm_up(SENTENCES, is_over=lambda: next(asked)) == 2
    assert warm_up(SENTENCES, is_over=lambda: True) == 0


def test_failing_is_logged_without_words_and_disturbs_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise RuntimeError("ひみつの言葉")

    monkeypatch.setattr(hand_outs, "_png", fail)
    with structlog.testing.capture_logs() as logs:
        start_warming(SENTENCES).join()
    assert [one["event"] for one in logs] == ["files_not_warmed_up"]
    assert "ひみつ" not in repr(logs)
