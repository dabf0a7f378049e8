"""How well specification talk is told from a customer's value, by trade.

A row of a file is one line: `t`, `trade` and `needs_question` (true for specification talk). Of the sentences that got
a question, `precision` is the share that should; of those that should, `recall` is the share that did. Both are null
where there is nothing to divide by. `ms_p50` and `ms_p95` are the times for one sentence, the question included.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.bootstrap_listening import make_listener
from bot.errors import UsageError


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """A sentence, the trade it is from, and whether it is specification talk."""

    text: str
    trade: str
    needs_question: bool


@dataclass(frozen=True, slots=True)
class _Tried:
    row: LabelledSentence
    got: bool
    took_ms: float


def read_sentences(path: Path) -> list[LabelledSentence]:
    """The rows of a JSON-lines file. Raises UsageError naming the first bad line."""
    try:
        content = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = (error.strerror or "") if isinstance(error, OSError) else "UTF-8"
        raise UsageError("coach-check-unreadable", path=str(path), reason=reason) from error
    rows: list[LabelledSentence] = []
    for number, line in enumerate(content.splitlines(), start=1):
        try:
            row = json.loads(line)
            if not isinstance(row["t"], str) or not isinstance(row["needs_question"], bool):
                raise ValueError("t")
            rows.append(LabelledSentence(row["t"], str(row["trade"]), row["needs_question"]))
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError("bench-listening-bad-line", path=str(path), line=number) from error
    return rows


def measure_listening(
    rows: Sequence[LabelledSentence], *, progress: Callable[[int, int], None] | None = None
) -> list[dict[str, Any]]:
    """A row of figures for each trade, and one for all of them. The trade is not told to the listener."""
    listener = make_listener()
    listener.hear("最初の文で辞書を開きます。")
    tried: list[_Tried] = []
    for index, row in enumerate(rows, start=1):
        start = time.perf_counter()
        got = listener.hear(row.text).needs_question
        tried.append(_Tried(row, got, (time.perf_counter() - start) * 1_000))
        if progress:
            progress(index, len(rows))
    trades = list(dict.fromkeys(row.trade for row in rows))
    return [
        *(_figures(trade, [one for one in tried if one.row.trade == trade]) for trade in trades),
        _figures("all", tried),
    ]


def _figures(trade: str, tried: Sequence[_Tried]) -> dict[str, Any]:
    right = sum(one.got and one.row.needs_question for one in tried)
    times = sorted(one.took_ms for one in tried) or [0.0]
    return {
        "trade": trade,
        "sentences": len(tried),
        "precision": _share(right, sum(one.got for one in tried)),
        "recall": _share(right, sum(one.row.needs_question for one in tried)),
        "ms_p50": round(statistics.median(times), 2),
        "ms_p95": round(times[min(len(times) - 1, int(len(times) * 0.95))], 2),
    }


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None
