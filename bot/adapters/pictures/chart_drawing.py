"""Charts as pictures, as wide as a telephone: what of a picture goes to its template."""

from __future__ import annotations

from typing import Any

from bot.adapters.pictures.typeface import drawable, require
from bot.adapters.pictures.typesetting import typeset
from bot.core.figures.charts import Bar, Chart, Picture

DOTS_PER_INCH = 216
"""Three dots a point: a page of 360 points is 1,080 dots wide."""
_LONGEST = 60
"""Characters of a name that are given to the page at most; the row shortens them further."""


def chart_png(picture: Picture) -> bytes:
    """The picture, 1,080 pixels wide and as high as it needs. Raises DataFileError, DependencyError."""
    data = _page(picture)
    return typeset("charts.typ", data, form="png", made_on=picture.made_on, dots_per_inch=DOTS_PER_INCH)


def _page(picture: Picture) -> dict[str, Any]:
    require(picture.title + picture.subtitle)
    return {
        "language": picture.language,
        "title": picture.title,
        "subtitle": picture.subtitle,
        "charts": [_chart(one) for one in picture.charts],
    }


def _chart(chart: Chart) -> dict[str, Any]:
    """`most` is how long the longest bar is, now or before."""
    require("".join((chart.title, chart.empty, chart.before, *chart.legend)))
    lengths = [max(sum(one.parts), one.before or 0) for one in chart.bars]
    return {
        "title": chart.title,
        "empty": chart.empty,
        "legend": list(chart.legend),
        "before": chart.before,
        "most": max(lengths, default=0),
        "bars": [_bar(one) for one in chart.bars],
    }


def _bar(bar: Bar) -> dict[str, Any]:
    return {
        "label": drawable(bar.label[:_LONGEST]).text,
        "under": drawable(bar.under).text,
        "parts": list(bar.parts),
        "before": bar.before,
        "note": bar.note,
        "marked": bar.is_marked,
    }
