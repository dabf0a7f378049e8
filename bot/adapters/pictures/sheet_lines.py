"""A sheet as lines of plain text: every fact whole, for notes and for whoever hears it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.coaching.cards.sheet import CardSheet


def sheet_lines(sheet: CardSheet) -> Iterator[str]:
    """Headings with their words, in the order of the page."""
    yield f"{sheet.labels['card']}: {sheet.title}"
    yield from (sheet.firm, sheet.dated, sheet.sharing)
    if sheet.one_line:
        yield sheet.one_line
    if sheet.change is not None:
        headline = f" ({sheet.change.headline})" if sheet.change.headline else ""
        yield f"{sheet.change.label}: {sheet.change.words}{headline}"
    for fact in sheet.told:
        yield f"{fact.label}: {fact.words}"
    for scale in (sheet.grade, sheet.trl, sheet.crl):
        if scale is not None:
            level = f" ({scale.level} / {scale.levels})" if scale.level and scale.names else ""
            yield f"{scale.label}: {scale.shown}{level}"
    if sheet.gap:
        yield sheet.gap
    if sheet.ladder:
        yield f"{sheet.labels['ladder']}: {' → '.join(sheet.ladder)}"
    for use in sheet.uses:
        reason = f" ({use.reason})" if use.reason else ""
        yield f"{sheet.labels['uses']}: {use.name}{reason} [{use.source}]"
    if sheet.open_questions:
        yield f"{sheet.labels['open']}: {', '.join(sheet.open_questions)}"
