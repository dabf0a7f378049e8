"""Styles and numbering of a Word file: which paragraphs are headings, which are list items and how they count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from bot.adapters.document_readers.xml_names import attribute, child, children, local

_HEADING_NAME = re.compile(r"(?:heading|見出し|überschrift|titre|标题|標題)\s*([1-9])(?:\s|$)", re.I)
_TITLE_NAME = re.compile(r"^(?:title|表題|タイトル)$", re.I)
_CONTENTS_NAME = re.compile(r"^(?:toc|目次)(?:\s*\d|\s*の?見出し|\s*heading|$)", re.I)
_DEEPEST_CHAIN = 12
_ZENKAKU = str.maketrans("0123456789", "０１２３４５６７８９")
_KANJI = "〇一二三四五六七八九"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
_AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"


@dataclass(frozen=True, slots=True)
class Look:
    """`heading` 1 to 6, or 0; `list_id` the numbering it belongs to, or ""; `list_level` from 0."""

    heading: int = 0
    list_id: str = ""
    list_level: int = 0
    is_contents: bool = False
    bold: bool = False


class Styles:
    """Looks of paragraphs by their own properties and their style's, parents included."""

    def __init__(self, root: Any | None) -> None:
        self._styles: dict[str, Any] = {}
        self._default = ""
        for style in children(root, "style") if root is not None else ():
            style_id = attribute(style, "styleId")
            self._styles[style_id] = style
            if attribute(style, "type") == "paragraph" and attribute(style, "default") in {"1", "true"}:
                self._default = style_id

    def look(self, paragraph: Any) -> Look:
        """How a paragraph looks."""
        own = child(paragraph, "pPr")
        named = child(own, "pStyle") if own is not None else None
        chain = self._chain(attribute(named, "val") if named is not None else self._default)
        properties = [own, *(child(style, "pPr") for style in chain)]
        list_id, list_level = _numbering(properties)
        return Look(
            heading=_heading(chain, properties),
            list_id=list_id,
            list_level=list_level,
            is_contents=any(_CONTENTS_NAME.match(_name(style)) for style in chain[:1]),
            bold=False,
        )

    def _chain(self, style_id: str) -> list[Any]:
        chain: list[Any] = []
        while style_id in self._styles and len(chain) < _DEEPEST_CHAIN:
            style = self._styles[style_id]
            chain.append(style)
            above = child(style, "basedOn")
            style_id = attribute(above, "val") if above is not None else ""
        return chain


def _name(style: Any) -> str:
    name = child(style, "name")
    return attribute(name, "val") if name is not None else attribute(style, "styleId")


def _heading(chain: list[Any], properties: list[Any | None]) -> int:
    """By outline level of the paragraph, else by the names of its styles, else by their outline levels."""
    for place, holder in enumerate(properties):
        outline = child(holder, "outlineLvl") if holder is not None else None
        value = attribute(outline, "val") if outline is not None else ""
        if value.isdecimal():
            return min(int(value) + 1, 6) if int(value) < 9 else 0
        if place < len(chain):
            name = _name(chain[place])
            if found := _HEADING_NAME.match(name):
                return min(int(found[1]), 6)
            if _TITLE_NAME.match(name):
                return 1
    return 0


def _numbering(properties: list[Any | None]) -> tuple[str, int]:
    list_id, level = "", None
    for holder in properties:
        numbering = child(holder, "numPr") if holder is not None else None
        if numbering is None:
            continue
        ilvl, num = child(numbering, "ilvl"), child(numbering, "numId")
        if level is None and ilvl is not None and attribute(ilvl, "val").isdecimal():
            level = int(attribute(ilvl, "val"))
        if num is not None:
            list_id = attribute(num, "val")
            break
    return ("" if list_id == "0" else list_id), min(level or 0, 8)


class Numbering:
    """Counts lists as Word does: each numbering has a counter a level; a higher level starts the lower ones again."""

    def __init__(self, root: Any | None) -> None:
        self._levels: dict[str, dict[int, Any]] = {}
        self._counters: dict[str, list[int]] = {}
        if root is None:
            return
        abstract = {attribute(node, "abstractNumId"): node for node in children(root, "abstractNum")}
        self._abstract_of: dict[str, str] = {}
        for num in children(root, "num"):
            target = child(num, "abstractNumId")
            key = attribute(target, "val") if target is not None else ""
            if key in abstract:
                num_id = attribute(num, "numId")
                self._abstract_of[num_id] = key
                self._levels[num_id] = {
                    int(attribute(level, "ilvl") or 0): level for level in abstract[key] if local(level) == "lvl"
                }

    def is_list(self, list_id: str) -> bool:
        """True where the numbering exists."""
        return list_id in self._levels

    def label(self, list_id: str, level: int) -> str:
        """The number as Word shows it (「1.」「第1章」「(ア)」), counted on; "" for bullets."""
        levels = self._levels.get(list_id, {})
        if level not in levels:
            return ""
        counter = self._counters.setdefault(self._abstract_of[list_id], [0] * 9)
        counter[level] = counter[level] + 1 if counter[level] else _start(levels[level])
        counter[level + 1 :] = [0] * (8 - level)
        form = _value(levels[level], "numFmt")
        if form in {"bullet", "none", ""}:
            return ""
        text = _value(levels[level], "lvlText")
        for place in range(level + 1):
            shape = _value(levels[place], "numFmt") if place in levels else "decimal"
            text = text.replace(f"%{place + 1}", written(max(1, counter[place]), shape))
        return text.strip()


def _value(level: Any, name: str) -> str:
    node = child(level, name)
    return attribute(node, "val") if node is not None else ""


def _start(level: Any) -> int:
    value = _value(level, "start")
    return int(value) if value.isdecimal() and len(value) < 6 else 1


def written(number: int, form: str) -> str:
    """A number in one of Word's forms (ISO/IEC 29500 ST_NumberFormat), the ones Japanese documents use."""
    if form in {"decimalFullWidth", "decimalFullWidth2"}:
        return str(number).translate(_ZENKAKU)
    if form.startswith("decimalEnclosedCircle") and number <= 20:
        return chr(0x2460 + number - 1)
    if form in {"upperRoman", "lowerRoman"} and number < 40:
        roman = "X" * (number // 10) + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][number % 10]
        return roman if form == "upperRoman" else roman.lower()
    if form in {"upperLetter", "lowerLetter"}:
        letter = chr(ord("A") + (number - 1) % 26)
        return letter if form == "upperLetter" else letter.lower()
    if form.startswith("aiueo"):
        return _AIUEO[(number - 1) % len(_AIUEO)]
    if form.startswith("iroha"):
        return _IROHA[(number - 1) % len(_IROHA)]
    if form in {"japaneseCounting", "ideographDigital", "japaneseDigitalTenThousand"} and number < 100:
        tens, ones = divmod(number, 10)
        return ("十" if tens == 1 else _KANJI[tens] + "十" if tens else "") + (_KANJI[ones] if ones else "")
    return str(number)
