"""The A4 page of a card as PDF and as a picture: what of a sheet goes to its template."""

from __future__ import annotations

from typing import Any, Literal

from bot.adapters.pictures.typeface import drawable, require
from bot.adapters.pictures.typesetting import typeset
from bot.core.coaching.cards.sheet import CardSheet, Scale, SheetChange, SheetUse, State, Told
from bot.core.coaching.cards.speech import cut_at_boundary

DOTS_PER_INCH = 150
_LONGEST = 500
"""Characters of one fact that are given to the page at most: more than any of its boxes holds."""
_MOST_USES = 4


def sheet_pdf(sheet: CardSheet) -> bytes:
    """One A4 page, its fonts embedded, its words as text."""
    return _compiled(sheet, "pdf")


def sheet_png(sheet: CardSheet) -> bytes:
    """The same page as a picture, 1,240 × 1,754 pixels."""
    return _compiled(sheet, "png")


def _compiled(sheet: CardSheet, form: Literal["pdf", "png"]) -> bytes:
    return typeset("sheet.typ", _page(sheet), form=form, made_on=sheet.made_on, dots_per_inch=DOTS_PER_INCH)


def _page(sheet: CardSheet) -> dict[str, Any]:
    """Everything as JSON. Raises DataFileError where the typeface lacks a character of our own words."""
    ours = (*sheet.labels.values(), sheet.kind, sheet.sharing, sheet.dated)
    require("".join(ours))
    return {
        "language": sheet.language,
        "kind": sheet.kind,
        "title": _words(_one_line(sheet.title)),
        "is-titled": sheet.is_titled,
        "firm": _words(_one_line(sheet.firm)),
        "dated": sheet.dated,
        "made-on": [sheet.made_on.year, sheet.made_on.month, sheet.made_on.day],
        "one-line": _words(sheet.one_line),
        "sharing": sheet.sharing,
        "is-secret": sheet.is_secret,
        "labels": dict(sheet.labels),
        **_facts(sheet),
        "change": _change(sheet.figure, said_above=sheet.one_line),
        "grade": _scale(sheet.grade),
        "trl": _scale(sheet.trl),
        "crl": _scale(sheet.crl),
        "gap": _words(sheet.gap),
        "ladder": [_words(rung) for rung in sheet.ladder],
        "uses": [_use(use) for use in sheet.uses[:_MOST_USES]],
        "uses-count": len(sheet.uses),
        "open-questions": _words(_joined(sheet)),
    }


def _facts(sheet: CardSheet) -> dict[str, Any]:
    named = {
        "who": sheet.who,
        "situation": sheet.situation,
        "today": sheet.today_beside,
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
    return {name: _fact(fact) for name, fact in named.items()}


def _fact(fact: Told | None) -> dict[str, Any] | None:
    if fact is None:
        return None
    return {"label": fact.label, "words": _words(fact.words), "known": fact.is_known}


def _change(change: SheetChange | None, *, said_above: str) -> dict[str, Any] | None:
    if change is None:
        return None
    return {
        "label": change.label,
        "words": _words(change.words),
        "known": change.is_known,
        "before": _state(change.before),
        "after": _state(change.after),
        "headline": _words(change.headline)["text"],
        "direction": change.direction,
        "to-scale": change.is_to_scale,
        "is-said": _is_said(change, said_above),
    }


def _is_said(change: SheetChange, said_above: str) -> bool:
    """Do the words stand above the figure, or within it? Then they are not said once more below it."""
    words = change.words.rstrip("。. ").casefold()
    return words in said_above.casefold() or (change.after is not None and words in change.after.words.casefold())


def _state(state: State | None) -> dict[str, Any] | None:
    if state is None:
        return None
    words = _words(state.words)
    return {"label": state.label, "words": words, "low": state.low, "high": state.high, "known": state.is_known}


def _use(use: SheetUse) -> dict[str, Any]:
    name, reason = cut_at_boundary(_one_line(use.name), 60), cut_at_boundary(_one_line(use.reason), 160)
    return {"name": _words(name), "reason": _words(reason), "source": use.source}


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _words(text: str) -> dict[str, Any]:
    drawn = drawable(text[: 2 * _LONGEST])
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
    return ("、" if sheet.language == "ja" else ", ").join(sheet.open_elsewhere)
