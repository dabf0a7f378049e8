"""What is drawn on a slide, of native shapes: bars before and after, small scales, the ladder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN

from bot.adapters.pictures.slide_canvas import ACCENT, BEFORE, FAINT, INK, SOFT, WHITE, Area, Canvas, Style
from bot.core.coaching.cards.sheet import Scale, SheetChange, State

_MOST_RUNGS = 4
_HEAD = 4.6


def draw_change(canvas: Canvas, area: Area, change: SheetChange) -> None:
    """What becomes less or more: bars to scale, two panels, or the words alone."""
    heading = Style(size=9, least=7, is_bold=True, colour=ACCENT)
    left = area.width * (0.58 if change.headline else 1)
    canvas.text(Area(area.x, area.y, left, _HEAD), change.label, heading, name=change.label)
    if change.headline:
        arrow = {"less": "▼ ", "more": "▲ "}.get(change.direction, "")
        large = Style(size=20, least=10, is_bold=True, colour=ACCENT, align=PP_ALIGN.RIGHT)
        place = Area(area.x + left, area.y - 1.5, area.width - left, 10)
        canvas.text(place, f"{arrow}{change.headline}", large, name="headline")
    area = area.below(8)
    if change.before is None or change.after is None:
        style = Style(
            size=16 if change.is_known else 10,
            least=8,
            is_bold=change.is_known,
            colour=INK if change.is_known else SOFT,
        )
        canvas.text(area, change.words if change.is_known else f"○ {change.words}", style, name="change")
        return
    figure = Area(area.x, area.y, area.width, area.height - 8)
    (_bars if change.is_to_scale else _panels)(canvas, figure, change.before, change.after)
    if change.after.words == change.words:
        return
    caption = Style(size=9, least=7, colour=SOFT)
    canvas.text(area.below(area.height - 7), change.words, caption, name="change")


def _bars(canvas: Canvas, area: Area, before: State, after: State) -> None:
    most = max(before.high or 0.0, after.high or 0.0)
    words = area.width * 0.3
    room = area.width - words - 3
    for place, state in zip(area.rows([1, 1], 1.5), (before, after), strict=True):
        is_after = state is after
        colour, edge = (ACCENT, ACCENT) if is_after else (BEFORE, FAINT)
        label = Style(size=8, is_bold=is_after, colour=ACCENT if is_after else SOFT)
        canvas.text(Area(place.x, place.y, area.width, 4), state.label, label, name=state.label)
        low, high = (max(room * (value or 0.0) / most, 0.4) for value in (state.low, state.high))
        bar = Area(place.x, place.y + 4.2, high, place.height - 4.2)
        if high > low:
            canvas.box(bar, name=f"{state.label}: range", edge=edge, is_dashed=True)
        canvas.box(Area(bar.x, bar.y, low, bar.height), name=f"{state.label}: bar", fill=colour, edge=edge)
        style = Style(size=15, least=8, is_bold=True, anchor=MSO_ANCHOR.MIDDLE)
        canvas.text(Area(bar.x + high + 3, bar.y, words, bar.height), state.words, style, name=f"{state.label}: value")


def _panels(canvas: Canvas, area: Area, before: State, after: State) -> None:
    for place, state in zip(area.columns([1, 1], 10), (before, after), strict=True):
        is_after = state is after
        colour = WHITE if is_after else INK
        edge = ACCENT if is_after else FAINT
        fill = ACCENT if is_after else WHITE
        canvas.box(
            place, name=f"{state.label}: panel", fill=fill, edge=edge, is_round=True, is_dashed=not state.is_known
        )
        inner = place.inset(2.5)
        label = Style(size=8, is_bold=True, colour=WHITE if is_after else SOFT)
        canvas.text(Area(inner.x, inner.y, inner.width, 4), state.label, label, name=state.label)
        words = Style(size=15 if state.is_known else 10, least=8, is_bold=state.is_known, colour=colour)
        canvas.text(inner.below(5), state.words, words, name=f"{state.label}: value")
    arrow = Area(area.x + area.width / 2 - 2.5, area.y + area.height / 2 - 3, 5, 6)
    canvas.box(arrow, name="arrow", fill=ACCENT, shape=MSO_SHAPE.CHEVRON)


def draw_steps(canvas: Canvas, area: Area, scale: Scale) -> None:
    """Steps, each higher than the one before, filled up to the level."""
    shown = f"{scale.label}　{scale.level} / {scale.levels}" if scale.level else f"{scale.label}　{scale.shown}"
    heading = Style(size=9, is_bold=True, colour=ACCENT)
    canvas.text(Area(area.x, area.y, area.width * 0.6, _HEAD), shown, heading, name=scale.label)
    base = area.y + area.height - 4.6
    for number, place in enumerate(area.columns([1] * scale.levels, 1.5)):
        height = 1.8 + 1.1 * number
        bar = Area(place.x, base - height, place.width, height)
        is_reached, is_here = number < scale.level, number + 1 == scale.level
        _cell(canvas, bar, f"{scale.label}: {number + 1}", is_reached=is_reached)
        style = Style(size=8, least=6, is_bold=is_here, colour=ACCENT if is_here else SOFT, align=PP_ALIGN.CENTER)
        name = scale.names[number]
        canvas.text(Area(place.x - 1, base + 0.6, place.width + 2, 4), name, style, name=name)


def draw_scale(canvas: Canvas, area: Area, scale: Scale) -> None:
    """A row of small cells, filled up to the level; dashed where it is not known."""
    known = scale.level > 0
    left = area.width * (0.72 if known else 0.55)
    canvas.text(Area(area.x, area.y, left, 4), scale.label, Style(size=8, least=6), name=scale.label)
    colour = ACCENT if known else SOFT
    value = Style(size=9 if known else 8, least=6, is_bold=known, colour=colour, align=PP_ALIGN.RIGHT)
    right = Area(area.x + left, area.y - 0.3, area.width - left, 4.4)
    canvas.text(right, scale.shown, value, name=f"{scale.label}: level")
    row = Area(area.x, area.y + 4.6, area.width, 2.4)
    for number, place in enumerate(row.columns([1] * scale.levels, 0.8)):
        _cell(canvas, place, f"{scale.label}: {number + 1}", is_reached=number < scale.level, is_known=known)


def _cell(canvas: Canvas, area: Area, name: str, *, is_reached: bool, is_known: bool = True) -> None:
    fill, edge = (ACCENT, ACCENT) if is_reached else (WHITE, FAINT)
    canvas.box(area, name=name, fill=fill, edge=edge, is_dashed=not is_known)


def draw_ladder(canvas: Canvas, area: Area, rungs: Sequence[str], labels: Mapping[str, str]) -> None:
    """Two rails, a rung for each purpose; the function is the lowest one."""
    heading = Style(size=9, is_bold=True, colour=ACCENT)
    canvas.text(Area(area.x, area.y, area.width, _HEAD), labels["ladder"], heading, name=labels["ladder"])
    shown = rungs if len(rungs) <= _MOST_RUNGS else (*rungs[: _MOST_RUNGS - 1], rungs[-1])
    body = area.below(6)
    # Rungs are no higher than they need to be, and the rails end with them.
    body = Area(body.x, body.y, body.width, min(body.height, 14.4 * len(shown)))
    for x in (body.x + 6, body.x + body.width - 7):
        canvas.box(Area(x, body.y, 1, body.height), name="rail", fill=ACCENT)
    for number, place in enumerate(body.inset(1.2).rows([1] * len(shown), 2.4)):
        level = len(shown) - 1 - number
        is_function = level == 0
        rung = Area(area.x, place.y, area.width, min(place.height, 12))
        fill, colour = (ACCENT, WHITE) if is_function else (WHITE, INK)
        canvas.box(rung, name=f"rung {level + 1}: frame", fill=fill, edge=ACCENT, is_round=True)
        is_end = is_function or number == 0
        style = Style(size=11, least=7, is_bold=is_end, colour=colour, anchor=MSO_ANCHOR.MIDDLE)
        inner = Area(rung.x + 3, rung.y + 0.4, rung.width - 6, rung.height - 0.8)
        canvas.text(inner, shown[level], style, name=f"rung {level + 1}")
