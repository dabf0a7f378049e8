"""Titles that programs make up for documents."""

from __future__ import annotations

import re

_JUNK = re.compile(
    r"^(?:microsoft (?:word|powerpoint|excel)\b.*|untitled\b.*|無題.*|powerpoint ?(?:プレゼンテーション|presentation)|"
    r"(?:word|文書 ?\d*|document ?\d*|presentation ?\d*|プレゼンテーション ?\d*|book ?\d*|スライド ?\d*|slide ?\d*)|"
    r"タイトル|\(anonymous\)|\(?unspecified\)?|"
    r"(?:the )?title|.*\.(?:docx?|xlsx?|pptx?|pdf|indd|txt|ai|tex|html?|jtd))$",
    re.I,
)


def is_junk_title(title: str) -> bool:
    """True for a title that a program made up, or none."""
    return not title.strip() or _JUNK.match(title.strip()) is not None
