"""From lines on pages to blocks that can be quoted: whole sentences, headings, list items, rows, captions.

Pure functions. `blocks_of_text` takes plain text (a text file, the text of a PDF), `blocks_of_pages` lines whose
pages, sizes and columns are known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.guides.characters import clean, one_line, stray_spaces, without_stray_spaces
from bot.core.guides.column_order import in_reading_order, rejoined
from bot.core.guides.columns import unzipped
from bot.core.guides.footnotes import without_markers
from bot.core.guides.groups import groups_of
from bot.core.guides.lines import Line
from bot.core.guides.markers import date_of
from bot.core.guides.models import Block
from bot.core.guides.outline import blocks_of_groups
from bot.core.guides.page_edges import without_edges, without_repeated_heads
from bot.core.guides.web_chrome import without_chrome

_STRAY = 0.12
"""Share of spaced places above which spaces inside Japanese text are the gaps between glyphs."""


@dataclass(frozen=True, slots=True)
class Layout:
    """`uncertain`: columns had to be put in order by their words. `dated`: ISO date of a line that is only a date."""

    blocks: tuple[Block, ...]
    uncertain: bool = False
    dated: str | None = None


def blocks_of_text(text: str) -> Layout:
    """Blocks of a plain text. Form feeds separate pages; without any, blocks have no page."""
    pages = clean(text).split("\f")
    numbered = len(pages) > 1
    everywhere = stray_spaces(text) > _STRAY
    lines = [_lines_of(page, number if numbered else None, everywhere) for number, page in enumerate(pages, start=1)]
    return blocks_of_pages([unzipped(page) for page in lines], ordered=False)


def blocks_of_pages(pages: Sequence[Sequence[Line]], *, ordered: bool = True) -> Layout:
    """Blocks of pages of lines. `ordered`: the lines are known to stand in reading order."""
    kept = without_edges(pages)
    lines = [line for page in kept for line in page]
    if len(pages) < 2:
        lines = without_repeated_heads(lines)
    lines = without_chrome(lines)
    groups = groups_of(lines)
    groups, moved = (groups, False) if ordered else in_reading_order(groups)
    groups = without_markers(rejoined(groups))
    dated = next((iso for line in lines[:20] if (iso := date_of(line.text))), None)
    return Layout(blocks_of_groups(groups), moved, dated)


def _lines_of(page: str, number: int | None, everywhere: bool) -> list[Line]:
    lines: list[Line] = []
    gap = True
    for raw in page.split("\n"):
        expanded = raw.replace("\t", "    ").replace("\u3000", "  ")
        text = one_line(raw) if not re.search(r"\S[ \u3000]{2,}\S", raw) else clean(raw).strip(" \t\u3000")
        text = without_stray_spaces(text, everywhere=everywhere)
        if not text:
            gap = True
            continue
        indent = len(expanded) - len(expanded.lstrip())
        cells = tuple(one_line(cell) for cell in raw.strip().split("\t")) if raw.strip().count("\t") >= 2 else ()
        lines.append(Line(text=text, page=number, gap=gap, indent=indent, cells=cells))
        gap = False
    return lines
