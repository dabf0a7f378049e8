"""Pasted lists: a heading that holds for all, and a card a line. Twenty cards at once on the evening of a fair."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bot.core.calendars import WorkingDays
from bot.core.japanese import is_japanese
from bot.core.meetings.parsing.models import CardList, Caught
from bot.core.meetings.parsing.ports import NameFinder
from bot.core.meetings.parsing.reading import parse_line

MOST_LINES = 500
"""Lines that are read as cards; longer lists are files."""
_BULLET = re.compile(r"^\s*(?:[・･●○◯◆◇■□▪▶►※★☆*＊•‣-]|[(（]?[0-9０-９]{1,3}[)）.．、:：](?![0-9０-９])|[①-⑳])?\s*")
_COLUMN_NAMES = re.compile(
    r"^(?:no\.?|番号|会社名?|企業名?|団体名?|所属|氏名|名前|お名前|担当者名?|役職|肩書き?|部署|電話(?:番号)?"
    r"|メール(?:アドレス)?|住所|備考|メモ"
    r"|company|name|title|person|e-?mail|phone|tel|department|note)$",
    re.IGNORECASE,
)
_CELLS = re.compile(r"\t|,|，|\s*[|｜]\s*")


def parse_lines(text: str, *, on: date, calendar: WorkingDays, names: NameFinder) -> CardList:
    """Read a pasted list typed on the day `on`. Never raises.

    A first line that names an event or a day and nobody is the heading: what it says holds for every card that does not
    say otherwise, and so does a later one for the cards behind it. Blank lines and a line of column names are no cards.
    """
    event: str | None = None
    met_on: date | None = None
    first: tuple[str | None, date | None] | None = None
    cards: list[Caught] = []
    for line in _lines(text):
        caught = parse_line(_spaced(line), on=on, calendar=calendar, names=names)
        if _is_heading(caught, line):
            event, met_on = caught.event or event, caught.met_on or met_on
            first = first or (event, met_on)
            continue
        cards.append(replace(caught, text=line, event=caught.event or event, met_on=caught.met_on or met_on))
    said = first or (None, None)
    return CardList(event=said[0], met_on=said[1], cards=tuple(cards))


def _lines(text: str) -> Iterable[str]:
    count = 0
    for line in text.splitlines():
        plain = _BULLET.sub("", line, count=1).strip(" \t\u3000")
        cells = [cell.strip() for cell in _CELLS.split(plain) if cell.strip()]
        is_columns = len(cells) > 1 and all(_COLUMN_NAMES.match(cell) for cell in cells)
        if not plain or is_columns or not re.search(r"\w", plain):
            continue
        count += 1
        if count > MOST_LINES:
            return
        yield plain


def _spaced(line: str) -> str:
    """Cells of a table are words apart; a comma inside "Co., Ltd." is none."""
    if "\t" in line or "|" in line or "｜" in line:
        return re.sub(r"\t+|\s*[|｜]\s*", "  ", line).strip()
    is_table = is_japanese(line) and re.search("[,，]", line) and not re.search("[、。]", line)
    if is_table:
        return re.sub(r"\"?\s*[,，]\s*\"?", "  ", line).strip('" ')
    return line


def _is_heading(caught: Caught, line: str) -> bool:
    is_nobody = caught.company is None and caught.person is None and caught.title is None
    is_about = caught.event is not None or caught.met_on is not None
    return is_nobody and is_about and caught.next_step is None and len(line) <= 60
