"""Amounts of a Japanese sentence as they are quoted: with what they are of, and with what they do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.core.coaching.listening.quoting import HOLLOW, LONGEST_QUOTE, clean, from_the_verb, to_the_end
from bot.core.coaching.listening.reading import Number
from bot.core.coaching.listening.utterance import Amount, Phrase, Utterance

_CUSTOMERS = frozenset({"社", "軒", "校"})


def numbers_of(said: Utterance) -> Iterator[Number]:
    """Amounts, those first that stand for themselves (±5ミクロン) and are no part of a name (5軸加工機)."""
    alone: list[Number] = []
    inside: list[Number] = []
    for one in said.amounts:
        holder = next((phrase for phrase in said.phrases if phrase.begin <= one.begin < phrase.end), None)
        is_inside = holder is not None and holder.end > one.end and not _is_owned_only(said, holder, one)
        end = holder.end if holder is not None and is_inside else _to_its_effect(said, one.end)
        begin = min(_named_from(said, one, holder), holder.begin if holder else one.begin)
        is_few = said.text.startswith(("だけ", "のみ", "しか"), one.end)
        if one.unit == said.text[one.end - 1] and one.unit in _DIGITS and (named := _NAMED.match(said.text, one.end)):
            end = next((phrase.end for phrase in said.phrases if phrase.begin == named.end()), end)
        if quoted := clean(said.quote(begin, end)):
            (inside if is_inside else alone).append(Number(quoted, one.unit in _CUSTOMERS and not is_few))
    yield from (*alone, *inside)


def _is_owned_only(said: Utterance, holder: Phrase, one: Amount) -> bool:
    """「十二名在籍」「四十台保有」: a verbal noun that is no part of the name."""
    last = said.words[holder.last]
    return last.begin == one.end and last.surface in _OWNED


_DIGITS = frozenset("0123456789〇一二三四五六七八九")
_NAMED = re.compile(r"の(?=[^\W\d])")
"""「〇六〇三のチップ」: a number that is a name is quoted with what it names."""
_OWNED = frozenset("在籍 保有 所有 所属 完備 設置 稼働 導入 常備 用意 使用 達成 実現".split())


def _to_its_effect(said: Utterance, end: int) -> int:
    """「30%軽い」「月二十時間減りました」: what the number does stands right behind it."""
    onward = _ONWARD.match(said.text, end)
    further = next((each.end for each in said.amounts if onward and each.begin == onward.end()), None)
    if further is not None:
        return further
    following = next((word for word in said.words if word.begin == end), None)
    if following is None:
        return end
    if said.text.startswith("の", end):
        thing = next((each for each in said.phrases if each.begin == end + 1), None)
        is_class = said.text[:end].endswith(_CLASSES)
        is_kind = thing is not None and is_class and thing.end - end <= LONGEST_QUOTE // 2
        return thing.end if thing is not None and is_kind else end
    is_effect = following.grammar[0] in ("形容詞", "形状詞") or following.form in _EFFECTS
    became = next((word for word in said.words if word.begin == following.end and word.form == "成る"), None)
    if is_effect and became is not None and following.surface.endswith("く"):
        return to_the_end(said, became.end)
    return to_the_end(said, following.end) if is_effect else end


_EFFECTS = frozenset(
    "持つ 減る 増える 下がる 上がる 縮む 縮まる 伸びる 延びる 浮く 減らす 増やす 下げる 上げる 縮める 伸ばす".split()
)
_CLASSES = (*"軸層色手人名枚段面号割倍尺寸個本", "トン", "種類")
"""「五軸のマシニング」「25トンのクレーン」: of such numbers the noun is told as well."""
_BEING = frozenset({"有る", "ある", "居る", "在る"})
_ONWARD = re.compile(r"を(?=[0-9〇一二三四五六七八九十])")
"""「一町歩を十分で」: one amount in the other."""
_BESIDE = frozenset("倍 % 割 分の パーセント".split())


def _named_from(said: Utterance, one: Amount, holder: Phrase | None) -> int:
    """A number is quoted with what it is of, where that stands right before: 「UA値は0.46」「織機が16台」; a share with
    what it is a share of: 「髪の毛の三分の一」; and a rate with its span: 「一時間に三メートル」."""
    start = min(one.begin, holder.begin) if holder else one.begin
    is_share = one.unit in _BESIDE or said.text[one.begin : one.end] == "半分"
    before = [phrase for phrase in said.phrases if phrase.end < start]
    if len(before) > 1 and said.surface(before[-1]) in _ALTOGETHER and before[-2].link == "は":
        start = before.pop().begin
    if not before or said.text[one.begin] in "±約" or said.surface(before[-1]) in HOLLOW - {"以前"} | _SPEAKER | _WHERE:
        return one.begin
    between = said.text[before[-1].end : start]
    is_short = one.end - before[-1].begin <= LONGEST_QUOTE
    is_rate = between == "に" and any(before[-1].begin <= each.begin < before[-1].end for each in said.amounts)
    is_spent = between == "に" and said.text.startswith(("かけ", "かか"), one.end)
    is_lasting = between == "は" and _is_doing(said, one.end)
    fits = (bool(between) and _JOINING.fullmatch(between) is not None and not is_lasting) or is_rate or is_spent
    if between == "の" and is_share:
        return _chained_from(said, before, one.end)
    if fits and is_short and said.surface(before[-1]) in _MEASURED:
        return from_the_verb(said, before[-1].begin)
    is_brief = before[-1].end - before[-1].begin <= 2 and not any(said.surface(one) in _SPEAKER for one in before[-2:])
    if fits and is_short and is_brief:
        return _chained_from(said, before, one.end)
    return before[-1].begin if fits and is_short else one.begin


def _is_doing(said: Utterance, end: int) -> bool:
    """「味噌は三年寝かせて」: the amount belongs to the verb, and not to the thing."""
    following = next((word for word in said.words if word.begin == end), None)
    return following is not None and following.is_verb and following.form not in _EFFECTS | _BEING


_SPEAKER = frozenset("うち ウチ 当社 弊社 当店 当園 私ども 我々 自社".split())
_ALTOGETHER = frozenset({"全部", "合計", "全体", "全て"})
_WHERE = frozenset({"中", "内", "なか", "上", "下", "間", "ほか", "他"})
_JOINING = re.compile(r"(?:が|は|も|を|より)?(?:今も|今|現在|ほぼ|計|全部で|およそ)?")
_MEASURED = frozenset("量 数 時間 回数 手間 割合 日数 件数 間 分".split())
"""「捨てる量が半分」: of these alone nobody could tell what is meant."""


def _chained_from(said: Utterance, before: Sequence[Phrase], end: int) -> int:
    """As far back as の leads, and as it stays short."""
    begin = before[-1].begin if end - before[-1].begin <= LONGEST_QUOTE else end
    for one in reversed(before[:-1]):
        if said.text[one.end : begin] != "の" or end - one.begin > LONGEST_QUOTE:
            break
        begin = one.begin
    return begin
