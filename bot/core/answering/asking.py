"""How people ask: what is only polite around a question, and several questions in one message."""

from __future__ import annotations

import re

_STOP = r"[、。,.!！〜~\s]+"
_GREETING = re.compile(
    r"^(?:(?:いつも)?(?:大変)?お世話にな(?:ります|って(?:い|お)ります)|いつもありがとうございます|お疲れ(?:様|さま)(?:です|でございます)"
    r"|こんにちは|こんばんは|おはようございます|(?:はじめ|初め)まして|ご無沙汰して(?:い|お)ります|突然(?:の|で)[^、。]{0,10}失礼(?:いた|致)?します"
    r"|失礼(?:いた|致)?します|(?:お忙しい|ご多忙の?)(?:ところ|中)(?:、|大変)?(?:恐れ入り|恐縮|すみません|申し訳)?[^、。]{0,10}"
    r"|(?:大変|誠に)?(?:恐れ入り|おそれいり|恐縮です|すみません|すいません|申し訳ありません|申し訳ございません)(?:ます)?(?:が|けど|けれども)?)"
    + _STOP
)
_NAME = re.compile(r"^[^、。！？!?\n]{1,30}(?:でございます|と申します)" + _STOP)
_NAME_AFTER_GREETING = re.compile(r"^[^、。！？!?\n]{1,20}の[^、。！？!?\nの]{1,10}です。" + r"\s*")
_ANNOUNCED = re.compile(
    r"^(?:(?:一|1)点|(?:一|ひと)つ|少し|少々|ちょっと)?、?(?:お(?:伺い|聞き|尋ね)|ご?質問|ご?相談|教えて)"
    r"(?:し|させて|いただき|頂き|もらい|たい|たく|が|あり|ある|ござい|の|ん|です|ます|ください|けど|けれども)+" + _STOP
)
_ENDING = re.compile(
    r"[、,]?\s*(?:お知恵を(?:拝借|お借り|お貸し)[^。？?！!\n]*|ご(?:教示|教授|助言|指導|回答|返答|返信)[^。？?！!\n]{0,24}"
    r"|(?:どうぞ|何卒)?、?(?:よろしく|宜しく)お願い[^。？?！!\n]{0,12}|(?:教えて)?(?:いただけ|頂け)(?:ますと|れば|たら)(?:幸い|ありがた)[^。？?！!\n]{0,8})"
    r"[。.！!？?\s]*$"
)
_FEWEST = 4
_END_OF_ONE = re.compile(r"(?<=[?？])|(?<=か。)|\n+")
_IS_ONE = re.compile(r"(?:[?？]|か。?)$")
_BESIDES = re.compile(
    r"^(?:それと|それから|あと|また|ちなみに|もう(?:一|ひと)つ|and|also)(?:は|、|,|\s)*", re.IGNORECASE
)
_MOST = 4


def without_courtesies(question: str) -> str:
    """The question without greetings, an introduction and thanks in advance, if enough is left to look for."""
    left, is_greeted = question, False
    while found := _polite_start(left, is_greeted=is_greeted):
        left, is_greeted = left[found:], True
    while found_end := _ENDING.search(left):
        left = left[: found_end.start()]
    left = left.strip()
    return left if len(left) >= _FEWEST else question


def _polite_start(text: str, *, is_greeted: bool) -> int:
    """How many characters at the beginning are politeness."""
    patterns = (_GREETING, _ANNOUNCED, *((_NAME_AFTER_GREETING, _NAME) if is_greeted else ()))
    return next((found.end() for pattern in patterns if (found := pattern.match(text))), 0)


def asked_apart(message: str) -> tuple[str, ...]:
    """The questions of a message that holds several, each as it could be asked alone; empty for one."""
    pieces = (piece.strip() for piece in _END_OF_ONE.split(message))
    asked = (_BESIDES.sub("", without_courtesies(piece)) for piece in pieces if _IS_ONE.search(piece))
    apart = tuple(dict.fromkeys(one for one in asked if len(one) >= _FEWEST))
    return apart[:_MOST] if len(apart) > 1 else ()
