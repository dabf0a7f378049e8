"""What becomes less or more in a Japanese sentence, and beside what it is set.

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

from bot.core.coaching.listening.lexicon import JapaneseWords
from bot.core.coaching.listening.utterance import Amount, Utterance

_RELIEF = re.compile(
    r"(?:なくて|ないで|ずに|ず|だけで|ば|[一-龠0-9ァ-ヺぁ-ん]で)も?(?:す(?:む|み|ん|ませ[らてるま])|済(?:む|み|ん|ませ))"
    r"|なくて(?:も)?(?:よ[いくかけさ]|良[いくかけさ]|い(?:い|ら)|大丈夫|構わ|かまわ)"
    r"|なくていい|だけでも?(?:よ[いくかけさ]|良[いくかけさ]|いい|足り)|ずに(?:い(?:ら|る)|おれ)|必要(?:が|は|も)?(?:な[いくか]|無[いくか]|あり?ませ)"
)
_STOPPED = re.compile(r"[^\W\d](?:なくな[っりるれ])")
_BECAME = re.compile(r"(?:ように|やすく|にくく)も?な[っりるれ]")
_ARROW = re.compile(r"\s*(?:→|⇒|⇨|➡|->|=>|▶)\s*")
_NEVER = re.compile(
    r"(?:もう|もはや|二度と|一度も)(?:あり|おき|起き)?(?:ない|なく|ませ)|こと[はがも](?:ほとんど|まず)?(?:な[いく]|ありませ)"
)
_COULD_NOT = re.compile(r"なかった(?=[一-龠ァ-ヺ])|(?:困って|悩んで|苦しんで|諦めて|あきらめて|我慢して)い(?:た|まし)")
_WAS_DOING = re.compile(
    r"(?:てい|って|いて|んで|して|って)?(?:た|だ|った|いた)(?:のが|のに|のを|のは|ところ|んですけど|んですが|ものが|もの(?:を|が)|分[がをは])"
)


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
    """Finds changes and comparisons by grammar and the lists of ja.yaml."""

    def __init__(self, words: JapaneseWords) -> None:
        self._words = words

    def found(self, said: Utterance) -> list[Change]:
        """Every change in the order of its kinds."""
        changes = [*self._reliefs(said), *self._events(said)]
        return sorted(changes, key=lambda one: (one.kind.value, one.begin))

    def _reliefs(self, said: Utterance) -> Iterator[Change]:
        for match in _RELIEF.finditer(said.text):
            yield Change(ChangeKind.RELIEF, match.start(), match.end())

    def _events(self, said: Utterance) -> Iterator[Change]:
        never = _NEVER.search(said.text)
        if never is not None and any(word in said.text for word in self._words.troubles):
            yield Change(ChangeKind.EVENT, never.start(), never.end())
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
        is_can = word.form in ("られる", "れる") and place and said.words[place - 1].grammar[4:5] != ()
        if (
            is_can
            and "段" in said.words[place - 1].grammar[4]
            and not said.words[place - 1].grammar[4].startswith("五段")
        ):
            return None if self._is_promised(said, place) else ChangeKind.ABLE
        return None

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
        if following is None or self.comparison(said) is not None:
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
        if self.comparison(said) is not None:
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

    def comparison(self, said: Utterance) -> tuple[int, int] | None:
        """Where a before and an after, or a share of what was, are said: begin and end."""
        return self.pair(said) or self._share(said) or self._once_and_now(said)

    def pair(self, said: Utterance) -> tuple[int, int] | None:
        """Two amounts, the one before and the one after."""
        for one, other in zip(said.amounts, said.amounts[1:], strict=False):
            between = said.text[one.end : other.begin]
            if _ARROW.fullmatch(between):
                return one.begin, other.end
            if re.match(
                r"(?:くらい|ほど|ぐらい|以上|も|近く)?(?:あったの|かかっていたの|だったの)?(?:から|が|を|に|いたの|だったの)",
                between,
            ) and self._after(said, one, other):
                return one.begin, other.end
            if (
                one.unit == other.unit
                and re.fullmatch(r"(?:くらい|ほど)?が", between)
                and said.text[other.end :][:1] in "にで"
            ):
                return one.begin, other.end
        return self._pair_apart(said)

    def _after(self, said: Utterance, one: Amount, other: Amount) -> bool:
        between = said.text[one.end : other.begin]
        if not between.startswith("から") or len(between) > 14:
            return False
        rest = said.text[other.end :]
        return bool(
            re.match(r"(?:くらい|ほど|ぐらい|近く|程度)?(?:に|へ|で|しか|だけ|,|\.|です|$|まで[^対使動可])", rest)
        )

    def _pair_apart(self, said: Utterance) -> tuple[int, int] | None:
        """「40分かかっていたのが15分」「以前は一日二回、今は一回」."""
        if len(said.amounts) < 2:
            return None
        first, last = said.amounts[0], said.amounts[-1]
        between = [word for word in said.words if first.end <= word.begin < last.begin]
        has_been = first.unit == last.unit and any(word.form == "た" for word in between)
        has_earlier = self._first_of(said, self._words.earlier | self._words.now) is not None
        return (first.begin, last.end) if has_been or has_earlier or _WAS_DOING.search(said.text) else None

    def _share(self, said: Utterance) -> tuple[int, int] | None:
        found = self._first_of(said, self._words.shares)
        if found is not None:
            return found
        share = re.search(r"[0-9一二三四五六七八九]+(?:割|%|パーセント|分の[0-9一二三四]|倍)", said.text)
        if share and re.search(r"減|短|少な|安|増|軽|早|速|下が|上が|浮", said.text[share.end() : share.end() + 8]):
            return share.span()
        return None

    def _once_and_now(self, said: Utterance) -> tuple[int, int] | None:
        found = self._first_of(said, self._words.earlier) or self._than(said)
        if found is not None:
            return found
        was = _WAS_DOING.search(said.text) or _COULD_NOT.search(said.text)
        return was.span() if was else None

    def was_otherwise(self, said: Utterance) -> bool:
        """Somebody's way until now is told: 「かかっていた2時間が」."""
        return (
            re.search(
                r"(?:かかって|かけて|払って|捨てて|使って|待って|して|呼んで|頼んで|探して)い(?:た|まし)", said.text
            )
            is not None
        )

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


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)
