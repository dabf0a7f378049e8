"""Markdown: headings, lists, tables, quotes, code.

`<!-- ask: A / B -->` directly under a heading becomes the heading's other questions.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.adapters.document_readers import findings, front_matter
from bot.adapters.document_readers.encodings import decode
from bot.adapters.document_readers.markdown_inline import plain
from bot.adapters.document_readers.plain_text import encoding_warnings
from bot.core.guides.characters import clean, one_line
from bot.core.guides.lines import join
from bot.core.guides.models import Block, BlockKind, ExtractedDocument
from bot.core.guides.tables import table_rows

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t\u3000]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t\u3000]+(?:\[[ xX]\][ \t]+)?(.*)$")
_NUMBERED = re.compile(r"[ \t]*(\d{1,9}[.)])[ \t\u3000]")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_REFERENCE = re.compile(r" {0,3}\[[^\]]+\]:[ \t]*\S+")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_ASK = "\ue0ff"
"""Stands for an `ask` comment while lines are read; private characters of the file itself are refused as garbled."""


def read(content: bytes, *, encoding: str | None) -> ExtractedDocument:
    """Raises DocumentRefused for an unclear encoding or broken front matter."""
    decoded = decode(content, encoding=encoding)
    findings.refuse_garbled(decoded.text)
    details, body = front_matter.split(clean(decoded.text).replace("\f", "\n"))
    blocks = _Reader(_without_comments(body).split("\n")).blocks()
    return ExtractedDocument(blocks=tuple(blocks), details=details, warnings=encoding_warnings(decoded))


def _without_comments(text: str) -> str:
    """Comments dropped, those that start with `ask:` kept on a marked line. Comments inside code stay."""

    def kept(found: re.Match[str]) -> str:
        inside = found[1].strip()
        asked = inside.removeprefix("ask:")
        return f"\n{_ASK}{one_line(asked)}\n" if asked != inside else ""

    parts = re.split(r"(^ {0,3}(?:```|~~~).*?^ {0,3}(?:```|~~~)[^\n]*$)", text, flags=re.DOTALL | re.MULTILINE)
    return "".join(part if place % 2 else _COMMENT.sub(kept, part) for place, part in enumerate(parts))


class _Reader:
    """Reads lines from the top; each method takes one construct and moves on."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._place = 0
        self._blocks: list[Block] = []
        self._text = ""
        self._kind = BlockKind.PARAGRAPH
        self._level = 0

    def blocks(self) -> list[Block]:
        while self._place < len(self._lines):
            line = self._lines[self._place]
            if not (self._structure(line) or self._table(line)):
                self._words(line)
            self._place += 1
        self._flush()
        return self._blocks

    def _flush(self) -> None:
        text = one_line(plain(self._text))
        if text:
            self._blocks.append(Block(kind=self._kind, text=text, level=self._level))
        self._text, self._kind, self._level = "", BlockKind.PARAGRAPH, 0

    def _structure(self, line: str) -> bool:
        """Blank lines, headings, rules, code, ask comments and link definitions."""
        if line.startswith(_ASK):
            self._ask(line.removeprefix(_ASK))
        elif not line.strip():
            self._flush()
        elif fence := _FENCE.match(line):
            self._code(fence[1])
        elif heading := _HEADING.match(line):
            self._heading(heading[2] or "", len(heading[1]))
        elif self._text and self._kind is BlockKind.PARAGRAPH and (under := _UNDERLINE.match(line)):
            text, self._text = self._text, ""
            self._heading(text, 1 if under[1][0] == "=" else 2)
        elif _RULE.match(line):
            self._flush()
        else:
            return _REFERENCE.match(line) is not None and not self._text
        return True

    def _heading(self, text: str, level: int) -> None:
        self._flush()
        text = one_line(plain(text))
        if text:
            self._blocks.append(Block(kind=BlockKind.HEADING, text=text, level=level))

    def _ask(self, asked: str) -> None:
        self._flush()
        if self._blocks and self._blocks[-1].kind is BlockKind.HEADING:
            heading = self._blocks[-1]
            questions = tuple(q for part in asked.split(" / ") if (q := part.strip()))
            self._blocks[-1] = replace(heading, asked=heading.asked + questions)

    def _code(self, fence: str) -> None:
        self._flush()
        inside: list[str] = []
        while self._place + 1 < len(self._lines):
            self._place += 1
            if self._lines[self._place].strip().startswith(fence):
                break
            inside.append(self._lines[self._place].strip())
        text = one_line(" ".join(inside))
        if text:
            self._blocks.append(Block(kind=BlockKind.PARAGRAPH, text=text))

    def _table(self, line: str) -> bool:
        following = self._lines[self._place + 1] if self._place + 1 < len(self._lines) else ""
        if "|" not in line or "|" not in following + "|" * (line.count("|") == 1) or not _TABLE_RULE.match(following):
            return False
        self._flush()
        rows = [_cells(line)]
        self._place += 1
        while self._place + 1 < len(self._lines) and "|" in self._lines[self._place + 1]:
            self._place += 1
            rows.append(_cells(self._lines[self._place]))
        rows_of_text = table_rows(rows, header=True) if len(rows) > 1 else [" / ".join(rows[0])]
        self._blocks += [Block(kind=BlockKind.TABLE_ROW, text=text) for text in rows_of_text]
        return True

    def _words(self, line: str) -> None:
        item = _ITEM.match(line)
        if item and not (
            self._kind is BlockKind.PARAGRAPH and self._text and _NUMBERED.match(line) and not _first(line)
        ):
            self._flush()
            depth = len(item[1].replace("\t", "    ")) // 2
            number = _NUMBERED.match(line)
            self._kind, self._level = BlockKind.LIST_ITEM, 1 + min(depth, 5)
            self._text = f"{number[1]} {item[2]}" if number else item[2]
            return
        quoted = re.sub(r"^\s*(?:>\s?)+", "", line)
        if quoted != line and not quoted.strip():
            self._flush()
            return
        self._text = join(self._text, quoted.strip().removesuffix("\\"))


def _first(line: str) -> bool:
    """Only a list that begins with 1 may interrupt a paragraph (CommonMark 0.31, 5.2)."""
    return re.match(r"[ \t]*1[.)]", line) is not None


def _cells(line: str) -> list[str]:
    inside = line.strip().removeprefix("|").removesuffix("|")
    return [one_line(plain(cell.replace("\\|", "|"))) for cell in re.split(r"(?<!\\)\|", inside)]
