"""Numbers with units in people's own words, Japanese and English, as they stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.core.japanese import NormalisedText, normalise_with_spans


class Dimension(StrEnum):
    """What is counted; quantities of another dimension cannot be compared."""

    TIME = "time"
    SHARE = "share"
    MONEY = "money"
    WEIGHT = "weight"
    LENGTH = "length"
    COUNT = "count"
    """Any other unit: compared with the very same one only."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Quantity:
    """`words` stand verbatim in the text. `low` and `high` are the same but for a range; `unit` as written ("" for a
    bare number), `per` what it is counted for ("月" in 月40時間), "" where that is not said."""

    low: float
    high: float
    unit: str
    words: str
    per: str = ""
    begin: int = 0
    end: int = 0
    """Where it stands in the normalised text."""

    @property
    def is_range(self) -> bool:
        """True for 2〜3人."""
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class _Unit:
    """How much one is: least and most, because a day of work is eight hours to one and 24 to another."""

    dimension: Dimension
    least: float
    most: float


_TIME = {
    "秒 second seconds sec": (1, 1),
    "分 分間 minute minutes min": (60, 60),
    "時間 hour hours h": (3600, 3600),
    "日 日間 day days": (8 * 3600, 24 * 3600),
    "週 週間 week weeks": (5 * 8 * 3600, 7 * 24 * 3600),
    "か月 ヶ月 カ月 ヵ月 箇月 か月間 ヶ月間 month months": (20 * 8 * 3600, 31 * 24 * 3600),
    "年 年間 year years": (240 * 8 * 3600, 366 * 24 * 3600),
}
_SHARE = {"% パーセント percent": (1, 1), "割": (10, 10), "ppm": (0.0001, 0.0001), "ポイント points": (1, 1)}
_MONEY = {"円 yen jpy": (1, 1)}
_WEIGHT = {"mg": (0.001, 0.001), "g グラム": (1, 1), "kg キロ": (1_000, 1_000), "t トン ton tons": (1e6, 1e6)}
_LENGTH = {
    "μm ミクロン": (0.001, 0.001),
    "mm ミリ": (1, 1),
    "cm センチ": (10, 10),
    "m メートル": (1_000, 1_000),
    "km": (1e6, 1e6),
}
_COUNTS = """人 名 個 件 枚 本 台 回 度 ℃ 点 箱 袋 パック 食 l リットル ml kwh 社 店 店舗 工程 か所 箇所 ヶ所 カ所 往復
    頁 ページ 種類 つ 歩 通 冊 品目 便 匹 頭 株 束 玉 足 着 反 坪 ha a 席 室 棟 両 隻 歳 db hz w kw pa mpa
    people persons person staff workers
    pieces parts units times items steps defects complaints calls visits customers""".split()


def _units() -> Mapping[str, _Unit]:
    found: dict[str, _Unit] = {}
    tables = (
        (Dimension.TIME, _TIME),
        (Dimension.SHARE, _SHARE),
        (Dimension.MONEY, _MONEY),
        (Dimension.WEIGHT, _WEIGHT),
        (Dimension.LENGTH, _LENGTH),
    )
    for dimension, table in tables:
        for names, (least, most) in table.items():
            for name in names.split():
                found[_folded(name)] = _Unit(dimension, least, most)
    found.update((_folded(name), _Unit(Dimension.COUNT, 1, 1)) for name in _COUNTS)
    return found


def _folded(name: str) -> str:
    return normalise_with_spans(name).text


_UNITS = _units()
_UNIT = "|".join(re.escape(name) for name in sorted(_UNITS, key=len, reverse=True))
_DIGITS = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
_KANJI = "〇一二三四五六七八九"
_NUMBER = rf"(?:(?:{_DIGITS}|[{_KANJI}]|[十百千])(?:[{_KANJI}十百千万億]|[0-9])*)"
_QUANTITY = re.compile(
    rf"(?P<per>(?:毎|1|一)?(?:月|年|週|日)(?:間)?(?:に|あたり|当たり|平均)?)?"
    rf"(?P<low>{_NUMBER}|半|half an? |an? )"
    rf"(?:(?:~|-|–)(?P<high>{_NUMBER})|,(?P<next>[0-9])(?=[^0-9,]))?"
    rf"\s?-?(?P<unit>{_UNIT})?(?P<half>半(?!分|減|日|年|月))?",
)
_BARE = re.compile(r"^(ゼロ|零|zero)", re.IGNORECASE)
_ZERO = re.compile(r"ゼロ|零(?=に|へ)|\bzero\b|\bnone\b")
_SMALL = {"十": 10, "百": 100, "千": 1_000}
_LARGE = {"万": 10_000, "億": 100_000_000}
_YEAR_OF_CALENDAR = 1_900


