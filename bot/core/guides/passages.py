"""Blocks of a document → passages of a release. Pure: the same document always gives the same passages.

A passage never crosses a heading and never exceeds PASSAGE_LIMIT characters. A section that fits stays whole; a
longer one is divided where it hurts least: between blocks, then rows and items, then sentences, then at 、 and
last of all between characters. No character is lost, white space at a cut apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.core.guides.models import PASSAGE_LIMIT, Block, BlockKind, ExtractedDocument, Passage
from bot.core.guides.packing import CHARACTER_CUT, Piece, divide, pack
from bot.core.japanese import normalise, sentences

_MARKED = re.compile(
    r"^(?:[・･•●○◯◎■□◆◇▶▷►‣◦※★☆✓✔☑☐□]|[-–—*+][ \t　]"
    r"|[①-⑳㉑-㉟㊱-㊿❶-❿⑴-⒇⒈-⒛]"
    r"|[（(〔【\[][0-9０-９ア-ンa-zA-Zivx一二三四五六七八九十]{1,4}[)）〕】\]]"
    r"|[0-9０-９]{1,3}(?:[-.．][0-9０-９]{1,3})*[)）.．、:：　]"
    r"|[ア-ンa-zA-Z一二三四五六七八九十][)）.．、]"
    r"|[QＱAＡ][0-9０-９]{0,3}[.．:：]|第[0-9０-９一二三四五六七八九十]+[条章節項回])"
)

# Costs of a cut between two blocks, on the scale of packing.py.
_INSIDE_SHORT_RUN = CHARACTER_CUT
_AFTER_LEAD_IN = 60.0
_INSIDE_LONG_RUN = 4.0
_AFTER_COLON = 8.0
_PAGE_TURN = -60.0


@dataclass(frozen=True, kw_only=True, slots=True)
class _Section:
    """The blocks between one heading and the next."""

    path: tuple[str, ...]
    asked: tuple[str, ...]
    blocks: tuple[Block, ...]


@dataclass(kw_only=True, slots=True)
class _Heading:
    """A heading that is open: `asked` goes to the sections below as long as it has no text of its own."""

    level: int
    text: str
    asked: tuple[str, ...]
    shown: bool


def passages_of(*, document: ExtractedDocument, guide_id: str, number: int, title: str) -> tuple[Passage, ...]:
    """Divide a document. `title` is the guide's: a first heading that only repeats it is left out of heading paths.

    Ids are `guide_id@number/ordinal`. A document without any text gives ().
    """
    found: list[Passage] = []
    for section in _sections(list(_headings_as_items(document.blocks)), title):
        for pieces in pack(_pieces(section.blocks), limit=PASSAGE_LIMIT):
            ordinal = len(found) + 1
            passage = Passage(
                id=f"{guide_id}@{number}/{ordinal}",
                guide_id=guide_id,
                release_number=number,
                ordinal=ordinal,
                heading_path=section.path,
                text=_joined(pieces),
                page=pieces[0].page,
                page_to=pieces[-1].page,
                asked=section.asked,
            )
            found.append(passage)
    return tuple(found)


def _joined(pieces: Sequence[Piece]) -> str:
    return "".join(piece.joint + piece.text for piece in pieces).strip()


def _sections(blocks: Sequence[Block], title: str) -> Iterator[_Section]:
    headings: list[_Heading] = []
    body: list[Block] = []
    is_first = True
    for block in blocks:
        if block.kind is not BlockKind.HEADING:
            body.append(block)
            continue
        if body:
            yield _section(headings, body)
            body = []
        while headings and headings[-1].level >= block.level:
            headings.pop()
        repeats_title = is_first and block.level == 1 and normalise(block.text) == normalise(title)
        is_first = False
        headings.append(_Heading(level=block.level, text=block.text, asked=block.asked, shown=not repeats_title))
    if body:
        yield _section(headings, body)


def _section(headings: Sequence[_Heading], body: Sequence[Block]) -> _Section:
    asked = tuple(dict.fromkeys(way for heading in headings for way in heading.asked))
    for heading in headings:
        heading.asked = ()
    path = tuple(heading.text for heading in headings if heading.shown)
    return _Section(path=path, asked=asked, blocks=tuple(body))


def _headings_as_items(blocks: Sequence[Block]) -> Iterator[Block]:
    """An outline: two or more headings in a row below one parent, none with a text, are read as its list."""
    index, parent = 0, 0
    while index < len(blocks):
        block = blocks[index]
        end = _end_of_bare_headings(blocks, index)
        if end - index >= 2 and parent < block.level:
            for bare in blocks[index:end]:
                yield replace(bare, kind=BlockKind.LIST_ITEM, level=1, asked=())
            index = end
            continue
        if block.kind is BlockKind.HEADING:
            parent = block.level
        yield block
        index += 1


def _end_of_bare_headings(blocks: Sequence[Block], start: int) -> int:
    """The end of the run of headings of one level, from `start`, that have neither text nor headings below."""
    end = start
    while end < len(blocks) and blocks[end].kind is BlockKind.HEADING and blocks[end].level == blocks[start].level:
        after = blocks[end + 1] if end + 1 < len(blocks) else None
        if after is not None and (after.kind is not BlockKind.HEADING or after.level > blocks[end].level):
            break
        end += 1
    return end


def _pieces(blocks: Sequence[Block]) -> list[Piece]:
    """Cut blocks into the smallest pieces a passage may be made of."""
    found: list[Piece] = []
    for block, cut_cost in zip(blocks, _cut_costs(blocks), strict=True):
        is_paragraph = block.kind is BlockKind.PARAGRAPH
        is_row = block.kind is BlockKind.TABLE_ROW
        parts = divide(_shown(block), limit=PASSAGE_LIMIT, keep_whole=not is_paragraph, is_row=is_row)
        for index, (text, inner_cost) in enumerate(parts):
            joint, cost = ("", inner_cost) if index else ("\n", cut_cost)
            if text.strip():
                found.append(Piece(text=text, joint=joint, page=block.page, cut_cost=cost))
    return found


def _cut_costs(blocks: Sequence[Block]) -> list[float]:
    """What a cut before each block costs: a list or a table stays whole, with the sentence before it, if it fits.

    A new page begins a new passage, so that a citation names the page on which its words stand.
    """
    costs = [_AFTER_COLON if index and _opens(blocks[index - 1]) else 0.0 for index in range(len(blocks))]
    for start, end in _runs(blocks):
        lead_in = blocks[start - 1] if start and blocks[start - 1].kind is BlockKind.PARAGRAPH else None
        length = sum(len(_shown(block)) + 1 for block in blocks[start:end])
        if lead_in is not None:
            length += len((sentences(lead_in.text) or [""])[-1])
            costs[start] = _AFTER_LEAD_IN
        inside = _INSIDE_SHORT_RUN if length <= PASSAGE_LIMIT else _INSIDE_LONG_RUN
        for index in range(start + 1, end):
            costs[index] = inside + max(0, blocks[index].level - 1)
    for index in range(1, len(blocks)):
        if blocks[index].page != blocks[index - 1].page:
            costs[index] = _PAGE_TURN
    return costs


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Start and end of every list and every table."""
    index = 0
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        start, index = index, index + len(list(run))
        if kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW):
            yield start, index


def _opens(block: Block) -> bool:
    return block.text.rstrip().endswith(("：", ":"))


def _shown(block: Block) -> str:
    """The text as a passage shows it; an item gets a mark unless it carries a number or a mark of its own."""
    text = block.text.strip()
    if block.kind is BlockKind.LIST_ITEM and text and not _MARKED.match(text):
        return f"・{text}"
    return text
