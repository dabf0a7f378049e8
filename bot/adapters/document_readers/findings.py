"""Is what came out really text? A guide that reads as nonsense is refused, never indexed.

Seen in the wild: の read as 䛾 (PDF fonts whose map points into CJK extension A), UTF-8 read as CP932 (縺ゅ＞), private
characters and glyph names where a PDF has no map at all, and replacement characters (U+FFFD).
"""

from __future__ import annotations

import re

from bot.core.guides.models import ExtractedDocument
from bot.errors import DocumentRefused

_JAPANESE = re.compile("[\u3041-\u30ff\u3400-\u9fff]")
_EXTENSION_A = re.compile("[\u3400-\u4dbf]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_UTF8_AS_CP932 = re.compile("縺|繧|繝")
_UTF8_AS_LATIN = re.compile("[\u00e3\u00e5-\u00e9][\u0080-\u00bf\u0152-\u0178\u2013-\u203a\u20ac\u2122]")
_EUC_AS_CP932 = re.compile("[\uff61-\uff9f]{2}")
_GLYPH_NAMES = re.compile(r"\(cid:\d+\)|(?:/[A-Za-z]{1,3}\d{1,4}){3,}|(?:/g?[0-9A-F]{2,4}){4,}")
_QUESTIONS = re.compile(r"\?{4,}")
_LETTER = re.compile(r"\S")
_SHOWN = 30


def check(document: ExtractedDocument) -> None:
    """Raises DocumentRefused for a document without text or with garbled text."""
    if not document.blocks:
        raise DocumentRefused("refused-no-text")
    pages: dict[int | None, list[str]] = {}
    for block in document.blocks:
        pages.setdefault(block.page, []).append(block.text)
    whole = "\n".join("\n".join(texts) for texts in pages.values())
    for text in [whole, *("\n".join(texts) for texts in pages.values())]:
        refuse_garbled(text)


def refuse_garbled(text: str) -> None:
    """For text as it was decoded, before anything is cleaned. Raises DocumentRefused with a preview."""
    if place := garbled_at(text):
        raise DocumentRefused("refused-garbled", preview=_around(text, place - 1))


def garbled_at(text: str) -> int:
    """0 for text that reads; else 1 + the place where the garbling begins."""
    letters = max(1, len(_LETTER.findall(text)))
    japanese = max(1, len(_JAPANESE.findall(text)))
    # pattern, the share above which it is no accident, of how many characters, at least so many
    signs = (
        (re.compile("\ufffd"), 0.01, letters, 2),
        (_EXTENSION_A, 0.03, japanese, 2),
        (_PRIVATE, 0.05, letters, 3),
        (_UTF8_AS_CP932, 0.08, japanese, 3),
        (_UTF8_AS_LATIN, 0.08, letters, 3),
        (_EUC_AS_CP932, 0.25, letters, 6),
        (_GLYPH_NAMES, 0.01, letters, 1),
        (_QUESTIONS, 0.05, letters, 3),
    )
    for pattern, share, of, least in signs:
        found = [match.start() for match in pattern.finditer(text)]
        if len(found) >= least and len(found) > share * of:
            return found[0] + 1
    return 0


def _around(text: str, place: int) -> str:
    return re.sub(r"\s+", " ", text[max(0, place - 5) : place + _SHOWN])
