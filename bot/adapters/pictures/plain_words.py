"""People's words as file formats take them: no control characters, no halves of characters, no hidden marks."""

from __future__ import annotations

import re
import unicodedata

_HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")


def plain(text: str) -> str:
    """The words with line ends as \\n, without what no format can hold and what turns the direction of other words."""
    lines = _HIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(one for one in lines if one == "\n" or unicodedata.category(one) not in ("Cc", "Cs", "Cn")).strip()
