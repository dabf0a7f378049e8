"""The measurement of the files of a card: every round another card, every baseline held against the same file."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.bench import sheets
from bot.bench.sheet_samples import LONGEST, long_card, numbered, typical_card
from bot.core.coaching.cards.models import CardField


def test_every_round_makes_another_card_of_the_same_kind() -> None:
    first, second = numbered(typical_card(), 1), numbered(typical_card(), 2)
    assert first.entry(CardField.WHO).words != second.entry(CardField.WHO).words
    assert first.entry(CardField.TRL) == second.entry(CardField.TRL)
    assert sheets.maker("md", first)() != sheets.maker("md", second)()


def test_the_long_card_is_as_long_as_answers_may_be() -> None:
    words = [entry.words for name, entry in numbered(long_card(), 7).entries.items() if name is not CardField.TRL]
    assert sorted({len(one) for one in words})[-1] == LONGEST
    assert sum(len(one) == LONGEST for one in words) >= 15


def test_a_baseline_is_held_against_the_same_file_of_the_typical_card() -> None:
    rows = [
        {"system": "minori", "file": "png", "card": "typical", "p50_ms": 50.0},
        {"system": "minori", "file": "png", "card": "long", "p50_ms": 200.0},
        {"system": "libreoffice", "file": "png", "card": "typical", "p50_ms": 2000.0},
    ]
    assert sheets._ratios(rows) == [{"ratio": "libreoffice / minori", "file": "png", "times": 40.0}]


def test_without_libreoffice_there_is_no_row_of_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert sheets._office() == []
