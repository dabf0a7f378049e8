"""PowerPoint: one slide one page; the title first, then shapes as the eye meets them, then the speaker's notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.adapters.document_readers.ooxml import Package, core_details, relation_id
from bot.adapters.document_readers.pptx_shapes import Placed, Places, shapes_of
from bot.adapters.document_readers.xml_names import attribute, child, children, descend, local
from bot.core.guides.characters import one_line
from bot.core.guides.models import Block, BlockKind, ExtractedDocument
from bot.core.guides.tables import table_rows

_FURNITURE = frozenset({"sldNum", "dt", "ftr", "hdr"})
_TITLES = frozenset({"title", "ctrTitle"})


def read(content: bytes, *, encoding: str | None) -> ExtractedDocument:
    """Raises whatever zipfile and lxml raise on a damaged file."""
    del encoding
    package = Package(content)
    main = package.main_part("ppt/presentation.xml")
    relations = package.relations(main)
    slides = [
        relations[relation_id(node)][1]
        for node in package.xml(main).iter()
        if local(node) == "sldId" and relation_id(node) in relations
    ]
    blocks: list[Block] = []
    for page, name in enumerate(slides, start=1):
        if name in package.names:
            blocks += _slide(package, name, page)
    return ExtractedDocument(blocks=tuple(blocks), pages=len(slides), details=core_details(content))


def _slide(package: Package, name: str, page: int) -> list[Block]:
    root = package.xml(name)
    if attribute(root, "show") == "0":
        return []
    shapes = shapes_of(root, Places(package, name))
    titles = [shape for shape in shapes if shape.placeholder in _TITLES]
    others = [shape for shape in shapes if shape.placeholder not in _TITLES | _FURNITURE]
    blocks: list[Block] = []
    for shape in titles:
        text = one_line(" ".join(text for text, _, _ in _paragraphs(shape.element)))
        if text:
            blocks.append(Block(kind=BlockKind.HEADING, text=text, level=1, page=page))
    for shape in others:
        blocks += _blocks(package, name, shape, page)
    for notes in package.related(name, "notesSlide"):
        blocks += _notes(package, notes, page)
    return blocks


def _blocks(package: Package, slide: str, shape: Placed, page: int) -> Iterator[Block]:
    table = next((node for node in shape.element.iter() if local(node) == "tbl"), None)
    if table is not None:
        for text in table_rows(_grid(table)):
            yield Block(kind=BlockKind.TABLE_ROW, text=text, page=page)
        return
    if local(shape.element) == "graphicFrame":
        for text in _diagram(package, slide, shape.element):
            yield Block(kind=BlockKind.LIST_ITEM, text=text, level=1, page=page)
        return
    found = [(text, level, bullet) for text, level, bullet in _paragraphs(shape.element) if text]
    listed = shape.placeholder in {"body", "obj"} and len(found) > 1
    for text, level, bullet in found:
        if shape.placeholder == "subTitle" and len(found) == 1:
            yield Block(kind=BlockKind.PARAGRAPH, text=text, page=page)
        elif bullet or (bullet is None and listed):
            yield Block(kind=BlockKind.LIST_ITEM, text=text, level=level + 1, page=page)
        else:
            yield Block(kind=BlockKind.PARAGRAPH, text=text, page=page)


def _paragraphs(shape: Any) -> Iterator[tuple[str, int, bool | None]]:
    """Of each paragraph: its text, its depth from 0, and whether it says it has a bullet (None: it says nothing)."""
    body = next((node for node in shape if local(node) == "txBody"), None)
    for paragraph in children(body, "p") if body is not None else ():
        properties = child(paragraph, "pPr")
        level = attribute(properties, "lvl") if properties is not None else ""
        names = {local(node) for node in properties} if properties is not None else set()
        bullet = False if "buNone" in names else True if names & {"buChar", "buAutoNum", "buBlip"} else None
        yield one_line(_text(paragraph)), int(level) if level.isdecimal() else 0, bullet


def _text(paragraph: Any) -> str:
    parts: list[str] = []
    for node in paragraph.iter():
        if local(node) == "t" and not any(local(above) == "Fallback" for above in node.iterancestors()):
            parts.append(node.text or "")
        elif local(node) == "br":
            parts.append(" ")
    return "".join(parts)


def _grid(table: Any) -> list[list[str]]:
    return [[_cell(cell) for cell in children(row, "tc")] for row in children(table, "tr")]


def _cell(cell: Any) -> str:
    """A cell that a merged neighbour covers is empty."""
    if "1" in {attribute(cell, "hMerge"), attribute(cell, "vMerge")}:
        return ""
    return " ".join(text for text, _, _ in _paragraphs(cell) if text)


def _diagram(package: Package, slide: str, frame: Any) -> list[str]:
    """The words of SmartArt, which stand in a part of their own."""
    data = descend(frame, "graphic", "graphicData", "relIds")
    relations = package.relations(slide)
    target = relations.get(attribute(data, "dm") if data is not None else "")
    if target is None or target[1] not in package.names:
        return []
    texts = []
    for point in package.xml(target[1]).iter():
        if local(point) == "pt" and attribute(point, "type") in {"", "node"}:
            text = one_line("".join(node.text or "" for node in point.iter() if local(node) == "t"))
            if text:
                texts.append(text)
    return texts


def _notes(package: Package, name: str, page: int) -> list[Block]:
    blocks = []
    for shape in shapes_of(package.xml(name), None):
        if shape.placeholder == "body":
            blocks += [
                Block(kind=BlockKind.PARAGRAPH, text=text, page=page)
                for text, _, _ in _paragraphs(shape.element)
                if text
            ]
    return blocks
