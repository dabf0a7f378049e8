"""The rows of a table of people as typed entries. Whatever cannot be read is named with its line, all at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import time
from typing import TypeVar

from bot.core.membership.cells import (
    days_of,
    email_of,
    locale_of,
    none_is_meant,
    roles_of,
    slack_id_of,
    time_of,
    time_zone_of,
)
from bot.core.membership.sheet import COLUMNS, Row, Sheet
from bot.core.messages import Locale, Message
from bot.core.people import Role

_LONGEST_NAME = 100

Value = TypeVar("Value")


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One row. None and "" say nothing: what is known stays; `company` and `coordinator` "" say that there is none."""

    line: int
    slack_id: str = ""
    email: str = ""
    name: str = ""
    company: str | None = None
    roles: frozenset[Role] | None = None
    locale: Locale | None = None
    time_zone: str | None = None
    works_from: time | None = None
    works_until: time | None = None
    works_on: frozenset[int] | None = None
    coordinator: str | None = None


def read_entries(sheet: Sheet) -> tuple[list[Entry], list[Message]]:
    """Every row that can be read, and every problem of every row."""
    problems: list[Message] = []
    entries = [_Reading(row, problems).entry() for row in sheet.rows]
    problems += _twice(entries, "slack_id", lambda entry: entry.slack_id)
    problems += _twice(entries, "email", lambda entry: entry.email)
    return entries, problems


class _Reading:
    """Reads one row and notes what is wrong with it."""

    def __init__(self, row: Row, problems: list[Message]) -> None:
        self._row, self._problems = row, problems

    def entry(self) -> Entry:
        row = self._row
        if not row.cells.get("slack_id") and not row.cells.get("email"):
            self._wrong(Message("people-import-no-key", {"line": str(row.line)}))
        return Entry(
            line=row.line,
            slack_id=self._value("slack_id", slack_id_of, "people-import-slack-id") or "",
            email=self._value("email", email_of, "people-import-email") or "",
            name=self._words("name") or "",
            company=self._words("company"),
            roles=self._value("role", roles_of, "people-import-role"),
            locale=self._value("locale", locale_of, "people-import-locale"),
            time_zone=self._value("time_zone", time_zone_of, "people-import-time-zone"),
            works_from=self._value("works_from", time_of, "people-import-time"),
            works_until=self._value("works_until", time_of, "people-import-time"),
            works_on=self._value("works_on", days_of, "people-import-days"),
            coordinator=self._words("coordinator"),
        )

    def _value(self, column: str, read: Callable[[str], Value | None], key: str) -> Value | None:
        cell = self._row.cells.get(column, "")
        value = read(cell) if cell else None
        if cell and value is None:
            self._wrong(
                Message(key, {"line": str(self._row.line), "column": COLUMNS[column][0], "value": _short(cell)})
            )
        return value

    def _words(self, column: str) -> str | None:
        """Words as they are; "" where somebody wrote that there is none."""
        cell = self._row.cells.get(column, "")
        if column != "name" and cell and none_is_meant(cell):
            return ""
        if len(cell) > _LONGEST_NAME:
            where = {"line": str(self._row.line), "column": COLUMNS[column][0]}
            self._wrong(Message("people-import-cell-too-long", {**where, "limit": _LONGEST_NAME}))
        return cell or None

    def _wrong(self, problem: Message) -> None:
        self._problems.append(problem)


def _twice(entries: Sequence[Entry], column: str, value_of: Callable[[Entry], str]) -> Iterator[Message]:
    first: dict[str, int] = {}
    for entry in entries:
        value = value_of(entry)
        if value and value in first:
            arguments = {
                "line": str(entry.line),
                "first": str(first[value]),
                "column": COLUMNS[column][0],
                "value": value,
            }
            yield Message("people-import-twice", arguments)
        elif value:
            first[value] = entry.line


def _short(cell: str) -> str:
    return cell if len(cell) <= 40 else f"{cell[:40]}…"
