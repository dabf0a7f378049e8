"""The same facts on one PowerPoint slide, 16:9: native text and shapes, so that whoever gets it can go on writing.

What does not fit stands whole in the notes below the slide.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any, TypeAlias

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Mm

from bot.adapters.pictures.plain_words import plain
from bot.adapters.pictures.sheet_lines import sheet_lines
from bot.adapters.pictures.slide_canvas import (
    ACCENT,
    FAINT,
    GOLD,
    INK,
    SOFT,
    TINT,
    WHITE,
    Area,
    Canvas,
    Style,
    width_of,
)
from bot.adapters.pictures.slide_figures import draw_change, draw_ladder, draw_scale, draw_steps
from bot.core.coaching.cards.sheet import CardSheet, Told

WIDTH, HEIGHT = 338.667, 190.5
"""Millimetres."""
TYPEFACE = "Yu Gothic"
"""Comes with Office on Windows and macOS; a theme's typeface, to be changed in one place."""
_MARGIN = 13.0
_GAP = 7.0
_BLANK = 6
_MOST_USES = 3

_Draw: TypeAlias = Callable[[Canvas, Area], None]


def slide_pptx(sheet: CardSheet) -> bytes:
    """A presentation of one slide, without any picture."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Mm(WIDTH), Mm(HEIGHT)
    _prepare(deck, sheet)
    slide = deck.slides.add_slide(deck.slide_layouts[_BLANK])
    canvas = Canvas(slide, sheet.language)
    _draw_head(canvas, sheet)
    page = Area(_MARGIN, 51, WIDTH - 2 * _MARGIN, HEIGHT - 51 - 13)
    rows = _rows(sheet)
    for area, (_, columns) in zip(page.rows([weight for weight, _ in rows], _GAP), rows, strict=True):
        for place, (_, draw) in zip(area.columns([weight for weight, _ in columns], _GAP), columns, strict=True):
            draw(canvas, place)
    _draw_foot(canvas, sheet)
    slide.notes_slide.notes_text_frame.text = plain("\n".join(sheet_lines(sheet)))
    written = BytesIO()
    deck.save(written)
    return written.getvalue()


def _prepare(deck: Any, sheet: CardSheet) -> None:
    """The theme's typefaces, the properties; without the picture of a page that comes with the empty presentation."""
    theme = deck.slide_masters[0].part.part_related_by(RELATIONSHIP_TYPE.THEME)
    for old in (b'<a:latin typeface="Calibri"/>', b'<a:ea typeface=""/>'):
        tag = old.split(b" ")[0]
        theme._blob = theme.blob.replace(old, tag + f' typeface="{TYPEFACE}"/>'.encode())
    package = deck.part.package
    for key in [key for key, one in package._rels.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        package._rels.pop(key)
    made_at = datetime.combine(sheet.made_on, time(), UTC)
    about = deck.core_properties
    about.title, about.author, about.language = plain(sheet.title)[:250], plain(sheet.firm)[:250], sheet.language
    about.created = about.modified = made_at.replace(tzinfo=None)
    about.last_modified_by = "Minori"


def _draw_head(canvas: Canvas, sheet: CardSheet) -> None:
    width = WIDTH - 2 * _MARGIN
    canvas.box(Area(_MARGIN, 9, 4, 4), name="Minori", fill=ACCENT, shape=MSO_SHAPE.STAR_4_POINT)
    marked = f"{sheet.labels['card']}　{sheet.kind}"
    canvas.text(Area(_MARGIN + 5.5, 8.4, 120, 6), marked, Style(size=10, is_bold=True, colour=ACCENT), name="card")
    wide = min(width_of(sheet.sharing, 9) + 6, 92)
    chip = Area(WIDTH - _MARGIN - wide, 7.6, wide, 6.6)
    secret = sheet.is_secret
    canvas.box(chip, name="sharing frame", fill=ACCENT if secret else WHITE, edge=ACCENT, is_round=True)
    colour = WHITE if secret else ACCENT
    middle = Style(size=9, is_bold=True, colour=colour, align=PP_ALIGN.CENTER, anchor=MSO_ANCHOR.MIDDLE)
    canvas.text(chip.inset(0.6), sheet.sharing, middle, name="sharing")
    title = Style(size=26, least=14, is_bold=True, colour=INK if sheet.is_titled else SOFT, anchor=MSO_ANCHOR.MIDDLE)
    canvas.text(Area(_MARGIN, 16, width - 92, 17), " ".join(sheet.title.split()), title, name="title")
    right = PP_ALIGN.RIGHT
    firm = Area(WIDTH - _MARGIN - 88, 18, 88, 8)
    canvas.text(firm, " ".join(sheet.firm.split()), Style(size=12, least=8, is_bold=True, align=right), name="firm")
    canvas.text(Area(firm.x, 27, 88, 5), sheet.dated, Style(size=9, colour=SOFT, align=right), name="dated")
    if sheet.one_line:
        canvas.box(Area(_MARGIN, 35.5, 1, 11), name="mark", fill=GOLD)
        line = Style(size=15, least=9, anchor=MSO_ANCHOR.MIDDLE)
        canvas.text(Area(_MARGIN + 4, 35, width - 4, 12), sheet.one_line, line, name="one line")


def _draw_foot(canvas: Canvas, sheet: CardSheet) -> None:
    canvas.box(Area(_MARGIN, HEIGHT - 10, WIDTH - 2 * _MARGIN, 0.2), name="line", fill=FAINT)
    told = f"{sheet.may_tell.label}　{sheet.may_tell.words}" if sheet.may_tell else sheet.labels["made-with"]
    place = Area(_MARGIN, HEIGHT - 8.5, WIDTH - 2 * _MARGIN, 4.5)
    canvas.text(place, told, Style(size=8, least=7, colour=SOFT), name="may tell")


_Column: TypeAlias = tuple[float, _Draw]


def _rows(sheet: CardSheet) -> list[tuple[float, list[_Column]]]:
    """The rows that have anything in them, with their weights; in each the columns that do, with theirs."""
    rows: list[tuple[float, list[_Column]]] = [
        (52, [*_hero(sheet), *_proof(sheet)]),
        (46, [*_now(sheet), *_purpose(sheet), *_elsewhere(sheet), *_readiness(sheet)]),
        (22, _try(sheet)),
    ]
    return [row for row in rows if row[1]] or [(1, [])]


def _hero(sheet: CardSheet) -> list[_Column]:
    people, change = [fact for fact in (sheet.who, sheet.situation) if fact], sheet.figure
    if not people and change is None:
        return []

    def draw(canvas: Canvas, area: Area) -> None:
        canvas.box(area, name="frame", fill=TINT, is_round=True)
        parts = [1.0] * bool(people) + [1.6] * bool(change)
        places = list(area.inset(5).columns(parts, 8))
        if people:
            _facts(canvas, places[0], people, bold=True)
        if change is not None:
            draw_change(canvas, places[-1], change)

    return [(1.75, draw)]


def _proof(sheet: CardSheet) -> list[_Column]:
    facts = [fact for fact in (sheet.evidence, sheet.holder) if fact]
    if not facts and not sheet.grade:
        return []

    def draw(canvas: Canvas, area: Area) -> None:
        if sheet.grade:
            draw_steps(canvas, Area(area.x, area.y, area.width, 15), sheet.grade)
            area = area.below(18)
        _facts(canvas, area, facts, weights=[2.0 if fact is sheet.evidence else 1.0 for fact in facts])

    return [(1, draw)]


def _readiness(sheet: CardSheet) -> list[_Column]:
    scales = [scale for scale in (sheet.trl, sheet.crl) if scale]

    def draw(canvas: Canvas, area: Area) -> None:
        for scale in scales:
            draw_scale(canvas, Area(area.x, area.y, area.width, 8), scale)
            area = area.below(10.5)
        canvas.text(area, sheet.gap, Style(size=10, least=7), name="gap")

    return [(0.9, draw)] if scales else []


def _now(sheet: CardSheet) -> list[_Column]:
    facts = [fact for fact in (sheet.today_beside, sheet.cost) if fact]
    return [(0.85, lambda canvas, area: _facts(canvas, area, facts))] if facts else []


def _purpose(sheet: CardSheet) -> list[_Column]:
    if not sheet.ladder:
        return []
    return [(1.1, lambda canvas, area: draw_ladder(canvas, area, sheet.ladder, sheet.labels))]


def _elsewhere(sheet: CardSheet) -> list[_Column]:
    uses = "\n".join(f"✓ {' '.join(use.name.split())}" for use in sheet.uses[:_MOST_USES])
    more = f"　+ {len(sheet.uses) - _MOST_USES}" if len(sheet.uses) > _MOST_USES else ""
    facts = [Told(label=sheet.labels["uses"], words=uses + more)] if uses else []
    facts += [sheet.challenge] if sheet.challenge else []
    return [(0.9, lambda canvas, area: _facts(canvas, area, facts))] if facts else []


def _try(sheet: CardSheet) -> list[_Column]:
    facts = [fact for fact in (sheet.try_what, sheet.try_with, sheet.try_by, sheet.try_cap) if fact]
    if not facts:
        return []

    def draw(canvas: Canvas, area: Area) -> None:
        canvas.box(area, name="frame", edge=ACCENT, is_round=True)
        weights = [1.9 if fact is sheet.try_what else 1.0 for fact in facts]
        for place, fact in zip(area.inset(3).columns(weights, 6), facts, strict=True):
            _facts(canvas, place, [fact], bold=fact is sheet.try_what)

    return [(1, draw)]


def _facts(
    canvas: Canvas, area: Area, facts: Sequence[Told], *, bold: bool = False, weights: Sequence[float] = ()
) -> None:
    """Each under its heading, one below the other; with `bold` the first stands out."""
    places = area.rows(list(weights) or [1.0] * len(facts), 2.5)
    for number, (place, fact) in enumerate(zip(places, facts, strict=True)):
        head = Style(size=9, least=7, is_bold=True, colour=ACCENT)
        canvas.text(Area(place.x, place.y, place.width, 4.6), fact.label, head, name=f"{fact.label}: heading")
        is_first = bold and number == 0
        words = Style(
            size=_size(fact, is_first=is_first),
            least=7,
            is_bold=is_first and fact.is_known,
            colour=INK if fact.is_known else SOFT,
        )
        canvas.text(place.below(5), fact.words if fact.is_known else f"○ {fact.words}", words, name=fact.label)


def _size(fact: Told, *, is_first: bool) -> float:
    if not fact.is_known:
        return 10
    return 13 if is_first else 11
