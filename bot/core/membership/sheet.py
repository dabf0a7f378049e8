"""A table of people as text: which column is which, and which line of the file a row begins on."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.messages import Message

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("氏名", "名前", "お名前", "name"),
    "company": ("会社", "会社名", "企業名", "所属", "company"),
    "role": ("役割", "role", "roles"),
    "locale": ("言語", "locale", "language"),
    "time_zone": ("時間帯", "タイムゾーン", "timezone"),
    "works_from": ("勤務開始", "始業", "worksfrom"),
    "works_until": ("勤務終了", "終業", "worksuntil"),
    "works_on": ("曜日", "勤務曜日", "workson"),
    "slack_id": ("Slack ID", "slackのid", "メンバーid", "memberid"),
    "email": ("メール", "メールアドレス", "eメール", "email", "mail"),
    "coordinator": ("担当コーディネーター", "担当", "coordinator"),
}
"""Column → how it may be headed; width, case, spaces, `_` and `-` make no difference. The first is how we call it."""

_DELIMITERS = ",\t;"
_LONGEST_FILE = 20_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One row: its line in the file, from 1, and what stands in the columns that are there."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """The rows that hold anything. `ignored` are headings that mean nothing to us."""

    rows: tuple[Row, ...] = ()
    ignored: tuple[str, ...] = ()
    problems: tuple[Message, ...] = ()


def _key(heading: str) -> str:
    return re.sub(r"[\s_\-\"]", "", unicodedata.normalize("NFKC", heading)).lower()


_BY_HEADING = {_key(heading): column for column, headings in COLUMNS.items() for heading in headings}


def read_sheet(text: str) -> Sheet:
    """Take a table apart: separated by commas, tabs or semicolons, as office programs save it."""
    lines, problems = _split(text.removeprefix("\ufeff"))
    if not lines:
        return Sheet(problems=problems or (Message("people-import-empty"),))
    headings = lines[0][1]
    columns = [_BY_HEADING.get(_key(heading)) for heading in headings]
    problems += _problems_of_headings(columns)
    rows = []
    for number, cells in lines[1:]:
        spilled = [cell for cell in cells[len(columns) :] if cell]
        if spilled:
            problems += (Message("people-import-too-many-cells", {"line": str(number), "value": spilled[0]}),)
        named = {column: cell for column, cell in zip(columns, cells, strict=False) if column}
        rows.append(Row(line=number, cells=named))
    if not rows and not problems:
        problems = (Message("people-import-empty"),)
    ignored = tuple(heading for heading, column in zip(headings, columns, strict=True) if column is None and heading)
    return Sheet(rows=tuple(rows), ignored=ignored, problems=problems)


def knows_heading(text: str) -> bool:
    """True where the first line of a text names people: it was decoded as it was written."""
    first = text.removeprefix("\ufeff").lstrip("\r\n").splitlines()[:1]
    return any(_known(first[0].split(delimiter)) for delimiter in _DELIMITERS) if first else False


def _split(text: str) -> tuple[list[tuple[int, list[str]]], tuple[Message, ...]]:
    """The lines that hold anything, each with its number; and what is wrong where the file breaks off."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    found: list[tuple[int, list[str]]] = []
    begins = 1
    try:
        for cells in reader:
            cleaned = [_clean(cell) for cell in cells]
            if any(cleaned):
                found.append((begins, cleaned))
            if len(found) > _LONGEST_FILE:
                return found, (Message("people-import-too-long", {"limit": _LONGEST_FILE}),)
            begins = reader.line_num + 1
    except csv.Error:
        return found, (Message("people-import-broken-line", {"line": str(begins)}),)
    return found, ()


def _delimiter(text: str) -> str:
    """The separator with which the first line names most of our columns."""
    first = next((line for line in text.splitlines() if line.strip(f" \u3000{_DELIMITERS}")), "")
    return max(_DELIMITERS, key=lambda delimiter: (_known(first.split(delimiter)), delimiter == ","))


def _known(headings: list[str]) -> int:
    return len({_BY_HEADING[key] for heading in headings if (key := _key(heading)) in _BY_HEADING})


def _clean(cell: str) -> str:
    """A cell without what cannot be seen; spaces and line breaks within it become one space each."""
    seen = "".join(" " if one in "\t\r\n" else one for one in cell if one in "\t\r\n" or not _is_hidden(one))
    return re.sub(r"\s+", " ", seen).strip()


def _is_hidden(character: str) -> bool:
    """Control characters, and those that turn or join text: a name may not turn the line it stands in."""
    return unicodedata.category(character) in ("Cc", "Cf")


def _problems_of_headings(columns: list[str | None]) -> tuple[Message, ...]:
    problems = []
    if "name" not in columns:
        problems.append(Message("people-import-no-name-column", {"names": ", ".join(COLUMNS["name"])}))
    if "slack_id" not in columns and "email" not in columns:
        problems.append(Message("people-import-no-key-column"))
    twice = sorted({one for one in columns if one and columns.count(one) > 1})
    problems += [Message("people-import-column-twice", {"column": COLUMNS[one][0]}) for one in twice]
    return tuple(problems)