def normalised(words: str) -> NormalisedText:
    """The words as they are read here, with the way back to how they stand."""
    return normalise_with_spans(words)


def quantities(words: str, text: NormalisedText) -> Iterator[Quantity]:
    """Every number with a unit, a bare number, and zero, in order; `text` is `normalised(words)`."""
    for found in _QUANTITY.finditer(text.text):
        one = _quantity(found, words, text)
        if one is not None:
            yield one
    for zero in _ZERO.finditer(text.text):
        said = _original(words, text, zero.start(), zero.end())
        yield Quantity(low=0, high=0, unit="", words=said, begin=zero.start(), end=zero.end())


def _quantity(found: re.Match[str], words: str, text: NormalisedText) -> Quantity | None:
    unit, begin = found["unit"] or "", found.start("low")
    before = text.text[begin - 1 : begin]
    if _is_no_number(found, unit, before, text.text):
        return None
    low = number(found["low"])
    high = number(found["high"] or found["next"]) if found["high"] or found["next"] else low
    if found["next"] and high != low + 1:
        high = low
    low, high = min(low, high), max(low, high)
    if found["half"]:
        low, high = low + 0.5, high + 0.5
    if unit in ("年", "日") and high >= _YEAR_OF_CALENDAR:
        return None
    per = (found["per"] or "").rstrip() if unit else ""
    start = found.start() if per else begin
    said = _original(words, text, start, found.end())
    return Quantity(low=low, high=high, unit=unit, words=said, per=per, begin=start, end=found.end())


def _is_no_number(found: re.Match[str], unit: str, before: str, text: str) -> bool:
    """A kanji that only looks like a number, a part of a name such as SUS304, an article."""
    low, after = found["low"], text[found.end() : found.end() + 1]
    if not unit and not low[0].isdigit():
        return True
    if unit and unit[0].isascii() and unit[0].isalpha() and after.isascii() and after.isalnum():
        return True
    if low == "半" and unit not in ("日", "年"):
        return True
    if low.startswith(("half", "a")) and before.isalpha():
        return True
    return bool(before) and before.isascii() and (before.isalnum() or before in "._#/")


def number(text: str) -> float:
    """12, 1,200, 三百, 3万5千, 半 → a number. Raises ValueError for anything else."""
    if text in ("半", "half a ", "half an "):
        return 0.5
    if text in ("a ", "an "):
        return 1.0
    total = section = 0.0
    digits = ""
    for one in text.replace(",", ""):
        if (one.isdigit() and one.isascii()) or one == ".":
            digits += one
        elif one in _KANJI:
            digits += str(_KANJI.index(one))
        elif one in _SMALL:
            section += (float(digits) if digits else 1.0) * _SMALL[one]
            digits = ""
        elif one in _LARGE:
            total += (section + (float(digits) if digits else 0.0) or 1.0) * _LARGE[one]
            section, digits = 0.0, ""
        else:
            raise ValueError("not a number")
    return total + section + (float(digits) if digits else 0.0)


def dimension_of(quantity: Quantity) -> Dimension | None:
    """What it counts; None for a bare number."""
    unit = _UNITS.get(quantity.unit)
    return unit.dimension if unit else None


def measured(quantity: Quantity) -> tuple[float, float]:
    """The least and the most that it can mean, in the smallest unit of its dimension."""
    unit = _UNITS.get(quantity.unit, _Unit(Dimension.COUNT, 1, 1))
    return quantity.low * unit.least, quantity.high * unit.most


def are_alike(one: Quantity, other: Quantity) -> bool:
    """May the two be compared? Of the same dimension; of counts, of the same unit; a bare number with any."""
    if not one.unit or not other.unit:
        return True
    dimension = dimension_of(one)
    if dimension != dimension_of(other):
        return False
    return dimension is not Dimension.COUNT or one.unit == other.unit or {one.unit, other.unit} == {"人", "名"}


def _original(words: str, text: NormalisedText, begin: int, end: int) -> str:
    return words[text.spans[begin][0] : text.spans[end - 1][1]].strip()
