"""What a program says of its memory is its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

HUNDRED_MB = 100_000_000
SAYS = "from bot.peak_memory import peak_bytes; print(peak_bytes())"


def said_by(program: str) -> int:
    return int(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout)


def test_what_was_taken_and_given_back_still_counts() -> None:
    assert said_by(SAYS) < HUNDRED_MB
    assert said_by(f"taken = bytearray({HUNDRED_MB}); del taken; {SAYS}") > HUNDRED_MB


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux hands a parent's peak on")
def test_a_small_program_started_by_a_large_one_is_small() -> None:
    taken = bytearray(3 * HUNDRED_MB)
    assert said_by(SAYS) < HUNDRED_MB < len(taken)
