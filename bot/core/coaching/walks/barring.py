"""Which words of the present industry somebody used."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence


def barred_in(text: str, words: Sequence[str]) -> tuple[str, ...]:
    """Those of `words` that stand in the text, as they are written there; each once. Width and case make no difference;
    a word in Latin letters stands for itself alone, not for a part of another."""
    plain = unicodedata.normalize("NFKC", text)
    found = (re.search(_pattern(word), plain, re.IGNORECASE) for word in words)
    return tuple(dict.fromkeys(one.group(0) for one in found if one))


def _pattern(word: str) -> str:
    plain = re.escape(unicodedata.normalize("NFKC", word))
    return rf"(?<![A-Za-z]){plain}(?![A-Za-z])" if word.isascii() else plain
