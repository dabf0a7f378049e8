"""What a cell holds as text, and what a table program could take for a formula."""

from __future__ import annotations

from bot.core.figures.tables import Cell, Tally
from bot.core.messages import Message, Say

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""OWASP, "CSV Injection"; Japanese Excel takes the full-width ones as well."""


def plain_of(cell: Cell, say: Say) -> str | int | float | None:
    """A cell as JSON has it: our words said, days as `YYYY-MM-DD`."""
    if cell is None or isinstance(cell, Tally):
        return None
    if isinstance(cell, Message):
        return say(cell)
    return cell if isinstance(cell, str | int | float) else cell.isoformat()


def could_be_formula(text: str) -> bool:
    """Would a table program count it out instead of showing it?"""
    return text.lstrip(" \u3000\ufeff").startswith(_BEGINS_A_FORMULA) or text.startswith(_BEGINS_A_FORMULA)


def quoted(text: str) -> str:
    """Shown as it is, with an apostrophe before what could be a formula."""
    return f"'{text}" if could_be_formula(text) else text
