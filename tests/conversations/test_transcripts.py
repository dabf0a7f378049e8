"""Every transcript of this folder, played over the real application."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.adapters.sentences import FluentSentences
from bot.bootstrap import load_bundled, open_application, open_library
from bot.cli.console import Terminal
from bot.core.clock import VirtualClock
from bot.settings import Settings
from tests.conversations.transcripts import Player, Transcript, transcripts

WRITTEN = transcripts(Path(__file__).parent)


def play(transcript: Transcript, data: Path, sentences: FluentSentences) -> None:
    """Play it over a data folder."""
    settings = Settings(data_dir=data, locale=transcript.locale) if transcript.locale else Settings(data_dir=data)
    clock = VirtualClock(transcript.starts_at)
    with open_library(settings, clock=clock) as library:
        load_bundled(library)
        with open_application(library) as application:
            Player(application, Terminal(settings, sentences), clock).play(transcript)


@pytest.mark.parametrize("name", WRITTEN)
def test_transcript(name: str, used_data: Path, sentences: FluentSentences) -> None:
    play(WRITTEN[name], used_data, sentences)


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "not_in_guides"},
        {"cites": ["iso-56002-map"]},
        {"heading": "どこにもない見出し"},
        {"says_first": "answer-expired"},
        {"offers": ["person"]},
        {"text_lacks": ["実証シート"]},
        {"told": "chat-help"},
        {"waiting": 1},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_a_transcript_that_is_not_so_fails(
    wrong: dict[str, object], used_data: Path, sentences: FluentSentences
) -> None:
    written = {"about": "x", "steps": [{"says": "実証シートには何を書きますか？", "sees": wrong}]}
    with pytest.raises(AssertionError):
        play(Transcript.model_validate(written), used_data, sentences)


def test_a_transcript_with_an_unknown_word_fails() -> None:
    with pytest.raises(ValidationError):
        Transcript.model_validate({"about": "x", "steps": [{"says": "x", "sees": {"stat": "answered"}}]})


def test_there_are_transcripts() -> None:
    assert len(WRITTEN) >= 14
