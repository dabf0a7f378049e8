"""The A4 page of a card as PDF and as a picture: set by typst, from templates/, in a typeface of our own package.

The words travel as data (`sys.inputs`), so nothing in them is read as markup or code. No font of the machine and no
network is used: the same sheet gives the same bytes.
"""

from __future__ import annotations

import json
import threading
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from bot.adapters.pictures.typeface import FONTS, drawable, require
from bot.core.coaching.cards.sheet import CardSheet, Scale, SheetChange, SheetUse, State, Told
from bot.errors import DataFileError

DOTS_PER_INCH = 150
_TEMPLATES = Path(__file__).with_name("templates")
_LONGEST = 700
"""Characters of one fact that are given to the page at most: more than any of its boxes holds."""
_MOST_USES = 4
_TURN = threading.Lock()
"""A compiler sets one page at a time; it is set in well under a second."""


def sheet_pdf(sheet: CardSheet) -> bytes:
    """One A4 page, its fonts embedded, its words as text."""
    return _compiled(sheet, "pdf")


def sheet_png(sheet: CardSheet) -> bytes:
    """The same page as a picture, 1,240 × 1,754 pixels."""
    return _compiled(sheet, "png")


def replaced_characters(sheet: CardSheet) -> tuple[str, ...]:
    """What the typeface lacks of the words on the page, each once, and where 〓 therefore stands."""
    page = _Page()
    page.of(sheet)
    return tuple(page.replaced)


def _compiled(sheet: CardSheet, form: Literal["pdf", "png"]) -> bytes:
    page = json.dumps(_Page().of(sheet), ensure_ascii=False)
    made_at = datetime.combine(sheet.made_on, time(), UTC)
    with _TURN:
        drawn, warnings = _compiler().compile_with_warnings(
            _TEMPLATES / "sheet.typ",
            format=form,
            ppi=DOTS_PER_INCH,
            sys_inputs={"sheet": page},
            timestamp=made_at,
        )
    if warnings:
        raise DataFileError(str(_TEMPLATES), f"typst warns: {warnings[0].message}")
    if not isinstance(drawn, bytes):
        raise DataFileError(str(_TEMPLATES), "the sheet became more than one page")
    return drawn


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    return typst.Compiler(root=_TEMPLATES, font_paths=fonts, ignore_system_fonts=True)


class _Page:
    """A sheet as the template reads it; notes what had to be replaced."""

    def __init__(self) -> None:
        self.replaced: dict[str, None] = {}

    def of(self, sheet: CardSheet) -> dict[str, Any]:
        """Everything as JSON. Raises DataFileError where the typeface lacks a character of our own words."""
        ours = (*sheet.labels.values(), sheet.kind, sheet.sharing, sheet.dated)
        require("".join(ours))
        return {
            "language": sheet.language,
            "kind": sheet.kind,
            "title": self._words(sheet.title),
            "is-titled": sheet.is_titled,
            "firm": self._words(sheet.firm),
            "dated": sheet.dated,
            "made-on": [sheet.made_on.year, sheet.made_on.month, sheet.made_on.day],
            "one-line": self._words(sheet.one_line),
            "sharing": sheet.sharing,
            "is-secret": sheet.is_secret,
            "labels": dict(sheet.labels),
            **self._facts(sheet),
            "change": self._change(sheet.change),
            "grade": _scale(sheet.grade),
            "trl": _scale(sheet.trl),
            "crl": _scale(sheet.crl),
            "gap": self._words(sheet.gap),
            "ladder": [self._words(rung) for rung in sheet.ladder],
            "uses": [self._use(use) for use in sheet.uses[:_MOST_USES]],
            "more-uses": f"+ {len(sheet.uses) - _MOST_USES}" if len(sheet.uses) > _MOST_USES else "",
            "open-questions": self._words(_joined(sheet)),
        }

    def _facts(self, sheet: CardSheet) -> dict[str, Any]:
        named = {
            "who": sheet.who,
            "situation": sheet.situation,
            "today": sheet.today,
            "cost": sheet.cost,
            "evidence": sheet.evidence,
            "holder": sheet.holder,
            "challenge": sheet.challenge,
            "try-what": sheet.try_what,
            "try-with": sheet.try_with,
            "try-by": sheet.try_by,
            "try-cap": sheet.try_cap,
            "may-tell": sheet.may_tell,
        }
        return {name: self._fact(fact) for name, fact in named.items()}

    def _fact(self, fact: Told | None) -> dict[str, Any] | None:
        if fact is None:
            return None
        return {"label": fact.label, "words": self._words(fact.words), "known": fact.is_known}

    def _change(self, change: SheetChange | None) -> dict[str, Any] | None:
        if change is None:
            return None
        return {
            "label": change.label,
            "words": self._words(change.words),
            "known": change.is_known,
            "before": self._state(change.before),
            "after": self._state(change.after),
            "headline": self._words(change.headline)["text"],
            "direction": change.direction,
            "to-scale": change.is_to_scale,
        }

    def _state(self, state: State | None) -> dict[str, Any] | None:
        if state is None:
            return None
        words = self._words(state.words)
        return {"label": state.label, "words": words, "low": state.low, "high": state.high, "known": state.is_known}

    def _use(self, use: SheetUse) -> dict[str, Any]:
        return {"name": self._words(use.name), "reason": self._words(use.reason), "source": use.source}

    def _words(self, text: str) -> dict[str, Any]:
        drawn = drawable(text[: 2 * _LONGEST])
        self.replaced.update(dict.fromkeys(drawn.replaced))
        return {"text": drawn.text[:_LONGEST], "cut": len(drawn.text) > _LONGEST or len(text) > 2 * _LONGEST}


def _scale(scale: Scale | None) -> dict[str, Any] | None:
    if scale is None:
        return None
    return {
        "label": scale.label,
        "level": scale.level,
        "levels": scale.levels,
        "shown": scale.shown,
        "names": list(scale.names),
    }


def _joined(sheet: CardSheet) -> str:
    return ("、" if sheet.language == "ja" else ", ").join(sheet.open_questions)
