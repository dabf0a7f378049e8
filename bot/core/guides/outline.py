"""Groups become blocks: what is a heading and of which level, what is a list item, which rows have a header."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.core.guides.groups import HEADING_LIMIT, Group, Sort
from bot.core.guides.lines import ends_sentence
from bot.core.guides.markers import date_of, mark_of
from bot.core.guides.models import Block, BlockKind
from bot.core.guides.tables import table_rows

_DEEPEST = 6


def blocks_of_groups(groups: Sequence[Group]) -> tuple[Block, ...]:
    """The blocks, in order."""
    decided = _without_contents(_decided(groups))
    levels = _Levels(decided)
    blocks: list[Block] = []
    place = 0
    while place < len(decided):
        group = decided[place]
        if group.sort is Sort.ROW:
            end = place
            while end < len(decided) and decided[end].sort is Sort.ROW:
                end += 1
            blocks += _rows(decided[place:end])
            place = end
            continue
        blocks.append(_block(group, levels))
        place += 1
    return tuple(block for block in blocks if block.text)


def _rows(groups: Sequence[Group]) -> list[Block]:
    texts = table_rows([group.cells for group in groups])
    return [Block(kind=BlockKind.TABLE_ROW, text=text, page=groups[0].page) for text in texts]


def _block(group: Group, levels: _Levels) -> Block:
    if group.sort is Sort.HEADING:
        return Block(kind=BlockKind.HEADING, text=group.text, level=levels.of(group), page=group.page)
    if group.sort is Sort.ITEM:
        text = mark_of(group.text).rest if group.mark == "bullet" else group.text
        return Block(kind=BlockKind.LIST_ITEM, text=text, level=1 + min(group.indent // 4, 3), page=group.page)
    return Block(kind=BlockKind.PARAGRAPH, text=group.text, page=group.page)


def _decided(groups: Sequence[Group]) -> list[Group]:
    """COUNTED and SHORT groups become headings, items or paragraphs by their neighbours."""
    result: list[Group] = []
    for place, group in enumerate(groups):
        following = groups[place + 1] if place + 1 < len(groups) else None
        before = groups[place - 1] if place else None
        if group.sort is Sort.COUNTED:
            group = replace(group, sort=_counted(group, before, following))
        elif group.sort is Sort.SHORT:
            heads = following is not None and (following.sort is not Sort.SHORT or place == 0 or len(group.text) > 12)
            heads = (heads and date_of(following.text if following else "") is None) or place == 0
            group = replace(group, sort=Sort.HEADING if heads else Sort.BODY, mark="plain" if heads else "")
        result.append(group)
    return result


def _counted(group: Group, before: Group | None, following: Group | None) -> Sort:
    """A counted line is a heading when text follows it, an item when it is a sentence or stands among its like."""
    if len(group.text) > HEADING_LIMIT or ends_sentence(group.text) or "。" in group.text:
        return Sort.ITEM
    if following is None:
        return Sort.ITEM
    if following.sort is Sort.COUNTED and following.mark == group.mark:
        return Sort.ITEM
    if before is not None and before.sort is Sort.COUNTED and before.mark == group.mark and not group.gap:
        return Sort.ITEM
    if before is not None and before.sort is Sort.COUNTED and before.mark == group.mark:
        return Sort.ITEM if _is_short(before) else Sort.HEADING
    return Sort.HEADING


def _is_short(group: Group) -> bool:
    return len(group.text) <= HEADING_LIMIT and not ends_sentence(group.text)


def _without_contents(groups: Sequence[Group]) -> list[Group]:
    """Three or more headings in a row that all come again later are a table of contents: left out."""
    later: dict[str, int] = {}
    for place, group in enumerate(groups):
        if group.sort is Sort.HEADING:
            later[_plain(group.text)] = place
    result: list[Group] = []
    place = 0
    while place < len(groups):
        end = place
        while end < len(groups) and _comes_again(groups[end], end, later):
            end += 1
        if end - place >= 3:
            place = end
            continue
        result.append(groups[place])
        place += 1
    return result


def _comes_again(group: Group, place: int, later: dict[str, int]) -> bool:
    return group.sort in {Sort.HEADING, Sort.ITEM, Sort.BODY, Sort.SHORT} and later.get(_plain(group.text), -1) > place


def _plain(text: str) -> str:
    """For comparing a heading with its line in the contents: without spaces, leaders and the page number."""
    squeezed = "".join(character for character in text if not character.isspace())
    return squeezed.rstrip("0123456789").rstrip(".…・‥") or squeezed


class _Levels:
    """Levels by order of appearance: a sort of mark that first comes under another is one deeper."""

    def __init__(self, groups: Sequence[Group]) -> None:
        headings = [group for group in groups if group.sort is Sort.HEADING]
        self._titled = (
            bool(headings) and bool(groups) and groups[0] is headings[0] and headings[0].mark in {"plain", "size"}
        )
        self._title = headings[0] if self._titled else None
        self._path: list[str] = []
        self._sizes = sorted({round(g.size, 1) for g in headings if g.mark == "size"}, reverse=True)

    def of(self, group: Group) -> int:
        if group is self._title:
            return 1
        sort = f"size{round(group.size, 1)}" if group.mark == "size" else group.mark
        if sort in self._path:
            del self._path[self._path.index(sort) + 1 :]
        else:
            if group.mark in {"chapter", "roman"} and "plain" in self._path:
                # 「要約」 before 「Ⅰ」 stands beside it, not above it.
                del self._path[self._path.index("plain") :]
            if group.mark == "size":
                self._path = [other for other in self._path if not _smaller(other, group)]
            self._path.append(sort)
        return min(len(self._path) + (1 if self._titled else 0), _DEEPEST)


def _smaller(other: str, group: Group) -> bool:
    return not other.startswith("size") or float(other.removeprefix("size")) < group.size
