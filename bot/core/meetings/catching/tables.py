"""A participant list as people keep it: where its header is, which column is which, which rows are people.

A table is a list of cards where it has a column of firms and one of people, or one of the two with titles. Columns of
telephone numbers and mail addresses are not read at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.core.meetings.catching.models import MOST_CARDS, Card
from bot.core.meetings.catching.ports import Table

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "company": (
        "会社名",
        "会社",
        "企業名",
        "企業",
        "社名",
        "貴社名",
        "御社名",
        "勤務先",
        "団体名",
        "法人名",
        "組織名",
        "機関名",
        "会社名団体名",
        "会社団体名",
        "企業団体名",
        "所属先",
        "所属機関",
        "所属",
        "ご所属",
        "company",
        "companyname",
        "organization",
        "organisation",
        "affiliation",
        "employer",
    ),
    "person": (
        "氏名",
        "お名前",
        "名前",
        "担当者",
        "担当者名",
        "ご担当者",
        "ご担当者名",
        "ご担当者様",
        "参加者",
        "参加者名",
        "参加者氏名",
        "出席者",
        "出席者名",
        "来場者名",
        "ご芳名",
        "御芳名",
        "name",
        "fullname",
        "contact",
        "contactname",
        "contactperson",
        "attendee",
        "participant",
    ),
    "family": ("姓", "名字", "苗字", "lastname", "familyname", "surname"),
    "given": ("名", "firstname", "givenname"),
    "department": ("部署", "部署名", "所属部署", "部門", "部課名", "department", "division", "section"),
    "title": (
        "役職",
        "役職名",
        "部署役職",
        "部署名役職",
        "役職部署",
        "肩書",
        "肩書き",
        "職位",
        "職名",
        "title",
        "jobtitle",
        "position",
        "role",
    ),
    "note": ("備考", "メモ", "特記事項", "コメント", "話題", "ご関心", "note", "notes", "memo", "remarks", "comment"),
    "event": ("イベント", "イベント名", "展示会", "展示会名", "催事名", "event", "eventname"),
    "met_on": ("名刺交換日", "交換日", "面談日", "来場日", "訪問日", "日付", "日にち", "date", "meton"),
}
"""Column → how it may be headed; width, case, spaces, brackets and a line break make no difference."""

_HEADER_WITHIN = 20
_LONGEST = 200
_TOTALS = re.compile(r"^(合計|総計|小計|計|以上|件数|total|subtotal|end)([\s::(（0-9].*)?$", re.IGNORECASE)
_HONORIFIC = re.compile(r"[\s\u3000]*(様|さん|殿|氏)$")
_READING = re.compile(r"[\s\u3000]*[(（][\u3040-\u30ff\uff65-\uff9f\s\u3000]+[)）]$")
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """The cards of a file. `above` are the words over the tables: most often the event and its day."""

    cards: tuple[Card, ...]
    too_many: int
    above: str


def cards_in(tables: Iterable[Table]) -> Found | None:
    """The cards of all tables that are lists of people, in their order; None where none is."""
    cards: list[Card] = []
    above: list[str] = []
    is_list = False
    for table in tables:
        header = _header(table.rows)
        if header is None:
            continue
        is_list = True
        number, columns = header
        above += [cell for row in table.rows[:number] for cell in dict.fromkeys(row) if cell]
        cards += _cards(table.rows[number + 1 :], columns, table.rows[number])
    if not is_list:
        return None
    numbered = tuple(_numbered(cards[:MOST_CARDS]))
    return Found(cards=numbered, too_many=max(0, len(cards) - MOST_CARDS), above=" ".join(above)[:_LONGEST])


def knows_heading(cells: Iterable[str]) -> int:
    """How many columns of ours these cells head: with it a reader sees that it has split a line rightly."""
    return len({_BY_HEADING[key] for cell in cells if (key := _key(cell)) in _BY_HEADING})


def person_as_written(text: str) -> str:
    """A name without its honorific, and without its reading in brackets where that is all kana."""
    return _HONORIFIC.sub("", _READING.sub("", _HONORIFIC.sub("", text.strip()))).strip()


def _key(heading: str) -> str:
    plain = unicodedata.normalize("NFKC", heading).lower()
    return re.sub(r"\(.*?\)|【.*?】|[\s_\-・/*※:\"']", "", plain)


_BY_HEADING = {_key(heading): column for column, headings in COLUMNS.items() for heading in headings}


def _header(rows: Sequence[Sequence[str]]) -> tuple[int, Mapping[int, str]] | None:
    """The row that heads the most columns of ours among the first ones, the first of equals; None for no list."""
    best: tuple[int, Mapping[int, str]] | None = None
    for number, row in enumerate(rows[:_HEADER_WITHIN]):
        columns = _columns(row)
        if _is_list(set(columns.values())) and (best is None or len(columns) > len(best[1])):
            best = number, columns
    return best


def _columns(row: Sequence[str]) -> Mapping[int, str]:
    """Place → column, each column once. 所属 beside 会社名 is the department."""
    columns: dict[int, str] = {}
    for place, cell in enumerate(row):
        column = _BY_HEADING.get(_key(cell))
        if column and column not in columns.values():
            columns[place] = column
        elif column == "company" and "department" not in columns.values():
            columns[place] = "department"
    return _affiliation_last(columns, row)


def _affiliation_last(columns: dict[int, str], row: Sequence[str]) -> Mapping[int, str]:
    """Where 所属 stands before 会社名, the two change places."""
    swapped = {"company": "department", "department": "company"}
    first = next((place for place, column in columns.items() if column == "company"), None)
    second = next((place for place, column in columns.items() if column == "department"), None)
    if first is None or second is None or _key(row[first]) not in ("所属", "ご所属", "affiliation"):
        return columns
    if _BY_HEADING.get(_key(row[second])) != "company":
        return columns
    return {place: swapped.get(column, column) for place, column in columns.items()}


def _is_list(columns: set[str]) -> bool:
    has_person = bool(columns & {"person", "family"})
    return (has_person and "company" in columns) or (
        bool(columns & {"person", "family", "company"}) and "title" in columns
    )


def _cards(rows: Iterable[Sequence[str]], columns: Mapping[int, str], header: Sequence[str]) -> Iterator[Card]:
    for row in rows:
        if list(row) == list(header) or _is_total(row):
            continue
        cells = {column: row[place][:_LONGEST].strip() for place, column in columns.items() if place < len(row)}
        card = _card(cells)
        if card.is_named:
            yield card


def _is_total(row: Sequence[str]) -> bool:
    first = next((cell for cell in row if cell.strip()), "")
    return bool(_TOTALS.match(unicodedata.normalize("NFKC", first).strip()))


def _card(cells: Mapping[str, str]) -> Card:
    person = cells.get("person") or " ".join(filter(None, (cells.get("family"), cells.get("given"))))
    title = " ".join(filter(None, (cells.get("department"), cells.get("title"))))
    return Card(
        number=0,
        partner=cells.get("company", ""),
        contact=person_as_written(person),
        title=title,
        note=cells.get("note", ""),
        event=cells.get("event", ""),
        met_on=_day(cells.get("met_on", "")),
    )


def _day(text: str) -> date | None:
    found = _DAY.search(unicodedata.normalize("NFKC", text))
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _numbered(cards: Sequence[Card]) -> Iterator[Card]:
    yield from (replace(card, number=number) for number, card in enumerate(cards, start=1))
