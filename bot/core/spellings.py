"""What two spellings of one name share (表記ゆれ), whatever it is the name of. For comparing, never for showing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bot.core.kanji_variants import VARIANTS

_DASHES = re.compile("[-‐‑‒–—―−ー~〜]")
_NO_LETTER = re.compile(r"[^\w]|_", re.UNICODE)


def plain(name: str) -> str:
    """One width, one case, old and variant kanji as today's."""
    uniform = unicodedata.normalize("NFKC", name).strip().casefold()
    return "".join(VARIANTS.get(one, one) for one in uniform)


def letters(name: str) -> str:
    """Letters and digits alone, and one kind of dash, which in Japanese is part of a name."""
    return _NO_LETTER.sub("", _DASHES.sub("ー", name))


@lru_cache(maxsize=4096)
def same_event_key(name: str) -> str:
    """展示会 2026, 展示会２０２６ and 「展示会2026」 share one key. "" for no name."""
    return letters(plain(name))
