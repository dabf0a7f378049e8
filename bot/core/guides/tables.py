"""Tables as sentences: 「列名: 値 / 列名: 値」, one line for each row."""

from __future__ import annotations

import re
from collections.abc import Sequence

Grid = Sequence[Sequence[str]]

_FIGURE = re.compile(
    r"[-+△▲(（]?[¥￥$€£]?\s*[\d０-９][\d０-９,.，．/:年月日時分 -]*\s*"
    r"(?:[%％円人社件個台点名回歳]|千円|万円|億円|kg|mm|cm)?[)）]?"
)
_LABELS = frozenset({
    "No", "No.", "amount", "category", "date", "description", "id", "item", "name", "note", "price", "quantity",
    "total", "type", "value", "住所", "備考", "内容", "分類", "区分", "単価", "名前", "名称", "品名", "地域",
    "年", "年度", "担当", "数量", "日付", "月", "期限", "氏名", "番号", "種別", "説明", "金額", "電話", "項目",
})  # fmt: skip
_LONGEST_HEADER = 30


def table_rows(grid: Grid, *, header: bool | None = None) -> list[str]:
    """The rows as text. `header`: the first row names the columns; None: find out."""
    width = max((len(row) for row in grid), default=0)
    rows = [[cell.strip() for cell in row] + [""] * (width - len(row)) for row in grid]
    rows = [row for row in rows if any(row)]
    if not rows:
        return []
    if header is None:
        header = looks_like_header(rows)
    if header and len(rows) > 1:
        return [text for row in rows[1:] if (text := named_row(rows[0], row))]
    if all(len(_filled(row)) <= 2 for row in rows) and _is_pairs(rows):
        return [": ".join(_filled(row)) for row in rows]
    return [" / ".join(_filled(row)) for row in rows]


def named_row(header: Sequence[str], row: Sequence[str]) -> str:
    """「列名: 値 / 列名: 値」; empty cells are left out, values without a name stand alone."""
    parts = []
    for place, value in enumerate(row):
        name = header[place].strip().rstrip(":：") if place < len(header) else ""
        if value:
            parts.append(f"{name}: {value}" if name and name != value else value)
    return " / ".join(parts)


def looks_like_header(rows: Grid) -> bool:
    """True where the first row names the columns: short, distinct, without figures, unlike the rows below it."""
    first, below = rows[0], rows[1:]
    names = _filled(first)
    if not below or len(names) < 2 or len(set(names)) < len(names) or len(names) < len(first) - 1:
        return False
    if any(is_figure(name) or len(name) > _LONGEST_HEADER for name in names):
        return False
    known = sum(name.lower() in _LABELS for name in names)
    if len(first) == 2:
        # Two columns are more often label and value than a list under a header.
        return (
            known == 2 or (known >= 1 and len(below) > 1) or all(is_figure(row[-1]) for row in below if len(row) == 2)
        )
    return True


def is_figure(text: str) -> bool:
    """True for a number, an amount, a date or a share."""
    return _FIGURE.fullmatch(text.strip()) is not None


def _filled(row: Sequence[str]) -> list[str]:
    return [cell for cell in row if cell]


def _is_pairs(rows: Grid) -> bool:
    """Label and value in each row: labels short, distinct, and no figures."""
    labels = [_filled(row)[0] for row in rows if len(_filled(row)) == 2]
    fit = [label for label in labels if len(label) <= _LONGEST_HEADER and not is_figure(label)]
    return bool(labels) and len(set(labels)) == len(labels) and len(fit) == len(labels)
