"""A next step in somebody's own note, as it is said to the other side: 「電話」 becomes 「お電話いたします」.

Nouns, verbs in the plain form and whole sentences are told apart by their ending; what fits none of them is not
turned. Rules over words: nothing is looked up, and nothing is added to what was noted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from bot.core.messages import Locale

_HUMBLE = {
    "送り": "お送りし",
    "送付し": "お送りし",
    "送信し": "お送りし",
    "届け": "お届けし",
    "渡し": "お渡しし",
    "見せ": "お見せし",
    "伝え": "お伝えし",
    "知らせ": "お知らせし",
    "電話し": "お電話し",
    "電話をし": "お電話し",
    "電話をかけ": "お電話し",
    "電話を入れ": "お電話し",
    "連絡し": "ご連絡し",
    "連絡を入れ": "ご連絡し",
    "メールし": "メールでご連絡し",
    "伺い": "お伺いし",
    "訪ね": "お訪ねし",
    "会い": "お会いし",
    "行き": "お伺いし",
    "持っていき": "お持ちし",
    "聞き": "お聞きし",
    "尋ね": "お尋ねし",
    "誘い": "お誘いし",
    "招き": "お招きし",
    "返事し": "お返事し",
    "礼をし": "礼を申し上げ",
    **{f"{noun}し": f"ご{noun}し" for noun in "相談 説明 案内 紹介 提案 提示 報告 返信 回答 招待 用意 挨拶".split()},
}
"""What one does for the other side, by how its polite form begins."""
_PLAIN_NOUNS = "持参 提出 発送 確認 準備 作成 手配 共有 納品 試作 調査 検討".split()
_DONE_TO = {
    **{key[:-1]: said for key, said in _HUMBLE.items() if re.fullmatch(r"[一-鿿]{2}し", key)},
    **{noun: f"{noun}し" for noun in _PLAIN_NOUNS},
}
"""Nouns of what one does, with the beginning of their polite form."""
_ALONE = {
    "電話": "お電話し",
    "連絡": "ご連絡し",
    "メール": "メールでご連絡し",
    "訪問": "お伺いし",
    "再訪": "再度お伺いし",
}
_NEVER_TO = frozenset({"電話", "連絡", "返事", "返信", "回答", "挨拶", "相談"})
"""Nouns of what is done with somebody, and not to a thing: no を before them."""
_AGAIN = ("再度", "改めて", "あらためて", "もう一度", "まず", "まずは")
_OFF = re.compile(r"(?:(?:の|する)?予定(?:です)?|(?<=[るうくすつぬぶむぐ])こと)?[\s。.、,!]*$")
_ROWS = dict(zip("うくぐすつぬぶむる", "いきぎしちにびみり", strict=True))
_ONE_STEP = re.compile(
    r"(?:[えけげせぜてでねへべめれいきぎしじちにひびみり]|(?<![一-鿿])[見出来得着寝経]|に出|を[見出得])る$"
)
_SUPPOSED = ("そう", "よう", "ろう", "しょう")
_IS_NOUN = re.compile(r"[一-鿿々ァ-ヶーA-Za-z0-9%)）」]$|(?:わせ|らせ|もり|つけ)$")

_ENGLISH_VERBS = (
    "send|e-?mail|mail|phone(?! call)|ring|call|visit|write|prepare|draft|book|arrange|schedule|confirm|ask|share"
    "|invite|check|propose|thank|report|order|quote|make|get|review|reply|show|bring|deliver|meet|see|present|discuss|follow"
    "|come"
)
_ENGLISH = re.compile(rf"^(?:(?:i|we)(?:'ll| will)\s+|to\s+)?(?P<verb>(?:{_ENGLISH_VERBS})\b.*)$", re.IGNORECASE)


def said_plan(step: str, *, locale: Locale, is_very_polite: bool) -> Mapping[str, str]:
    """A step as a draft names it: `will`, what one does, where it can be said so; else `plan`, as it was noted."""
    text = _OFF.sub("", unicodedata.normalize("NFKC", step)).strip()
    if not text:
        return {}
    is_japanese = re.search(r"[ぁ-ヿ一-鿿]", text) is not None
    if is_japanese != (locale == "ja"):
        return {"plan": step.strip()}
    if locale == "en":
        verb = _ENGLISH.match(text)
        return {"will": _lowered(verb["verb"])} if verb else {"plan": _lowered(text)}
    will = _will(text, is_very_polite=is_very_polite)
    return {"will": will} if will else {"plan": text if _IS_NOUN.search(text) else f"「{step.strip()}」"}


def _will(text: str, *, is_very_polite: bool) -> str:
    """The polite sentence; "" where the note is none that is understood."""
    if text.endswith(("せていただきます", "申し上げます")):
        return text
    wish = re.search(r"(?P<stem>.+)たい(?:です)?$", text)
    if wish:
        return f"{wish['stem']}{'たく存じます' if is_very_polite else 'たいと考えております'}"
    stem = _stem(text)
    if not stem:
        return ""
    stem = _humble(stem)
    return f"{stem[:-1]}いたします" if is_very_polite and stem.endswith("し") else f"{stem}ます"


def _stem(text: str) -> str:
    """How the polite form begins, before ます; "" for what is neither noun of an act nor verb."""
    said = re.search(r"(?P<stem>.+?)(?:(?P<polite>いたし|致し)?ます)$", text)
    if said:
        return said["stem"] + ("し" if said["polite"] else "")
    if _IS_NOUN.search(text):
        return _of_noun(text)
    if text.endswith("する"):
        return text[:-2] + "し"
    if text.endswith(("来る", "くる")):
        return text[:-2] + ("来" if text.endswith("来る") else "き")
    if _ONE_STEP.search(text):
        return text[:-1]
    is_verb = text[-1] in _ROWS and len(text) > 1 and not text.endswith(_SUPPOSED)
    return text[:-1] + _ROWS[text[-1]] if is_verb else ""


def _of_noun(text: str) -> str:
    for again in ("", *_AGAIN):
        if text.startswith(again) and text[len(again) :].lstrip("の、") in _ALONE:
            return again + _ALONE[text[len(again) :].lstrip("の、")]
    noun = next((noun for noun in _DONE_TO if text.endswith(noun)), "")
    before = text[: len(text) - len(noun)]
    if not noun or before.endswith(("お", "ご", "御")):
        return ""
    if not before or before in _AGAIN or before.endswith(("を", "に", "へ", "で")):
        return before + _DONE_TO[noun]
    is_of_a_thing = noun not in _NEVER_TO and re.search(r"[一-鿿々ァ-ヶーA-Za-z0-9)）の]$", before)
    return f"{before.removesuffix('の')}を{_DONE_TO[noun]}" if is_of_a_thing else ""


def _humble(stem: str) -> str:
    """As one speaks of what one does for the other side."""
    for key in sorted(_HUMBLE, key=len, reverse=True):
        before = stem[: len(stem) - len(key)]
        if stem.endswith(key) and not before.endswith(("お", "ご", "御", "て", "で")):
            return before + _HUMBLE[key]
    return stem


def _lowered(text: str) -> str:
    """Inside of a sentence; a word in capitals stays as it is."""
    first = text.split()[0]
    is_word = len(first) == 1 or not first.isupper()
    return (text[0].lower() + text[1:]) if is_word else text
