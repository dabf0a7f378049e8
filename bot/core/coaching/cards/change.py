"""What becomes less or more, read from the owner's words: nothing that is not said there is made up."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from bot.core.coaching.cards.quantities import Quantity, are_alike, measured, normalised, number, quantities
from bot.core.japanese import NormalisedText


class Direction(StrEnum):
    """Which way it goes."""

    LESS = "less"
    MORE = "more"


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """As far as it is said, None for what is not.

    `factor` is what it is afterwards, as a share of before (半分 0.5, 3割減 0.7, 2倍 2.0): said outright, never
    reckoned from the two quantities. `by` is the amount of the change itself (10時間減る).
    """

    before: Quantity | None = None
    after: Quantity | None = None
    by: Quantity | None = None
    factor: float | None = None
    direction: Direction | None = None

    @property
    def has_number(self) -> bool:
        """Is there anything to reckon with?"""
        return bool(self.before or self.after or self.by) or self.factor is not None

    @property
    def is_whole(self) -> bool:
        """Are both states said, in numbers that can be compared?"""
        return self.before is not None and self.after is not None

    @property
    def share(self) -> float | None:
        """What is left of before, 0.0 and up: as said, or from two exact numbers of the same unit; None otherwise."""
        if self.factor is not None:
            return self.factor
        before, after = self.before, self.after
        if before is None or after is None or before.is_range or after.is_range or before.low <= 0:
            return None
        return after.low / before.low if before.unit == after.unit and before.per == after.per else None


_ARROW = r"(?:→|->|=>|⇒|➡|⟶|▶|»)"
_JOINT = re.compile(
    rf"[^.!?]{{0,8}}?(?:{_ARROW}|から|より)[^.!?]{{0,6}}|[^.!?]{{0,22}}?(?:が|は|を|も|を,)[^.!?]{{0,8}}"
)
_ENGLISH_JOINT = re.compile(r"[,;]?\s*(?:\w+\s){0,5}?(?:to|becomes?|into|now)\s+(?:only |just |about )?")
_LATER = re.compile(r"[^!?]{0,16}?(?:これから|今後|導入後|いま|今|後)は,?[^.!?]{0,6}")
_REVERSED = re.compile(
    r"[^!?]{0,8}?(?:以前|従来|これまで|今まで|いままで|前|もと|元)は?,?[^.!?]{0,6}|.{0,24}instead of (?:about )?"
)
_ENDS = re.compile(
    r"(?:くらい|ぐらい|程度|ほど|以下|未満|以内|前後|弱|強)?"
    r"(?:に|へ|まで|で|だけ|と|です|だ|になる|以上|[.,!?)」』↓↑\U0001f000-\U0001faff]|\s|$|[a-z])"
)
_TO = re.compile(r"(?:くらい|ぐらい|程度|ほど|以下|未満|以内|前後)?(?:に|へ|まで)")
_TO_ENGLISH = re.compile(r"\b(?:to|into) (?:only |just |about )?$")
_LESS = (
    r"減(?!ら(?:ない|なかった|ず))|削減|短縮|半減|少な(?!く(?:ない|ありません))|短く|軽く|軽減|下が(?!ら)|下げ(?!な)|低減|"
    r"縮(?!ま?らな)|なくな(?!ら)|無くな(?!ら)|いらな|要らな|不要|省(?:け|ける|力|く)|"
    r"\b(?:less|fewer|lower|shorter|reduc\w*|cuts?|cutting|halv\w*|drop\w*|falls?|decreas\w*|saves?|saving|no longer)\b"
)
_MORE = (
    r"増(?!え(?:ない|なかった|ず)|や(?:さない|さず))|上が(?!ら)|上げ(?!な)|伸び(?!な)|多く(?!な[いか])|延び|長く|長持ち|高ま|"
    r"\b(?:more|higher|longer|increas\w*|doubl\w*|tripl\w*|rais\w*|rises?|grow\w*|gains?)\b"
)
_WAYS = re.compile(rf"(?P<less>{_LESS})|(?P<more>{_MORE})")
_PART_LESS = re.compile(
    r"(?:くらい|ぐらい|程度|ほど|以上)?(?:も|は|の|を)?[^.,!?0-9]{0,6}?(?:減|削減|短縮|少な|低減|軽減|カット|ダウン|下が|下げ|節約|off)"
)
_PART_MORE = re.compile(
    r"(?:くらい|ぐらい|程度|ほど|以上)?(?:も|は|の|を)?[^.,!?0-9]{0,6}?(?:増|アップ|伸び|上が|上げ|多く|高)"
)
_FRACTION = re.compile(
    r"(?P<whole>[0-9一二三四五六七八九十百]+)分の(?P<part>[0-9一二三四五六七八九十]+)|(?<![0-9])(?P<top>[0-9])/(?P<bottom>[0-9]+)(?=に|へ|の|ほど|程度|$)"
)
_HALF = re.compile(r"半分|半減|\bby half\b|\bhal(?:f|ves|ved|ving)\b(?! an? )")
_TIMES = re.compile(
    r"(?P<times>[0-9]+(?:\.[0-9]+)?|[一二三四五六七八九十]+)倍|(?P<twice>倍(?:に|増)|\bdoubl\w*|\btwice\b)"
)
_RATE = re.compile(r"率|歩留|割合|\brates?\b|\byield\b")


def read_change(words: str) -> Change | None:
    """What the words say of a state before and after; None where they tell neither a number nor a direction."""
    text = normalised(words)
    factor, masked = _factor(text.text)
    found = _ranges(sorted(quantities(words, replace(text, text=masked)), key=lambda one: one.begin), words, text)
    change = _pair(found, masked) or _part(found, masked) or _single(found, masked)
    if factor is not None and not change.is_whole:
        change = replace(change, factor=factor)
    change = replace(change, direction=_direction(change, text.text))
    return change if change.has_number or change.direction else None


def _ranges(found: list[Quantity], words: str, text: NormalisedText) -> list[Quantity]:
    """半日〜1日 is one quantity, where both have the same unit."""
    joined: list[Quantity] = []
    for one in found:
        last = joined[-1] if joined else None
        if last and last.unit == one.unit and text.text[last.end : one.begin] == "~" and last.high < one.low:
            said = words[text.spans[last.begin][0] : text.spans[one.end - 1][1]]
            joined[-1] = replace(last, high=one.high, words=said, end=one.end)
        else:
            joined.append(one)
    return joined


def _pair(found: list[Quantity], text: str) -> Change | None:
    """Two quantities of one kind that the words join as before and after."""
    for one, other in pairwise(found):
        between = text[one.end : other.begin]
        if not are_alike(one, other):
            continue
        if _REVERSED.fullmatch(between):
            return _whole(other, one)
        is_joined = _JOINT.fullmatch(between) or _LATER.fullmatch(between) or _ENGLISH_JOINT.fullmatch(between)
        if is_joined and _ENDS.match(text, other.end):
            return _whole(one, other)
    return None


def _whole(before: Quantity, after: Quantity) -> Change:
    """A bare number has the unit of the other one: 5→3件, 3件→ゼロ."""
    unit = before.unit or after.unit
    return Change(before=replace(before, unit=before.unit or unit), after=replace(after, unit=after.unit or unit))


def _part(found: list[Quantity], text: str) -> Change | None:
    """An amount by which it becomes less or more: 3割減る, 10時間短縮."""
    for one in found:
        if not one.unit or _TO.match(text, one.end) or _TO_ENGLISH.search(text, 0, one.begin):
            continue
        rest, ahead = text[one.end :], text[max(0, one.begin - 24) : one.begin]
        is_less = (
            _PART_LESS.match(rest) or re.search(r"(?:less|fewer)", rest[:16]) or re.search(rf"(?:{_LESS}).*by $", ahead)
        )
        is_more = _PART_MORE.match(rest) or re.search(r"\bmore", rest[:16]) or re.search(rf"(?:{_MORE}).*by $", ahead)
        if not is_less and not is_more:
            continue
        return Change(by=one, factor=_share_left(one, text, is_less=bool(is_less)))
    return None


def _share_left(by: Quantity, text: str, *, is_less: bool) -> float | None:
    """What is left after a part of it went. Of a rate, a percentage may as well mean points: then it is not known."""
    percent = {"割": 10.0, "%": 1.0, "パーセント": 1.0, "percent": 1.0}.get(by.unit)
    if percent is None or by.is_range or (by.unit != "割" and _RATE.search(text)):
        return None
    part = by.low * percent / 100
    if is_less:
        return round(1 - part, 6) if part <= 1 else None
    return round(1 + part, 6)


def _single(found: list[Quantity], text: str) -> Change:
    """One state alone, where the words say that it becomes so."""
    for one in found:
        is_reached = _TO.match(text, one.end) or _TO_ENGLISH.search(text, 0, one.begin)
        if is_reached and (one.unit or not one.low):
            return Change(after=one)
    return Change()


def _factor(text: str) -> tuple[float | None, str]:
    """半分, 3分の1, 2倍: said as a share of before. What says it is blanked, so that 3分 is not read as minutes."""
    for pattern in (_FRACTION, _HALF, _TIMES):
        found = pattern.search(text)
        if found is None:
            continue
        masked = text[: found.start()] + "\x00" * len(found[0]) + text[found.end() :]
        return _value(found), masked
    return None, text


def _value(found: re.Match[str]) -> float | None:
    groups = found.groupdict()
    if groups.get("whole"):
        whole = number(groups["whole"])
        return number(groups["part"]) / whole if whole else None
    if groups.get("bottom"):
        bottom = int(groups["bottom"])
        return int(groups["top"]) / bottom if bottom else None
    if "times" in groups:
        return number(groups["times"]) if groups["times"] else 2.0
    return 0.5


def _direction(change: Change, text: str) -> Direction | None:
    """From the numbers where both are said, else from the words; None where they go both ways."""
    if change.before is not None and change.after is not None:
        return _between(measured(change.before), measured(change.after))
    if change.factor is not None and change.factor != 1:
        return Direction.LESS if change.factor < 1 else Direction.MORE
    ways = {Direction(str(one.lastgroup)) for one in _WAYS.finditer(text)}
    return ways.pop() if len(ways) == 1 else None


def _between(before: tuple[float, float], after: tuple[float, float]) -> Direction | None:
    """Where the least and the most both go one way: a month is longer than a week, in working time and in any."""
    if after[0] < before[0] and after[1] < before[1]:
        return Direction.LESS
    return Direction.MORE if after[0] > before[0] and after[1] > before[1] else None
