"""A follow-up question and the conversation it belongs to.

「それはいつまで？」 means nothing alone. A question leans on the one before where it points back, asks for more, or
names next to nothing itself. It is then searched together with what the former question was searched as; what it
names itself must still be found, so that a change of subject is not answered from the old one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

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
_FEW_CONCEPTS = 1
_SHORT = 16


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier question of the conversation: what it was searched as, and the passages it was answered from."""

    searched_as: str
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a question may be searched. `text` goes to the index; `needs` is what the answer must speak of itself.

    `excluded` are passages already shown, when more is asked for.
    """

    text: str
    needs: str = ""
    excluded: frozenset[str] = frozenset()


def readings(question: str, words: Sequence[Word], turns: Sequence[Turn]) -> list[Reading]:
    """The ways to read a question, likeliest first: alone, or together with the turn before it."""
    alone = Reading(question)
    if not turns or not turns[0].searched_as:
        return [alone]
    former = turns[0]
    normalised = normalise(question)
    telling = sum(1 for word in words if word.is_telling)
    together = Reading(f"{former.searched_as}\n{question}", question)
    if _ASKS_FOR_MORE.search(normalised) and telling <= _FEW_CONCEPTS:
        return [Reading(former.searched_as, excluded=frozenset(former.passages))]
    is_short = telling <= _FEW_CONCEPTS and (len(normalised) <= _SHORT or not is_japanese(question))
    if _POINTS_BACK.search(normalised) and (is_short or telling <= 3):
        return [together, alone]
    return [alone, together] if is_short else [alone]
