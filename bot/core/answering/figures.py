"""The figures of a text, so that a claim cannot bring a number that its passage does not have.

Arabic and full-width digits, kanji numerals, mixed ones (1億2,000万), percentages and 割, era years, and English
number words, months and units are compared as value and unit: 「三十日」, 「３０日」 and "thirty days" are one figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from bot.core.japanese import normalise

_KANJI_DIGITS = {kanji: value for value, kanji in enumerate("〇一二三四五六七八九")} | {"零": 0, "両": 2}
_SMALL = {"十": 10, "百": 100, "千": 1_000}
_LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12}
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}

_UNITS = {
    "日": "day", "日間": "day", "週間": "week", "週": "week", "か月": "span-month", "ヵ月": "span-month",
    "カ月": "span-month", "ケ月": "span-month", "ヶ月": "span-month", "箇月": "span-month", "月": "month",
    "年": "year", "年間": "year", "年度": "year", "時間": "hour", "時": "clock", "分": "minute", "分間": "minute",
    "秒": "second", "円": "yen", "社": "firm", "人": "person", "名": "person", "回": "time", "度": "time",
    "%": "percent", "パーセント": "percent", "件": "item", "個": "piece", "つ": "piece", "枚": "sheet", "点": "point",
    "歳": "age", "倍": "fold", "割": "percent", "本": "piece", "番": "rank", "位": "rank", "章": "chapter",
    "条": "article",
}  # fmt: skip
_ENGLISH_UNITS = {
    "day": "day", "week": "week", "month": "span-month", "year": "year", "hour": "hour", "minute": "minute",
    "second": "second", "yen": "yen", "company": "firm", "companies": "firm", "firm": "firm", "person": "person",
    "people": "person", "time": "time", "percent": "percent", "%": "percent", "item": "item", "case": "item",
}  # fmt: skip
_TO_TWENTY = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
)
_WORDS = {word: value for value, word in enumerate(_TO_TWENTY.split(" "), start=2)} | {
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12,
    "hundred": 100, "thousand": 1_000, "twice": 2, "tenfold": 10,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9}
_MONTH_NAMES = "january february march april may june july august september october november december"
_MONTHS = tuple(_MONTH_NAMES.split())

_JAPANESE_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_ENGLISH_UNIT = "|".join(sorted(_ENGLISH_UNITS, key=len, reverse=True))
_ARABIC = re.compile(
    rf"(?P<number>\d+(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<scales>(?:[十百千万億兆]+(?:\d[\d,]*)?)*)"
    rf"(?:\s*(?P<english>hundred|thousand|million|billion)\b)?"
    rf"(?:[\s-]*(?P<word>{_ENGLISH_UNIT})(?:e?s)?(?![a-z])|(?P<unit>{_JAPANESE_UNIT}))?"
)
_KANJI = re.compile(rf"(?<!\d)(?P<number>[〇一二三四五六七八九十百千万億兆]+)(?P<unit>{_JAPANESE_UNIT})")
_SPELT = re.compile(
    rf"(?<![a-z])(?P<number>{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
    rf"(?:[\s-]+(?P<one>one|{'|'.join(list(_WORDS)[:8])}))?(?:\s+(?P<english>hundred|thousand|million|billion))?"
    rf"(?:[\s-]+(?P<word>{_ENGLISH_UNIT})(?:e?s)?)?(?![a-z])"
)
_MONTH_NAME = re.compile(rf"(?<![a-z])(?P<name>{'|'.join(m for m in _MONTHS if m not in ('may', 'march'))})(?![a-z])"
                         r"|(?<![a-z])(?P<short>may|march)\s+(?=\d)")  # fmt: skip
_ERA_YEAR = re.compile(rf"(?P<era>{'|'.join(_ERAS)})(?P<number>元|\d+|[一二三四五六七八九十]+)年")
_NOT_NUMBERS = re.compile(
    r"一番(?!目)|一つ|一人(?:ひとり|一人)|一度|一部|一時(?!間)|一方|一般|一緒|万一|十分(?!以内|以上|前|後|間|で|ほど)"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is meant. `unit` is "" where the text gives none that is known."""

    value: Decimal
    unit: str = ""

    def agrees_with(self, other: Figure) -> bool:
        """True for the same value in the same unit; an unknown unit agrees with any."""
        return self.value == other.value and (not self.unit or not other.unit or self.unit == other.unit)


