"""Word: paragraphs, lists, tables and text boxes in document order, straight from the XML.

Read without python-docx, which skips text boxes, equations and content controls and keeps deleted text apart poorly.
Element names are compared without their namespace, since "strict" files use another one (ISO/IEC 29500, part 1).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bot.adapters.document_readers.docx_styles import Look, Numbering, Styles
from bot.adapters.document_readers.ooxml import Package, core_details
from bot.adapters.document_readers.xml_names import attribute, child, local
from bot.core.guides.characters import one_line
from bot.core.guides.lines import ends_sentence
from bot.core.guides.markers import HEADED, mark_of
from bot.core.guides.models import Block, BlockKind, ExtractedDocument
from bot.core.guides.tables import table_rows
from bot.errors import DocumentRefused

_SKIPPED = frozenset({
    "del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback", "rt", "pPr", "rPr", "sdtPr",
    "sectPr", "txbxContent", "footnoteReference", "endnoteReference", "annotationRef", "commentReference",
})  # fmt: skip
_BOLD_HEADING_LIMIT = 40


def read(content: bytes, *, encoding: str | None) -> ExtractedDocument:
    """Raises whatever zipfile and lxml raise on a damaged file."""
    del encoding
    package = Package(content)
    main = package.main_part("word/document.xml")
    body = child(package.xml(main), "body")
    if body is None:
        raise DocumentRefused("refused-damaged")
    blocks = list(_Reader(package, main).blocks(body))
    if not any(block.kind is BlockKind.HEADING for block, _ in blocks):
        blocks = [(_as_heading(block, bold), bold) for block, bold in blocks]
    return ExtractedDocument(blocks=tuple(block for block, _ in blocks), details=core_details(content))


def _as_heading(block: Block, bold: bool) -> Block:
    """For documents without heading styles: short bold or marked lines are what their author meant as headings."""
    if block.kind is not BlockKind.PARAGRAPH or len(block.text) > _BOLD_HEADING_LIMIT or ends_sentence(block.text):
        return block
    marked = mark_of(block.text).sort in HEADED
    return replace(block, kind=BlockKind.HEADING, level=1 if marked else 2) if marked or bold else block


class _Reader:
    def __init__(self, package: Package, main: str) -> None:
        self._styles = Styles(_part(package, main, "styles"))
        self._numbering = Numbering(_part(package, main, "numbering"))

    def blocks(self, container: Any) -> Iterator[tuple[Block, bool]]:
        """The blocks of a body, cell, content control or text box, each with whether all of it is bold."""
        for element in container:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from self._table(element)
            elif name == "sdt":
                if not _is_contents(element):
                    yield from self.blocks(_or_empty(child(element, "sdtContent")))
            elif name in {"ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice"}:
                yield from self.blocks(element)

    def _paragraph(self, paragraph: Any) -> Iterator[tuple[Block, bool]]:
        look = self._styles.look(paragraph)
        if look.is_contents:
            return
        text = one_line(paragraph_text(paragraph))
        if text:
            yield self._block(text, look), look.bold or _all_bold(paragraph)
        for box in _text_boxes(paragraph):
            yield from self.blocks(box)

    def _block(self, text: str, look: Look) -> Block:
        label = self._numbering.label(look.list_id, look.list_level) if look.list_id else ""
        if look.heading:
            return Block(kind=BlockKind.HEADING, text=f"{label} {text}".strip(), level=look.heading)
        if look.list_id and self._numbering.is_list(look.list_id):
            return Block(kind=BlockKind.LIST_ITEM, text=f"{label} {text}".strip(), level=look.list_level + 1)
        mark = mark_of(text)
        if mark.sort == "bullet":
            return Block(kind=BlockKind.LIST_ITEM, text=mark.rest, level=1)
        return Block(kind=BlockKind.PARAGRAPH, text=text)

    def _table(self, table: Any) -> Iterator[tuple[Block, bool]]:
        grid: list[list[str]] = []
        nested: list[Any] = []
        rows = [row for row in _rows(table) if not _is_deleted(row)]
        for row in rows:
            cells: list[str] = []
            for cell in _cells(row):
                properties = child(cell, "tcPr")
                texts = [block.text for block, _ in self._cell_blocks(cell, nested)]
                cells.append("" if _goes_on_from_above(properties) else " ".join(texts))
                cells += [""] * (_span(properties) - 1)
            grid.append(cells)
        if max((sum(1 for cell in row if cell) for row in grid), default=0) < 2:
            # One column: a frame around text, not a table.
            for row in rows:
                for cell in _cells(row):
                    yield from self.blocks(cell)
            return
        width = max(len(row) for row in grid)
        for text in table_rows([row + [""] * (width - len(row)) for row in grid]):
            yield Block(kind=BlockKind.TABLE_ROW, text=text), False
        for inner in nested:
            yield from self._table(inner)

    def _cell_blocks(self, cell: Any, nested: list[Any]) -> Iterator[tuple[Block, bool]]:
        for element in cell:
            if local(element) == "tbl":
                nested.append(element)
            elif local(element) == "p":
                yield from self._paragraph(element)
            elif local(element) == "sdt":
                yield from self._cell_blocks(_or_empty(child(element, "sdtContent")), nested)


def paragraph_text(element: Any) -> str:
    """The words of a paragraph: links and equations included; deleted, hidden and instruction text left out."""
    parts: list[str] = []
    for node in element:
        name = local(node)
        if name in _SKIPPED or (name == "r" and _is_hidden(node)):
            continue
        if name == "t":
            parts.append(node.text or "")
        elif name in {"tab", "br", "cr", "ptab"}:
            parts.append(" ")
        elif name == "noBreakHyphen":
            parts.append("-")
        else:
            parts.append(_formula(node, name) or paragraph_text(node))
    return "".join(parts)


def _formula(node: Any, name: str) -> str:
    """Fractions, powers, indices and roots on one line: (1)/(2), x^2, x_1, √(2); "" for anything else."""
    if name not in {"f", "sSup", "sSub", "rad"}:
        return ""
    parts = {local(inner): paragraph_text(inner) for inner in node}
    if name == "f":
        return f"({parts.get('num', '')})/({parts.get('den', '')})"
    if name == "rad":
        return f"{parts.get('deg', '')}√({parts.get('e', '')})"
    sign, mark = ("^", "sup") if name == "sSup" else ("_", "sub")
    raised = parts.get(mark, "")
    return f"{parts.get('e', '')}{sign}{raised if len(raised) == 1 else f'({raised})'}"


def _part(package: Package, main: str, kind: str) -> Any | None:
    found = package.related(main, kind)
    return package.xml(found[0]) if found else None


def _or_empty(element: Any | None) -> Any:
    return () if element is None else element


def _is_contents(element: Any) -> bool:
    """A content control that holds the table of contents."""
    return any(
        attribute(node, "val") == "Table of Contents" for node in element.iter() if local(node) == "docPartGallery"
    )


def _text_boxes(paragraph: Any) -> list[Any]:
    """Text boxes of a paragraph, each once: Word writes every box twice, for new and for old readers (Fallback)."""
    boxes: list[Any] = []
    for node in paragraph.iter():
        if local(node) == "txbxContent":
            above = [local(other) for other in node.iterancestors()]
            depth = above.index("p") if "p" in above else 0
            if "Fallback" not in above and not any(name == "txbxContent" for name in above[:depth]):
                boxes.append(node)
    return [box for box in boxes if not any(box in other.iterdescendants() for other in boxes)]


def _is_hidden(run: Any) -> bool:
    properties = child(run, "rPr")
    vanish = child(properties, "vanish") if properties is not None else None
    return vanish is not None and attribute(vanish, "val") not in {"0", "false"}


def _all_bold(paragraph: Any) -> bool:
    runs = [run for run in paragraph.iter() if local(run) == "r" and paragraph_text(run).strip()]
    return bool(runs) and all(_is_bold(run) for run in runs)


def _is_bold(run: Any) -> bool:
    properties = child(run, "rPr")
    bold = child(properties, "b") if properties is not None else None
    return bold is not None and attribute(bold, "val") not in {"0", "false"}


def _rows(table: Any) -> Iterator[Any]:
    for element in table:
        if local(element) == "tr":
            yield element
        elif local(element) in {"sdt", "sdtContent", "ins", "customXml"}:
            yield from _rows(element)


def _cells(row: Any) -> Iterator[Any]:
    for element in row:
        if local(element) == "tc":
            yield element
        elif local(element) in {"sdt", "sdtContent", "customXml"}:
            yield from _cells(element)


def _is_deleted(row: Any) -> bool:
    properties = child(row, "trPr")
    return properties is not None and child(properties, "del") is not None


def _span(properties: Any | None) -> int:
    span = child(properties, "gridSpan") if properties is not None else None
    value = attribute(span, "val") if span is not None else ""
    return min(int(value), 60) if value.isdecimal() and int(value) else 1


def _goes_on_from_above(properties: Any | None) -> bool:
    merge = child(properties, "vMerge") if properties is not None else None
    return merge is not None and attribute(merge, "val") in {"", "continue"}
