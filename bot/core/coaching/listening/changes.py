"""What becomes less or more in a Japanese sentence.

Four kinds of change, from the surest.

RELIEF: somebody need not do something any more (…ずに済む, …なくてよい, 必要がない); only people can be relieved.
EVENT: something happens to somebody by itself (減る, なくなる, 短くなる, …ようになる).
ABLE: somebody can do something (外せる).
OFFERED: the speaker or the product does it (短縮する, 高める); alone that is a promise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from bot.core.coaching.listening.comparing import Comparisons
from bot.core.coaching.listening.lexicon import JapaneseWords
from bot.core.coaching.listening.ports import SpokenWord
from bot.core.coaching.listening.utterance import Utterance

_RELIEF = re.compile(
    r"(?:なくて|ないで|ずに|ず|だけで|ば|[一-龠0-9ァ-ヺぁ-ん]で)も?(?:す(?:む|み|ん|ませ[らてるま])|済(?:む|み|ん|ませ))"
    r"|(?:ずに|ないで|なくて).{1,14}(?:済|す)ませ"
    r"|なくて(?:も)?(?:よ[いくかけさ]|良[いくかけさ]|い(?:い|ら)|大丈夫|構わ|かまわ)"
    r"|(?:手間|作業|苦労|心配|世話|準備)(?:が|は|も)(?:要|い)(?:ら|りま)|なくていい|だけでも?(?:よ[いくかけさ]|良[いくかけさ]|いい|足り)|ずに(?:い(?:ら|る)|おれ)|必要(?:が|は|も)?(?:な[いくか]|無[いくか]|あり?ませ)"
)
_SPARED_SPOKEN = re.compile(r"ん(?:でも?|かて)(?:よ[いくかけさう]|良|え[えー]|い[いか])")
"""「上がらんでよくなった」「せんでもええ」: a relief as it is spoken in the west."""
_NOT_DENIED = frozenset("うくぐすつぬぶむるたいだなん")
"""Before these ん is の: 「行くんで、いい」."""
_STOPPED = re.compile(r"[^\W\d](?:なくな[っりるれ])")
_BECAME = re.compile(r"(?:ように|やすく|にくく)も?な[っりるれ]")
_NEVER = re.compile(
    r"(?:もう|もはや|二度と)(?:あり|おき|起き)?(?:ない|なく|ませ)"
    r"|(?:もう|もはや|二度と)[^,.]{1,16}(?:ない|ません)(?:そうです|とのことです|んです|でした)?[.!]?$|一度も.{0,12}(?:ない|なく|ませ)"
    r"|こと[はがも](?:ほとんど|まず)?(?:な[いく]|ありませ)"
)
_STEMS_OF_CAN = ("上一段", "下一段", "カ行変格")
"""Verbs of which られる says that one can: 食べられる, 来られる."""
_ALREADY_CAN = frozenset("取れる 切れる 売れる 割れる 抜ける 焼ける 撮れる 採れる 履ける 折れる 解ける".split())
"""Verbs of their own that say that one can where を or a verb stands before them: 「順番を取れる」「使い切れる」."""
_BECAUSE = re.compile(r"ので|ため|ても|おかげ")


class ChangeKind(Enum):
    """Who it happens to."""

    RELIEF = auto()
    EVENT = auto()
    ABLE = auto()
    OFFERED = auto()


@dataclass(frozen=True, slots=True)
class Change:
    """A change, where it is said."""

    kind: ChangeKind
    begin: int
    end: int


class Changes:
    """Finds changes by grammar and the lists of ja.yaml."""

    def __init__(self, words: JapaneseWords, comparisons: Comparisons) -> None:
        self._words, self._comparisons = words, comparisons
        news = "|".join(map(re.escape, sorted(words.news, key=len, reverse=True)))
        self._news = re.compile(rf"(?:{news})(?:が|も)[^.]{{0,24}}?(?P<reaches>届[いきく]|伝わ[っりる]|鳴[っりる])")
        """「娘さんの携帯が鳴る」: somebody gets to know."""

    def found(self, said: Utterance) -> list[Change]:
        """Every change in the order of its kinds."""
        changes = [*self._reliefs(said), *self._events(said)]
        return sorted(changes, key=lambda one: (one.kind.value, one.begin))

    def _reliefs(self, said: Utterance) -> Iterator[Change]:
        for match in _RELIEF.finditer(said.text):
            yield Change(ChangeKind.RELIEF, match.start(), match.end())
        for word in said.words:
            is_denied = word.surface == "ん" and said.text[word.begin - 1 : word.begin] not in _NOT_DENIED
            if is_denied and (spared := _SPARED_SPOKEN.match(said.text, word.begin)):
                yield Change(ChangeKind.RELIEF, word.begin, spared.end())

    def _events(self, said: Utterance) -> Iterator[Change]:
        never = _NEVER.search(said.text)
        is_trouble = any(word in said.text for word in self._words.troubles)
        if never is not None and (is_trouble or not never[0].startswith("こと")):
            yield Change(ChangeKind.EVENT, never.start(), never.end())
        for match in self._news.finditer(said.text):
            yield Change(ChangeKind.EVENT, match.start("reaches"), match.end())
        for pattern in (_STOPPED, _BECAME):
            for match in pattern.finditer(said.text):
                yield Change(ChangeKind.EVENT, match.start(), match.end())
        for place, word in enumerate(said.words):
            kind = self._kind(said, place)
            if kind is not None and not (kind is not ChangeKind.ABLE and self._is_vague(said, place)):
                yield Change(kind, word.begin, word.end)

    def _kind(self, said: Utterance, place: int) -> ChangeKind | None:
        word = said.words[place]
        following = said.words[place + 1 : place + 3]
        becomes = next((one.form for one in following if one.is_verb), "")
        if word.is_ability and word.form not in ("出来る", "できる") and word.form in self._words.own_deeds:
            return ChangeKind.OFFERED
        if word.form in self._words.own_deeds and word.is_deed:
            return ChangeKind.OFFERED
        if word.form in self._words.change_verbs and (
            word.is_verb
            or "形状詞可能" in word.grammar
            or word.grammar[0] in ("形容詞", "形状詞")
            or becomes in ("為る", "成る")
        ):
            return ChangeKind.EVENT
        if word.form in self._words.change_states or word.surface in self._words.change_states:
            if becomes in ("成る", "済む"):
                return ChangeKind.EVENT
            return ChangeKind.OFFERED if becomes in ("為る", "出来る") else None
        if word.is_ability and word.form != "頂く":
            return None if self._is_promised(said, place) or self._is_of_product(said, place) else ChangeKind.ABLE
        if self._is_spared(said, place):
            return ChangeKind.ABLE
        if word.lemma in _ALREADY_CAN and place > 0 and _can_follow(said.words[place - 1]):
            return None if self._is_promised(said, place) or self._is_of_product(said, place) else ChangeKind.ABLE
        is_can = word.form == "られる" and said.words[max(0, place - 1)].grammar[4].startswith(_STEMS_OF_CAN)
        return ChangeKind.ABLE if is_can and not self._is_promised(said, place) else None

    def _is_spared(self, said: Utterance, place: int) -> bool:
        """「…ので、朝の着替えで泣かない」: at the end a verb is denied, and why is said before."""
        word = said.words[place]
        is_denied = word.grammar[0] == "助動詞" and word.form in ("ない", "ず", "ぬ") and place > 0
        if not is_denied or not (said.words[place - 1].is_verb or said.words[place - 1].form == "ます"):
            return False
        is_last = not said.text[word.end :].strip(".!?")
        return is_last and _BECAUSE.search(said.text[: word.begin]) is not None

    def _is_promised(self, said: Utterance, place: int) -> bool:
        """「簡単に使える」: a manner that tells nothing, and no 「…ずに」."""
        before = said.words[max(0, place - 6) : place]
        deeds = {said.words[place].form, *(word.form for word in before[-2:])}
        if not deeds & self._words.product_uses:
            return False
        text = "".join(word.surface for word in before)
        if re.search(r"ずに|ないで|なくて|だけで|片手|一人で|その場", text):
            return False
        return any(form in self._words.vague_manners for word in before for form in (word.form, word.surface))

    def _is_of_product(self, said: Utterance, place: int) -> bool:
        """「…操作できるタッチパネル式です」: what somebody can do describes the product, which ends the sentence."""
        following = next((one for one in said.phrases if one.first == place + 1), None)
        if following is None or self._comparisons.found(said) is not None:
            return False
        rest = said.text[following.end :].strip(".!?")
        return (
            re.fullmatch(
                r"(?:なん)?(?:です|だ|である|になっています|でございます|となっております)?(?:よ|ね|よね)?", rest
            )
            is not None
        )

    def _is_vague(self, said: Utterance, place: int) -> bool:
        """The thing that changes says nothing by itself, and no amount is said with it."""
        if self._comparisons.found(said) is not None:
            return False
        before = [phrase for phrase in said.phrases if phrase.last < place]
        if said.words[place].is_nominal and before and before[-1].link == "" and before[-1].last == place - 1:
            before = before[:-1]
        own = next((one for one in said.phrases if one.first <= place <= one.last), None)
        heads = [said.surface(own)] if own and own.first < place else [said.surface(one) for one in before[-1:]]
        return any(
            head.endswith(tuple(self._words.vague_things)) or head.startswith(tuple(self._words.vague_things))
            for head in heads
        )


def _can_follow(before: SpokenWord) -> bool:
    return before.surface == "を" or (before.is_verb and before.grammar[5].startswith("連用形"))
