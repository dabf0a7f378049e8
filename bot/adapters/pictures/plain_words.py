"""People's words as file formats take them: no control characters, no halves of characters, no hidden marks."""

from __future__ import annotations

import re
import unicodedata

_HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")


def plain(text: str) -> str:
    """The words with line ends as \\n, without what no format can hold and what turns the direction of other words."""
    lines = _HIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(one for one in lines if one == "\n" or not _is_unusable(one)).strip()


def _is_unusable(character: str) -> bool:
    is_no_character = ord(character) & 0xFFFE == 0xFFFE
    return is_no_character or unicodedata.category(character) in ("Cc", "Cs")
