"""Every transcript of this folder, played over the whole of it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.chat.player import play
from tests.chat.transcripts import transcripts

pytestmark = pytest.mark.loopback
WRITTEN = transcripts(Path(__file__).parent)


@pytest.mark.parametrize("name", WRITTEN)
def test_transcript(name: str, used_data: Path) -> None:
    print(asyncio.run(play(WRITTEN[name], used_data)))  # noqa: T201 - shown where the test fails
