"""Running heads, footers and page numbers: what stands at the same edge of page after page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.core.guides.lines import Line

_DEPTH = 3
_NUMBER = re.compile(
    r"[-‐–—―\s~〜·・|]*(?:p(?:age|\.)?\s*)?[0-9０-９]{1,4}(?:\s*(?:/|／|of)\s*[0-9０-９]{1,4})?(?:\s*(?:ページ|頁|page))?[-‐–—―\s~〜·・|]*",
    re.I,
)


def without_edges(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without lines that repeat (digits may vary) at their top or bottom, and without page numbers."""
    pages = [_without_own_number(page) for page in pages]
    if len(pages) < 2:
        return [list(page) for page in pages]
    repeated = _repeated(pages)
    result = []
    for page in pages:
        first, last = 0, len(page)
        while first < min(_DEPTH, last) and _is_edge(page[first].text, repeated):
            first += 1
        while last > max(first, len(page) - _DEPTH) and _is_edge(page[last - 1].text, repeated):
            last -= 1
        # A running head may stand between lines that stay, such as a title on the first page.
        kept = [
            line
            for place, line in enumerate(page[first:last], start=first)
            if not ((place < _DEPTH or place >= len(page) - _DEPTH) and _shape(line.text) in repeated)
        ]
        result.append([replace(kept[0], gap=True), *kept[1:]] if kept else [])
    # Pages that are nothing but the same few lines (slides, labels) have no running head.
    return result if _letters(result) >= 0.3 * _letters(pages) else [list(page) for page in pages]


def _letters(pages: Sequence[Sequence[Line]]) -> int:
    return sum(len(line.text) for page in pages for line in page)


def _without_own_number(page: Sequence[Line]) -> list[Line]:
    """Without a last or first line that is nothing but the number the page has."""
    if len(page) > 1 and page[-1].text.strip("- –") == str(page[-1].page):
        return list(page[:-1])
    return list(page[1:] if len(page) > 1 and page[0].text.strip("- –") == str(page[0].page) else page)


def _shape(text: str) -> str:
    return re.sub(r"[0-9０-９]+", "#", re.sub(r"\s+", "", text))


def _repeated(pages: Sequence[Sequence[Line]]) -> set[str]:
    """Shapes seen at the edges of at least three pages and a third of all, or of both of two."""
    seen: Counter[str] = Counter()
    for page in pages:
        edge = list(page) if len(page) <= 2 * _DEPTH else [*page[:_DEPTH], *page[-_DEPTH:]]
        seen.update({_shape(line.text) for line in edge})
    filled = sum(1 for page in pages if page)
    needed = max(2, min(3, filled), filled / 3)
    return {shape for shape, times in seen.items() if times >= needed and len(shape) <= 80}


def _is_edge(text: str, repeated: set[str]) -> bool:
    return _shape(text) in repeated or _NUMBER.fullmatch(text.strip()) is not None


def without_repeated_heads(lines: Sequence[Line]) -> list[Line]:
    """For text whose page breaks are lost: lines that come three times or more with a rising number are left out."""
    numbers: dict[str, list[int]] = {}
    for line in lines:
        found = re.findall(r"\d+", line.text)
        if found and len(line.text) <= 60 and (line.gap or _NUMBER.fullmatch(line.text)):
            numbers.setdefault(_shape(line.text), []).append(int(found[-1]))
    heads = {
        shape
        for shape, values in numbers.items()
        if len(values) >= 3 and re.sub(r"[#\W]", "", shape) != "" and _is_page_count(values)
    }
    return [line for line in lines if _shape(line.text) not in heads or len(line.text) > 60]


def _is_page_count(values: Sequence[int]) -> bool:
    """Rising by one or two each time, as page numbers do; numbered headings rise too but carry different words."""
    return all(0 < after - before <= 2 for before, after in pairwise(values))
