"""Walks an HTML tree and collects blocks."""

from __future__ import annotations

import re
from typing import Any

from bot.core.guides.characters import is_japanese, one_line
from bot.core.guides.lines import ends_sentence, join
from bot.core.guides.models import Block, BlockKind
from bot.core.guides.tables import table_rows

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset({
    "p", "div", "section", "article", "main", "body", "ul", "ol", "dl", "blockquote", "pre", "address",
    "figure", "figcaption", "details", "summary", "fieldset", "center", "hr", "caption", "tbody", "thead", "tr",
    "td", "th", "table", "html", "legend",
})  # fmt: skip
_SKIPPED = frozenset({"rt", "rp", "caption"})
_DEEPEST = 200


class Walker:
    """Collects blocks from an element and everything below it, in document order."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._text = self._label = ""
        self._kind, self._level = BlockKind.PARAGRAPH, 0
        self._lists: list[tuple[str, int]] = []

    def walk(self, element: Any) -> None:
        """Add the blocks of an element."""
        self._inside(element, 0)
        self._flush()

    def _flush(self) -> None:
        text = one_line(self._text)
        if text:
            text, self._label = self._label + text, ""
            self.blocks.append(Block(kind=self._kind, text=text, level=self._level))
            if self._kind is BlockKind.HEADING or self._kind is BlockKind.LIST_ITEM:
                # What follows inside the same item, in paragraphs of its own, is running text again.
                self._kind, self._level = BlockKind.PARAGRAPH, 0
        self._text = ""

    def _inside(self, element: Any, depth: int) -> None:
        if depth > _DEEPEST:
            # Nobody writes HTML this deep; its words are kept, its structure is not.
            self._add(element.text_content())
            return
        self._add(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self._element(child, depth + 1)
            self._add(child.tail)

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if "\n" in text:
            # A line break in the source between two Japanese characters is no space.
            for place, part in enumerate(re.split(r"[ \t]*\n\s*", text)):
                self._text = join(self._text, part) if place and part else self._text + part
            if re.search(r"\s$", text) and self._text and not is_japanese(self._text[-1:]):
                self._text += " "
        else:
            self._text += text

    def _element(self, element: Any, depth: int) -> None:
        tag = element.tag.lower()
        if tag in _SKIPPED:
            return
        if tag == "br":
            self._break()
        elif tag in _HEADINGS:
            self._own(element, depth, BlockKind.HEADING, _HEADINGS[tag])
        elif tag in {"ul", "ol"}:
            self._list(element, depth, tag)
        elif tag == "li":
            self._item(element, depth)
        elif tag in {"dt", "dd"}:
            self._own(element, depth, BlockKind.LIST_ITEM if tag == "dd" else BlockKind.PARAGRAPH, int(tag == "dd"))
        elif tag == "table":
            self._table(element, depth)
        elif tag in _BLOCKS:
            self._flush()
            self._inside(element, depth)
            self._flush()
        else:
            self._inside(element, depth)

    def _break(self) -> None:
        """One <br> inside a paragraph: a sentence end stays together with what follows, words are parted by a space."""
        text = self._text.rstrip()
        if text and not ends_sentence(text):
            self._text = text + " "

    def _own(self, element: Any, depth: int, kind: BlockKind, level: int) -> None:
        self._flush()
        self._kind, self._level = kind, level
        self._inside(element, depth)
        self._flush()
        self._kind, self._level = BlockKind.PARAGRAPH, 0

    def _list(self, element: Any, depth: int, tag: str) -> None:
        self._flush()
        start = element.get("start", "1")
        self._lists.append((tag, int(start) - 1 if start.isdecimal() and len(start) < 6 else 0))
        self._inside(element, depth)
        self._flush()
        self._lists.pop()

    def _item(self, element: Any, depth: int) -> None:
        self._flush()
        self._kind, self._level = BlockKind.LIST_ITEM, max(1, len(self._lists))
        if self._lists and self._lists[-1][0] == "ol":
            number = self._lists[-1][1] + 1
            self._lists[-1] = ("ol", number)
            self._label = f"{number}. "
        self._inside(element, depth)
        self._flush()
        self._label = ""
        self._kind, self._level = BlockKind.PARAGRAPH, 0

    def _table(self, element: Any, depth: int) -> None:
        self._flush()
        for caption in element.findall("caption"):
            self._own(caption, depth, BlockKind.PARAGRAPH, 0)
        rows = element.xpath("./tr|./thead/tr|./tbody/tr|./tfoot/tr")
        if _is_layout(element, rows):
            self._inside(element, depth)
            self._flush()
            return
        grid = _grid(rows)
        explicit = (
            bool(rows) and len(rows[0]) > 1 and all(cell.tag == "th" for cell in rows[0] if isinstance(cell.tag, str))
        )
        texts = table_rows(grid, header=True if explicit else None)
        self.blocks += [Block(kind=BlockKind.TABLE_ROW, text=one_line(text)) for text in texts]


def _is_layout(table: Any, rows: list[Any]) -> bool:
    """A table that only puts things beside each other: one column, nested tables, or whole paragraphs in its cells."""
    if table.get("role") == "presentation" or table.xpath(".//table"):
        return True
    cells = table.xpath(".//td|.//th")
    if not cells or max((len(row.xpath("./td|./th")) for row in rows), default=0) < 2:
        return True
    blocks = table.xpath(".//h1|.//h2|.//h3|.//h4")
    return bool(blocks) or (len(rows) <= 1 and not table.xpath(".//th"))


def _grid(rows: list[Any]) -> list[list[str]]:
    """Cells by row and column; a cell over several rows stands in each, one over several columns only in its first."""
    grid: list[list[str]] = []
    below: dict[int, tuple[int, str]] = {}
    for row in rows:
        texts: list[str] = []
        for cell in row.xpath("./td|./th"):
            while len(texts) in below:
                texts.append(_from_above(below, len(texts)))
            text = cell_text(cell)
            down, across = _span(cell.get("rowspan")), _span(cell.get("colspan"))
            for extra in range(across):
                if down > 1:
                    below[len(texts)] = (down - 1, text if extra == 0 else "")
                texts.append(text if extra == 0 else "")
        while len(texts) in below:
            texts.append(_from_above(below, len(texts)))
        grid.append(texts)
    return grid


def _from_above(below: dict[int, tuple[int, str]], column: int) -> str:
    left, text = below.pop(column)
    if left > 1:
        below[column] = (left - 1, text)
    return text


def _span(value: str | None) -> int:
    return min(int(value), 50) if value and value.isdecimal() and len(value) < 6 and int(value) > 0 else 1


def cell_text(cell: Any) -> str:
    """The words of one cell on one line."""
    walker = Walker()
    walker.walk(cell)
    return " ".join(block.text for block in walker.blocks)
