"""A question freed from what names whoever asked; and whether it is still worded as they worded it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.core.japanese import normalise

PUT_IN = "〇〇"
"""Stands where a name stood."""

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_PHONE = re.compile(r"(?<!\d)(?:\+81[-\s]?|0)\d{1,4}[-（(\s]\d{1,4}[-）)\s]\d{3,4}(?!\d)")
_FORMS = re.compile(
    r"株式会社|有限会社|合同会社|合資会社|合名会社|（株）|\(株\)|㈱|（有）|\(有\)|㈲|一般社団法人|協同組合"
)
_HONORIFIC = r"(?=\s?(?:さん|様|さま|氏|社長|部長|課長|専務|常務|会長|工場長))"
_BLANKS = re.compile(r"[\s\u3000]+")
_OWN_RUN = 16
"""Characters in a row that two people rarely choose alike."""
_OWN_SHARE = 0.6
"""Of its pairs of three characters in a row, how many stand in the other's question."""


def firm_names(name: str) -> Sequence[str]:
    """How people write the name of a firm: in full, and without what sort of firm it is."""
    short = _FORMS.sub("", name).strip()
    return [one for one in (name.strip(), short) if len(one) >= 2]


def person_names(name: str) -> Sequence[str]:
    """How people write somebody's name: with and without the blank, and the family name where it has two characters."""
    parts = [part for part in _BLANKS.split(name.strip()) if part]
    together = ["".join(parts), *({" ".join(parts), "\u3000".join(parts)} if len(parts) > 1 else ())]
    families = parts[:1] if len(parts) > 1 and len(parts[0]) >= 2 else []
    return [one for one in (*together, *families) if len(one) >= 2]


def freed(text: str, *, names: Iterable[str], families: Iterable[str] = ()) -> str:
    """The text with names, mail addresses and telephone numbers taken out. `families`, which may be a word or a
    character of another, only where somebody is addressed by them."""
    for name in sorted(set(names), key=len, reverse=True):
        text = re.sub(re.escape(name), PUT_IN, text, flags=re.IGNORECASE)
    for family in sorted(set(families), key=len, reverse=True):
        text = re.sub(re.escape(family) + _HONORIFIC, PUT_IN, text)
    return _PHONE.sub(PUT_IN, _MAIL.sub(PUT_IN, text))


def named_in(text: str, names: Iterable[str]) -> Sequence[str]:
    """Which of the names stand in a text, longest first; a name inside of one that was found is not found again."""
    found: list[str] = []
    for name in sorted(set(names), key=len, reverse=True):
        if name.casefold() in text.casefold() and not any(name in one for one in found):
            found.append(name)
    return found


def is_worded_as(question: str, original: str) -> bool:
    """Is a question still in the words of another one? Judged without a model, and rather too often than too seldom:
    equal, many characters in a row alike, or most of what stands in it."""
    one, other = (_BLANKS.sub("", normalise(text)) for text in (question, original))
    if not one or not other:
        return False
    if one in other or _has_run(one, other):
        return True
    grams = {one[place : place + 3] for place in range(len(one) - 2)}
    return bool(grams) and sum(gram in other for gram in grams) >= _OWN_SHARE * len(grams)


def _has_run(one: str, other: str) -> bool:
    return any(one[place : place + _OWN_RUN] in other for place in range(len(one) - _OWN_RUN + 1))
