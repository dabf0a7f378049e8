"""Native shapes and text on a PowerPoint slide, measured in millimetres; text is made to fit before it is placed."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Mm, Pt

from bot.adapters.pictures.plain_words import plain
from bot.core.coaching.cards.speech import cut_at_boundary


def _colour(value: str) -> RGBColor:
    made: RGBColor = RGBColor.from_string(value)  # type: ignore[no-untyped-call]
    return made


INK, SOFT, FAINT, WHITE = _colour("1D1C1D"), _colour("5C5B5E"), _colour("8A888D"), _colour("FFFFFF")
ACCENT, TINT, GOLD, BEFORE = _colour("4A154B"), _colour("F6F2F6"), _colour("E3B34F"), _colour("D8CFD9")
"""Those of the page (templates/fitting.typ)."""

_POINT = 25.4 / 72
_LINE = 1.3
"""Height of a line, in letters: what PowerPoint and LibreOffice take for Japanese fonts at most."""
_NARROW = 0.6
"""Width of a Latin letter, in letters, at most on average."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle, in millimetres from the left and the top."""

    x: float
    y: float
    width: float
    height: float

    def inset(self, by: float) -> Area:
        """The area within a margin."""
        return Area(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)

    def below(self, taken: float) -> Area:
        """What is left under the first `taken` millimetres."""
        return Area(self.x, self.y + taken, self.width, max(self.height - taken, 0))

    def columns(self, weights: list[float], gap: float) -> Iterator[Area]:
        """Side by side, as wide as their weights say."""
        free, x = self.width - gap * (len(weights) - 1), self.x
        for weight in weights:
            width = free * weight / sum(weights)
            yield Area(x, self.y, width, self.height)
            x += width + gap

    def rows(self, weights: list[float], gap: float) -> Iterator[Area]:
        """One below the other, as high as their weights say."""
        free, y = self.height - gap * (len(weights) - 1), self.y
        for weight in weights:
            height = free * weight / sum(weights)
            yield Area(self.x, y, self.width, height)
            y += height + gap


@dataclass(frozen=True, kw_only=True, slots=True)
class Style:
    """How text looks. It is made smaller down to `least` points where there is no room, then cut."""

    size: float = 11
    least: float = 8
    is_bold: bool = False
    colour: RGBColor = INK
    align: PP_ALIGN = PP_ALIGN.LEFT
    anchor: MSO_ANCHOR = MSO_ANCHOR.TOP


def fitted(words: str, area: Area, style: Style) -> tuple[float, str]:
    """The size in points at which the words fit into the area, and what of them does."""
    size = style.size
    while size > style.least and _height(words, area.width, size) > area.height:
        size = max(size - 0.5, style.least)
    if _height(words, area.width, size) <= area.height:
        return size, words
    low, top = 0, len(words)
    while low < top:
        middle = (low + top + 1) // 2
        fits = _height(f"{words[:middle]}…", area.width, size) <= area.height
        low, top = (middle, top) if fits else (low, middle - 1)
    # Up to where a clause or a word ends, as long as that leaves the greater part.
    return size, cut_at_boundary(words, low + 1) if low else "…"


def width_of(words: str, size: float) -> float:
    """Of words on one line, in millimetres, at most."""
    return _length(words) * size * _POINT


def _height(words: str, width: float, size: float) -> float:
    letter = size * _POINT
    room = max(width / letter, 1)
    lines = sum(max(1, math.ceil(_length(line) / room + 0.02)) for line in words.split("\n"))
    return lines * letter * _LINE


def _length(line: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(one) in "WFA" else _NARROW for one in line)


class Canvas:
    """One slide. Shapes are named, so that whoever edits it, or has it read aloud, finds them."""

    def __init__(self, slide: Any, language: str) -> None:
        self._shapes, self._language = slide.shapes, "en-US" if language == "en" else "ja-JP"

    def box(
        self,
        area: Area,
        *,
        name: str,
        fill: RGBColor | None = None,
        edge: RGBColor | None = None,
        is_round: bool = False,
        is_dashed: bool = False,
        shape: MSO_SHAPE | None = None,
    ) -> Any:
        """A shape without words."""
        kind = shape or (MSO_SHAPE.ROUNDED_RECTANGLE if is_round else MSO_SHAPE.RECTANGLE)
        drawn = self._shapes.add_shape(kind, *(Mm(value) for value in _sides(area)))
        drawn.name = name
        # The theme's style brings a shadow that some programs draw in spite of all.
        drawn._element.remove(drawn._element.find(qn("p:style")))
        if is_round:
            drawn.adjustments[0] = min(1.5 / max(min(area.width, area.height), 1), 0.5)
        if fill is None:
            drawn.fill.background()
        else:
            drawn.fill.solid()
            drawn.fill.fore_color.rgb = fill
        if edge is None:
            drawn.line.fill.background()
        else:
            drawn.line.color.rgb, drawn.line.width = edge, Pt(0.75)
            if is_dashed:
                drawn.line.dash_style = MSO_LINE.DASH
        return drawn

    def text(self, area: Area, words: str, style: Style, *, name: str) -> None:
        """A text box whose words fit: at the size of `style` or smaller, cut where even that is too large."""
        size, shown = fitted(plain(words), area, style)
        frame = self._shapes.add_textbox(*(Mm(value) for value in _sides(area)))
        frame.name = name
        self._write(frame.text_frame, shown, size, style)

    def _write(self, frame: Any, words: str, size: float, style: Style) -> None:
        frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, style.anchor
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        for number, line in enumerate(words.split("\n")):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.alignment = style.align
            run = paragraph.add_run()
            run.text = line
            run.font.size, run.font.bold, run.font.color.rgb = Pt(size), style.is_bold, style.colour
            self._japanese(run)

    def _japanese(self, run: Any) -> None:
        """The theme's typefaces, the one for Japanese too, and the language for spelling and line breaks."""
        properties = run._r.get_or_add_rPr()
        properties.set("lang", self._language)
        properties.set("altLang", "en-US" if self._language == "ja-JP" else "ja-JP")
        for tag, typeface in (("a:latin", "+mn-lt"), ("a:ea", "+mn-ea")):
            element = properties.makeelement(qn(tag), {"typeface": typeface})
            properties.append(element)


def _sides(area: Area) -> tuple[float, float, float, float]:
    return area.x, area.y, area.width, max(area.height, 0.1)
