"""Is a remark about the answer just given, not one to the next question? 「いや、30分じゃなくて10分だよ」. Pure.

It is thought to be where it takes up words or an amount of that answer and denies them. Whether it really is, people
are asked: nothing is changed by what is found here.
"""

from __future__ import annotations

import re
import unicodedata

_BEGINS = re.compile(
    r"(?:いや|いえ|いいえ|ちが[うい]|違[うい]|そう(?:じゃ|では)な|(?:じゃ|では)なくて|訂正|正しくは|正確には|ほんとうは|本当は"
    r"|(?:すみません|すいません|失礼|ごめん)[^。]{0,12}(?:間違|まちが|違|ちが|訂正)|(?:no|nope|well|actually|sorry|correction|not)\b)",
    re.IGNORECASE,
)
_PLAINLY = re.compile(
    r"^.{0,8}(?:訂正|正しくは|間違|まちが)|(?:さっき|先ほど|今|いま|前)の(?:答え|お答え|話|数字)?は?、?(?:間違|まちが|違|ちが|訂正)"
    r"|^(?:sorry,? )?(?:i meant|correction)\b",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"^(?P<lead>.*?(?:[、,。]|は|^))?(?P<old>[^、,。]{1,40}?)(?:(?:じゃ|では)な(?:くて|く|い。)|でなく(?:て)?)、?(?P<new>[^。]{1,60}?)"
    r"(?:だった|でした|です|だ|である)?(?:よ|ね|よね|と思います)?[。.!！]*$"
)
_INSTEAD_ENGLISH = re.compile(
    r"\bnot (?P<old>[^,.;]{1,40}?)[,;]? (?:but|it(?:'s| is| was)|rather) (?P<new>[^,.;]{1,40}?)[.!]*$", re.IGNORECASE
)
_NOT_ENGLISH = re.compile(r"(?P<new>[^,.;]{1,40}?),? (?:not|instead of) (?P<old>[^,.;]{1,40}?)[.!]*$", re.IGNORECASE)
_AMOUNT = re.compile(
    r"(?P<number>\d[\d,.]*)\s*(?P<unit>分|時間|日|週間|か月|ヶ月|カ月|ヵ月|月|年|円|万円|人|名|個|回|台|件|本|枚|社|軒|%|パーセント"
    r"|mm|cm|ミリ|ミクロン|度|minutes?|hours?|days?|weeks?|months?|years?|yen|people|times|percent)"
)
_WORDS = re.compile(r"[一-龠々]{2,}|[ァ-ヶー]{3,}|[a-z]{4,}")
_SHORT = 40
_COMMON = frozenset({"that", "this", "they", "them", "with", "have", "from", "what", "when", "were", "then", "there"})


def is_about(remark: str, before: str, *, is_other: bool) -> bool:
    """Does a remark deny what was said before? `is_other`: by another person than who said it."""
    remark, before = _plain(remark), _plain(before)
    if instead(remark, before) is not None:
        return True
    begins = _BEGINS.match(remark) is not None
    if _PLAINLY.search(remark):
        return True
    amounts = _other_amount(remark, before)
    if begins:
        return amounts or bool((_words(remark) & _words(before)) - _COMMON)
    return is_other and amounts and len(remark) <= _SHORT


def instead(remark: str, before: str) -> tuple[str, str] | None:
    """What is denied and what is said in its place, where the former stands in what was said before exactly once."""
    remark, before = _plain(remark), _plain(before)
    for pattern in (_INSTEAD, _INSTEAD_ENGLISH, _NOT_ENGLISH):
        found = pattern.search(remark)
        if found is None:
            continue
        old, new = found["old"].strip(), found["new"].strip()
        old = re.sub(r"^(?:いやいや|いや|いえ|いいえ|違う|no)[、, ]*", "", old)
        if len(old) > 1 and new and before.count(old) == 1:
            return old, new
    return None


def put_right(remark: str, before: str) -> str:
    """What was said before with the denied words replaced, as the remark says; "" where that cannot be told."""
    found = instead(remark, before)
    return _plain(before).replace(*found) if found is not None else ""


def _other_amount(remark: str, before: str) -> bool:
    """An amount of the same unit with another number."""
    said = {(one["unit"].rstrip("s"), one["number"]) for one in _AMOUNT.finditer(remark)}
    was = {(one["unit"].rstrip("s"), one["number"]) for one in _AMOUNT.finditer(before)}
    units = {unit for unit, _ in said} & {unit for unit, _ in was}
    return any(unit in units for unit, _ in said - was)


def _words(text: str) -> set[str]:
    return set(_WORDS.findall(text.lower()))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()
