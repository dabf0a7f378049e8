"""Numbers in digits and in kanji, as far as dates and counts of days use them."""

from __future__ import annotations

_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}

NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十]{1,4})"
"""A pattern for what `number` reads."""


def number(text: str) -> int:
    """12, 十二, 二十 → int. Raises ValueError for anything else."""
    if text.isdigit():
        return int(text)
    if text == "元":
        return 1
    tens, ten, ones = text.partition("十")
    if any(one not in _DIGITS for one in (tens, ones) if one) or not text:
        raise ValueError("not a number")
    if not ten:
        return _DIGITS[text]
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
