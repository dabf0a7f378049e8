"""What stands beside what in a Japanese sentence: a before and an after, or a share of what was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.coaching.listening.lexicon import JapaneseWords
from bot.core.coaching.listening.utterance import Amount, Phrase, Utterance

_ARROW = re.compile(r"\s*(?:→|⇒|⇨|➡|->|=>|▶)\s*")
_FROM = re.compile(r"(?:くらい|ほど|ぐらい|以上|も|近く)?から")
_TO = re.compile(r"(?:くらい|ほど|ぐらい|近く|程度)?(?:に|へ|で|しか|だけ|,|\.|です|$|まで[^対使動可])")
_COULD_NOT = re.compile(r"なかった(?=[一-龠ァ-ヺ])|(?:困って|悩んで|苦しんで|諦めて|あきらめて|我慢して)い?(?:た|まし)")
_WAS_DOING = re.compile(
    r"(?:た|だ)(?:のが|のに|のを|のは|んが|んを|んは|とが|とば|がや|やつ[がをは]|ところ|んですけど|んですが|んだけど|んやけど"
    r"|ものが|もの[をが]|分[がをは])|(?:かかる|いる|要る|要した|必要な|必要だった)ところ"
)
_BUT = re.compile(r"(?:が,|けど|けれど|ものの|の?ですが|んや?だ?けど|でしょう?|やろ|じゃない|やん)")
"""Behind what somebody was doing: now it is told how it is since then."""
_WAS = re.compile(r"だった|でした|なかった")
_SOMEBODY_OR_THING = re.compile(r"[一-龠ァ-ヺ]")
_OFTEN = re.compile(
    r"(?:毎[年月週日朝晩夕回度]|[たるう]びに|ごとに|何[度回]も|いつも|そのつど|その都度|[一二三四五六七八九十0-9]人がかりで)"
    r"[^,.]{0,16}$"
)
"""「毎年替えていた金具を」: what was done over and over until now."""
_AT_ONCE = re.compile(
    r"[^\W\d]{1,8}?[をはも],?(?:全部|ぜんぶ|残さず|きれいに|一人で|ひとりで|自分で|その場で|いまは|今は"
    r"|[0-9一二三四五六七八九十]+[^\W\d]{1,2}で)"
)
"""「残していた人参を全部」: behind what somebody was doing, how it is done now."""
_AGAINST = re.compile(r"に対し|に比べ|にくらべ|に引き換え|にひきかえ")
_EFFORT = re.compile(r"(?:かかっ|かけ|払っ|捨て|使っ|待っ|し|やっ|呼ん|頼ん|探し)$")

_WAYS = (_WAS_DOING, _COULD_NOT)


class Comparisons:
    """Finds them by grammar and the lists of ja.yaml."""

    def __init__(self, words: JapaneseWords) -> None:
        self._words = words

    def found(self, said: Utterance) -> tuple[int, int] | None:
        """Where a before and an after, or a share of what was, are said: begin and end."""
        return self.pair(said) or self._share(said) or self._once_and_now(said)

    def pair(self, said: Utterance) -> tuple[int, int] | None:
        """Two amounts, the one before and the one after."""
        for one, other in zip(said.amounts, said.amounts[1:], strict=False):
            between = said.text[one.end : other.begin]
            if _ARROW.fullmatch(between):
                return one.begin, other.end
            if self._from_to(said, one, other) or self._in_place_of(said, one, other):
                return one.begin, other.end
        return self._pair_apart(said)

    def _from_to(self, said: Utterance, one: Amount, other: Amount) -> bool:
        """「40分から10分に」; 「-40℃から125℃まで動作」 is a range."""
        between = said.text[one.end : other.begin]
        return len(between) <= 14 and _FROM.match(between) is not None and _TO.match(said.text, other.end) is not None

    def _in_place_of(self, said: Utterance, one: Amount, other: Amount) -> bool:
        """「12万円が4万円で」."""
        between = said.text[one.end : other.begin]
        return one.unit == other.unit and between in ("が", "ほどが") and said.text[other.end :][:1] in ("に", "で")

    def _pair_apart(self, said: Utterance) -> tuple[int, int] | None:
        """「40分かかっていたのが15分」「以前は一日二回、今は一回」."""
        if len(said.amounts) < 2:
            return None
        first, last = said.amounts[0], said.amounts[-1]
        has_been = any(_are_alike(one, last) for one in said.amounts[:-1]) and any(
            word.form == "た" for word in said.words if word.begin < last.begin
        )
        has_earlier = self._first_of(said, self._words.earlier | self._words.now) is not None
        was_doing = _WAS_DOING.search(said.text) or self._until_now(said)
        was_doing = was_doing or _AGAINST.search(said.text[first.end : last.begin])
        return (first.begin, last.end) if has_been or has_earlier or was_doing else None

    def _share(self, said: Utterance) -> tuple[int, int] | None:
        found = self._first_of(said, self._words.shares)
        if found is not None:
            return found
        share = re.search(r"[0-9一二三四五六七八九]+(?:割|%|パーセント|分の[0-9一二三四]|倍)", said.text)
        if share and re.search(
            r"減|短|圧縮|削|カット|節|少な|安|増|軽|早|速|下が|上が|浮", said.text[share.end() : share.end() + 8]
        ):
            return share.span()
        return None

    def _once_and_now(self, said: Utterance) -> tuple[int, int] | None:
        found = self._first_of(said, self._words.earlier) or self._than(said)
        if found is not None:
            return found
        now = self._first_of(said, self._words.now)
        was_doing = any(end <= now[0] for _, end in said.pasts) if now else False
        if now is not None and (was_doing or _WAS.search(said.text[: now[0]])):
            return now
        was = next((one for way in _WAYS if (one := way.search(said.text))), None)
        return was.span() if was else self._until_now(said)

    def _until_now(self, said: Utterance) -> tuple[int, int] | None:
        """What was being done, with "but" behind it; or done over and over, with who or what it was behind it."""
        for begin, end in said.pasts:
            if but := _BUT.match(said.text, end):
                return begin, but.end()
            thing = next((one for one in said.phrases if one.begin == end), None)
            if thing and thing.link[:1] in ("が", "を", "は", "も") and self._is_measure(said, thing):
                return begin, thing.end
            if at_once := _AT_ONCE.match(said.text, end):
                return begin, at_once.end()
            often = _OFTEN.search(said.text[:begin])
            if often and _SOMEBODY_OR_THING.match(said.text, end):
                return often.start(), end
        return None

    def _is_measure(self, said: Utterance, thing: Phrase) -> bool:
        """「…する時間」, and an amount of it: 「走り回っていた三十分を」."""
        return said.surface(thing) in self._words.measures or any(
            one.begin == thing.begin and one.end <= thing.end and one.unit in _KINDS_OF_UNITS[0] for one in said.amounts
        )

    def was_otherwise(self, said: Utterance) -> bool:
        """Somebody's way until now is told: 「かかっていた2時間が」."""
        return any(_EFFORT.search(said.text[:begin]) for begin, _ in said.pasts)

    def _than(self, said: Utterance) -> tuple[int, int] | None:
        """より, where it compares: not in 「により」 and not in 「よりよい」."""
        for before, word in zip(said.words, said.words[1:], strict=False):
            if word.surface == "より" and word.grammar[0] == "助詞" and before.surface != "に":
                return before.begin, word.end
        return None

    def _first_of(self, said: Utterance, words: frozenset[str]) -> tuple[int, int] | None:
        """The first of these words that begins where a word of the sentence begins."""
        begins = {word.begin for word in said.words}
        places = [(at, at + len(word)) for word in words for at in _places(said.text, word) if at in begins]
        return min(places, default=None)


def _are_alike(one: Amount, other: Amount) -> bool:
    """Amounts of one kind: 「二時間」 and 「四十分」."""
    return one.unit == other.unit or any({one.unit, other.unit} <= kind for kind in _KINDS_OF_UNITS)


_KINDS_OF_UNITS = (
    frozenset("秒 分 時間 半日 日 日間 週間 か月 カ月 ヶ月 ヵ月 月 年 年間".split()),
    frozenset("円 千円 万円 万 億円".split()),
    frozenset("グラム g キロ kg トン".split()),
    frozenset("ミリ mm センチ cm メートル m キロ km".split()),
    frozenset("割 分 % パーセント".split()),
)


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)