def figures(text: str) -> frozenset[Figure]:
    """Return every figure of the text."""
    folded = _NOT_NUMBERS.sub("_", normalise(text))
    found = {_era(match) for match in _ERA_YEAR.finditer(folded)}
    folded = _ERA_YEAR.sub("_", folded)
    found |= {_arabic(match) for match in _ARABIC.finditer(folded)}
    found |= {_kanji(match) for match in _KANJI.finditer(folded)}
    found |= {_spelt(match) for match in _SPELT.finditer(folded)}
    found |= {_month(match) for match in _MONTH_NAME.finditer(folded)}
    return frozenset(found)


def foreign_figures(claim: str, *sources: str) -> frozenset[Figure]:
    """Return the claim's figures that none of the sources has."""
    known = frozenset[Figure]().union(*(figures(source) for source in sources))
    return frozenset(figure for figure in figures(claim) if not any(figure.agrees_with(other) for other in known))


def _era(match: re.Match[str]) -> Figure:
    number = match["number"]
    years = 1 if number == "元" else int(number) if number.isdigit() else int(_kanji_value(number))
    return Figure(Decimal(_ERAS[match["era"]] + years), "year")


def _arabic(match: re.Match[str]) -> Figure:
    value = Decimal(match["number"].replace(",", ""))
    if match["scales"]:
        value = _mixed_value(value, match["scales"])
    value *= _SCALES.get(match["english"] or "", 1)
    return _with_unit(
        value, _ENGLISH_UNITS.get(match["word"] or "", _UNITS.get(match["unit"] or "", "")), match["unit"]
    )


def _kanji(match: re.Match[str]) -> Figure:
    return _with_unit(_kanji_value(match["number"]), _UNITS[match["unit"]], match["unit"])


def _spelt(match: re.Match[str]) -> Figure:
    ones = {"one": 1} | _WORDS
    value = Decimal(_WORDS[match["number"]] + ones.get(match["one"] or "", 0)) * _SCALES.get(match["english"] or "", 1)
    return Figure(value, _ENGLISH_UNITS.get(match["word"] or "", ""))


def _month(match: re.Match[str]) -> Figure:
    return Figure(Decimal(_MONTHS.index(match["name"] or match["short"]) + 1), "month")


def _with_unit(value: Decimal, unit: str, written: str | None) -> Figure:
    return Figure(value * 10 if written == "割" else value, unit)


def _mixed_value(first: Decimal, scales: str) -> Decimal:
    """`1` and `億2,000万` make 120,000,000."""
    total, pending = Decimal(0), first
    for scale, digits in re.findall(r"([十百千万億兆])|(\d[\d,]*)", scales):
        if digits:
            pending = Decimal(digits.replace(",", ""))
        elif scale in _SMALL:
            pending *= _SMALL[scale]
        else:
            total, pending = total + pending * _LARGE[scale], Decimal(0)
    return total + pending


def _kanji_value(text: str) -> Decimal:
    """三十 is 30, 二〇二六 is 2026, 一億二千万 is 120,000,000."""
    if not any(character in _SMALL or character in _LARGE for character in text):
        return Decimal("".join(str(_KANJI_DIGITS[character]) for character in text))
    total = section = digit = 0
    for character in text:
        if character in _KANJI_DIGITS:
            digit = digit * 10 + _KANJI_DIGITS[character]
        elif character in _SMALL:
            section, digit = section + (digit or 1) * _SMALL[character], 0
        else:
            total, section, digit = total + (section + digit or 1) * _LARGE[character], 0, 0
    return Decimal(total + section + digit)
