"""What of a Japanese sentence is quoted in a question: short, verbatim, and fit to stand between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bot.core.coaching.listening.lexicon import JapaneseWords
from bot.core.coaching.listening.utterance import Phrase, Utterance

LONGEST_QUOTE = 24
HOLLOW = frozenset(
    """こと もの の 物 事 ため 為 方 ところ 所 とき 時 場合 体制 強み 特長 特徴 得意 売り 中心 第一 自信 自慢 必要 それ
    これ あれ そこ ここ もん わけ よう はず 形 方法 対応 可能 感じ 多く 両方 一つ 今 以前 今年 去年 全部 お届け 提供
    製造 生産 開発 目標 皆様 相談 提案 お話 興味 評判 好評 間違い 一緒 分野 業界 世界 毎年 毎日 達成 更新 導入 お 貢献
    違い ご利用 利用 使用 ご使用 お使い 土日 平日 休日 産地 地元 声 お声 頭 場 場面 最近
    一番 いちばん 全員 各種 専門 特化 目 手 口 社内 県内 国内 年中 昼夜 課題 仕組み 技術 製品 商品 サービス""".split()
)
"""Nouns of which nobody could tell what was spoken of."""

_MARKS = '「」『』"“”?？!！\n\r、。,，｡､.．・ \u3000'
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
    telling = [one for one in said.phrases if said.surface(one) not in hollow or _is_named(said, one, hollow)]
    telling = [one for one in telling if said.words[one.first].grammar[0] != "代名詞"]
    telling = [one for one in telling if not _EACH.fullmatch(said.surface(one))]
    things = [one for one in telling if one not in people]
    shown = [one for one in things if one.first and said.words[one.first - 1].grammar[0] == "連体詞"]
    if shown and any(one not in shown and one.link.startswith("が") for one in things):
        things = [one for one in things if one not in shown]
    longer = [one for one in things if one.end - one.begin > 1]
    return (
        _first_linked(said, longer, telling)
        or _first_linked(said, things, telling)
        or _first_linked(said, telling, telling)
    )


def _is_named(said: Utterance, one: Phrase, hollow: Collection[str]) -> bool:
    """「接ぎ木の技術を」: with what stands before it, it says something."""
    owner = next((each for each in said.phrases if each.end + 1 == one.begin and each.link == "の"), None)
    is_named = said.surface(one) in ("技術", "製品", "商品", "仕組み", "サービス") and one.link[:1] == "を"
    return is_named and owner is not None and said.surface(owner) not in hollow


_EACH = re.compile(r"(?:[一1](\w)[一1]\1|ひとつひとつ)\w?")
"""「一反一反」「一枚一枚手で」: how, and not what."""


def _first_linked(said: Utterance, things: Sequence[Phrase], telling: Sequence[Phrase]) -> Phrase | None:
    for links in _ORDERS:
        fitting = [one for one in things if any(_is_linked(one, link) for link in links)]
        if fitting:
            core = _with_what_it_counts(said, _with_owner(said, fitting[-1], telling))
            core = _with_its_deed(said, core)
            return _with_its_state(said, core)
    return None


def _with_its_deed(said: Utterance, core: Phrase) -> Phrase:
    """「社内で完結できる」: a noun that is only the verb is quoted as one, with where it is done."""
    deed = next((word for word in said.words if word.begin == core.end), None)
    if core.link or deed is None or deed.form not in ("出来る", "できる", "為る") or not said.words[core.last].is_deed:
        return core
    place = next((one for one in said.phrases if one.end + 1 == core.begin and one.link == "で"), None)
    begin, end = place.begin if place else core.begin, to_the_end(said, deed.end)
    return Phrase(core.first, core.last, begin, end, core.link) if end - begin <= LONGEST_QUOTE else core


def _with_its_state(said: Utterance, core: Phrase) -> Phrase:
    """「バリが出ない」「空気がきれい」: a subject is quoted with how it is, or with what it does not do."""
    place = core.last + 1
    if place >= len(said.words) or said.words[place].surface not in ("が", "も") or core.link not in ("が", "も"):
        return core
    place += 2 if place + 1 < len(said.words) and said.words[place + 1].grammar[0] == "副詞" else 1
    state = said.words[place] if place < len(said.words) else None
    if state is None or state.surface == "可能" or not (state.is_verb or state.grammar[0] in ("形容詞", "形状詞")):
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
