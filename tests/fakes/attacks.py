"""The attack inputs of tests/data/attacks as values."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bot.core.answering.claims import PassageText

_FOLDER = Path(__file__).parents[1] / "data" / "attacks"


def rows(name: str) -> list[dict[str, Any]]:
    """The lines of `tests/data/attacks/<name>.jsonl`."""
    return [json.loads(line) for line in (_FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def passages() -> dict[str, PassageText]:
    """The three passages that every claim of the attack files is checked against, by key."""
    return {row["key"]: PassageText(**row) for row in rows("passages")}


def claim_line(row: dict[str, Any]) -> str:
    """The line a model would write for this row."""
    return json.dumps({name: row[name] for name in ("claim", "quote", "source")}, ensure_ascii=False) + "\n"
