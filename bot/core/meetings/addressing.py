"""One's own note as it can be said to the very person whom it is about: nobody is spoken of to their face.

「田中さんにサンプルを送る」 is 「サンプルを送る」 in a letter to Mr Tanaka, and 「丸山工業を訪問」 is 「貴社を訪問」.
What names them in another way is left out of the letter rather than said wrongly.
"""

from __future__ import annotations

import re
import unicodedata

from bot.core.meetings.names import company_as_written, person_as_written
from bot.core.messages import Locale

_TITLES = "さん|様|さま|氏|先生|殿|社長|会長|専務|常務|取締役|本部長|部長|次長|課長|係長|主任|工場長|所長|店長"
_FORM = r"(?:株式会社|有限会社|合同会社|\(株\)|\(有\)|㈱|㈲)"
_IN_FULL = (
    (re.compile(r"㈱|[(（]株[)）]"), "株式会社"),
    (re.compile(r"㈲|[(（]有[)）]"), "有限会社"),
    (re.compile(r"[(（]同[)）]"), "合同会社"),
)
_TO = r"(?:あて|宛て?)?(?:に|へ|と|の(?:ところ|もと)(?:に|へ))[、,]?"


def said_to(text: str, *, contact: str, partner: str, locale: Locale) -> str:
    """The note as it is said to them; "" where it speaks of them and cannot be turned."""
    plain = unicodedata.normalize("NFKC", text)
    person, firm = person_as_written(contact), _bare(company_as_written(partner))
    names = [name for name in dict.fromkeys(("".join(person.split()), person, *person.split())) if len(name) > 1]
    said = _in_japanese(plain, names, firm) if _is_japanese(plain) else _in_english(plain, names, firm)
    is_named = any(name.casefold() in said.casefold() for name in (*names, firm) if name)
    if is_named or (locale == "en" and "貴社" in said):
        return ""
    return text.strip() if said == plain else said.strip(" 、,　")


def in_full(firm: str) -> str:
    """A firm as it is written to: 株式会社, not ㈱."""
    for short, full in _IN_FULL:
        firm = short.sub(full, firm)
    return firm


def _in_japanese(text: str, names: list[str], firm: str) -> str:
    if firm:
        whole = rf"{_FORM}?\s*{re.escape(firm)}\s*{_FORM}?(?:さん|様|さま)?"
        for name in names:
            text = re.sub(rf"{whole}の(?={re.escape(name)})", "", text)
        text = re.sub(rf"{whole}{_TO}(?!訪問|伺)", "", text)
        text = re.sub(whole, "貴社", text)
    for name in names:
        text = re.sub(rf"{re.escape(name)}\s*(?:{_TITLES})*{_TO}", "", text)
    return text


def _in_english(text: str, names: list[str], firm: str) -> str:
    title = r"(?:(?:mr|mrs|ms|dr|prof)\.?\s+)?"
    for name in names:
        called = rf"{title}{re.escape(name)}(?:[- ]san)?"
        of = rf"(?:\s+(?:of|at|from)\s+{re.escape(firm)})?" if firm else ""
        text = re.sub(rf"\b{called}{of}(?:'s|’s)\b", "your", text, flags=re.IGNORECASE)
        text = re.sub(rf"\b{called}\b{of}", "you", text, flags=re.IGNORECASE)
    return re.sub(rf"\b{re.escape(firm)}\b", "your company", text, flags=re.IGNORECASE) if firm else text


def _bare(firm: str) -> str:
    return re.sub(rf"^{_FORM}\s*|\s*{_FORM}$", "", unicodedata.normalize("NFKC", firm)).strip()


def _is_japanese(text: str) -> bool:
    return re.search(r"[ぁ-ヿ一-鿿]", text) is not None
