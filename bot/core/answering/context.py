"""A follow-up question and the conversation it belongs to.

「それはいつまで？」 means nothing alone. A question leans on the one before where it points back, asks for more, or
names next to nothing itself. It is then searched together with what the former question was searched as; what it
names itself must still be found, so that a change of subject is not answered from the old one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.answering.asking import without_courtesies
from bot.core.japanese import Word, is_japanese, normalise

_POINTS_BACK = re.compile(
    r"^(?:で[、,は]?|じゃあ?|では|それ|その|そこ|そっち|これ|この|ここ|さっき|先ほど|今の|上の|同じ|なら|だったら|ほか|他|あと|もっと"
    r"|もう少し|続き|具体|例え?ば|たとえば|なぜ|どうして|何で|なんで|いつ|誰|だれ|どこ|いくら|どのくらい|どれくらい)"
    r"|(?:それ|その場合|その時|そのとき|これ|上記|前の|さっきの|先ほどの)"
    r"|^(?:and|but|so|then|why|when|who|how (?:much|many|long|often)|what about|how about|more|else|for example"
    r"|it|that|they|this)\b|\b(?:it|that|this|them|those)\b"
)
_ASKS_FOR_MORE = re.compile(
    r"^(?:もっと|もう少し|ほか|他|続き|詳し|くわし|それだけ|あとは|more|else|go on|anything else|tell me more)"
)
_SAYS_LITTLE = frozenset(
    """もっと もう 少し 詳しい 詳細 続き 続く 他 外 ほか 具体 具体的 例えば 例 同じ 上 前 先 今 更に 後 以外 中身 内容
    説明 more else detail example other same further""".split()
)
"""Words that point into the conversation and name nothing of their own, by dictionary form."""

_MARKUP = re.compile(r"</?[A-Za-z!][^<>]*>|<[@#!][^<>]*>|https?://[^\s<>、。「」]+")

_FEW_CONCEPTS = 1
_MANY_CONCEPTS = 3
_SHORT = 16


def without_markup(question: str) -> str:
    """The question as it is searched: without tags, mentions, addresses and courtesies around it, if more is left."""
    searched = " ".join(_MARKUP.sub(" ", question).split())
    return without_courtesies(searched) or question


def named(words: Sequence[Word]) -> list[Word]:
    """The words by which a question names something of its own."""
    return [word for word in words if word.is_telling and word.form not in _SAYS_LITTLE]


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier question of the conversation: what it was searched as, and the passages it was answered from."""

    searched_as: str
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a question may be searched. `text` goes to the index; `needs` are word forms the answer must speak of itself.

    `excluded` are passages already shown, when more is asked for.
    """

    text: str
    needs: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()


def readings(question: str, words: Sequence[Word], turns: Sequence[Turn]) -> list[Reading]:
    """The ways to read a question, likeliest first: alone, or together with the turn before it.

    Empty where it only points back, or asks for more, and there is nothing to go on with.
    """
    searched = without_markup(question)
    alone = Reading(searched)
    normalised = normalise(searched)
    own = named(words)
    if not turns or not turns[0].searched_as:
        leans = _POINTS_BACK.search(normalised) or _ASKS_FOR_MORE.search(normalised)
        return [] if leans and not own else [alone]
    former = turns[0]
    together = Reading(f"{former.searched_as}\n{searched}", frozenset(word.form for word in own))
    if _ASKS_FOR_MORE.search(normalised) and not own:
        shown = (turn.passages for turn in turns if turn.searched_as == former.searched_as)
        return [Reading(former.searched_as, excluded=frozenset().union(*shown))]
    is_short = len(own) <= _FEW_CONCEPTS and (len(normalised) <= _SHORT or not is_japanese(question))
    if _POINTS_BACK.search(normalised):
        return [together] if not own else [together, alone] if len(own) <= _MANY_CONCEPTS else [alone]
    return [alone, together] if is_short else [alone]
