"""Footnote marks inside a sentence: 「リポート注3や」 is read 「リポートや」."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.core.guides.groups import Group

_MARK = re.compile(
    r"(?<=[^\s、。（(「『・受発脚訳傾備特要外補原])[（(]?注\s?([0-9０-９]{1,3})[)）]?(?=[^\s件点文])|(?<=[^\s、（(「『・受発脚訳傾備特要外補原])注\s?([0-9０-９]{1,3})(?=[。、」』）]|$)"
)


def without_markers(groups: Sequence[Group]) -> list[Group]:
    """The groups without 注1, 注2, … where they count up through the document, so that 「受注3件」 is never touched."""
    numbers = {int(found[1] or found[2]) for group in groups for found in _MARK.finditer(group.text)}
    if not numbers or numbers != set(range(1, len(numbers) + 1)):
        return list(groups)
    return [replace(group, text=_MARK.sub("", group.text)) for group in groups]
