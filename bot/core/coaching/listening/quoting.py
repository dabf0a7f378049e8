"""What of a Japanese sentence is quoted in a question: short, verbatim, and fit to stand between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from bot.core.coaching.listening.lexicon import JapaneseWords
from bot.core.coaching.listening.reading import Number
from bot.core.coaching.listening.utterance import Amount, Phrase, Utterance

LONGEST_QUOTE = 24
HOLLOW = frozenset(
    """こと もの の 物 事 ため 為 方 ところ 所 とき 時 場合 体制 強み 特長 特徴 得意 売り 中心 第一 自信 自慢 必要 それ
    これ あれ そこ ここ もん わけ よう はず 形 方法 対応 可能 感じ 多く 両方 一つ 今 以前 今年 去年 全部 お届け 提供
    製造 生産 開発 目標 皆様 相談 提案 お話 興味 評判 好評 間違い 一緒 分野 業界 世界 毎年 毎日 達成 更新 導入 お 貢献
    違い 土日 平日 休日 産地 地元 声 お声 頭 場 場面 最近
    一番 いちばん 全員 各種 専門 特化 目 手 口 社内 県内 国内 年中 昼夜 課題 仕組み 技術 製品 商品 サービス""".split()
)
"""Nouns of which nobody could tell what was spoken of."""

_MARKS = '「」『』"“”?？!！\n\r、。,，｡､.．・ \u3000'
_CUSTOMERS = frozenset({"社", "軒", "校"})
_BREAKS = re.compile(r"[「」『』\"“”?？!！\n\r。｡]")
_ORDERS = (("を",), ("が", "は", "も"), ("で", "に", ""), ("の", "から", "と", "や", "へ", "まで", ",", "なん", "だ"))
"""Particles behind what is spoken of, the likeliest first; "" is the end of a sentence."""


def clean(words: str) -> str:
    """Without marks around it, and without anything that would end a quotation or a question inside it; short."""
    pieces = [piece.strip(_MARKS) for piece in _BREAKS.split(words)]
    longest = max(pieces, key=len, default="")
    if len(longest) <= LONGEST_QUOTE:
        return longest
    # From where a word begins: an ellipsis would be no word of the sentence.
    begin = next((found.end() for found in _BOUNDARY.finditer(longest, len(longest) - LONGEST_QUOTE - 1)), 0)
    return longest[max(begin, len(longest) - LONGEST_QUOTE) :].strip(_MARKS)


_BOUNDARY = re.compile(r"[、，,\s]+|[ぁ-ゖ](?=[一-龥々ァ-ヶＡ-Ｚａ-ｚA-Za-z0-9０-９±約お])")
"""Where a word very likely begins: behind a mark or a space, and where kanji, katakana or figures follow hiragana."""


def core_of(said: Utterance, words: JapaneseWords, people: Collection[Phrase]) -> Phrase | None:
    """What the sentence is about: the last object, else the last subject, else the last noun that says something.

    Somebody is it only where there is nothing else; a single character says less than a longer word."""
    hollow = HOLLOW | words.own | words.rivals | words.everybody
    telling = [one for one in said.phrases if said.surface(one) not in hollow]
    telling = [one for one in telling if said.words[one.first].grammar[0] != "代名詞"]
    telling = [one for one in telling if not _EACH.fullmatch(said.surface(one))]
    things = [one for one in telling if one not in people]
    shown = [one for one in things if one.first and said.words[one.first - 1].grammar[0] == "連体詞"]
    if shown and any(one not in shown and one.link.startswith("が") for one in things):
        things = [one for one in things if one not in shown]
    longer = [one for one in things if one.end - one.begin > 1]
    return _first_linked(said, longer) or _first_linked(said, things) or _first_linked(said, telling)


_EACH = re.compile(r"(?:[一1](\w)[一1]\1|ひとつひとつ)\w?")
"""「一反一反」「一枚一枚手で」: how, and not what."""


def _first_linked(said: Utterance, telling: Sequence[Phrase]) -> Phrase | None:
    for links in _ORDERS:
        fitting = [one for one in telling if any(_is_linked(one, link) for link in links)]
        if fitting:
            core = _with_what_it_counts(said, _with_owner(said, fitting[-1], telling))
            return _with_its_state(said, core)
    return None


def _with_its_state(said: Utterance, core: Phrase) -> Phrase:
    """「バリが出ない」「空気がきれい」: a subject is quoted with how it is, or with what it does not do."""
    place = core.last + 1
    if place >= len(said.words) or said.words[place].surface not in ("が", "も") or core.link not in ("が", "も"):
        return core
    place += 2 if place + 1 < len(said.words) and said.words[place + 1].grammar[0] == "副詞" else 1
    state = said.words[place] if place < len(said.words) else None
    if state is None or not (state.is_verb or state.grammar[0] in ("形容詞", "形状詞")):
        return core
    denied = said.words[place + 1] if place + 1 < len(said.words) else None
    is_denied = denied is not None and denied.form in ("ない", "ず", "ぬ") and denied.surface in ("ない", "ん")
    end = denied.end if is_denied and denied is not None else state.end
    is_adjective = state.grammar[0] == "形状詞" or (state.grammar[0] == "形容詞" and state.surface.endswith("い"))
    fits = (is_denied or is_adjective) and end - core.begin <= LONGEST_QUOTE // 2 + 4
    return Phrase(core.first, core.last, core.begin, end, core.link) if fits else core


def _with_what_it_counts(said: Utterance, core: Phrase) -> Phrase:
    """「百二十番手の糸」: a number is quoted with the thing that it describes."""
    following = said.next_phrase(core)
    is_number = any(core.begin <= one.begin < core.end for one in said.amounts)
    if not is_number or core.link != "の" or following is None or following.first != core.last + 2:
        return core
    return Phrase(core.first, following.last, core.begin, following.end, following.link)


def _is_linked(one: Phrase, link: str) -> bool:
    return one.link.startswith(link) if link else not one.link


def _with_owner(said: Utterance, core: Phrase, telling: Sequence[Phrase]) -> Phrase:
    """「難削材の切削加工」: as far back as の leads, and as it stays short."""
    begin, first = core.begin, core.first
    for one in reversed([each for each in telling if each.last < core.first]):
        if one.link != "の" or one.last + 2 != first or core.end - one.begin > LONGEST_QUOTE:
            break
        begin, first = one.begin, one.first
    begin -= begin > 0 and said.text[begin - 1] == "±"
    return Phrase(first, core.last, begin, core.end, core.link)


def owned_from(said: Utterance, one: Phrase) -> int:
    """「主婦の方」: somebody whose word says nothing alone is quoted with what stands before."""
    before = next((each for each in said.phrases if each.end + 1 == one.begin and each.link == "の"), None)
    return before.begin if before is not None and said.surface(one) in ("方", "人", "方々", "皆様") else one.begin


def start_of(said: Utterance) -> str:
    """Where nothing else can be quoted: how the sentence begins, to the end of a word."""
    ends = [word.end for word in said.words if word.end <= LONGEST_QUOTE]
    ending = _SAID.search(said.text)
    if ending and 0 < ending.start() <= LONGEST_QUOTE:
        return clean(said.quote(0, ending.start()))
    return clean(said.quote(0, max(ends, default=LONGEST_QUOTE)))


_SAID = re.compile(r"(?:です|でしょう|だ|かな|か|な|ね|よ|わ|ですかね)*(?:[かなねよ]|です|でしょう)[.!]?$")
"""How a short answer ends: 「軽さかな」."""


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
        is_kind = thing is not None and said.text[end - 1] in _CLASSES and thing.end - end <= LONGEST_QUOTE // 2
        return thing.end if thing is not None and is_kind else end
    is_effect = following.grammar[0] in ("形容詞", "形状詞") or following.form in _EFFECTS
    return to_the_end(said, following.end) if is_effect else end


_EFFECTS = frozenset(
    "減る 増える 下がる 上がる 縮む 縮まる 伸びる 延びる 浮く 減らす 増やす 下げる 上げる 縮める 伸ばす".split()
)
_CLASSES = frozenset("軸層色手人名枚段面号")
"""「五軸のマシニング」: of such numbers the noun is told as well."""
_ONWARD = re.compile(r"を(?=[0-9〇一二三四五六七八九十])")
"""「一町歩を十分で」: one amount in the other."""
_BESIDE = frozenset("倍 % 割 分の パーセント".split())


def _named_from(said: Utterance, one: Amount, holder: Phrase | None) -> int:
    """A number is quoted with what it is of, where that stands right before: 「UA値は0.46」「織機が16台」; a share with
    what it is a share of: 「髪の毛の三分の一」; and a rate with its span: 「一時間に三メートル」."""
    start = min(one.begin, holder.begin) if holder else one.begin
    before = [phrase for phrase in said.phrases if phrase.end < start]
    if not before or said.text[one.begin] in "±約" or said.surface(before[-1]) in HOLLOW - {"以前"} | _SPEAKER:
        return one.begin
    between = said.text[before[-1].end : start]
    is_short = one.end - before[-1].begin <= LONGEST_QUOTE
    is_rate = between == "に" and any(before[-1].begin <= each.begin < before[-1].end for each in said.amounts)
    is_spent = between == "に" and said.text.startswith(("かけ", "かか"), one.end)
    is_lasting = between == "は" and _is_doing(said, one.end)
    fits = (between in ("が", "は", "も", "を", "より") and not is_lasting) or is_rate or is_spent
    is_share = one.unit in _BESIDE or said.text[one.begin : one.end] == "半分"
    if between == "の" and is_share:
        return _chained_from(said, before, one.end)
    if fits and is_short and said.surface(before[-1]) in _MEASURED:
        return from_the_verb(said, before[-1].begin)
    return before[-1].begin if fits and is_short else one.begin


def _is_doing(said: Utterance, end: int) -> bool:
    """「味噌は三年寝かせて」: the amount belongs to the verb, and not to the thing."""
    following = next((word for word in said.words if word.begin == end), None)
    return following is not None and following.is_verb and following.form not in _EFFECTS


_SPEAKER = frozenset("うち ウチ 当社 弊社 当店 当園 私ども 我々 自社".split())
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


def to_the_end(said: Utterance, end: int) -> int:
    """Through the ending of a verb that was cut: 「寄り添っ」 becomes 「寄り添った」."""
    for word in said.words:
        if word.begin != end:
            continue
        is_ending = word.grammar[0] == "助動詞" or word.surface in ("て", "で")
        if not (is_ending or word.form in ("居る", "おる", "為る", "致す")):
            break
        if word.form in ("です", "だ") or (word.surface == "で" and word.grammar[0] == "助動詞"):
            break
        end = word.end
    return end + len("ながら") if said.text.startswith("ながら", end) else end


def from_the_verb(said: Utterance, begin: int) -> int:
    """From the verb that an ending belongs to: 「なくて済む」 becomes 「起きなくて済む」."""
    for word in reversed(said.words):
        if word.end == begin and (word.grammar[0] in ("動詞", "助動詞") or word.is_deed):
            begin = word.begin
    return begin
