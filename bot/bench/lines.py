"""How well typed lines are read, field by field, beside regular expressions alone.

A row of a file is one line: `t`, `on` (the day it was typed) and the eight fields, null where the line does not say
them. A field
is right where it equals the label exactly. `invented` counts fields that were filled although the line does not say
them, of all fields labelled null. `ms_p50` is the median time for one line.
"""

from __future__ import annotations

import json
import re
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bot.bootstrap_meetings import make_line_reader
from bot.core.meetings.parsing.contract import values_of
from bot.core.meetings.parsing.models import FIELDS
from bot.errors import UsageError


@dataclass(frozen=True, slots=True)
class LabelledLine:
    """A line, the day it was typed, and what it says."""

    text: str
    on: date
    fields: Mapping[str, str | None]


def read_lines(path: Path) -> list[LabelledLine]:
    """The rows of a JSON-lines file. Raises UsageError naming the first bad line."""
    try:
        content = path.read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError("meetings-parse-unreadable", path=str(path), reason=error.strerror or "") from error
    rows: list[LabelledLine] = []
    for number, line in enumerate(content.splitlines(), start=1):
        try:
            row = json.loads(line)
            fields: dict[str, str | None] = {name: row[name] for name in FIELDS}
            rows.append(LabelledLine(row["t"], date.fromisoformat(row["on"]), fields))
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError("meetings-parse-bad-line", path=str(path), line=number) from error
    return rows


def measure_lines(
    rows: Sequence[LabelledLine], *, progress: Callable[[int, int], None] | None = None
) -> list[dict[str, Any]]:
    """A row of figures for ours and one for regular expressions alone."""
    read = make_line_reader()
    ours = _measured("minori", rows, lambda text, on: values_of(read(text, on)), progress)
    return [ours, _measured("regex", rows, read_by_regex, None)]


def _measured(
    name: str,
    rows: Sequence[LabelledLine],
    read: Callable[[str, date], Mapping[str, str | None]],
    progress: Callable[[int, int], None] | None,
) -> dict[str, Any]:
    right: dict[str, int] = dict.fromkeys(FIELDS, 0)
    whole = invented = unsaid = 0
    times: list[float] = []
    for index, row in enumerate(rows, start=1):
        start = time.perf_counter()
        values = read(row.text, row.on)
        times.append(time.perf_counter() - start)
        wrong = [field for field in FIELDS if values.get(field) != row.fields[field]]
        for field in FIELDS:
            right[field] += field not in wrong
        whole += not wrong
        unsaid += sum(row.fields[field] is None for field in FIELDS)
        invented += sum(row.fields[field] is None for field in wrong)
        if progress:
            progress(index, len(rows))
    shares = {field: round(count / max(len(rows), 1), 3) for field, count in right.items()}
    figures = {"lines": len(rows), **shares, "all_fields": round(whole / max(len(rows), 1), 3)}
    median = round(statistics.median(times) * 1_000, 2) if times else 0.0
    return {"reader": name, **figures, "invented": invented, "not_said": unsaid, "ms_p50": median}


_COMPANY = re.compile(
    r"(?:株式会社|有限会社|㈱|\(株\)|（株）)[^\sのでと、。]+|[^\s、。のでと]+(?:製作所|工業|精機|電機|銀行|大学|商店"
    r"|株式会社)"
)
_PERSON = re.compile(r"([一-鿿]{1,4})(?:さん|様|氏|部長|課長|社長|先生)|(?:Mr|Ms|Dr)\.? ([A-Z]\w+)")
_TITLE = re.compile(r"社長|部長|課長|係長|主任|専務|常務|教授|工場長|manager|director")
_EVENT = re.compile(r"[^\s、。の]*(?:展示会|商談会|交流会|セミナー|フェア\d*)|[A-Z]\w+ Expo")
_DATE = re.compile(r"(?:(\d{4})[-/年])?(\d{1,2})[-/月](\d{1,2})日?")
_TIME = re.compile(r"(\d{1,2})(?:時|:(\d{2}))")
_WORDS = {"昨日": -1, "今日": 0, "本日": 0, "明日": 1, "yesterday": -1, "today": 0, "tomorrow": 1}


def read_by_regex(text: str, on: date) -> dict[str, str | None]:
    """What half an hour of regular expressions gives: the measure of what the rules add."""
    days = [on + timedelta(days=shift) for word, shift in _WORDS.items() if word in text]
    for year, month, day in _DATE.findall(text):
        try:
            days.append(date(int(year or on.year), int(month), int(day)))
        except ValueError:
            continue
    met = next((day for day in days if day <= on), None)
    due = next((day for day in days if day > on), None)
    person, clock = _PERSON.search(text), _TIME.search(text)
    sentences = [one for one in re.split(r"[。.]", text) if one.strip()]
    return {
        "company": _first(_COMPANY, text),
        "person": (person[1] or person[2]) if person else None,
        "title": _first(_TITLE, text),
        "event": _first(_EVENT, text),
        "met_on": met.isoformat() if met else None,
        "next_step": re.sub(_DATE, "", sentences[-1]).strip() if len(sentences) > 1 else None,
        "due_on": due.isoformat() if due else None,
        "due_time": f"{int(clock[1]):02}:{clock[2] or '00'}" if clock else None,
    }


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return found[0] if found else None
