"""The same facts as Markdown. People's words stay words: nothing in them becomes a heading, a link or a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.adapters.pictures.plain_words import plain
from bot.core.coaching.cards.sheet import CardSheet, Scale, SheetChange, Told

_SPECIAL = re.compile(r"([\\`*_\[\]{}<>#|~&@!$^]|:(?=//))")
_AT_LINE_START = re.compile(r"^([-+=])")
_AFTER_DIGITS = re.compile(r"^(\d+)([.)])(?=\s|$)")
_WWW = re.compile(r"\b(www)\.", re.IGNORECASE)


def card_markdown(sheet: CardSheet) -> bytes:
    """UTF-8, headings for the parts of the page, a list of facts under each."""
    labels = sheet.labels
    parts = [
        f"# {escaped(sheet.title)}",
        _line(f"**{escaped(sheet.firm)}**", escaped(sheet.dated), f"**{escaped(sheet.sharing)}**"),
    ]
    if sheet.one_line:
        parts.append(f"> {escaped(sheet.one_line)}")
    parts += _part(labels["card"], [*_facts(sheet.who, sheet.situation), *_change(sheet.change)])
    parts += _part("", _facts(sheet.today, sheet.cost))
    parts += _part(labels["evidence"], [*_scales(sheet.grade), *_facts(sheet.evidence, sheet.holder)])
    gap = [f"- {escaped(sheet.gap)}"] if sheet.gap else []
    parts += _part(labels["readiness"], [*_scales(sheet.trl, sheet.crl), *gap])
    parts += _part(labels["ladder"], [f"{number}. {escaped(rung)}" for number, rung in enumerate(sheet.ladder, 1)])
    parts += _part(labels["uses"], [*_uses(sheet), *_facts(sheet.challenge)])
    parts += _part(labels["try"], _facts(sheet.try_what, sheet.try_with, sheet.try_by, sheet.try_cap))
    parts += _part("", _facts(sheet.may_tell))
    parts += _part(labels["open"], [f"- {escaped(one)}" for one in sheet.open_questions])
    parts.append(f"---\n\n{escaped(labels['made-with'])}")
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def escaped(words: str) -> str:
    """People's words, so that a reader of Markdown shows exactly them; further lines are broken hard."""
    return "\\\n  ".join(_escaped_line(line) for line in plain(words).split("\n") if line.strip())


def _escaped_line(line: str) -> str:
    safe = _WWW.sub(r"\1\\.", _SPECIAL.sub(r"\\\1", line.strip()))
    return _AT_LINE_START.sub(r"\\\1", _AFTER_DIGITS.sub(r"\1\\\2", safe))


def _line(*parts: str) -> str:
    return "　".join(part for part in parts if part)


def _part(heading: str, lines: list[str] | Iterator[str]) -> list[str]:
    kept = list(lines)
    if not kept:
        return []
    return [*([f"## {escaped(heading)}"] if heading else []), "\n".join(kept)]


def _facts(*facts: Told | None) -> Iterator[str]:
    for fact in facts:
        if fact is not None:
            words = escaped(fact.words) if fact.is_known else f"*{escaped(fact.words)}*"
            yield f"- **{escaped(fact.label)}** {words}"


def _change(change: SheetChange | None) -> Iterator[str]:
    if change is None:
        return
    yield from _facts(Told(label=change.label, words=change.words, is_known=change.is_known))
    states = [state for state in (change.before, change.after) if state is not None]
    if states:
        told = " → ".join(f"{escaped(state.label)} **{escaped(state.words)}**" for state in states)
        yield f"  - {told}{f' ({escaped(change.headline)})' if change.headline else ''}"


def _scales(*scales: Scale | None) -> Iterator[str]:
    for scale in scales:
        if scale is not None:
            level = f" ({scale.level} / {scale.levels})" if scale.level and scale.names else ""
            yield f"- **{escaped(scale.label)}** {escaped(scale.shown)}{level}"


def _uses(sheet: CardSheet) -> Iterator[str]:
    for use in sheet.uses:
        reason = f" — {escaped(use.reason)}" if use.reason else ""
        yield f"- **{escaped(use.name)}**{reason} ({escaped(use.source)})"
