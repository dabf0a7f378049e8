"""What of an English sentence is quoted with a word of praise, and which numbers are only names."""

from __future__ import annotations

import re

_BARE = ("decades", "flexibly", "quality")
_BEFORE_IT = re.compile(r"\b(?!(?:and|of|the|a|our|in|for|with|or)\b)\w+ $")
_NAME = re.compile(r"(?:\b(?:in|since|from) (?:1[5-9]|20)\d\d|\b[A-Z]{2,} \d+)(?: [a-zA-Z]+)?[.,]?$")


def before_praise(said: str, begin: int, praise: str) -> str:
    """ "seven " of "seven decades", "" where the praise says enough alone."""
    found = _BEFORE_IT.search(said[:begin]) if praise in _BARE else None
    return found[0] if found else ""


def is_name(said: str, end: int) -> bool:
    """ "in 2022", "ISO 14001": a year or a name, and no amount."""
    return _NAME.search(said[:end]) is not None
